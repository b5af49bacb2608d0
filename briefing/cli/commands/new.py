"""`briefing new DIR`: starts a library."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from briefing.cli.output import put, say
from briefing.library.starting import start_library
from briefing.wording import commands as words


def run(options: Namespace) -> int:
    """Start the library and print where it is."""
    folder = Path(options.folder)
    start_library(folder, example=options.example)
    put(str(folder))
    say(words.started(options.folder))
    return 0
