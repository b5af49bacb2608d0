"""A desk that saves without a pause and is killed at a random moment, again and again; run as a program of its own.

It forks one writer after another from a process that has everything loaded, so that a kill costs milliseconds. After
each kill it looks at the file before anybody else opens it, and prints one line of JSON at the end.
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
from pathlib import Path

from briefing.library.authoring import change_entry
from briefing.library.opened import OpenLibrary

CARDS = 60
LONGEST = 0.12
"""Seconds until the kill, at most: from before the writer has opened the library to some twenty saves later."""


def words(number: int) -> str:
    """What the changed card says after save `number`; long, so that half of it would show."""
    return f"Save {number}. " + f"word{number} " * 400


def write(folder: Path, start: int, acknowledge: int) -> None:
    """Save for as long as one lives, and say so after each."""
    desk = OpenLibrary(folder)
    number = start
    while True:
        number += 1
        outcome = desk.apply(change_entry(desk.library, "c0", {"quote": words(number)}))
        if outcome.saved:
            os.write(acknowledge, f"{number}\n".encode())


def kill_one(folder: Path, start: int, chance: random.Random) -> int:
    """Let a writer run for a random while, kill it, and return the last save it acknowledged."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            write(folder, start, writer)
        finally:
            os._exit(1)
    os.close(writer)
    time.sleep(chance.uniform(0, LONGEST))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the writer ended by itself"
    said = b""
    while select.select([reader], [], [], 0)[0] and (part := os.read(reader, 65536)):
        said += part
    os.close(reader)
    return int(said.split()[-1]) if said.split() else start


def found(folder: Path) -> int | None:
    """The save the file holds, whole; None where it is torn."""
    try:
        cards = tomllib.loads((folder / "note.toml").read_text(encoding="utf-8"))["card"]
        number = int(cards[0]["quote"].split()[1].rstrip("."))
    except (OSError, ValueError, KeyError, IndexError):
        return None
    others = all(card["claim"] == f"Claim {index}" for index, card in enumerate(cards))
    return number if others and len(cards) == CARDS and cards[0]["quote"] == words(number) else None


def undoes_still(folder: Path, at: int) -> bool:
    """Whether the next desk can do and undo: a kill may cut the log short, but never leaves it useless."""
    desk = OpenLibrary(folder)
    desk.apply(change_entry(desk.library, "c0", {"quote": words(at + 1)}))
    undone = OpenLibrary(folder).undo()
    return undone is not None and undone.saved and found(folder) == at


def main(folder: Path, kills: int, seed: str) -> dict[str, int]:
    """Kill that many writers and count what was torn or lost."""
    chance = random.Random(seed)
    card = '[[card]]\nid = "c{0}"\nkind = "assertion"\nclaim = "Claim {0}"\nwhy = "{1}"\n\n'
    first = card.format(0, "w" * 900).replace("why", f'quote = "{words(0)}"\nwhy')
    note = "# The office's own comment\n\n" + first + "".join(card.format(n, "w" * 900) for n in range(1, CARDS))
    (folder / "note.toml").write_text(note, encoding="utf-8")
    tally = dict.fromkeys(("kills", "torn", "lost", "saves"), 0)
    at = 0
    for _ in range(kills):
        acknowledged = kill_one(folder, at, chance)
        there = found(folder)
        tally["kills"] += 1
        tally["torn"] += there is None
        tally["lost"] += there is not None and there < acknowledged
        tally["saves"] += acknowledged - at
        at = there if there is not None else acknowledged
    tally["undone"] = undoes_still(folder, at)
    tally["leftovers"] = len(list(folder.glob(".*")))
    return tally


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])))
