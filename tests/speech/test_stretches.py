"""How fast speakers were in a day of Hansard, by its time stamps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from briefing.speech.hansard import read_day
from briefing.speech.said.counting import count_said
from briefing.speech.spoken import count_words
from briefing.speech.stretches import Stretch, find_stretches
from tests.speech import independent

Count = Callable[[str], float]


def speech(speaker: str, time: str, words: int) -> str:
    about = f'id="uk.org/debate/2020-12-16b.1.0" speakername="{speaker}" time="{time}"'
    return f"<speech {about}><p>{'word ' * words}</p></speech>"


def heading(time: str) -> str:
    return f'<minor-heading nospeaker="true" time="{time}">A heading of four words</minor-heading>'


def found(*elements: str) -> list[Stretch]:
    content = f"<publicwhip>{''.join(elements)}</publicwhip>".encode()
    return list(find_stretches(read_day(content, "day.xml"), count_words))


def told(*elements: str) -> list[tuple[str, float, float]]:
    return [(one.speaker, one.measured.words, one.measured.minutes) for one in found(*elements)]


def test_a_stretch_lies_between_two_time_stamps() -> None:
    (one,) = found(speech("Rowan Hale", "13:42:00", 1_500), speech("Rowan Hale", "13:52:00", 1_500))
    assert (one.speaker, one.on, one.begins) == ("Rowan Hale", date(2020, 12, 16), (13 * 60 + 42) * 60)
    assert (one.measured.words, one.measured.minutes) == (1_500, 10)


def test_a_time_that_is_repeated_or_left_out_is_no_new_stamp() -> None:
    said = (speech("Rowan Hale", "13:42:00", 700), speech("Rowan Hale", "13:42:00", 700), speech("Rowan Hale", "", 100))
    assert told(*said, heading("13:52:00")) == [("Rowan Hale", 1_500, 10)]


def test_what_was_said_before_the_first_stamp_counts_for_nothing() -> None:
    assert told(speech("Rowan Hale", "", 1_500), heading("13:52:00"), heading("14:02:00")) == []


def test_the_hours_of_an_afternoon_may_have_three_digits() -> None:
    assert told(speech("Rowan Hale", "013:42:00", 1_500), heading("013:52:00")) == [("Rowan Hale", 1_500, 10)]


def test_a_stretch_may_go_past_midnight() -> None:
    assert told(speech("Rowan Hale", "23:55:00", 1_500), heading("00:05:00")) == [("Rowan Hale", 1_500, 10)]


@pytest.mark.parametrize("time", ["soon", "24:00:00", "13:60:00", "-1:00:00", "١٣:52:00"])
def test_a_time_that_is_none_is_passed_over(time: str) -> None:
    said = (speech("Rowan Hale", "13:42:00", 1_000), speech("Rowan Hale", time, 500), heading("13:52:00"))
    assert told(*said) == [("Rowan Hale", 1_500, 10)]


@pytest.mark.parametrize(("ends", "words"), [("13:45:00", 450), ("14:43:00", 9_150)])
def test_it_takes_four_minutes_at_least_and_an_hour_at_most(ends: str, words: int) -> None:
    assert told(speech("Rowan Hale", "13:42:00", words), heading(ends)) == []


@pytest.mark.parametrize(("words", "counts"), [(599, False), (600, True), (2_600, True), (2_601, False)])
def test_what_nobody_says_in_that_time_is_a_sitting_suspended(words: int, *, counts: bool) -> None:
    assert bool(told(speech("Rowan Hale", "13:42:00", words), heading("13:52:00"))) is counts


@pytest.mark.parametrize(("others", "counts"), [(150, True), (151, False)])
def test_nine_tenths_of_the_words_are_one_speakers(others: int, *, counts: bool) -> None:
    said = (speech("Rowan Hale", "13:42:00", 1_350), speech("Alex Dale", "13:42:00", others))
    assert told(*said, heading("13:52:00")) == ([("Rowan Hale", 1_500, 10)] if counts else [])


def test_a_stretch_in_which_the_house_divided_does_not_count() -> None:
    division = (
        '<division id="d" nospeaker="true" time=""><mplist vote="aye"><mpname vote="aye">A</mpname></mplist></division>'
    )
    assert told(speech("Rowan Hale", "13:42:00", 1_500), division, heading("13:52:00")) == []
    after = (speech("Rowan Hale", "13:52:00", 1_500), heading("14:02:00"))
    assert len(told(speech("Rowan Hale", "13:42:00", 1_500), division, *after)) == 1


def test_a_day_without_stamps_tells_nothing() -> None:
    assert told(speech("Rowan Hale", "", 1_500)) == []
    assert told() == []


@pytest.mark.parametrize(("ours", "theirs"), [(count_words, independent.printed), (count_said, independent.said)])
def test_the_pooled_pace_of_real_days_is_that_of_a_count_made_independently(
    fixtures_folder: Path, ours: Count, theirs: Count
) -> None:
    files = sorted((fixtures_folder / "hansard").glob("*.xml"))
    found = [one for file in files for one in find_stretches(read_day(file.read_bytes(), file.name), ours)]
    counted = [one for file in files for one in independent.stretches(file, theirs)]
    assert len(found) > 20
    pace = sum(one.measured.words for one in found) / sum(one.measured.minutes for one in found)
    other = sum(words for _, words, _ in counted) / sum(minutes for *_, minutes in counted)
    assert pace == pytest.approx(other, rel=0.01)
    assert 145 < pace < 165


def test_the_stretches_of_real_days_are_those_found_independently(fixtures_folder: Path) -> None:
    for file in sorted((fixtures_folder / "hansard").glob("*.xml")):
        found = find_stretches(read_day(file.read_bytes(), file.name), count_words)
        ours = [(one.speaker, one.measured.minutes) for one in found]
        assert ours == [(speaker, minutes) for speaker, _, minutes in independent.stretches(file, independent.printed)]
        assert ours
