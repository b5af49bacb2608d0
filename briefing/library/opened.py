"""An open library: what was last read, and the one way every edit is saved, kept and undone."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.disk.places import state_folder
from briefing.disk.saving import ChangedOutside, NotAsWritten, replace_file, sweep
from briefing.errors import BadInput, DiskFailed, Place
from briefing.library.difference import difference, rebase
from briefing.library.drafts import DRAFTS
from briefing.library.files import decode
from briefing.library.history import History, Kept
from briefing.library.making import begins_file, ends_file, make, say_the_same
from briefing.library.merging import Conflict, ConflictError
from briefing.library.reading import OUTLINES, read_one
from briefing.library.resting import read_rested
from briefing.library.shelf import FileChange, Shelf, WholeShelf
from briefing.library.splice import SpliceError
from briefing.library.trash import throw_away
from briefing.model.history import HEAD, Step, Stretch
from briefing.model.library import Library
from briefing.wording import disk as disk_words
from briefing.wording import library as say

TRIES = 50
"""How often a save starts again when another program has been quicker."""
PAUSE = 0.002
"""Seconds a save waits at most before its second try; each further wait is as much longer."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a step: it was saved whole, or, where there are conflicts, not at all."""

    step: Step
    """With the edits that changed something: none where the file said already what was meant."""
    conflicts: tuple[Conflict, ...] = ()
    confirmed: bool = True
    """Whether the disk confirmed the save."""

    @property
    def saved(self) -> bool:
        """Whether the file now says what was meant."""
        return not self.conflicts


class NotAsMeant(BadInput):
    """A step that cannot be made in its file without touching something else."""


class OpenLibrary:
    """One open library. Safe to use from several threads; other programs may save its files at any time."""

    def __init__(self, folder: Path, shelf: Shelf | None = None) -> None:
        """Open the library in `folder`, read whole unless it comes with a shelf; raises NotFound where there is none.

        What killed saves left is swept from every folder that was read, or else from each as it is first saved into.
        """
        self.folder = folder
        self._lock = threading.RLock()
        self._shelf: Shelf = WholeShelf(folder) if shelf is None else shelf
        self._state = state_folder(folder)
        self._history = History(self._state / "history.jsonl")
        self._swept: set[Path] = set()
        read = self._shelf.folders if isinstance(self._shelf, WholeShelf) else frozenset(_plain_folders(folder))
        for each in (folder, *sorted(read - {folder}), self._state, self._state / DRAFTS):
            self._sweep(each)

    @property
    def shelf(self) -> Shelf:
        """Where its last reading stands."""
        return self._shelf

    @property
    def library(self) -> Library:
        """The last reading of the library."""
        return self._shelf.library

    @property
    def state(self) -> Path:
        """The private folder for this library's drafts, history and trash."""
        return self._state

    def refresh(self) -> tuple[FileChange, ...]:
        """Look for changes made outside; return each file that reads otherwise now."""
        with self._lock:
            return self._shelf.refresh()

    def apply(self, step: Step) -> Outcome:
        """Save a step and keep it, so that it can be undone; raises DiskFailed, and then the file is as it was."""
        with self._lock:
            outcome = self._save(step)
            if outcome.saved and not outcome.step.is_empty:
                self._history.do(outcome.step)
            return outcome

    def rewrite(self, file: str, before: bytes, after: bytes) -> Outcome:
        """Save a file that somebody wrote as a whole, from what it was `before`, and keep it as one step.

        What others saved meanwhile is merged, to the last comment, or nothing is saved and there is a conflict.
        """
        with self._lock:
            outcome = self._save(difference(file, before, after), before)
            if outcome.saved:
                self._history.do(outcome.step)
            return outcome

    def last_step(self, scope: str) -> str:
        """Return what the step is called that undoing in the file `scope` takes back; empty where there is none."""
        with self._lock:
            kept = self._history.last_done(scope)
            return "" if kept is None else kept.step.label

    def undo(self, scope: str = "") -> Outcome | None:
        """Take back the last step in the file `scope`, or in any note; None where there is nothing to undo.

        A step that the file has left behind is let go, so that the ones before it can be undone.
        """
        with self._lock:
            kept = self._history.last_done(scope)
            if kept is None:
                return None
            outcome = self._turn(kept, kept.step.inverse())
            if outcome.saved:
                self._history.undo(kept, kept.step if outcome.step.is_empty else outcome.step.inverse())
            return outcome

    def redo(self, scope: str = "") -> Outcome | None:
        """Bring back the last step undone in the file `scope`, or in any note; None where there is none."""
        with self._lock:
            kept = self._history.last_undone(scope)
            if kept is None:
                return None
            outcome = self._turn(kept, kept.step)
            if outcome.saved:
                self._history.redo(kept, kept.step if outcome.step.is_empty else outcome.step)
            return outcome

    def _turn(self, kept: Kept, step: Step) -> Outcome:
        """Save a step that was kept, one way round or the other; one that no longer fits is let go."""
        try:
            outcome = self._save(step)
        except NotAsMeant:
            self._history.forget(kept)
            raise
        if not outcome.saved:
            self._history.forget(kept)
        return outcome

    def _save(self, step: Step, base: bytes | None = None) -> Outcome:
        if step.is_empty:
            return Outcome(step)
        path = self._path(step.file)
        self._sweep(path.parent)
        failure: DiskFailed | None = None
        for number in range(TRIES):
            time.sleep(random.uniform(0, number * PAUSE))  # noqa: S311 - so that two desks do not keep step
            try:
                outcome = self._save_once(path, step if base is None else self._over_theirs(path, step, base))
            except ChangedOutside:
                continue
            except NotAsWritten as error:
                failure = error
                continue
            except ConflictError as error:
                return Outcome(step, error.conflicts)
            except SpliceError as error:
                raise NotAsMeant(say.NOT_AS_MEANT, Place(step.file), say.NOT_AS_MEANT_HINT) from error
            self._shelf.take(step.file, read_one(self.folder, step.file))
            # Whoever was quicker a moment ago may have saved our words with theirs.
            return replace(outcome, step=step) if failure and outcome.step.is_empty else outcome
        raise failure or DiskFailed(say.NOT_SAVED, Place(step.file), say.NOT_SAVED_HINT)

    def _save_once(self, path: Path, step: Step) -> Outcome:
        content = self._content(path, step.file)
        if ends_file(step):
            return self._throw_away(path, content, step)
        new, made = make(content, step)
        if new == content:
            return Outcome(made)
        if begins_file(step):
            _make_folder(path.parent, step.file)
        return Outcome(made, confirmed=replace_file(path, new, content))

    def _over_theirs(self, path: Path, step: Step, base: bytes) -> Step:
        """Return a step that rewrites a file, made over where the file is no longer what it was made from."""
        now = self._content(path, step.file)
        if now is None or now == base or step.became is None:
            return step
        merged = rebase(step.file, base, step.became.encode(), now)
        return replace(difference(step.file, now, merged), edits=step.edits)

    def _content(self, path: Path, file: str) -> bytes | None:
        return read_rested(path, file, self._shelf.reading(file))

    def _throw_away(self, path: Path, content: bytes | None, step: Step) -> Outcome:
        """Move a file to the trash, unless it has been changed since: a deletion never beats an edit.

        It must still say what it did when the step was first made, or, where the step is new, when it was last read
        here: of a file that never was, nobody knows what would be lost.
        """
        edit = step.edits[0]
        if content is None:
            return Outcome(replace(step, edits=()))
        text = decode(content, step.file)
        now = read_one(self.folder, step.file)
        if edit.was:
            unchanged = say_the_same(text, decode(edit.was.text.encode(), step.file))
        else:
            unchanged = now is not None and now.says_the_same(self._shelf.reading(step.file))
        if not unchanged:
            raise ConflictError((Conflict(HEAD, HEAD, "", edit.before, None, text.head.entry),))
        confirmed = throw_away(path, content, self._state / "trash")
        return Outcome(replace(step, edits=(replace(edit, was=Stretch(content.decode())),)), confirmed=confirmed)

    def _sweep(self, folder: Path) -> None:
        if folder not in self._swept:
            sweep(folder)
        self._swept.add(folder)

    def _path(self, file: str) -> Path:
        """Return where a file of the library stands; raises BadInput for one that would stand elsewhere."""
        parts = file.split("/")
        path = self.folder.joinpath(*parts)
        root = self.folder.resolve()
        if not all(map(_is_plain, parts)) or not path.parent.resolve().is_relative_to(root):
            raise BadInput(say.OUTSIDE_FOLDER, Place(file), say.OUTSIDE_FOLDER_HINT)
        return path


def _plain_folders(folder: Path) -> Iterator[Path]:
    """The folder of outlines, unless it is a link: what lies behind one is not the library's."""
    if not (folder / OUTLINES).is_symlink():
        yield folder / OUTLINES


def _make_folder(folder: Path, file: str) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DiskFailed(disk_words.unsaved(error), Place(file), disk_words.UNSAVED_HINT) from error


def _is_plain(part: str) -> bool:
    """Whether a part of a path names something in its folder, and nothing hidden."""
    return bool(part) and not part.startswith(".") and not set(part) & set("/\\:\0")
