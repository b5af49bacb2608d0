"""`briefing prove CODE`: prints the proof behind a code in the margin of a reading copy."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from briefing.cli.names import find_card
from briefing.cli.output import put, put_json
from briefing.cli.which import find_library, look_into
from briefing.disk.places import exports_folder
from briefing.document.citation import cite_text
from briefing.document.notes import scope_of
from briefing.document.plain import plain_paragraph
from briefing.document.proofs import check_told, set_proof
from briefing.errors import NotFound, Refused
from briefing.model.card import Card
from briefing.model.library import Library
from briefing.model.literal import show_line
from briefing.word.said import read_exports
from briefing.wording import commands as words
from briefing.wording import proofs as say


def run(options: Namespace) -> int:
    """Print what the card says, its exact words, their source, what they hold for, and who checked them."""
    library, code = look_into(options), options.code.strip().upper()
    card = _find(library, code, exports_folder(find_library(options.library)))
    if card.is_restricted:
        raise Refused(words.restricted(card.id), hint=words.RESTRICTED_HINT)
    if options.json:
        put_json(_document(code, card, library))
    else:
        for paragraph in set_proof(code, card, library):
            put(plain_paragraph(paragraph))
    return 0


def _find(library: Library, code: str, exports: Path) -> Card:
    """Return the card a code stands for; raises NotFound where it stands for none, or for several."""
    begun = [card for card in library.cards if code and card.upper().startswith(code)]
    whole = [card for card in begun if card.upper() == code]
    meant = whole or (begun if len(begun) < 2 else _printed(code, begun, exports) or begun)
    if len(meant) > 1:
        raise NotFound(say.several(show_line(code), len(meant)), hint=say.one_of(map(show_line, meant[:_MOST])))
    return find_card(library, meant[0] if meant else code)


_MOST = 8
"""Cards that are named where a code stands for several."""


def _printed(code: str, among: Iterable[str], exports: Path) -> Sequence[str]:
    """Return those of the cards beside whose words the code stands in a copy that was made."""
    made, _ = read_exports(exports)
    beside = {said.card for export in made for said in export.said if said.code == code}
    return [card for card in among if card in beside]


def _document(code: str, card: Card, library: Library) -> Mapping[str, object]:
    source = library.source_of(card)
    told: dict[str, object] = {
        "code": code,
        "card": card.id,
        "claim": card.claim,
        "quote": card.quote,
        "source": card.source,
        "citation": cite_text(source, card.at) if source else "",
        "holds_for": list(scope_of(card, f"{card.claim} {card.quote}")),
        "status": card.standing,
        "told": check_told(card),
    }
    checked = {name: card.checked[name] for name in ("by", "on") if name in card.checked}
    return {name: value for name, value in {**told, "checked": checked}.items() if value not in ("", [], {})}
