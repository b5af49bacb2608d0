"""The one table of commands: what is made from it, and that nothing in it contradicts anything else."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

import briefing.tui
from briefing.tui.bindings import bindings, shown_key
from briefing.tui.commands import COMMANDS, Command, Place
from briefing.tui.keymap import CHAINS, commands_at, commands_within, find_clashes, footer_of, keys_of, keys_within

MOST_IN_A_FOOTER = 7
EATEN = frozenset({"ctrl+b", "ctrl+a", "ctrl+s", "ctrl+q", "ctrl+z", "ctrl+c", "ctrl+j", "ctrl+o", "f1", "f11"})
"""Keys that tmux, screen, or a terminal with flow control or menus may keep for itself."""


def every_node() -> Iterator[type[DOMNode]]:
    """Every widget, screen and app of the desk."""
    for module in pkgutil.walk_packages(briefing.tui.__path__, "briefing.tui."):
        for thing in vars(importlib.import_module(module.name)).values():
            if isinstance(thing, type) and issubclass(thing, DOMNode) and thing.__module__ == module.name:
                yield thing


def test_no_command_is_there_twice() -> None:
    names = [command.name for command in COMMANDS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("pane", CHAINS)
def test_no_key_means_two_things_in_one_place(pane: Place) -> None:
    for place in CHAINS[pane]:
        keys = [key for command in commands_at(place) for key in keys_of(command, {})]
        assert len(keys) == len(set(keys)), (place, keys)


@pytest.mark.parametrize("pane", CHAINS)
def test_a_footer_shows_at_most_seven_keys_and_each_works_there(pane: Place) -> None:
    footer = footer_of(pane)
    assert len(footer) <= MOST_IN_A_FOOTER
    within = {command.name for _, command in commands_within(pane)}
    assert {command.name for command in footer} <= within
    assert all(keys_within(pane, command, {}) for command in footer)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_something_does_what_a_command_says(command: Command) -> None:
    assert any(hasattr(node, f"action_{command.name}") for node in every_node())


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_no_key_that_a_terminal_may_eat_is_the_only_way(command: Command) -> None:
    routes = set(keys_of(command, {})) - EATEN
    assert routes or command.in_palette or command.name == "say_saved"


def test_help_is_a_sentence() -> None:
    assert [command.name for command in COMMANDS if not command.help[0].isupper()] == []


def test_the_bindings_are_the_tables() -> None:
    made = [binding for binding in bindings(Place.DESK) if isinstance(binding, Binding)]
    assert {binding.action for binding in made} == {c.name for c in commands_at(Place.DESK) if c.keys}
    assert all(binding.id == binding.action for binding in made)


def test_a_letter_is_a_letter_where_one_types() -> None:
    keys = next(command for command in COMMANDS if command.name == "show_keys")
    assert keys_within(Place.SEARCH, keys, {}) == ("f1",)
    assert keys_within(Place.CARD, keys, {}) == ("?", "f1")


def test_keys_are_written_as_people_write_them() -> None:
    assert [shown_key(key) for key in ("ctrl+p", "shift+up", "escape", "?", "N", "pagedown")] == [
        "^p",
        "⇧↑",
        "esc",
        "?",
        "N",
        "pgdn",
    ]


def test_the_users_own_keys_that_clash_are_found_and_ours_never_do() -> None:
    assert find_clashes({}) == ()
    [clash] = find_clashes({"add": "y"})
    assert (clash.key, clash.names) == ("y", ("add", "copy"))


def test_two_commands_may_change_keys_with_one_another() -> None:
    assert find_clashes({"add": "y", "copy": "a"}) == ()
