"""How the office wants its reading copies: `[settings.reading]` in library.toml, with a default for every value.

The defaults are those of word.md section 6 of the design: large print (UKAAF G003: 16 point at least, 18 better), and
what speechwriters advise: no sentence carried over a page, the lowest third of the sheet left free so that the eyes
stay up, the first words of the next page at the foot of this one, and “Check against delivery” on the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefing.document.layout import Layout
from briefing.document.settings import Settings, is_number
from briefing.model.finding import Finding
from briefing.model.office import Office
from briefing.wording import document as say

_LONGEST_LIMIT = 60
"""Minutes: no limit on speeches is longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingCopy:
    """The rules of a copy to read aloud from. One that is only kept or not is true; a number is in the unit it says."""

    size: float = 18
    """Points of what is spoken."""
    note_size: float = 14
    """Points of what is not: codes, catchwords, proofs, the head of the page."""
    line_spacing: float = 1.5
    """Lines each line takes."""
    line_length: tuple[int, int] = (20, 45)
    """The fewest and the most characters of a full line."""
    side_margin: float = 2.5
    """Centimetres at either side, at least."""
    bottom_margin: float = 9.9
    """Centimetres left free at the foot of the sheet: a third of A4."""
    whole_sentences: bool = True
    """No sentence goes over a page, nor a paragraph that need not."""
    longest_sentence: int = 60
    """Words of a sentence above which a finding says so."""
    catchwords: int = 5
    """How many of the next page's first words stand at the foot of this one; 0 for none."""
    delivery: str = "Check against delivery"
    """What the first page warns of; nothing where it is empty."""
    bracketed: bool = True
    """Headings, pauses and whatever else is not said stand in brackets."""
    numerals: bool = True
    """What the mouth says otherwise than it is written is written as it is said, outside exact words."""
    proof_codes: bool = True
    """Beside the words of a card stands the code of its proof."""
    proof_pack: bool = True
    """The proofs stand behind the speech, one for each code."""
    versions: tuple[int, ...] = (6, 5, 4, 3)
    """Minutes for which a shorter version stands behind the speech, where the slot is longer."""


HOUSE = ReadingCopy()
"""The reading copy of an office that sets nothing."""


def reading_copy_of(office: Office) -> ReadingCopy:
    """Return the office's settings; a value that cannot be counts as not set."""
    return _SETTINGS.of(office)


def reading_findings(office: Office) -> Iterator[Finding]:
    """Yield a finding for each setting that cannot be: where it stands, what it should be, what is used instead."""
    return _SETTINGS.findings(office)


def for_reading(layout: Layout, copy: ReadingCopy) -> Layout:
    """Return the layout as a reading copy keeps it: the number of its page at the head, and nothing at the foot."""
    return replace(
        layout,
        body_size=copy.size,
        note_size=copy.note_size,
        line_length=copy.line_length,
        page_numbers_at="head",
        running_lines=False,
        align="left",
        hyphenation=False,
    )


def _limits(value: object) -> str:
    """Return what limits should be; empty where they are that."""
    good = isinstance(value, list) and all(
        isinstance(one, int) and is_number(one, (1, _LONGEST_LIMIT)) for one in value
    )
    return "" if good else say.WANTED_LIMITS


_SETTINGS = Settings(
    name="reading",
    house=HOUSE,
    bounds={
        "size": (16, 36),  # never under large print
        "note_size": (12, 36),
        "line_spacing": (1, 3),
        "line_length": (10, 80),
        "side_margin": (1.3, 7),
        "bottom_margin": (1.3, 15),
        "longest_sentence": (10, 500),
        "catchwords": (0, 12),
    },
    others={"versions": _limits},
)
