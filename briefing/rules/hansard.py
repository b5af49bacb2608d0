"""What rules are measured on: what was said in a day of Hansard, or the paragraphs of a plain text."""

from __future__ import annotations

import re

from briefing.errors import BadInput, Place
from briefing.speech.hansard import Contribution, read_day
from briefing.wording import rules as say

_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_BEGUN = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*<(?:\?xml|!DOCTYPE|publicwhip)")


def read_contributions(content: bytes, file: str) -> tuple[Contribution, ...]:
    """Return what is said in a file: each speech of Hansard that has a speaker, or each paragraph of a plain text.

    Raises BadInput for XML that is not sound or declares more than characters, and for text that is not UTF-8.
    """
    if _BEGUN.match(content):
        return read_day(content, file).contributions
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise BadInput(say.NOT_TEXT, Place(file), say.NOT_TEXT_HINT) from error
    paragraphs = (" ".join(part.split()) for part in _BLANK_LINES.split(text))
    return tuple(Contribution((paragraph,)) for paragraph in paragraphs if paragraph)
