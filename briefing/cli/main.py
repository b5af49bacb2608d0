"""The command line: what was typed is done by the command's own module, and every failure told alike."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module
from keyword import iskeyword

from briefing.cli.output import close_quietly, prepare_streams, say_error
from briefing.cli.parser import read_words
from briefing.errors import BriefingError, DiskFailed
from briefing.wording import commands as words

INTERRUPTED = 130
READER_GONE = 141
"""What a shell reports for a program ended by ctrl-c (128 + 2) and by a closed pipe (128 + 13)."""


def main(typed: Sequence[str] | None = None) -> int:
    """Do what was typed and return the exit code.

    0 done, 1 findings or refusal, 2 wrong use, 65 bad input, 74 the disk or the system failed.
    """
    given = sys.argv[1:] if typed is None else typed
    prepare_streams()
    try:
        code = _finish(given)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        close_quietly(sys.stdout)
        return READER_GONE
    return code


def _finish(typed: Sequence[str]) -> int:
    """Do what was typed and return the exit code, having said what went wrong if anything did."""
    try:
        return _run(typed)
    except SystemExit as ended:  # argparse has shown the help or the version
        return ended.code if isinstance(ended.code, int) else 0
    except BrokenPipeError:
        raise
    except Exception as error:  # whatever it is, it is told in a sentence
        if os.environ.get("BRIEFING_DEBUG"):
            raise
        failure = _told(error)
    say_error(failure, as_json="--json" in typed)
    return failure.exit_code


def _run(typed: Sequence[str]) -> int:
    options = read_words(typed)
    run: Callable[[Namespace], int] = import_module(f"briefing.cli.commands.{_module(options.command)}").run
    return run(options)


def _module(command: str | None) -> str:
    """Return the module a command is in: that of its name, with a line under one Python has taken; else the desk."""
    name = command or "desk"
    return f"{name}_" if iskeyword(name) else name


def _told(error: Exception) -> BriefingError:
    """Return what happened in three parts, whatever it was."""
    if isinstance(error, BriefingError):
        return error
    if isinstance(error, OSError):
        return DiskFailed(words.disk_failed(error), hint=words.TRY_AGAIN)
    return DiskFailed(words.unexpected(type(error).__name__, _where(error)), hint=words.UNEXPECTED_HINT)


def _where(error: Exception) -> str:
    """Return the module and line of this program that an error came from last."""
    frame = error.__traceback__
    place = "?"
    while frame is not None:
        module = str(frame.tb_frame.f_globals.get("__name__", ""))
        place = f"{module}:{frame.tb_lineno}" if module.startswith("briefing.") else place
        frame = frame.tb_next
    return place
