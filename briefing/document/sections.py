"""The blocks of an outline in their order, each set in the manner of the section it stands in.

A heading under which nothing stands is left out. In a section that is a list, blocks deeper than its items are items of
a list within it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from briefing.document.cards import set_card, set_own_words
from briefing.document.document import Paragraph, Style, Table, Words
from briefing.document.notes import Notes
from briefing.document.product import LISTED, Manner, Product
from briefing.document.prose import passages
from briefing.document.rebuttals import Rebuttal, set_rebuttals
from briefing.model.library import Library
from briefing.model.outline import Block
from briefing.wording import document as say

HEADINGS = (
    Style.HEADING_1,
    Style.HEADING_2,
    Style.HEADING_3,
    Style.HEADING_4,
    Style.HEADING_5,
    Style.HEADING_6,
)

_BELOW_ALL = 1_000
"""A level deeper than any block's: of words, which belong to whatever heading comes before them, and of no list yet."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a document is made with: the library, its notes, the product and the outline's title."""

    library: Library
    notes: Notes
    product: Product
    title: str


def set_blocks(setting: Setting, blocks: Sequence[Block]) -> Iterator[Paragraph | Table]:
    """Yield what the blocks become, in order."""
    manner = setting.product.manner
    depth = 0
    items = _BELOW_ALL
    for block in _with_rebuttals(setting.product, list(_with_content(blocks))):
        if not isinstance(block, Block):
            yield set_rebuttals(block, setting.library, setting.notes, _describe(setting))
        elif block.heading:
            manner = setting.product.manner_of(block.part)
            items = _BELOW_ALL
            if manner.headed and block.heading.strip():
                depth = min(block.level, depth + 1, len(HEADINGS))
                yield _heading(block, depth)
        else:
            nested = block.level > items
            items = min(items, block.level) if manner.style_of(block) in LISTED else items
            yield from _set_block(block, setting, manner.nested() if nested else manner)


def _with_content(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks without headings under which nothing stands."""
    kept: list[Block] = []
    below = 0
    """How deep what stands next is; 0 where nothing does."""
    for block in reversed(blocks):
        if not block.heading:
            below = _BELOW_ALL if _says_something(block) else below
        elif below > block.level:
            below = block.level
        else:
            continue
        kept.append(block)
    return reversed(kept)


def _says_something(block: Block) -> bool:
    return bool(block.evidence) or any(passages(block.text))


def parted(blocks: Sequence[Block], part: str) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Return the blocks of one section, however often it begins, and all others, each in their order."""
    own: list[Block] = []
    others: list[Block] = []
    under: Block | None = None
    """The heading of the section, while it lasts."""
    for block in blocks:
        if block.heading and (under is None or block.level <= under.level):
            under = block if block.part == part else None
        (others if under is None else own).append(block)
    return tuple(own), tuple(others)


def _heading(block: Block, depth: int) -> Paragraph:
    """Return a heading, never more than one level under the heading before it, however deep the block stands."""
    return Paragraph(HEADINGS[max(depth, 1) - 1], (Words(block.heading),), block.id, kind="heading")


def _set_block(block: Block, setting: Setting, manner: Manner) -> Iterator[Paragraph]:
    style = manner.style_of(block)
    if block.evidence:
        yield from set_card(block, setting.library, setting.notes, replace(manner, card=style))
    else:
        yield from set_own_words(block, None, setting.notes, style, scope=False)
    if block.pause and manner.spoken:
        yield Paragraph(Style.SOURCE, (Words(say.pause(block.pause)),), block.id)


def _describe(setting: Setting) -> str:
    return say.description(setting.product.title, setting.title)


def _with_rebuttals(product: Product, blocks: Sequence[Block]) -> Iterator[Block | tuple[Rebuttal, ...]]:
    """Yield the blocks, attacks that stand together as one tuple where their section makes a table of them."""
    for tabled, run in groupby(_paired(product, blocks), lambda one: isinstance(one, Rebuttal)):
        if tabled:
            yield tuple(one for one in run if isinstance(one, Rebuttal))
        else:
            yield from (one for one in run if isinstance(one, Block))


def _paired(product: Product, blocks: Sequence[Block]) -> Iterator[Block | Rebuttal]:
    """Yield each attack with the deeper blocks that follow it, and every other block alone."""
    manner = product.manner
    where = 0
    while where < len(blocks):
        block = blocks[where]
        where += 1
        if block.heading:
            manner = product.manner_of(block.part)
        if not (block.attack and manner.rebuttals):
            yield block
            continue
        first = where
        while where < len(blocks) and blocks[where].level > block.level and not blocks[where].attack:
            where += 1
        yield Rebuttal(block, tuple(blocks[first:where]))
