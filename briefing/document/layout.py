"""How the office wants its pages: `[settings.layout]` in library.toml, with a default for every value.

The defaults are those of clear print (UKAAF G003: 12 point at least, 14 better, ranged left, no words broken at the
end of a line), of the Department for Transport's guide to accessible Word documents (contents where there are more
than ten pages, tables with a heading row), of DWP's on the length of a line (60 to 70 characters, with room on both
sides), and of Cabinet committee papers (the ask at the start, few pages, numbered paragraphs).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefing.document.settings import Misread, Settings
from briefing.model.finding import Finding
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
    """Points of the text, at least; headings, tables and notices are in proportion to it."""
    note_size: float = 10
    """Points of the notes and of what stands at the head and foot of a page; nothing is smaller, nor is the text."""
    align: str = "left"
    """How running text is ranged; it may be justified."""
    hyphenation: bool = False
    """Whether words may be broken at the end of a line."""
    line_length: tuple[int, int] = (45, 75)
    """The fewest and the most characters of a full line of text."""
    letter_size: float = 11
    """Points of the text of letters, lines to take and speech outlines, at least: they are to fill one page."""
    letter_line_length: tuple[int, int] = (45, 90)
    """The fewest and the most characters of a full line of those."""
    paper: str = "A4"
    """The sheet; the margins take what a line does not need."""
    page_numbers: bool = True
    """Page X of Y on every page."""
    page_numbers_at: str = "foot"
    """Where it stands on the page: at its foot, or at its head."""
    running_lines: bool = True
    """Title and date at the foot of every page. Handling and embargo stand at its head whatever is set."""
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


HOUSE = Layout()
"""The layout of an office that sets nothing."""
_SIZES = (8, 36)
_LINES = (20, 200)
_BOUNDS = {
    "contrast": (1, 18),  # black on the ground of a callout has 19
    "body_size": _SIZES,
    "letter_size": _SIZES,
    "note_size": (6, 36),
    "line_length": _LINES,
    "letter_line_length": _LINES,
    "pages": (1, 1_000),
    "contents_over": (1, 1_000),
}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""A language as BCP 47 writes it, near enough: nothing else can stand in a file that Word opens."""
_LONGEST_LANGUAGE = 84
"""Characters: the most the Open XML SDK's validator takes."""


def layout_of(office: Office) -> Layout:
    """Return the office's layout; a value that cannot be counts as not set, and `misread` tells of it."""
    return _SETTINGS.of(office)


def for_letters(layout: Layout) -> Layout:
    """Return the layout as what is to fill one page is to keep it."""
    return replace(layout, body_size=layout.letter_size, line_length=layout.letter_line_length)


def misread(office: Office) -> tuple[Misread, ...]:
    """Return the settings of the layout that cannot be."""
    return _SETTINGS.misread(office)


def setting_findings(office: Office) -> Iterator[Finding]:
    """Yield a finding for each setting that cannot be: where it stands, what it should be, what is used instead."""
    return _SETTINGS.findings(office)


def _language(value: object) -> str:
    """Return what a language should be; empty where it is one."""
    good = isinstance(value, str) and len(value) <= _LONGEST_LANGUAGE and _LANGUAGE.fullmatch(value)
    return "" if good else say.WANTED_LANGUAGE


_SETTINGS = Settings(
    name="layout",
    house=HOUSE,
    bounds=_BOUNDS,
    choices={"paper": tuple(PAPERS), "align": ALIGNMENTS, "page_numbers_at": ("foot", "head")},
    others={"language": _language},
)
