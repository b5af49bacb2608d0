"""What was done to a library, kept over restarts: a log that only grows, cut back to the last steps now and then."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import tomli_w

from briefing.disk.reading import read_file
from briefing.disk.saving import replace_file
from briefing.errors import BriefingError
from briefing.model.history import Edit, Step

KEPT = 200
"""Steps that can be undone for each file."""
LARGEST = 4 * 1024 * 1024
"""Bytes of log above which it is cut back."""

Record = Mapping[str, object]


class History:
    """The steps done and undone, by file. The newest stand last."""

    def __init__(self, path: Path) -> None:
        """Read the log at `path`; one that cannot be read is put aside and a new one begun."""
        self._path = path
        self._done: list[Step] = []
        self._undone: list[Step] = []
        for record in self._records():
            self._replay(record)
        if path.exists() and path.stat().st_size > LARGEST:
            self._cut_back()

    def last_done(self, scope: str) -> Step | None:
        """Return the step that undoing takes back; `scope` is a file, or empty for any note."""
        return _last(self._done, scope)

    def last_undone(self, scope: str) -> Step | None:
        """Return the step that redoing brings back."""
        return _last(self._undone, scope)

    def do(self, step: Step) -> None:
        """Keep a step just done; what was undone in the same file cannot come back after it."""
        self._write({"do": _write_step(step)})
        self._do(step)

    def undo(self, step: Step, undone: Step | None = None) -> None:
        """Keep that a step was undone; `undone` is the step as it then stood, for redoing."""
        self._write({"undo": _write_step(undone or step), "scope": step.file})
        self._undo(undone or step)

    def redo(self, step: Step) -> None:
        """Keep that a step was done again."""
        self._write({"redo": _write_step(step), "scope": step.file})
        self._redo(step)

    def forget(self, step: Step) -> None:
        """Let go of a step that can be neither undone nor redone, because the file is another by now."""
        self._write({"forget": step.file})
        self._forget(step.file)

    def _do(self, step: Step) -> None:
        self._done = _keep([*self._done, step], step.file)
        self._undone = [other for other in self._undone if other.file != step.file]

    def _undo(self, step: Step) -> None:
        _remove_last(self._done, step.file)
        self._undone.append(step)

    def _redo(self, step: Step) -> None:
        _remove_last(self._undone, step.file)
        self._done = _keep([*self._done, step], step.file)

    def _forget(self, file: str) -> None:
        _remove_last(self._done, file)
        self._undone = [other for other in self._undone if other.file != file]

    def _replay(self, record: Record) -> None:
        match record:
            case {"do": step}:
                self._do(_read_step(step))
            case {"undo": step}:
                self._undo(_read_step(step))
            case {"redo": step}:
                self._redo(_read_step(step))
            case {"forget": str(file)}:
                self._forget(file)
            case _:
                return

    def _records(self) -> Iterator[Record]:
        """Every record that can be read; a line cut short by a crash is passed over."""
        try:
            content = read_file(self._path)
        except (FileNotFoundError, BriefingError):
            return
        for line in content.splitlines():
            try:
                record = json.loads(line)
                self._check(record)
            except (ValueError, KeyError, TypeError, RecursionError):
                continue
            yield record

    def _check(self, record: object) -> None:
        if not isinstance(record, dict):
            raise TypeError
        for name in ("do", "undo", "redo"):
            if name in record:
                _read_step(record[name])

    def _write(self, record: Record) -> None:
        line = json.dumps(record, ensure_ascii=False) + "\n"
        handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
        try:
            os.write(handle, line.encode())
        finally:
            os.close(handle)

    def _cut_back(self) -> None:
        records = [{"do": _write_step(step)} for step in self._done]
        content = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()
        replace_file(self._path, content, read_file(self._path))
        self._undone = []


def _last(steps: list[Step], scope: str) -> Step | None:
    return next((step for step in reversed(steps) if _is_in(step, scope)), None)


def _is_in(step: Step, scope: str) -> bool:
    return step.file == scope if scope else not step.file.startswith("outlines/")


def _keep(steps: list[Step], file: str) -> list[Step]:
    """Return the steps without those of `file` that are too many."""
    surplus = sum(step.file == file for step in steps) - KEPT
    if surplus <= 0:
        return steps
    first = next(number for number, step in enumerate(steps) if step.file == file)
    return [*steps[:first], *steps[first + 1 :]]


def _remove_last(steps: list[Step], file: str) -> None:
    for number in range(len(steps) - 1, -1, -1):
        if steps[number].file == file:
            del steps[number]
            return


def _write_step(step: Step) -> Record:
    return {"label": step.label, "file": step.file, "edits": [_write_edit(edit) for edit in step.edits]}


def _write_edit(edit: Edit) -> Record:
    record = {
        "array": edit.array,
        "id": edit.id,
        "before": None if edit.before is None else tomli_w.dumps(edit.before),
        "after": None if edit.after is None else tomli_w.dumps(edit.after),
        "moved": True if edit.moved else None,
        "follows_before": edit.follows_before,
        "follows_after": edit.follows_after,
        "raw": edit.raw or None,
    }
    return {name: value for name, value in record.items() if value is not None}


def _read_step(record: object) -> Step:
    """Return the step a record keeps; raises TypeError, KeyError or ValueError where it is none."""
    if not isinstance(record, dict):
        raise TypeError
    return Step(str(record["label"]), str(record["file"]), tuple(_read_edit(edit) for edit in record["edits"]))


def _read_edit(record: Mapping[str, str]) -> Edit:
    return Edit(
        record["array"],
        record["id"],
        before=tomllib.loads(record["before"]) if "before" in record else None,
        after=tomllib.loads(record["after"]) if "after" in record else None,
        moved="moved" in record,
        follows_before=record.get("follows_before"),
        follows_after=record.get("follows_after"),
        raw=record.get("raw", ""),
    )
