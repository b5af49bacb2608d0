"""What an intervention costs, and what the clock gives back for it: figures of the House, which can change."""

from __future__ import annotations

from dataclasses import dataclass


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

    def seconds_hearing(self, count: int) -> int:
        """Return the seconds it takes to hear that many."""
        return self.hearing * max(0, count)

    def seconds_given(self, count: int) -> int:
        """Return the seconds the clock gives back for that many."""
        return self.given_back * min(max(0, count), self.given_for)


COMMONS = Allowance(
    hearing=27,
    given_back=60,
    given_for=2,
    authority=(
        "Hearing: median of 68 words in the Official Report of 2020-21, at 150 words a minute. "
        "Time given: Guide to Procedure, Time limits, one minute for each of the first two; "
        "the Procedure Committee proposed in 2018 that it should change."
    ),
)
"""The House of Commons, where speeches are limited."""
