"""A terminal of 120 by 36 with one program in it: what it has painted, when, and what that took."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from tests.benchmarks.measuring import ROOT, Spent, cpu_of

COLUMNS, ROWS = 120, 36
PATIENCE = 120.0
"""Seconds to wait for words. Only a program that hangs uses them up."""
QUIET = 0.12
"""Seconds without a byte after which a screen is taken to be finished."""
CTRL_Q = "\x11"

_CONTROLS = re.compile(
    r"\x1b\[[0-9;:?<=>]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[PX^_].*?\x1b\\|\x1b.|[\x00-\x1f]"
)


class Terminal:
    """One program at one end, what it shows at the other."""

    def __init__(self, process: subprocess.Popen[bytes], end: int, started: float) -> None:
        """Take the end that a person would look at."""
        self.process = process
        self._end = end
        self._started = started
        self._shown = bytearray()

    def read(self, seconds: float) -> bool:
        """Read what comes next; say whether anything came in so many seconds. Raises RuntimeError where it ended."""
        if not select.select([self._end], [], [], seconds)[0]:
            return False
        try:
            part = os.read(self._end, 1 << 16)
        except OSError:
            part = b""
        if not part:
            raise RuntimeError(f"the program ended: {self.text[-2000:]}")
        self._shown += part
        return True

    @property
    def text(self) -> str:
        """Everything painted since the last `forget`, without the terminal's controls."""
        return _CONTROLS.sub("", self._shown.decode("utf-8", "replace"))

    def wait(self, is_there: Callable[[str], bool]) -> Spent:
        """Read until something is there; return what it took since the program was started."""
        end = time.monotonic() + PATIENCE
        while not is_there(self.text):
            if not self.read(1.0) and time.monotonic() > end:
                raise RuntimeError(f"waited in vain: {self.text[-2000:]}")
        return Spent((time.perf_counter() - self._started) * 1000, cpu_of(self.process.pid))

    def first_frame(self, *words: str) -> Spent:
        """Read until the whole screen is painted, these words among it."""
        return self.wait(lambda text: len(text) >= COLUMNS * ROWS and all(word in text for word in words))

    def rest(self, quiet: float = QUIET) -> None:
        """Read until nothing comes for a while."""
        end = time.monotonic() + PATIENCE
        while self.read(quiet) and time.monotonic() < end:
            pass

    def type(self, text: str) -> None:
        """Type something."""
        os.write(self._end, text.encode())

    def forget(self) -> None:
        """Look only at what comes from now on."""
        self._shown.clear()


@contextmanager
def in_terminal(*words: str) -> Iterator[Terminal]:
    """Run a module of Python in a terminal of its own, and end it afterwards."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    kept = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES", "NO_COLOR"}}
    environment = {**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    command = [sys.executable, "-m", *words]
    started = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    )
    os.close(theirs)
    try:
        yield Terminal(process, ours, started)
    finally:
        _end(process, ours)
        os.close(ours)


def _end(process: subprocess.Popen[bytes], end: int) -> None:
    """Ask it to leave, and make it and whatever it has started."""
    with suppress(OSError):
        os.write(end, CTRL_Q.encode())
    limit = time.monotonic() + 3
    while process.poll() is None and time.monotonic() < limit:
        with suppress(OSError):
            if select.select([end], [], [], 0.05)[0]:
                os.read(end, 1 << 16)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
