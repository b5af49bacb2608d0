"""Styles a template has not: each is made from the house's, on the template's own Normal, in its type and size."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from copy import deepcopy

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from lxml import etree

from briefing.word.template.figures import LARGEST_TEXT

_UNSAID_SIZE = 20
"""Half points Word sets text in where nothing says how large it is."""
_TYPE = qn("w:type")
_OF_THE_TEMPLATE = ("w:rFonts", "w:lang")
"""What a made style leaves to the template's Normal."""


def style_ids(document: WordDocument) -> dict[str, str]:
    """Return the id of every style by its name in small letters: ids change from template to template, names do not."""
    return {_name(style).casefold(): style.get(qn("w:styleId"), "") for style in _styles(document)}


def settle_styles(word: WordDocument, house: WordDocument) -> None:
    """Take out the styles nothing can refer to, and rename those named as a house style of another kind is."""
    kinds = {_name(style).casefold(): style.get(_TYPE) for style in _styles(house)}
    for style in list(_styles(word)):
        name = _name(style)
        if not style.get(qn("w:styleId")):
            _drop(style)
        elif kinds.get(name.casefold(), style.get(_TYPE)) != style.get(_TYPE):
            for named in style.findall(qn("w:name")):
                named.set(qn("w:val"), f"{name} ({style.get(_TYPE)})")


def add_missing(
    word: WordDocument, house: WordDocument, needed: Collection[str], *, in_proportion: bool = True
) -> tuple[str, ...]:
    """Make the styles that are `needed`, by name, and not in a template; return their names in order.

    They are as large beside the template's text as the house's beside its own, or as the house has them where they are
    not to be in proportion.
    """
    making = _Making(word, house, _size(word) / _size(house) if in_proportion else 1)
    for name in sorted(needed):
        making.make(name)
    return tuple(making.made)


class _Making:
    """The styles of one template, as they are added to."""

    def __init__(self, word: WordDocument, house: WordDocument, ratio: float) -> None:
        self.made: list[str] = []
        self._into = word.styles.element
        self._ids = style_ids(word)
        self._normal = _normal(word)
        self._house = {_name(style).casefold(): style for style in _styles(house)}
        self._house_names = {style.get(qn("w:styleId"), ""): name for name, style in self._house.items()}
        self._ratio = ratio
        self._lists = _Lists(word, house)

    def make(self, name: str) -> str:
        """Return the id of a style, making it, and what it is based on, where it is not there."""
        wanted = name.casefold()
        if wanted in self._ids or wanted not in self._house:
            return self._ids.get(wanted, self._normal)
        style = deepcopy(self._house[wanted])
        own = _free(style.get(qn("w:styleId"), ""), self._ids.values())
        self._ids[wanted] = own
        self.made.append(_name(style))
        style.set(qn("w:styleId"), own)
        for kind in ("w:basedOn", "w:next"):
            for other in style.findall(qn(kind)):
                self._point(other)
        self._fit(style, own)
        self._into.append(style)
        return own

    def _point(self, other: etree._Element) -> None:
        """Make a reference to another of the house's styles one to the template's style of that name."""
        name = self._house_names.get(other.get(qn("w:val"), ""), "")
        if name == "normal":
            other.set(qn("w:val"), self._normal)
        elif name in self._ids or other.tag == qn("w:basedOn"):
            other.set(qn("w:val"), self.make(name))
        else:
            _drop(other)

    def _fit(self, style: etree._Element, own: str) -> None:
        for size in style.iter(qn("w:sz"), qn("w:szCs")):
            scaled = round(int(size.get(qn("w:val"), "0")) * self._ratio)
            size.set(qn("w:val"), str(max(1, min(scaled, LARGEST_TEXT))))
        for left in _OF_THE_TEMPLATE:
            for element in list(style.iter(qn(left))):
                _drop(element)
        for number in style.iter(qn("w:numId")):
            number.set(qn("w:val"), self._lists.take(number.get(qn("w:val"), ""), own))


class _Lists:
    """The lists of a template, as the house's are added to them."""

    def __init__(self, word: WordDocument, house: WordDocument) -> None:
        self._word = word
        self._spare = house.part.numbering_part
        self._house = deepcopy(self._spare.element)

    def take(self, number: str, style: str) -> str:
        """Copy one of the house's lists for a style and return its number in the template."""
        into = self._numbering()
        abstract, instance = _list(self._house, number)
        for level in abstract.iter(qn("w:pStyle")):
            level.set(qn("w:val"), style)
        own = _number(abstract, "w:abstractNumId", into)
        for reference in instance.iter(qn("w:abstractNumId")):
            reference.set(qn("w:val"), own)
        taken = _number(instance, "w:numId", into)
        first = into.find(qn("w:num"))
        if first is None:
            into.append(abstract)
        else:
            first.addprevious(abstract)
        last = list(into.iterchildren(qn("w:abstractNum"), qn("w:num")))[-1]
        last.addnext(instance)
        return taken

    def _numbering(self) -> etree._Element:
        """Return the template's lists; where it has no part for any, it gets the house's, emptied."""
        part = self._word.part
        if not any(relationship.reltype == RT.NUMBERING for relationship in part.rels.values()):
            del self._spare.element[:]
            part.relate_to(self._spare, RT.NUMBERING)
        numbering: etree._Element = part.numbering_part.element
        return numbering


def _list(numbering: etree._Element, number: str) -> tuple[etree._Element, etree._Element]:
    """Return copies of how a list is numbered and of the list itself."""
    instance = _found(numbering, "w:num", "w:numId", number)
    pointer = instance.find(qn("w:abstractNumId"))
    abstract = _found(
        numbering, "w:abstractNum", "w:abstractNumId", "" if pointer is None else pointer.get(qn("w:val"), "")
    )
    return deepcopy(abstract), deepcopy(instance)


def _found(numbering: etree._Element, tag: str, attribute: str, value: str) -> etree._Element:
    return next(found for found in numbering.iterchildren(qn(tag)) if found.get(qn(attribute)) == value)


def _number(own: etree._Element, attribute: str, into: etree._Element) -> str:
    """Give an element of a list the next number there is, and return it."""
    taken = [int(other.get(qn(attribute), "0")) for other in into.iterchildren(str(own.tag))]
    number = str(max(taken, default=0) + 1)
    own.set(qn(attribute), number)
    return number


def _styles(document: WordDocument) -> Iterator[etree._Element]:
    styles: etree._Element = document.styles.element
    return styles.iterchildren(qn("w:style"))


def _name(style: etree._Element) -> str:
    name = style.find(qn("w:name"))
    return "" if name is None else name.get(qn("w:val"), "")


def _normal(word: WordDocument) -> str:
    """Return the id of the style paragraphs have where none is named."""
    default = qn("w:default")
    paragraphs = [style for style in _styles(word) if style.get(qn("w:type")) == "paragraph"]
    chosen = [style for style in paragraphs if style.get(default) in {"1", "true", "on"}] or paragraphs
    return chosen[0].get(qn("w:styleId"), "") if chosen else ""


def _size(word: WordDocument) -> int:
    """Return the size of the text in half points: Normal's, or that of the whole document."""
    normal = _normal(word)
    styles = [style for style in _styles(word) if style.get(qn("w:styleId")) == normal]
    for held in (*styles, word.styles.element.find(qn("w:docDefaults"))):
        size = None if held is None else next(held.iter(qn("w:sz")), None)
        if size is not None:
            return int(size.get(qn("w:val"), str(_UNSAID_SIZE)))
    return _UNSAID_SIZE


def _free(wanted: str, taken: Collection[str]) -> str:
    """Return an id nobody has."""
    while wanted in taken:
        wanted = f"{wanted}House"
    return wanted


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
