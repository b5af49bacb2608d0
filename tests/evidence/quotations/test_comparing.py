"""A quotation is exact or it is not: what a printer changes does not count, and nothing else is let through."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.evidence.quotations.comparing import Result, compare_words
from briefing.evidence.quotations.differing import word_by_word
from briefing.evidence.quotations.evening import even
from briefing.evidence.quotations.kept import KeptText, prepare
from briefing.rules.hansard import read_contributions
from tests.evidence.quotations.source_text import invented, stretch

TEXT = prepare(
    "First of all, the agencies co-\noperate.\fThey have readily admitted that 1,547 victims\nhad been let down by "
    "them – and have “attempted” both to dis-\ncover why.\f It was not true that 15 per cent, or £5 million, or −5 "
    "points, was a non-violent office\u2019s share. [Laughter.] We resign; we shall re-sign it. We can't say "
    "so; we are not\u00ad able to say. At 5:30 they went for 1/2 a million, 10–12 per cent of it, to the cafe\u0301."
)
MANY = 2_000


def found(quote: str, at: str = "", text: KeptText | None = TEXT) -> str:
    return compare_words(quote, at, text).result


class DescribeWhatDoesNotCount:
    @pytest.mark.parametrize(
        "quote",
        [
            "They have readily admitted that 1,547 victims had been let down",
            "They  have\u00a0readily\nadmitted",
            "“They have readily admitted”",
            "by them\u2014and have 'attempted' both",
            "by them - and have \u2018attempted\u2019 both",
            "vic\u00adtims had been",
            "of\ufb01ce's share",
            "the agencies co-operate",
            "the agencies cooperate",
            "discover why",
            "or £5 million, or -5 points",
            "[Laughter.] We resign",
        ],
    )
    def it_is_exact_all_the_same(self, quote: str) -> None:
        assert found(quote) == Result.EXACT


class DescribeWhatCounts:
    @pytest.mark.parametrize(
        "quote",
        [
            "They have not readily admitted",
            "They have readily admitted that 1,574 victims",
            "was true that",
            "5 per cent",
            "547 victims",
            "1 victims",
            "5 million",
            "5 points",
            "violent office",
            "admitted That",
            "have readily admitted, that",
            "We re-sign",
            "We can",
            "t say so",
            "notable to say",
            "30 they went",
            "2 a million",
            "12 per cent of it",
            "the cafe",
            "the office",
            "shall resign",
            "agencies co operate",
            "uncover why",
            "1,547 victims had been let dow",
            "",
        ],
    )
    def it_differs(self, quote: str) -> None:
        assert found(quote) == Result.DIFFERS

    def its_nearest_words_are_shown_word_by_word(self) -> None:
        said = "They have not readily admitted that 1,547 victims"
        compared = compare_words(said, "", TEXT)
        assert [(one.said, one.found) for one in word_by_word(said, compared.found) if not one.is_same] == [("not", "")]


class DescribeACut:
    @pytest.mark.parametrize(
        "quote",
        [
            "They have readily admitted … let down by them",
            "They have readily admitted ... let down by them",
            "They have readily admitted [...] let down by them",
            "[The agencies] have readily admitted",
            "… had been let down …",
        ],
    )
    def it_is_seen_and_allowed(self, quote: str) -> None:
        assert found(quote) == Result.EXACT

    def its_parts_stand_near_one_another(self) -> None:
        between = "and so it went on. " * 200
        assert found("It began … it ended", text=prepare(f"It began {between[:1_800]} it ended")) == Result.EXACT
        assert found("It began … it ended", text=prepare(f"It began {between} it ended")) == Result.DIFFERS

    @pytest.mark.parametrize(
        "quote",
        ["let down by them … They have readily", "They have … never admitted", "They [have] not readily admitted", "…"],
    )
    def its_parts_have_to_stand_there_in_their_order(self, quote: str) -> None:
        assert found(quote) == Result.DIFFERS


class DescribeWhereItStands:
    @pytest.mark.parametrize("at", ["page 2", "p. 2", "pp. 1-2", "para. 7", "", "pages 2 to 3"])
    def it_is_where_the_card_says(self, at: str) -> None:
        assert found("They have readily admitted", at) == Result.EXACT

    def it_was_moved_where_it_is_on_another_page(self) -> None:
        compared = compare_words("They have readily admitted", "page 3", TEXT)
        assert (compared.result, compared.page) == (Result.MOVED, 2)

    def it_is_shown_as_the_source_has_it(self) -> None:
        assert compare_words("the agencies cooperate", "", TEXT).found == "the agencies co-\noperate"

    def it_is_nowhere_without_a_text(self) -> None:
        assert found("They", text=None) == Result.NO_TEXT


def _leave_out(words: list[str], chance: random.Random) -> list[str]:
    at = chance.randrange(1, len(words) - 1)
    return [*words[:at], *words[at + 1 :]]


def _put_in_not(words: list[str], chance: random.Random) -> list[str]:
    at = chance.randrange(1, len(words))
    return [*words[:at], "not", *words[at:]]


def _other_digit(words: list[str], chance: random.Random) -> list[str]:
    places = [at for at, word in enumerate(words) if re.search(r"\d", word)]
    if not places:
        return _other_word(words, chance)
    at = chance.choice(places)
    other = re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), words[at], count=1)
    return [*words[:at], other, *words[at + 1 :]]


def _other_word(words: list[str], chance: random.Random) -> list[str]:
    at = chance.randrange(len(words))
    return [*words[:at], f"{words[at]}s", *words[at + 1 :]]


def _uncut(words: list[str], chance: random.Random) -> list[str]:
    """Words that follow one another, with no brackets and no ellipsis among them: these are cuts that are seen."""
    while True:
        said = stretch(words, chance)
        if not re.search(r"[\[\]\u2026]|\.\.", " ".join(said)):
            return said


def _dressed(quote: str, chance: random.Random) -> str:
    """The same words as another printer sets them."""
    dress: list[Callable[[str], str]] = [
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace(" ", "\n", 2),
        lambda text: text.replace("'", "\u2019"),
        lambda text: re.sub(r"(?<=\w)-(?=\w)", chance.choice("\u2010\u2011\u2013\u2014"), text),
        lambda text: text.replace("fi", "\ufb01").replace("ff", "\ufb00"),
        lambda text: re.sub(r"([a-z]{3})([a-z]{3})", "\\1\u00ad\\2", text),
        lambda text: re.sub(r"\b([a-z]{2,})([a-z]{3})\b", "\\1-\n\\2", text, count=1),
        lambda text: f"\u201c{text}\u201d",
    ]
    for change in chance.sample(dress, chance.randint(1, len(dress))):
        quote = change(quote)
    return quote


@pytest.fixture(scope="module", params=["invented", "2009-10-29a", "2016-05-12a", "2020-12-16b"])
def debate(request: pytest.FixtureRequest) -> tuple[KeptText, list[str]]:
    if request.param == "invented":
        text = invented(random.Random(20261123), 60_000)
    else:
        file: Path = request.getfixturevalue("fixtures_folder") / f"hansard/debates{request.param}.xml"
        said = read_contributions(file.read_bytes(), file.name)
        text = " ".join(" ".join(paragraph.split()) for each in said for paragraph in each.paragraphs)
    return prepare(text), text.replace("\f", "").split(" ")


def test_a_changed_word_digit_or_not_always_differs(debate: tuple[KeptText, list[str]], chance: random.Random) -> None:
    text, words = debate
    for _ in range(MANY):
        said = _uncut(words, chance)
        altered = chance.choice([_leave_out, _put_in_not, _other_digit, _other_word])(said, chance)
        if " ".join(altered) not in text.text.replace("\f", ""):
            assert found(" ".join(altered), text=text) == Result.DIFFERS, (said, altered)


def test_what_a_printer_changes_never_counts(debate: tuple[KeptText, list[str]], chance: random.Random) -> None:
    text, words = debate
    for _ in range(MANY):
        quote = _dressed(" ".join(_uncut(words, chance)), chance)
        assert found(quote, text=text) == Result.EXACT, quote


@example(" \u00ad ")
@given(st.text(alphabet="ab 1-\u2013\u00ad\n\u00a0\ufb01\u2019'\"\u201c.,\f", max_size=60))
def test_to_even_out_twice_is_to_even_out_once(text: str) -> None:
    assert even(even(text).text).text == even(text).text


@given(st.text(alphabet="ab 1-\u2013\u00ad\n\u00a0\ufb01\u2019.", min_size=1, max_size=60))
def test_every_character_came_from_where_it_says(text: str) -> None:
    evened = even(text)
    for index, character in enumerate(evened.text):
        assert character in even(text[evened.place(index)]).text or character == " "
        assert evened.place(index) < evened.end(index + 1) <= len(text)


@given(st.lists(st.sampled_from("the cat sat 1,000 non-stop it's £5 [sic] end.".split()), min_size=3), st.data())
def test_whatever_words_of_a_text_are_quoted_whole_are_exact(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    assert found(" ".join(words[start:end]), text=prepare(" ".join(words))) == Result.EXACT
