"""Every command and option is explained, and what cannot be read is answered in one voice."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import pytest

from briefing.cli.arguments import COMMANDS, PRODUCTS
from briefing.cli.parser import CommandParser, build_parsers, read_words
from briefing.errors import WrongUse
from briefing.model import fields
from briefing.wording.help import COMMANDS as HELP
from briefing.wording.help import GROUPS
from tests.cli.ground import Give

PROMISED = """
    new search show card source edit outline outlines add block export check where completion index rules
    stale verify time pace
    trace
    recall
    prove
    return
""".split()


def commands() -> dict[str, CommandParser]:
    """The parser of every command, by its name."""
    return {name: parser for name, parser in build_parsers().items() if name}


def arguments() -> Iterator[tuple[str, argparse.Action]]:
    """Every word and option a command takes, those of the program itself too."""
    for name, parser in build_parsers().items():
        for action in parser.arguments:
            if action.metavar != "COMMAND":
                yield f"{name} {'/'.join(action.option_strings) or action.metavar}", action


def test_every_command_that_was_promised_is_there() -> None:
    assert set(commands()) == set(PROMISED)


def test_every_command_is_listed_once_under_what_one_does_with_it() -> None:
    assert sorted(name for _, names in GROUPS for name in names) == sorted(COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
class DescribeTheHelpOfACommand:
    def it_says_in_a_sentence_what_the_command_does(self, name: str) -> None:
        assert HELP[name].line[0].islower()
        assert HELP[name].line[0].upper() + HELP[name].line[1:] in " ".join(commands()[name].format_help().split())

    def it_gives_an_example_that_the_command_understands(self, name: str) -> None:
        import shlex

        program, *typed = shlex.split(HELP[name].example.partition(" > ")[0])
        assert program == "briefing"
        assert typed[0] == name
        assert read_words(typed).command == name
        assert f"example:\n  {HELP[name].example}\n" in commands()[name].format_help()

    def it_offers_to_name_the_library(self, name: str) -> None:
        assert "--library DIR" in commands()[name].format_help()


@pytest.mark.parametrize(("name", "action"), [pytest.param(name, found, id=name) for name, found in arguments()])
def test_every_word_and_option_is_explained(name: str, action: argparse.Action) -> None:
    assert action.help


@pytest.mark.parametrize("name", ["card", "source", "outline", "block"])
def test_a_command_that_sets_fields_lists_them_all(name: str) -> None:
    table = {
        "card": fields.CARD_FIELDS,
        "source": fields.SOURCE_FIELDS,
        "outline": fields.OUTLINE_FIELDS,
        "block": fields.BLOCK_FIELDS,
    }
    listed = commands()[name].format_help().partition("fields of")[2]
    assert [line.split()[0] for line in listed.splitlines()[1:] if line[:3].strip()] == [f.name for f in table[name]]


def test_the_products_are_those_of_the_model() -> None:
    assert tuple(PRODUCTS) == fields.PRODUCTS


def test_the_overview_is_one_calm_page(give: Give) -> None:
    answer = give("--help")
    assert answer.code == 0
    assert answer.err == ""
    assert all(len(line) <= 80 for line in answer.out.splitlines())
    assert len(answer.out.splitlines()) <= 45
    assert all(f"  {name} " in answer.out for name in COMMANDS)


@pytest.mark.parametrize("typed", [["--library", "x", "search", "a"], ["search", "a", "--library", "x"]])
def test_the_library_is_named_before_or_after_the_command(typed: list[str]) -> None:
    assert read_words(typed).library == "x"


def test_a_word_left_out_of_a_search_is_no_option() -> None:
    assert read_words(["search", "register", "-fines", "-h2o", "--limit", "5"]).query == ["register", "-fines", "-h2o"]


def test_a_search_still_explains_itself(give: Give) -> None:
    assert give("search", "-h").out.startswith("usage: briefing search")


def test_options_may_stand_between_words() -> None:
    options = read_words(["block", "debate", "--after", "why1", "half", "weight=could"])
    assert (options.outline, options.words, options.after) == ("debate", ["half", "weight=could"], "why1")


@pytest.mark.parametrize(
    "typed",
    [
        ["search"],
        ["search", "a", "--limit", "0"],
        ["search", "a", "--limit", "many"],
        ["search", "a", "--lim", "3"],
        ["show"],
        ["export", "debate", "--as", "poster"],
        ["block", "debate", "--after", "a", "--drop"],
        ["completion", "elvish"],
        ["--nothing"],
        ["serch", "a"],
    ],
)
def test_what_cannot_be_read_is_wrong_use(typed: list[str], give: Give) -> None:
    with pytest.raises(WrongUse):
        read_words(typed)
    answer = give(*typed)
    assert answer.code == 2
    assert answer.out == ""
    assert 1 <= len(answer.err.splitlines()) <= 3
