"""A finding: something a check noticed, with its reason, its authority and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from briefing.errors import Place


class Severity(StrEnum):
    """How much a finding matters: `stop` keeps a document in the office."""

    STOP = "stop"
    WARN = "warn"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a check noticed."""

    rule: str
    severity: Severity
    message: str
    place: Place | None = None
    card: str = ""
    block: str = ""
    field: str = ""
    words: str = ""
    authority: str = ""
    suggestion: str = ""


def gravest(findings: Iterable[Finding]) -> dict[str, Severity]:
    """Return the gravest severity noticed in each block; what is about no block is not among them."""
    grave = list(Severity)
    noticed: dict[str, Severity] = {}
    for finding in findings:
        if finding.block:
            noticed[finding.block] = min(
                finding.severity, noticed.get(finding.block, finding.severity), key=grave.index
            )
    return noticed
