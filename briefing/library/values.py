"""What a person types into a field, and what the field then holds: for forms and for FIELD=VALUE alike."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Final

from briefing.errors import BadInput, WrongUse
from briefing.library.lines import is_bomb
from briefing.library.render import render_key
from briefing.model.dates import iso, read_when
from briefing.model.entries import fits
from briefing.model.fields import Field, Shape
from briefing.wording import library as say

_YES = frozenset({"yes", "y", "true", "1", "on"})
_NO = frozenset({"no", "n", "false", "0", "off"})
_LONGEST = 100_000
"""Characters in one field: an entry holds at most 256 KB."""


class WrongField(BadInput):
    """A value that a field cannot hold."""

    def __init__(self, field: str, what: str, hint: str = "") -> None:
        """Keep the field's name, so that a form can say it in the right place."""
        super().__init__(what, hint=hint)
        self.field = field


def parse_value(field: Field, text: str) -> object | None:
    """Return what typed text means in a field, None where it is empty; raises WrongField."""
    typed = text.replace("\r\n", "\n").replace("\r", "\n")
    if not typed.strip():
        return None
    if len(typed) > _LONGEST:
        raise WrongField(field.name, say.text_too_long(field.name, len(typed), _LONGEST))
    try:
        value = _READERS[field.shape](typed)
    except (ValueError, RecursionError):
        value = None
    if value is None or not is_text(typed) or not fits(field, value):
        raise WrongField(field.name, say.wrong_value(field.name, _expected(field), typed))
    return value


def show_value(value: object | None) -> str:
    """Return a field's value as a person would type it."""
    if value is None or value in ("", (), [], {}):
        return ""
    if isinstance(value, Mapping):
        return render_key("x", dict(value)).removeprefix("x = { ").removesuffix(" }\n")
    if isinstance(value, list | tuple):
        words = [str(item) for item in value]
        return "\n".join([*words, ""]) if any("," in word for word in words) else ", ".join(words)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return iso(value) if isinstance(value, date | datetime) else str(value)


def parse_assignments(fields: Mapping[str, Field], words: Sequence[str]) -> dict[str, object | None]:
    """Return the values of FIELD=VALUE words, None for FIELD= alone; raises WrongUse and WrongField."""
    values: dict[str, object | None] = {}
    for word in words:
        name, equals, text = word.partition("=")
        if not equals:
            raise WrongUse(say.no_assignment(word), hint=say.ASSIGNMENT_HINT)
        if name not in fields:
            raise WrongUse(say.no_field(name), hint=say.fields_are(fields))
        values[name] = parse_value(fields[name], text)
    return values


def is_text(value: object) -> bool:
    """Whether every character of a value can be written to a file: a lone surrogate cannot."""
    if isinstance(value, Mapping):
        return all(is_text(name) and is_text(item) for name, item in value.items())
    if isinstance(value, list | tuple):
        return all(map(is_text, value))
    try:
        return not isinstance(value, str) or value.encode() is not None
    except UnicodeEncodeError:
        return False


def _expected(field: Field) -> str:
    return "one of " + ", ".join(field.choices) if field.choices else field.shape.value


def _read_line(text: str) -> object:
    return text.strip() if "\n" not in text.strip() else None


def _read_flag(text: str) -> object:
    word = text.strip().casefold()
    return True if word in _YES else False if word in _NO else None


def _read_moment(text: str) -> object:
    typed = text.strip()
    return date.fromisoformat(typed) if len(typed) == len("2025-01-08") else datetime.fromisoformat(typed)


def _read_list(text: str) -> object:
    """Read items a line each, or between commas where all stand on one line."""
    items = text.split("\n") if "\n" in text else text.split(",")
    return [item.strip() for item in items if item.strip()]


def _read_table(text: str) -> object:
    """Read `by = "Jo", on = 2025-01-08` as TOML does, or `by: Jo, on: 2025-01-08` as people type."""
    if is_bomb(text):
        return None
    try:
        found: object = tomllib.loads(f"x = {{ {' '.join(text.split(chr(10)))} }}").get("x")
    except tomllib.TOMLDecodeError:
        return _read_pairs(text)
    return found


def _read_pairs(text: str) -> object:
    pairs = [part.partition(":") for part in str(text).replace("\n", ",").split(",") if part.strip()]
    if not all(colon and name.strip() for name, colon, _ in pairs):
        return None
    return {name.strip(): _read_scalar(value.strip()) for name, _, value in pairs}


def _read_scalar(text: str) -> object:
    try:
        return tomllib.loads(f"x = {text}")["x"]
    except tomllib.TOMLDecodeError:
        return text


_READERS: Final[Mapping[Shape, Callable[[str], object]]] = {
    Shape.ID: _read_line,
    Shape.LINE: _read_line,
    Shape.TEXT: lambda text: text,
    Shape.CHOICE: _read_line,
    Shape.WHEN: lambda text: read_when(text.strip()),
    Shape.MOMENT: _read_moment,
    Shape.NUMBER: lambda text: int(text.strip()),
    Shape.FLAG: _read_flag,
    Shape.IDS: _read_list,
    Shape.WORDS: _read_list,
    Shape.TABLE: _read_table,
}
