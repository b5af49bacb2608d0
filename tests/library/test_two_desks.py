"""Two desks on one library at once, each in a process of its own: every edit of both is there in the end."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.library.opened import OpenLibrary
from briefing.library.reading import read_library
from tests.disk.failing import leftovers
from tests.library.ground import card, write

pytestmark = pytest.mark.interleavings

DESK = """
import sys
from pathlib import Path
from briefing.library.authoring import change_entry, new_card
from briefing.library.opened import OpenLibrary
folder, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
desk = OpenLibrary(folder)
print("ready", flush=True)
sys.stdin.readline()
for number in range(count):
    if number % 3:
        step = change_entry(desk.library, name, {"quote": f"{name} {number}"})
    else:
        step = new_card(desk.library, "note", {"id": f"{name}{number}", "claim": f"Claim {number}"})[1]
    outcome = desk.apply(step)
    print(number if outcome.saved else "conflict", flush=True)
"""


def test_every_save_of_two_desks_is_there(tmp_path: Path, often: Callable[[int, int], int]) -> None:
    """They change one file as fast as they can: neighbouring cards, and new ones at its end."""
    saves = often(60, 1000)
    write(tmp_path, {"note.toml": f"# {'kept ' * 100}\n\n{card('a')}\n{card('b')}"})
    desks = [
        subprocess.Popen(
            [sys.executable, "-c", DESK, str(tmp_path), name, str(saves)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        for name in "ab"
    ]
    for desk in desks:
        assert desk.stdout
        assert desk.stdout.readline() == "ready\n"
    for desk in desks:
        assert desk.stdin
        desk.stdin.write("go\n")
        desk.stdin.flush()
    said = [desk.communicate()[0].splitlines() for desk in desks]
    assert said == [[str(number) for number in range(saves)]] * 2
    library = read_library(tmp_path)
    last = max(number for number in range(saves) if number % 3)
    new = {f"{name}{number}" for name in "ab" for number in range(0, saves, 3)}
    assert library.damage == ()
    assert library.cards.keys() == {"a", "b", *new}
    assert [library.cards[name].quote for name in "ab"] == [f"{name} {last}" for name in "ab"]
    assert (tmp_path / "note.toml").read_text(encoding="utf-8").startswith(f"# {'kept ' * 100}\n\n")
    assert leftovers(tmp_path) == []


def test_two_desks_that_change_one_field_are_told(tmp_path: Path) -> None:
    from briefing.library.authoring import change_entry

    write(tmp_path, {"note.toml": card("a")})
    one, two = OpenLibrary(tmp_path), OpenLibrary(tmp_path)
    assert one.apply(change_entry(one.library, "a", {"claim": "One"})).saved
    outcome = two.apply(change_entry(two.library, "a", {"claim": "Two"}))
    (conflict,) = outcome.conflicts
    assert (conflict.base, conflict.ours, conflict.theirs) == ("A claim", "Two", "One")
    two.refresh()
    assert two.apply(change_entry(two.library, "a", {"claim": "Two"})).saved
