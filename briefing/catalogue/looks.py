"""A look at a library's folder, kept small, and the stamps that tell whether a file must be read again."""

from __future__ import annotations

import struct
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from briefing.catalogue.damage import write_damage
from briefing.errors import NotFound
from briefing.library.survey import REST, Stamp, case_clashes, walk
from briefing.model.finding import Finding
from briefing.wording import library as say

_PACKED: Final = struct.Struct("<qqQqB")
STAMP: Final = _PACKED.size
"""Bytes of what tells one state of a file from another, at the beginning of what the index keeps."""
_INODE: Final = 2**64 - 1
"""A file's number may be longer on Windows; its lower half tells files apart just as well."""
_DIGEST: Final = 8
END = b"\0"
"""Stands behind a name, which no name can hold: sorted with it, a name comes before its longer forms."""


@dataclass(frozen=True, slots=True)
class Look:
    """What lies in a library: of each folder that holds files every name and stamp, one behind the other."""

    folders: Mapping[str, bytes] = field(default_factory=dict)
    """By the folder's path inside, a slash at its end; its files in the order of their bytes."""
    odd: str = ""
    """What is odd about the library, as the index keeps it."""

    @property
    def is_empty(self) -> bool:
        """Whether there are no files."""
        return not self.folders

    def files(self) -> Iterator[str]:
        """Every file by its path inside."""
        for folder in self.folders:
            yield from self.stamps(folder)

    def stamps(self, folder: str) -> dict[str, bytes]:
        """Return the stamps of a folder's files, each by its path inside the library."""
        return {folder + name: stamp for name, stamp in _each(self.folders.get(folder, b""))}

    def stamp(self, file: str) -> bytes | None:
        """Return the stamp of a file as the index keeps it; None where there is no such file."""
        return self.stamps(folder_in(file)).get(file)

    def otherwise(self, other: Look) -> frozenset[str]:
        """Return the files that are otherwise in another look, or in one of both alone."""
        folders = {folder for folder, _ in self.folders.items() ^ other.folders.items()}
        differing = (self.stamps(folder).items() ^ other.stamps(folder).items() for folder in folders)
        return frozenset(file for pairs in differing for file, _ in pairs)

    def with_stamps(self, taken: Mapping[str, bytes | None]) -> Look:
        """Return the look with some files as they are now, None for one that is gone."""
        folders = dict(self.folders)
        for folder in {folder_in(file) for file in taken}:
            here = {file: stamp for file, stamp in taken.items() if folder_in(file) == folder}
            now = {name[len(folder) :]: stamp for name, stamp in (self.stamps(folder) | here).items() if stamp}
            folders[folder] = _packed(now)
        return Look({folder: packed for folder, packed in folders.items() if packed}, self.odd)


def folder_in(file: str) -> str:
    """Return the folder of a file by its path inside, a slash at its end."""
    return file[: file.rfind("/") + 1]


def look_at(folder: Path, before: Look | None = None) -> Look:
    """Return what lies in the folder now; raises NotFound and DiskFailed.

    It shares with the look before what has not changed since, so that the two take no more room than one.
    """
    if not folder.is_dir():
        raise NotFound(say.not_there(str(folder)), hint=say.NOT_THERE_HINT)
    odd: list[Finding] = []
    folders: dict[str, bytes] = {}
    alike: set[str] = set()
    is_clear = True
    for inside, files in walk(folder, odd):
        if files:
            packed = _packed({name: pack_stamp(stamp) for name, stamp in files.items()})
            known = before.folders.get(inside) if before else None
            folders[inside] = known if known == packed else packed
            is_clear = is_clear and inside.casefold() not in alike and len(set(map(str.casefold, files))) == len(files)
            alike.add(inside.casefold())
    look = Look(folders)
    clashes = () if is_clear else case_clashes(list(look.files()))
    return Look(folders, write_damage((*odd, *clashes)))


def _packed(stamps: Mapping[str, bytes]) -> bytes:
    return b"".join([name.encode("utf-8", "surrogatepass") + END + stamp for name, stamp in sorted(stamps.items())])


def _each(packed: bytes) -> Iterator[tuple[str, bytes]]:
    at = 0
    while at < len(packed):
        end = packed.index(END, at)
        stamp = end + len(END)
        yield packed[at:end].decode("utf-8", "surrogatepass"), packed[stamp : stamp + STAMP]
        at = stamp + STAMP


def pack_stamp(stamp: Stamp, *, settled: bool = True) -> bytes:
    """Return a stamp as the index keeps it; one of a file that had not settled is like none a look finds."""
    changed, size, inode, inode_changed = stamp
    return _PACKED.pack(changed, size, inode & _INODE, inode_changed, settled)


def digest(content: bytes, links: int) -> bytes:
    """Return what tells what a file says from what another says."""
    import hashlib  # nothing is read where nothing changed

    return hashlib.blake2b(content, digest_size=_DIGEST, salt=b"linked" if links > 1 else b"").digest()


def digest_in(kept: bytes) -> bytes:
    """Return the digest at the end of what the index keeps; empty where it was not known."""
    return kept[_PACKED.size :]


def is_same_state(one: bytes, other: bytes) -> bool:
    """Whether two stamps are of one state of a file, whether it had settled or not."""
    return one[: _PACKED.size - 1] == other[: _PACKED.size - 1]


def is_same_but_restless(found: bytes, kept: bytes) -> bool:
    """Whether a file is as it was when it was read, which was a moment after it was written."""
    return is_same_state(found, kept) and not is_rested(kept)


def has_rested_by_now(found: bytes) -> bool:
    """Whether a file of that stamp has settled."""
    changed: int = _PACKED.unpack_from(found)[0]
    return time.time_ns() - changed > REST


def is_rested(kept: bytes) -> bool:
    """Whether the file had settled when it was read."""
    return len(kept) < _PACKED.size or kept[_PACKED.size - 1] == 1
