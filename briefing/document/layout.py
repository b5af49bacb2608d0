"""How the office wants its pages: `[settings.layout]` in library.toml, with a default for every value.

The defaults are those of clear print (UKAAF G003: 12 point at least, 14 better, ranged left, no words broken at the
end of a line), of the Department for Transport's guide to accessible Word documents (contents where there are more
than ten pages, tables with a heading row), of DWP's on the length of a line (60 to 70 characters, with room on both
sides), and of Cabinet committee papers (the ask at the start, few pages, numbered paragraphs).
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Never, cast

from briefing.errors import Place
from briefing.model.finding import Finding, Severity
from briefing.model.literal import show_line
from briefing.model.office import Office
from briefing.wording import document as say

PAPERS = {"A4": (11_906, 16_838), "Letter": (12_240, 15_840)}
"""Width and height of a sheet in twips."""
ALIGNMENTS = ("left", "justified")
MISREAD = "LIB-10"
_SECTION = "settings.layout"


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


@dataclass(frozen=True, slots=True)
class Misread:
    """A setting that cannot be, by its name, and what it should be."""

    name: str
    wanted: str


HOUSE = Layout()
"""The layout of an office that sets nothing."""
_DEFAULTS = {field.name: field.default for field in fields(Layout)}
_CHOICES = {"paper": tuple(PAPERS), "align": ALIGNMENTS}
_SIZES = (8, 36)
_LINES = (20, 200)
_LEAST_MOST = {
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
    good = {name: _held(value) for name, value in _given(office) if not _wanted(name, value)}
    fitting: dict[str, Never] = cast("dict[str, Never]", good)  # each is of its field's type, as was just found
    return replace(HOUSE, **fitting)


def _held(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def for_letters(layout: Layout) -> Layout:
    """Return the layout as what is to fill one page is to keep it."""
    return replace(layout, body_size=layout.letter_size, line_length=layout.letter_line_length)


def misread(office: Office) -> tuple[Misread, ...]:
    """Return the settings of the layout that cannot be."""
    if not isinstance(office.settings.get("layout", {}), Mapping):
        return (Misread("layout", say.WANTED_TABLE),)
    return tuple(Misread(name, wanted) for name, value in _given(office) if (wanted := _wanted(name, value)))


def setting_findings(office: Office) -> Iterator[Finding]:
    """Yield a finding for each setting that cannot be: where it stands, what it should be, what is used instead."""
    for setting in misread(office):
        line = office.setting_lines.get(f"{_SECTION}.{setting.name}") or office.setting_lines.get(_SECTION)
        yield Finding(
            rule=MISREAD,
            severity=Severity.WARN,
            message=say.misread(show_line(setting.name), setting.wanted),
            place=Place("library.toml", line),
            field=show_line(setting.name),
            suggestion=_advice(setting.name),
        )


def _advice(name: str) -> str:
    if name == "layout":
        return say.ALL_DEFAULTS
    if name in _DEFAULTS:
        return say.used_instead(_spelt(_DEFAULTS[name]))
    near = difflib.get_close_matches(name.casefold(), _DEFAULTS, n=1)
    return say.perhaps(near[0]) if near else say.TAKE_SETTING_OUT


def _spelt(default: object) -> str:
    """Return a default as TOML writes it."""
    match default:
        case bool():
            return "true" if default else "false"
        case tuple():
            return f"[{', '.join(map(str, default))}]"
        case str():
            return f'"{default}"'
        case _:
            return f"{default:g}"


def _given(office: Office) -> Iterable[tuple[str, object]]:
    given = office.settings.get("layout", {})
    return given.items() if isinstance(given, Mapping) else ()


def _wanted(name: str, value: object) -> str:
    """Return what a setting should be; empty where it is that."""
    default = _DEFAULTS.get(name)
    bounds = _LEAST_MOST.get(name, (0, 0))
    match default:
        case None:
            return say.NO_SETTING
        case bool():
            return "" if isinstance(value, bool) else say.WANTED_FLAG
        case str():
            return "" if isinstance(value, str) and _is_word(name, value) else say.wanted_word(name, _CHOICES.get(name))
        case tuple():
            return "" if _is_range(value, bounds) else say.wanted_range(bounds)
        case _:
            return "" if _is_number(value, bounds) else say.wanted_number(bounds)


def _is_word(name: str, value: str) -> bool:
    if name == "language":
        return len(value) <= _LONGEST_LANGUAGE and _LANGUAGE.fullmatch(value) is not None
    return value in _CHOICES[name] if name in _CHOICES else show_line(value) == value


def _is_number(value: object, bounds: tuple[int, int]) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and bounds[0] <= value <= bounds[1]


def _is_range(value: object, bounds: tuple[int, int]) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(_is_number(one, bounds) for one in value)
        and value[0] < value[1]
    )
