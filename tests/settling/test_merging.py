"""Two people changed the same text: what each did is kept, or it is said that it cannot be."""

from __future__ import annotations

import random

import pytest

from briefing.settling.merging import likeness, merge


@pytest.mark.parametrize(
    ("ours", "before", "after", "merged"),
    [
        ("We act now.", "We act now.", "We shall act now.", "We shall act now."),
        ("We act now.\n\nAnd go.\n", "We act now.", "We acted.", "We acted.\n\nAnd go.\n"),
        ("We all act now.", "We act now.", "We act at once.", "We all act at once."),
        ("a b c d e", "a b c d", "a x c d", "a x c d e"),
        ("first a b c", "a b c", "a b d", "first a b d"),
        ("old", "", "new", "old\n\nnew"),
        ("gone", "gone", "", ""),
    ],
)
def test_what_both_did_is_kept(ours: str, before: str, after: str, merged: str) -> None:
    assert merge(ours, before, after) == merged


@pytest.mark.parametrize(
    ("ours", "before", "after"),
    [
        ("It cost 4 million.", "It cost 3 million.", "It cost 3 billion."),
        ("a y c", "a b c", "a x c"),
        ("a b y", "a b c", "a b x"),
    ],
)
def test_words_that_both_changed_or_that_stand_side_by_side_are_nobodys_to_join(
    ours: str, before: str, after: str
) -> None:
    assert merge(ours, before, after) is None


def test_quotation_marks_and_spaces_that_word_sets_otherwise_stay_as_the_outline_has_them() -> None:
    bound = '"It\'s £3\N{NO-BREAK SPACE}million", he said.'
    assert merge("“It’s £3 million”, he said.", bound, bound.replace("he", "she")) == "“It’s £3 million”, she said."
    assert merge("We act.", "We act.", "We act on clause\N{NO-BREAK SPACE}4.") == "We act on clause 4."


@pytest.mark.parametrize(
    ("ours", "before", "after", "merged"),
    [
        ("- one two\n- three", "one two", "one\n\ntwo", "- one\n- two\n- three"),
        ("- one\n- two\n- three", "two", "", "- one\n- three"),
        ("Such:\n- one\n- two", "one", "", "Such:\n- two"),
        ("Such:\n- one\n  - two three", "two three", "two\n\nthree", "Such:\n- one\n  - two\n  - three"),
        ("- one\n\nplain words", "plain words", "plain\n\nwords", "- one\n\nplain\n\nwords"),
    ],
)
def test_a_list_stays_a_list(ours: str, before: str, after: str, merged: str) -> None:
    assert merge(ours, before, after) == merged


def _text(chance: random.Random) -> str:
    words = "the bus train ferry runs late “never” £3 2019 and so it’s gone—quite".split()
    paragraphs = [" ".join(chance.choices(words, k=chance.randint(1, 12))) for _ in range(chance.randint(1, 4))]
    return "\n\n".join(paragraphs)


def test_laws_of_any_merge(chance: random.Random) -> None:
    for _ in range(500):
        one, other = _text(chance), _text(chance)
        assert merge(one, one, other) == other, "who changed nothing gets what the other made of it"
        assert merge(one, other, other) == one, "where nothing was done nothing changes"
        if likeness(other, one) < 1:
            assert merge(one, other, one) == one, "the same done twice is done once"


def test_changes_far_apart_can_be_made_in_either_order(chance: random.Random) -> None:
    for _ in range(300):
        words = [f"w{number}" for number in range(chance.randint(8, 30))]
        first, second = sorted(chance.sample(range(0, len(words), 2), 2))
        ours, theirs, both = list(words), list(words), list(words)
        ours[first] = both[first] = "ours"
        theirs[second] = both[second] = "theirs"
        before = " ".join(words)
        assert merge(" ".join(ours), before, " ".join(theirs)) == " ".join(both)
        assert merge(" ".join(theirs), before, " ".join(ours)) == " ".join(both)
