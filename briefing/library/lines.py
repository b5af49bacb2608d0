"""Where the entries and keys of a TOML file stand, line by line, so that one can be changed and the rest left alone.

The standard library reads TOML but says nothing of places. This scanner knows just enough of the language to cut a file
into its tables and keys: strings, brackets and comments. Values are for tomllib.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

DEEPEST = 16
"""How deep brackets may nest, and how many parts a dotted key may have: more is an attack, not a note."""
LARGEST_ENTRY = 256 * 1024
"""Characters of one entry. tomllib takes seconds over crafted megabytes."""

TOO_DEEP = "too deep"
NEVER_CLOSED = "never closed"

_TOKEN: Final = re.compile(
    r'"""|\'\'\'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|[\[{]|[\]}]|#[^\n]*',
)
_BASIC_END: Final = re.compile(r'(?:[^"\\]|\\.|"(?!""))*?"""(?:""|")?', re.DOTALL)
_KEY_PART: Final = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_PART: Final = re.compile(_KEY_PART)
_KEY: Final = re.compile(rf"\s*(?P<key>{_KEY_PART}(?:\s*\.\s*{_KEY_PART})*)\s*=")
_STRING: Final = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'.*?\'\'\'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'', re.DOTALL
)
_MANY_PARTS: Final = re.compile(rf"(?:[A-Za-z0-9_-]+[ \t]*\.[ \t]*){{{DEEPEST},}}")
_HEADER: Final = re.compile(r"\s*(?P<open>\[\[?)\s*(?P<name>[^\]\n]+?)\s*(?P<close>\]\]?)\s*(?:#.*)?$")
_ENTRY_HEADER: Final = re.compile(r"\[\[(?:card|source|block)\]\]\s*$")


@dataclass(frozen=True, slots=True)
class KeyLines:
    """The lines of one key, `first` up to but without `last`, counted from 0."""

    name: str
    """Its first part: `checked` for `checked.by`."""
    first: int
    last: int
    dotted: bool = False
    """Whether it is written `checked.by = ...` or under a header of its own."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """The head of a file, or one table of it: `first` up to but without `last`, blank lines after it left out."""

    array: str
    """`card`, `source`, `block` or any other table's name; empty for the head."""
    first: int
    last: int
    keys: tuple[KeyLines, ...] = ()
    fault: str = ""
    """`TOO_DEEP` or `NEVER_CLOSED`; empty where nothing is wrong with its shape."""


@dataclass(slots=True)
class _Open:
    """A chunk while its lines are being read."""

    array: str
    first: int
    last: int
    keys: list[KeyLines] = field(default_factory=list)
    fault: str = ""

    def closed(self) -> Chunk:
        return Chunk(self.array, self.first, self.last, tuple(self.keys), self.fault)


@dataclass(frozen=True, slots=True)
class _Statement:
    """One header or key with its value, over as many lines as it takes."""

    first: int
    last: int
    text: str
    """Its first line."""
    fault: str


def split_lines(text: str) -> list[str]:
    """Return the lines with their ends; only LF ends a line, as TOML has it."""
    lines = text.split("\n")
    return [*(f"{line}\n" for line in lines[:-1]), *([lines[-1]] if lines[-1] else [])]


def find_chunks(lines: Sequence[str], start: int = 0) -> Iterator[Chunk]:
    """Every table from line `start` on, in order; the head of a file comes first, even where it is empty."""
    current = _Open("", start, start)
    below = ""
    for statement in _statements(lines, start):
        name = _header_name(statement.text)
        if name is None:
            current.keys.append(_key_lines(statement, below))
        elif current.array and name.startswith(f"{current.array}."):
            below = name.removeprefix(f"{current.array}.").split(".")[0]
            current.keys.append(KeyLines(below, statement.first, statement.last, dotted=True))
        else:
            if current.last > current.first or current.first == 0:
                yield current.closed()
            current, below = _Open(name, statement.first, statement.last), ""
        current.last = statement.last
        current.fault = current.fault or statement.fault
    yield current.closed()


def _header_name(text: str) -> str | None:
    """Return the name a header gives, without spaces and quotes; None where the line is no header."""
    header = _HEADER.match(text)
    return ".".join(_parts(header["name"])) if header and not _KEY.match(text) else None


def _key_lines(statement: _Statement, below: str) -> KeyLines:
    if below:
        return KeyLines(below, statement.first, statement.last, dotted=True)
    match = _KEY.match(statement.text)
    parts = _parts(match["key"]) if match else [""]
    return KeyLines(parts[0], statement.first, statement.last, dotted=len(parts) > 1)


def _parts(key: str) -> list[str]:
    """Return the parts of a dotted key without their quotes."""
    return [part.strip("\"'") for part in _PART.findall(key)]


def is_bomb(text: str) -> bool:
    """Whether a table would keep tomllib busy for seconds: dotted keys of many parts cost it their square."""
    return text.count(".") >= DEEPEST and _MANY_PARTS.search(_STRING.sub("s", text)) is not None


def _statements(lines: Sequence[str], start: int) -> Iterator[_Statement]:
    """Every header and key from line `start` on."""
    number = start
    while number < len(lines):
        line = lines[number]
        if not line.strip() or line.lstrip().startswith("#"):
            number += 1
            continue
        last, fault = _end_of_statement(lines, number)
        yield _Statement(number, last, line, fault)
        number = last


def _end_of_statement(lines: Sequence[str], start: int) -> tuple[int, str]:
    """Return the line after the statement that starts at `start`, and what is wrong with it.

    One that never ends gives up at the next header of an entry, so that what follows it is read.
    """
    if _header_name(lines[start]) is not None:
        return start + 1, ""
    number, inside, depth, size = start, "", 0, 0
    while True:
        inside, depth = _scan(lines[number], inside, depth)
        size += len(lines[number])
        number += 1
        if depth > DEEPEST:
            return _next_header(lines, number), TOO_DEEP
        if not inside and depth <= 0:
            return number, ""
        if number == len(lines) or size > LARGEST_ENTRY or (not inside and _ENTRY_HEADER.match(lines[number])):
            return _next_header(lines, start + 1), NEVER_CLOSED


def _scan(line: str, inside: str, depth: int) -> tuple[str, int]:
    """Return which long string the end of the line is inside of, and how many brackets are open there."""
    at = 0
    if inside:
        end = _end_of_string(line, inside, 0)
        if end < 0:
            return inside, depth
        at = end
    while match := _TOKEN.search(line, at):
        token, at = match[0], match.end()
        if token in {'"""', "'''"}:
            end = _end_of_string(line, token, at)
            if end < 0:
                return token, depth
            at = end
        elif token in "[{":
            depth += 1
            if depth > DEEPEST:
                return "", depth
        elif token in "]}":
            depth -= 1
    return "", depth


def _end_of_string(line: str, quotes: str, at: int) -> int:
    """Return where a long string ends, after its quotes; -1 where it goes on."""
    if quotes == "'''":
        end = line.find(quotes, at)
        if end < 0:
            return -1
        end += 3
        while end < len(line) and line[end] == "'" and end - line.find(quotes, at) < 5:
            end += 1
        return end
    match = _BASIC_END.match(line, at)
    return match.end() if match else -1


def _next_header(lines: Sequence[str], start: int) -> int:
    return next_entry(lines, start, len(lines)) or len(lines)


def next_entry(lines: Sequence[str], start: int, end: int) -> int | None:
    """Return the first line from `start` up to `end` that can only be the header of an entry; None where none is."""
    return next((number for number in range(start, end) if _ENTRY_HEADER.match(lines[number])), None)


def comment_of(line: str) -> str:
    """Return the comment at the end of a line of one statement, with the space before it; empty where there is none."""
    at = 0
    while match := _TOKEN.search(line, at):
        if match[0].startswith("#"):
            before = line[: match.start()]
            return line[len(before.rstrip()) :].rstrip()
        at = match.end()
    return ""
