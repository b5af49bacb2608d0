"""The ladder itself: for each limit the best version, what goes, what is in short, and what then leans on nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.model.library import Library
from briefing.model.outline import Block, Outline
from briefing.speech.interventions import allowance_of
from briefing.speech.ladder.allowing import all_needed
from briefing.speech.ladder.cutting import Cutting, cut_up
from briefing.speech.ladder.fitting import fit
from briefing.speech.ladder.leaning import Lean, Leaning, find_leaning
from briefing.speech.ladder.piece import Piece, Version
from briefing.speech.ladder.settings import LIMITS, ladder_of


@dataclass(frozen=True, slots=True)
class Rung:
    """The best version for one limit. Ids are those of blocks, in the outline's order."""

    limit: int
    """Seconds the Chair gives."""
    plan: int
    """Seconds planned for: the limit with what is given back for interventions, less the margin and hearing them."""
    blocks: tuple[str, ...] = ()
    """What is kept, headings among it; none where the musts do not fit."""
    short: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    milliseconds: int = 0
    leaning: tuple[Leaning, ...] = ()
    over: int | None = None
    """Seconds by which the musts alone, as short as they go, exceed the plan."""
    contradict: bool = False
    """Whether the musts cannot be said together in any time."""

    @property
    def seconds(self) -> int:
        """Whole seconds it takes, rounded up."""
        return -(-self.milliseconds // 1000)

    @property
    def fits(self) -> bool:
        """Whether there is a version."""
        return self.over is None and not self.contradict


def climb(outline: Outline, library: Library, limits: Sequence[int] = LIMITS) -> tuple[Rung, ...]:
    """Return the best version of an outline for each limit, in seconds, in the order asked for."""
    cutting = cut_up(outline, library)
    return tuple(_rung(cutting, limit, plan_for(outline, library, limit)) for limit in limits)


def plan_for(outline: Outline, library: Library, limit: int) -> int:
    """Return the seconds to plan for, the interventions that are expected given back and heard."""
    allowance = allowance_of(library.office)
    given = allowance.seconds_given(outline.interventions)
    plan = ladder_of(library.office).plan(limit + given) - allowance.seconds_hearing(outline.interventions)
    return max(0, plan)


def _rung(cutting: Cutting, limit: int, plan: int) -> Rung:
    version = fit(cutting.pieces, 1000 * plan)
    if version is None:
        least = _least(cutting.pieces)
        return Rung(limit, plan, over=least and -(-least // 1000) - plan, contradict=least is None)
    kept: set[str] = {cutting.blocks[place].id for place in version.kept}
    with_headings = tuple(
        block.id for block in cutting.outline.blocks if block.id in kept or _heads(cutting, block, kept)
    )
    return Rung(
        limit,
        plan,
        blocks=with_headings,
        short=tuple(cutting.blocks[place].id for place in version.shortened),
        dropped=tuple(block.id for block in cutting.outline.blocks if block.id not in with_headings),
        milliseconds=version.milliseconds,
        leaning=(*_leaning_words(cutting, version), *_leaning_answers(cutting, with_headings)),
    )


def _heads(cutting: Cutting, block: Block, kept: set[str]) -> bool:
    """Whether a block that says nothing has something under it that is kept: a heading goes with its last block."""
    if block.id in {each.id for each in cutting.blocks}:
        return False
    return any(under.id in kept for under in _under(cutting.outline, block))


def _under(outline: Outline, block: Block) -> tuple[Block, ...]:
    """Return what goes with a block: for a heading its section, to the next heading that is not deeper."""
    if not block.heading:
        return outline.branch(block.id)[1:]
    start = outline.index(block.id) + 1
    later = range(start, len(outline.blocks))
    ends = (at for at in later if outline.blocks[at].heading and outline.blocks[at].level <= block.level)
    return outline.blocks[start : next(ends, len(outline.blocks))]


def _least(pieces: Sequence[Piece]) -> int | None:
    """Return the milliseconds of the musts at their shortest; None where no time would do."""
    bare = _musts_alone(pieces)
    low, high = 0, sum(piece.full for piece in bare)
    if fit(bare, high) is None:
        return None
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if fit(bare, middle) else (middle + 1, high)
    return low


def _musts_alone(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the musts and what they need, which is worth nothing by itself."""
    musts = [place for place, piece in enumerate(pieces) if piece.worth is None]
    stay = sorted({*musts, *(needed for must in musts for needed in all_needed(pieces, must))})
    places: dict[int | None, int] = {place: at for at, place in enumerate(stay)}
    return [
        replace(piece, worth=None if piece.worth is None else 0, needs=places.get(piece.needs))
        for piece in (pieces[place] for place in stay)
    ]


def _leaning_words(cutting: Cutting, version: Version) -> tuple[Leaning, ...]:
    full = [(block.id, cutting.said[block.id]) for block in cutting.blocks if cutting.said[block.id]]
    short = set(version.shortened)
    kept: dict[str, str] = {
        cutting.blocks[place].id: words
        for place in version.kept
        if (words := _words(cutting, cutting.blocks[place].id, in_short=place in short))
    }
    return find_leaning(full, kept)


def _words(cutting: Cutting, block: str, *, in_short: bool) -> str:
    return cutting.in_short[block] if in_short else cutting.said[block]


def _leaning_answers(cutting: Cutting, kept: Sequence[str]) -> Iterator[Leaning]:
    """Yield answers to an attack that is not said, and attacks that nothing answers any more."""
    for attack in (block for block in cutting.outline.blocks if block.attack):
        answers = [block.id for block in cutting.outline.branch(attack.id)[1:]]
        said = [answer for answer in answers if answer in kept]
        if attack.id not in kept and said and cutting.said[attack.id]:
            yield Leaning(said[0], Lean.ANSWER, "", attack.id)
        if attack.id in kept and answers and not said:
            yield Leaning(attack.id, Lean.UNANSWERED, "", answers[0])
