"""Text from files on its way to the screen: always literal, cut and wrapped by cells, coloured only by us.

Nothing here reads markup. A run carries a look, which is ours, and words, which may be anybody's; hidden and
control characters are made visible before anything is measured.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from rich.cells import cell_len, chop_cells
from textual.content import Content

from briefing.model.literal import show, show_line


class Look(StrEnum):
    """How a run looks; the themes say which colours that is."""

    PLAIN = "plain"
    STRONG = "strong"
    QUOTE = "quote"
    """Exact words."""
    SOFT = "soft"
    """Beside the point: kinds, dates, counts."""
    LIT = "lit"
    """What the search matched."""
    HEADING = "heading"
    LINK = "link"
    LINK_CHOSEN = "link-chosen"
    GOOD = "good"
    DOUBT = "doubt"
    WARN = "warn"
    BAD = "bad"
    TAKEN = "taken"
    """Words that a change takes out, and words that it puts in."""
    PUT = "put"
    PRIVATE = "private"
    KEY = "key"
    CURSOR = "cursor"
    """Laid over the chosen row of the list that has the focus."""
    CURSOR_RESTING = "cursor-resting"
    """Laid over the chosen row of a list without the focus."""


_GAP = " … "


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike, and what a click on them leads to (`card:…`, `outline:…`, `note:…`, `url:…`)."""

    text: str
    look: Look = Look.PLAIN
    target: str = ""


Line = tuple[Run, ...]
NARROWEST = 8
"""Cells a wrapped line has at least, however little room there is."""
Spans = Iterable[tuple[int, int]]


def literal(text: str) -> Content:
    """Return text as a widget may show it: titles, tooltips, labels, palette entries."""
    return Content(show(text))


def lit_line(text: str, spans: Spans, look: Look = Look.PLAIN) -> Line:
    """Return the text as runs, with the spans of it that matched lit."""
    runs: list[Run] = []
    position = 0
    for start, end in sorted(spans):
        if start < position:
            continue
        runs += (Run(text[position:start], look), Run(text[start:end], Look.LIT))
        position = end
    runs.append(Run(text[position:], look))
    return tuple(run for run in runs if run.text)


def _cells(text: str) -> int:
    """Return the cells a text takes; most texts are too plain for the framework to count, and to keep the count."""
    return len(text) if text.isascii() and text.isprintable() else cell_len(text)


def width_of(line: Line) -> int:
    """Return the cells a line takes."""
    return sum(_cells(show_line(run.text)) for run in line)


def fit(line: Line, width: int) -> Line:
    """Return the line made visible and cut to `width` cells, an ellipsis where something is missing."""
    fitted: list[Run] = []
    left = width
    for position, run in enumerate(line):
        text = show_line(run.text[: 2 * width + 40])
        size = _cells(text)
        rest_is_empty = len(text) >= len(run.text) and not any(later.text for later in line[position + 1 :])
        if size > left or (size == left and not rest_is_empty):
            return (*fitted, replace(run, text=_cut(text, left - 1) + "…")) if left > 0 else tuple(fitted)
        fitted.append(replace(run, text=text))
        left -= size
    return tuple(fitted)


def spread(left: Line, right: Line, width: int) -> Line:
    """Return one line with `left` at the left, cut where it must be, and `right` at the right."""
    room = max(0, width - width_of(right) - 1)
    cut = fit(left, room)
    return (*cut, Run(" " * (width - width_of(right) - width_of(cut))), *right)


def around(text: str, spans: Sequence[tuple[int, int]], width: int, share: int = 2) -> tuple[str, Spans]:
    """Return the text and the spans to light in it, its middle left out where the first of them would be cut off.

    Its beginning keeps at most `share` fifths of the width.
    """
    if not spans or spans[0][1] + 1 < width:
        return text, spans
    head = _at_word(text[: width * share // 5])
    room = width - len(head) - len(_GAP)
    start = max(len(head), min(spans[0][0] - room // 4, len(text) - room))
    start = text.find(" ", start, spans[0][0]) + 1 or start
    shift = len(head) + len(_GAP) - start
    return f"{head}{_GAP}{text[start:]}", [(a + shift, b + shift) for a, b in spans if a >= start]


def _at_word(text: str) -> str:
    """Return the text up to its last whole word."""
    return text.rpartition(" ")[0] or text


def _cut(text: str, width: int) -> str:
    """Return as much of the text as fits into `width` cells."""
    if width <= 0:
        return ""
    return chop_cells(text, width)[0] if _cells(text) > width else text


def wrap(line: Line, width: int, hang: int = 0) -> list[Line]:
    """Return the line, made visible, over as many lines as it needs; all but the first set in by `hang` cells.

    Only the white space at which a line is broken is not seen again.
    """
    width = max(NARROWEST, width)
    hang = min(hang, width - NARROWEST)
    shown = tuple(replace(run, text=show(run.text).replace("\t", "    ")) for run in line)
    wrapped: list[Line] = []
    for paragraph in _split_lines(shown):
        for part in _slice(paragraph, _breaks("".join(run.text for run in paragraph), width, hang, first=not wrapped)):
            wrapped.append((Run(" " * hang), *part) if hang and wrapped else part)
    return [_without_end(part) for part in wrapped]


def _without_end(line: Line) -> Line:
    """Return the line without the white space at its end."""
    while line and not line[-1].text.strip():
        line = line[:-1]
    return (*line[:-1], replace(line[-1], text=line[-1].text.rstrip())) if line else line


def _split_lines(line: Line) -> Iterator[Line]:
    """The lines a text was broken into by whoever wrote it."""
    current: list[Run] = []
    for run in line:
        first, *others = run.text.split("\n")
        current.append(replace(run, text=first))
        for text in others:
            yield tuple(current)
            current = [replace(run, text=text)]
    yield tuple(current)


def _breaks(text: str, width: int, hang: int, *, first: bool) -> list[int]:
    """Return the offsets at which the text goes on in a new line."""
    breaks: list[int] = []
    column = 0 if first else hang
    for match in re.finditer(r"\s+|\S+\s*", text):
        word, offset = match[0], match.start()
        if column > hang and column + _cells(word.rstrip()) > width:
            breaks.append(offset)
            column = hang
        while column + _cells(word.rstrip()) > width:
            head = _cut(word, width - column) or word[0]
            word = word[len(head) :]
            offset += len(head)
            breaks.append(offset)
            column = hang
        column += _cells(word)
    return breaks


def _slice(line: Line, breaks: list[int]) -> Iterator[Line]:
    """The line cut at the offsets."""
    ends = [*breaks, sum(len(run.text) for run in line)]
    start = 0
    for end in ends:
        yield tuple(_within(line, start, end))
        start = end


def _within(line: Line, start: int, end: int) -> Iterator[Run]:
    position = 0
    for run in line:
        text = run.text[max(0, start - position) : max(0, end - position)]
        if text:
            yield replace(run, text=text)
        position += len(run.text)
