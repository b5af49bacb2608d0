"""The words of a block as they are read aloud from the screen."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing.speech.script import Part, Script
from briefing.tui.pages.prompt import Leaf, Prompt, leaf_of, page_starts, prompt_of, word_ends
from briefing.tui.widgets.literal import Line, Look, width_of

SENTENCES = "The ferry sailed on two days in three. The wall lost nine metres. Nobody said so. We do."
TEXTS = st.text(st.sampled_from("ab. \n\t\u202e漢[]é!?"), max_size=400)


def shown(leaf: Leaf) -> list[str]:
    return ["".join(run.text for run in line).strip() for line in leaf.lines]


def looks(lines: tuple[Line, ...]) -> dict[str, Look]:
    return {run.text: run.look for line in lines for run in line if run.text.strip()}


def pages(prompt: Prompt, width: int, height: int) -> list[list[str]]:
    starts = leaf_of(prompt, 0, width, height).starts
    return [[line for line in shown(leaf_of(prompt, start, width, height)) if line] for start in starts]


class DescribeALeaf:
    def it_has_heading_words_and_what_comes_next_wide_apart(self) -> None:
        leaf = leaf_of(Prompt("The ferry sailed on two days.", "The harbour", 2, "The wall", 20), 0, 80, 20)
        assert shown(leaf)[:8] == [
            "",
            "[The harbour]",
            "",
            "The ferry sailed on",
            "",
            "two days.",
            "",
            "[pause, 2 seconds]",
        ]
        assert shown(leaf)[-2:] == ["… The wall", ""]
        assert len(leaf.lines) == 20

    def it_stands_in_the_middle(self) -> None:
        leaf = leaf_of(Prompt("The ferry", measure=20), 0, 80, 20)
        assert leaf.lines[3][0].text == " " * 30

    def its_lines_stand_closer_where_there_is_little_room(self) -> None:
        assert shown(leaf_of(Prompt("The ferry sailed on two days.", measure=20), 0, 80, 6)) == [
            "",
            "The ferry sailed on",
            "two days.",
            "",
            "",
            "… the end",
        ]

    def it_ends_with_a_sentence_where_one_fits(self) -> None:
        assert pages(Prompt(SENTENCES, measure=20), 80, 9) == [
            ["The ferry sailed on", "two days in three.", "The wall lost nine", "metres.", "… Nobody said so. W…"],
            ["Nobody said so. We", "do.", "… the end"],
        ]

    def its_pause_comes_with_the_last_words(self) -> None:
        first, *_, last = pages(Prompt(SENTENCES, pause=1, measure=20), 80, 9)
        assert "[pause, 1 second]" not in first
        assert "[pause, 1 second]" in last

    def it_is_the_one_that_holds_a_place(self) -> None:
        starts = leaf_of(Prompt(SENTENCES, measure=20), 0, 80, 6).starts
        assert len(starts) > 1
        assert [leaf_of(Prompt(SENTENCES, measure=20), start, 80, 6).at for start in starts] == list(range(len(starts)))
        assert leaf_of(Prompt(SENTENCES, measure=20), len(SENTENCES), 80, 6).at == len(starts) - 1

    def it_shows_how_far_one_came(self) -> None:
        mark = len("The ferry sailed")
        leaf = leaf_of(Prompt("The ferry sailed on two days.", mark=mark), 0, 80, 20)
        told = looks(leaf.lines)
        assert (told["ferry"], told["sailed"], told["two"]) == (Look.STRONG, Look.CURSOR, Look.SOFT)
        assert {run.target for line in leaf.lines for run in line if run.text == "sailed"} == {str(mark)}


def test_a_prompt_is_a_part_of_a_speech_with_what_follows() -> None:
    script = Script((Part("a", "The harbour", "One two.", 2, 1.0, 3), Part("b", "", "Three.", 1, 1.0)))
    assert prompt_of(script, 0, 30) == Prompt("One two.", "The harbour", 3, "Three.", 30)
    assert prompt_of(script, 1, 30) == Prompt("Three.", "", 0, "the end", 30)


def test_words_end_where_white_space_begins() -> None:
    assert word_ends("The  ferry\nsailed. ") == (0, 3, 10, 18)
    assert word_ends("") == (0,)


@given(TEXTS, st.integers(8, 60), st.integers(1, 9))
def test_pages_are_the_whole_text_in_order(text: str, width: int, most: int) -> None:
    starts = page_starts(text, width, most)
    assert starts[0] == 0
    assert all(before < after for before, after in pairwise(starts))
    assert starts[-1] < max(1, len(text))


@given(TEXTS, st.integers(4, 120), st.integers(1, 40), st.none() | st.integers(0, 400))
def test_a_leaf_fits_whatever_the_words_are(text: str, width: int, height: int, mark: int | None) -> None:
    leaf = leaf_of(Prompt(text, text[:30], 2, text[::-1], 45, mark), mark or 0, width, height)
    assert len(leaf.lines) == height
    assert all(width_of(line) <= max(width, 20) for line in leaf.lines)
    assert not any(control in run.text for line in leaf.lines for run in line for control in "\u202e\n\t")


@given(st.lists(st.sampled_from(["ferry", "wall.", "Nobody", "a"]), min_size=1, max_size=120), st.integers(3, 30))
def test_no_word_is_lost_between_two_pages(words: list[str], height: int) -> None:
    prompt = Prompt(" ".join(words), measure=30)
    body = " ".join(line for page in pages(prompt, 80, height) for line in page if not line.startswith("… "))
    assert body.split() == words
