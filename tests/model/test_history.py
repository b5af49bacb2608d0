"""What was done, as values: two lists compared are edits, and edits turned round give back the first."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from briefing.model.entries import Entry, is_same
from briefing.model.history import HEAD, Edit, Step, Stretch, compare

names = st.text("abcdefgh", min_size=1, max_size=1)
entries = st.builds(
    lambda name, value: {"id": name, "text": value},
    names,
    st.one_of(st.integers(0, 2), st.booleans(), st.text(max_size=2)),
)
lists = st.lists(entries, max_size=8, unique_by=lambda entry: entry["id"])


def made(before: Sequence[Entry], edits: Sequence[Edit]) -> list[Entry]:
    """The list that the edits make, worked out in the plainest way there is."""
    there = list(before)
    for edit in edits:
        ids = [entry["id"] for entry in there]
        if edit.before is not None:
            assert is_same(there[ids.index(edit.id)], edit.before)
        if edit.after is None or edit.moved:
            where = ids.index(edit.id)
            assert edit.follows_before == (ids[where - 1] if where else None)
            del there[where]
        if edit.after is not None and (edit.before is None or edit.moved):
            ids = [entry["id"] for entry in there]
            there.insert(ids.index(edit.follows_after) + 1 if edit.follows_after else 0, edit.after)
        elif edit.after is not None:
            there[ids.index(edit.id)] = edit.after
    return there


@given(lists, lists)
def test_the_edits_between_two_lists_make_the_second_of_the_first(before: list[Entry], after: list[Entry]) -> None:
    assert is_same(made(before, compare("block", before, after)), after)


@given(lists, lists)
def test_turned_round_they_make_the_first_again(before: list[Entry], after: list[Entry]) -> None:
    step = Step("Changed", "f", compare("block", before, after))
    assert is_same(made(after, step.inverse().edits), before)


@given(lists)
def test_nothing_lies_between_a_list_and_itself(entries: list[Entry]) -> None:
    assert compare("block", entries, [dict(entry) for entry in entries]) == ()


@given(lists, st.data())
def test_moving_one_entry_is_one_edit(before: list[Entry], data: st.DataObject) -> None:
    after = list(before)
    if not after:
        return
    after.insert(data.draw(st.integers(0, len(after) - 1)), after.pop(data.draw(st.integers(0, len(after) - 1))))
    assert len(compare("block", before, after)) <= 1


@given(lists, st.randoms())
def test_as_few_move_as_can_be(before: list[Entry], chance: object) -> None:
    """The rest keep their order: no longer run of them could have stayed."""
    after = sorted(before, key=lambda entry: hash((str(chance), entry["id"])))
    moved = len(compare("block", before, after))
    assert moved == len(before) - longest_run([before.index(entry) for entry in after])


def longest_run(numbers: list[int]) -> int:
    best: list[int] = []
    for at, number in enumerate(numbers):
        best.append(1 + max((best[earlier] for earlier in range(at) if numbers[earlier] < number), default=0))
    return max(best, default=0)


def test_true_and_one_are_two_things() -> None:
    before: list[Entry] = [{"id": "a", "x": 1}]
    assert compare("card", before, [{"id": "a", "x": True}])
    assert compare("card", before, [{"id": "a", "x": 1.0}])


@given(st.one_of(st.none(), st.text()), st.one_of(st.none(), st.text()), lists, lists)
def test_turning_a_step_round_twice_changes_nothing(
    was: str | None, became: str | None, before: list[Entry], after: list[Entry]
) -> None:
    edits = (*compare("block", before, after), Edit(HEAD, HEAD, {}, {"x": 1}, was=Stretch("a", 1), became=Stretch("b")))
    step = Step("Changed", "f", edits, was, became)
    assert step.inverse().inverse() == step
    assert step.inverse().label == step.label


def test_a_step_that_changes_nothing_is_empty() -> None:
    assert Step("Nothing", "f", ()).is_empty
    assert Step("Nothing", "f", (), "same", "same").is_empty
    assert not Step("A comment", "f", (), "one", "other").is_empty
