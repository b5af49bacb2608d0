"""`briefing stale [--on DATE]`: prints what has passed its review date or moved, and is to be looked at again."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence

from briefing.cli.output import put_json, put_rows
from briefing.cli.times import read_time
from briefing.cli.which import find_library
from briefing.disk.places import exports_folder
from briefing.evidence.freshness import Stale, find_ended, find_stale
from briefing.evidence.tracing import Export, by_card
from briefing.library.reading import read_library
from briefing.library.values import show_value
from briefing.model.library import WholeLibrary
from briefing.word.said import read_exports
from briefing.wording import commands as words
from briefing.wording import standing as say


def run(options: Namespace) -> int:
    """Print a card a line; 1 where there are any."""
    on = read_time(options.on).date()
    library = read_library(find_library(options.library))
    cards = tuple(find_stale((card for _, card in library.all_cards()), library, on))
    ended = tuple(find_ended(library.outlines, on))
    if options.json:
        exports, _ = read_exports(exports_folder(find_library(options.library)))
        used = by_card(exports)
        lists = {
            "cards": [_card_document(each, used) for each in cards],
            "outlines": [_document(each) for each in ended],
        }
        put_json({name: held for name, held in lists.items() if held or name == "cards"})
    elif cards or ended:
        put_rows(_rows(cards, ended, library))
    return 1 if cards or ended else 0


def _card_document(stale: Stale, used: Mapping[str, Sequence[Export]]) -> dict[str, object]:
    exports = [export.path for export in used.get(stale.id, ())]
    return {**_document(stale), "exports": exports} if exports else _document(stale)


def _document(stale: Stale) -> dict[str, object]:
    told: dict[str, object] = {"id": stale.id, "reason": stale.reason.value}
    if stale.since:
        told["since"] = stale.since
    return {**told, "superseded_by": stale.successor} if stale.successor else told


def _rows(cards: tuple[Stale, ...], ended: tuple[Stale, ...], library: WholeLibrary) -> Iterator[tuple[str, ...]]:
    for each in cards:
        card = library.cards[each.id]
        claim = words.restricted_word(card.id) if card.is_restricted else card.claim
        used = [outline.name for outline in library.uses(each.id)]
        yield each.id, show_value(each.since), say.stale(each.reason.value, each.successor), say.used(claim, used)
    for each in ended:
        outline = library.outline(each.id)
        yield each.id, show_value(each.since), each.reason.value, outline.title if outline else ""
