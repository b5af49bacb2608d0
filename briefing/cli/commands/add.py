"""`briefing add OUTLINE CARD...`: adds cards to an outline and prints the ids of their blocks."""

from __future__ import annotations

from argparse import Namespace

from briefing.cli.names import find_block, find_card, find_outline
from briefing.cli.output import put, say
from briefing.cli.saving import save
from briefing.cli.which import open_library
from briefing.library.authoring import change_outline
from briefing.model.assembling import new_block_id
from briefing.model.card import Card
from briefing.model.library import Library
from briefing.model.outline import Block, Outline
from briefing.model.placing import add_after
from briefing.wording import commands as words

DOUBTFUL = frozenset({"disputed", "superseded", "withdrawn"})


def run(options: Namespace) -> int:
    """Add the cards one after another, all of them or none."""
    opened = open_library(options)
    before = find_outline(opened.library, options.outline)
    cards = [find_card(opened.library, card) for card in options.cards]
    after = before
    selected = find_block(before, options.after).id if options.after else ""
    added: list[str] = []
    for card in cards:
        block = _block(card, after, opened.library)
        after = add_after(after, block, selected)
        selected = block.id
        added.append(block.id)
    save(opened, change_outline(before, after, words.step(words.ADDED, ", ".join(added))))
    for block_id in added:
        put(block_id)
    for card in cards:
        _warn(card)
    return 0


def _warn(card: Card) -> None:
    """Say what stands in the way of a card that cannot simply be sent."""
    if card.is_restricted:
        say(words.restricted_added(card.id))
    elif card.standing in DOUBTFUL:
        say(words.doubtful_added(card.id, card.standing, card.why))


def _block(card: Card, outline: Outline, library: Library) -> Block:
    """Return a new block for a card: an attack to answer where the claim is the other side's."""
    kind = library.office.kinds.get(card.kind)
    block_id = new_block_id(outline)
    return Block(block_id, attack=card.id) if kind and kind.theirs else Block(block_id, card=card.id)
