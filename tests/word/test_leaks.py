"""What is for colleagues only is in no part of any file, whatever the library looks like."""

from __future__ import annotations

import os
import random
import socket
from datetime import date
from pathlib import Path

import pytest

from briefing.model.card import Card
from briefing.model.ids import CardId, NoteName, SourceId
from briefing.model.library import WholeLibrary
from briefing.model.note import Note
from briefing.model.outline import Block
from briefing.model.products import product_names
from briefing.model.source import Source
from briefing.rules.reading import shipped_rules
from briefing.word.exporting import export
from tests.document.ground import OFFICE, attack, card, heading, outline, own, shows
from tests.word.ground import Opened, options
from tests.word.template.ground import SECRET, template_parts, zipped

CANARY = "CANARY"
FOR_COLLEAGUES = {"private": CANARY, "ours": {"note": CANARY, "lists": [{"private": CANARY}]}}
"""Fields this program does not know, as an office may add them to a block or an outline's head."""
WORDS = ("bus", "village", "timetable", "[/]", "five\nyears", "“so”", "\N{SNOWMAN}", "- item")
LIBRARIES = 500 if os.environ.get("BRIEFING_LONG") else 40


ANY_WAY = dict.fromkeys(("EVID-10", *(rule.id for rule in shipped_rules())), "It is a trial.")
"""What would stop such words is acknowledged: it is looked at what would leave then."""


def words(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(1, 30)))


def line(chance: random.Random) -> str:
    return words(chance).replace("\n", " ")


def some_card(number: int, chance: random.Random) -> Card:
    """A card of any kind, with a canary wherever words are for colleagues only."""
    fields: dict[str, object] = {
        "kind": chance.choice(["statistic", "quotation", "rebuttal", "story", "opposing-claim"]),
        "claim": line(chance),
        "quote": chance.choice(["", words(chance)]),
        "source": SourceId(chance.choice(["", "s0", "s1", "gone"])),
        "of": chance.choice(["", line(chance)]),
        "at": chance.choice(["", "page 1"]),
        "status": chance.choice(["unchecked", "checked", "disputed"]),
        "private": CANARY,
        "why": CANARY,
        "search_log": CANARY,
        "owner": CANARY,
        "checked": {"by": CANARY, "sha256": "0"},
        "consent": {"by": CANARY},
        "proceedings": {"state": CANARY},
        "tags": (CANARY,),
        "extra": {"note": CANARY},
    }
    if chance.random() < 0.2:
        fields |= {"handling": "restricted", "claim": CANARY, "quote": CANARY, "speaker": CANARY}
    return card(f"c{number}", **fields)


def some_blocks(cards: list[Card], chance: random.Random) -> list[Block]:
    """Blocks of every sort; those that are for colleagues say so in their notes."""
    open_cards = [held.id for held in cards if not held.is_restricted] or [CardId("")]
    blocks: list[Block] = []
    for number in range(chance.randint(1, 20)):
        level = chance.randint(1, 3)
        shown = chance.choice(open_cards)
        blocks.append(
            chance.choice(
                [
                    heading(f"b{number}", line(chance), level=level),
                    own(
                        f"b{number}", words(chance), level=level, note=CANARY, short=line(chance), extra=FOR_COLLEAGUES
                    ),
                    shows(f"b{number}", shown, chance.choice(["", words(chance)]), level=level, note=CANARY),
                    attack(f"b{number}", shown, chance.choice(["", words(chance)]), level),
                ]
            )
        )
    return [block for block in blocks if block.heading or block.text or block.evidence]


@pytest.mark.hostile
def test_nothing_for_colleagues_only_is_in_any_part_or_record(
    chance: random.Random, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("USER", "LOGNAME", "USERNAME", "HOSTNAME", "COMPUTERNAME"):
        monkeypatch.setenv(name, CANARY)
    office = tmp_path / f"{CANARY}.dotx"
    office.write_bytes(zipped(template_parts()))
    host = socket.gethostname()
    telling = [
        word.encode() for word in (CANARY, SECRET, "Researcher", str(tmp_path), *([host] if len(host) > 5 else []))
    ]
    for number in range(LIBRARIES):
        cards = [some_card(index, chance) for index in range(chance.randint(1, 12))]
        sources = (
            Source(
                SourceId("s0"), "report", line(chance), published=date(2020, 1, 2), note=CANARY, text={"by": CANARY}
            ),
            Source(SourceId("s1"), "web", line(chance), url="https://a.example/", note=CANARY),
        )
        held = WholeLibrary(OFFICE, (Note(NoteName("a"), "A", CANARY, sources, tuple(cards)),))
        product = chance.choice(product_names())
        made = outline(*some_blocks(cards, chance), product=product, name=f"o{number}", extra=FOR_COLLEAGUES)
        template = office if chance.random() < 0.2 else None
        done = export(made, held, tmp_path, options(by="A. Researcher", template=template, acknowledged=ANY_WAY))
        for name, part in Opened(done.path.read_bytes()).parts.items():
            assert not [word for word in telling if word in part], name
        assert CANARY not in done.record.read_text(encoding="utf-8")
