"""The record of an export: exactly what the file said, paragraph by paragraph, for the day it comes back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import tomli_w

from briefing.document.document import Code, Document, Footnote
from briefing.model.entries import write_block, write_outline_head
from briefing.model.literal import show
from briefing.model.outline import Outline
from briefing.word.body import Mark
from briefing.word.recorded import ENDING
from briefing.word.writing import Written

_STAYS = frozenset({"note", "private"})
"""Fields that are for colleagues only: a record may be passed on with its file."""
_ESCAPED = re.compile('[\x00-\x08\x0a-\x1f\x7f"\\\\]')
"""What stands in no text of a TOML file as it is."""
_ESCAPE = {"\b": r"\b", "\n": r"\n", "\f": r"\f", "\r": r"\r", '"': r"\"", "\\": r"\\"}


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Who made an export when, for whom, as which copy, and what they acknowledged."""

    on: datetime
    by: str = ""
    addressee: str = ""
    copy: str = "marking"
    acknowledged: Mapping[str, str] | None = None


def record_path(file: Path, export: str) -> Path:
    """Return where the record of an export stands: beside its file."""
    return file.with_name(f"{file.stem}.{export}{ENDING}")


def write_record(outline: Outline, document: Document, written: Written, file: Path, around: Circumstances) -> bytes:
    """Return the record as TOML."""
    record: dict[str, object] = {
        "export": written.export,
        "outline": outline.name,
        "product": document.product,
        "copy": around.copy,
        "template_sha256": written.template.sha256,
        "on": around.on.replace(microsecond=0),
        "by": around.by,
        "for": around.addressee,
        "sha256": written.sha256,
        "path": file.name,
        "acknowledged": [
            {"rule": rule, "by": around.by, "reason": reason} for rule, reason in (around.acknowledged or {}).items()
        ],
        "as_it_was": {
            **_passed_on(write_outline_head(outline)),
            "block": [_passed_on(write_block(block)) for block in outline.blocks],
        },
    }
    told = {name: value for name, value in record.items() if value not in ("", [])}
    return b"".join((tomli_w.dumps(_encodable(told)).encode(), *map(_part, written.marks)))


def record_with(record: bytes, form: str, content_sha256: str) -> bytes:
    """Return a record that names another form of the document as well (`pdf`), by its hash."""
    name = f"{form}_sha256"
    lines = [line for line in record.splitlines(keepends=True) if not line.startswith(f"{name} = ".encode())]
    return b"".join((f'{name} = "{content_sha256}"\n'.encode(), *lines))


def _passed_on(fields: Mapping[str, object]) -> dict[str, object]:
    """Return fields without those for colleagues only, however deep they stand."""
    return {name: _kept(value) for name, value in fields.items() if name not in _STAYS}


def _kept(value: object) -> object:
    if isinstance(value, Mapping):
        return _passed_on(value)
    return [_kept(held) for held in value] if isinstance(value, list | tuple) else value


def _part(mark: Mark) -> bytes:
    """Return a paragraph as a table of the record: a long document has more of them than tomli_w gets done soon."""
    paragraph = mark.paragraph
    told = {
        "bookmark": mark.bookmark,
        "block": paragraph.block,
        "card": paragraph.card,
        "kind": paragraph.kind,
        "code": "".join(part.text for part in paragraph.words if isinstance(part, Code)),
        "text": mark.text,
    }
    lines = [f"{name} = {_quoted(value)}\n" for name, value in told.items() if value or name == "text"]
    sources = [part.source for part in paragraph.words if isinstance(part, Footnote) and part.source]
    lines += (*_list("sources", sources), *_list("notes", mark.notes))
    return "".join(("\n[[part]]\n", *lines)).encode()


def _list(name: str, texts: Sequence[str]) -> tuple[str, ...]:
    return (f"{name} = [\n", *(f"    {_quoted(text)},\n" for text in texts), "]\n") if texts else ()


def _quoted(text: str) -> str:
    return f'"{_ESCAPED.sub(_escape, _text(text))}"'


def _escape(found: re.Match[str]) -> str:
    return _ESCAPE.get(found[0]) or f"\\u{ord(found[0]):04x}"


def _encodable(value: object) -> dict[str, object]:
    """Return a table in which every text can be written as UTF-8: half a surrogate pair is shown instead."""
    plain = _plain(value)
    return plain if isinstance(plain, dict) else {}


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {_text(str(name)): _plain(held) for name, held in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(held) for held in value]
    return _text(value) if isinstance(value, str) else value


def _text(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        return show(text)
    return str(text)
