"""What came back is settled from the command line, and can be taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.ground import Give
from tests.cli.test_return import BY, CLAIM, exported, replaced, sent_back

__all__ = ["exported"]


@pytest.fixture
def came(exported: Path) -> Path:
    """The debate as it came back: one word was replaced, with tracking on."""
    return sent_back(exported, replaced("have a breakfast", "run a breakfast"))


@pytest.fixture
def only(give: Give, came: Path) -> str:
    """The id of the one change."""
    return _ids(give, came)[0]


def _ids(give: Give, *files: Path) -> list[str]:
    return [str(change["id"]) for change in _told(give, *files)]


def _told(give: Give, *files: Path) -> list[dict[str, object]]:
    told: list[dict[str, object]] = json.loads(give("return", *map(str, files), "--json").out)["changes"]
    return told


def _outline(here: Path) -> str:
    return (here / "notes" / "outlines" / "debate.toml").read_text(encoding="utf-8")


def test_accepted_it_is_in_the_outline_and_the_card_stays(give: Give, here: Path, came: Path, only: str) -> None:
    answer = give("return", str(came), "--accept", only, "--decided-by", "R. Esearcher")
    assert (answer.code, answer.out) == (0, "1 accepted.\n"), answer.err
    assert CLAIM.replace("have", "run") in _outline(here)
    assert CLAIM in give("show", "half").out
    assert "accepted by R. Esearcher on " in give("return", str(came)).out


def test_accepted_twice_changes_nothing_more(give: Give, here: Path, came: Path, only: str) -> None:
    give("return", str(came), "--accept", only)
    after = _outline(here)
    answer = give("return", str(came), "--accept", only)
    assert (answer.code, _outline(here)) == (1, after)
    assert "It is accepted already" in answer.err


def test_a_decision_that_was_not_kept_is_made_again_and_finds_its_words(
    give: Give, here: Path, came: Path, only: str
) -> None:
    give("return", str(came), "--accept", only)
    after = _outline(here)
    (kept,) = (here / "exports").glob("*.decisions.toml")
    kept.unlink()
    assert give("return", str(came), "--accept", only).code == 0
    assert _outline(here) == after


def test_taken_back_the_outline_is_as_it_was(give: Give, here: Path, came: Path, only: str) -> None:
    before = _outline(here)
    give("return", str(came), "--accept", only)
    answer = give("return", str(came), "--undo")
    assert (answer.code, _outline(here)) == (0, before), answer.err
    assert [change["state"] for change in _told(give, came)] == ["open"]
    assert give("return", str(came), "--undo").code == 1


def test_it_is_not_taken_back_over_a_later_change(give: Give, here: Path, came: Path, only: str) -> None:
    give("return", str(came), "--accept", only)
    give("block", "debate", "text=One more.")
    after = _outline(here)
    answer = give("return", str(came), "--undo")
    assert (answer.code, _outline(here)) == (1, after)
    assert "The outline was changed after that" in answer.err


def test_rejected_with_a_reason(give: Give, here: Path, came: Path, only: str) -> None:
    before = _outline(here)
    answer = give("return", str(came), "--reject", only, "--why", "It is the report's word")
    assert (answer.code, _outline(here)) == (0, before), answer.err
    (change,) = _told(give, came)
    assert (change["state"], change["why"]) == ("rejected", "It is the report's word")


def test_made_a_task(give: Give, here: Path, came: Path, only: str) -> None:
    answer = give("return", str(came), "--task", only)
    assert answer.code == 0, answer.err
    assert "“have a breakfast” → “run a breakfast”" in _outline(here)
    assert CLAIM.replace("have", "run") not in _outline(here)


def test_a_correction_goes_to_the_card_and_the_block_shows_it(give: Give, here: Path, came: Path, only: str) -> None:
    before = _outline(here)
    answer = give("return", str(came), "--correct", only)
    assert (answer.code, answer.out) == (0, "1 accepted.\n"), answer.err
    assert CLAIM.replace("have", "run") in give("show", "half").out
    assert _outline(here) == before
    assert "debate" in answer.err, "it says where else the card is used"
    assert give("return", str(came), "--undo").code == 0
    assert CLAIM in give("show", "half").out


def test_words_beside_the_claim_are_no_correction_of_it(give: Give, exported: Path) -> None:
    body = sent_back(exported, replaced("Breakfast", "Early breakfast"))
    (name,) = _ids(give, body)
    answer = give("return", str(body), "--correct", name)
    assert answer.code == 1
    assert "stays open" in answer.err


def test_all_leaves_what_wants_a_decision_of_its_own(give: Give, here: Path, exported: Path) -> None:
    came = sent_back(exported, lambda body: body.replace("Half the schools", "Two in three schools"))
    before = _outline(here)
    answer = give("return", str(came), "--accept", "all")
    assert (answer.code, _outline(here)) == (0, before)
    assert "1 still open." in answer.out
    assert "needs a decision of its own" in answer.out
    assert give("return", str(came), "--accept", _ids(give, came)[0]).code == 0
    assert "Two in three schools" in _outline(here)


@pytest.mark.parametrize(
    ("asked", "state"),
    [(("--by", "A. Reader"), "open"), (("--kind", "deletion"), "open"), (("--kind", "replacement"), "accepted")],
)
def test_all_of_an_author_or_a_kind(give: Give, came: Path, asked: tuple[str, ...], state: str) -> None:
    give("return", str(came), "--accept", "all", *asked)
    assert [change["state"] for change in _told(give, came)] == [state]


def test_a_note_of_what_was_decided(give: Give, here: Path, came: Path, only: str) -> None:
    answer = give("return", str(came), "--reject", only, "--why", "It is the report's word", "--report", "note.txt")
    assert answer.code == 0, answer.err
    assert "The note of what was decided: note.txt" in answer.err
    note = (here / "note.txt").read_text(encoding="utf-8")
    assert "“run a breakfast” instead of “have a breakfast”. It is the report's word." in note


def test_both_readers_of_one_export(give: Give, exported: Path, came: Path) -> None:
    other = sent_back(
        exported,
        lambda body: replaced("breakfast club", "breakfast room")(body).replace(BY, BY.replace("Ada", "Bea")),
        "debate BM.docx",
    )
    told = _told(give, came, other)
    assert [change["files"] for change in told] == [[came.name], [other.name]]
    answer = give("return", str(came), str(other), "--accept", *_ids(give, came))
    assert answer.code == 0, answer.err
    assert "1 accepted, 1 still open." in answer.out or "1 still open, 1 accepted." in answer.out


def test_of_two_readers_who_changed_the_same_words_one_stays_open(give: Give, exported: Path, came: Path) -> None:
    other = sent_back(exported, replaced("have a breakfast", "offer a breakfast"), "debate BM.docx")
    first, second = _ids(give, came, other)
    answer = give("return", str(came), str(other), "--accept", first, second)
    assert answer.code == 1
    assert f"{second} stays open." in answer.err
    assert "now says" in answer.err
    assert give("return", str(came), str(other), "--accept", second, "--theirs").code == 0


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("--accept", "nothere0"), "There is no change nothere0"),
        (("--accept", "all", "--kind", "spelling"), "There is no kind of change called spelling"),
        (("--accept", "all", "--by", "Nobody"), "No change is by Nobody."),
        (("--undo", "--accept", "all"), "--undo takes back the last decisions"),
        (("--reject", "x", "--by", "A"), "--by and --kind choose among all changes"),
        (("--accept", "x", "--reject", "x"), "A change is named twice"),
    ],
)
def test_what_is_asked_wrongly_is_one_sentence(give: Give, came: Path, typed: tuple[str, ...], told: str) -> None:
    answer = give("return", str(came), *typed)
    assert answer.code == 2
    assert told in answer.err


def test_damaged_decisions_are_told_of_and_kept(give: Give, here: Path, came: Path, only: str) -> None:
    give("return", str(came), "--accept", only)
    (kept,) = (here / "exports").glob("*.decisions.toml")
    kept.write_text("[[decision]]\nstate = 3\n", encoding="utf-8")
    answer = give("return", str(came))
    assert answer.code == 65
    assert "What was decided before cannot be read here" in answer.err
    assert kept.read_text(encoding="utf-8") == "[[decision]]\nstate = 3\n"


def test_decisions_are_no_export(give: Give, here: Path, came: Path, only: str) -> None:
    before = give("trace", "half").out
    give("return", str(came), "--accept", only)
    assert give("trace", "half").err == ""
    assert len(give("trace", "half").out.splitlines()) == len(before.splitlines())


def test_what_it_would_break_is_told_before_it_is_accepted(give: Give, exported: Path) -> None:
    came = sent_back(exported, replaced("have a breakfast", "have, “as he said”, a breakfast"))
    (change,) = _told(give, came)
    assert any("“as he said”" in str(finding) or "as he said" in str(finding) for finding in change["findings"])  # type: ignore[attr-defined]
