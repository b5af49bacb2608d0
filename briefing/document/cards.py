"""A card on the page: the claim, the exact words, who said them, what they hold for, and the note."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.document.citation import name_source
from briefing.document.document import Footnote, Inline, Paragraph, Style, Words
from briefing.document.notes import Notes, is_figure, scope_of
from briefing.document.product import LISTED, Manner, Scope
from briefing.document.prose import lead_in, passages, quoted, sentence
from briefing.model.card import Card
from briefing.model.dates import spell
from briefing.model.library import Library
from briefing.model.outline import Block
from briefing.model.spoken import spoken_text
from briefing.wording import document as say

LONGEST_INLINE = 15
"""Words of a quotation that may stand in the claim's own line; a longer one is set apart."""


def set_card(block: Block, library: Library, notes: Notes, manner: Manner) -> Iterator[Paragraph]:
    """Yield the paragraphs of a block that shows a card: its own words where it has some, else the card's."""
    card = usable_card(block, library)
    if isinstance(card, str):
        yield Paragraph(Style.BODY, (Words(card, italic=True),), block.id)
    elif manner.spoken:
        yield from _set_spoken(block, card, library, notes, manner)
    elif block.text.strip():
        yield from set_own_words(block, card, notes, manner.card, scope=manner.scope is not Scope.UNSAID)
    else:
        yield from _set_claim(block, card, library, notes, manner)


def usable_card(block: Block, library: Library) -> Card | str:
    """Return the block's card, or the sentence that stands in its place; a restricted card's words never pass."""
    card = library.cards.get(block.evidence)
    if card is None:
        return say.MISSING_CARD
    return say.RESTRICTED_CARD if card.is_restricted else card


def set_own_words(
    block: Block, card: Card | None, notes: Notes | None, style: Style, *, scope: bool
) -> Iterator[Paragraph]:
    """Yield own words as paragraphs, with the note of the card they stand for at their end."""
    note = notes.note(card, shown=block.text, scope=scope) if card and notes else ()
    yield from _set_words(block, block.text, card, note, style)


def exact_words(card: Card) -> str:
    """Return the card's exact words in quotation marks, with who said them."""
    said_by = attribution(card)
    return f"{quoted(card.quote)} ({said_by})" if said_by else quoted(card.quote)


def attribution(card: Card) -> str:
    """Return who said it, as what, and for whom."""
    whom = say.on_behalf_of(card.for_) if card.for_ else ""
    return ", ".join(part for part in (card.speaker, card.role, whom) if part)


def _set_words(
    block: Block, text: str, card: Card | None, note: tuple[Footnote, ...], style: Style
) -> Iterator[Paragraph]:
    """Yield a text as paragraphs, lists as lists, with the note at the end of the last."""
    own = tuple(passages(text))
    if style is Style.BULLET and any(passage.depth for passage in own):
        style = Style.BODY
    for number, passage in enumerate(own, 1):
        words: tuple[Inline, ...] = (Words(passage.text), *(note if number == len(own) else ()))
        yield Paragraph(_style(passage.depth, style), words, block.id, card.id if card else "")


def _style(depth: int, around: Style) -> Style:
    """Return the style of a passage: that of the words around it, or of an item that stands in them or in a list."""
    if not depth:
        return around
    return Style.BULLET_2 if depth > 1 or around in LISTED else Style.BULLET


def _set_spoken(block: Block, card: Card, library: Library, notes: Notes, manner: Manner) -> Iterator[Paragraph]:
    """Yield a card as it is spoken. An attack without own words is not: a line says what is being answered."""
    text = spoken_text(block, library)
    note = notes.note(card, shown=text or card.claim, scope=manner.scope is not Scope.UNSAID)
    if text:
        yield from _set_words(block, text, card, note, manner.card)
    else:
        yield Paragraph(Style.SOURCE, (Words(say.answering(sentence(card.claim))), *note), block.id, card.id)


def _set_claim(block: Block, card: Card, library: Library, notes: Notes, manner: Manner) -> Iterator[Paragraph]:
    claim = lead_in(card.claim) if card.quote else sentence(card.claim)
    inline = bool(card.quote) and is_short(card.quote)
    apart = bool(card.quote) and not inline and manner.quotations
    if card.quote and not (inline or apart):
        claim = sentence(card.claim)
    shown = " ".join(part for part in (claim, card.quote if inline or apart else "") if part)
    note = notes.note(card, shown=shown, scope=manner.scope is Scope.NOTED)
    words: tuple[Inline, ...] = (Words(claim),)
    if inline:
        words = (*words, Words(f" {sentence(exact_words(card))}"))
    under = tuple(_scope(block, card, shown, manner))
    leading = manner.card is Style.CLAIM and (apart or under)
    style = Style.CLAIM_LEADING if leading else manner.card
    yield Paragraph(style, words if apart else (*words, *note), block.id, card.id)
    if apart:
        yield Paragraph(Style.QUOTATION, (Words(quoted(card.quote)), *note), block.id, card.id, "quotation")
        yield from _said_by(block, card, library)
    yield from under


def is_short(quote: str) -> bool:
    """Whether exact words may stand in a line of ours."""
    return "\n" not in quote and len(quote.split()) <= LONGEST_INLINE


def _said_by(block: Block, card: Card, library: Library) -> Iterator[Paragraph]:
    """Yield the line under a quotation: who said it and when, or at least what it is from."""
    source = library.source_of(card)
    day = spell(card.as_of) if card.as_of else ""
    who = attribution(card)
    words = ", ".join(part for part in (who, day) if part) if who else name_source(source) if source else ""
    if words:
        yield Paragraph(Style.SOURCE, (Words(words),), block.id, card.id)


def _scope(block: Block, card: Card, shown: str, manner: Manner) -> Iterator[Paragraph]:
    parts = scope_of(card, shown) if manner.scope is Scope.UNDER and is_figure(card) else ()
    if parts:
        yield Paragraph(Style.SOURCE, (Words(f"{say.scope(parts)}."),), block.id, card.id)
