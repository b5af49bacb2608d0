"""Undo and redo: byte for byte, two hundred steps, over restarts, and with other people in the same files."""

from __future__ import annotations

import random
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.library import history
from briefing.library.authoring import (
    change_entry,
    change_note,
    change_outline,
    drop_entry,
    drop_outline,
    new_card,
    new_note,
    new_outline,
    new_source,
)
from briefing.library.opened import OpenLibrary
from briefing.model.assembling import drop, insert, move, new_block_id, weigh
from briefing.model.history import Step
from briefing.model.ids import NoteName, OutlineName
from briefing.model.library import Library
from briefing.model.outline import Block, Outline
from tests.library.ground import EXAMPLE, OUTLINE, block, card, write

NOTE = "note.toml"


@pytest.fixture
def desk(tmp_path: Path) -> OpenLibrary:
    files = {NOTE: f"{card('one')}\n{card('two')}", "outlines/speech.toml": f"{OUTLINE}\n{block('b1')}\n{block('b2')}"}
    return OpenLibrary(write(tmp_path / "notes", files))


def contents(desk: OpenLibrary) -> dict[str, bytes]:
    return {str(path.relative_to(desk.folder)): path.read_bytes() for path in desk.folder.rglob("*.toml")}


def claim(desk: OpenLibrary, words: str) -> Step:
    return change_entry(desk.library, "one", {"claim": words})


def test_there_is_nothing_to_undo_or_redo_to_begin_with(desk: OpenLibrary) -> None:
    assert desk.undo() is None
    assert desk.redo() is None
    assert desk.undo("outlines/speech.toml") is None


def test_an_undone_step_is_told_by_its_name(desk: OpenLibrary) -> None:
    desk.apply(claim(desk, "Words"))
    undone = desk.undo()
    assert undone
    assert undone.step.label == "Changed card “Words”"


def test_two_hundred_steps_are_undone_and_done_again_over_restarts(tmp_path: Path) -> None:
    desk = OpenLibrary(write(tmp_path, {NOTE: card("one")}))
    states = [contents(desk)]
    for number in range(200):
        desk.apply(claim(desk, f"Claim {number}"))
        states.append(contents(desk))
    for number in range(199, -1, -1):
        if number % 50 == 0:
            desk = OpenLibrary(tmp_path)
        outcome = desk.undo()
        assert outcome
        assert outcome.saved
        assert contents(desk) == states[number]
    assert desk.undo() is None
    for number in range(1, 201):
        if number % 50 == 0:
            desk = OpenLibrary(tmp_path)
        outcome = desk.redo()
        assert outcome
        assert outcome.saved
        assert contents(desk) == states[number]
    assert desk.redo() is None


def test_a_new_step_takes_the_place_of_what_was_undone(desk: OpenLibrary) -> None:
    desk.apply(claim(desk, "First"))
    desk.undo()
    desk.apply(claim(desk, "Second"))
    assert desk.redo() is None
    assert OpenLibrary(desk.folder).redo() is None


def test_an_outline_and_the_notes_are_undone_apart(desk: OpenLibrary) -> None:
    before = contents(desk)
    desk.apply(claim(desk, "Words"))
    outline = desk.library.outlines[0]
    desk.apply(change_outline(outline, move(outline, "b1", 1), "Moved"))
    undone = desk.undo()
    assert undone
    assert undone.step.file == NOTE
    assert desk.undo() is None
    assert desk.library.outlines[0].blocks[0].id == "b2"
    assert desk.undo("outlines/speech.toml")
    assert contents(desk) == before


def test_a_deleted_outline_is_undone_with_the_notes_for_it_has_no_screen_any_more(desk: OpenLibrary) -> None:
    before = contents(desk)
    desk.apply(drop_outline(desk.library, OutlineName("speech")))
    undone = desk.undo()
    assert undone
    assert undone.saved
    assert contents(desk) == before
    assert desk.redo()
    assert not (desk.folder / "outlines/speech.toml").exists()


class DescribeAStepThatAnotherOvertook:
    def it_is_let_go_and_the_one_before_it_undone_next(self, desk: OpenLibrary) -> None:
        desk.apply(change_entry(desk.library, "two", {"at": "p. 1"}))
        desk.apply(claim(desk, "Ours"))
        text = (desk.folder / NOTE).read_text(encoding="utf-8")
        write(desk.folder, {NOTE: text.replace("Ours", "Theirs")})
        overtaken = desk.undo()
        assert overtaken
        assert not overtaken.saved
        (conflict,) = overtaken.conflicts
        assert (conflict.base, conflict.ours, conflict.theirs) == ("Ours", "A claim", "Theirs")
        assert desk.library.cards["one"].claim == "Ours"  # as it was last read; the file says otherwise
        undone = desk.undo()
        assert undone
        assert undone.saved
        assert desk.library.cards["two"].at == ""
        assert desk.library.cards["one"].claim == "Theirs"

    def it_is_let_go_when_it_cannot_be_done_again(self, desk: OpenLibrary) -> None:
        """What was done before it can be undone all the same."""
        desk.apply(change_entry(desk.library, "two", {"at": "p. 1"}))
        desk.apply(claim(desk, "Ours"))
        desk.undo()
        text = (desk.folder / NOTE).read_text(encoding="utf-8")
        write(desk.folder, {NOTE: text.replace("A claim", "Theirs", 1)})
        overtaken = desk.redo()
        assert overtaken
        assert not overtaken.saved
        assert desk.redo() is None
        undone = desk.undo()
        assert undone
        assert undone.saved
        assert desk.library.cards["two"].at == ""

    def it_is_undone_beside_their_change_of_another_field(self, desk: OpenLibrary) -> None:
        desk.apply(claim(desk, "Ours"))
        text = (desk.folder / NOTE).read_text(encoding="utf-8")
        write(desk.folder, {NOTE: text.replace('"Ours"\n', '"Ours"\nquote = "Theirs"\n')})
        undone = desk.undo()
        assert undone
        assert undone.saved
        assert (desk.folder / NOTE).read_text(encoding="utf-8") == (f'{card("one")}quote = "Theirs"\n\n{card("two")}')


def test_each_desk_undoes_its_own_steps_and_the_next_one_all_of_them(desk: OpenLibrary) -> None:
    before = contents(desk)
    other = OpenLibrary(desk.folder)
    desk.apply(claim(desk, "Ours"))
    other.refresh()
    other.apply(change_entry(other.library, "two", {"claim": "Theirs"}))
    assert other.undo()
    assert desk.undo()
    assert contents(desk) == before
    next_desk = OpenLibrary(desk.folder)
    assert next_desk.redo()
    assert next_desk.redo()
    assert [next_desk.library.cards[name].claim for name in ("one", "two")] == ["Ours", "Theirs"]


def step_of(edits: str) -> str:
    """A line of the log, its edits as they are given."""
    return f'{{"do": "k", "step": {{"label": "L", "file": "note.toml", "edits": {edits}}}}}\n'


class DescribeTheLog:
    def it_is_for_the_user_alone(self, desk: OpenLibrary) -> None:
        desk.apply(claim(desk, "Words"))
        assert stat.S_IMODE((desk.state / "history.jsonl").stat().st_mode) & 0o077 == 0

    @pytest.mark.parametrize(
        "spoiled",
        [
            '{"do": "cut sh',
            "\0\0\0\0\n",
            "null\n[]\n7\n",
            "[" * 100_000 + "\n",
            '{"do": "k", "step": {}}\n',
            step_of("[1]"),
            step_of('[{"array": "card", "id": 1, "before": 7}]'),
            step_of('[{"array": "", "id": "", "after": "x ="}]'),
            step_of('[{"array": "", "id": "", "was": [1]}]'),
            '{"do": ["k"], "step": {"file": {}, "edits": "abc"}}\n{"undo": "z", "step": {}}\n{"forget": "z"}\n',
        ],
    )
    def it_may_have_been_cut_short_or_spoiled_anywhere(self, desk: OpenLibrary, spoiled: str) -> None:
        before = contents(desk)
        desk.apply(claim(desk, "First"))
        log = desk.state / "history.jsonl"
        log.write_bytes(log.read_bytes() + spoiled.encode())
        desk = OpenLibrary(desk.folder)
        desk.apply(claim(desk, "Second"))
        desk = OpenLibrary(desk.folder)
        for _ in range(2):
            outcome = desk.undo()
            assert outcome
            assert outcome.saved
        assert contents(desk) == before

    def it_is_put_aside_where_it_cannot_be_read_at_all(self, desk: OpenLibrary) -> None:
        log = desk.state / "history.jsonl"
        with log.open("wb") as file:
            file.truncate(1 << 30)
        desk = OpenLibrary(desk.folder)
        assert desk.undo() is None
        assert log.with_suffix(".unreadable").exists()
        desk.apply(claim(desk, "Words"))
        undone = OpenLibrary(desk.folder).undo()
        assert undone
        assert undone.saved

    def it_is_cut_back_and_keeps_what_was_done_and_undone_last(
        self, desk: OpenLibrary, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(history, "LARGEST", 20_000)
        for number in range(120):
            desk.apply(claim(desk, f"Claim {number}"))
        desk.undo()
        desk.undo()
        assert (desk.state / "history.jsonl").stat().st_size < 20_000
        desk = OpenLibrary(desk.folder)
        desk.redo()
        assert desk.library.cards["one"].claim == "Claim 118"
        undone = 0
        while outcome := desk.undo():
            assert outcome.saved
            undone += 1
        assert 10 < undone < 100
        assert desk.library.cards["one"].claim == f"Claim {118 - undone}"

    def it_is_not_read_before_it_is_asked(self, desk: OpenLibrary, monkeypatch: pytest.MonkeyPatch) -> None:
        """A desk opens as fast with a long history as with none."""
        asked: list[object] = []
        monkeypatch.setattr(history, "read_file", asked.append)
        opened = OpenLibrary(desk.folder)
        opened.apply(claim(opened, "Words"))
        assert asked == []


def test_hundreds_of_acts_at_the_desk_are_undone_to_the_byte(
    tmp_path: Path, chance: random.Random, often: Callable[[int, int], int]
) -> None:
    """On the example library: whatever is done, undoing all of it leaves every file as it was."""
    files = {str(path.relative_to(EXAMPLE)): path.read_text("utf-8") for path in EXAMPLE.rglob("*.toml")}
    desk = OpenLibrary(write(tmp_path / "notes", files))
    before = contents(desk)
    done: list[str] = []
    for _ in range(often(60, 1500)):
        step = chance.choice(ACTS)(desk.library, chance)
        if step is None:
            continue
        outcome = desk.apply(step)
        assert outcome.saved
        if not outcome.step.is_empty:
            done.append(step.file)
    after = contents(desk)
    turned = [file for file in reversed(done) if undo(desk, file)]
    assert len(turned) == len(done)
    assert contents(desk) == before
    for file in reversed(turned):
        again = desk.redo(file)
        assert again
        assert again.saved
    assert contents(desk) == after


def undo(desk: OpenLibrary, file: str) -> bool:
    outcome = desk.undo(file)
    return outcome is not None and outcome.saved


def _change_card(library: Library, chance: random.Random) -> Step:
    words = ["Words", "Two\nlines", "", 'He said "no"', "a \\ b", "é\u202e"]
    changes = {"quote": chance.choice(words) or None, "tags": chance.choice([["a"], ["b", "c"], None])}
    return change_entry(library, chance.choice(sorted(library.cards)), changes)


def _drop_card(library: Library, chance: random.Random) -> Step:
    return drop_entry(library, chance.choice(sorted(library.cards)))


def _new_card(library: Library, chance: random.Random) -> Step:
    return new_card(library, chance.choice(library.headings).name, {"claim": "A new claim", "kind": "statistic"})[1]


def _new_source(library: Library, chance: random.Random) -> Step:
    values = {"id": f"s{len(library.sources)}-{chance.random()}", "title": "A report"}
    return new_source(library, chance.choice(library.headings).name, values)[1]


def _new_note(library: Library, chance: random.Random) -> Step:
    return new_note(library, NoteName(f"folder/{chance.random()}"), "A note", "Of two\nlines")


def _change_note(library: Library, chance: random.Random) -> Step:
    return change_note(library, chance.choice(library.headings).name, {"summary": str(chance.random())})


def _new_outline(library: Library, chance: random.Random) -> Step:
    values = {"title": "Lines", "product": "lines", "date": "2025"}
    return new_outline(library, OutlineName(str(chance.random())), values)


def _drop_outline(library: Library, chance: random.Random) -> Step | None:
    return drop_outline(library, chance.choice(library.outlines).name) if len(library.outlines) > 2 else None


def _change_outline(library: Library, chance: random.Random) -> Step | None:
    outline = chance.choice(library.outlines)
    after = chance.choice(CHANGES)(outline, chance) if outline.blocks else None
    return change_outline(outline, after, "Changed") if after else None


def _some(outline: Outline, chance: random.Random) -> Block:
    return chance.choice(outline.blocks)


CHANGES: tuple[Callable[[Outline, random.Random], Outline], ...] = (
    lambda outline, chance: move(outline, _some(outline, chance).id, chance.choice([-3, -1, 1, 2])),
    lambda outline, chance: drop(outline, _some(outline, chance).id),
    lambda outline, chance: weigh(outline, _some(outline, chance).id),
    lambda outline, chance: insert(outline, Block(new_block_id(outline), text="Own\nwords"), _some(outline, chance).id),
    lambda outline, chance: replace(outline, event=str(chance.random())),
    lambda outline, chance: outline.with_blocks(tuple(chance.sample(outline.blocks, len(outline.blocks)))),
)
ACTS: tuple[Callable[[Library, random.Random], Step | None], ...] = (
    *(_change_card, _change_card, _drop_card, _new_card, _new_card, _new_source, _new_note),
    *(_change_note, _new_outline, _drop_outline, _change_outline, _change_outline, _change_outline),
)
