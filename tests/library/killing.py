"""A desk that saves as fast as it can, killed again and again; run by itself, so that it may fork.

Prints one line of JSON: how often it was killed, how many saves it had told of, and what was torn or lost.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
import time
import tomllib
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from briefing.disk.places import state_folder
from briefing.library.authoring import change_entry, change_outline, new_card
from briefing.library.drafts import Drafts
from briefing.library.opened import OpenLibrary
from briefing.model.assembling import change
from briefing.model.history import Step
from briefing.model.ids import NoteName

NOTES = 3
CARDS = 40
END = "# the end of the file\n"
FILLER = "words that make the file as long as one of the office's, " * 12


@dataclass
class Tally:
    """What came of it."""

    kills: int = 0
    saves: int = 0
    while_writing: int = 0
    """Kills that left a file beside: they came in the middle of a save."""
    torn: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    last: dict[str, int] = field(default_factory=dict)
    """What each act last told of, by what it acts on."""


def begin(folder: Path) -> None:
    """Make the library."""
    for note in range(NOTES):
        cards = "".join(
            f'[[card]]\nid = "c{note}-{number}"\nkind = "k"\nclaim = "{FILLER}"\nquote = "-1"\n\n'
            for number in range(CARDS)
        )
        (folder / f"note{note}.toml").write_text(f'title = "{note}"\n\n{cards}{END}', encoding="utf-8")
    (folder / "outlines").mkdir()
    head = 'title = "O"\nproduct = "briefing"\ndate = 2025-01-08\n\n[[block]]\nid = "b"\ntext = "-1"\n\n'
    (folder / "outlines" / "o.toml").write_text(head + END, encoding="utf-8")


def target(number: int) -> str:
    """What the act of that number acts on: a card, mostly; or the outline, a draft, a new card."""
    if number % 11 == 5:
        return "block"
    if number % 11 == 8:
        return "draft"
    if number % 101 == 60:
        return f"new-{number}"
    return f"c{number % NOTES}-{number * 7 % 5}"


def act(desk: OpenLibrary, drafts: Drafts, number: int) -> None:
    """Do the act of that number; when this returns it is saved."""
    on = target(number)
    if on == "draft":
        drafts.keep("draft", f"{number} {FILLER}")
        return
    outcome = desk.apply(_step(desk, on, number))
    if not outcome.saved:
        raise AssertionError(outcome)


def _step(desk: OpenLibrary, on: str, number: int) -> Step:
    if on == "block":
        before = desk.library.outlines[0]
        return change_outline(before, change(before, replace(before.blocks[0], text=str(number))), "Changed")
    if on.startswith("new"):
        return new_card(desk.library, NoteName("note0"), {"id": on, "claim": "New", "quote": str(number)})[1]
    return change_entry(desk.library, on, {"quote": str(number)})


def work(folder: Path, start: int, told: int) -> None:
    """Act and tell of each act, until killed."""
    desk, drafts = OpenLibrary(folder), Drafts(state_folder(folder))
    number = start
    while True:
        act(desk, drafts, number)
        os.write(told, f"{number}\n".encode())
        number += 1


def run(folder: Path, kills: int, chance: random.Random) -> Tally:
    """Let a desk work, kill it, look; and again."""
    tally, number = Tally(), 0
    while tally.kills < kills:
        number = _once(folder, number, chance, tally)
        tally.kills += 1
        tally.while_writing += bool(list(folder.rglob(".*.tmp")))
        _look(folder, number, tally)
        if tally.kills % 20 == 0:
            _turn_back(folder, tally)
        number += 1
    return tally


def _once(folder: Path, start: int, chance: random.Random, tally: Tally) -> int:
    """Let a desk work for a while and kill it; return the number of the first act it did not tell of."""
    hear, tell = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            work(folder, start, tell)
        finally:
            os._exit(1)
    os.close(tell)
    said = b""
    enough = chance.randrange(1, 9)
    while said.count(b"\n") < enough and select.select([hear], [], [], 60)[0]:
        heard = os.read(hear, 4096)
        if not heard:
            break
        said += heard
    until = time.perf_counter() + chance.uniform(0, 0.004)
    while time.perf_counter() < until:
        pass
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while heard := os.read(hear, 4096):
        said += heard
    os.close(hear)
    acts = [int(line) for line in said.split()]
    tally.saves += len(acts)
    for done in acts:
        tally.last[target(done)] = done
    if len(acts) < enough:
        tally.lost.append(f"the desk ended by itself after {start + len(acts)}")
    return start + len(acts)


def _look(folder: Path, untold: int, tally: Tally) -> None:
    """Look whether every file is whole, and holds the last words that were told of, or those of the act after."""
    found: dict[str, int] = {}
    for path in sorted(folder.rglob("*.toml")):
        text = path.read_text(encoding="utf-8", errors="replace")
        try:
            table = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            tally.torn.append(f"{path.name} after {untold}: {error}")
            continue
        entries = table.get("card", table.get("block", []))
        if not text.endswith(END) or len(entries) < (CARDS if "card" in table else 1):
            tally.torn.append(f"{path.name} after {untold}: cut short")
        found |= {entry["id"]: int(entry.get("quote", entry.get("text"))) for entry in entries}
    found["block"] = found.pop("b", -2)
    for draft in Drafts(state_folder(folder)).pending():
        found["draft"] = int(draft.text.split()[0])
        if not draft.text.endswith(FILLER):
            tally.torn.append(f"the draft after {untold}")
    if found.get(target(untold)) == untold:
        tally.last[target(untold)] = untold  # it was saved and had no time to tell
    for on, last in tally.last.items():
        if found.get(on) != last:
            tally.lost.append(f"{on} after {untold}: {found.get(on)} instead of {last}")


def _turn_back(folder: Path, tally: Tally) -> None:
    """Undo and redo a few steps after a restart: every byte must come back."""
    desk = OpenLibrary(folder)
    if list(folder.rglob(".*.tmp")) or list(desk.state.rglob(".*.tmp")):
        tally.torn.append("a leftover was not swept")
    before = {path: path.read_bytes() for path in folder.rglob("*.toml")}
    turned = [outcome for _ in range(3) if (outcome := desk.undo()) and outcome.saved]
    if not turned:
        tally.lost.append("the history")
    for _ in turned:
        again = desk.redo()
        if again is None or not again.saved:
            tally.lost.append("a step that was undone")
    if {path: path.read_bytes() for path in folder.rglob("*.toml")} != before:
        tally.torn.append("a file, by undoing and redoing")


if __name__ == "__main__":
    place, times, seed = sys.argv[1:]
    begin(Path(place))
    print(json.dumps(asdict(run(Path(place), int(times), random.Random(seed)))))
