"""Files mangled at random: whatever happens to one, it is read, and an edit touches its own card or nothing."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing.errors import BriefingError
from briefing.library.making import make
from briefing.library.merging import ConflictError
from briefing.library.reading import read_library
from briefing.library.splice import SpliceError
from briefing.library.tables import read_text
from briefing.model.card import Card
from briefing.model.entries import write_card
from briefing.model.history import Edit, Step
from tests.library.ground import EXAMPLE

pytestmark = pytest.mark.hostile

PIECES = (
    *('"', "'", '"""', "'''", "\\", "[", "]", "[[", "]]", "{", "}", "=", ".", ",", "#", "\n", "\r\n", "\r", "\t", "\0"),
    *(
        "[[card]]\n",
        "[[source]]\n",
        "[card]\n",
        "[card.checked]\n",
        "\ufeff",
        "\u202e",
        "1e999",
        "0x",
        "-",
        "nan",
        "id = ",
    ),
)


def mangle(text: str, chance: random.Random) -> str:
    """The text after a few accidents: lines lost, doubled or moved, and marks where none should be."""
    for _ in range(chance.randrange(1, 6)):
        at, length = chance.randrange(len(text)), chance.choice([1, 1, 3, 20, 300])
        act = chance.randrange(4)
        if act == 0:
            text = text[:at] + text[at + length :]
        elif act == 1:
            text = text[:at] + text[at : at + length] * 2 + text[at + length :]
        elif act == 2:
            text = text[:at] + chance.choice(PIECES) + text[at:]
        else:
            to = chance.randrange(len(text))
            text = text[:to] + text[at : at + length] + text[to:]
        text = text or "\n"
    return text


def edit(text: str, file: str, card: Card, chance: random.Random) -> bool:
    """Change a card of a mangled file; whether it could be. All before and all after its own lines must be the same."""
    before = write_card(card)
    after = {**before, chance.choice(["claim", "at", "quote", "status"]): "disputed", "why": "words"}
    try:
        made, step = make(text.encode(), Step("Changed", file, (Edit("card", card.id, before, after),)))
    except (BriefingError, ConflictError, SpliceError):
        return False
    (change,) = step.edits
    assert change.was
    assert change.became
    assert text.count(change.was.text) >= 1
    where = next(
        at for at in spots(text, change.was.text) if made == put(text, at, change.was.text, change.became.text)
    )
    assert text[where:].lstrip("\ufeff").startswith(change.was.text)
    assert make(made, step.inverse())[0] == text.encode()
    return True


def spots(text: str, part: str) -> Iterator[int]:
    """Every place where a part stands in a text."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def put(text: str, at: int, old: str, new: str) -> bytes:
    return (text[:at] + new + text[at + len(old) :]).encode()


def test_a_mangled_file_is_read_and_edited_without_harm_to_anything_else(
    tmp_path: Path, chance: random.Random, often: Callable[[int, int], int]
) -> None:
    notes = sorted(EXAMPLE.rglob("*.toml"))
    edited = 0
    for _ in range(often(150, 10_000)):
        original = chance.choice(notes)
        file = original.relative_to(EXAMPLE).as_posix()
        whole = original.read_text(encoding="utf-8")
        start = chance.randrange(len(whole))
        text = mangle(whole[start : start + 4000], chance)
        path = tmp_path / file
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode())
        library = read_library(tmp_path)
        assert all(finding.message and finding.place for finding in library.damage)
        assert read_text(text.encode()).content == text.encode()
        if library.cards:
            edited += edit(text, file, chance.choice(list(library.cards.values())), chance)
        path.unlink()
    print(f"{edited} cards edited in mangled files")
    assert edited
