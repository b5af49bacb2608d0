"""What is wrong in a file, as the index keeps it: findings as JSON, and back, exactly."""

from __future__ import annotations

import json
from collections.abc import Iterable

from briefing.errors import Place
from briefing.model.finding import Finding, Severity

Row = list[str | int | None]
"""A finding's fields, in order."""

OF_FOLDER = "/"
"""What is odd about the folder is kept as the damage of a file of this name, which no file can have."""


def write_damage(findings: Iterable[Finding]) -> str:
    """Return the findings as one line; empty where there are none."""
    rows = [row_of(finding) for finding in findings]
    return json.dumps(rows, separators=(",", ":")) if rows else ""


def read_damage(written: str) -> tuple[Finding, ...]:
    """Return the findings that were written."""
    rows: list[Row] = json.loads(written) if written else []
    return tuple(finding_of(row) for row in rows)


def places_otherwise(before: str, now: str) -> set[str]:
    """Return the files of which one of two written damages says what the other does not."""
    return {finding.place.file for finding in {*read_damage(before)} ^ {*read_damage(now)} if finding.place}


def row_of(finding: Finding) -> Row:
    """Return a finding as JSON holds it."""
    place = finding.place
    texts = (finding.card, finding.block, finding.field, finding.words, finding.authority, finding.suggestion)
    where = (place.file, place.line) if place else (None, None)
    return [finding.rule, str(finding.severity), finding.message, *where, *texts]


def finding_of(row: Row) -> Finding:
    """Return the finding of a row."""
    rule, severity, message, file, line, *texts = row
    place = Place(str(file), line if isinstance(line, int) else None) if file is not None else None
    return Finding(str(rule), Severity(str(severity)), str(message), place, *map(str, texts))
