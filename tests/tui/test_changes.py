"""What changed outside, in a few words."""

from __future__ import annotations

from briefing.library.shelf import FileChange
from briefing.tui.changes import describe_changes


def test_nothing_is_said_where_nothing_changed() -> None:
    assert describe_changes(()) == ""


def test_it_says_what_is_new_changed_and_gone() -> None:
    change = FileChange("river.toml", added=2, changed=1, gone=1)
    assert describe_changes([change]) == "river.toml: 2 cards new, 1 card changed, 1 card gone"


def test_a_changed_head_names_the_file_alone() -> None:
    assert describe_changes([FileChange("river.toml")]) == "river.toml"


def test_outlines_are_counted_in_blocks() -> None:
    change = FileChange("outlines/speech.toml", added=1, noun="block")
    assert describe_changes([change]) == "outlines/speech.toml: 1 block new"


def test_many_files_are_counted() -> None:
    changes = [FileChange(f"n{number}.toml", added=1) for number in range(5)]
    assert describe_changes(changes).endswith("n2.toml: 1 card new; 2 more files")
