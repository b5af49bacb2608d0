"""The system's own clipboard, through whichever of its programs is there.

OSC 52 reaches the clipboard of the terminal, over SSH too, but says nothing back, and some terminals ignore it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from briefing.model.literal import show

PATIENCE = 3.0
"""Seconds a clipboard program may take."""

_PROGRAMS = (
    ("pbcopy", (), ""),
    ("wl-copy", (), "WAYLAND_DISPLAY"),
    ("xclip", ("-selection", "clipboard"), "DISPLAY"),
    ("xsel", ("--clipboard", "--input"), "DISPLAY"),
    ("clip.exe", (), ""),
)
"""Name, arguments, and the variable without which it has nothing to talk to."""


def copy(text: str) -> str:
    """Put text on the clipboard, its hidden characters made visible; return the program that took it, or nothing."""
    for name, arguments, needs in _PROGRAMS:
        program = shutil.which(name)
        if program and (not needs or os.environ.get(needs)) and _run([program, *arguments], show(text)):
            return name
    return ""


def _run(command: list[str], text: str) -> bool:
    encoding = "utf-16" if command[0].lower().endswith("clip.exe") else "utf-8"
    try:
        done = subprocess.run(
            command,
            input=text.encode(encoding, "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
            # Where a window would open for it, none does.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0) if sys.platform == "win32" else 0,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
