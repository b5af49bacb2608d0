"""`briefing [DIR]`: opens the desk, and offers to start a library where there is none."""

from __future__ import annotations

import gc
import sys
from argparse import Namespace
from pathlib import Path

from briefing.cli.near import near_commands, unknown_command
from briefing.cli.output import say
from briefing.cli.which import USUAL, find_library
from briefing.errors import BriefingError, NotFound, WrongUse
from briefing.wording import commands as words


def run(options: Namespace) -> int:
    """Open the desk; without a terminal raises WrongUse."""
    named: str | None = options.folder or options.library
    if options.folder and not Path(options.folder).exists() and near_commands(options.folder):
        raise unknown_command(options.folder)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WrongUse(words.NO_TERMINAL, hint=words.NO_TERMINAL_HINT)
    try:
        folder = find_library(named)
    except NotFound as error:
        return _offer(Path(named or USUAL), error)
    return _open(folder)


def _offer(folder: Path, missing: BriefingError) -> int:
    """Ask whether to start a library, and open the desk on it where that is wanted."""
    say(missing.what)
    answer = _ask()
    if answer not in {"y", "e"}:
        say(words.NOT_STARTED)
        return 1
    from briefing.library.starting import start_library

    start_library(folder, example=answer == "e")
    return _open(folder)


def _ask() -> str:
    """Return the first letter of the answer; none where there is no answer to be had."""
    try:
        return input(words.START_QUESTION).strip().lower()[:1]
    except EOFError:
        return ""


def _open(folder: Path) -> int:
    # Until the first frame stands: while the screen's modules load, a search for garbage takes 40 ms and finds none.
    gc.disable()
    from briefing.tui.app import run_desk

    return run_desk(folder)
