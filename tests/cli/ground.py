"""What the tests of the command line stand on: what a command answers, and the ways to give one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Answer:
    """What a command answered."""

    code: int
    out: str
    err: str

    def __str__(self) -> str:
        """Return it as a transcript has it."""
        said = [f"2> {line}" for line in self.err.splitlines()]
        code = [f"{self.code}$"] if self.code else []
        return "\n".join([*self.out.splitlines(), *said, *code])


@dataclass(frozen=True)
class Process:
    """What a process of its own answered, in bytes."""

    code: int
    out: bytes
    err: bytes


class Give(Protocol):
    """Gives one command in this process, in the folder of the library."""

    def __call__(self, *typed: str) -> Answer:
        """Return what it answered."""


class Story(Protocol):
    """Follows a transcript of a shell, command by command, in the folder of the library."""

    def __call__(self, transcript: str) -> None:
        """Fail where an answer is another."""


class Shell(Protocol):
    """Gives one command as a process of its own, as a shell does, with variables of the environment by name."""

    def __call__(self, *typed: str, stdin: bytes = b"", **environment: str) -> Process:
        """Return what it answered."""
