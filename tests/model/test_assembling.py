"""Assembling an outline: each act gives a new outline, and no block is lost that was not dropped."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.model.assembling import DEEPEST, change, drop, insert, level, move, new_block_id, place_after, weigh
from briefing.model.ids import BlockId, OutlineName
from briefing.model.outline import Block, Outline


def outline_of(shape: str) -> Outline:
    """An outline as it reads: `a .b ..c d` is b under a and c under b."""
    blocks = tuple(Block(BlockId(word.lstrip(".")), text=word, level=word.count(".") + 1) for word in shape.split())
    return Outline(OutlineName("o"), "O", "speech", blocks=blocks)


def shape(outline: Outline) -> str:
    return " ".join("." * (block.level - 1) + block.id for block in outline.blocks)


levels = st.lists(st.integers(1, 4), min_size=1, max_size=9)
outlines = levels.map(
    lambda found: outline_of(" ".join("." * (deep - 1) + f"b{number}" for number, deep in enumerate(found)))
)


def test_a_block_goes_in_after_the_one_named_or_last() -> None:
    new = Block(BlockId("n"), text="w")
    assert shape(insert(outline_of("a b"), new, "a")) == "a n b"
    assert shape(insert(outline_of("a b"), new)) == "a b n"
    assert shape(insert(outline_of(""), new)) == "n"


def test_what_stood_under_a_dropped_block_comes_up() -> None:
    assert shape(drop(outline_of("a .b ..c .d e"), "a")) == "b .c d e"


def test_a_block_moves_with_what_stands_under_it_past_whole_branches() -> None:
    start = outline_of("a .b c .d e")
    assert shape(move(start, "a", 1)) == "c .d a .b e"
    assert shape(move(start, "e", -1)) == "a .b e c .d"
    assert shape(move(start, "a", 9)) == "c .d e a .b"
    assert shape(move(start, "a", -1)) == shape(start)
    assert shape(move(start, "c", 0)) == shape(start)


def test_a_block_is_put_where_one_likes_but_not_into_itself() -> None:
    start = outline_of("a .b c")
    assert shape(place_after(start, "c", "a")) == "a c .b"
    assert shape(place_after(start, "c", None)) == "c a .b"
    assert place_after(start, "a", "b") == start


def test_a_branch_goes_deeper_together_and_never_off_the_page() -> None:
    start = outline_of("a .b c")
    assert shape(level(start, "a", 1)) == ".a ..b c"
    assert level(start, "a", -1) == start
    deep = outline_of("." * (DEEPEST - 1) + "a")
    assert level(deep, "a", 1) == deep


def test_a_weight_turns_round() -> None:
    outline, seen = outline_of("a"), []
    for _ in range(4):
        outline = weigh(outline, "a")
        seen.append(outline.blocks[0].weight)
    assert seen == ["could", "must", "should", "could"]


def test_a_block_is_changed_in_its_place() -> None:
    assert change(outline_of("a b"), Block(BlockId("a"), text="new")).blocks[0].text == "new"


def test_a_new_block_takes_no_id_that_is_there() -> None:
    outline = outline_of("a b")
    assert new_block_id(outline) not in {"a", "b"}


@given(outlines, st.data())
def test_no_block_is_lost_whatever_is_moved(outline: Outline, data: st.DataObject) -> None:
    ids = [block.id for block in outline.blocks]
    for _ in range(4):
        chosen = data.draw(st.sampled_from(ids))
        act = data.draw(st.integers(0, 3))
        if act == 0:
            outline = move(outline, chosen, data.draw(st.integers(-3, 3)))
        elif act == 1:
            outline = place_after(outline, chosen, data.draw(st.sampled_from([None, *ids])))
        else:
            outline = level(outline, chosen, data.draw(st.sampled_from([-1, 1])))
        assert sorted(block.id for block in outline.blocks) == sorted(ids)
        assert all(1 <= block.level <= DEEPEST for block in outline.blocks)


@given(outlines, st.data())
def test_moving_down_and_up_again_is_as_if_nothing_was(outline: Outline, data: st.DataObject) -> None:
    chosen = data.draw(st.sampled_from([block.id for block in outline.blocks]))
    moved = move(outline, chosen, 1)
    following = outline.index(chosen) + len(outline.branch(chosen))
    beside = following < len(outline.blocks) and outline.blocks[following].level == outline.block(chosen).level  # type: ignore[union-attr]  # it is there
    if beside:
        assert move(moved, chosen, -1) == outline
