"""Layout rules of how pages look, asked of a template's styles and pages: whoever made it may have had reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from briefing.document.document import Style
from briefing.document.layout import PAPERS, Layout
from briefing.word.checking.colours import contrast
from briefing.word.checking.fault import Found
from briefing.word.checking.names import w
from briefing.word.checking.opened import Opened
from briefing.word.checking.sheet import Sheet
from briefing.word.measuring import LETTER
from briefing.word.styles import LINK_STYLE, NOTE_STYLE, RUNNING_TEXT
from briefing.wording import checking as say

_TEXT = tuple(style.casefold() for style in RUNNING_TEXT)
_CELLS = (Style.CELL.casefold(), Style.CELL_HEADING.casefold())
_FULL_LINES = tuple(style.casefold() for style in (Style.BODY, Style.LETTER, Style.SPOKEN))
_HEADINGS = tuple(f"heading {level}" for level in range(1, 7))
_WHITE = "FFFFFF"
_NEAR = 20
"""Twips by which a sheet may differ: one program's A4 is not another's."""
_RANGED = {"left": {"", "left", "start"}, "justified": {"both", "distribute"}}


def speaks_its_language(file: Opened, layout: Layout) -> Found:
    """Find text that a screen reader would read in another language."""
    told = file.sheet.default("lang")
    if told is None or told.get(w("val"), "") != layout.language:
        yield _styles(file), say.language("" if told is None else told.get(w("val"), ""), layout.language)


def frames_callouts(file: Opened, _: Layout) -> Found:
    """Find a style of callouts without a border and a ground."""
    for style in _used(file, Style.CALLOUT.casefold()):
        if not (file.sheet.has(style, "pBdr") and file.sheet.has(style, "shd")):
            yield _styles(file), say.UNFRAMED


def describes_its_pictures(file: Opened, _: Layout) -> Found:
    """Find pictures that are nothing to whoever hears the page read (WCAG 2.2, 1.1.1)."""
    undescribed = [story for story in file.stories if story.undescribed]
    if undescribed:
        yield undescribed[0].part, say.undescribed(sum(story.undescribed for story in undescribed))


def can_be_told_from_the_ground(file: Opened, layout: Layout) -> Found:
    """Find text too like its ground to be read (WCAG 2.2, 1.4.3)."""
    sheet = file.sheet
    for style in _used(file):
        ground = _ground(sheet, style)
        for setting in (style, *sheet.with_name(LINK_STYLE.casefold())):
            ink = sheet.value(setting, "color")
            for fill in {ground, *(_table_grounds(sheet) if sheet.names[style] in _CELLS else ())}:
                found = contrast(ink, fill)
                if found < layout.contrast:
                    yield _styles(file), say.low_contrast(sheet.names[setting], found, layout.contrast)


def _ground(sheet: Sheet, style: str) -> str:
    fill = sheet.value(style, "shd", "fill")
    return _WHITE if fill in {"", "auto"} else fill


def _table_grounds(sheet: Sheet) -> set[str]:
    """Return the grounds a table's styles lay under its cells."""
    tables = (style for style in sheet.by_id.values() if style.get(w("type")) == "table")
    fills = {shade.get(w("fill"), "") for table in tables for shade in table.iter(w("shd"))}
    return {fill for fill in fills if fill not in {"", "auto"}}


def is_large_enough(file: Opened, layout: Layout) -> Found:
    """Find text and notes smaller than the office wants them."""
    running = {*_used(file, *_TEXT)}
    for style in (*_used(file), *_noted(file)):
        least = layout.body_size if style in running else layout.note_size
        points = file.sheet.points(style)
        if points < least:
            yield _styles(file), say.too_small(file.sheet.names[style], points, least)


def is_ranged(file: Opened, layout: Layout) -> Found:
    """Find running text that is not ranged as the office wants it."""
    for style in _used(file, *_TEXT):
        if file.sheet.value(style, "jc") not in _RANGED[layout.align]:
            yield _styles(file), say.misranged(file.sheet.names[style], layout.align)


def keeps_words_whole(file: Opened, _: Layout) -> Found:
    """Find a file that breaks words at the ends of lines."""
    told = file.settings.find(w("autoHyphenation"))
    if told is not None and told.get(w("val"), "1") not in {"0", "false", "off"}:
        yield file.package.related(file.main.part, "settings"), say.HYPHENATES


def has_lines_of_good_length(file: Opened, layout: Layout) -> Found:
    """Find lines too long or too short for the eye to find the next."""
    fewest, most = layout.line_length
    for page in _pages(file):
        width = _number(page, "pgSz", "w") - _number(page, "pgMar", "left") - _number(page, "pgMar", "right")
        for style in _used(file, *_FULL_LINES):
            room = (width - file.sheet.indents(style)) / 20
            letters = round(room / (file.sheet.points(style) * LETTER))
            if not fewest <= letters <= most:
                yield file.main.part, say.line_length(file.sheet.names[style], letters, layout.line_length)


def is_on_its_paper(file: Opened, layout: Layout) -> Found:
    """Find pages of another paper."""
    width, height = PAPERS[layout.paper]
    for page in _pages(file):
        if abs(_number(page, "pgSz", "w") - width) > _NEAR or abs(_number(page, "pgSz", "h") - height) > _NEAR:
            yield file.main.part, say.other_paper(layout.paper)


def keeps_together(file: Opened, _: Layout) -> Found:
    """Find headings and quotations that may be parted from what follows, and lines that may stand alone."""
    for style in _used(file, *_HEADINGS, Style.TITLE.casefold(), Style.QUOTATION.casefold()):
        if not file.sheet.is_on(style, "keepNext"):
            yield _styles(file), say.may_part(file.sheet.names[style])
    for style in _used(file):
        if not file.sheet.is_on(style, "widowControl", otherwise=True):
            yield _styles(file), say.may_stand_alone(file.sheet.names[style])


def _used(file: Opened, *names: str) -> list[str]:
    """Return the styles that set the text, or those of these names among them."""
    there = file.sheet.names
    return [style for style in file.main.styles if style in there and (not names or there[style] in names)]


def _noted(file: Opened) -> Iterable[str]:
    return file.sheet.with_name(NOTE_STYLE.casefold()) if file.main.note_marks else ()


def _pages(file: Opened) -> Iterator[etree._Element]:
    return file.main.skeleton.iter(w("sectPr"))


def _number(page: etree._Element, element: str, attribute: str) -> int:
    found = page.find(w(element))
    held = "" if found is None else found.get(w(attribute), "")
    return int(held) if held.lstrip("-").isdigit() else 0


def _styles(file: Opened) -> str:
    return file.package.related(file.main.part, "styles")
