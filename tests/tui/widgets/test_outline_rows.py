"""The rows of an outline."""

from __future__ import annotations

import tomllib

from briefing.model.entries import read_card
from briefing.model.ids import BlockId, CardId, NoteName, OutlineName
from briefing.model.library import WholeLibrary
from briefing.model.note import Note
from briefing.model.outline import Block, Outline
from briefing.tui.widgets.outline_rows import line_of, rows_of

CARDS = """
[[card]]
id = "swim"
kind = "record"
claim = "One [could] swim in it[/]"

[[card]]
id = "shut"
kind = "story"
claim = "Jo Bloggs fell ill"
handling = "restricted"
"""

LIBRARY = WholeLibrary(
    notes=(Note(NoteName("rivers"), cards=tuple(map(read_card, tomllib.loads(CARDS)["card"]))),),
)


def heading(name: str, level: int = 1) -> Block:
    return Block(BlockId(name), heading=f"About {name}", level=level)


def shown(*blocks: Block, width: int = 60) -> list[str]:
    outline = Outline(OutlineName("o"), "An outline", "speech", blocks=blocks)
    rows = rows_of(outline, LIBRARY, {"swim": 62.0})
    return ["".join(run.text for run in line_of(row, width)).rstrip() for row in rows]


def words(line: str) -> str:
    return " ".join(line.split())


def test_headings_are_numbered_within_the_heading_they_stand_under() -> None:
    lines = shown(heading("a"), heading("b", 2), heading("c", 2), heading("d"), heading("e", 2), heading("f", 3))
    assert [words(line) for line in lines] == [
        "1 About a",
        "1.1 About b",
        "1.2 About c",
        "2 About d",
        "2.1 About e",
        "2.1.1 About f",
    ]


def test_a_block_is_set_in_by_its_level() -> None:
    lines = shown(heading("a"), Block(BlockId("x"), text="Ours", level=2))
    assert len(lines[1]) - len(lines[1].lstrip()) == 4


def test_a_card_shows_its_sign_its_claim_to_the_letter_its_weight_and_its_time() -> None:
    (line,) = shown(Block(BlockId("swim"), card=CardId("swim"), weight="must"))
    assert words(line) == "? One [could] swim in it[/] must 1:02"


def test_own_words_beside_a_card_come_first() -> None:
    (line,) = shown(Block(BlockId("b"), card=CardId("swim"), text="It was clean."), width=90)
    assert words(line) == "? It was clean. for: One [could] swim in it[/] should"


def test_a_restricted_card_shows_a_lock_and_no_words() -> None:
    (line,) = shown(Block(BlockId("b"), card=CardId("shut")))
    assert "restricted" in line
    assert "Bloggs" not in line


def test_a_card_that_is_not_there_is_named() -> None:
    (line,) = shown(Block(BlockId("b"), card=CardId("gone")))
    assert "card gone is not in the library" in line


def test_a_long_text_is_cut_before_the_weight_and_the_time() -> None:
    (line,) = shown(Block(BlockId("swim"), text="word " * 100))
    assert len(line) <= 60
    assert line.endswith("should  1:02")
