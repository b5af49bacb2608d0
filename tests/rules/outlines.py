"""An outline of one block a card, and what the rules say of each: for letters read whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from briefing.model.entries import read_block, read_card, read_outline_head, read_source
from briefing.model.ids import NoteName, OutlineName
from briefing.model.library import WholeLibrary
from briefing.model.note import Note
from briefing.model.office import Office
from briefing.rules.judging import judge

SENT = date(2025, 1, 8)


@dataclass(frozen=True, slots=True)
class Said:
    """What a block says, and what stands on its card."""

    id: str
    text: str
    card: Mapping[str, object]


def flagged(
    said: Iterable[Said], office: Office, product: str, sources: Iterable[Mapping[str, object]] = ()
) -> dict[str, set[str]]:
    """Return for each rule the blocks it notices something in; "" for the document as a whole."""
    said = tuple(said)
    head = {"title": "A letter", "product": product, "member": office.members[0].id if office.members else ""}
    outline, _ = read_outline_head(OutlineName("letter"), {name: value for name, value in head.items() if value})
    cards = tuple(read_card({"id": one.id, "claim": one.text.strip(), **one.card}) for one in said)
    blocks = tuple(read_block({"id": one.id, "card": one.id, "text": one.text}) for one in said)
    note = Note(NoteName("letter"), "A letter", sources=tuple(map(read_source, sources)), cards=cards)
    outline = outline.with_blocks(blocks)
    found: dict[str, set[str]] = {}
    for one in judge(outline, WholeLibrary(office=office, notes=(note,), outlines=(outline,)), SENT):
        found.setdefault(one.rule, set()).add(one.block)
    return found
