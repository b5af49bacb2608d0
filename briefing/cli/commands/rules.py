"""`briefing rules [--measure FILE...]`: prints the rules and their authority, or how often each fires in files."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from briefing.cli.output import put_json, put_rows, say
from briefing.cli.which import look_into
from briefing.disk.reading import read_file
from briefing.errors import NotFound
from briefing.model.office import Office
from briefing.rules.hansard import read_contributions
from briefing.rules.measuring import Measured, measure
from briefing.rules.reading import shipped_rules
from briefing.rules.rule import Rule
from briefing.speech.hansard import Contribution
from briefing.wording import commands as words

Document = dict[str, object]


def run(options: Namespace) -> int:
    """Print the rules, or with files how each fares in them; an office's lists count where there is a library."""
    rules = shipped_rules()
    if options.measure:
        _measure(options, rules)
    elif options.json:
        put_json({"rules": [rule_document(rule) for rule in rules]})
    else:
        put_rows((rule.id, rule.severity, _types(rule), rule.name, _authority(rule)) for rule in rules)
    return 0


def rule_document(rule: Rule) -> Document:
    """Return a rule as it is promised."""
    return {
        "id": rule.id,
        "name": rule.name,
        "severity": str(rule.severity),
        "types": sorted(rule.types),
        "message": rule.message,
        "suggestion": rule.suggest,
        "authority": rule.authority,
        "authority_checked": rule.authority_checked,
    }


def _measure(options: Namespace, rules: Iterable[Rule]) -> None:
    said = tuple(one for file in options.measure for one in _read(file))
    office = _office(options)
    measured = measure(said, rules, office, datetime.now(UTC).astimezone().date())
    if options.json:
        told = [rule_document(one.rule) | _figures(one) for one in measured]
        put_json({"contributions": len(said), "rules": told})
        return
    put_rows([words.MEASURED, *map(_row, measured)])
    say(words.measured(len(said), sum(len(entries) for entries in _entries(office))))


def _read(file: str) -> Sequence[Contribution]:
    try:
        return read_contributions(read_file(Path(file), file), file)
    except FileNotFoundError as error:
        raise NotFound(words.no_file(file)) from error


def _office(options: Namespace) -> Office:
    """Return the office whose lists count; one without any where no library is named and there is none here."""
    try:
        return look_into(options).office
    except NotFound:
        if options.library is not None:
            raise
        return Office()


def _entries(office: Office) -> Iterable[list[object]]:
    return (held if isinstance(held, list) else [held] for held in office.lists.values())


def _figures(measured: Measured) -> Document:
    return {"fired": len(measured.fired), "noted": measured.noted, "rate": round(measured.rate, 6)}


def _row(measured: Measured) -> tuple[str, ...]:
    fired = len(measured.fired)
    often = words.one_in(round(measured.contributions / fired)) if fired else ""
    return measured.rule.id, measured.rule.severity, str(fired), often, str(measured.noted), measured.rule.name


def _types(rule: Rule) -> str:
    return ", ".join(sorted(rule.types))


def _authority(rule: Rule) -> str:
    return words.authority(rule.authority, rule.authority_checked.isoformat())
