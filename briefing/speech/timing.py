"""How long an outline takes to say: block by block, section by section, and against the time there is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate

from briefing.model.library import Library
from briefing.model.outline import Block, Outline
from briefing.speech.interventions import Allowance, allowance_of
from briefing.speech.said.counting import count_said
from briefing.speech.spoken import seconds, spoken_text


@dataclass(frozen=True, slots=True)
class BlockTime:
    """The words of a block as they are said and the seconds they take, with its pause; of a heading, its section's."""

    words: float
    """Not rounded: a letter that is said by its name is 0.6 of a word."""
    seconds: float


@dataclass(frozen=True, slots=True)
class Timing:
    """How long an outline takes, and what it may take."""

    pace: float
    """Words a minute: the Member's own where it is known."""
    paces: tuple[int, int]
    """From which to which that will most likely be."""
    words: int
    seconds: float
    """To speak, pauses included."""
    blocks: Mapping[str, BlockTime]
    """By the id of the block."""
    left: Mapping[str, float]
    """Seconds that follow each block."""
    slot: int | None
    """Seconds there are; None where no slot is set."""
    allowance: Allowance
    """What is allowed for interventions, and on whose authority."""
    pauses: int = 0
    """Seconds of marked pauses, in `seconds`."""
    hearing: int = 0
    """Seconds to hear the interventions that are expected, besides `seconds`."""
    given: int = 0
    """Seconds the clock gives back for them, besides `slot`."""

    @property
    def needed(self) -> float:
        """Seconds to speak and to hear interventions."""
        return self.seconds + self.hearing

    @property
    def least(self) -> float:
        """Seconds needed at the quickest pace that is likely."""
        return self._needed_at(max(self.pace, self.paces[1]))

    @property
    def most(self) -> float:
        """Seconds needed at the slowest pace that is likely."""
        return self._needed_at(min(self.pace, self.paces[0]))

    def _needed_at(self, pace: float) -> float:
        return (self.seconds - self.pauses) * self.pace / pace + self.pauses + self.hearing

    @property
    def allowed(self) -> int | None:
        """Seconds there are, with what the clock gives back; None where no slot is set."""
        return None if self.slot is None else self.slot + self.given


def time_outline(outline: Outline, library: Library) -> Timing:
    """Return how long an outline takes its Member to say.

    A heading's section runs to the next heading that is not deeper: what stands after a heading is read under it.
    """
    pace = library.office.pace(outline.member)
    allowance = allowance_of(library.office)
    own = [_time(block, library, pace) for block in outline.blocks]
    total = _sum(own)
    return Timing(
        pace=pace,
        paces=library.office.pace_range(outline.member),
        words=round(total.words),
        seconds=total.seconds,
        blocks={
            block.id: _sum(own[start : _section_end(outline.blocks, start)]) if block.heading else own[start]
            for start, block in enumerate(outline.blocks)
        },
        left={block.id: total.seconds - said for block, said in zip(outline.blocks, _running(own), strict=True)},
        slot=outline.slot_seconds,
        allowance=allowance,
        pauses=sum(max(0, block.pause) for block in outline.blocks),
        hearing=allowance.seconds_hearing(outline.interventions),
        given=allowance.seconds_given(outline.interventions),
    )


def _running(times: Iterable[BlockTime]) -> Iterable[float]:
    return accumulate(time.seconds for time in times)


def _time(block: Block, library: Library, pace: float) -> BlockTime:
    words = count_said(spoken_text(block, library))
    return BlockTime(words, seconds(words, pace) + max(0, block.pause))


def milliseconds_of(text: str, pace: float, pause: int) -> int:
    """Return the whole milliseconds it takes to say a text at a pace, and the seconds of a pause after it."""
    return round(1000 * seconds(count_said(text), pace)) + 1000 * max(0, pause)


def _section_end(blocks: tuple[Block, ...], start: int) -> int:
    following = range(start + 1, len(blocks))
    level = blocks[start].level
    return next((at for at in following if blocks[at].heading and blocks[at].level <= level), len(blocks))


def _sum(times: Iterable[BlockTime]) -> BlockTime:
    times = tuple(times)
    return BlockTime(sum(time.words for time in times), sum(time.seconds for time in times))
