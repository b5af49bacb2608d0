"""An office's own file as a template: its styles, theme, pages, headers and footers, and nothing else of it.

What stood on its pages is not kept, nor who made it and when, where it came from, and what it would fetch or run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import OpcError
from docx.opc.part import Part, XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from lxml import etree

from briefing.document.citation import safe_link
from briefing.errors import BadInput, Place
from briefing.word.package import CONTENT_TYPES, pack
from briefing.word.template.running import complete_running
from briefing.word.template.safety import DOCUMENT, TEMPLATE, safe_parts
from briefing.word.template.scrubbing import hiding_styles, scrub
from briefing.wording import template as say

_STRICT = b"http://purl.oclc.org/ooxml/"
_ROOTS = {
    RT.STYLES: qn("w:styles"),
    RT.NUMBERING: qn("w:numbering"),
    RT.THEME: qn("a:theme"),
    RT.HEADER: qn("w:hdr"),
    RT.FOOTER: qn("w:ftr"),
}
"""What each part that is kept begins with: Word does not open a file in which one begins otherwise."""
_FROM_THE_HOUSE = (RT.SETTINGS, RT.FOOTNOTES)
_ABOUT_THE_FILE = (RT.CORE_PROPERTIES, RT.EXTENDED_PROPERTIES, RT.CUSTOM_PROPERTIES)
_BROKEN = (
    *(OpcError, etree.XMLSyntaxError, LookupError, ValueError, AttributeError, TypeError),
    *(ArithmeticError, RecursionError, StopIteration, AssertionError),
)
_KEPT_SETTINGS = ("evenAndOddHeaders", "clrSchemeMapping")
"""Settings without which the pages and colours of a template are others."""


def open_foreign(content: bytes, house: WordDocument, shown: str) -> WordDocument:
    """Return an office's file as an empty document on its own styles and pages; raises BadInput for no Word file.

    `house` gives what no template is asked for: the settings, the part of the notes and the properties.
    """
    parts = dict(safe_parts(content, shown))
    if any(_STRICT in part for name, part in parts.items() if name.endswith(".rels")):
        raise BadInput(say.STRICT, Place(shown), say.STRICT_HINT)
    parts[CONTENT_TYPES] = parts[CONTENT_TYPES].replace(TEMPLATE, DOCUMENT)
    main = _main_part(parts)
    parts[main] = _last_page(parts[main], house)
    opened = docx.Document(BytesIO(pack(parts)))
    _take_settings(opened, house)
    _keep_parts(opened, house)
    complete_running(opened, house)
    return opened


@contextmanager
def told_where_broken(shown: str) -> Iterator[None]:
    """Tell what reading a file ends in whose parts do not hold together; raises BadInput."""
    try:
        yield
    except _BROKEN as error:
        raise BadInput(say.BROKEN, Place(shown), say.BROKEN_HINT) from error


def _main_part(parts: Mapping[str, bytes]) -> str:
    """Return the path of the document itself."""
    relationships: etree._Element = parse_xml(parts["_rels/.rels"])
    main = (one.get("Target", "") for one in relationships if one.get("Type") == RT.OFFICE_DOCUMENT)
    return next(main).lstrip("/")


def _last_page(document: bytes, house: WordDocument) -> bytes:
    """Return a document with nothing in it but the last section's page, under the names our words are written with.

    Headers and footers that the page takes over from earlier sections go with it.
    """
    opened: etree._Element = parse_xml(document)
    former = {page for change in opened.iter(qn("w:sectPrChange")) for page in change}
    sections = [page for page in opened.iter(qn("w:sectPr")) if page not in former]
    page = sections[-1] if sections else OxmlElement("w:sectPr")
    there = {_kind(reference) for reference in _references(page)}
    for earlier in reversed(sections[:-1]):
        for reference in reversed(list(_references(earlier))):
            if _kind(reference) not in there:
                there.add(_kind(reference))
                page.insert(0, deepcopy(reference))
    for left in ("w:sectPrChange", "w:printerSettings", "w:type"):
        for element in page.findall(qn(left)):
            page.remove(element)
    root = deepcopy(house.element)
    del root.body[:]
    root.body.append(page)
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def _references(page: etree._Element) -> Iterator[etree._Element]:
    return page.iterchildren(qn("w:headerReference"), qn("w:footerReference"))


def _kind(reference: etree._Element) -> tuple[str, str]:
    return str(reference.tag), reference.get(qn("w:type"), "default")


def _take_settings(opened: WordDocument, house: WordDocument) -> None:
    """Put into the house's settings, which are to be the file's, what the template's pages hang on."""
    into = house.settings.element
    for name in _KEPT_SETTINGS:
        for setting in opened.settings.element.findall(qn(f"w:{name}")):
            before = into.find(qn("w:characterSpacingControl" if name == "evenAndOddHeaders" else "w:decimalSymbol"))
            if before is not None:
                before.addprevious(deepcopy(setting))


def _keep_parts(opened: WordDocument, house: WordDocument) -> None:
    """Keep the parts a template is used for, cleaned, and take the others from the house."""
    package, main, ours = opened.part.package, opened.part, house.part.package
    if package is None or ours is None:
        return
    hiding = _hiding(main)
    referred = {reference.get(qn("r:id")) for reference in _references(opened.element.body[-1])}
    for name, relationship in list(main.rels.items()):
        kept = relationship.reltype in _ROOTS and not relationship.is_external
        if not kept or (relationship.reltype in {RT.HEADER, RT.FOOTER} and name not in referred):
            main.rels.pop(name)
        elif not _is_what_it_says(relationship.target_part, relationship.reltype):
            raise ValueError(name)  # it could not be cleaned, nor written in, and Word would not open it
        else:
            _clean(relationship.target_part, hiding)
    _drop_dangling(opened)
    scrub(opened.element, set(main.rels), hiding)
    for name, relationship in list(package.rels.items()):
        if relationship.reltype != RT.OFFICE_DOCUMENT:
            package.rels.pop(name)
    for kind in _FROM_THE_HOUSE:
        main.relate_to(house.part.part_related_by(kind), kind)
    for kind in _ABOUT_THE_FILE:
        package.relate_to(ours.part_related_by(kind), kind)


def _is_what_it_says(part: Part, kind: str) -> bool:
    """Whether a part is of the kind it is kept as; a theme alone is read by nobody here."""
    if kind == RT.THEME:
        return str(parse_xml(part.blob).tag) == _ROOTS[kind]
    return isinstance(part, XmlPart) and str(part.element.tag) == _ROOTS[kind]


def _drop_dangling(opened: WordDocument) -> None:
    """Drop the headers and footers a page names that are not there: Word takes none without a part of its kind."""
    kinds = {name: relationship.reltype for name, relationship in opened.part.rels.items()}
    page: etree._Element = opened.element.body[-1]
    for reference in list(_references(page)):
        own = RT.HEADER if reference.tag == qn("w:headerReference") else RT.FOOTER
        if kinds.get(reference.get(qn("r:id"), "")) != own:
            page.remove(reference)


def _hiding(main: Part) -> frozenset[str]:
    """Return the styles that hide what is set in them, before these are cleaned and hide nothing any more."""
    named = (relationship for relationship in main.rels.values() if relationship.reltype == RT.STYLES)
    styles = [relationship.target_part for relationship in named if not relationship.is_external]
    return frozenset().union(*(hiding_styles(part.element) for part in styles if isinstance(part, XmlPart)))


def _clean(part: Part, hiding: frozenset[str]) -> None:
    """Take out of a part what it would fetch, run, tell or hide."""
    kept = set(_kept_relationships(part))
    for name in set(part.rels) - kept:
        part.rels.pop(name)
    if isinstance(part, XmlPart):
        scrub(part.element, kept, hiding)


def _kept_relationships(part: Part) -> Iterable[str]:
    for name, relationship in part.rels.items():
        inside = relationship.reltype == RT.IMAGE and not relationship.is_external
        if inside or (relationship.reltype == RT.HYPERLINK and safe_link(relationship.target_ref)):
            yield name
