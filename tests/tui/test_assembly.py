"""An outline being assembled: what counts at once, what is saved, and what happens where saving fails."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.message import Message

from briefing.library.opened import OpenLibrary
from briefing.model.ids import BlockId
from briefing.model.outline import Block, Outline
from briefing.model.placing import add_after
from briefing.tui.assembly import Assembly, Failed, Settled

FILE = 'title = "An outline"\nproduct = "speech"\ndate = 2025-03-04\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "notes" / "outlines" / "o.toml"
    path.parent.mkdir(parents=True)
    path.write_text(FILE, encoding="utf-8")
    return path


@contextmanager
def assembling(file: Path) -> Iterator[tuple[Assembly, list[Message]]]:
    """Assemble the outline, and hear what becomes of the edits."""
    opened = OpenLibrary(file.parents[1])
    (outline,) = opened.library.outlines
    heard: list[Message] = []
    assembly = Assembly(opened, outline, heard.append)
    yield assembly, heard
    assembly.close()


def with_words(outline: Outline, words: str) -> Outline:
    """The outline with own words at its end; their id is their first four letters."""
    return add_after(outline, Block(BlockId(words[:4]), text=words))


def change_outside(file: Path, old: str, new: str) -> None:
    """What somebody else's save does to the file."""
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def put_a_folder_in_its_place(file: Path) -> None:
    """Make every save of the file fail."""
    file.rename(file.with_name("aside"))
    file.mkdir()


def put_it_back(file: Path) -> None:
    """Let saves succeed again."""
    file.rmdir()
    file.with_name("aside").rename(file)


def written(file: Path) -> list[str]:
    """The own words the file holds, in order."""
    (outline,) = OpenLibrary(file.parents[1]).library.outlines
    return [block.text for block in outline.blocks]


async def test_an_edit_counts_before_it_is_saved(file: Path) -> None:
    with assembling(file) as (assembly, _):
        assembly.edit(with_words(assembly.outline, "alpha"), "Added")
        assert [block.text for block in assembly.outline.blocks] == ["alpha"]
        await assembly.drained()
        assert assembly.waiting == 0
    assert written(file) == ["alpha"]


async def test_an_edit_that_changes_nothing_is_none(file: Path) -> None:
    with assembling(file) as (assembly, heard):
        assert not assembly.edit(assembly.outline, "Nothing")
        await assembly.drained()
        assert heard == []


def test_what_waits_is_saved_in_order_before_the_outline_is_closed(file: Path) -> None:
    with assembling(file) as (assembly, heard):
        for word in ("alpha", "bravo", "charlie", "delta"):
            assembly.edit(with_words(assembly.outline, word), f"Added {word}")
    assert written(file) == ["alpha", "bravo", "charlie", "delta"]
    assert [event.outcome.step.label for event in heard if isinstance(event, Settled)] == [
        "Added alpha",
        "Added bravo",
        "Added charlie",
        "Added delta",
    ]


async def test_undoing_waits_for_what_was_done_before_it(file: Path) -> None:
    with assembling(file) as (assembly, _):
        assembly.edit(with_words(assembly.outline, "alpha"), "Added")
        assembly.edit(with_words(assembly.outline, "bravo"), "Added")
        await assembly.undo()
        assert [block.text for block in assembly.outline.blocks] == ["alpha"]
    assert written(file) == ["alpha"]


async def test_the_making_of_the_outline_itself_is_not_undone(file: Path) -> None:
    with assembling(file) as (assembly, _):
        assert await assembly.undo() is None
    assert written(file) == []


async def test_an_edit_from_outside_is_taken_over_beside_ours(file: Path) -> None:
    with assembling(file) as (assembly, _):
        change_outside(file, "An outline", "Their title")
        assembly.edit(with_words(assembly.outline, "alpha"), "Added")
        await assembly.drained()
        assert assembly.catch_up()
        assert assembly.outline.title == "Their title"
        assert [block.text for block in assembly.outline.blocks] == ["alpha"]


class DescribeASaveThatFails:
    async def it_is_told_and_everything_after_it_waits(self, file: Path) -> None:
        with assembling(file) as (assembly, heard):
            put_a_folder_in_its_place(file)
            assembly.edit(with_words(assembly.outline, "alpha"), "Added")
            await assembly.drained()
            assert [type(event) for event in heard] == [Failed]
            assert (assembly.waiting, assembly.is_held) == (1, True)
            assert [block.text for block in assembly.outline.blocks] == ["alpha"]
            put_it_back(file)
            assembly.edit(with_words(assembly.outline, "bravo"), "Added")
            await assembly.drained()
            assert assembly.waiting == 0
        assert written(file) == ["alpha", "bravo"]


class DescribeAConflict:
    async def it_holds_what_comes_after_it_until_somebody_has_chosen(self, file: Path) -> None:
        with assembling(file) as (assembly, heard):
            assembly.edit(with_words(assembly.outline, "alpha"), "Added")
            await assembly.drained()
            change_outside(file, "alpha", "theirs")
            (block,) = assembly.outline.blocks
            ours = assembly.outline.with_blocks((Block(block.id, text="ours"),))
            assembly.edit(ours, "Changed")
            assembly.edit(with_words(assembly.outline, "bravo"), "Added")
            await assembly.drained()
            (_, met) = heard
            assert isinstance(met, Settled)
            assert [(each.ours, each.theirs) for each in met.outcome.conflicts] == [("ours", "theirs")]
            assembly.instead(None)
            await assembly.drained()
            assembly.catch_up()
            assert [block.text for block in assembly.outline.blocks] == ["theirs", "bravo"]
        assert written(file) == ["theirs", "bravo"]
