"""Another program in the library's files while the desk is open: no edit is lost, of ours or of theirs.

Each round the desk, which may not have looked for a while, does one thing; the other program does up to two, at any
moment: before, while the desk writes, in the last instant before the new file comes into place, or right after.
What must be in the files is worked out from the edits alone and compared with what TOML's own reader finds there.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from briefing.disk import exchanging, saving
from briefing.library import resting
from briefing.library.authoring import change_entry, change_outline, drop_entry, new_card
from briefing.library.merging import Conflict
from briefing.library.opened import OpenLibrary, Outcome
from briefing.model.assembling import drop, insert, move, new_block_id, weigh
from briefing.model.entries import is_unset
from briefing.model.history import Edit, Step
from briefing.model.ids import NoteName
from briefing.model.outline import Block
from tests.library.ground import OUTLINE, block, card, write
from tests.library.outsider import TOKEN, Outsider

pytestmark = pytest.mark.interleavings

NOTE, SPEECH = "note.toml", "outlines/speech.toml"
ARRAYS = {NOTE: "card", SPEECH: "block"}

State = dict[str, dict[str, object]]
"""The entries of a file by id."""


def found_in(folder: Path, file: str) -> State:
    """What TOML's own reader finds in a file."""
    table = tomllib.loads((folder / file).read_bytes().decode())
    return {str(entry["id"]): entry for entry in table.get(ARRAYS[file], [])}


def agree(name: str, one: object, other: object) -> bool:
    return one == other or (is_unset(name, one) and is_unset(name, other))


class Round:
    """One round: what was there, what the desk did, what the other program did and when."""

    def __init__(self, folder: Path, file: str, outsider: Outsider) -> None:
        """Look at the file before anything is done."""
        self.folder, self.file, self.outsider = folder, file, outsider
        self.expected = found_in(folder, file)
        self.comments = set(TOKEN.findall(self.text()))
        self.theirs_came_last = False

    def text(self) -> str:
        return (self.folder / self.file).read_bytes().decode()

    def outside(self, *, after_ours: bool = False) -> None:
        """The other program does one thing, and what it leaves is what must be there."""
        self.outsider.edit(self.file)
        self.expected = found_in(self.folder, self.file)
        self.comments = set(TOKEN.findall(self.text()))
        self.theirs_came_last = after_ours

    def check(self, outcome: Outcome) -> None:
        """Everything that was written is there, or was handed back to us."""
        if outcome.saved and not self.theirs_came_last:
            for edit in outcome.step.edits:
                self._add_ours(edit)
        elif not outcome.saved:
            self._check_handed_back(outcome)
        found = found_in(self.folder, self.file)
        if self.theirs_came_last:
            self._let_ours_beat_a_deletion(outcome, found)
        assert found.keys() == self.expected.keys(), self.outsider.did
        for entry_id, entry in self.expected.items():
            for name in {*entry, *found[entry_id]}:
                assert agree(name, entry.get(name), found[entry_id].get(name)), (self.outsider.did, entry_id, name)
        gone = self.comments - set(TOKEN.findall(self.text()))
        assert gone <= self._words_we_took(outcome), self.outsider.did

    def _add_ours(self, edit: Edit) -> None:
        """Add our edit to what must be there; it must not go over anything we had not seen."""
        if edit.array != ARRAYS[self.file]:
            return
        there = self.expected.get(edit.id)
        if edit.after is None:
            assert there is None or all(agree(name, there.get(name), (edit.before or {}).get(name)) for name in there)
            self.expected.pop(edit.id, None)
        elif edit.before is None:
            assert there is None or there == edit.after
            self.expected[edit.id] = dict(edit.after)
        else:
            assert there is not None
            for name in {*edit.before, *edit.after}:
                self._change(there, name, edit.before.get(name), edit.after.get(name))

    def _change(self, there: dict[str, object], name: str, before: object, after: object) -> None:
        if agree(name, before, after):
            return
        assert agree(name, there.get(name), before) or agree(name, there.get(name), after), self.outsider.did
        there[name] = after
        if after is None:
            del there[name]

    def _check_handed_back(self, outcome: Outcome) -> None:
        """A conflict names words of ours that are not there, and what stands in their place."""
        assert outcome.conflicts
        for conflict in outcome.conflicts:
            ours = self._ours(outcome.step, conflict)
            assert conflict.ours == ours
            there = self.expected.get(conflict.id)
            if conflict.field and not self.theirs_came_last:
                assert there is not None
                assert agree(conflict.field, there.get(conflict.field), conflict.theirs)
                assert not agree(conflict.field, conflict.theirs, conflict.base)

    def _let_ours_beat_a_deletion(self, outcome: Outcome, found: State) -> None:
        """An entry they took out right after we put it in is there again: a deletion never beats an edit."""
        for edit in outcome.step.edits:
            if edit.before is None and edit.after is not None and edit.id in found:
                self.expected.setdefault(edit.id, dict(edit.after))

    def _ours(self, step: Step, conflict: Conflict) -> object:
        edit = next(edit for edit in step.edits if (edit.array, edit.id) == (conflict.array, conflict.id))
        return (edit.after or {}).get(conflict.field) if conflict.field else edit.after

    def _words_we_took(self, outcome: Outcome) -> set[str]:
        """The words that went because we took them out: in values we changed and entries we removed."""
        taken = [edit.was.text for edit in outcome.step.edits if edit.was] if outcome.saved else []
        return set(TOKEN.findall("".join(taken)))


@contextmanager
def meanwhile(patch: pytest.MonkeyPatch, moment: str, act: Callable[[], None]) -> Iterator[None]:
    """Lets the other program act once at a moment of the desk's save."""
    waiting = [act]

    def now() -> None:
        if waiting:
            waiting.pop()()

    sync, swap = os.fsync, saving._swap

    def writing(handle: int) -> None:
        sync(handle)
        now()

    def placing(beside: Path, path: Path, expected: bytes | None) -> None:
        if moment == "in the last instant":
            now()
        swap(beside, path, expected)
        if moment == "right after":
            now()

    with patch.context() as patched:
        if moment == "while it is written":
            patched.setattr(os, "fsync", writing)
        patched.setattr(saving, "_swap", placing)
        yield


MOMENTS = ("before", "while it is written", "in the last instant", "right after")


def test_no_edit_is_lost(
    tmp_path: Path, chance: random.Random, often: Callable[[int, int], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resting, "REST", 0.01)  # the other program of this test is done when it returns
    moments = MOMENTS if exchanging._system_call() else tuple(set(MOMENTS) - {"in the last instant"})
    conflicts = 0
    for library in range(often(5, 40)):
        folder = start(tmp_path / str(library))
        desk, outsider = OpenLibrary(folder), Outsider(folder, chance)
        for _ in range(25):
            file = chance.choice([NOTE, SPEECH])
            if chance.random() < 0.25:
                desk.refresh()
            act = chance.choice(DESK[file])
            round_ = Round(folder, file, outsider)
            outsider.did.clear()
            if chance.random() < 0.5:
                round_.outside()
            moment = chance.choice(moments)
            with meanwhile(monkeypatch, moment, partial(round_.outside, after_ours=moment == "right after")):
                outcome = act(desk, chance)
            if outcome:
                round_.check(outcome)
                conflicts += not outcome.saved
    print(f"{often(5, 40) * 25} rounds, {conflicts} conflicts, none lost")


def start(folder: Path) -> Path:
    cards = "\n".join(card(f"c{number}", quote=f'"Words {number}"') for number in range(4))
    blocks = "\n".join(block(f"b{number}") for number in range(6))
    return write(folder, {NOTE: f'title = "A note"\n\n{cards}', SPEECH: f"{OUTLINE}\n{blocks}"})


Words = Mapping[str, object | None]


def _change(desk: OpenLibrary, chance: random.Random) -> Outcome:
    names = chance.sample(["claim", "quote", "at", "tags"], chance.choice([1, 1, 2]))
    words: dict[str, object | None] = {name: f"ours {chance.random()}" for name in names}
    if "tags" in words:
        words["tags"] = ["ours", str(chance.random())]
    if "at" in words and chance.random() < 0.5:
        words["at"] = None
    return desk.apply(change_entry(desk.library, chance.choice(sorted(desk.library.cards)), words))


def _new(desk: OpenLibrary, chance: random.Random) -> Outcome:
    return desk.apply(new_card(desk.library, NoteName("note"), {"claim": f"ours {chance.random()}"})[1])


def _drop(desk: OpenLibrary, chance: random.Random) -> Outcome | None:
    if len(desk.library.cards) < 4:
        return None
    return desk.apply(drop_entry(desk.library, chance.choice(sorted(desk.library.cards))))


def _assemble(desk: OpenLibrary, chance: random.Random) -> Outcome | None:
    before = desk.library.outlines[0]
    if len(before.blocks) < 4:
        return None
    block_id = chance.choice(before.blocks).id
    after = chance.choice(
        [
            move(before, block_id, chance.choice([-2, 1, 3])),
            drop(before, block_id),
            weigh(before, block_id),
            insert(before, Block(new_block_id(before), text=f"ours {chance.random()}"), block_id),
            before.with_blocks(tuple(chance.sample(before.blocks, len(before.blocks)))),
        ]
    )
    return desk.apply(change_outline(before, after, "Assembled"))


DESK: Mapping[str, tuple[Callable[[OpenLibrary, random.Random], Outcome | None], ...]] = {
    NOTE: (_change, _change, _change, _new, _drop, lambda desk, _: desk.undo(), lambda desk, _: desk.redo()),
    SPEECH: (_assemble, _assemble, lambda desk, _: desk.undo(SPEECH), lambda desk, _: desk.redo(SPEECH)),
}


ANOTHER = """
import os, random, re, sys, time
from pathlib import Path
path, count, chance = Path(sys.argv[1]), int(sys.argv[2]), random.Random(sys.argv[3])
for number in range(count):
    text = path.read_text(encoding="utf-8")
    if f"theirs = {number}\\n" not in text:
        print("lost", number, flush=True)
    path.with_suffix(".swp").write_text(re.sub("theirs = .*", f"theirs = {number + 1}", text), encoding="utf-8")
    path.with_suffix(".swp").replace(path)
    time.sleep(chance.uniform(0, 0.1))
"""


def test_no_edit_of_a_program_that_really_runs_at_the_same_time_is_lost(
    tmp_path: Path, chance: random.Random, often: Callable[[int, int], int]
) -> None:
    """It counts up in the head of the file, and would miss a number; the desk saves as fast as it can."""
    if exchanging._system_call() is None:
        pytest.skip("needs a system on which files can change places")
    times = often(30, 1000)
    write(tmp_path, {NOTE: "theirs = 0\n\n" + "\n".join(card(f"c{number}") for number in range(20))})
    words = [sys.executable, "-c", ANOTHER, str(tmp_path / NOTE), str(times), str(chance.random())]
    desk = OpenLibrary(tmp_path)
    saves = 0
    with subprocess.Popen(words, stdout=subprocess.PIPE, encoding="utf-8") as another:
        while another.poll() is None:
            step = change_entry(desk.library, f"c{saves % 20}", {"quote": f"ours {saves}"})
            assert desk.apply(step).saved
            saves += 1
        assert another.stdout
        assert another.stdout.read() == ""
    print(f"{times} of their saves among {saves} of ours, none of theirs lost")
    assert f"theirs = {times}\n" in (tmp_path / NOTE).read_text(encoding="utf-8")
