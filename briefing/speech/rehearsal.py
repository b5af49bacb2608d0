"""A speech said aloud against a clock: which parts were said, how long each took, and where one is by the plan.

A clock is anything that tells seconds which only grow; its readings are handed in. Parts go by their place, from 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from briefing.speech.said.counting import count_said
from briefing.speech.script import Part, Script

LEAST_MINUTES = 1.0
"""Minutes of speaking under which a pace says little: a breath more or less would change it."""


@dataclass(frozen=True, slots=True)
class Took:
    """What was said in a rehearsal, and how long it took."""

    words: float
    """As they are said."""
    seconds: float
    """By the clock."""
    pauses: int = 0
    """Seconds of these that the speech marks as pauses: a pace is that of the words."""

    @property
    def minutes(self) -> float:
        """Minutes of speaking, the pauses taken off."""
        return max(0.0, self.seconds - self.pauses) / 60

    @property
    def pace(self) -> float:
        """Words a minute; 0 where no time was measured."""
        return self.words / self.minutes if self.minutes else 0.0


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A rehearsal as it stands; each act returns the next one. The clock shows the time of what counts as said."""

    script: Script
    at: int = 0
    """The part that is said; that is looked at, while the clock stands."""
    said: frozenset[int] = frozenset()
    """The parts that were said to their end."""
    times: Mapping[int, float] = field(default_factory=dict)
    """Seconds each part has taken, up to when the clock was last started."""
    since: float | None = None
    """The reading at which the clock was started; None while it stands."""
    is_over: bool = False
    """Whether one has stopped, or has come to the end."""
    cut: float = 0
    """Words of the part at hand that were said, where one has stopped in it."""

    @property
    def part(self) -> Part:
        """The part at hand."""
        return self.script.parts[self.at]

    @property
    def under_way(self) -> int:
        """The part the clock is for: the one it stood still in, while one looks at others; else the one at hand."""
        begun = (at for at in self.times if at not in self.said)
        return self.at if self.is_running else next(begun, self.at)

    @property
    def is_last(self) -> bool:
        """Whether no part follows."""
        return self.at == len(self.script.parts) - 1

    @property
    def is_running(self) -> bool:
        """Whether the clock runs."""
        return self.since is not None

    @property
    def is_begun(self) -> bool:
        """Whether anything was measured."""
        return self.is_running or bool(self.times)

    def elapsed(self, now: float) -> float:
        """Return the seconds the clock shows."""
        return sum(self.times.values()) + self._running(now)

    def elapsed_here(self, now: float) -> float:
        """Return the seconds the part under way has taken."""
        return self.times.get(self.under_way, 0.0) + self._running(now)

    def _running(self, now: float) -> float:
        return 0.0 if self.since is None else max(0.0, now - self.since)

    # The clock.

    def run(self, now: float) -> Rehearsal:
        """Let the clock run. On another part than the one under way, it goes back to what was said before that part."""
        if self.is_running or self.is_over:
            return self
        goes_on = self.at in self.times and self.at not in self.said
        return replace(self if goes_on else self._before_here(), since=now)

    def stand(self, now: float) -> Rehearsal:
        """Let the clock stand."""
        if not self.is_running:
            return self
        return replace(self, times={**self.times, self.at: self.elapsed_here(now)}, since=None)

    def say_again(self, now: float) -> Rehearsal:
        """Go back to the beginning of the part at hand, and the clock with it."""
        return replace(self._before_here(), since=now if self.is_running else None)

    def _before_here(self) -> Rehearsal:
        """Return what was said before the part at hand, with its times and no others."""
        said = frozenset(at for at in self.said if at < self.at)
        return replace(self, said=said, times={at: time for at, time in self.times.items() if at in said})

    def time_before(self) -> float:
        """Return the seconds that count of what was said before the part at hand."""
        return sum(self._before_here().times.values())

    # Going on and back.

    def go_on(self, now: float) -> Rehearsal:
        """Go to the next part; after the last one it is over. What is passed while the clock stands was not said."""
        if not self.is_running:
            return self if self.is_last else replace(self, at=self.at + 1)
        there = replace(self.stand(now), said=self.said | {self.at})
        return replace(there, is_over=True) if self.is_last else replace(there, at=self.at + 1, since=now)

    def go_back(self, now: float) -> Rehearsal:
        """Go to the part before; while the clock runs this one was begun too early, and its time is that one's."""
        if not self.at or not self.is_running:
            return replace(self, at=max(0, self.at - 1))
        before = self.at - 1
        time = self.times.get(before, 0.0) + self.elapsed_here(now)
        times = {at: each for at, each in self.times.items() if at != self.at} | {before: time}
        return replace(self, at=before, said=self.said - {before}, times=times, since=now)

    def halt(self, now: float) -> Rehearsal:
        """Let the clock stand, and return to the part it is for."""
        still = self.stand(now)
        return replace(still, at=still.under_way)

    def stop(self, now: float, end: int) -> Rehearsal:
        """Stop after so many characters of the part under way; after all of them it was said."""
        there = self.halt(now)
        if end >= len(there.part.words) or there.at in there.said:
            return replace(there, is_over=True, said=there.said | {there.at})
        return replace(there, is_over=True, cut=min(there.part.count, count_said(there.part.words[:end])))

    def take_up(self) -> Rehearsal:
        """Return to where one was before it was over; the clock stands."""
        return replace(self, is_over=False, cut=0, said=self.said - {self.at})

    # Where one is.

    def due(self) -> tuple[float, float]:
        """Return the seconds from and to which the part under way is planned, after all that was said."""
        parts, here = self.script.parts, self.under_way
        start = sum(parts[at].seconds for at in self.said if at != here)
        return start, start + parts[here].seconds

    def behind(self, now: float) -> float:
        """Return the seconds one is behind the plan, below 0 where ahead; 0 while the part under way is due.

        Once a part is said it is due at its end: to have been quick is to be ahead.
        """
        start, end = self.due()
        elapsed = self.elapsed(now)
        earliest = end if self.under_way in self.said else start
        return elapsed - min(max(elapsed, earliest), end)

    def likely_end(self, now: float) -> int:
        """Return how many characters of the part under way would be said by now at the pace of the plan."""
        part = self.script.parts[self.under_way]
        share = self.elapsed_here(now) / max(part.seconds - part.pause, 1.0)
        return round(len(part.words) * min(1.0, share))

    def planned(self) -> float:
        """Return the seconds that what was said is planned to take."""
        parts, part = self.script.parts, self.part
        share = self.cut / part.count if part.count else 0.0
        return sum(parts[at].seconds for at in self.said) + share * (part.seconds - part.pause)

    def took(self) -> Took:
        """Return what was said and how long it took, once the clock stands."""
        parts = self.script.parts
        words = sum(parts[at].count for at in self.said) + self.cut
        pauses = sum(parts[at].pause for at in self.said if at != self.at)
        return Took(words, sum(self.times.values()), pauses)
