"""The names things go by: made by drawing, or written by hand."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import NewType

CardId = NewType("CardId", str)
SourceId = NewType("SourceId", str)
BlockId = NewType("BlockId", str)
NoteName = NewType("NoteName", str)
"""A note's path inside the library without its ending, with forward slashes: `schools/breakfast`."""
OutlineName = NewType("OutlineName", str)
"""An outline's file name without its ending."""

CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
"""Douglas Crockford's base 32: no i, l, o or u, so that nothing is misread aloud or on paper."""

CARD_ID_LENGTH = 8
BLOCK_ID_LENGTH = 4

_VALID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_RESERVED = frozenset(
    {
        "con",
        "prn",
        "aux",
        "nul",
        *(f"{device}{number}" for device in ("com", "lpt") for number in range(1, 10)),
    }
)
"""Names Windows keeps for devices, whatever the ending."""


def is_valid_id(text: str) -> bool:
    """Whether `text` can be an id: it must also be a file name on every system."""
    return bool(_VALID.fullmatch(text)) and not text.endswith(".") and not is_device_name(text)


def is_device_name(text: str) -> bool:
    """Whether Windows keeps a file name for a device: its ending does not matter, nor spaces before that."""
    return text.partition(".")[0].rstrip().lower() in _RESERVED


def draw_id(taken: Container[str], length: int = CARD_ID_LENGTH) -> str:
    """Draw a new id of `length` Crockford letters that is not among `taken`."""
    import secrets  # few runs draw one

    while True:
        drawn = "".join(secrets.choice(CROCKFORD) for _ in range(length))
        if drawn not in taken:
            return drawn
