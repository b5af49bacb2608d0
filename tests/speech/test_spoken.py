"""What is said aloud, and how it is counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.card import Card
from briefing.model.ids import BlockId, CardId, NoteName
from briefing.model.kinds import Kind
from briefing.model.library import WholeLibrary
from briefing.model.note import Note
from briefing.model.office import Office
from briefing.model.outline import Block
from briefing.speech.spoken import count_words, seconds, spoken_text

CLAIM = "Half the schools have a club"
KINDS = {"quotation": Kind("quotation", "Quotation", needs=("quote",)), "statistic": Kind("statistic", "Statistic")}


def spoken(block: Block, *cards: Card) -> str:
    return spoken_text(block, WholeLibrary(Office(kinds=KINDS), (Note(NoteName("n"), cards=cards),)))


def card(**fields: str) -> Card:
    values: dict[str, str] = {"kind": "statistic", "claim": CLAIM, **fields}
    return Card(id=CardId("c"), **values)  # type: ignore[arg-type]  # each test names real fields


SHOWN = Block(BlockId("b"), card=CardId("c"))
ATTACK = Block(BlockId("b"), attack=CardId("c"))


class DescribeWhatIsSpoken:
    def it_is_the_blocks_own_words_whatever_the_card_says(self) -> None:
        assert spoken(Block(BlockId("b"), card=CardId("c"), text=" My words.\n"), card(say="Said")) == "My words."

    def it_is_own_words_alone(self) -> None:
        assert spoken(Block(BlockId("b"), text="My words.\n\nAnd more.")) == "My words.\n\nAnd more."

    def it_is_the_card_as_it_is_spoken(self) -> None:
        assert spoken(SHOWN, card(say="One school in two has a club.", quote="half")) == "One school in two has a club."

    def it_is_the_claim_as_a_sentence(self) -> None:
        assert spoken(SHOWN, card()) == "Half the schools have a club."

    @pytest.mark.parametrize("claim", ["Is it half?", "It is “half.”", "Half…"])
    def it_is_the_claim_as_it_ends(self, claim: str) -> None:
        assert spoken(SHOWN, card(claim=claim)) == claim

    def it_is_the_claim_and_the_exact_words_of_a_quotation(self) -> None:
        said = card(kind="quotation", claim="The head was clear", quote="we are full")
        assert spoken(SHOWN, said) == "The head was clear. “we are full”"

    def it_gives_exact_words_no_second_quotation_marks(self) -> None:
        said = card(kind="quotation", claim="The head was clear", quote="“we are full”")
        assert spoken(SHOWN, said) == "The head was clear. “we are full”"

    @pytest.mark.parametrize("kind", ["statistic", "unheard-of"])
    def it_is_not_the_exact_words_that_only_prove_a_claim(self, kind: str) -> None:
        assert spoken(SHOWN, card(kind=kind, quote="clubs: 50% of schools")) == "Half the schools have a club."

    def it_is_nothing_for_a_heading(self) -> None:
        assert spoken(Block(BlockId("b"), heading="Why this matters")) == ""

    def it_is_nothing_for_an_attack_unless_it_has_own_words(self) -> None:
        assert spoken(ATTACK, card()) == ""
        assert spoken(Block(BlockId("b"), attack=CardId("c"), text="They say so."), card()) == "They say so."

    def it_is_nothing_for_a_card_that_is_not_there(self) -> None:
        assert spoken(SHOWN) == ""

    def it_is_nothing_of_a_restricted_card(self) -> None:
        assert spoken(SHOWN, card(handling="restricted", say="secret")) == ""


class DescribeCounting:
    @pytest.mark.parametrize(
        ("text", "count"),
        [
            ("", 0),
            ("  \n ", 0),
            ("Half the schools have a club.", 6),
            ("We don’t – and can't – wait", 5),
            ("inquiry—not another", 3),
            ("2008–13 and/or £1.2 million", 6),
            ("well-known", 1),
            ("… — * “”", 0),
            ("one\n\ntwo", 2),
        ],
    )
    def it_counts_what_holds_a_letter_or_a_digit(self, text: str, count: int) -> None:
        assert count_words(text) == count

    @given(st.lists(st.text(alphabet="abcé'1", min_size=1).filter(lambda word: word.strip("'") != "")))
    def it_counts_the_words_of_any_list_of_them(self, words: list[str]) -> None:
        assert count_words("  ".join(words)) == len(words)

    def it_turns_words_into_seconds(self) -> None:
        assert seconds(150, 150) == 60
        assert seconds(65, 130) == 30

    @pytest.mark.parametrize("pace", [0, -10])
    def it_takes_the_default_for_a_pace_that_is_none(self, pace: float) -> None:
        assert seconds(150, pace) == 60
