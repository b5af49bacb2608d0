"""An open library: what was last read, and the one way every edit is saved, kept and undone."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.disk.places import state_folder
from briefing.disk.reading import read_file
from briefing.disk.saving import ChangedOutside, NotAsWritten, replace_file, sweep
from briefing.errors import BadInput, DiskFailed, Place
from briefing.library.files import decode
from briefing.library.history import History
from briefing.library.reading import Folder, as_library, read_folder, read_one
from briefing.library.splice import Conflict, ConflictError, SpliceError, splice, taken
from briefing.library.trash import throw_away
from briefing.model.history import HEAD, Edit, Step
from briefing.model.ids import is_valid_id
from briefing.model.library import Library
from briefing.wording import library as say

TRIES = 5
"""How often a save starts again when another program has been quicker."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a step: it was saved whole, or, where there are conflicts, not at all."""

    step: Step
    conflicts: tuple[Conflict, ...] = ()
    confirmed: bool = True
    """Whether the disk confirmed the save."""

    @property
    def saved(self) -> bool:
        """Whether the file now says what was meant."""
        return not self.conflicts


class OpenLibrary:
    """One open library. Safe to use from several threads; other programs may save its files at any time."""

    def __init__(self, folder: Path) -> None:
        """Read the library in `folder`; raises NotFound where there is no such folder."""
        self.folder = folder
        self._lock = threading.RLock()
        self._read = read_folder(folder, Folder())
        self._library = as_library(self._read)
        self._state = state_folder(folder)
        self._history = History(self._state / "history.jsonl")
        for each in {folder, *(path.parent for path in map(folder.joinpath, self._read.readings))}:
            sweep(each)

    @property
    def library(self) -> Library:
        """The last reading of the library."""
        return self._library

    @property
    def state(self) -> Path:
        """The private folder for this library's drafts, history and trash."""
        return self._state

    def refresh(self) -> bool:
        """Look for changes made outside and read them; return whether there were any."""
        with self._lock:
            now = read_folder(self.folder, self._read)
            if now.odd == self._read.odd and now.readings.keys() == self._read.readings.keys():
                before = self._read.readings
                changed = any(not reading.says_the_same(before[file]) for file, reading in now.readings.items())
            else:
                changed = True
            self._read = now
            if changed:
                self._library = as_library(now)
            return changed

    def apply(self, step: Step) -> Outcome:
        """Save a step and keep it, so that it can be undone; raises DiskFailed, and then the file is as it was."""
        with self._lock:
            outcome = self._save(step)
            if outcome.saved:
                self._history.do(outcome.step)
            return outcome

    def undo(self, scope: str = "") -> Outcome | None:
        """Take back the last step in the file `scope`, or in any note; None where there is nothing to undo."""
        with self._lock:
            step = self._history.last_done(scope)
            if step is None:
                return None
            return self._settle(step, step.inverse(), lambda made: self._history.undo(step, made.inverse()))

    def redo(self, scope: str = "") -> Outcome | None:
        """Bring back the last step undone in the file `scope`, or in any note; None where there is none."""
        with self._lock:
            step = self._history.last_undone(scope)
            return None if step is None else self._settle(step, step, self._history.redo)

    def _settle(self, step: Step, made: Step, keep: Callable[[Step], None]) -> Outcome:
        """Save what undoes or redoes a step. One that the file has left behind is let go, so that others can follow."""
        outcome = self._save(made)
        if outcome.saved:
            keep(outcome.step)
        else:
            self._history.forget(step)
        return outcome

    def _save(self, step: Step) -> Outcome:
        path = self._path(step.file)
        for _ in range(TRIES):
            try:
                outcome = self._save_once(path, step)
            except (ChangedOutside, NotAsWritten):
                continue
            except ConflictError as error:
                return Outcome(step, error.conflicts)
            except SpliceError as error:
                raise BadInput(say.NOT_AS_MEANT, Place(step.file), say.NOT_AS_MEANT_HINT) from error
            self._reread(step.file)
            return outcome
        raise DiskFailed(say.NOT_SAVED, Place(step.file), say.NOT_SAVED_HINT)

    def _save_once(self, path: Path, step: Step) -> Outcome:
        content = _content(path, step.file)
        if step.edits[0].array == HEAD and step.edits[0].after is None:
            return self._throw_away(path, content, step)
        if content is None and not (step.edits[0].array == HEAD and step.edits[0].before is None):
            gone = tuple(Conflict(edit.array, edit.id, "", edit.before, edit.after, None) for edit in step.edits)
            raise ConflictError(gone)
        if content is None and step.edits[0].raw:
            new, made = step.edits[0].raw.encode(), step
        else:
            new, made = _make(content or b"", step)
        if new == content:
            return Outcome(made)
        path.parent.mkdir(parents=True, exist_ok=True)
        return Outcome(made, confirmed=replace_file(path, new, content))

    def _throw_away(self, path: Path, content: bytes | None, step: Step) -> Outcome:
        """Move a file to the trash, unless it was changed since it was read: a deletion never beats an edit."""
        if content is None:
            return Outcome(step)
        known = self._read.readings.get(step.file)
        now = read_one(self.folder, step.file)
        if now is None or not now.says_the_same(known):
            edit = step.edits[0]
            raise ConflictError((Conflict(HEAD, HEAD, "", edit.before, None, edit.before),))
        throw_away(path, self._state / "trash")
        edits = (replace(step.edits[0], raw=content.decode()), *step.edits[1:])
        return Outcome(replace(step, edits=edits))

    def _reread(self, file: str) -> None:
        readings = dict(self._read.readings)
        reading = read_one(self.folder, file)
        if reading is None:
            readings.pop(file, None)
        else:
            readings[file] = reading
        self._read = Folder(dict(sorted(readings.items())), self._read.odd)
        self._library = as_library(self._read)

    def _path(self, file: str) -> Path:
        """Return where a file of the library stands; raises BadInput for one that would stand elsewhere."""
        parts = file.removesuffix(".toml").split("/")
        path = self.folder.joinpath(*parts[:-1], f"{parts[-1]}.toml")
        root = self.folder.resolve()
        if not all(map(is_valid_id, parts)) or not path.parent.resolve().is_relative_to(root):
            raise BadInput(say.OUTSIDE_FOLDER, Place(file), say.OUTSIDE_FOLDER_HINT)
        return path


def _content(path: Path, file: str) -> bytes | None:
    try:
        return read_file(path, file)
    except FileNotFoundError:
        return None


def _make(content: bytes, step: Step) -> tuple[bytes, Step]:
    """Return the file with the step's edits made, and the step holding the lines it removed."""
    text = decode(content, step.file)
    edits: list[Edit] = []
    for edit in step.edits:
        edits.append(taken(text, edit))
        text = splice(text, edit)
    return text.content, replace(step, edits=tuple(edits))
