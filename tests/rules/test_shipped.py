"""Every rule that is shipped: it finds what it says it finds, and is silent where it says it is."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.rules.reading import shipped_rules
from briefing.rules.rule import Rule, Trial
from tests.rules.trials import PRODUCT_OF, documents_of, tried

RULES = shipped_rules()
HITS = [(rule, trial) for rule in RULES for trial in rule.test_hit]
MISSES = [(rule, trial) for rule in RULES for trial in rule.test_miss]


def _ids(trials: list[tuple[Rule, Trial]]) -> list[str]:
    return [f"{rule.id}-{at}-{trial.text[:40]}" for at, (rule, trial) in enumerate(trials)]


def _name(value: object) -> str:
    return value.id if isinstance(value, Rule) else str(value)


@pytest.mark.parametrize(("rule", "trial"), HITS, ids=_ids(HITS))
def test_a_rule_finds_what_it_says_it_finds(rule: Rule, trial: Trial) -> None:
    for document in documents_of(rule):
        found = tried(trial, document, [rule])
        assert found, f"in a {document}"
        assert {one.rule for one in found} == {rule.id}
        assert all(one.message and "{" not in one.message for one in found)


@pytest.mark.parametrize(("rule", "trial"), MISSES, ids=_ids(MISSES))
def test_a_rule_is_silent_where_it_says_it_is(rule: Rule, trial: Trial) -> None:
    for document in documents_of(rule):
        assert not tried(trial, document, [rule]), f"in a {document}"


@pytest.mark.parametrize("rule", RULES, ids=_name)
def test_a_rule_runs_on_no_other_documents(rule: Rule) -> None:
    for document in set(PRODUCT_OF) - set(documents_of(rule)):
        for trial in rule.test_hit:
            assert not tried(trial, document, [rule]), f"in a {document}"


@pytest.mark.parametrize("rule", RULES, ids=_name)
def test_a_rule_names_its_authority_says_what_to_do_and_is_tried_both_ways(rule: Rule) -> None:
    assert rule.authority
    assert date(2026, 1, 1) <= rule.authority_checked
    assert rule.suggest
    assert rule.test_hit
    assert rule.test_miss


def test_no_two_rules_share_an_id() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_a_rule_that_notices_very_much_says_that_there_is_more() -> None:
    trial = Trial("Minister, you have had two years. " * 600)
    rules = [rule for rule in shipped_rules() if rule.id == "ORD-12"]
    found = tried(trial, "speech", rules)
    assert len(found) == 501
    assert found[-1].message == "Only the Chair is 'you': there is more of this; 500 are told."
