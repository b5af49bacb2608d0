"""A speech added to what is known of a Member's pace: one line of library.toml changes, and nothing else does."""

from __future__ import annotations

from math import inf, nan
from pathlib import Path

import pytest

from briefing.errors import BadInput, NotFound
from briefing.library.opened import OpenLibrary
from briefing.library.pacing import AddedSpeech, add_speech
from briefing.library.reading import read_library
from briefing.model.office import Member
from briefing.model.pace import Measured
from tests.library.ground import card, write

PACED = """# The office.
[office]
name = "Ours"

[[member]]
id = "vale"
name = "Rowan Hale MP"   # as the House has it
pace = { words = 1500, minutes = 10 }   # at the fair
interests = [{ name = "A farm" }]

# The other one.
[[member]]
id = "dale"
name = "Alex Dale"
[member.office]
room = 4
"""


@pytest.fixture
def desk(tmp_path: Path) -> OpenLibrary:
    return OpenLibrary(write(tmp_path / "notes", {"library.toml": PACED, "note.toml": card("one")}))


def text(desk: OpenLibrary) -> str:
    return (desk.folder / "library.toml").read_text(encoding="utf-8")


def member(desk: OpenLibrary, member_id: str) -> Member:
    found = desk.library.office.member(member_id)
    assert found
    return found


def save(desk: OpenLibrary, member_id: str, words: float, minutes: float) -> AddedSpeech:
    added = add_speech(desk.folder, member_id, words, minutes)
    assert desk.apply(added.step).saved
    return added


def test_it_is_added_to_what_was_measured_and_every_other_byte_stays(desk: OpenLibrary) -> None:
    added = save(desk, "vale", 640.4, 4)
    assert text(desk) == PACED.replace("words = 1500, minutes = 10", "words = 2140, minutes = 14")
    assert added.line == "pace = { words = 2140, minutes = 14 }"
    assert (added.before, added.after) == (Measured(1500, 10), Measured(2140, 14))
    assert (member(desk, "vale").words, member(desk, "vale").minutes) == (2140, 14)
    assert member(desk, "vale").pace == pytest.approx((1500 + 2140) / 24)


def test_the_first_one_is_written_below_what_is_known(desk: OpenLibrary) -> None:
    save(desk, "dale", 700, 4.5)
    assert text(desk) == PACED.replace(
        'name = "Alex Dale"\n', 'name = "Alex Dale"\npace = { words = 700, minutes = 4.5 }\n'
    )


def test_it_says_what_was_before_and_is_now(desk: OpenLibrary) -> None:
    assert add_speech(desk.folder, "vale", 640, 4).told == (
        "Rowan Hale MP: 640 words in 4:00, 160 a minute, added. "
        "Before: 150 words a minute (135 to 165). Now: 152 words a minute (140 to 165)."
    )


def test_it_is_undone_like_any_other_step(desk: OpenLibrary) -> None:
    save(desk, "vale", 640, 4)
    undone = desk.undo()
    assert undone
    assert undone.step.label == "Added a speech to the pace of Rowan Hale MP"
    assert text(desk) == PACED


def test_one_added_by_somebody_else_since_the_library_was_opened_counts_too(desk: OpenLibrary) -> None:
    save(OpenLibrary(desk.folder), "vale", 640, 4)
    save(desk, "vale", 640, 4)
    assert (member(desk, "vale").words, member(desk, "vale").minutes) == (2780, 18)


def test_one_added_by_somebody_else_before_it_is_saved_is_a_conflict_with_both_values(desk: OpenLibrary) -> None:
    ours = add_speech(desk.folder, "vale", 640, 4)
    save(OpenLibrary(desk.folder), "vale", 300, 2)
    outcome = desk.apply(ours.step)
    (conflict,) = outcome.conflicts
    assert (conflict.ours, conflict.theirs) == ({"words": 2140, "minutes": 14}, {"words": 1800, "minutes": 12})
    assert "words = 1800" in text(desk)


def test_what_else_somebody_keeps_there_stays(desk: OpenLibrary) -> None:
    path = desk.folder / "library.toml"
    path.write_text(PACED.replace("minutes = 10 }", 'minutes = 10, since = "May" }'), encoding="utf-8")
    save(desk, "vale", 640, 4)
    assert 'pace = { words = 2140, minutes = 14, since = "May" }   # at the fair' in text(desk)


@pytest.mark.parametrize(
    ("words", "minutes"), [(59, 1), (261, 1), (0, 4), (700, 0), (-700, -4), (nan, 4), (700, inf), (inf, inf)]
)
def test_what_nobody_can_have_said_is_refused(desk: OpenLibrary, words: float, minutes: float) -> None:
    with pytest.raises(BadInput, match="nothing was added"):
        add_speech(desk.folder, "vale", words, minutes)


@pytest.mark.parametrize(
    "pace", ["150", "{ words = 1500 }", "{ words = true, minutes = 1 }", "{ words = inf, minutes = inf }"]
)
def test_a_pace_that_cannot_be_read_is_not_written_over(desk: OpenLibrary, pace: str) -> None:
    path = desk.folder / "library.toml"
    path.write_text(PACED.replace("{ words = 1500, minutes = 10 }", pace), encoding="utf-8")
    with pytest.raises(BadInput, match="Rowan Hale MP cannot be read") as caught:
        add_speech(desk.folder, "vale", 640, 4)
    assert str(caught.value.where) == "library.toml:8"
    assert read_library(desk.folder).office.pace("vale") == 150


def test_a_member_who_is_not_there_is_met_with_those_who_come_near(desk: OpenLibrary) -> None:
    with pytest.raises(NotFound, match=r"no Member 'vail'\. Is it vale"):
        add_speech(desk.folder, "vail", 640, 4)
    with pytest.raises(NotFound):
        add_speech(desk.folder, "", 640, 4)


def test_without_a_file_of_the_office_there_is_nobody(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"library\.toml"):
        add_speech(write(tmp_path, {"note.toml": card("one")}), "vale", 640, 4)
