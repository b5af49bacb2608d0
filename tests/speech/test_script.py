"""A speech as it is said aloud."""

from __future__ import annotations

from briefing.model.card import Card
from briefing.model.ids import BlockId, CardId, NoteName, OutlineName
from briefing.model.library import WholeLibrary
from briefing.model.note import Note
from briefing.model.office import Member, Office
from briefing.model.outline import Block, Outline
from briefing.speech.script import Part, Script, script_of
from briefing.speech.timing import time_outline

OFFICE = Office(members=(Member("quick", "A. Quick", pace=300.0),))
CARDS = (
    Card(CardId("tide"), "statistic", "The tide rose by two metres"),
    Card(CardId("shut"), "story", "Jo Bloggs fell ill", handling="restricted"),
)
LIBRARY = WholeLibrary(OFFICE, (Note(NoteName("n"), cards=CARDS),))
SPEECH = (
    Block(BlockId("h"), heading="The harbour"),
    Block(BlockId("a"), text="word " * 25, pause=2),
    Block(BlockId("theirs"), attack=CardId("tide")),
    Block(BlockId("card"), card=CardId("tide")),
    Block(BlockId("h2"), heading="The wall"),
    Block(BlockId("shut"), card=CardId("shut")),
    Block(BlockId("b"), text="It grew by 45%."),
)


def script(*blocks: Block, slot: str = "", member: str = "", interventions: int = 0, as_read: bool = True) -> Script:
    outline = Outline(
        OutlineName("o"), "O", "speech", member=member, slot=slot, interventions=interventions, blocks=blocks
    )
    return script_of(outline, LIBRARY, as_read=as_read)


def test_only_what_is_said_is_in_it_each_part_under_its_heading() -> None:
    parts = script(*SPEECH).parts
    assert [(part.block, part.heading) for part in parts] == [
        ("a", "The harbour"),
        ("card", "The harbour"),
        ("b", "The wall"),
    ]


def test_a_part_has_its_words_their_number_and_the_seconds_it_is_planned_to_take() -> None:
    assert script(SPEECH[1]).parts == (Part("a", "", ("word " * 25).strip(), 25, 12.0, 2),)


def test_of_a_restricted_card_no_word_is_in_it() -> None:
    assert "Bloggs" not in repr(script(*SPEECH))


def test_signs_are_written_as_they_are_said_unless_an_office_wants_them_as_they_are() -> None:
    assert script(SPEECH[-1]).parts[0].words == "It grew by 45 per cent."
    assert script(SPEECH[-1], as_read=False).parts[0].words == "It grew by 45%."


def test_it_takes_as_long_as_the_outline_at_the_members_own_pace() -> None:
    outline = Outline(OutlineName("o"), "O", "speech", member="quick", blocks=SPEECH)
    whole = script_of(outline, LIBRARY)
    assert whole.seconds == time_outline(outline, LIBRARY).seconds
    assert whole.pace == 300
    assert script(*SPEECH, member="quick").seconds < script(*SPEECH).seconds


def test_without_a_slot_there_is_no_limit() -> None:
    whole = script(*SPEECH)
    assert (whole.slot, whole.plan, whole.room) == (None, None, None)


def test_the_time_there_is_has_what_the_clock_gives_back_less_what_is_heard() -> None:
    whole = script(*SPEECH, slot="5:00", interventions=1)
    assert (whole.slot, whole.given, whole.hearing) == (300, 60, 27)
    assert whole.room == 333
    assert whole.plan == 307


def test_nothing_is_said_in_an_outline_of_headings() -> None:
    assert script(SPEECH[0]).parts == ()
