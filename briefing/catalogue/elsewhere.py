"""Bringing an index up to date in a process of its own, so that the desk's memory and its one thread stay free."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from queue import Empty, SimpleQueue

from briefing.catalogue.building import bring_up_to_date
from briefing.catalogue.comparing import FEW, Behind
from briefing.catalogue.progress import WAITING, Progress, Stop, Told
from briefing.disk.strangers import safe_environment
from briefing.errors import DiskFailed
from briefing.search.index import Index
from briefing.search.lookups import count_cards
from briefing.search.making.turns import take_turn
from briefing.wording import catalogue as say

LOOK = 0.05
"""Seconds between two looks at whether to go on."""
BUSY = 3
"""What the process ends with where another is at it already."""


BETWEEN = 0.1
"""Seconds between two looks at whether another process has finished."""
FEW_CARDS = 20_000
"""Cards of an index that this process may as well put into order."""


class End(Enum):
    """How the other process ended."""

    DONE = "done"
    STOPPED = "stopped"
    BUSY = "busy"
    FAILED = "failed"


def is_large(index: Index, behind: Behind) -> bool:
    """Whether the work is worth a process of its own, and another process can see the index."""
    return index.is_kept and (behind.files > FEW or index.look(count_cards, 0) > FEW_CARDS)


def make_index(folder: Path, index: Index, behind: Behind, told: Told, stop: Stop) -> None:
    """Bring an index up to date, here or in another process; wait where another does already. Raises DiskFailed."""
    while not stop():
        with take_turn(folder) as is_ours:
            if is_ours and not is_large(index, behind):
                bring_up_to_date(folder, index, told, stop)
                return
        ended = build_elsewhere(folder, told, stop) if is_ours else End.BUSY
        if ended is End.FAILED:
            bring_up_to_date(folder, index, told, stop)
        if ended is not End.BUSY:
            return
        told(Progress(WAITING))
        time.sleep(BETWEEN)


def build_elsewhere(folder: Path, told: Told, stop: Stop) -> End:
    """Let another process do it; returns how that ended. Raises DiskFailed where the disk did not let it finish."""
    command = [sys.executable, "-m", "briefing.catalogue", str(folder.resolve())]
    try:
        child = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            env=safe_environment(),
        )
    except OSError:
        return End.FAILED
    said = ""
    try:
        for line in _lines(child, stop):
            said = line
            with contextlib.suppress(ValueError, TypeError):
                told(Progress(*json.loads(line)))
    finally:
        stopped = child.poll() is None
        _end(child)
    if child.returncode == DiskFailed.exit_code:
        raise DiskFailed(said.strip() or say.NO_ROOM, hint=say.NO_ROOM_HINT)
    if stopped:
        return End.STOPPED
    return {0: End.DONE, BUSY: End.BUSY}.get(child.returncode, End.FAILED)


def _lines(child: subprocess.Popen[str], stop: Stop) -> Iterator[str]:
    """What the process says, line by line, until it ends or is not to go on."""
    said: SimpleQueue[str | None] = SimpleQueue()
    threading.Thread(target=_hear, args=(child, said), daemon=True).start()
    while not stop():
        with contextlib.suppress(Empty):
            line = said.get(timeout=LOOK)
            if line is None:
                child.wait()
                return
            yield line


def _hear(child: subprocess.Popen[str], said: SimpleQueue[str | None]) -> None:
    """Hear the process out. Only who reads closes: to close what another thread reads from waits for that thread."""
    if child.stdout:
        with child.stdout:
            for line in child.stdout:
                said.put(line)
    said.put(None)


def _end(child: subprocess.Popen[str]) -> None:
    if child.poll() is None:
        child.terminate()
        try:
            child.wait(5)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
