"""Short forms, acronyms and units as they are said: data, in forms.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Forms:
    """What is said otherwise than it is written."""

    acronyms: frozenset[str]
    """Runs of capitals that are said as words."""
    familiar: frozenset[str]
    """Short forms that are read as readily as the words."""
    short: Mapping[str, str]
    before: Mapping[str, str]
    """Short forms that stand before a number."""
    units: Mapping[str, tuple[str, str]]
    """What stands after a number: of one, and of more than one."""


@cache
def forms() -> Forms:
    """Return the forms of forms.toml."""
    held = tomllib.loads((files(__package__) / "forms.toml").read_text(encoding="utf-8"))
    units = {name: (one, many) for name, (one, many) in held["units"].items()}
    return Forms(frozenset(held["acronyms"]), frozenset(held["familiar"]), held["short"], held["before"], units)
