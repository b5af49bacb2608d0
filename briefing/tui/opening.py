"""A file or a folder in the program the system has for it, where there is a screen for it to open on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path


def open_path(path: Path) -> bool:
    """Open a file or a folder; False where there is nothing to open it with."""
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606 - the system's own way, with a path this program has just written
        return True
    program = _opener()
    if program is None:
        return False
    try:
        subprocess.Popen(
            [program, str(path)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    return True


def _opener() -> str | None:
    """Return the program that opens files; None over SSH and on a console, where no window could come."""
    if sys.platform == "darwin":
        return shutil.which("open")
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return None
    return shutil.which("xdg-open")
