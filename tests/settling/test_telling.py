"""The note to the Member: what was taken, what was not and why, what is to be done, what is still open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing.document.plain import plain_text
from briefing.errors import WrongUse
from briefing.settling.decisions import Decision, State
from briefing.settling.handing_back import hand_back
from briefing.settling.settlement import Settlement
from briefing.settling.telling import note_of
from briefing.word.pages import is_longer
from briefing.word.template.opening import open_template
from tests.settling.ground import FERRY, TRAIN, outline, settling
from tests.word.returned.ground import BY, gone, ins, own, p, t

DAY = date(2025, 3, 5)
BUS = "The bus never runs."


def _decided(settlement: Settlement, *states: State, why: str = "") -> Settlement:
    """The same with the first changes decided on, each so."""
    decisions = {
        change.id: Decision(change.id, state, number, why=why if state is State.REJECTED else "")
        for number, (change, state) in enumerate(zip(settlement.listed, states, strict=False), 1)
    }
    return replace(settlement, decisions=decisions)


def _three() -> Settlement:
    body = (
        own(0, t("The bus "), gone("never"), ins(t("always")), t(" runs."))
        + own(1, t(TRAIN), ins(t(" Again.")))
        + own(2, t("The ferry is "), gone("all "), t("gone."))
    )
    return settling(outline(BUS, TRAIN, FERRY), body, left=(BUS, TRAIN, "The ferry is all gone."))


def _read(settlement: Settlement) -> str:
    return plain_text(note_of(settlement, DAY, lambda _: True))


def test_what_was_not_taken_comes_first_with_its_reason() -> None:
    note = _read(_decided(_three(), State.ACCEPTED, State.REJECTED, State.TASK, why="it ran once"))
    assert "3 changes and remarks: 1 not taken, 1 to be done, 1 taken." in note
    told = note[note.index("Not taken") :]
    assert [told.index(name) for name in ("Not taken", "To be done", "Taken")] == sorted(
        told.index(name) for name in ("Not taken", "To be done", "Taken")
    )
    assert "put in “Again.”. It ran once." in told
    assert "“always” instead of “never”" in told
    assert "taken out “all”" in told


def test_what_nobody_decided_on_is_said_to_be_open() -> None:
    note = _read(_decided(_three(), State.ACCEPTED))
    assert "2 not decided yet, 1 taken." in note


def test_no_reason_is_said_to_be_none() -> None:
    assert "No reason was noted." in _read(_decided(_three(), State.REJECTED))


def test_nothing_changed() -> None:
    same = own(0, t(BUS)) + own(1, t(TRAIN)) + own(2, t(FERRY))
    assert "Nothing was changed." in _read(settling(outline(BUS, TRAIN, FERRY), same))


def test_no_id_of_ours_is_in_it() -> None:
    settlement = _three()
    note = _read(settlement)
    assert not any(change.id in note for change in settlement.listed)
    assert "b0" not in note


def test_of_two_readers_it_says_whose() -> None:
    theirs = ins(t(" Ever."), BY.replace("A. Member", "B. Adviser"))
    rest = own(1, t(TRAIN)) + own(2, t(FERRY))
    both = settling(outline(BUS, TRAIN, FERRY), own(0, t(BUS), ins(t(" Never."))) + rest, own(0, t(BUS), theirs) + rest)
    note = _read(both)
    assert "put in “Never.” (A. Member)" in note
    assert "put in “Ever.” (B. Adviser)" in note


def test_where_a_page_does_not_hold_all_what_was_taken_is_counted_and_no_reason_is_left_out() -> None:
    texts = [
        f"The bus of line {number} never runs on a Sunday, or on any other day of the week." for number in range(50)
    ]
    body = "".join(own(number, t(text[:-1]), ins(t(f" {number}")), t(".")) for number, text in enumerate(texts[:10]))
    # A bookmark of these tests has one figure for a number: ten of the paragraphs are ours, and the rest are new.
    body += "".join(p(ins(t(text))) for text in texts[10:])
    settlement = settling(outline(*texts[:10]), body, left=tuple(texts[:10]))
    states = [State.REJECTED] * 5 + [State.ACCEPTED] * (len(settlement.listed) - 5)
    decided = _decided(settlement, *states, why="that line has another number")

    def fits(document: object) -> bool:
        return not is_longer(document, open_template(document).word, 1)  # type: ignore[arg-type]

    note = note_of(decided, DAY, fits)
    assert fits(note)
    words = plain_text(note)
    assert words.count("That line has another number.") == 5
    assert " more, all taken" in words


@pytest.mark.parametrize("ending", [".docx", ".txt", ".md"])
def test_the_same_note_is_written_once_and_another_beside_it(tmp_path: Path, ending: str) -> None:
    asked = tmp_path / f"note{ending}"
    settlement = _decided(_three(), State.ACCEPTED)
    assert hand_back(settlement, DAY, asked) == hand_back(settlement, DAY, asked) == asked
    further = hand_back(_decided(_three(), State.REJECTED), DAY, asked)
    assert further.name == f"note-2{ending}", "what may have been marked is never written over"


def test_another_form_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="Word file, plain text or Markdown"):
        hand_back(_three(), DAY, tmp_path / "note.pdf")
    with pytest.raises(WrongUse, match="folder"):
        hand_back(_three(), DAY, tmp_path / "nowhere" / "note.docx")
