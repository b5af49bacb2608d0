"""What is wrong with a file, and where in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Found = Iterable[tuple[str, str]]
"""The path of a part of the file, and what is wrong there."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule a file does not keep."""

    rule: str
    part: str
    """The path of the part inside the file."""
    message: str
    refuses: bool
    """Whether a file with this fault is not handed over."""
