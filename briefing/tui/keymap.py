"""Which commands work where, under which keys, and which keys the user's own settings give to two of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefing.tui.commands import COMMANDS, Command, Place

CHAINS: Mapping[Place, tuple[Place, ...]] = {
    Place.NOTES: (Place.NOTES, Place.LIST, Place.DESK, Place.APP),
    Place.EVIDENCE: (Place.EVIDENCE, Place.LIST, Place.DESK, Place.APP),
    Place.SEARCH: (Place.SEARCH, Place.APP),
    Place.CARD: (Place.CARD, Place.DESK, Place.APP),
    Place.BLOCKS: (Place.BLOCKS, Place.LIST, Place.OUTLINE, Place.APP),
    Place.ADDING: (Place.ADDING, Place.SEARCH, Place.OUTLINE, Place.APP),
    Place.FORM: (Place.FORM, Place.APP),
    Place.REHEARSAL: (Place.REHEARSAL, Place.APP),
    Place.RETURNED: (Place.RETURNED, Place.LIST, Place.APP),
    Place.FINDINGS: (Place.FINDINGS, Place.LIST, Place.APP),
}
"""Where a key is looked up, from each pane outwards: nearest first."""

TYPED_INTO = frozenset({Place.SEARCH, Place.ADDING, Place.FORM})
"""The panes one types into."""


def commands_at(place: Place) -> tuple[Command, ...]:
    """Return the commands of one place, in the table's order."""
    return tuple(command for command in COMMANDS if place in command.places)


def commands_within(pane: Place) -> Iterator[tuple[Place, Command]]:
    """Every command that works while a pane has the focus, nearest place first."""
    for place in CHAINS.get(pane, (pane, Place.APP)):
        for command in commands_at(place):
            yield place, command


def footer_of(pane: Place) -> tuple[Command, ...]:
    """Return the commands that stand in a pane's footer."""
    return tuple(command for command in COMMANDS if pane in command.footer)


def keys_of(command: Command, remapped: Mapping[str, str]) -> tuple[str, ...]:
    """Return the keys of a command, the user's own where they have set them."""
    keys = remapped.get(command.name, command.keys)
    return tuple(key.strip() for key in keys.split(",") if key.strip())


def keys_within(pane: Place, command: Command, remapped: Mapping[str, str]) -> tuple[str, ...]:
    """Return the keys of a command that reach it from a pane: where one types, a letter is a letter."""
    keys = keys_of(command, remapped)
    return tuple(key for key in keys if len(key) > 1) if pane in TYPED_INTO else keys


@dataclass(frozen=True, slots=True)
class Clash:
    """One key that means two things in the same pane."""

    key: str
    pane: Place
    names: tuple[str, str]


def find_clashes(remapped: Mapping[str, str]) -> tuple[Clash, ...]:
    """Return the keys the user's own settings give to two commands of one place."""
    clashes: dict[tuple[str, tuple[str, str]], Clash] = {}
    for pane in CHAINS:
        taken: dict[tuple[Place, str], str] = {}
        for place, command in commands_within(pane):
            for key in keys_of(command, remapped):
                first = taken.setdefault((place, key), command.name)
                if first != command.name and remapped.keys() & {first, command.name}:
                    clashes.setdefault((key, (first, command.name)), Clash(key, pane, (first, command.name)))
    return tuple(clashes.values())
