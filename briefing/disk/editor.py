"""Opening a file in the user's own editor: a list of words is started, never a shell."""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

from briefing.errors import BadInput
from briefing.wording import disk as say

VARIABLES = ("BRIEFING_EDITOR", "VISUAL", "EDITOR")
_FALLBACKS = ("notepad",) if sys.platform == "win32" else ("sensible-editor", "nano", "vim", "vi")

_JUMPS: Mapping[str, str] = {
    **dict.fromkeys(
        ("vi", "vim", "nvim", "gvim", "view", "nano", "emacs", "emacsclient", "micro", "kak", "joe", "ne"),
        "+{line}",
    ),
    **dict.fromkeys(("hx", "helix", "subl", "zed"), "{file}:{line}"),
    **dict.fromkeys(("code", "codium", "code-insiders"), "--goto {file}:{line}"),
}
"""How each editor is told the line. One that is not here opens the file at its start."""


def editor_command(file: Path, line: int, environment: Mapping[str, str] | None = None) -> list[str]:
    """Return the words that open `file` at `line`; raises BadInput where no editor is to be found."""
    words = _chosen(os.environ if environment is None else environment)
    jump = _JUMPS.get(Path(words[0]).stem.lower(), "")
    if "{file}" in jump:
        return [*words, *(part.format(file=file, line=line) for part in jump.split())]
    return [*words, *([jump.format(line=line)] if jump else []), str(file)]


def _chosen(environment: Mapping[str, str]) -> list[str]:
    for variable in VARIABLES:
        if setting := environment.get(variable, "").strip():
            return _split(variable, setting)
    found = next((name for name in _FALLBACKS if shutil.which(name)), None)
    if found is None:
        raise BadInput(say.NO_EDITOR, hint=say.NO_EDITOR_HINT)
    return [found]


def _split(variable: str, setting: str) -> list[str]:
    """Return the setting as a program and its words; one that names a program as it stands may hold spaces."""
    if shutil.which(setting):
        return [setting]
    try:
        words = _words(setting)
    except ValueError as error:
        raise BadInput(say.editor_unreadable(variable, setting), hint=say.NO_EDITOR_HINT) from error
    if shutil.which(words[0]) is None:
        raise BadInput(say.editor_missing(variable, words[0]), hint=say.NO_EDITOR_HINT)
    return words


def _words(setting: str) -> list[str]:
    """Return the words of a setting; on Windows a backslash is part of a path, and quotes only hold words together."""
    if sys.platform == "win32":
        return [word.strip('"') for word in shlex.split(setting, posix=False)]
    return shlex.split(setting)


def run_editor(file: Path, line: int) -> int:
    """Open a file in the editor, wait until it is closed and return what the editor ended with; raises BadInput."""
    command = editor_command(file, line)
    try:
        with _interrupts_left_alone():
            return subprocess.run(command, check=False).returncode
    except OSError as error:
        raise BadInput(say.editor_failed(command[0], error), hint=say.NO_EDITOR_HINT) from error


@contextlib.contextmanager
def _interrupts_left_alone() -> Iterator[None]:
    """Leave Ctrl-C to the editor: taken as meant for this program it would end both, and the words with them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, lambda _signal, _frame: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before or signal.SIG_DFL)
