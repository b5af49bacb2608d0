"""What is typed after `briefing`, read: which command is meant, and with what."""

from __future__ import annotations

from argparse import Action, ArgumentParser, Namespace
from collections.abc import Iterable, Mapping, Sequence
from typing import NoReturn

from briefing import __version__
from briefing.cli.arguments import COMMANDS, add_library, shield
from briefing.errors import WrongUse
from briefing.wording import help as words


class CommandParser(ArgumentParser):
    """Reads what follows one command; what it cannot read is an error in three parts, not an exit."""

    example = ""
    fields = ""
    """What the command sets fields of, so that its help can list them."""

    def __init__(self, prog: str, **_: object) -> None:
        """Make a parser of exact option names; argparse hands it further settings of its own."""
        super().__init__(prog=prog, add_help=False, allow_abbrev=False)
        self._positionals.title = words.TAKES
        self.add_argument("-h", "--help", action="help", help=words.OPTIONS["--help"])

    @property
    def arguments(self) -> tuple[Action, ...]:
        """What it takes, words and options alike."""
        return tuple(self._actions)

    def error(self, message: str) -> NoReturn:
        """Raise WrongUse, saying what does not fit."""
        raise WrongUse(words.misread(self.prog, message), hint=words.ask(self.prog))

    def format_help(self) -> str:
        """Return the help with an example, and the fields where the command sets some."""
        parts = [super().format_help(), words.example(self.example)]
        if self.fields:
            from briefing.cli.fields import list_fields

            parts.append(list_fields(self.fields))
        return "\n".join(parts)


class Overview(CommandParser):
    """The command line as a whole, its commands listed by what one does with them."""

    def format_help(self) -> str:
        """Return the help as one calm page."""
        lines = {name: about.line for name, about in words.COMMANDS.items()}
        options = ("--help", "--version", "--library")
        parts = [
            f"{words.USAGE}\n{words.PROGRAM}",
            _table(*words.DESK),
            *(_table(title, _pick(lines, names)) for title, names in words.GROUPS),
            _table(words.OPTIONS_TITLE, _pick(words.OPTIONS, options)),
            words.MORE,
        ]
        return "\n\n".join(parts) + "\n"


def read_words(typed: Sequence[str]) -> Namespace:
    """Return what was typed, with the name of the command, empty for the desk; raises WrongUse."""
    at = _command_at(typed)
    if at is None or typed[at] not in COMMANDS:
        return _read_desk(typed)
    before, name, after = typed[:at], typed[at], typed[at + 1 :]
    options = _overview().parse_args(before)
    options.command = name
    parser = CommandParser(f"briefing {name}")
    _explain(parser, name)
    return parser.parse_intermixed_args(shield(name, after), options)


def build_parsers() -> dict[str, CommandParser]:
    """Return the parser of every command by its name, and under no name the whole command line, which holds them."""
    overview = _overview()
    commands = overview.add_subparsers(metavar="COMMAND", parser_class=CommandParser)
    parsers: dict[str, CommandParser] = {"": overview}
    for name in COMMANDS:
        parsers[name] = commands.add_parser(name, help=words.COMMANDS[name].line)
        _explain(parsers[name], name)
    return parsers


def _overview() -> Overview:
    parser = Overview("briefing")
    version = f"briefing {__version__}"
    parser.add_argument("--version", action="version", version=version, help=words.OPTIONS["--version"])
    parser.add_argument("--library", metavar="DIR", help=words.OPTIONS["--library"])
    return parser


def _explain(parser: CommandParser, name: str) -> None:
    about = words.COMMANDS[name]
    parser.description = " ".join(filter(None, (words.sentence(about.line), about.more)))
    parser.example = about.example
    parser.fields = about.fields
    COMMANDS[name](parser)
    add_library(parser)


def _command_at(typed: Sequence[str]) -> int | None:
    """Return where the first word stands that is neither an option nor the value of one."""
    place = 0
    while place < len(typed):
        if typed[place] == "--library":
            place += 1
        elif not typed[place].startswith("-"):
            return place
        place += 1
    return None


def _read_desk(typed: Sequence[str]) -> Namespace:
    parser = _overview()
    parser.add_argument("folder", metavar="DIR", nargs="?", help=words.OPTIONS["DIR"])
    options, rest = parser.parse_known_args(typed)
    options.command = ""
    if rest and options.folder:
        from briefing.cli.near import unknown_command

        raise unknown_command(options.folder)
    if rest:
        parser.error(words.unknown_option(rest[0]))
    return options


def _pick(lines: Mapping[str, str], names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((name, lines[name]) for name in names)


def _table(title: str, rows: Iterable[tuple[str, str]]) -> str:
    return "\n".join([f"{title}:", *(f"  {name:<14}{line}" for name, line in rows)])
