"""Reading outlines quickly: the outline a sound file keeps, or no answer; never another than the careful reader's."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import BadInput
from briefing.library.files import OutlineFile, decode, read_outline_file
from briefing.library.quickly import find_block_lines, read_outline_quickly
from briefing.model.entries import FaultyEntryError, find_faults, is_same, read_block
from briefing.model.fields import BLOCK_FIELDS, OUTLINE_FIELDS
from briefing.model.ids import OutlineName
from briefing.model.outline import Block, Outline
from tests.library.ground import EXAMPLE, lines, values
from tests.library.test_mangled import PIECES, mangle
from tests.library.test_quickly import LEFT_ALONE, ODD

NAME = OutlineName("speech")
OUTLINES = sorted((EXAMPLE / "outlines").glob("*.toml"))
HEAD = 'title = "A speech"\nproduct = "speech"\ndate = 2025-01-08\n'


def block(block_id: str, **more: str) -> str:
    """A block of own words, with more fields as they are written."""
    told = {"text": '"Own words."', **more}
    return f'\n[[block]]\nid = "{block_id}"\n' + "".join(f"{name} = {value}\n" for name, value in told.items())


def carefully(content: bytes) -> OutlineFile | None:
    """What the careful reader finds; None where it finds no text."""
    try:
        return read_outline_file(NAME, decode(content, "outlines/speech.toml"))
    except BadInput:
        return None


def bare(value: object) -> object:
    """A value of the model as plain tables and lists, so that 1, 1.0 and true can be told apart."""
    if isinstance(value, Outline | Block):
        return {field.name: bare(getattr(value, field.name)) for field in fields(value)}
    return [bare(item) for item in value] if isinstance(value, tuple) else value


def quickly(content: bytes | str) -> Outline | None:
    """What the quick reader answers, after a look at whether the careful one says the same, of places too."""
    content = content if isinstance(content, bytes) else content.encode()
    outline = read_outline_quickly(NAME, content)
    if outline is not None:
        careful = carefully(content)
        assert careful is not None
        assert careful.damage == ()
        assert is_same(bare(outline), bare(careful.outline))
        assert find_block_lines(outline, content) == careful.lines
    return outline


class DescribeASoundOutline:
    @pytest.mark.parametrize("path", OUTLINES, ids=lambda path: path.stem)
    def it_is_read(self, path: object) -> None:
        content = next(outline.read_bytes() for outline in OUTLINES if outline == path)
        outline = quickly(content)
        assert outline is not None
        assert outline.blocks

    def it_may_have_no_blocks(self) -> None:
        assert quickly(HEAD) is not None

    @pytest.mark.parametrize("newline", ["\n", "\r\n"])
    @pytest.mark.parametrize("mark", ["", "\ufeff"])
    def it_may_come_from_another_system(self, newline: str, mark: str) -> None:
        outline = quickly((mark + HEAD + block("b1", text='"""\nOne line\nand another"""')).replace("\n", newline))
        assert outline is not None
        assert outline.blocks[0].text == "One line\nand another"


DAMAGED: dict[str, str | bytes] = {
    "it is no text": b"\xff\xfe",
    "it has no title": HEAD.replace("title", "name"),
    "its product is none": HEAD.replace('"speech"', '"song"'),
    "a block lacks its id": HEAD + '[[block]]\ntext = "Words"\n',
    "a block holds nothing": HEAD + '[[block]]\nid = "b1"\n',
    "a block holds two things": HEAD + block("b1", card='"k1"', attack='"k2"'),
    "a heading has words of its own": HEAD + block("b1", heading='"Why"'),
    "a block stands too deep": HEAD + block("b1", level="10"),
    "a block stands at no level": HEAD + block("b1", level="0"),
    "a block's field is wrong": HEAD + block("b1", weight='"perhaps"'),
    "a block stands in the head": HEAD + "block = 1\n",
    "a block has one bracket": HEAD + block("b1").replace("[[block]]", "[block]"),
    "a card stands among the blocks": HEAD + block("b1") + '[[card]]\nid = "k1"\n',
    "a part of a block stands apart": HEAD + '[block.more]\nwhy = "x"\n',
    "a long string runs over a header": HEAD + block("b1", text='"""and then') + block("b2"),
    "a number is longer than 64 bits": HEAD + block("b1", extra=str(2**63)),
    "a number in the head is too long": HEAD + f"extra = {2**63}\n",
    "an embargo is a time": HEAD + "embargo = 2025-01-08T09:00:00\n",
}


@pytest.mark.parametrize("why", DAMAGED)
def test_there_is_no_answer_where(why: str) -> None:
    content = DAMAGED[why]
    assert read_outline_quickly(NAME, content if isinstance(content, bytes) else content.encode()) is None


@pytest.mark.parametrize("value", LEFT_ALONE)
def test_what_the_two_readers_may_take_differently_is_left_to_the_careful_one(value: str) -> None:
    assert quickly(f"{HEAD}odd = {value}\n" + block("b1")) is None
    assert quickly(HEAD + block("b1", extra=value)) is None


@pytest.mark.parametrize("value", [*ODD, *LEFT_ALONE])
def test_a_field_holds_what_the_careful_reader_finds_in_it(value: str) -> None:
    for field in OUTLINE_FIELDS:
        head = "".join(f"{line}\n" for line in HEAD.splitlines() if not line.startswith(f"{field.name} "))
        quickly(f"{head}{field.name} = {value}\n" + block("b1"))
    for field in BLOCK_FIELDS:
        needed = "" if field.name == "id" else 'id = "b1"\n'
        quickly(f"{HEAD}[[block]]\n{needed}{field.name} = {value}\n")


@given(st.lists(st.one_of(st.sampled_from([*PIECES, block("b1"), "[[block]]\n", *ODD, *LEFT_ALONE]), lines)))
def test_pieces_in_any_order_are_read_as_the_careful_reader_reads_them(pieces: list[str]) -> None:
    quickly(HEAD + "".join(pieces))


def test_mangled_outlines_are_read_as_the_careful_reader_reads_them(
    chance: random.Random, often: Callable[[int, int], int]
) -> None:
    answered = 0
    for _ in range(often(2_000, 50_000)):
        whole = chance.choice(OUTLINES).read_text(encoding="utf-8")
        start = chance.choice([0, whole.find("[[block]]"), chance.randrange(len(whole))])
        head = chance.choice(["", HEAD])
        answered += quickly(head + mangle(whole[start : start + 2500], chance)) is not None
    assert answered


@given(st.dictionaries(st.sampled_from([field.name for field in BLOCK_FIELDS]) | lines, values))
def test_a_block_is_refused_with_a_fault_to_name(entry: dict[str, object]) -> None:
    try:
        read = read_block(entry)
    except FaultyEntryError as error:
        if not error.faults:
            pytest.fail("it was refused and no fault was named")
    else:
        assert find_faults(entry, BLOCK_FIELDS, ("id",)) == ()
        assert 1 <= read.level <= 9
        assert bool(read.heading) + bool(read.card) + bool(read.attack) <= 1
