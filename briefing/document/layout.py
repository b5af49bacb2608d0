"""How the office wants its pages: `[settings.layout]` in library.toml, with a default for every value.

The defaults are those of clear print (UKAAF G003: 12 point at least, 14 better, ranged left, no words broken at the
end of a line), of the Department for Transport's guide to accessible Word documents (contents where there are more
than ten pages, tables with a heading row), of DWP's on the length of a line (60 to 70 characters, with room on both
sides), and of Cabinet committee papers (the ask at the start, few pages, numbered paragraphs).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Never, cast

from briefing.model.office import Office
from briefing.wording import document as say

PAPERS = {"A4": (11_906, 16_838), "Letter": (12_240, 15_840)}
"""Width and height of a sheet in twips."""
ALIGNMENTS = ("left", "justified")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The rules a page keeps. One that is only kept or not is true; a number is a bound, in the unit it says."""

    styles_only: bool = True
    """Every paragraph is set by a named style; runs are bold or italic and nothing else."""
    headings: bool = True
    """One title; headings begin at the first level, leave none out, and none is empty."""
    language: str = "en-GB"
    """The language a screen reader and a spelling checker take, as BCP 47 writes it."""
    creator: str = ""
    """The author named in the file's properties; the office's name where it is empty."""
    clean_properties: bool = True
    """Nothing in the file says who made it, on what machine, or when."""
    table_headings: bool = True
    """Tables have a heading row that is repeated, rows that stay whole, a caption, and no empty or nested cell."""
    callouts: bool = True
    """What is set apart is a paragraph with a border and says in words what it is."""
    contrast: float = 4.5
    """The least contrast of text to its ground (WCAG 2.2, criterion 1.4.3)."""
    body_size: float = 12
    """Points of the text, at least."""
    note_size: float = 10
    """Points of the notes, at least."""
    align: str = "left"
    hyphenation: bool = False
    """Whether words may be broken at the end of a line."""
    line_length: tuple[int, int] = (45, 75)
    """The fewest and the most characters of a full line of text."""
    letter_size: float = 11
    """Points of the text of a letter, at least: it is to fill one page."""
    letter_line_length: tuple[int, int] = (45, 90)
    """The fewest and the most characters of a full line of a letter."""
    paper: str = "A4"
    page_numbers: bool = True
    """Page X of Y on every page."""
    running_lines: bool = True
    """Title and date at the foot of every page, handling and embargo at its head."""
    keep_together: bool = True
    """A heading stays with what follows, exact words with who said them, and no line stands alone."""
    numbering: bool = True
    """Numbered paragraphs are numbered by Word, and run on through the whole document."""
    complete_notes: bool = True
    """Every quotation has a note; every note a source, a date where one is known, and a link that says what it is."""
    first_page: bool = True
    """What we want, the top lines and the timing stand on the first page of a briefing."""
    pages: int = 4
    """How long a briefing may be, without its sources."""
    contents_over: int = 10
    """Pages above which there is a list of contents."""
    typography: bool = True
    """No line ends between a number and its unit, a clause and its number, a day and its month."""
    template: str = ""
    """The office's own template: a .docx or .dotx, by its path from the library."""


@dataclass(frozen=True, slots=True)
class Misread:
    """A setting that cannot be, by its name, and what it should be."""

    name: str
    wanted: str


HOUSE = Layout()
"""The layout of an office that sets nothing."""
_DEFAULTS = {field.name: field.default for field in fields(Layout)}
_CHOICES = {"paper": tuple(PAPERS), "align": ALIGNMENTS}


def layout_of(office: Office) -> Layout:
    """Return the office's layout; a value that cannot be counts as not set, and `misread` tells of it."""
    good = {name: _held(value) for name, value in _given(office) if not _wanted(name, value)}
    fitting: dict[str, Never] = cast("dict[str, Never]", good)  # each is of its field's type, as was just found
    return replace(HOUSE, **fitting)


def _held(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def for_letters(layout: Layout) -> Layout:
    """Return the layout as a letter is to keep it."""
    return replace(layout, body_size=layout.letter_size, line_length=layout.letter_line_length)


def misread(office: Office) -> tuple[Misread, ...]:
    """Return the settings of the layout that cannot be."""
    return tuple(Misread(name, wanted) for name, value in _given(office) if (wanted := _wanted(name, value)))


def _given(office: Office) -> Iterable[tuple[str, object]]:
    given = office.settings.get("layout")
    return given.items() if isinstance(given, Mapping) else ()


def _wanted(name: str, value: object) -> str:
    """Return what a setting should be; empty where it is that."""
    default = _DEFAULTS.get(name)
    match default:
        case None:
            return say.NO_SETTING
        case bool():
            return "" if isinstance(value, bool) else say.WANTED_FLAG
        case str():
            choices = _CHOICES.get(name, ())
            return "" if isinstance(value, str) and (not choices or value in choices) else say.wanted_word(choices)
        case tuple():
            return "" if _is_range(value) else say.WANTED_RANGE
        case _:
            return "" if _is_number(value) else say.WANTED_NUMBER


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value > 0


def _is_range(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(_is_number, value)) and value[0] < value[1]
