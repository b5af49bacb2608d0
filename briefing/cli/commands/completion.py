"""`briefing completion SHELL`: prints the completion of a shell, made from the parser itself."""

from __future__ import annotations

from argparse import Namespace

from briefing.cli.parser import build_parser


def run(options: Namespace) -> int:
    """Print the completion; folders and files are completed where one is asked for."""
    import shtab

    print(shtab.complete(build_parser(), shell=options.shell))
    return 0
