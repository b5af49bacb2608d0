"""A command at a terminal: what it shows, and what is typed in answer."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 60
"""Seconds that are waited for a command to end, before a test fails."""


class Terminal:
    """One end of a pseudo-terminal, the command at the other."""

    def __init__(self, command: subprocess.Popen[bytes], end: int) -> None:
        """Take the end that a person would look at."""
        self.command = command
        self._end = end
        self.shown = b""

    def wait_for(self, words: str) -> None:
        """Read until the words are shown."""
        while words.encode() not in self.shown:
            part = self._read()
            assert part, f"it ended without saying {words!r}: {self.shown!r}"

    def type(self, text: str) -> None:
        """Type something."""
        os.write(self._end, text.encode())

    def interrupt(self) -> None:
        """Do what ctrl-c does; again where it came just before the command began to wait, which does not wake it."""
        while self.command.poll() is None:
            self.command.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                self.command.wait(timeout=2)

    def vanish(self) -> int:
        """Take the terminal away without a hang-up, and return the exit code of a command that notices."""
        os.close(self._end)
        self._end = -1
        return self.command.wait(timeout=LONGEST)

    def end(self) -> int:
        """Read to the end and return the exit code."""
        while self._read():
            pass
        return self.command.wait()

    def close(self) -> None:
        """Let go of it."""
        if self._end >= 0:
            os.close(self._end)

    def _read(self) -> bytes:
        try:
            part = os.read(self._end, 4096)
        except OSError:  # Linux says so where others return nothing
            part = b""
        self.shown += part
        return part


@contextmanager
def at_terminal(folder: Path, *typed: str) -> Iterator[Terminal]:
    """Give a command at a terminal, in a folder."""
    import pty

    ours, theirs = pty.openpty()
    command = subprocess.Popen(
        [sys.executable, "-m", "briefing", *typed],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    terminal = Terminal(command, ours)
    try:
        yield terminal
    finally:
        command.kill()
        command.wait()
        terminal.close()
