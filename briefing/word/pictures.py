"""A picture of a template without what tells who made it, when, where and with what: its pixels stay as they are.

A picture is a row of pieces (PNG, third edition, chapter 5; ITU-T T.81, annex B). Those it is drawn from are kept byte
for byte, the others are left out. One whose pieces do not follow one another to its end is left as it is.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_LAST = b"IEND"
_CRITICAL = frozenset(range(ord("A"), ord("Z") + 1))
"""How the names of chunks begin without which there is no picture."""
_SHADES = frozenset(b"tRNS gAMA cHRM sRGB iCCP sBIT cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT".split())
"""What a PNG is drawn from besides: how clear it is, in which colours, how large, and how it moves."""

_JPEG = b"\xff\xd8"
_SCAN, _END, _APP0, _APP1, _APP2, _APP14, _APP15, _COMMENT = 0xDA, 0xD9, 0xE0, 0xE1, 0xE2, 0xEE, 0xEF, 0xFE
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers that nothing belongs to."""
_AFTER_SCAN = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")
"""What ends the drawn part of a JPEG: a marker that is no restart, and no byte that only looks like one."""
_SHAPES = {_APP0: b"JFIF\0", _APP2: b"ICC_PROFILE\0", _APP14: b"Adobe"}
"""How the segments of programs begin that say how the pixels are meant: their shape and their colours."""

_EXIF = b"Exif\0\0"
_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}
_TURN, _SHORT = 0x0112, 3
"""How a camera was held (Exif 2.3, 4.6.4), and how the number that says so is written."""
_UPRIGHT = 1
_TURNS = range(2, 9)


def bare_picture(content: bytes) -> bytes:
    """Return a PNG or JPEG without its metadata; anything else, and one that is damaged, as it is."""
    try:
        if content.startswith(_PNG):
            return b"".join((_PNG, *_chunks(content)))
        if content.startswith(_JPEG):
            return b"".join((_JPEG, *_segments(content)))
    except (struct.error, LookupError):
        return content
    return content


def _chunks(content: bytes) -> Iterator[bytes]:
    """Yield the chunks a PNG is drawn from, up to its end; raises LookupError or struct.error where it has none."""
    at, kind = len(_PNG), b""
    while kind != _LAST:
        length, kind = struct.unpack_from(">I4s", content, at)
        after = at + length + 12  # its length and name stand before it, a sum behind it
        if after > len(content):
            raise LookupError
        if kind[0] in _CRITICAL or kind in _SHADES:
            yield content[at:after]
        at = after


def _segments(content: bytes) -> Iterator[bytes]:
    """Yield the segments a JPEG is drawn from, up to its end; raises LookupError or struct.error where it has none."""
    at, marker = len(_JPEG), 0
    while marker != _END:
        at, marker = _marker(content, at)
        if marker == _END or marker in _ALONE:
            yield bytes((0xFF, marker))
            continue
        after = _after(content, at, marker)
        if _draws(marker, content, at + 2):
            yield bytes((0xFF, marker))
            yield content[at:after]
        elif marker == _APP1 and content.startswith(_EXIF, at + 2):
            yield _turned(_turn(content[at + 2 : after]))
        at = after


def _marker(content: bytes, at: int) -> tuple[int, int]:
    """Return where a marker ends, and which it is; any number of bytes may fill up before it."""
    if content[at] != 0xFF:
        raise LookupError
    while content[at] == 0xFF:
        at += 1
    return at + 1, content[at]


def _after(content: bytes, at: int, marker: int) -> int:
    """Return where what belongs to a marker ends."""
    (length,) = struct.unpack_from(">H", content, at)
    after = at + int(length)
    if length < 2 or after > len(content):
        raise LookupError
    if marker != _SCAN:
        return after
    found = _AFTER_SCAN.search(content, after)
    if found is None:
        raise LookupError
    return found.start()


def _draws(marker: int, content: bytes, at: int) -> bool:
    if _APP0 <= marker <= _APP15:
        return marker in _SHAPES and content.startswith(_SHAPES[marker], at)
    return marker != _COMMENT


def _turn(told: bytes) -> int:
    """Return how the camera was held; `_UPRIGHT` where what it told does not say."""
    tiff = told.removeprefix(_EXIF)
    try:
        order = _ORDERS[tiff[:4]]
        (first,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, first)
        for place in range(first + 2, first + 2 + 12 * count, 12):
            tag, kind, _, turn = struct.unpack_from(f"{order}HHIH", tiff, place)
            if (tag, kind) == (_TURN, _SHORT):
                return int(turn)
    except (struct.error, LookupError):
        return _UPRIGHT
    return _UPRIGHT


def _turned(turn: int) -> bytes:
    """Return the segment that says how a picture is turned and no more; nothing for one that stands upright."""
    if turn not in _TURNS:
        return b""
    told = _EXIF + struct.pack(">4sIHHHIHHI", b"MM\0*", 8, 1, _TURN, _SHORT, 1, turn, 0, 0)
    return struct.pack(">BBH", 0xFF, _APP1, len(told) + 2) + told
