"""Reading quickly: the note a sound file keeps, or no answer; never another answer than the careful reader's."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import fields
from datetime import datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import BadInput
from briefing.library.files import NoteFile, decode, read_note_file
from briefing.library.lines import DEEPEST, LARGEST_ENTRY
from briefing.library.quickly import find_lines, read_quickly
from briefing.library.render import render_entry
from briefing.model.card import Card
from briefing.model.entries import FaultyEntryError, find_faults, is_same, read_card, read_source
from briefing.model.fields import CARD_FIELDS, SOURCE_FIELDS
from briefing.model.ids import NoteName
from briefing.model.note import Note
from briefing.model.source import Source
from tests.library.ground import EXAMPLE, ROOT, card, cards, lines, sources, values
from tests.library.handwriting import files
from tests.library.test_mangled import PIECES, mangle

NAME = NoteName("topic")
NOTES = sorted(path for path in EXAMPLE.glob("*.toml") if path.name != "library.toml")
SOURCE = '[[source]]\nid = "s1"\nkind = "report"\ntitle = "A report"\n'


def carefully(content: bytes) -> NoteFile | None:
    """What the careful reader finds; None where it finds no text."""
    try:
        return read_note_file(NAME, decode(content, "topic.toml"))
    except BadInput:
        return None


def bare(value: object) -> object:
    """A value of the model as plain tables and lists, so that 1, 1.0 and true can be told apart."""
    if isinstance(value, Note | Card | Source):
        return {field.name: bare(getattr(value, field.name)) for field in fields(value)}
    return [bare(item) for item in value] if isinstance(value, tuple) else value


def quickly(content: bytes | str) -> Note | None:
    """What the quick reader answers, after a look at whether the careful one says the same, of places too."""
    content = content if isinstance(content, bytes) else content.encode()
    note = read_quickly(NAME, content)
    if note is not None:
        careful = carefully(content)
        assert careful is not None
        assert careful.damage == ()
        assert is_same(bare(note), bare(careful.note))
        assert find_lines(note, content) == careful.lines
    return note


def is_timed(value: object) -> bool:
    """Whether there is a time in a value, with or without a date."""
    if isinstance(value, dict | list):
        return any(is_timed(item) for item in (value.values() if isinstance(value, dict) else value))
    return isinstance(value, datetime | time)


class DescribeASoundNote:
    @pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)
    def it_is_read(self, path: Path) -> None:
        note = quickly(path.read_bytes())
        assert note is not None
        assert note.title

    @given(st.lists(cards, max_size=2), st.lists(sources, max_size=2))
    def it_is_read_as_the_program_writes_it(
        self, some_cards: list[dict[str, object]], some_sources: list[dict[str, object]]
    ) -> None:
        parts = [render_entry("source", entry) for entry in some_sources]
        parts += [render_entry("card", entry) for entry in some_cards]
        text = "\n".join(['title = "A note"\n', *parts])
        is_plain = (
            text.count("[") <= 64
            and not set("{\\") & set(text)  # no tables within lists, and no escapes
            and text.count("\n[[card]]\n") + text.count("\n[[source]]\n") == len(parts)  # none within a text
            and not any(is_timed(entry) for entry in [*some_cards, *some_sources])
        )
        assert quickly(text) is not None or not is_plain

    def it_may_hold_nothing(self) -> None:
        assert quickly("") == Note(NAME)

    @pytest.mark.parametrize("newline", ["\n", "\r\n"])
    @pytest.mark.parametrize("mark", ["", "\ufeff"])
    def it_may_come_from_another_system(self, newline: str, mark: str) -> None:
        long = card("k1", quote='"""\nOne line\nand another"""')
        note = quickly((mark + 'title = "A note"\n\n' + SOURCE + "\n" + long).replace("\n", newline))
        assert note is not None
        assert note.cards[0].quote == "One line\nand another"

    def it_may_have_its_sources_among_its_cards(self) -> None:
        note = quickly(card("k1") + SOURCE + card("k2") + SOURCE.replace("s1", "s2"))
        assert note is not None
        assert [found.id for found in note.cards] == ["k1", "k2"]
        assert [found.id for found in note.sources] == ["s1", "s2"]

    def it_may_have_tables_below_its_cards(self) -> None:
        note = quickly(card("k1") + '[card.checked]\nby = "Jo"\non = 2025-01-08\n\n' + card("k2"))
        assert note is not None
        assert note.cards[0].checked["by"] == "Jo"

    @pytest.mark.parametrize(
        "table",
        ['{ state = "sentenced", as_of = 2024-12-17 }', "{}", '{ "a" = 1, b = [1, 2] }', '{ a = "", b.c = "," }'],
    )
    def it_may_have_tables_on_one_line(self, table: str) -> None:
        note = quickly(card("k1", proceedings=table) + card("k2"))
        assert note is not None
        assert len(note.cards) == 2

    def it_may_have_common_escapes(self) -> None:
        note = quickly(card("k1", quote=r'"\"Yes\", \u00a3 5\n"'))
        assert note is not None
        assert note.cards[0].quote == '"Yes", £ 5\n'

    def it_may_have_links_in_its_summary(self) -> None:
        assert quickly('summary = """\n' + "See [a report](https://example.org/).\n" * 30 + '"""\n' + card("k1"))

    def its_restricted_cards_are_read_too(self) -> None:
        note = quickly(card("k1", handling='"restricted"'))
        assert note is not None
        assert note.cards[0].is_restricted


DAMAGED: dict[str, str | bytes] = {
    "it is no text": b"\xff\xfe",
    "a card lacks its id": '[[card]]\nkind = "assertion"\nclaim = "A claim"\n',
    "a card's field is wrong": card("k1", status='"maybe"'),
    "a source's field is wrong": SOURCE + "published = 7\n",
    "the title is a number": "title = 1\n",
    "it is not TOML": card("k1") + "quote = \n",
    "a string is not closed": card("k1") + 'quote = "and then\n' + card("k2"),
    "a long string runs over a header": card("k1") + 'quote = """and then\n' + card("k2"),
    "a list runs over a header": card("k1") + "tags = [\n" + card("k2"),
    "a key stands twice": card("k1") + 'claim = "Another"\n',
    "a card has one bracket": card("k1") + "[card]\n",
    "a card stands in the head": "card = 1\n",
    "a source stands in the head": 'source.id = "s1"\n',
    "there is a table nobody knows": card("k1") + '[office]\nname = "An office"\n',
    "there is a table nobody knows in the head": "[office]\n" + card("k1"),
    "there is a misspelt table": "[[crad]]\n" + card("k1"),
    "a part of a card stands apart": '[card.checked]\nby = "Jo"\n',
    "a number is longer than 64 bits": card("k1", extra=str(2**63)),
    "a number in a list is too long": card("k1", extra=f"[1, [{-(2**63)}]]"),
    "a number in the head is too long": f"extra = {2**63}\n",
    "a number has thousands of digits": card("k1", extra="9" * 5000),
    "brackets nest too deep": card("k1", extra="[" * (DEEPEST + 1) + "]" * (DEEPEST + 1)),
    "brackets nest deep enough to end the program": card("k1", extra="[" * 100_000),
    "tables nest deep enough to end the program": card("k1", extra="{a=" * 100_000),
    "brackets nest over many headers": "x = " + "[[[[\n[[card]]\n" * 50_000,
    "a key has too many parts": card("k1") + ".".join("a" * (DEEPEST + 1)) + " = 1\n",
    "a key has a hundred thousand parts": card("k1") + ".".join("a" * 100_000) + " = 1\n",
    "dotted keys in tables nest too deep": card("k1", extra=("{" + ".".join("a" * 15) + " = ") * 3 + "1" + "}" * 3),
    "a card is too long": card("k1", quote='"' + "x" * LARGEST_ENTRY + '"'),
    "the head is too long": f'summary = "{"x" * LARGEST_ENTRY}"\n',
    "a line ends in CR alone": card("k1").replace("\n", "\r", 1),
    "a line ends in CR twice": card("k1").replace("\n", "\r\r\n"),
    "there are two byte order marks": "\ufeff\ufeff" + card("k1"),
    "a byte order mark stands within": card("k1") + "\ufeff" + card("k2"),
    "a time has no seconds, as later TOML allows": card("k1", extra="07:32"),
    "an escape is of later TOML": card("k1", quote=r'"\e"'),
    "a table of later TOML ends in a comma": card("k1", extra="{ a = 1, }"),
    "a control character stands in a string": card("k1", quote='"\x01"'),
    "a date is none": card("k1", as_of="2023-02-30"),
}


@pytest.mark.parametrize("why", DAMAGED)
def test_there_is_no_answer_where(why: str) -> None:
    content = DAMAGED[why]
    assert read_quickly(NAME, content if isinstance(content, bytes) else content.encode()) is None


IN_THREADS = """
import sys
from pathlib import Path
from threading import Thread

def read():
    from briefing.library.quickly import read_quickly
    for _ in range(20):
        assert read_quickly("topic", Path(sys.argv[1]).read_bytes()) is not None

for together in (1, *[3] * 20):
    threads = [Thread(target=read) for _ in range(together)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
"""


def test_the_thread_that_read_first_may_end_and_others_read_on() -> None:
    subprocess.run([sys.executable, "-c", IN_THREADS, NOTES[0]], cwd=ROOT, check=True)


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{ a = ", " }")])
def test_brackets_leave_room_on_the_stack_of_a_small_thread(opening: str, closing: str) -> None:
    text = card("k1", extra=opening * 60 + "1" + closing * 60)
    answers: list[Note | None] = [Note(NAME)]
    before = threading.stack_size(256 * 1024)
    try:
        thread = threading.Thread(target=lambda: answers.append(read_quickly(NAME, text.encode())))
        thread.start()
    finally:
        threading.stack_size(before)
    thread.join()
    assert answers == [Note(NAME), None]


ODD = (
    *("nan", "-nan", "inf", "-0.0", "-0", "1.0", "1", "true", "0xff", "0o17", "0b1", "1_000", "5e-324"),
    *(
        "2025-01-08",
        '"\\u00e9\\U0001F600"',
        "'''\n'x''''",
        '"""\\\n   x"""',
        '""""x""""',
        '"\u2028\x85"',
    ),
    *("{ a.b = 1, a.c = 1.0 }", '[1, "x", 1.0, true, []]', "[]", "{}"),
    *("[" * 14 + "]" * 14, "[" * DEEPEST + "]" * DEEPEST, str(2**63 - 1), str(-(2**63) + 1), '"[[card]]"', "'#'"),
)


LEFT_ALONE = (
    *("1e400", "07:32:00", "07:32:00.123456789", "1979-05-27T07:32:00Z", "1979-05-27 00:32:00.5-07:00"),
    *("1979-05-27T00:32:00+23:59", "1979-05-27T00:32:00", "1979-05-27 00:32", "07:32", r'"\x41"', r'"\e"'),
    *('{ "$__toml_private_datetime" = "1979-05-27" }', '{ "$__toml_private_time" = "07:32:00" }'),
    *(r'{ "\u0024__toml_private_datetime" = "1979-05-27" }', r'{ "$\U0000005f_toml_private_datetime" = "1979-05-27" }'),
    *("{ a = 1, }", "{ a = 1\n}", "{\na = 1 }", "{ a = 1, # one\n b = 2 }", "[{ a = { b = 1 },\n c = 2 }]"),
    *('{ a = "}",\n b = 1 }', "{ a = '}',\n b = 1 }", '{ a = """x"}"""\n, b = 1 }', '{ a = """x}""",\n}'),
    *('{ a = "{}"\n}', r'{ a = "\"}",' + "\n}", "{ a = 1 # }\n}"),
)
"""What the parser takes for something else, or may."""


@pytest.mark.parametrize("value", LEFT_ALONE)
def test_what_the_two_readers_may_take_differently_is_left_to_the_careful_one(value: str) -> None:
    assert quickly(f"odd = {value}\n" + card("k1")) is None
    assert quickly(card("k1", extra=value)) is None
    for field in CARD_FIELDS:
        needed = "".join(f'{name} = "x"\n' for name in ("id", "kind", "claim") if name != field.name)
        assert quickly(f"[[card]]\n{needed}{field.name} = {value}\n") is None


@pytest.mark.parametrize("value", ODD)
def test_an_odd_value_is_what_the_careful_reader_takes_it_for(value: str) -> None:
    note = quickly(f"odd = {value}\n" + card("k1", extra=value) + SOURCE + f"extra = {value} # as above\n")
    assert note is not None or value == "[" * DEEPEST + "]" * DEEPEST


@pytest.mark.parametrize("value", ODD)
def test_a_field_holds_what_the_careful_reader_finds_in_it(value: str) -> None:
    for field in CARD_FIELDS:
        needed = "".join(f'{name} = "x"\n' for name in ("id", "kind", "claim") if name != field.name)
        quickly(f"[[card]]\n{needed}{field.name} = {value}\n")


@given(files())
def test_what_people_write_by_hand_is_read_as_the_careful_reader_reads_it(
    made: tuple[list[str], list[dict[str, object]]],
) -> None:
    quickly("".join(made[0]))


@given(st.lists(st.one_of(st.sampled_from([*PIECES, card("k1"), SOURCE, *ODD, *LEFT_ALONE]), lines), max_size=12))
def test_pieces_in_any_order_are_read_as_the_careful_reader_reads_them(pieces: list[str]) -> None:
    quickly("".join(pieces))


def test_mangled_notes_are_read_as_the_careful_reader_reads_them(
    chance: random.Random, often: Callable[[int, int], int]
) -> None:
    answered = 0
    for _ in range(often(300, 50_000)):
        whole = chance.choice(NOTES).read_text(encoding="utf-8")
        start = chance.choice([0, whole.find("[[card]]"), chance.randrange(len(whole))])
        answered += quickly(mangle(whole[start : start + 2500], chance)) is not None
    assert answered


@given(st.dictionaries(st.sampled_from([field.name for field in CARD_FIELDS]) | lines, values))
def test_a_card_is_refused_for_its_faults_and_for_nothing_else(entry: dict[str, object]) -> None:
    faults = find_faults(entry, CARD_FIELDS, ("id", "kind", "claim"))
    try:
        read_card(entry)
        found: object = ()
    except FaultyEntryError as error:
        found = error.faults
    assert found == faults


@given(st.dictionaries(st.sampled_from([field.name for field in SOURCE_FIELDS]) | lines, values))
def test_a_source_is_refused_for_its_faults_and_for_nothing_else(entry: dict[str, object]) -> None:
    faults = find_faults(entry, SOURCE_FIELDS, ("id", "kind", "title"))
    try:
        read_source(entry)
        found: object = ()
    except FaultyEntryError as error:
        found = error.faults
    assert found == faults
