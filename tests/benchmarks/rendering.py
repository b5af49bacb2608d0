"""What invented cards are called, and how their entries are written as TOML."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from briefing.model.ids import CROCKFORD


def card_id(seed: int, number: int) -> str:
    """The id of a card by its number: another for every number, in no order one can see."""
    mixed = (number ^ (seed * 0x9E3779B97F)) & 0xFFFFFFFFFF
    mixed = mixed * 0xD1B54A32D1 & 0xFFFFFFFFFF
    mixed ^= mixed >> 21
    mixed = mixed * 0x8CB92BA72D & 0xFFFFFFFFFF
    mixed ^= mixed >> 17
    return "".join(_PAIRS[mixed >> shift & 1023] for shift in (30, 20, 10, 0))


_PAIRS = tuple(one + other for one in CROCKFORD for other in CROCKFORD)
_quoted = json.JSONEncoder(ensure_ascii=False).encode
"""JSON and TOML escape alike all that is written here."""


def render(entry: Mapping[str, object]) -> str:
    return "".join([f"{name} = {_value(value)}\n" for name, value in entry.items()])


def _value(value: object) -> str:
    if isinstance(value, str):
        if "\n" in value:
            return '"""\n' + "\n".join(_quoted(line)[1:-1] for line in value.split("\n")) + '"""'
        return _quoted(value)
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{name} = {_value(held)}' for name, held in value.items())} }}"
    return str(value)


def slug(words: Iterable[str]) -> str:
    return "-".join(re.sub(r"[^a-z]+", "", word.lower()) or "note" for word in words)
