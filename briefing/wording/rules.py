"""What the rules say around their own messages, which stand in their files."""

from __future__ import annotations

_HEAD_FIELDS = {
    "title": "The title",
    "aim": "The aim",
    "ask": "The ask",
    "their_point": "Their point",
    "salutation": "The salutation",
}


def head_field(name: str) -> str:
    """Name a field of an outline's head, as it begins a sentence."""
    return _HEAD_FIELDS[name]


def noticed(name: str, message: str) -> str:
    """Say where something was noticed, and what."""
    return f"{name}: {message}" if name else message
