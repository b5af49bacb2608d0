"""LibreOffice, started once and given one file after another to edit and save."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

_DRIVER = Path(__file__).with_name("driver.py")
_AT_MOST = 120
"""Seconds a file may take: after that LibreOffice hangs, and is ended."""
_TO_END = 10
"""Seconds it is given to end."""


@dataclass(frozen=True)
class Edited:
    """What LibreOffice made of a file, and what it says of that with everything accepted."""

    files: tuple[Path, Path]
    """As it saved it, and as it saved it by way of .odt."""
    texts: tuple[str, ...]
    """Every paragraph of the body, those in cells too."""
    notes: tuple[str, ...]


class Died(Exception):
    """LibreOffice has ended in the middle of a file."""


class Office:
    """A LibreOffice of its own, and the driver that tells it what to do."""

    def __init__(self, program: Path, python: Path) -> None:
        """Take where it is, and a Python that has its bridge."""
        self._program, self._python = program, python
        self._folder = Path(tempfile.mkdtemp())
        self._running: tuple[subprocess.Popen[bytes], subprocess.Popen[str]] | None = None

    def edit(self, file: Path, edits: Sequence[Mapping[str, str | int]]) -> Edited:
        """Edit a file and save it beside itself; raises Died, and starts anew with the next."""
        saved, odt, around = (str(file.with_suffix(suffix)) for suffix in (".saved.docx", ".odt", ".around.docx"))
        job = {"file": str(file), "edits": edits, "saves": [saved, odt], "again": [(odt, around)]}
        line = self._ask(json.dumps(job))
        if not line:
            self._stop()
            raise Died(file)
        answer = json.loads(line)
        assert answer["failed"] == {}, f"{file}: {answer['failed']}"
        return Edited((Path(saved), Path(around)), tuple(answer["texts"]), tuple(answer["notes"]))

    def _ask(self, job: str) -> str:
        office, driver = self._running = self._running or self._start()
        assert driver.stdin is not None
        assert driver.stdout is not None
        driver.stdin.write(f"{job}\n")
        driver.stdin.flush()
        timer = Timer(_AT_MOST, os.killpg, (office.pid, signal.SIGKILL))
        timer.start()
        try:
            return driver.stdout.readline()
        finally:
            timer.cancel()

    def _start(self) -> tuple[subprocess.Popen[bytes], subprocess.Popen[str]]:
        pipe = f"briefing-{os.getpid()}"
        profile = f"-env:UserInstallation={(self._folder / 'profile').as_uri()}"
        quietly = ["--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"]
        office = subprocess.Popen(
            [str(self._program), profile, *quietly, f"--accept=pipe,name={pipe};urp;"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        command = [str(self._python), str(_DRIVER), pipe]
        return office, subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def _stop(self) -> None:
        if self._running is not None:
            office, driver = self._running
            self._running = None
            driver.communicate(timeout=_TO_END)
            if office.poll() is None:
                os.killpg(office.pid, signal.SIGTERM)
            office.wait(_TO_END)

    def end(self) -> None:
        """End what was started, and leave nothing behind."""
        self._stop()
        shutil.rmtree(self._folder, ignore_errors=True)
