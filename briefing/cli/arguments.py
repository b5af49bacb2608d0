"""What each command takes, word by word."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError
from collections.abc import Callable, Sequence
from typing import Final

from briefing.model.products import product_names
from briefing.wording import help as words

PRODUCTS = product_names()
COPIES = "marking reading".split()
SHELLS = "bash zsh fish tcsh powershell".split()

SHIELD = "\0"
"""Stands before a word that begins with a dash and is no option; nothing typed can hold it."""


def shield(command: str, typed: Sequence[str]) -> list[str]:
    """Return what was typed, the `-without` of a search marked as a word, since it looks like an option."""
    return [f"{SHIELD}{word}" if command == "search" and _excludes(word) else word for word in typed]


def _excludes(word: str) -> bool:
    return len(word) > 1 and word[0] == "-" and word[1] != "-" and word != "-h"


def _unshield(word: str) -> str:
    return word.removeprefix(SHIELD)


def _count(typed: str) -> int:
    if not typed.isdecimal() or int(typed) < 1:
        raise ArgumentTypeError(words.NOT_A_COUNT)
    return int(typed)


def add_library(parser: ArgumentParser) -> None:
    """Add the option that every command takes."""
    # SUPPRESS: given before the command, it must not be forgotten here.
    parser.add_argument("--library", metavar="DIR", default=SUPPRESS, help=words.OPTIONS["--library"])


def _json(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=words.OPTIONS["--json"])


def _takes(parser: ArgumentParser, *names: str) -> None:
    """Add words that must be given, each under its name in small letters."""
    for name in names:
        parser.add_argument(name.lower(), metavar=name, help=words.OPTIONS[name])


def _values(parser: ArgumentParser, count: str = "+") -> None:
    parser.add_argument("values", metavar="FIELD=VALUE", nargs=count, help=words.OPTIONS["FIELD=VALUE"])


def _option(parser: ArgumentParser, name: str, metavar: str, help_name: str = "") -> None:
    parser.add_argument(name, metavar=metavar, help=words.OPTIONS[help_name or name], dest=_attribute(name))


def _flag(parser: ArgumentParser, name: str) -> None:
    parser.add_argument(name, action="store_true", help=words.OPTIONS[name])


def _product(parser: ArgumentParser, *, required: bool = False) -> None:
    help_line = words.OPTIONS["--as"]
    parser.add_argument("--as", dest="product", choices=PRODUCTS, required=required, help=help_line)


def _attribute(name: str) -> str:
    plain = name.removeprefix("--")
    return f"{plain}_" if plain == "for" else plain.replace("-", "_")


def _search(parser: ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUERY", nargs="+", type=_unshield, help=words.OPTIONS["QUERY"])
    parser.add_argument("--limit", metavar="N", type=_count, default=50, help=words.OPTIONS["--limit"])
    _json(parser)


def _show(parser: ArgumentParser) -> None:
    _takes(parser, "ID")
    _flag(parser, "--open")
    _json(parser)


def _check(parser: ArgumentParser) -> None:
    parser.add_argument("outline", metavar="OUTLINE", nargs="?", help=words.OPTIONS["OUTLINE"])
    _product(parser)
    _option(parser, "--on", "TIME")
    _option(parser, "--only", "RULE")
    _json(parser)


def _rules(parser: ArgumentParser) -> None:
    parser.add_argument("--measure", metavar="FILE", nargs="+", default=[], help=words.OPTIONS["--measure"])
    _json(parser)


def _stale(parser: ArgumentParser) -> None:
    _option(parser, "--on", "DATE", "--on-date")
    _json(parser)


def _time(parser: ArgumentParser) -> None:
    _takes(parser, "OUTLINE")
    _option(parser, "--limits", "MINUTES")
    _json(parser)


def _pace(parser: ArgumentParser) -> None:
    _takes(parser, "MEMBER")
    speech = parser.add_mutually_exclusive_group()
    speech.add_argument("--words", metavar="N", type=_count, help=words.OPTIONS["--words"])
    speech.add_argument("--outline", metavar="OUTLINE", help=words.OPTIONS["--outline"])
    speech.add_argument("--hansard", metavar="FILE", nargs="+", help=words.OPTIONS["--hansard"])
    _option(parser, "--minutes", "M")
    _json(parser)


def _trace(parser: ArgumentParser) -> None:
    _takes(parser, "CARD")
    _json(parser)


def _prove(parser: ArgumentParser) -> None:
    _takes(parser, "CODE")
    _json(parser)


def _return(parser: ArgumentParser) -> None:
    parser.add_argument("files", metavar="FILE", nargs="+", help=words.OPTIONS["RETURNED"])
    for name in ("--accept", "--reject", "--task", "--correct"):
        parser.add_argument(name, metavar="ID", nargs="+", action="extend", default=[], help=words.OPTIONS[name])
    for name, metavar in (
        ("--kind", "KIND"),
        ("--why", "TEXT"),
        ("--to", "BLOCK"),
        ("--decided-by", "NAME"),
        ("--report", "OUT"),
    ):
        _option(parser, name, metavar)
    _option(parser, "--by", "AUTHOR", "--by of return")
    for name in ("--theirs", "--undo"):
        _flag(parser, name)
    _json(parser)


def _verify(parser: ArgumentParser) -> None:
    parser.add_argument("cards", metavar="CARD", nargs="*", help=words.OPTIONS["VERIFIED"])
    _json(parser)


def _card(parser: ArgumentParser) -> None:
    _takes(parser, "NOTE")
    _values(parser)
    _option(parser, "--by", "NAME", "--checked-by")


def _source(parser: ArgumentParser) -> None:
    _takes(parser, "NOTE")
    _values(parser)
    _option(parser, "--text", "FILE", "--text-file")


def _edit(parser: ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help=words.OPTIONS["ENTRY"])
    _values(parser, "*")
    _option(parser, "--by", "NAME", "--checked-by")
    _option(parser, "--text", "FILE", "--text-file")


def _outline(parser: ArgumentParser) -> None:
    _takes(parser, "NAME")
    _product(parser, required=True)
    _values(parser, "*")


def _add(parser: ArgumentParser) -> None:
    _takes(parser, "OUTLINE")
    parser.add_argument("cards", metavar="CARD", nargs="+", help=words.OPTIONS["CARD"])
    _option(parser, "--after", "BLOCK")


def _block(parser: ArgumentParser) -> None:
    _takes(parser, "OUTLINE")
    parser.add_argument("words", metavar="BLOCK | FIELD=VALUE", nargs="*", help=words.OPTIONS["BLOCK"])
    act = parser.add_mutually_exclusive_group()
    act.add_argument("--after", metavar="BLOCK", help=words.OPTIONS["--after"])
    for name in ("--first", "--drop"):
        act.add_argument(name, action="store_true", help=words.OPTIONS[name])


def _export(parser: ArgumentParser) -> None:
    _takes(parser, "OUTLINE")
    _product(parser)
    parser.add_argument("--copy", choices=COPIES, default="", help=words.OPTIONS["--copy"])
    for name, metavar in (("--template", "FILE"), ("--for", "NAME"), ("--by", "NAME"), ("--on", "TIME")):
        _option(parser, name, metavar)
    acknowledge = words.OPTIONS["--acknowledge"]
    parser.add_argument("--acknowledge", metavar="RULE=REASON", action="append", default=[], help=acknowledge)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--out", metavar="FILE", help=words.OPTIONS["--out"])
    for name in ("--text", "--md"):
        form.add_argument(name, action="store_true", help=words.OPTIONS[name])
    _flag(parser, "--pdf")
    _json(parser)


def _new(parser: ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", help=words.OPTIONS["FOLDER"])
    _flag(parser, "--example")
    parser.add_argument("--template", action="store_true", help=words.OPTIONS["--template of new"])


def _completion(parser: ArgumentParser) -> None:
    parser.add_argument("shell", metavar="SHELL", choices=SHELLS, help=words.OPTIONS["SHELL"])


def _index(parser: ArgumentParser) -> None:
    _flag(parser, "--rebuild")


COMMANDS: Final[dict[str, Callable[[ArgumentParser], None]]] = {
    "search": _search,
    "show": _show,
    "outlines": _json,
    "time": _time,
    "pace": _pace,
    "check": _check,
    "verify": _verify,
    "stale": _stale,
    "trace": _trace,
    "prove": _prove,
    "return": _return,
    "recall": _trace,
    "rules": _rules,
    "where": _json,
    "card": _card,
    "source": _source,
    "edit": _edit,
    "outline": _outline,
    "add": _add,
    "block": _block,
    "export": _export,
    "new": _new,
    "index": _index,
    "completion": _completion,
}
"""How to add what each command takes; what it does is in the module of its name in `commands/`."""
