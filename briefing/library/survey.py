"""What lies in a library's folder, by name and stamp alone, and what is odd about it; nothing is opened."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from briefing.errors import DiskFailed, Place
from briefing.model.finding import Finding, Severity
from briefing.wording import disk as disk_words
from briefing.wording import library as say

OFFICE_FILE = "library.toml"
OUTLINES = "outlines"
SOURCES = "sources"
DEEPEST = 16
"""Folders in one another; more is an accident, or somebody's joke."""
ODD = "LIB-01"
CASE_CLASH = "LIB-08"

Stamp = tuple[int, int, int, int]
"""Time of change in nanoseconds, size, inode and time of change of the inode: a hint that a file is the same."""


def stamp_of(status: os.stat_result) -> Stamp:
    """Return what tells one state of a file from the next."""
    return status.st_mtime_ns, status.st_size, status.st_ino, status.st_ctime_ns


REST = 2_000_000_000
"""Nanoseconds: the coarsest clock of a file system in use (FAT) ticks every two seconds."""


def is_settled(status: os.stat_result) -> bool:
    """Whether a file has rested: one that has not can change again within the same tick."""
    return time.time_ns() - status.st_mtime_ns > REST


@dataclass(frozen=True, slots=True)
class Survey:
    """Every TOML file of a library by its path inside, in no order, pipes too, and what is not to be read."""

    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    odd: tuple[Finding, ...] = ()


def is_library(folder: Path) -> bool:
    """Whether a folder looks like a library: it holds library.toml, or at least one note."""
    return (folder / OFFICE_FILE).is_file() or any(folder.glob("*.toml"))


def survey(folder: Path) -> Survey:
    """Return what lies in a folder; raises DiskFailed where it cannot be looked into."""
    odd: list[Finding] = []
    stamps = {inside + name: stamp for inside, files in walk(folder, odd) for name, stamp in files.items()}
    return Survey(stamps, (*odd, *case_clashes(stamps)))


def walk(folder: Path, odd: list[Finding]) -> Iterator[tuple[str, dict[str, Stamp]]]:
    """Yield each folder by its path inside, a slash at its end, with its files; what is odd is put to the findings.

    Raises DiskFailed where the folder itself cannot be looked into.
    """
    waiting = [(str(folder), "", 0)]
    while waiting:
        path, inside, depth = waiting.pop()
        files: dict[str, Stamp] = {}
        try:
            folders = _look_into(path, inside, depth, files, odd)
        except OSError as error:
            if not inside:
                raise DiskFailed(disk_words.unreadable(error), Place(path), disk_words.UNREADABLE_HINT) from error
            odd.append(_odd(inside, disk_words.unreadable(error), disk_words.UNREADABLE_HINT))
            folders = []
        waiting.extend((entry.path, f"{inside}{entry.name}/", depth + 1) for entry in folders)
        yield inside, files


def outline_files(folder: Path) -> list[str]:
    """Return the files of the outlines of a library by their paths inside it, in order; none where there can be none.

    They are the ones `walk` finds, found without looking at all the rest.
    """
    files: dict[str, Stamp] = {}
    path = folder / OUTLINES
    with suppress(OSError):
        if not path.is_symlink():
            _look_into(str(path), f"{OUTLINES}/", 1, files, [])
    return sorted(f"{OUTLINES}/{name}" for name in files)


def is_plain(path: Path) -> bool:
    """Whether something is there that `walk` would take for a file of the library by its kind: no link, no folder."""
    try:
        mode = path.lstat().st_mode
    except OSError:
        return False
    return not stat.S_ISLNK(mode) and not stat.S_ISDIR(mode)


def _look_into(
    path: str, inside: str, depth: int, files: dict[str, Stamp], odd: list[Finding]
) -> list[os.DirEntry[str]]:
    """Take the files of a folder, and what is odd in it; return the folders in it. Raises OSError."""
    folders: list[os.DirEntry[str]] = []
    for entry in sorted(_take_plain(path, files), key=lambda entry: entry.name):
        name = f"{inside}{entry.name}"
        if finding := _oddity(entry, name, depth):
            odd.append(finding)
        elif _is_folder(entry):
            folders.extend([entry] if name != SOURCES else [])
        elif entry.name.endswith(".toml") and (stamp := _stamp(entry)):
            files[entry.name] = stamp
    return folders


def _take_plain(path: str, files: dict[str, Stamp]) -> list[os.DirEntry[str]]:
    """Take the stamps of the plain files of a folder, which nearly all are; return what must be looked at more closely.

    Twenty thousand files are looked at every few seconds: here is nothing that only a few of them need.
    """
    others: list[os.DirEntry[str]] = []
    with os.scandir(path) as entries:
        for entry in entries:
            name = entry.name
            if name[0] == ".":
                continue
            if name.endswith(".toml") and name.isascii() and entry.is_file(follow_symlinks=False):
                try:
                    status = entry.stat(follow_symlinks=False)
                except OSError:  # it went a moment ago
                    continue
                files[name] = (status.st_mtime_ns, status.st_size, status.st_ino, status.st_ctime_ns)
            else:
                others.append(entry)
    return others


def _oddity(entry: os.DirEntry[str], name: str, depth: int) -> Finding | None:
    """Return what is odd about something in a folder, None where it may be looked at."""
    if not _is_text(name):
        return _odd(_shown(name), say.NAME_NOT_TEXT, say.NAME_NOT_TEXT_HINT)
    if entry.is_symlink():
        return _odd(name, disk_words.LINK, disk_words.LINK_HINT)
    if not _is_folder(entry):
        return _odd(name, say.ENDING, say.ENDING_HINT) if _is_misnamed(name) else None
    if name.startswith(f"{OUTLINES}/"):
        return _odd(f"{name}/", say.FOLDER_OF_OUTLINES, say.FOLDER_OF_OUTLINES_HINT)
    if depth + 1 >= DEEPEST:
        return _odd(f"{name}/", say.FOLDER_TOO_DEEP, say.FOLDER_TOO_DEEP_HINT)
    return None


def _is_misnamed(name: str) -> bool:
    """Whether a file is meant for one of the library: Notepad adds .txt, and old programs shout."""
    plain = name.lower().removesuffix(".txt")
    return plain.endswith(".toml") and not name.endswith(".toml")


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _stamp(entry: os.DirEntry[str]) -> Stamp | None:
    try:
        return stamp_of(entry.stat(follow_symlinks=False))
    except OSError:  # it went a moment ago
        return None


def _is_text(name: str) -> bool:
    """Whether a name can be shown and written down: a system may hold bytes that are no text."""
    if name.isascii():
        return True
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _shown(name: str) -> str:
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _odd(place: str, message: str, hint: str) -> Finding:
    return Finding(ODD, Severity.WARN, message, Place(place), suggestion=hint)


def case_clashes(files: Collection[str]) -> Iterator[Finding]:
    """Yield each file whose name differs from another's by capitals alone, which some systems take for the same."""
    if len(set(map(str.casefold, files))) == len(files):
        return
    seen: dict[str, str] = {}
    for file in sorted(files):
        other = seen.setdefault(file.casefold(), file)
        if other != file:
            message = say.differs_in_case(other, file)
            yield Finding(CASE_CLASH, Severity.WARN, message, Place(file), suggestion=say.DIFFERS_IN_CASE_HINT)
