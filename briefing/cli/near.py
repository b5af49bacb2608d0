"""Names that are nearly what was typed: a mistake in a name is answered with what may have been meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from briefing.cli.arguments import COMMANDS
from briefing.errors import WrongUse
from briefing.wording import commands as words


def near(name: str, among: Iterable[str]) -> tuple[str, ...]:
    """Return up to three of the names that are nearest to one typed, nearest first."""
    names = sorted(among)
    lower = {other.lower(): other for other in names}
    close = get_close_matches(name.lower(), lower, n=3)
    holding = [other for other in names if name and name.lower() in other.lower()]
    return tuple(dict.fromkeys([*(lower[other] for other in close), *holding]))[:3]


def unknown_command(typed: str) -> WrongUse:
    """What to say of a word that is neither a command nor a folder."""
    return WrongUse(words.unknown_command(typed), hint=words.did_you_mean(near(typed, COMMANDS)) or words.HELP)
