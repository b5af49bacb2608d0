"""The styles and lists of a file, each property looked up through what a style is based on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from lxml import etree

from briefing.word.checking.names import VAL, w

_OFF = {"0", "false", "off", "none"}
_UNSAID_SIZE = 20
"""Half points Word sets text in where nothing says how large it is."""


class Sheet:
    """The styles of one file, and the lists they number by."""

    def __init__(self, styles: etree._Element, numbering: etree._Element) -> None:
        self.styles = styles
        self.numbering = numbering

    @cached_property
    def by_id(self) -> dict[str, etree._Element]:
        """Every style by its id."""
        return {style.get(w("styleId"), ""): style for style in self.styles.iterchildren(w("style"))}

    @cached_property
    def names(self) -> dict[str, str]:
        """The name of every style, in small letters, by its id: names are the same in every template."""
        return {own: _val(style, "name").casefold() for own, style in self.by_id.items()}

    @property
    def lists(self) -> set[str]:
        """The number of every list."""
        return {number.get(w("numId"), "") for number in self.numbering.iterchildren(w("num"))}

    def with_name(self, *names: str) -> list[str]:
        """Return the ids of the styles of these names that there are."""
        return [own for own, name in self.names.items() if name in names]

    def is_on(self, style: str, name: str, *, otherwise: bool = False) -> bool:
        """Whether a property that is on or off is on in a style."""
        found = self._found(style, name)
        return otherwise if found is None else found.get(VAL, "1") not in _OFF

    def value(self, style: str, name: str, attribute: str = "val") -> str:
        """Return a property of a style; empty where nothing it is based on says."""
        found = self._found(style, name)
        return "" if found is None else found.get(w(attribute), "")

    def has(self, style: str, name: str) -> bool:
        """Whether a style says something of a property."""
        return self._found(style, name) is not None

    def indents(self, style: str) -> int:
        """Return what a line of a style loses on both sides, in twips."""
        sides = (self.value(style, "ind", side) for side in ("left", "right"))
        return sum(int(side) for side in sides if side.lstrip("-").isdigit())

    def points(self, style: str) -> float:
        """Return the size of a style's text."""
        size = self.value(style, "sz")
        return (int(size) if size.isdigit() else _UNSAID_SIZE) / 2

    def default(self, name: str) -> etree._Element | None:
        """Return a property of the whole document's text."""
        defaults = self.styles.find(w("docDefaults"))
        return None if defaults is None else next(defaults.iter(w(name)), None)

    def _found(self, style: str, name: str) -> etree._Element | None:
        for layer in self._lineage(style):
            for properties in layer.iterchildren(w("pPr"), w("rPr")):
                found = properties.find(w(name))
                if found is not None:
                    return found
        return self.default(name)

    def _lineage(self, style: str) -> Iterator[etree._Element]:
        """Yield a style and what it is based on; a circle ends where it closes."""
        seen: set[str] = set()
        while style in self.by_id and style not in seen:
            seen.add(style)
            yield self.by_id[style]
            style = _val(self.by_id[style], "basedOn")


def _val(element: etree._Element, name: str) -> str:
    child = element.find(w(name))
    return "" if child is None else child.get(VAL, "")
