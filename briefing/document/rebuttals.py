"""What they will say, what we say to it, and the proof: attacks with their answers as the rows of one table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.document.cards import exact_words, set_own_words, usable_card
from briefing.document.citation import name_source
from briefing.document.document import Cell, Inline, Paragraph, Style, Table, Words
from briefing.document.notes import Notes
from briefing.document.prose import lead_in, sentence
from briefing.model.card import Card
from briefing.model.library import Library
from briefing.model.outline import Block
from briefing.wording import document as say

_ANSWERING_KINDS = frozenset({"rebuttal", "concession", "soundbite", "assertion"})
_WIDTHS = ((23, 45, 32), (32, 38, 30), (42, 30, 28), (30, 28, 42), (24, 34, 42))
"""Shares of the width, in per cent: the usual ones first, then those for long words of theirs, and for long proof."""


@dataclass(frozen=True, slots=True)
class Rebuttal:
    """One attack, and the blocks one level deeper: its answers and their proof."""

    attack: Block
    answers: tuple[Block, ...]


def set_rebuttals(rebuttals: Iterable[Rebuttal], library: Library, notes: Notes, description: str) -> Table:
    """Return the table of some attacks that stand together."""
    rows = tuple(_row(rebuttal, library, notes) for rebuttal in rebuttals)
    return Table(
        caption=say.REBUTTALS,
        heading=tuple(
            Paragraph(Style.CELL_HEADING, (Words(label),), kind="cell")
            for label in (say.THEY_SAY, say.WE_SAY, say.PROOF)
        ),
        rows=rows,
        widths=min(_WIDTHS, key=lambda widths: sum(_height(row, widths) for row in rows)),
        description=description,
    )


def _height(row: tuple[Cell, ...], widths: tuple[int, ...]) -> float:
    """Return how high a row is in columns of these widths, in a unit of its own: that of its fullest cell."""
    letters = (sum(len(paragraph.text) for paragraph in cell) for cell in row)
    return max(count / width for count, width in zip(letters, widths, strict=True))


def _row(rebuttal: Rebuttal, library: Library, notes: Notes) -> tuple[Cell, ...]:
    """Return three cells, each made whole before the next: notes are numbered as they are read."""
    attack, answers = rebuttal.attack, rebuttal.answers
    theirs = tuple(_attack(attack, library, notes))
    spoken = [block for block in answers if _is_answer(block, attack, library)] or list(answers[:1])
    ours = tuple(cell for block in spoken for cell in _answer(block, library))
    proof: list[Paragraph] = []
    for block in answers:
        proof.extend(_proof(block, library, notes, stated=block in spoken))
    return (
        theirs,
        ours or (_cell(attack, Words(say.UNANSWERED)),),
        tuple(proof) or (_cell(attack, Words(say.NO_PROOF)),),
    )


def _is_answer(block: Block, attack: Block, library: Library) -> bool:
    """Whether a block says something to the attack, rather than proving what is said."""
    card = library.cards.get(block.evidence)
    if card is None or block.text.strip():
        return True
    return attack.attack in card.answers or card.kind in _ANSWERING_KINDS


def _attack(block: Block, library: Library, notes: Notes) -> Iterator[Paragraph]:
    """Yield what they will say: as we put it, then in their own words, with where they said it."""
    card = usable_card(block, library)
    if isinstance(card, str):
        yield _cell(block, Words(card, italic=True))
    elif block.text.strip():
        yield from _own_words(block, card, notes)
    else:
        note = notes.note(card, shown=card.claim, scope=False)
        claim = Words(lead_in(card.claim) if card.quote else sentence(card.claim))
        yield _cell(block, claim, *(() if card.quote else note), card=card)
        if card.quote:
            yield _cell(block, Words(sentence(exact_words(card))), *note, card=card)


def _answer(block: Block, library: Library) -> Iterator[Paragraph]:
    """Yield what we say: own words, or the claim of a card that answers. Its note goes with the proof."""
    card = usable_card(block, library) if block.evidence else None
    if block.heading.strip():
        yield _cell(block, Words(block.heading, bold=True))
    elif isinstance(card, str):
        yield _cell(block, Words(card, italic=True))
    elif card is None or block.text.strip():
        yield from _own_words(block, card, None)
    else:
        yield _cell(block, Words(sentence(card.claim)), card=card)


def _proof(block: Block, library: Library, notes: Notes, *, stated: bool) -> Iterator[Paragraph]:
    """Yield what a block proves: its claim, unless it is `stated` beside, then exact words, or who says so."""
    card = usable_card(block, library) if block.evidence else None
    if isinstance(card, str) and not stated:
        yield _cell(block, Words(card, italic=True))
    if not isinstance(card, Card):
        return
    quote = "" if block.text.strip() else card.quote
    source = library.source_of(card)
    note = notes.note(card, shown=block.text.strip() or f"{card.claim} {quote}", scope=True)
    if not stated:
        claim = lead_in(card.claim) if quote else sentence(card.claim)
        yield _cell(block, Words(claim), *(() if quote else note), card=card)
    if quote:
        yield _cell(block, Words(sentence(exact_words(card))), *note, card=card)
    elif stated and source:
        yield _cell(block, Words(f"{name_source(source)}."), *note, card=card)


def _own_words(block: Block, card: Card | None, notes: Notes | None) -> Iterator[Paragraph]:
    for paragraph in set_own_words(block, card, notes, Style.CELL, scope=False):
        yield _cell(block, *paragraph.words, card=card)


def _cell(block: Block, *words: Inline, card: Card | None = None) -> Paragraph:
    return Paragraph(Style.CELL, words, block.id, card.id if card else "", "cell")
