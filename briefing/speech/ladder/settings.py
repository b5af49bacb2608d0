"""How the office wants its ladder: `[settings.speech]` in library.toml, with a default for every value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Never, cast

from briefing.model.office import Office
from briefing.speech.settings import Section, Setting, is_whole
from briefing.wording import ladder as say


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
_MOST = 1_000
"""What a block may be worth."""


def _is_share(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 0.5


SETTINGS = Section(
    "speech",
    {
        "margin": Setting(_is_share, say.WANTED_SHARE, lambda: HOUSE.margin),
        "should": Setting(is_whole(_MOST), say.wanted_whole(_MOST), lambda: HOUSE.should),
        "could": Setting(is_whole(_MOST), say.wanted_whole(_MOST), lambda: HOUSE.could),
    },
)


def ladder_of(office: Office) -> Ladder:
    """Return the office's settings; a value that cannot be counts as not set."""
    fitting = cast("dict[str, Never]", SETTINGS.read(office))  # each is of its field's type, as was just found
    return replace(HOUSE, **fitting)
