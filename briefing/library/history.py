"""What was done to a library, kept over restarts: a log that only grows, cut back to the last steps now and then."""

from __future__ import annotations

import contextlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.disk.locking import locked
from briefing.disk.reading import read_file
from briefing.disk.saving import replace_file
from briefing.errors import BriefingError
from briefing.library.records import Record, is_deletion, read_step, write_step
from briefing.model.history import Step

KEPT = 200
"""Steps that can be undone for each file."""
LARGEST = 8 * 1024 * 1024
"""Bytes of log above which it is cut back to half as much."""

_ACTS = ("do", "undo", "redo", "forget")
_APPEND = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Kept:
    """A step in the log, by the key it goes by there; its edits are read when they are wanted."""

    key: str
    record: Record

    @property
    def file(self) -> str:
        """The file the step is about."""
        return str(self.record.get("file", ""))

    @property
    def step(self) -> Step:
        """The step itself; raises ValueError, TypeError, KeyError or AttributeError where the record is damaged."""
        return read_step(self.record)

    def is_in(self, scope: str) -> bool:
        """Whether it belongs to a scope; a deleted outline has no screen of its own, so it counts as a note."""
        if scope:
            return self.file == scope
        return not self.file.startswith("outlines/") or is_deletion(self.record)


class History:
    """The steps done and undone, by file, the newest last. The log is read when it is first asked."""

    def __init__(self, path: Path) -> None:
        """Keep the log at `path`."""
        self._path = path
        self._done: dict[str, Kept] = {}
        self._undone: dict[str, Kept] = {}
        self._was_read = False

    def last_done(self, scope: str) -> Kept | None:
        """Return the step that undoing takes back; `scope` is a file, or empty for any note."""
        self._read()
        return _last(self._done, scope)

    def last_undone(self, scope: str) -> Kept | None:
        """Return the step that redoing brings back."""
        self._read()
        return _last(self._undone, scope)

    def do(self, step: Step) -> None:
        """Keep a step just done; what was undone in the same file cannot come back after it."""
        import secrets  # to look something up does without

        self._keep("do", secrets.token_hex(6), write_step(step))

    def undo(self, kept: Kept, undone: Step) -> None:
        """Keep that a step was undone; `undone` is the step as it then stood, for redoing."""
        self._keep("undo", kept.key, write_step(undone))

    def redo(self, kept: Kept, redone: Step) -> None:
        """Keep that a step was done again."""
        self._keep("redo", kept.key, write_step(redone))

    def forget(self, kept: Kept) -> None:
        """Let go of a step that can be neither undone nor redone, because the file is another by now."""
        self._keep("forget", kept.key, {})

    def _keep(self, act: str, key: str, record: Record) -> None:
        """Put a record at the end of the log, and into memory where the log has been read."""
        size = self._append({act: key, "step": record})
        if size is None:
            self._read()  # a full disk takes the log, not the undoing: that goes on from memory
        if self._was_read:
            self._replay(act, Kept(key, record))
        if size and size > LARGEST:
            self._cut_back()

    def _replay(self, act: str, kept: Kept) -> None:
        self._done.pop(kept.key, None)
        self._undone.pop(kept.key, None)
        if act == "do":
            self._undone = {key: other for key, other in self._undone.items() if other.file != kept.file}
        if act in {"do", "redo"}:
            self._done[kept.key] = kept
        if act == "undo":
            self._undone[kept.key] = kept

    def _read(self) -> None:
        if self._was_read:
            return
        self._was_read = True
        for record in self._records():
            act = next((act for act in _ACTS if act in record), "")
            if isinstance(step := record.get("step"), dict):
                self._replay(act, Kept(str(record.get(act)), step))

    def _records(self) -> Iterator[Record]:
        """Every record that can be read; a line cut short by a crash is passed over, a log that is none put aside."""
        try:
            content = read_file(self._path)
        except FileNotFoundError:
            return
        except BriefingError:
            with contextlib.suppress(OSError):
                self._path.replace(self._path.with_suffix(".unreadable"))
            return
        for line in content.splitlines():
            with contextlib.suppress(ValueError, RecursionError):
                record = json.loads(line)
                if isinstance(record, dict):
                    yield record

    def _append(self, record: Record) -> int | None:
        """Put a record at the end of the log and return its size; None where the disk does not take it."""
        try:
            with locked(self._path.parent):
                return _append(self._path, _line(record))
        except OSError:
            return None

    def _cut_back(self) -> None:
        """Begin the log again with the newest steps; where another desk is keeping one, some other time."""
        self._read()
        records = [
            *({"do": kept.key, "step": kept.record} for kept in _last_of_each(self._done.values())),
            *({"undo": kept.key, "step": kept.record} for kept in self._undone.values()),
        ]
        with contextlib.suppress(BriefingError, OSError):
            replace_file(self._path, b"".join(_newest(map(_line, records))), read_file(self._path))


def _append(path: Path, line: bytes) -> int:
    """Write a line at the end of a file, on a line of its own, and return the file's size; raises OSError."""
    handle = os.open(path, _APPEND, 0o600)
    try:
        size = os.fstat(handle).st_size
        if size and _last_byte(handle) != b"\n":
            line = b"\n" + line  # a crash cut the last one short
        rest = memoryview(line)
        while rest:
            rest = rest[os.write(handle, rest) :]
        return size + len(line)
    finally:
        os.close(handle)


def _last_byte(handle: int) -> bytes:
    os.lseek(handle, -1, os.SEEK_END)
    return os.read(handle, 1)


def _line(record: Record) -> bytes:
    return json.dumps(record, ensure_ascii=False).encode() + b"\n"


def _newest(lines: Iterable[bytes]) -> list[bytes]:
    """Return the last lines, as many as fit into half the log."""
    kept: list[bytes] = []
    room = LARGEST // 2
    for line in reversed(list(lines)):
        room -= len(line)
        if room < 0:
            break
        kept.append(line)
    return kept[::-1]


def _last(steps: dict[str, Kept], scope: str) -> Kept | None:
    return next((kept for kept in reversed(steps.values()) if kept.is_in(scope) and _is_sound(kept)), None)


def _is_sound(kept: Kept) -> bool:
    try:
        return not kept.step.is_empty
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return False


def _last_of_each(steps: Iterable[Kept]) -> list[Kept]:
    """Return the last `KEPT` steps of each file."""
    seen: Counter[str] = Counter()
    kept: list[Kept] = []
    for step in reversed(list(steps)):
        seen[step.file] += 1
        if seen[step.file] <= KEPT:
            kept.append(step)
    return kept[::-1]
