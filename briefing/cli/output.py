"""What reaches the terminal: data on standard output, talk on standard error, nothing it would obey."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TextIO

from briefing.errors import BriefingError
from briefing.model.dates import iso
from briefing.model.literal import show, show_line


def prepare_streams() -> None:
    """See to it that no character can make printing fail: UTF-8 into files and pipes, signs for the rest."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def put(text: str) -> None:
    """Print one line of the answer."""
    print(show_line(text))


def put_text(text: str) -> None:
    """Print an answer of several lines, broken where it is broken."""
    print(show(text))


def put_rows(rows: Iterable[tuple[str, ...]]) -> None:
    """Print rows under one another, every column but the last as wide as its widest entry."""
    shown = [tuple(show_line(cell) for cell in row) for row in rows]
    widths = [max(len(cell) for cell in column) for column in zip(*shown, strict=True)][:-1]
    for *cells, last in shown:
        padded = [cell.ljust(width) for cell, width in zip(cells, widths, strict=True)]
        print("  ".join([*padded, last]).rstrip())


def put_pairs(pairs: Iterable[tuple[str, str]]) -> None:
    """Print names and what they hold, further lines of a text under its first."""
    shown = [(show_line(name), show(text).strip("\n").split("\n")) for name, text in pairs]
    width = max(len(name) for name, _ in shown)
    for name, lines in shown:
        for place, line in enumerate(lines):
            print(f"{name if place == 0 else '':<{width}}  {line}".rstrip())


def say(text: str) -> None:
    """Say one sentence to whoever is sitting there."""
    print(show_line(text), file=sys.stderr)


def put_json(value: object) -> None:
    """Print the answer as one JSON document."""
    print(_json(value))


def say_error(error: BriefingError, *, as_json: bool) -> None:
    """Say what happened, where, and what to do: a line each, or one JSON document."""
    parts = {"what": error.what, "where": str(error.where or ""), "hint": error.hint}
    told = {name: text for name, text in parts.items() if text}
    if as_json:
        print(_json({"error": told}), file=sys.stderr)
        return
    print("\n".join(show_line(text) for text in told.values()), file=sys.stderr)


def close_quietly(stream: TextIO) -> None:
    """Leave a stream whose reader has gone, so that Python does not complain about it when it ends."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except (OSError, ValueError):
        return


def _json(value: object) -> str:
    text = json.dumps(_plain(value), ensure_ascii=False, indent=2)
    return text if show(text) == text else "".join(_escaped(letter) for letter in text)


def _plain(value: object) -> object:
    """Return the value as JSON has it: dates as ISO 8601 writes them, tuples as lists."""
    if isinstance(value, Mapping):
        return {str(name): _plain(held) for name, held in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(held) for held in value]
    if isinstance(value, str | int | float | bool) or value is None:
        return value
    return iso(value) if isinstance(value, date) else str(value)


def _escaped(letter: str) -> str:
    """Return a character a terminal would obey or hide as JSON's escape of it, which means the same."""
    return letter if show(letter) == letter else json.dumps(letter)[1:-1]
