"""Own words as paragraphs: a blank line parts them, and a line that begins with a dash is an item of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_DASH = "- "
_ENDED = ".!?…:;,"
_CLOSING = "\u201d\u2019\"')]"
"""What may stand between the end of a sentence and the end of its line."""


class Passage(NamedTuple):
    """One paragraph of own words."""

    text: str
    listed: bool


def passages(text: str) -> Iterator[Passage]:
    """Yield the paragraphs of a text, in order; nothing where there are no words."""
    for chunk in _BLANK.split(text.strip("\n")):
        yield from _chunk(chunk)


def _chunk(chunk: str) -> Iterator[Passage]:
    """Yield a run of lines as one paragraph, each line with a dash as a paragraph of its own."""
    prose: list[str] = []
    for line in chunk.split("\n"):
        if line.startswith(_DASH):
            yield from _plain(prose)
            prose = []
            yield Passage(line.removeprefix(_DASH), listed=True)
        else:
            prose.append(line)
    yield from _plain(prose)


def _plain(lines: list[str]) -> Iterator[Passage]:
    text = "\n".join(lines)
    if text.strip():
        yield Passage(text, listed=False)


def sentence(text: str) -> str:
    """Return a claim as a sentence: with a full stop, where nothing ends it yet."""
    end = text.rstrip(_CLOSING)[-1:]
    return text if not end or end in _ENDED else f"{text}."


def lead_in(text: str) -> str:
    """Return a claim as the words before a quotation: with a colon, where it ends in a full stop or in nothing."""
    bare = text.removesuffix(".")
    return text if bare.rstrip(_CLOSING)[-1:] in _ENDED else f"{bare}:"


def quoted(text: str) -> str:
    """Return exact words between quotation marks, which they are not given twice."""
    return text if text.startswith(("“", '"')) else f"“{text}”"
