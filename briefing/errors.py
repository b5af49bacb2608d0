"""What can go wrong, said in three parts: what happened, where, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Place:
    """A file, as its path reads inside the library, and a line in it counted from 1."""

    file: str
    line: int | None = None

    def __str__(self) -> str:
        """Return the place as editors and compilers write it: `file:line`."""
        return self.file if self.line is None else f"{self.file}:{self.line}"


class BriefingError(Exception):
    """A sentence for the user: `what` happened, `where`, and a `hint` of what to do."""

    exit_code: ClassVar[int] = 65
    """What a command ends with when this reaches it (sysexits.h: 65 data, 74 input/output)."""

    def __init__(self, what: str, where: Place | None = None, hint: str = "") -> None:
        """Keep the three parts apart, so that each screen can lay them out."""
        super().__init__(what)
        self.what = what
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        """Return the parts as one line of text."""
        place = f"{self.where}: " if self.where else ""
        hint = f" {self.hint}" if self.hint else ""
        return f"{place}{self.what}{hint}"


class BadInput(BriefingError):
    """A file or a value that cannot be used as it stands."""


class WrongUse(BriefingError):
    """A command called in a way it does not understand."""

    exit_code = 2


class Refused(BriefingError):
    """Something that must not be done: the gate stopped it."""

    exit_code = 1


class NotFound(BriefingError):
    """A card, source, note or outline that is not in the library."""

    exit_code = 2


class DiskFailed(BriefingError):
    """The disk or the system did not do what was asked; what was there before is still there."""

    exit_code = 74
