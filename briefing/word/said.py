"""What the exports in a folder said: by their records, and where a file has none, by its own text."""

from __future__ import annotations

import contextlib
import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from lxml import etree

from briefing.disk.reading import read_file
from briefing.errors import BriefingError
from briefing.evidence.tracing import Export, Said
from briefing.model.dates import iso
from briefing.word.recorded import ENDING, read_record
from briefing.word.template.safety import safe_parts

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TOLD = ("word/document.xml", "word/footnotes.xml")


def read_exports(folder: Path) -> tuple[tuple[Export, ...], tuple[str, ...]]:
    """Return the exports in a folder, and the names of the files that could not be read."""
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    records = [record for path in files if path.suffix == ENDING and (record := _record(path))]
    documents = {path.name: _content(path) for path in files if _is_document(path)}
    hashes = {hashlib.sha256(content).hexdigest(): name for name, content in documents.items() if content is not None}
    known = {hashes.get(str(record.get("sha256")), str(record.get("path", ""))) for record in records}
    exports = [_recorded(record, hashes) for record in records]
    unread = []
    for name, content in documents.items():
        if name in known:
            continue
        try:
            exports.append(Export(name, tuple(_paragraphs(content or b"", name))))
        except (BriefingError, etree.XMLSyntaxError):
            unread.append(name)
    return tuple(exports), tuple(unread)


def _is_document(path: Path) -> bool:
    return path.suffix.lower() == ".docx" and not path.name.startswith("~$")


def _content(path: Path) -> bytes | None:
    with contextlib.suppress(BriefingError, FileNotFoundError):
        return read_file(path)
    return None


def _record(path: Path) -> Mapping[str, object] | None:
    with contextlib.suppress(BriefingError, FileNotFoundError, ValueError, RecursionError):
        record = tomllib.loads(read_record(path).decode())
        return record if record.get("export") and isinstance(record.get("part", []), list) else None
    return None


def _recorded(record: Mapping[str, object], hashes: Mapping[str, str]) -> Export:
    parts = record.get("part")
    said = [part for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []
    told = {name: str(record.get(name, "")) for name in ("export", "path", "for", "sha256")}
    theirs = _attacks(record)
    return Export(
        hashes.get(told["sha256"], told["path"]),
        tuple(_said(part, theirs) for part in said),
        told["export"],
        _when(record.get("on")),
        told["for"],
        str(record.get("product", "")),
        _when(was.get("date")) if isinstance(was := record.get("as_it_was"), dict) else "",
    )


def _said(part: Mapping[str, object], theirs: frozenset[object]) -> Said:
    """Return what a part of a record said, the code beside its words apart."""
    code = str(part.get("code", ""))
    text = str(part.get("text", "")).removeprefix(f"{code}\t" if code else "")
    return Said(str(part.get("card", "")), text, part.get("block") in theirs, code)


def _attacks(record: Mapping[str, object]) -> frozenset[object]:
    """Return the ids of the blocks that said what others say."""
    was = record.get("as_it_was")
    blocks = was.get("block") if isinstance(was, dict) else None
    listed = blocks if isinstance(blocks, list) else []
    return frozenset(str(block.get("id")) for block in listed if isinstance(block, dict) and block.get("attack"))


def _when(on: object) -> str:
    from datetime import date

    return iso(on) if isinstance(on, date) else str(on or "")


def _paragraphs(content: bytes, name: str) -> Iterator[Said]:
    """Yield the paragraphs of a document as they read now; raises BadInput and XMLSyntaxError."""
    parts = safe_parts(content, name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    for part in _TOLD:
        if part in parts:
            for paragraph in etree.fromstring(parts[part], parser).iter(f"{_W}p"):
                yield Said("", "".join(_words(paragraph)))


def _words(paragraph: etree._Element) -> Iterator[str]:
    for run in paragraph.iter(f"{_W}t", f"{_W}delText", f"{_W}tab", f"{_W}br"):
        yield run.text or "" if run.tag in {f"{_W}t", f"{_W}delText"} else " "
