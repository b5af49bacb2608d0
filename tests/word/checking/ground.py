"""What the tests of the check stand on: a file that was really exported, and ways to break it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from briefing.document.layout import HOUSE, Layout
from briefing.word.checking.fault import Fault
from briefing.word.checking.file import check_file
from briefing.word.package import pack
from tests.word.ground import Opened, opened, rich

MAIN = "word/document.xml"
NOTES = "word/footnotes.xml"
STYLES = "word/styles.xml"
SETTINGS = "word/settings.xml"
NUMBERING = "word/numbering.xml"
CORE = "docProps/core.xml"
FOOTER = "word/footer1.xml"
MAIN_LINKS = "word/_rels/document.xml.rels"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
WORD_14 = b'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
_IGNORED = b'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14" '

Parts = dict[str, bytes]
Plant = Callable[[Parts], None]


@cache
def exported(product: str = "briefing") -> Opened:
    """A product as it is written, with something of everything."""
    return opened(rich(product))


def layout_of(product: str) -> Layout:
    """The layout a product is to keep: a letter, one side to hold and a reading copy have one of their own."""
    return rich(product).kept_layout


def broken(plant: Plant, product: str = "briefing") -> bytes:
    """A file with a fault planted in it."""
    parts = dict(exported(product).parts)
    plant(parts)
    assert parts != exported(product).parts
    return pack(parts)


def swaps(part: str, old: bytes | str, new: bytes | str, times: int = 1) -> Plant:
    """A plant that puts something in the place of what stands in a part, there being such."""
    old, new = (said.encode() if isinstance(said, str) else said for said in (old, new))

    def plant(parts: Parts) -> None:
        assert old in parts[part]
        parts[part] = parts[part].replace(old, new, times)

    return plant


def before_end(inserted: str, part: str = MAIN, element: str = "w:sectPr") -> Plant:
    """A plant that adds something to a part before an element begins."""
    return swaps(part, f"<{element}", f"{inserted}<{element}")


def drawn(described: str = "", inside: str = "", picture: str = "<a:blip/>") -> str:
    """A drawing, with what is said of it."""
    return (
        f'<w:drawing><wp:inline xmlns:wp="{_WP}"><wp:extent cx="1" cy="1"/><wp:docPr id="1" name="P" {described}>'
        f'{inside}</wp:docPr><a:graphic xmlns:a="{_A}"><a:graphicData uri="{_A}/picture">{picture}</a:graphicData>'
        "</a:graphic></wp:inline></w:drawing>"
    )


def shows_at_the_foot(*drawn: str) -> Plant:
    """A plant that puts drawings at the foot of every page."""
    styled = '<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r>{}</w:r></w:p>'
    return before_end("".join(map(styled.format, drawn)), FOOTER, "/w:ftr>")


def with_ids(*ids: str) -> Plant:
    """A plant that gives paragraphs ids."""

    def plant(parts: Parts) -> None:
        parts[MAIN] = parts[MAIN].replace(b"<w:document ", b"<w:document " + WORD_14 + _IGNORED, 1)
        for own in ids:
            parts[MAIN] = parts[MAIN].replace(b"<w:p>", f'<w:p w14:paraId="{own}">'.encode(), 1)

    return plant


def faults(content: bytes, layout: Layout = HOUSE) -> Mapping[str, Fault]:
    """The last fault found of each rule, by the rule."""
    return {fault.rule: fault for fault in check_file(content, layout)}
