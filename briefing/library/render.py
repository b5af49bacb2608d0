"""Entries as TOML text, the way the office would have written them by hand."""

from __future__ import annotations

from collections.abc import Mapping

import tomli_w

from briefing.model.entries import Entry

WIDEST_LIST = 100
"""Characters: a longer list stands one item a line."""


def render_entry(array: str, entry: Entry) -> str:
    """Return an entry with its header, or the head of a file where `array` is empty."""
    header = f"[[{array}]]\n" if array else ""
    return header + "".join(render_key(name, value) for name, value in entry.items())


def render_key(name: str, value: object) -> str:
    """Return one key with its value: long text over several lines, lists and tables on one where they fit."""
    if isinstance(value, str) and "\n" in value and "\r" not in value:
        return tomli_w.dumps({name: value}, multiline_strings=True)
    line = f"{_key(name)} = {_inline(value)}\n"
    if isinstance(value, list) and len(line) > WIDEST_LIST and not any(isinstance(item, Mapping) for item in value):
        return tomli_w.dumps({name: value})
    return line


def _inline(value: object) -> str:
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_inline(item) for item in value) + "]"
    if isinstance(value, Mapping):
        inside = ", ".join(f"{_key(str(name))} = {_inline(item)}" for name, item in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    return tomli_w.dumps({"x": value}).removeprefix("x = ").removesuffix("\n")


def _key(name: str) -> str:
    return tomli_w.dumps({name: 0}).removesuffix(" = 0\n")
