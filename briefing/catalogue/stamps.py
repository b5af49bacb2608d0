"""What the index keeps of a file to tell whether it must be read again."""

from __future__ import annotations

import struct
import time
from typing import Final

from briefing.library.survey import REST, Stamp

_PACKED: Final = struct.Struct("<qqQqB")
STAMP: Final = _PACKED.size
"""Bytes of what tells one state of a file from another, at the beginning of what the index keeps."""
_INODE: Final = 2**64 - 1
"""A file's number may be longer on Windows; its lower half tells files apart just as well."""
_DIGEST: Final = 8


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
