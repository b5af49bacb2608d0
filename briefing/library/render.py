"""Entries as TOML text, the way the office would have written them by hand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import tomli_w

from briefing.model.entries import Entry

WIDEST_LIST = 100
"""Characters: a longer list stands one item a line."""

_ESCAPED: Final = re.compile(r'\\|[\x00-\x08\x0b-\x1f\x7f]|"(?="")|"\Z')
"""What a text over several lines cannot hold as it is: two quotes in a row it can."""
_NOT_LITERAL: Final = re.compile(r"['\x00-\x08\x0a-\x1f\x7f]")


def render_entry(array: str, entry: Entry) -> str:
    """Return an entry with its header, or the head of a file where `array` is empty."""
    header = f"[[{array}]]\n" if array else ""
    return header + "".join(render_key(name, value) for name, value in entry.items())


def render_key(name: str, value: object) -> str:
    """Return one key with its value: long text over several lines, lists and tables on one where they fit."""
    if isinstance(value, str) and "\n" in value:
        return f'{_key(name)} = """\n{_ESCAPED.sub(_escape, value)}"""\n'
    line = f"{_key(name)} = {_inline(value)}\n"
    if isinstance(value, list) and len(line) > WIDEST_LIST and not any(isinstance(item, Mapping) for item in value):
        return "".join([f"{_key(name)} = [\n", *(f"    {_inline(item)},\n" for item in value), "]\n"])
    return line


def _inline(value: object) -> str:
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_inline(item) for item in value) + "]"
    if isinstance(value, Mapping):
        inside = ", ".join(f"{_key(str(name))} = {_inline(item)}" for name, item in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, str) and ('"' in value or "\\" in value) and not _NOT_LITERAL.search(value):
        return f"'{value}'"
    return tomli_w.dumps({"x": value}).removeprefix("x = ").removesuffix("\n")


def _escape(match: re.Match[str]) -> str:
    found = match[0]
    return f"\\{found}" if found in {"\\", '"'} else f"\\u{ord(found):04x}"


def _key(name: str) -> str:
    return tomli_w.dumps({name: 0}).removesuffix(" = 0\n")
