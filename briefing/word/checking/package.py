"""The parts of a file as they are packed: their types, and how they are related."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import NamedTuple

from lxml import etree

from briefing.word.package import CONTENT_TYPES

UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError)
"""What reading a zip that is none, or is damaged, ends in."""
_RELATIONSHIPS = ".rels"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
_NONE = etree.Element("none")


class Relationship(NamedTuple):
    """What one part needs of another, or of the world."""

    id: str
    kind: str
    """The last word of its type: `styles`, `header`, `hyperlink`."""
    target: str
    """The path of a part inside the file, or an address outside it."""
    is_external: bool


class Package:
    """One file, taken apart when it is asked for."""

    def __init__(self, content: bytes) -> None:
        """Take a file's bytes; raises one of UNREADABLE where they are no zip."""
        self._archive = zipfile.ZipFile(BytesIO(content))
        self._trees: dict[str, etree._Element] = {}
        self._relationships: dict[str, tuple[Relationship, ...]] = {}
        self.names = tuple(self._archive.namelist())
        self.broken: dict[str, str] = {}
        """Why a part is not well formed, by its path."""

    def read(self, name: str) -> bytes:
        """Return a part; nothing where there is none. Raises one of UNREADABLE where it is damaged."""
        return self._archive.read(name) if name in self.names else b""

    def tree(self, name: str) -> etree._Element:
        """Return a small part as XML; an empty element where there is none, or it is broken."""
        if name not in self._trees:
            self._trees[name] = self._parsed(name)
        return self._trees[name]

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """Return the relationships of a part, or of the whole file where none is named."""
        if part not in self._relationships:
            self._relationships[part] = tuple(self._related(part))
        return self._relationships[part]

    def _related(self, part: str) -> Iterator[Relationship]:
        folder, _, name = part.rpartition("/")
        for one in self.tree(posixpath.join(folder, "_rels", f"{name}{_RELATIONSHIPS}")):
            target, outside = one.get("Target", ""), one.get("TargetMode") == "External"
            yield Relationship(
                one.get("Id", ""),
                one.get("Type", "").rpartition("/")[2],
                target if outside else _inside(folder, target),
                outside,
            )

    def related(self, part: str, kind: str) -> str:
        """Return the path of the first part of a kind that another has; empty where it has none."""
        return next((one.target for one in self.relationships(part) if one.kind == kind), "")

    def types(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """Return the types of parts by their paths, and those of all others by their endings."""
        by_path: dict[str, str] = {}
        by_ending: dict[str, str] = {}
        for one in self.tree(CONTENT_TYPES):
            kind = one.get("ContentType", "")
            if one.get("PartName") is not None:
                by_path[one.get("PartName", "").lstrip("/")] = kind
            else:
                by_ending[one.get("Extension", "").lower()] = kind
        return by_path, by_ending

    def _parsed(self, name: str) -> etree._Element:
        held = self.read(name)
        if not held:
            return _NONE
        try:
            root = etree.fromstring(held, _PARSER)
        except etree.XMLSyntaxError as error:
            self.broken[name] = error.msg
            return _NONE
        if root.getroottree().docinfo.doctype:
            self.broken[name] = "DOCTYPE"
        return root


def is_relationships(name: str) -> bool:
    """Whether a part is a list of relationships."""
    return name.endswith(_RELATIONSHIPS)


def source_of(name: str) -> str:
    """Return the path of the part a list of relationships is of; empty for the whole file's."""
    folder, _, own = name.rpartition("/")
    return posixpath.join(folder.removesuffix("_rels").rstrip("/"), own.removesuffix(_RELATIONSHIPS))


def _inside(folder: str, target: str) -> str:
    joined = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
    return posixpath.normpath(joined)
