"""A change is taken: the outline with it, or the reason why it cannot be written there. Cards are left as they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model.assembling import change as with_block
from briefing.model.assembling import drop, insert, place_after
from briefing.model.ids import BlockId
from briefing.model.literal import show_line
from briefing.model.outline import Block, Outline
from briefing.model.placing import add_after
from briefing.settling.came import Accepted, Came, text_of
from briefing.settling.fields import Shown, find_field, with_field, with_header
from briefing.settling.merging import merge
from briefing.settling.moving import blocks_moved, moved
from briefing.settling.neighbours import block_before, block_of
from briefing.word.returned.change import Change, What, Wording
from briefing.word.returned.exported import ExportedPart
from briefing.word.returned.homes import Where
from briefing.word.returned.values import NONE
from briefing.wording import settling as say

_REMARKS = frozenset({What.COMMENT, What.REPLY})
"""What asks for an answer and changes no word."""


class NotTaken(Exception):
    """A change that cannot be written into the outline; it says why in a sentence."""

    def __init__(self, why: str, *, is_conflict: bool = False) -> None:
        """Keep whether the outline says something else by now, so that both are there to choose from."""
        super().__init__(why)
        self.why = why
        self.is_conflict = is_conflict


@dataclass(frozen=True, slots=True)
class Asked:
    """A change somebody wants taken, on top of those that are accepted already."""

    came: Came
    change: Change
    accepted: Accepted
    theirs: bool = False
    """Whether their words are taken where the outline says something else by now."""
    at: str = ""
    """The block that what could not be placed belongs to."""

    @property
    def then(self) -> Accepted:
        """What is accepted once it is."""
        return self.accepted | {self.change.id}


def take(outline: Outline, asked: Asked, shown: Shown) -> Outline:
    """Return the outline with a change taken; raises NotTaken."""
    change = asked.change
    if change.what in _REMARKS:
        return outline
    _refuse(asked)
    if change.what is What.MOVE and (blocks := blocks_moved(asked.came, change, outline)):
        return moved(outline, asked.came, change, blocks)
    touched = asked.came.touched(change.id)
    if not touched:
        raise NotTaken(say.NO_WORDS)
    chains = {
        chain: None
        for wording in touched
        if wording.home.where is Where.BLOCK or asked.came.is_within(wording)
        for chain in _chains(asked, wording.home.part)
    }
    for chain in chains:
        outline = _rewritten(outline, asked, chain, shown)
    for wording in touched:
        if wording.home.where is not Where.BLOCK and not asked.came.is_within(wording):
            outline = _with_new(outline, asked, wording, shown)
    return outline


def _refuse(asked: Asked) -> None:
    """Raise NotTaken where what was changed is no words of the outline's."""
    change = asked.change
    if change.home.note != NONE:
        raise NotTaken(say.IN_A_NOTE)
    if change.what is What.FORMAT:
        raise NotTaken(say.LOOKS)
    if change.what is What.TABLE and not change.before:
        raise NotTaken(say.TABLE)
    if change.home.where is Where.NONE and not asked.at:
        raise NotTaken(say.WHERE)
    for wording in asked.came.touched(change.id):
        if around := _moves_around(wording, asked):
            raise NotTaken(say.in_a_move(sorted(around)))


def _moves_around(wording: Wording, asked: Asked) -> set[str]:
    """Return the moves nobody has decided on that put there the words a change is in."""
    if wording.home.where is Where.BLOCK:
        return set()
    put = {piece.inserted for piece in wording.pieces} - {"", asked.change.id} - asked.accepted
    return {name for name in put if name in asked.came.by_id and asked.came.by_id[name].what is What.MOVE}


# Words of blocks.


def _chains(asked: Asked, part: int) -> Iterator[range]:
    """Yield the parts whose words a change may shift among one another."""
    now, then = (asked.came.chain(part, accepted) for accepted in (asked.accepted, asked.then))
    yield range(min(now.start, then.start), max(now.stop, then.stop))


def _rewritten(outline: Outline, asked: Asked, chain: range, shown: Shown) -> Outline:
    before, after = (_by_part(asked, chain, accepted) for accepted in (asked.accepted, asked.then))
    for part in chain:
        was, now = before.get(part, ""), after.get(part, "")
        if was != now:
            outline = _with_part(outline, asked, part, (was, now), shown)
    return outline


def _by_part(asked: Asked, chain: range, accepted: Accepted) -> dict[int, str]:
    """Return what each part of a chain says; raises NotTaken where words would be parted from their evidence."""
    parts = asked.came.exported.parts
    texts: dict[int, str] = {}
    for owner, text, joined in asked.came.says(chain, accepted):
        for part in joined:
            apart = parts[part].block != parts[owner].block
            if apart and not _may_join(parts[owner], parts[part]):
                raise NotTaken(say.MERGED)
        texts[owner] = text
    return texts


def _may_join(one: ExportedPart, other: ExportedPart) -> bool:
    """Whether words may go on with those of one part: both are prose of blocks, and the other rests on no card."""
    return bool(one.block and other.block) and not other.card and "heading" not in {one.kind, other.kind}


def _with_part(outline: Outline, asked: Asked, part: int, words: tuple[str, str], shown: Shown) -> Outline:
    """Return the outline with one part of what left changed from what it said to what it is to say."""
    was, now = words
    name = asked.came.exported.parts[part].block
    if not name:
        if (renamed := with_header(outline, was, now)) is None:
            raise NotTaken(say.NO_BLOCK)
        return renamed
    block = outline.block(name)
    if block is None:
        if not now.strip():
            return outline
        raise NotTaken(say.gone(name))
    return _with_words(outline, block, words, shown, theirs=asked.theirs)


def _with_words(outline: Outline, block: Block, words: tuple[str, str], shown: Shown, *, theirs: bool) -> Outline:
    found = find_field(block, words[0], shown)
    field, ours = found or ("heading" if block.heading else "text", block.heading or block.text)
    merged = merge(ours, *words) if found else None
    if not found and shown.prints(block, words[0]):
        raise NotTaken(say.NO_BLOCK)
    if merged is None and not theirs:
        raise NotTaken(say.changed_since(block.id, show_line(" ".join(ours.split()))), is_conflict=True)
    text = words[1] if merged is None else merged
    if text.strip() or field == "short":
        return with_block(outline, with_field(block, field, text))
    return drop(outline, block.id)


# New blocks.


def _with_new(outline: Outline, asked: Asked, wording: Wording, shown: Shown) -> Outline:
    """Return the outline with a paragraph that was in no export: as a block of its own, or as that reads by now."""
    was, now = (text_of(wording, accepted).strip() for accepted in (asked.accepted, asked.then))
    name = block_of(asked.came, wording)
    held = outline.block(name) or _moved_here(outline, asked, wording, was, shown)
    if held is not None:
        return _with_words(outline, held, (was, now), shown, theirs=asked.theirs)
    if was and not asked.theirs:
        raise NotTaken(say.gone(name))
    return _inserted(outline, asked, wording, _new_block(outline, asked, wording, now)) if now else outline


def _moved_here(outline: Outline, asked: Asked, wording: Wording, was: str, shown: Shown) -> Block | None:
    """Return the block that was moved as a whole to where a text stands."""
    put = {piece.inserted for piece in wording.pieces} & asked.accepted
    moves = (asked.came.by_id[name] for name in put if name in asked.came.by_id)
    blocks = (block for move in moves if move.what is What.MOVE for block in blocks_moved(asked.came, move, outline))
    return next((block for block in blocks if find_field(block, was, shown)), None)


def _new_block(outline: Outline, asked: Asked, wording: Wording, text: str) -> Block:
    """Return a paragraph as a block; a copy of one that shows a card rests on that card too."""
    name = BlockId(block_of(asked.came, wording))
    paragraph = asked.came.changes.placed.file.paragraphs[wording.paragraphs[0]]
    if paragraph.level and "\n" not in text:
        return Block(name, heading=text, level=paragraph.level)
    if wording.home.where is Where.COPY:
        of = outline.block(asked.came.exported.parts[wording.home.part].block)
        if of is not None and of.evidence:
            return Block(name, card=of.card, attack=of.attack, text=text)
    return Block(name, text=text)


def _inserted(outline: Outline, asked: Asked, wording: Wording, block: Block) -> Outline:
    before = asked.at or block_before(outline, asked.came, wording.paragraphs[0])
    if before:
        return add_after(outline, block, before)
    return place_after(insert(outline, block), block.id, None)
