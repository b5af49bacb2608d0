"""How the office wants its ladder: `[settings.speech]` in library.toml, with a default for every value."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeGuard

from briefing.errors import Place
from briefing.model.finding import Finding, Severity
from briefing.model.literal import show_line
from briefing.model.office import Office
from briefing.wording import ladder as say

MISREAD = "LIB-10"
_SECTION = "settings.speech"


@dataclass(frozen=True, slots=True)
class Ladder:
    """What a version is chosen by."""

    margin: float = 0.07
    """The share of a limit that is left free (speaking-time 4.2)."""
    should: int = 3
    """What a block is worth that should be said."""
    could: int = 1

    def plan(self, limit: int) -> int:
        """Return the whole seconds to plan for where there are so many."""
        return int(limit * (1 - self.margin) + 1e-9)


HOUSE = Ladder()
"""The ladder of an office that sets nothing."""
LIMITS = (600, 360, 300, 240, 180)
"""The seconds a ladder shows where no others are asked for."""


def ladder_of(office: Office) -> Ladder:
    """Return the office's settings; a value that cannot be counts as not set."""
    given = office.settings.get("speech", {})
    if not isinstance(given, Mapping):
        return HOUSE
    margin, should, could = (given.get(name) for name in ("margin", "should", "could"))
    return Ladder(
        margin=float(margin) if _is_share(margin) else HOUSE.margin,
        should=should if _is_weight(should) else HOUSE.should,
        could=could if _is_weight(could) else HOUSE.could,
    )


def speech_findings(office: Office) -> Iterator[Finding]:
    """Yield a finding for each setting of speeches that cannot be: where it stands and what is used instead."""
    given = office.settings.get("speech", {})
    if not isinstance(given, Mapping):
        yield _finding(office, "", say.WANTED_TABLE, say.ALL_DEFAULTS)
        return
    for name, value in given.items():
        known = _KNOWN.get(name)
        if known is None:
            yield _finding(office, name, say.NO_SETTING, say.TAKE_SETTING_OUT)
        elif not known.is_good(value):
            yield _finding(office, name, known.wanted, say.used_instead(f"{getattr(HOUSE, name)}"))


def _finding(office: Office, name: str, wanted: str, advice: str) -> Finding:
    line = office.setting_lines.get(f"{_SECTION}.{name}") or office.setting_lines.get(_SECTION)
    return Finding(
        rule=MISREAD,
        severity=Severity.WARN,
        message=say.misread(show_line(name or "speech"), wanted),
        place=Place("library.toml", line),
        field=show_line(name or "speech"),
        suggestion=advice,
    )


def _is_share(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 0.5


def _is_weight(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 1_000


@dataclass(frozen=True, slots=True)
class _Known:
    is_good: Callable[[object], bool]
    wanted: str


_KNOWN = {
    "margin": _Known(_is_share, say.WANTED_SHARE),
    "should": _Known(_is_weight, say.WANTED_WEIGHT),
    "could": _Known(_is_weight, say.WANTED_WEIGHT),
}
