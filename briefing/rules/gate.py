"""The gate: what keeps an outline in the office, and what one should know before it leaves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from briefing.evidence.leaving import NEVER_ACKNOWLEDGED, check_leaving
from briefing.model.finding import Finding, Severity
from briefing.model.library import Library
from briefing.model.outline import Outline
from briefing.rules.judging import judge
from briefing.rules.reading import shipped_rules
from briefing.rules.rule import Lift
from briefing.speech.ladder.cutting import cut_up
from briefing.speech.ladder.telling import need_findings


def check_outline(outline: Outline, library: Library, on: datetime) -> tuple[Finding, ...]:
    """Return all that is to be said of an outline that would leave at a moment, from its head to its last block.

    Raises NotFound where it names a product that is not there.
    """
    order: dict[str, int] = {block.id: index for index, block in enumerate(outline.blocks)}
    found = (*check_leaving(outline, library, on), *judge(outline, library, on.date()), *_needs(outline, library))
    return tuple(sorted(found, key=lambda finding: order.get(finding.block, -1)))


def _needs(outline: Outline, library: Library) -> Iterable[Finding]:
    """Return the needs and groups that no version of a speech can keep as they are written."""
    linked = any(block.with_ or block.either for block in outline.blocks)
    return need_findings(cut_up(outline, library)) if linked else ()


def stops(findings: Iterable[Finding], acknowledged: Mapping[str, str]) -> tuple[Finding, ...]:
    """Return the findings that keep the outline in the office: those no given reason lifts.

    `acknowledged` is the reason given for each rule. An empty one is none.
    """
    return tuple(
        finding
        for finding in findings
        if finding.severity is Severity.STOP
        and not (can_be_acknowledged(finding.rule) and acknowledged.get(finding.rule, "").strip())
    )


def may_be_waived(finding: Finding) -> bool:
    """Whether a reason in the outline lets a finding be: it only advises, and one of the rules does."""
    return finding.severity is not Severity.STOP and any(each.id == finding.rule for each in shipped_rules())


def can_be_acknowledged(rule: str) -> bool:
    """Whether a named person's reason lifts the stop of a rule: not where only a consent does, or nothing."""
    lifts = (each.lift for each in shipped_rules() if each.id == rule)
    return rule not in NEVER_ACKNOWLEDGED and next(lifts, Lift.REASON) is Lift.REASON
