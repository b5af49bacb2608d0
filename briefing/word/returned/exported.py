"""The record of an export read back: what every paragraph of the file said when it left."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.errors import BadInput, Place
from briefing.wording import returned as say

_BETWEEN = b"\n[[part]]\n"
_TEXT = r'"([^"\\\n]*)"\n'
_LIST = r'\[\n((?:    "[^"\\\n]*",\n)+)\]\n'
_PART = re.compile(
    rf"bookmark = {_TEXT}(?:block = {_TEXT})?(?:card = {_TEXT})?kind = {_TEXT}(?:code = {_TEXT})?text = {_TEXT}"
    rf"(?:sources = {_LIST})?(?:notes = {_LIST})?"
)
"""A part as records are written; one with an escape in it is left to tomllib."""
_TOLD = ("bookmark", "text", "block", "card", "code")
_LISTED = re.compile(r'"([^"]*)"')


@dataclass(frozen=True, slots=True)
class ExportedPart:
    """One paragraph as it left."""

    bookmark: str
    text: str
    block: str = ""
    card: str = ""
    kind: str = "paragraph"
    """Heading, paragraph, quotation, cell."""
    sources: tuple[str, ...] = ()
    """The id of the source of each note that cites one."""
    notes: tuple[str, ...] = ()
    """What each note said; records of earlier exports do not say it."""
    code: str = ""
    """The code of a proof, with which the text begins."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What left: the paragraphs of a file in reading order."""

    export: str
    parts: tuple[ExportedPart, ...]
    outline: str = ""
    product: str = ""
    sha256: str = ""
    """Of the file as it left."""
    copy: str = ""

    @property
    def tells_notes(self) -> bool:
        """Whether the record says what notes said; where it does not, one may have had notes all the same."""
        return any(part.notes for part in self.parts) or not any(part.sources for part in self.parts)


def read_exported(record: bytes, name: str = "") -> Exported:
    """Return what a record says; raises BadInput where it is none. `name` is what it is called in the error."""
    try:
        head, *parts = record.split(_BETWEEN)
        told: Mapping[str, object] = tomllib.loads(head.decode())
        listed = [_read(part.decode()) for part in parts]
    except (ValueError, RecursionError):
        told, listed = _whole(record, name)
    said = {field: str(told.get(field, "")) for field in ("export", "outline", "product", "sha256", "copy")}
    if not said["export"]:
        raise BadInput(say.NO_RECORD, Place(name), say.NO_RECORD_HINT)
    return Exported(said.pop("export"), tuple(listed), **said)


def _whole(record: bytes, name: str) -> tuple[Mapping[str, object], list[ExportedPart]]:
    """Read a record that somebody has written otherwise than we do."""
    try:
        told = tomllib.loads(record.decode())
    except (ValueError, RecursionError) as error:
        raise BadInput(say.NO_RECORD, Place(name), say.NO_RECORD_HINT) from error
    parts = told.get("part", [])
    return told, [_part(part) for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []


def _read(part: str) -> ExportedPart:
    """Read one part: a long record has more of them than tomllib gets done soon."""
    found = _PART.fullmatch(part)
    if found is None:
        return _part(tomllib.loads(part))
    bookmark, block, card, kind, code, text, sources, notes = found.groups("")
    cited, noted = tuple(_LISTED.findall(sources)), tuple(_LISTED.findall(notes))
    return ExportedPart(bookmark, text, block, card, kind, cited, noted, code)


def _part(fields: Mapping[str, object]) -> ExportedPart:
    bookmark, text, block, card, code = (str(fields.get(name, "")) for name in _TOLD)
    sources, notes = (tuple(map(str, _listed(fields.get(name)))) for name in ("sources", "notes"))
    return ExportedPart(bookmark, text, block, card, str(fields.get("kind", "paragraph")), sources, notes, code)


def _listed(value: object) -> list[object] | tuple[object, ...]:
    return value if isinstance(value, list | tuple) else []
