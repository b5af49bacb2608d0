"""What is wrong in a file, as the index keeps it: findings as JSON, and back, exactly."""

from __future__ import annotations

import json
from collections.abc import Iterable

from briefing.errors import Place
from briefing.model.finding import Finding, Severity

OF_FOLDER = "/"
"""What is odd about the folder is kept as the damage of a file of this name, which no file can have."""


def write_damage(findings: Iterable[Finding]) -> str:
    """Return the findings as one line; empty where there are none."""
    rows = [_row(finding) for finding in findings]
    return json.dumps(rows, separators=(",", ":")) if rows else ""


def read_damage(written: str) -> tuple[Finding, ...]:
    """Return the findings that were written."""
    rows: list[list[str | int | None]] = json.loads(written) if written else []
    return tuple(_finding(*row) for row in rows)


def places_otherwise(before: str, now: str) -> set[str]:
    """Return the files of which one of two written damages says what the other does not."""
    return {finding.place.file for finding in {*read_damage(before)} ^ {*read_damage(now)} if finding.place}


def _row(finding: Finding) -> list[str | int | None]:
    place = finding.place
    texts = (finding.card, finding.block, finding.field, finding.words, finding.authority, finding.suggestion)
    where = (place.file, place.line) if place else (None, None)
    return [finding.rule, str(finding.severity), finding.message, *where, *texts]


def _finding(*row: str | int | None) -> Finding:
    rule, severity, message, file, line, *texts = row
    place = Place(str(file), line if isinstance(line, int) else None) if file is not None else None
    return Finding(str(rule), Severity(str(severity)), str(message), place, *map(str, texts))
