"""Words in quotation marks in an outline: exactly a card's, or told of with what is different or left out."""

from __future__ import annotations

import random
import tracemalloc
from datetime import date

import pytest

from briefing.model.entries import read_block, read_card
from briefing.model.finding import Finding, Severity
from briefing.model.ids import NoteName, OutlineName
from briefing.model.library import WholeLibrary
from briefing.model.note import Note
from briefing.model.outline import Outline
from briefing.rules.judging import judge
from briefing.rules.reading import shipped_rules
from briefing.rules.rule import Trial
from tests.rules.trials import tried

QUOTE = "It was a largely avoidable failure, in every way, of the tide tables; 1,547 boats did not leave."


def told(text: str, quote: str = QUOTE, rule: str = "EVID-01") -> Finding | None:
    trial = Trial(text, card={"kind": "quotation", "quote": quote})
    rules = [one for one in shipped_rules() if one.id == rule]
    return next(iter(tried(trial, "speech", rules)), None)


@pytest.mark.parametrize(
    "said",
    [
        "It was a largely avoidable failure",
        "it was a largely avoidable failure",
        "a largely avoidable failure.",
        "It was a largely\u00a0avoid\u00adable failure, in every way",
        "It was … in every way, of the tide tables",
        "[That] was a largely avoidable failure",
        "1,547 boats did not leave",
    ],
)
def test_a_cards_exact_words_pass(said: str) -> None:
    assert told(f"They said “{said}” of it.") is None


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("It was a wholly avoidable failure", "“largely” for “wholly”"),
        ("It was largely avoidable failure, in every way", "“a” as well"),
        ("It was a largely avoidable, failure, in every way", "“avoidable” for “avoidable,”"),
        ("It was a largely Avoidable failure, in every way", "“avoidable” for “Avoidable”"),
        ("of the tide tables; 1,546 boats did not leave", "“1,547” for “1,546”"),
        ("1,547 boats did leave", "“not leave.” for “leave”"),
        ("1,547 boats did really not leave", "not “really”"),
    ],
)
def test_words_that_are_nearly_a_cards_stop_it_and_the_difference_is_shown(said: str, fault: str) -> None:
    finding = told(f"They said “{said}” of it.")
    assert finding is not None
    assert finding.severity is Severity.STOP
    assert fault in finding.message


def test_fragments_in_another_order_are_not_its_words() -> None:
    assert told("They said “of the tide tables … a largely avoidable failure” of it.") is not None


def test_what_an_ellipsis_leaves_out_is_shown() -> None:
    finding = told("They said “a largely … failure, in every way”.", rule="EVID-02")
    assert finding is not None
    assert "left out: “avoidable”" in finding.message


def test_what_a_splice_leaves_out_is_shown() -> None:
    finding = told("It was “a largely avoidable failure” and was seen to be one “of the tide tables”.", rule="EVID-02")
    assert finding is not None
    assert "own words join two parts of one passage; left out: “, in every way,”" in finding.message


def test_a_great_deal_left_out_is_shown_by_its_ends() -> None:
    quote = f"It began in the harbour {'and then the next thing ' * 40}it ended at the quay."
    finding = told("They said “began in the harbour … ended at the quay”.", quote, "EVID-02")
    assert finding is not None
    assert "[…]" in finding.message
    assert len(finding.message) < 300


def test_a_long_document_takes_no_more_room_than_a_few_times_its_words(chance: random.Random) -> None:
    names = [f"word{number}" for number in range(2_000)]
    quotes = [" ".join(chance.choices(names, k=80)) for _ in range(400)]
    cards = tuple(
        read_card({"id": f"c{at}", "kind": "quotation", "claim": "A claim.", "quote": quote})
        for at, quote in enumerate(quotes)
    )
    own = read_block({"id": "own", "text": "They said “word1 word2 word3 and nothing else” of it."})
    blocks = [read_block({"id": card.id, "card": card.id}) for card in cards]
    outline = Outline(OutlineName("long"), title="Long", product="briefing").with_blocks((own, *blocks))
    library = WholeLibrary(notes=(Note(NoteName("n"), "N", cards=cards),), outlines=(outline,))
    rules = [one for one in shipped_rules() if one.id == "EVID-01"]
    tracemalloc.start()
    found = judge(outline, library, date(2025, 1, 8), rules)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [finding.rule for finding in found] == ["EVID-01"]
    assert most < 10 * sum(map(len, quotes))
