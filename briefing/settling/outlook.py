"""What would come of a change if it were accepted: what its blocks would say, what is in the way, what is noticed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from briefing.model.finding import Finding
from briefing.model.outline import Outline
from briefing.settling.decisions import State
from briefing.settling.findings import noticed
from briefing.settling.settlement import REMARKS, Refusal, Settlement, Wish
from briefing.word.returned.change import Change


@dataclass(frozen=True, slots=True)
class Outlook:
    """What would come of one change."""

    change: str
    reads: tuple[tuple[str, str], ...] = ()
    """The blocks it would alter and the words of each then; none where the block would go."""
    refusal: Refusal | None = None
    """What is in the way; of a conflict `reads` is what taking theirs would give."""
    findings: tuple[Finding, ...] = ()
    now: tuple[tuple[str, str], ...] = ()
    """What the same blocks say now."""


def foresee(settlement: Settlement, change: Change, on: datetime, at: str = "") -> Outlook:
    """Return what would come of accepting a change, at a block where it could not be placed."""
    before = settlement.outline
    if before is None or change.what in REMARKS or settlement.state(change.id) is not State.OPEN:
        return Outlook(change.id)
    act = settlement.settle((change,), Wish(State.ACCEPTED, at=at))
    refusal = act.refused[0] if act.refused else None
    if refusal is not None and refusal.is_conflict:
        act = settlement.settle((change,), Wish(State.ACCEPTED, theirs=True, at=at))
    after = act.outline
    if after is None or after is before:
        return Outlook(change.id, refusal=refusal)
    reads, now = _differing(after, before), _differing(before, after)
    return Outlook(change.id, reads, refusal, noticed(settlement, after, on), now)


def _differing(outline: Outline, other: Outline) -> tuple[tuple[str, str], ...]:
    """Return the blocks that read otherwise in one of two outlines, with what they say in the first."""
    held = {block.id: block for block in outline.blocks}
    known = {block.id: block for block in other.blocks}
    names = dict.fromkeys((*held, *known))
    altered = [name for name in names if held.get(name) is not known.get(name) and held.get(name) != known.get(name)]
    return tuple((name, _words(held[name].heading, held[name].text) if name in held else "") for name in altered)


def _words(heading: str, text: str) -> str:
    return heading or text
