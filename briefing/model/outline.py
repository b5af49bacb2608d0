"""An outline: what is being assembled, as one flat list of blocks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from briefing.model.dates import Moment, When
from briefing.model.ids import BlockId, CardId, OutlineName

_SLOT = re.compile(r"(\d{1,3})(?::(\d{1,2}))?", re.ASCII)
"""Minutes, and seconds where they matter: `5`, `5:00`."""


@dataclass(frozen=True, slots=True)
class Block:
    """One item of an outline: a heading, a card, an attack to answer, or own words."""

    id: BlockId
    heading: str = ""
    card: CardId = CardId("")
    attack: CardId = CardId("")
    text: str = ""
    """Own words; beside a card or an attack they replace its words here."""
    level: int = 1
    short: str = ""
    weight: str = "should"
    with_: BlockId = BlockId("")
    either: str = ""
    part: str = ""
    role: str = ""
    pause: int = 0
    note: str = ""
    waived: Mapping[str, object] = field(default_factory=dict)
    """The rules whose findings here are let be, each with `reason`, `by` and `on`."""
    extra: Mapping[str, object] = field(default_factory=dict)
    """Keys of the file this program does not know: kept as they are."""

    @property
    def evidence(self) -> CardId:
        """The id of the card it shows, as evidence or as an attack; empty for a heading or own words."""
        return self.card or self.attack


@dataclass(frozen=True, slots=True)
class Outline:
    """What is being assembled. The header's fields are those of `fields.OUTLINE_FIELDS`."""

    name: OutlineName
    title: str
    product: str
    date: When = date.min
    member: str = ""
    event: str = ""
    slot: str = ""
    interventions: int = 0
    handling: str = "office"
    embargo: Moment | None = None
    audience: str = ""
    example: str = ""
    aim: str = ""
    ask: str = ""
    stage: str = ""
    opens: str = ""
    winds: str = ""
    to: str = ""
    reference: str = ""
    salutation: str = ""
    their_point: str = ""
    owner: str = ""
    cleared_by: str = ""
    valid_until: When | None = None
    waived: Mapping[str, object] = field(default_factory=dict)
    """The rules whose findings about the document as a whole are let be, each with `reason`, `by` and `on`."""
    blocks: tuple[Block, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict)
    """Keys of the file this program does not know: kept as they are."""

    @property
    def file(self) -> str:
        """The path of its file inside the library."""
        return f"outlines/{self.name}.toml"

    @property
    def slot_seconds(self) -> int | None:
        """The time there is, in seconds; None where no slot is set or it cannot be read."""
        match = _SLOT.fullmatch(self.slot.strip())
        return int(match[1]) * 60 + int(match[2] or 0) if match else None

    def block(self, block_id: str) -> Block | None:
        """Return the block that goes by `block_id`."""
        return next((block for block in self.blocks if block.id == block_id), None)

    def index(self, block_id: str) -> int:
        """Return where a block stands, from 0; raises ValueError where it does not."""
        return [block.id for block in self.blocks].index(BlockId(block_id))

    def branch(self, block_id: str) -> tuple[Block, ...]:
        """Return a block with the deeper blocks that follow it: what moves and drops together."""
        start = self.index(block_id)
        end = start + 1
        while end < len(self.blocks) and self.blocks[end].level > self.blocks[start].level:
            end += 1
        return self.blocks[start:end]

    def with_blocks(self, blocks: tuple[Block, ...]) -> Outline:
        """Return the outline holding `blocks` instead."""
        return replace(self, blocks=blocks)
