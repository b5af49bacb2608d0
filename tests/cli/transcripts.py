"""Transcripts of a shell as tests: what was typed, what was answered, what was said, and the exit code.

    $ briefing search bypass
    bypass  ?  commitment  The bypass opens in spring
    2> 1 card.

A line after `$` is typed, plain lines are standard output, lines after `2>` standard error, and `1$` on a line of its
own is an exit code other than 0. Letters of an id that is drawn are written `@`.
"""

from __future__ import annotations

import re
import shlex
from textwrap import dedent

from tests.cli.ground import Give

DRAWN = "@"


def follow(transcript: str, give: Give) -> None:
    """Type what the transcript types, and compare."""
    for typed, expected in _commands(dedent(transcript)):
        program, *words = shlex.split(typed)
        assert program == "briefing"
        answer = _with_drawn(str(give(*words)), expected)
        assert answer == expected, f"$ {typed}\n{answer}\n--- and not:\n{expected}"


def _commands(transcript: str) -> list[tuple[str, str]]:
    """Return each command with the answer that is expected."""
    _, *parts = re.split(r"^\$ ", transcript, flags=re.MULTILINE)
    split = [part.partition("\n") for part in parts]
    return [(typed, expected.strip("\n")) for typed, _, expected in split]


def _with_drawn(answer: str, expected: str) -> str:
    """Return the answer with `@` for every letter where an id was drawn and `@` is expected."""
    if len(answer) != len(expected):
        return answer
    pairs = zip(answer, expected, strict=True)
    return "".join(DRAWN if wanted == DRAWN and got.isalnum() else got for got, wanted in pairs)
