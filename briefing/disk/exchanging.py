"""Putting a file in the place of another in one moment, and keeping hold of the other, where the system can do that.

A plain rename takes away whatever is in its way: a file that somebody else put there a moment ago would be gone unseen.
"""

from __future__ import annotations

import errno
import os
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_HERE: Final = -100
"""AT_FDCWD: paths are read as they stand."""
_ONLY_NEW: Final = 1
_EXCHANGE: Final = 2
"""RENAME_NOREPLACE and RENAME_EXCHANGE, as renameat2(2) has them."""
_CANNOT: Final = frozenset({errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.EPERM})
"""What systems, disks and containers say that cannot do it. EPERM can mean more; a plain rename then says so too."""


def exchange(one: Path, other: Path) -> bool:
    """Let two files change places; returns False, with nothing done, where that cannot be. Raises OSError."""
    return _rename(one, other, _EXCHANGE)


def put_new(one: Path, other: Path) -> bool:
    """Give a file a name that must be free; returns False where that cannot be had. Raises OSError, FileExistsError."""
    return _rename(one, other, _ONLY_NEW)


def _rename(one: Path, other: Path, how: int) -> bool:
    rename = _system_call()
    if rename is None:
        return False
    number = rename(os.fsencode(one), os.fsencode(other), how)
    if number in _CANNOT:
        return False
    if number:
        raise OSError(number, os.strerror(number), str(other))
    return True


@cache
def _system_call() -> Callable[[bytes, bytes, int], int] | None:
    """Return renameat2 as a function that returns the error, 0 for none; None where there is no such call."""
    if sys.platform != "linux":
        return None
    import ctypes

    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return None
    renameat2.argtypes = [ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint]

    def call(one: bytes, other: bytes, how: int) -> int:
        return ctypes.get_errno() if renameat2(_HERE, one, _HERE, other, how) else 0

    return call
