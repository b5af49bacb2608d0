"""What is said about searching: what can be typed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

HELP: Final[Mapping[str, str]] = {
    "school meals": "cards that hold both words; the last one may be half typed",
    '"school meals"': "the words side by side",
    "-meals": "not this word; also before a phrase or a field",
    "kind:statistic": "cards of one kind",
    'note:"the bill"': "cards of one note, by its title or name",
    "source:survey": "by the source's id, title, author or publisher",
    "status:unchecked": "unchecked, checked, disputed, superseded or withdrawn",
    "by:llewellyn": "by who said it",
    "tag:money": "by a tag",
    "topic:schools": "by a further topic, or the note",
    "handling:restricted": "open, office or restricted",
    "used:no": "cards no outline uses; used:yes for the others",
    "since:2024-06": "true on, or published, in or after a year, a month or a day",
}
"""What can be typed, and what it finds."""

FIELDS: Final = tuple(f"{typed.partition(':')[0]}:" for typed in HELP if ":" in typed)
"""What stands before a value that is looked for."""

SHORT: Final = 'words, "a phrase", -without'
IN_A_LINE: Final = f"{SHORT}, {' '.join(FIELDS)}"
"""All that can be typed, without what it finds."""

HINTS: Final = (f"Search: {SHORT}, kind:statistic", 'words "phrase" -not kind:', 'words "phrase"', "words")
"""What stands in an empty search box: the longest that it has room for."""
