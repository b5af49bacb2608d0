"""`briefing completion SHELL`: prints the completion of a shell, made from the parsers themselves."""

from __future__ import annotations

from argparse import Namespace

from briefing.cli.parser import build_parsers


def run(options: Namespace) -> int:
    """Print the completion; where a folder or a file is asked for, the shell offers those there are."""
    import shtab

    offered = {"DIR": shtab.DIRECTORY, "FILE": shtab.FILE}
    parsers = build_parsers()
    for parser in parsers.values():
        for argument in parser.arguments:
            if argument.metavar in offered:
                vars(argument)["complete"] = offered[str(argument.metavar)]
    print(shtab.complete(parsers[""], shell=options.shell))
    return 0
