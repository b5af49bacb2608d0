"""A speech as it is said aloud: its words block by block, how long each is planned to take, and the time there is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model.library import Library
from briefing.model.outline import Outline
from briefing.speech.ladder.rungs import plan_for
from briefing.speech.said.on_paper import on_paper
from briefing.speech.spoken import spoken_text
from briefing.speech.timing import Timing, time_outline


@dataclass(frozen=True, slots=True)
class Part:
    """A block of which something is said."""

    block: str
    """Its id."""
    heading: str
    """The heading it stands under; empty where there is none."""
    words: str
    """As they are said."""
    count: float
    """How many words those are, not rounded."""
    seconds: float
    """Planned, the pause among them."""
    pause: int = 0
    """Seconds of silence after it."""


@dataclass(frozen=True, slots=True)
class Script:
    """What is said, in order, and the time there is for it."""

    parts: tuple[Part, ...]
    pace: float = 0
    """Words a minute it is planned at."""
    slot: int | None = None
    """Seconds there are; None where no slot is set."""
    plan: int | None = None
    """Seconds to plan for: with what is given back, less the margin and hearing interventions."""
    interventions: int = 0
    """How many are expected."""
    given: int = 0
    """Seconds the clock gives back for them."""
    hearing: int = 0
    """Seconds it takes to hear them."""

    @property
    def room(self) -> int | None:
        """Seconds there are for one's own words; None where no slot is set."""
        return None if self.slot is None else max(0, self.slot + self.given - self.hearing)

    @property
    def seconds(self) -> float:
        """Seconds that all of it takes by the plan."""
        return sum(part.seconds for part in self.parts)


def script_of(outline: Outline, library: Library, *, as_read: bool = True) -> Script:
    """Return an outline as it is said; `as_read` writes “45%” as “45 per cent”, as a reading copy does."""
    timing = time_outline(outline, library)
    return Script(
        parts=tuple(_parts(outline, library, timing, as_read=as_read)),
        pace=timing.pace,
        slot=timing.slot,
        plan=None if timing.slot is None else plan_for(outline, library, timing.slot),
        interventions=outline.interventions,
        given=timing.given,
        hearing=timing.hearing,
    )


def _parts(outline: Outline, library: Library, timing: Timing, *, as_read: bool) -> Iterator[Part]:
    heading = ""
    for block in outline.blocks:
        heading = block.heading or heading
        words = spoken_text(block, library)
        if words:
            time = timing.blocks[block.id]
            shown = on_paper(words) if as_read else words
            yield Part(block.id, heading, shown, time.words, time.seconds, max(0, block.pause))
