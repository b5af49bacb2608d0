"""Where the entries and keys of a TOML file stand, line by line, so that one can be changed and the rest left alone.

The standard library reads TOML but says nothing of places. This scanner knows just enough of the language to cut a file
into its tables and keys: strings, brackets and comments. Values are for tomllib.
"""

from __future__ import annotations

import io
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

DEEPEST = 16
"""How deep brackets may nest, and how many parts a dotted key may have: more is an attack, not a note."""
LARGEST_ENTRY = 256 * 1024
"""Characters of one entry. tomllib takes seconds over crafted megabytes."""

TOO_DEEP = "too deep"
TOO_LONG = "too long"
NEVER_CLOSED = "never closed"

# Every repetition below is possessive (`*+`, `++`): it gives nothing back of what it took, so that no text, however it
# was crafted, is looked at more than a few times.
_KEY_PART: Final = r"""(?:[A-Za-z0-9_-]++|"(?:[^"\\\n]++|\\.)*+"|'[^'\n]*+')"""
_PART: Final = re.compile(_KEY_PART)
_KEY: Final = re.compile(rf"\s*+(?P<key>{_KEY_PART}(?:[ \t]*+\.[ \t]*+{_KEY_PART})*+)[ \t]*+=")

_BEFORE: Final = r"[\s\ufeff]*+"
"""What may stand before a header: a byte order mark comes with files that were joined."""
_HEADER: Final = re.compile(
    rf"{_BEFORE}(?P<open>\[\[?+)(?P<name>(?:[^\[\]\"'\n]|{_KEY_PART})++)\]\]?+[ \t]*+(?:#.*+)?+\s*+$"
)
_ENTRY_HEADER: Final = re.compile(rf"{_BEFORE}\[\[(?:card|source|block)\]\]\s*+$")

_TOKEN: Final = re.compile(
    r"""\"{3}|'{3}|"(?:[^"\\\n]++|\\.)*+"?+|'[^'\n]*+'?+|[\[{]|[\]}]|#[^\n]*+""",
)
"""A quote that is not closed on its line takes the rest of it."""
_ENDS: Final = {
    '"""': re.compile(r'(?:[^"\\]++|\\.|"{1,2}(?!"))*+"""(?:"{1,2})?+', re.DOTALL),
    "'''": re.compile(r"(?:[^']++|'{1,2}(?!'))*+'''(?:'{1,2})?+"),
}
"""Where a long string ends: two more of its quotes may be its own last letters."""

_WORDS: Final = re.compile(
    r"""\"{3}(?:[^"\\]++|\\.|"{1,2}(?!"))*+(?:"{3,5})?+|'{3}(?:[^']++|'{1,2}(?!'))*+(?:'{3,5})?+"""
    r"""|"(?:[^"\\\n]++|\\[^\n])*+"?+|'[^'\n]*+'?+|#[^\n]*+""",
    re.DOTALL,
)
"""Strings and comments."""
_MANY_PARTS: Final = re.compile(rf"(?<![A-Za-z0-9_-])(?:[A-Za-z0-9_-]++[ \t]*+\.[ \t]*+){{{DEEPEST}}}")


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

    path: tuple[str, ...]
    """The parts of its name; none for the head."""
    first: int
    last: int
    keys: tuple[KeyLines, ...] = ()
    fault: str = ""
    """`TOO_DEEP`, `TOO_LONG` or `NEVER_CLOSED`; empty where nothing is wrong with its shape."""
    alone: bool = False
    """Whether it is a table of its own, `[office]`, and not one of an array, `[[card]]`."""

    def shifted(self, lines: int) -> Chunk:
        """Return the chunk as it stands so many lines further down."""
        keys = tuple(KeyLines(key.name, key.first + lines, key.last + lines, key.dotted) for key in self.keys)
        return Chunk(self.path, self.first + lines, self.last + lines, keys, self.fault, self.alone)

    @property
    def array(self) -> str:
        """`card`, `source`, `block` or any other table's name; empty for the head."""
        return ".".join(self.path)


@dataclass(slots=True)
class _Open:
    """A chunk while its lines are being read."""

    path: tuple[str, ...]
    first: int
    last: int
    alone: bool = False
    keys: list[KeyLines] = field(default_factory=list)
    fault: str = ""
    size: int = 0

    def closed(self) -> Chunk:
        return Chunk(self.path, self.first, self.last, tuple(self.keys), self.fault, self.alone)


@dataclass(frozen=True, slots=True)
class _Statement:
    """One header or key with its value, over as many lines as it takes."""

    first: int
    last: int
    size: int
    header: re.Match[str] | None = None
    fault: str = ""

    @property
    def path(self) -> tuple[str, ...] | None:
        """The parts of the name a header gives; None where it is no header."""
        return _parts(self.header["name"]) if self.header else None


def split_lines(text: str) -> list[str]:
    """Return the lines with their ends; only LF ends a line, as TOML has it."""
    return list(io.StringIO(text, newline="\n"))


def find_chunks(lines: Sequence[str], start: int = 0) -> Iterator[Chunk]:
    """Every table from line `start` on, in order; the head of a file comes first, even where it is empty."""
    below: str | None
    current, below, at = _Open((), start, start), None, start
    while (statement := _next_statement(lines, at)) is not None:
        path, depth = statement.path, len(current.path)
        if path is None:
            current.keys.append(_key_lines(lines[statement.first], statement, below))
        elif depth and len(path) > depth and path[:depth] == current.path:
            below = path[depth]
            current.keys.append(KeyLines(below, statement.first, statement.last, dotted=True))
        else:
            if current.last > current.first or current.first == 0:
                yield current.closed()
            alone = statement.header is not None and statement.header["open"] == "["
            current, below = _Open(path, statement.first, statement.last, alone), None
        current.fault = current.fault or statement.fault
        current.size += statement.size
        at = current.last = statement.last
        if current.size > LARGEST_ENTRY:
            current.fault = current.fault or TOO_LONG
            at = current.last = _next_header(lines, at)
    yield current.closed()


def _key_lines(line: str, statement: _Statement, below: str | None) -> KeyLines:
    if below is not None:
        return KeyLines(below, statement.first, statement.last, dotted=True)
    match = _KEY.match(line)
    parts = _parts(match["key"]) if match else ("",)
    return KeyLines(parts[0], statement.first, statement.last, dotted=len(parts) > 1)


def _parts(key: str) -> tuple[str, ...]:
    """Return the parts of a dotted key without their quotes."""
    return tuple(map(_unquoted, _PART.findall(key)))


def _unquoted(part: str) -> str:
    if part[0] not in "\"'":
        return part
    if "\\" not in part or part[0] == "'":
        return part[1:-1]
    try:
        return next(iter(tomllib.loads(f"{part} = 0")))
    except tomllib.TOMLDecodeError:
        return part


def is_bomb(text: str) -> bool:
    """Whether a table would keep tomllib busy for seconds: dotted keys of many parts cost it their square."""
    return text.count(".") >= DEEPEST and _MANY_PARTS.search(_WORDS.sub("s", text)) is not None


def _next_statement(lines: Sequence[str], start: int) -> _Statement | None:
    """Return the first header or key from line `start` on; None where there is none."""
    for number in range(start, len(lines)):
        line = lines[number].strip()
        if not line or line.startswith("#"):
            continue
        header = _HEADER.match(lines[number])
        return _Statement(number, number + 1, len(line), header) if header else _read_statement(lines, number)
    return None


def _read_statement(lines: Sequence[str], start: int) -> _Statement:
    """Return the key that starts on a line, with its value.

    One that never ends gives up at the next header of an entry, so that what follows it is read.
    """
    number, inside, depth, size = start, "", 0, 0
    while True:
        inside, depth = _scan(lines[number], inside, depth)
        size += len(lines[number])
        number += 1
        if depth > DEEPEST:
            return _Statement(start, _next_header(lines, number), size, fault=TOO_DEEP)
        if not inside and depth <= 0:
            return _Statement(start, number, size)
        if number == len(lines) or (not inside and _is_entry(lines[number])):
            return _Statement(start, _next_header(lines, start + 1), size, fault=NEVER_CLOSED)
        if size > LARGEST_ENTRY:
            return _Statement(start, _next_header(lines, number), size, fault=TOO_LONG)


def _scan(line: str, inside: str, depth: int) -> tuple[str, int]:
    """Return which long string the end of the line is inside of, and how many brackets are open there."""
    at = 0
    while True:
        if inside:
            end = _ENDS[inside].match(line, at)
            if end is None:
                return inside, depth
            at, inside = end.end(), ""
        match = _TOKEN.search(line, at)
        if match is None:
            return "", depth
        token, at = match[0], match.end()
        if token in _ENDS:
            inside = token
        elif token in "[{":
            depth += 1
            if depth > DEEPEST:
                return "", depth
        elif token in "]}":
            depth -= 1


def _next_header(lines: Sequence[str], start: int) -> int:
    return next_entry(lines, start, len(lines)) or len(lines)


def next_entry(lines: Sequence[str], start: int, end: int) -> int | None:
    """Return the first line from `start` up to `end` that can only be the header of an entry; None where none is."""
    return next((number for number in range(start, end) if _is_entry(lines[number])), None)


def _is_entry(line: str) -> bool:
    return "[[" in line and _ENTRY_HEADER.match(line) is not None


def comments_of(statement: str) -> tuple[tuple[str, ...], str]:
    """Return the comments inside a statement, and the one at the end of its last line with the space before it."""
    found = [match for match in _WORDS.finditer(statement) if match[0].startswith("#")]
    comments = tuple(match[0].rstrip() for match in found)
    if not found or found[-1].end() < len(statement.rstrip("\n")):
        return comments, ""
    before = statement[: found[-1].start()]
    return comments[:-1], before[len(before.rstrip(" \t")) :] + comments[-1]
