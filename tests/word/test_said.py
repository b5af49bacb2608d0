"""What the exports in a folder said: exactly the planted uses are found, and no file stops the others."""

from __future__ import annotations

import io
import os
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import pytest

from briefing.disk.reading import LARGEST
from briefing.evidence.tracing import find_uses
from briefing.model.card import Card
from briefing.model.ids import CardId, NoteName, OutlineName
from briefing.model.library import WholeLibrary
from briefing.model.note import Note
from briefing.model.outline import Outline
from briefing.word.exporting import export
from briefing.word.said import read_exports
from tests.document.ground import heading, outline, own, shows
from tests.word.ground import options

SEED = int(os.environ.get("BRIEFING_SEED", "20261123"))
WORLDS = 40 if os.environ.get("BRIEFING_LONG") else 6
VOCABULARY = [
    f"{first}{last}" for first in ("bar", "fen", "lox", "mir", "tol", "ven") for last in ("an", "eth", "ig", "op")
]
PRODUCTS = ("speech", "briefing", "reply", "lines")


def sentence(chance: Random) -> str:
    return " ".join(chance.choice(VOCABULARY) for _ in range(9)).capitalize()


@dataclass(frozen=True)
class Planted:
    """An export, with the words in which it said each card."""

    path: Path
    said: dict[str, str]
    is_recorded: bool


def plant(chance: Random, folder: Path) -> tuple[tuple[Card, ...], list[Planted]]:
    """Make exports of cards whose wording changes in between, take some records away, and say what is where."""
    cards = [Card(CardId(f"c{number}"), "argument", sentence(chance)) for number in range(5)]
    planted: list[Planted] = []
    for number in range(6):
        cards = [replace(card, claim=sentence(chance)) if chance.random() < 0.3 else card for card in cards]
        used = [card for card in cards if chance.random() < 0.5]
        words: dict[str, str] = {card.id: sentence(chance) if chance.random() < 0.3 else card.claim for card in used}
        blocks = [
            shows(f"b{at}", card.id)
            if words[card.id] == card.claim
            else replace(shows(f"b{at}", card.id), text=words[card.id])
            for at, card in enumerate(used)
        ]
        speech = outline(heading("h", "Facts"), own("o", sentence(chance)), *blocks, product=chance.choice(PRODUCTS))
        done = export(named(speech, f"talk-{number}"), held(cards), folder, options())
        is_recorded = chance.random() < 0.7
        if not is_recorded:
            done.record.unlink()
        planted.append(Planted(done.path, words, is_recorded))
    return tuple(cards), planted


def named(speech: Outline, name: str) -> Outline:
    return replace(speech, name=OutlineName(name))


def held(cards: list[Card]) -> WholeLibrary:
    return WholeLibrary(notes=(Note(NoteName("n"), cards=tuple(cards)),))


@pytest.mark.parametrize("world", range(WORLDS))
def test_exactly_the_planted_uses_are_found_older_wording_included(tmp_path: Path, world: int) -> None:
    cards, planted = plant(Random(SEED + world), tmp_path)
    exports, unread = read_exports(tmp_path)
    assert unread == ()
    for card in cards:
        known = {card.claim, *(one.said[card.id] for one in planted if one.is_recorded and card.id in one.said)}
        expected = {
            (one.path.name, not one.is_recorded)
            for one in planted
            if card.id in one.said and (one.is_recorded or one.said[card.id] in known)
        }
        found = find_uses(card, exports)
        assert {(use.export.path, use.is_probable) for use in found} == expected, (SEED + world, card)
        for use in found:
            words = next(one.said[card.id] for one in planted if one.path.name == use.export.path)
            assert words in use.words


def zipped(**parts: bytes) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return into.getvalue()


ENTITY = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>'
HOSTILE = {
    "nothing": b"",
    "text": b"no document",
    "cut-short": zipped(word__document_xml=b"<x/>")[:-20],
    "bomb": zipped(word__document_xml=b"\0" * (LARGEST * 2)),
    "entity": zipped(word__document_xml=ENTITY),
    "no-xml": zipped(word__document_xml=b"\xff\xfe not xml"),
    "deep": zipped(word__document_xml=b"<x>" * 100_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_is_no_sound_document_stops_nothing(tmp_path: Path, name: str) -> None:
    card = Card(CardId("c"), "argument", "Every boat in the harbour waits for the tide")
    done = export(outline(shows("b", "c"), product="speech"), held([card]), tmp_path, options())
    (tmp_path / f"{name}.docx").write_bytes(HOSTILE[name])
    exports, unread = read_exports(tmp_path)
    assert [use.export.path for use in find_uses(card, exports)] == [done.path.name]
    assert unread == (f"{name}.docx",)


def test_a_record_that_is_no_record_is_taken_for_none(tmp_path: Path) -> None:
    card = Card(CardId("c"), "argument", "Every boat in the harbour waits for the tide")
    done = export(outline(shows("b", "c"), product="speech"), held([card]), tmp_path, options())
    for content in (
        b"",
        b"export = 7\npart = 3",
        b'export = "x"\npart = [1, 2]',
        b"\xff\xfe",
        b"[" * 5_000,
        b"a = 1\n" * 9,
    ):
        done.record.write_bytes(content)
        (use,) = find_uses(card, read_exports(tmp_path)[0])
        assert use.export.path == done.path.name
