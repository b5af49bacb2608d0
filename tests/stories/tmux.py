"""A real terminal: the program as its own process under tmux, real keys sent to it, and what can then be read."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.library.preferences import Preferences, write_preferences

PATIENCE = 120.0
"""Seconds to wait for words to come. Only a desk that hangs uses them up."""


class Terminal:
    """One tmux session with a shell's worth of environment and the desk in it."""

    def __init__(self, tmux: Path, socket: str) -> None:
        """Speak to the server on a socket of its own."""
        self._tmux = [str(tmux), "-L", socket, "-f", os.devnull]

    def run(self, *words: str) -> str:
        """Give tmux an order and return what it answers."""
        done = subprocess.run([*self._tmux, *words], check=False, capture_output=True, text=True, encoding="utf-8")
        return done.stdout

    def press(self, *keys: str) -> None:
        """Press keys by the names tmux has for them."""
        self.run("send-keys", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self.run("send-keys", "-l", text)

    @property
    def screen(self) -> str:
        """What can be read now."""
        return self.run("capture-pane", "-p")

    def see(self, words: str) -> str:
        """Wait until the words are on the screen, and return all of it."""
        return self._wait(lambda screen: words in screen, f"never saw {words!r}")

    def miss(self, words: str) -> str:
        """Wait until the words are no longer on the screen."""
        return self._wait(lambda screen: words not in screen, f"still see {words!r}")

    def _wait(self, test: Callable[[str], bool], complaint: str) -> str:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            screen = self.screen
            if test(screen):
                return screen
            time.sleep(0.05)
        raise AssertionError(f"{complaint} in:\n{self.screen}")

    @property
    def is_over(self) -> bool:
        """Whether the desk was left and its session with it."""
        return not self.run("list-sessions").strip()

    def wait_until_over(self) -> None:
        """Wait until the desk has been left."""
        end = time.monotonic() + PATIENCE
        while not self.is_over:
            assert time.monotonic() < end, self.screen
            time.sleep(0.05)

    @property
    def process(self) -> int:
        """The number of the desk's process."""
        return int(self.run("list-panes", "-F", "#{pane_pid}").split()[0])


@contextmanager
def desk_in_tmux(tmux: Path, folder: Path, size: tuple[int, int] = (120, 36), **environment: str) -> Iterator[Terminal]:
    """Open the desk on a library in a terminal of its own, and close the terminal at the end."""
    write_preferences(Preferences(tips_seen=True))
    terminal = Terminal(tmux, f"briefing-{os.getpid()}-{folder.parent.name}")
    extra = [word for name, value in environment.items() for word in ("-e", f"{name}={value}")]
    command = ["env", "-u", "COLUMNS", "-u", "LINES", sys.executable, "-m", "briefing", str(folder)]
    where = ["-c", str(Path(__file__).parents[2])]
    terminal.run("new-session", "-d", "-x", str(size[0]), "-y", str(size[1]), *extra, *where, *command)
    try:
        yield terminal
    finally:
        terminal.run("kill-server")
