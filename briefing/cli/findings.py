"""Findings as the command line tells them: a line each for a person, or as promised for a program."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefing.errors import Place, WrongUse
from briefing.model.finding import Finding, Severity
from briefing.model.library import Library
from briefing.rules.reading import shipped_rules
from briefing.wording import commands as words
from briefing.wording.evidence import RULES

Document = dict[str, object]


def find_rule(typed: str) -> str:
    """Return the rule of that name, in capitals or not; raises WrongUse."""
    rule = typed.strip().upper()
    names = [*RULES, *(each.id for each in shipped_rules())]
    if rule not in names:
        raise WrongUse(words.no_rule(typed), hint=words.rules_are(names))
    return rule


def are_bad(findings: Iterable[Finding]) -> bool:
    """Whether there is a warning or a stop among the findings."""
    return any(finding.severity is not Severity.INFO for finding in findings)


def place_findings(findings: Iterable[Finding], library: Library, outline: str = "") -> tuple[Finding, ...]:
    """Return the findings, each with the line of what it is about, and none with a restricted card's words."""
    return tuple(_without_restricted(finding, library) for finding in with_places(findings, library, outline))


def with_places(findings: Iterable[Finding], library: Library, outline: str) -> tuple[Finding, ...]:
    """Return the findings of an outline, each with the line of what it is about."""
    return tuple(_placed(finding, library, outline) for finding in findings)


def finding_line(finding: Finding, reason: str = "") -> str:
    """Return a finding as compilers write it, so that editors can go to its line.

    A stop for which a reason was given is none any more: it is told as acknowledged, and why.
    """
    place = f"{finding.place}: " if finding.place else ""
    if finding.severity is Severity.STOP and reason:
        return f"{place}{words.acknowledged(finding.message, reason)} [{finding.rule}]"
    advice = f" {finding.suggestion}" if finding.suggestion else ""
    return f"{place}{finding.severity}: {finding.message}{advice} [{finding.rule}]"


def finding_document(finding: Finding, reason: str = "") -> Document:
    """Return a finding as it is promised, what is absent left out; `reason` is why a stop was let pass."""
    place = finding.place or Place("")
    told: Document = {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "file": place.file,
        "line": place.line,
        "card": finding.card,
        "block": finding.block,
        "words": finding.words,
        "message": finding.message,
        "authority": finding.authority,
        "suggestion": finding.suggestion,
        "acknowledged": reason if finding.severity is Severity.STOP else "",
    }
    return {name: held for name, held in told.items() if held}


def _placed(finding: Finding, library: Library, outline: str) -> Finding:
    if finding.place is not None:
        return finding
    place = library.places.get(("block", f"{outline}/{finding.block}")) or library.places.get(("card", finding.card))
    return replace(finding, place=place)


def _without_restricted(finding: Finding, library: Library) -> Finding:
    card = library.cards.get(finding.card)
    return replace(finding, words="") if card and card.is_restricted else finding
