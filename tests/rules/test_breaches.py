"""Breaches of order and naming, and what only looks so: all of them written before the patterns were."""

from __future__ import annotations

import tomllib
from typing import cast

import pytest

from briefing.model.finding import Severity
from briefing.rules.reading import shipped_rules
from briefing.rules.rule import Rule, Trial
from tests.rules.trials import HERE, documents_of, tried

ALLOWED = 1
"""Breaches a rule may miss, and sentences it may find that are none."""

_TRIED = cast("list[dict[str, object]]", tomllib.loads((HERE / "breaches.toml").read_text(encoding="utf-8"))["rule"])
_RULES = {rule.id: rule for rule in shipped_rules()}


def _found(rule: Rule, text: str, *, attack: bool) -> bool:
    """Whether a rule finds what it is there for. A "you" that is anybody is noted, and is no such thing."""
    trial = Trial(text, card={"kind": "attack"} if attack else {})
    found = tried(trial, documents_of(rule)[-1], [rule])
    return any(one.severity is rule.severity or rule.severity is Severity.INFO for one in found)


def _sentences(tried_on: dict[str, object], name: str) -> list[str]:
    return [str(text) for text in cast("list[object]", tried_on[name])]


@pytest.mark.parametrize("tried_on", _TRIED, ids=lambda tried_on: str(tried_on["id"]))
class DescribeARule:
    def it_finds_all_breaches_but_one(self, tried_on: dict[str, object]) -> None:
        rule, attack = _RULES[str(tried_on["id"])], bool(tried_on.get("attack"))
        sentences = _sentences(tried_on, "breaches")
        missed = [text for text in sentences if not _found(rule, text, attack=attack)]
        assert len(sentences) >= 20
        assert len(missed) <= ALLOWED, missed

    def it_lets_pass_what_only_looks_so_but_for_one(self, tried_on: dict[str, object]) -> None:
        rule, attack = _RULES[str(tried_on["id"])], bool(tried_on.get("attack"))
        sentences = _sentences(tried_on, "near")
        alarms = [text for text in sentences if _found(rule, text, attack=attack)]
        assert len(sentences) >= 20
        assert len(alarms) <= ALLOWED, alarms
