"""Letting a finding be, with a reason that stays with the words it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from briefing.model.assembling import change
from briefing.model.outline import Outline


@dataclass(frozen=True, slots=True)
class Waiver:
    """Why a finding is let be, who says so, and since when."""

    reason: str
    by: str
    on: date


def waive(outline: Outline, rule: str, block_id: str, waiver: Waiver) -> Outline:
    """Return the outline in which a rule's findings in a block are let be; with no block, those about all of it."""
    block = outline.block(block_id)
    if block is None:
        return replace(outline, waived=_with(outline.waived, rule, waiver))
    return change(outline, replace(block, waived=_with(block.waived, rule, waiver)))


def is_waived(waived: Mapping[str, object], rule: str) -> bool:
    """Whether a reason stands in the file for letting a rule's findings be. An empty one is none."""
    found = waived.get(rule)
    return isinstance(found, Mapping) and bool(str(found.get("reason", "")).strip())


def _with(waived: Mapping[str, object], rule: str, waiver: Waiver) -> Mapping[str, object]:
    said: dict[str, object] = {"reason": waiver.reason, "by": waiver.by, "on": waiver.on}
    return {**waived, rule: {name: value for name, value in said.items() if value != ""}}
