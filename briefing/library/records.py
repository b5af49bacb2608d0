"""Steps as the history's log keeps them: JSON, with entries inside it as TOML, which knows dates."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping

import tomli_w

from briefing.model.entries import Entry
from briefing.model.history import HEAD, Edit, Step, Stretch

Record = Mapping[str, object]


def write_step(step: Step) -> Record:
    """Return a step as a record."""
    record = {
        "label": step.label,
        "file": step.file,
        "edits": [_write_edit(edit) for edit in step.edits],
        "was": step.was,
        "became": step.became,
    }
    return {name: value for name, value in record.items() if value is not None}


def read_step(record: Record) -> Step:
    """Return the step a record keeps; raises TypeError, KeyError, ValueError or AttributeError where it is none."""
    edits = record["edits"]
    if not isinstance(edits, list):
        raise TypeError
    return Step(
        str(record["label"]),
        str(record["file"]),
        tuple(_read_edit(edit) for edit in edits),
        _read_text(record.get("was")),
        _read_text(record.get("became")),
    )


def is_deletion(record: Record) -> bool:
    """Whether a record keeps the deletion of a whole file."""
    edits = record.get("edits")
    first = edits[0] if isinstance(edits, list) and edits else None
    return isinstance(first, dict) and first.get("array") == HEAD and "after" not in first


def _write_edit(edit: Edit) -> Record:
    record = {
        "array": edit.array,
        "id": edit.id,
        "before": _write_entry(edit.before),
        "after": _write_entry(edit.after),
        "moved": edit.moved or None,
        "follows_before": edit.follows_before,
        "follows_after": edit.follows_after,
        "was": _write_stretch(edit.was),
        "became": _write_stretch(edit.became),
    }
    return {name: value for name, value in record.items() if value is not None}


def _read_edit(record: Record) -> Edit:
    return Edit(
        str(record["array"]),
        str(record["id"]),
        before=_read_entry(record.get("before")),
        after=_read_entry(record.get("after")),
        moved=record.get("moved") is True,
        follows_before=_read_text(record.get("follows_before")),
        follows_after=_read_text(record.get("follows_after")),
        was=_read_stretch(record.get("was")),
        became=_read_stretch(record.get("became")),
    )


def _write_entry(entry: Entry | None) -> str | None:
    return None if entry is None else tomli_w.dumps(entry)


def _read_entry(text: object) -> Entry | None:
    return None if text is None else tomllib.loads(str(text))


def _read_text(text: object) -> str | None:
    return None if text is None else str(text)


def _write_stretch(stretch: Stretch | None) -> list[object] | None:
    return None if stretch is None else [stretch.text, stretch.gap]


def _read_stretch(record: object) -> Stretch | None:
    if not isinstance(record, list):
        return None
    text, gap = record
    return Stretch(str(text), int(gap))
