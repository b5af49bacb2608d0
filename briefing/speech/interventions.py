"""What an intervention costs, and what the clock gives back for it: figures of the House, which can change.

They stand in interventions.toml; an office sets its own under `[settings.interventions]`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Never, cast

from briefing.model.office import Office
from briefing.speech.settings import Section, Setting, is_day, is_line, is_whole
from briefing.wording import ladder as say

_LONGEST = 600
"""Seconds."""
_MOST = 100


@dataclass(frozen=True, slots=True)
class Allowance:
    """What is allowed for interventions, and on whose authority."""

    hearing: int
    """Seconds to hear one."""
    given_back: int
    """Seconds the clock gives for one."""
    given_for: int
    """How many it gives them for."""
    authority: str
    checked: date | None
    """When the authority was looked up; None where an office gives its own and does not say."""

    def seconds_hearing(self, count: int) -> int:
        """Return the seconds it takes to hear that many."""
        return self.hearing * max(0, count)

    def seconds_given(self, count: int) -> int:
        """Return the seconds the clock gives back for that many."""
        return self.given_back * min(max(0, count), self.given_for)


@cache
def commons() -> Allowance:
    """Return what holds in the House of Commons, where speeches are limited."""
    # Not by importlib.resources: the archives it could read from take as long to load as a library.
    held = tomllib.loads(Path(__file__).with_name("interventions.toml").read_text(encoding="utf-8"))
    return Allowance(**held)


SETTINGS = Section(
    "interventions",
    {
        "hearing": Setting(is_whole(_LONGEST), say.wanted_whole(_LONGEST), lambda: commons().hearing),
        "given_back": Setting(is_whole(_LONGEST), say.wanted_whole(_LONGEST), lambda: commons().given_back),
        "given_for": Setting(is_whole(_MOST), say.wanted_whole(_MOST), lambda: commons().given_for),
        "authority": Setting(is_line, say.WANTED_LINE, lambda: say.THE_USUAL),
        "checked": Setting(is_day, say.WANTED_DAY, lambda: commons().checked),
    },
)
_FIGURES = ("hearing", "given_back", "given_for")


def allowance_of(office: Office) -> Allowance:
    """Return what holds for an office: its own figures where it has set some, and then its authority says which."""
    given = SETTINGS.read(office)
    if not given:
        return commons()
    own = [name for name in _FIGURES if name in given]
    if "authority" in given:
        given = {"checked": None, **given}
    elif own:
        given["authority"] = say.own_figures(own, commons().authority)
    fitting = cast("dict[str, Never]", given)  # each is of its field's type, as was just found
    return replace(commons(), **fitting)
