"""What would be noticed about a block if a change to it were accepted, that is not noticed now."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import datetime

from briefing.model.finding import Finding
from briefing.model.outline import Block, Outline
from briefing.rules.gate import check_outline
from briefing.settling.decisions import State
from briefing.settling.settlement import REMARKS, Settlement, Wish
from briefing.word.returned.change import Change


def findings_of(settlement: Settlement, change: Change, on: datetime) -> tuple[Finding, ...]:
    """Return what the rules find in the words as they would become, and do not find in them as they are.

    Only the blocks a change alters are read: what concerns the document as a whole is for `briefing check`.
    """
    if settlement.outline is None or change.what in REMARKS:
        return ()
    after = settlement.settle((change,), Wish(State.ACCEPTED, theirs=True)).outline
    return () if after is None else noticed(settlement, after, on)


def noticed(settlement: Settlement, after: Outline, on: datetime) -> tuple[Finding, ...]:
    """Return what the rules find in the blocks of an outline as it would become that they do not find now."""
    before = settlement.outline
    if before is None or after is before:
        return ()
    held = {block.id: block for block in before.blocks}
    altered = {block.id for block in after.blocks if held.get(block.id) is not block}
    known = {_told(one) for one in _found(before, altered, settlement, on)}
    return tuple(
        one for one in _found(after, altered, settlement, on) if _told(one) not in known and one.block in altered
    )


def _found(outline: Outline, names: AbstractSet[str], settlement: Settlement, on: datetime) -> tuple[Finding, ...]:
    blocks: tuple[Block, ...] = tuple(block for block in outline.blocks if block.id in names)
    return check_outline(outline.with_blocks(blocks), settlement.library, on) if blocks else ()


def _told(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.block, finding.message
