"""A disk that fails at the call one names: the system's own functions, made to refuse once."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import ParamSpec, TypeVar

import pytest

from briefing.disk import exchanging, saving

P = ParamSpec("P")
R = TypeVar("R")

CALLS = ("open", "write", "fsync", "close", "replace", "chmod", "stat", "read", "fstat")
SWAPS = ("exchange", "put_new")
"""The calls by which the new file comes into place, where the system has them; elsewhere it is `replace`."""


@dataclass
class FailingDisk:
    """The functions of `os` by which a file is saved, counted; the one at number `at` fails with `error`."""

    at: int
    error: int
    calls: list[str] = field(default_factory=list)

    def install(self, patch: pytest.MonkeyPatch, names: tuple[str, ...] = CALLS) -> None:
        """Put this disk in the place of the real one."""
        for name in names:
            patch.setattr(os, name, self._counted(name, getattr(os, name)))
        for name in SWAPS if "replace" in names else ():
            patch.setattr(saving, name, self._counted(name, getattr(saving, name)))

    @property
    def placed(self) -> bool:
        """Whether the new file came into place: the last call that can do it was made and was not the one to fail."""
        made = [number for number, name in enumerate(self.calls, 1) if name in {"replace", *SWAPS}]
        return bool(made) and made[-1] != self.at

    @property
    def failed(self) -> bool:
        """Whether the call that was to fail was reached."""
        return len(self.calls) >= self.at

    def _counted(self, name: str, really: Callable[P, R]) -> Callable[P, R]:
        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            self.calls.append(name)
            if len(self.calls) == self.at:
                if name == "close":
                    really(*args, **kwargs)  # a failing close has closed all the same
                raise OSError(self.error, os.strerror(self.error))
            return really(*args, **kwargs)

        return call


@pytest.fixture(params=["exchanging", "plain"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Systems that can let files change places in one moment, and systems that cannot."""
    if request.param == "plain":
        monkeypatch.setattr(exchanging, "_system_call", lambda: None)
    elif exchanging._system_call() is None:
        pytest.skip("needs a system on which files can change places")
    return str(request.param)


def leftovers(folder: Path) -> list[str]:
    """What a save left beside the files."""
    return sorted(path.name for path in folder.iterdir() if path.name.startswith("."))
