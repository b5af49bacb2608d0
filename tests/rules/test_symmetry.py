"""No rule knows one party from another: what it says of one it says of each."""

from __future__ import annotations

import tomllib
from itertools import permutations

import pytest

from briefing.rules.reading import shipped_rules
from briefing.rules.rule import Trial
from tests.rules.trials import HERE, house, tried

PARTIES = [(party["name"], party["members"]) for party in house().lists["parties"]]  # type: ignore[attr-defined]

OWN_AND_OTHERS = "RES-02"
"""It asks how much is said of parties other than the Member's own, whichever that is, so an exchange makes a change."""


def _sentences() -> list[str]:
    rules = tomllib.loads((HERE / "breaches.toml").read_text(encoding="utf-8"))["rule"]
    sentences = [text for rule in rules for text in (*rule["breaches"], *rule["near"])]
    sentences += [trial.text for rule in shipped_rules() for trial in (*rule.test_hit, *rule.test_miss)]
    return sorted({text for text in sentences if any(name in text for pair in PARTIES for name in pair)})


def _exchanged(text: str, others: tuple[tuple[str, str], ...]) -> str:
    """Return a text in which each party stands where another stood."""
    for place, names in enumerate(PARTIES):
        for kind, name in enumerate(names):
            text = text.replace(name, f"{{{place}{kind}}}")
    for place, names in enumerate(others):
        for kind, name in enumerate(names):
            text = text.replace(f"{{{place}{kind}}}", name)
    return text


@pytest.mark.parametrize("text", _sentences())
@pytest.mark.parametrize("document", ["speech", "letter", "briefing"])
def test_the_same_is_said_of_each_party(text: str, document: str) -> None:
    said = [
        sorted(
            (found.rule, found.severity)
            for found in tried(Trial(_exchanged(text, others)), document)
            if found.rule != OWN_AND_OTHERS
        )
        for others in permutations(PARTIES)
    ]
    assert all(one == said[0] for one in said)
