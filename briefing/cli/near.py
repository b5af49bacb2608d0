"""Names that are nearly what was typed: a mistake in a name is answered with what may have been meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from briefing.cli.arguments import COMMANDS
from briefing.errors import WrongUse
from briefing.wording import commands as words

ALIKE = 0.6
"""Of two names, as `difflib` counts it, that one was typed for the other."""
ALIKE_COMMANDS = 0.7
"""The same of a command, where the name may as well be that of a new folder."""


def near(name: str, among: Iterable[str], alike: float = ALIKE) -> tuple[str, ...]:
    """Return up to three of the names that are nearest to one typed, nearest first."""
    names = sorted(among)
    lower = {other.lower(): other for other in names}
    close = get_close_matches(name.lower(), lower, n=3, cutoff=alike)
    holding = [other for other in names if name and name.lower() in other.lower()]
    return tuple(dict.fromkeys([*(lower[other] for other in close), *holding]))[:3]


def near_commands(typed: str) -> tuple[str, ...]:
    """Return the commands that may have been meant by a word."""
    return near(typed, COMMANDS, ALIKE_COMMANDS)


def unknown_command(typed: str) -> WrongUse:
    """What to say of a word that is neither a command nor a folder."""
    return WrongUse(words.unknown_command(typed), hint=words.did_you_mean(near_commands(typed)) or words.HELP)
