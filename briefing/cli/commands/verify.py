"""`briefing verify [CARD...]`: compares exact words with the kept texts of their sources."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.catalogue.kept import KeptTexts
from briefing.cli.names import find_card
from briefing.cli.output import put, put_json
from briefing.cli.which import find_library, look_into
from briefing.evidence.quotations.comparing import Comparison, Result
from briefing.evidence.quotations.differing import word_by_word
from briefing.library.reading import read_library
from briefing.model.card import Card
from briefing.model.library import Library
from briefing.model.literal import show_line
from briefing.wording import quotations as say


@dataclass(frozen=True, slots=True)
class _Verified:
    """A card, and what was found of its exact words."""

    card: Card
    comparison: Comparison
    text_is_changed: bool


def run(options: Namespace) -> int:
    """Print what was found of each card; 1 where words differ, stand elsewhere, or a kept text is not to be trusted."""
    library, cards = _asked(options)
    texts = KeptTexts(library, find_library(options.library))
    verified = [_verify(card, library, texts) for card in cards]
    if options.json:
        put_json({"quotations": [_document(each) for each in verified]})
    else:
        for each in verified:
            for line in _lines(each):
                put(line)
    is_well = all(each.comparison.result in {Result.EXACT, Result.NO_TEXT} for each in verified)
    return 0 if is_well and not any(each.text_is_changed for each in verified) else 1


def _asked(options: Namespace) -> tuple[Library, Sequence[Card]]:
    """Return the library with the cards that are named, or with all that have exact words."""
    if options.cards:
        library = look_into(options)
        return library, [find_card(library, card) for card in options.cards]
    whole = read_library(find_library(options.library))
    return whole, [card for _, card in whole.all_cards() if card.quote.strip()]


def _verify(card: Card, library: Library, texts: KeptTexts) -> _Verified:
    source = library.source_of(card)
    return _Verified(card, texts.compare(card), source is not None and texts.is_changed(source))


def _document(verified: _Verified) -> dict[str, object]:
    card, comparison = verified.card, verified.comparison
    told: dict[str, object] = {"card": card.id, "result": comparison.result.value}
    if comparison.page:
        told["at"] = say.on_page(comparison.page)
    if comparison.result is not Result.NO_TEXT and not card.is_restricted:
        told |= {"expected": card.quote, "found": _found(verified)}
    return told


def _found(verified: _Verified) -> str:
    """Return the words of the source, of near ones no more than stand beside the card's."""
    found = verified.comparison.found
    if verified.comparison.result is not Result.DIFFERS:
        return found
    return " ".join(each.found for each in word_by_word(verified.card.quote, found) if each.found)


def _lines(verified: _Verified) -> Iterator[str]:
    card, comparison = verified.card, verified.comparison
    result = say.CHANGED_TEXT if verified.text_is_changed else say.RESULTS[comparison.result]
    place = say.on_page(comparison.page)
    yield f"{card.id}  {comparison.result.value}: {result}{f' ({place})' if place else ''}"
    if comparison.result is Result.NO_TEXT:
        return
    stretches = word_by_word(show_line(card.quote), show_line(comparison.found))
    is_cut = comparison.result is not Result.DIFFERS and not all(each.is_same for each in stretches)
    if comparison.result is not Result.DIFFERS and not is_cut:
        return
    if card.is_restricted:
        yield f"  {say.RESTRICTED}"
    elif comparison.found:
        yield say.said(say.marked((each.said, each.is_same) for each in stretches))
        yield say.found(say.marked((each.found, each.is_same) for each in stretches))
    else:
        yield f"  {say.NOT_NEAR}"
