"""What changed between a folder and what the index has of it, told from names and stamps alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from briefing.catalogue.damage import OF_FOLDER
from briefing.catalogue.looks import END, STAMP, Look, folder_in, has_rested_by_now, is_same_but_restless
from briefing.search.index import Index
from briefing.search.lookups import each_stamp, read_stage
from briefing.search.tables.kept import READY

Row = tuple[bytes, bytes]
"""A file's path in the library, and what the index keeps of it."""

FEW = 50
"""Files that are filed in this process: no more than a blink of the eye, where another takes longer to start."""
MANY = 50
"""Files that had been written just before they were read, and are so many that they are only read again at rest."""

_OF_FOLDER = OF_FOLDER.encode()


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a look at the folder and the index are apart."""

    folders: frozenset[str] = frozenset()
    """Folders of which the index has not exactly the files that are there."""
    kept: Mapping[str, bytes] = field(default_factory=dict)
    """What the index keeps of every file in those."""
    odd: str = ""
    """What the index has as odd about the library."""
    had_any: bool = False
    """Whether the index has any file at all."""


@dataclass(frozen=True, slots=True)
class Behind:
    """What the index has not got as the folder has it."""

    difference: Difference
    look: Look
    changed: tuple[str, ...]
    """Files to be read, in order."""
    gone: tuple[str, ...]
    odd: str | None
    """What is odd about the folder now, None where that is known."""
    restless: int = 0
    """How many of the files are read again only because they had been written a moment before they were read."""

    @property
    def kept(self) -> Mapping[str, bytes]:
        """What the index has of the files that are to be looked at, and of some others."""
        return self.difference.kept

    @property
    def was_odd(self) -> str:
        """What the index has as odd about the library."""
        return self.difference.odd

    @property
    def files(self) -> int:
        """How many files are to be looked at."""
        return len(self.changed) + len(self.gone)

    @property
    def is_much(self) -> bool:
        """Whether that is more than a few files, or than those that may change again within a tick of the clock."""
        return self.files - self.restless > MANY

    def had(self, file: str) -> bytes:
        """Return the stamp the index has of a file; empty where it has none."""
        if folder_in(file) in self.difference.folders:
            return self.difference.kept.get(file, b"")
        return self.look.stamp(file) or b""

    def __bool__(self) -> bool:
        """Whether there is anything at all."""
        return bool(self.changed or self.gone or self.odd is not None)


def compare(look: Look, index: Index) -> Behind:
    """Return what the index lacks of what was seen."""
    # To write is to notice that the file was thrown away by somebody, and to begin another.
    nothing = Difference(frozenset(look.folders))
    differing = index.write(lambda connection: _tell_apart(look, lambda: each_stamp(connection)), nothing)
    seen = {file: stamp for folder in differing.folders for file, stamp in look.stamps(folder).items()}
    changed = {file for file, stamp in seen.items() if not differing.kept.get(file, b"").startswith(stamp)}
    restless = {file for file in changed if is_same_but_restless(seen[file], differing.kept.get(file, b""))}
    if len(restless) > MANY:
        waiting = {file for file in restless if not has_rested_by_now(seen[file])}
        changed, restless = changed - waiting, restless - waiting
    gone = differing.kept.keys() - seen.keys()
    odd_now = look.odd if look.odd != differing.odd else None
    return Behind(differing, look, tuple(sorted(changed)), tuple(sorted(gone)), odd_now, len(restless))


def is_due(index: Index) -> bool:
    """Whether the index has still to be made, or made to its end."""
    return index.look(read_stage, READY) != READY


def _tell_apart(look: Look, rows: Callable[[], Iterable[Row]]) -> Difference:
    """Compare a look with what the index has, which is gone through row by row, and again where they differ."""
    reached = dict.fromkeys(look.folders, 0)
    odd, had_any = "", False
    for folder, run in groupby(rows(), key=_folder_of):
        if folder == _OF_FOLDER:
            odd = _text(next(run)[1])
            continue
        had_any = True
        inside = _text(folder)
        reached[inside] = _follow(look.folders.get(inside, b""), reached.get(inside, 0), len(folder), run)
    differing = {inside for inside, at in reached.items() if at != len(look.folders.get(inside, b""))}
    files = ((_text(name), kept) for name, kept in rows() if name != _OF_FOLDER) if differing and had_any else ()
    kept = {file: stamp for file, stamp in files if folder_in(file) in differing}
    return Difference(frozenset(differing), kept, odd, had_any)


def _follow(packed: bytes, at: int, cut: int, run: Iterable[Row]) -> int:
    """Return how far a folder holds, one after another, the files the index has; -1 where it does not."""
    if at < 0:
        return at
    # Of twenty thousand files nearly all are as they were: here is nothing that only a few of them need.
    for name, kept in run:
        entry = name[cut:] + END + kept[:STAMP]
        if not packed.startswith(entry, at):
            return -1
        at += len(entry)
    return at


def _folder_of(row: Row) -> bytes:
    name = row[0]
    return name[: name.rfind(b"/") + 1]


def _text(kept: bytes) -> str:
    return kept.decode("utf-8", "surrogatepass")
