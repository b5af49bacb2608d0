"""Where a new block goes."""

from __future__ import annotations

from briefing.model.ids import BlockId, CardId, OutlineName
from briefing.model.outline import Block, Outline
from briefing.model.placing import add_after


def heading(name: str, level: int = 1) -> Block:
    return Block(BlockId(name), heading=name, level=level)


def card(name: str, level: int = 2) -> Block:
    return Block(BlockId(name), card=CardId(name), level=level)


def attack(name: str, level: int = 2) -> Block:
    return Block(BlockId(name), attack=CardId(name), level=level)


def words(name: str, level: int = 2) -> Block:
    return Block(BlockId(name), text=name, level=level)


def outline_of(*blocks: Block) -> Outline:
    return Outline(OutlineName("o"), "An outline", "speech", blocks=blocks)


def shape(outline: Outline) -> str:
    return " ".join("." * (block.level - 1) + block.id for block in outline.blocks)


def test_the_first_block_stands_at_the_top_level() -> None:
    assert shape(add_after(outline_of(), card("a", 4))) == "a"


def test_a_card_after_a_heading_stands_under_it_first() -> None:
    assert shape(add_after(outline_of(heading("H"), card("a")), card("new"), "H")) == "H .new .a"


def test_a_card_after_a_card_stands_beside_it() -> None:
    assert shape(add_after(outline_of(heading("H"), card("a"), card("b")), card("new"), "a")) == "H .a .new .b"


def test_nothing_that_stood_under_the_selected_block_comes_under_the_new_one() -> None:
    outline = outline_of(heading("H"), card("a"), words("under", 3), card("b"))
    assert shape(add_after(outline, card("new"), "a")) == "H .a ..under .new .b"


def test_an_answer_stands_under_the_attack_it_is_added_after() -> None:
    assert shape(add_after(outline_of(heading("H"), attack("x")), card("new"), "x")) == "H .x ..new"


def test_an_attack_added_after_an_answer_stands_beside_the_attack_answered() -> None:
    outline = outline_of(heading("H"), attack("x"), card("answer", 3))
    assert shape(add_after(outline, attack("new"), "answer")) == "H .x ..answer .new"


def test_a_heading_begins_a_section_beside_the_one_it_is_added_in() -> None:
    outline = outline_of(heading("H"), card("a"), card("b"))
    assert shape(add_after(outline, heading("New"), "a")) == "H .a New .b"


def test_a_heading_added_after_a_heading_follows_its_whole_section() -> None:
    outline = outline_of(heading("H"), card("a"), heading("Last"))
    assert shape(add_after(outline, heading("New"), "H")) == "H .a New Last"


def test_a_heading_never_cuts_an_attack_from_its_answers() -> None:
    outline = outline_of(heading("H"), attack("x"), card("answer", 3), words("proof", 4), card("b"))
    assert shape(add_after(outline, heading("New"), "answer")) == "H .x ..answer ...proof New .b"


def test_with_nothing_selected_a_block_goes_last() -> None:
    assert shape(add_after(outline_of(heading("H"), card("a")), card("new"))) == "H .a .new"


def test_a_block_is_never_deeper_than_word_can_set() -> None:
    outline = outline_of(heading("H", 6))
    assert [block.level for block in add_after(outline, card("new"), "H").blocks] == [6, 6]
