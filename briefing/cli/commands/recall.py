"""`briefing recall CARD`: prints where a card in doubt was used, and drafts of the correction."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.cli.commands.trace import put_uses, use_document
from briefing.cli.names import find_card
from briefing.cli.output import put, put_json, put_text, say
from briefing.cli.which import find_library, look_into
from briefing.disk.places import exports_folder
from briefing.document.citation import cite_text
from briefing.errors import Refused
from briefing.evidence.recalling import (
    Correction,
    Remedy,
    draft_corrections,
    find_remedy,
    find_resting,
    find_successor,
    is_recalled,
)
from briefing.evidence.tracing import Export, Use, find_uses
from briefing.model.card import Card
from briefing.model.library import Library
from briefing.word.said import read_exports
from briefing.wording import commands as told_plainly
from briefing.wording import recalling as words
from briefing.wording import tracing as told


def run(options: Namespace) -> int:
    """Print the uses and the drafts; raises Refused where the card stands."""
    library = look_into(options)
    card = find_card(library, options.card)
    if not is_recalled(card):
        raise Refused(words.not_recalled(card.id))
    exports, unread = read_exports(exports_folder(find_library(options.library)))
    for name in unread:
        say(told.not_read(name))
    found = _find(card, library, exports)
    resting = tuple(_find(other, library, exports) for other in find_resting(card, library))
    drafts = draft_corrections(card, found.uses, found.outlines, _correct(card, library)) if found.any else {}
    if options.json:
        put_json(_document(found, resting, drafts))
    elif drafts or resting:
        _put(found, resting, drafts)
    else:
        put(words.NO_USE)
    return 0


@dataclass(frozen=True, slots=True)
class _Found:
    """Where a card was used."""

    card: Card
    outlines: tuple[str, ...]
    uses: tuple[Use, ...]

    @property
    def any(self) -> bool:
        """Whether it was used at all."""
        return bool(self.outlines or self.uses)

    @property
    def document(self) -> list[dict[str, object]]:
        """The uses as JSON has them."""
        outlines: list[dict[str, object]] = [{"outline": name} for name in self.outlines]
        return [*outlines, *(use_document(self.card, use) for use in self.uses)]


def _find(card: Card, library: Library, exports: Sequence[Export]) -> _Found:
    return _Found(card, tuple(outline.name for outline in library.uses(card.id)), find_uses(card, exports))


def _put(found: _Found, resting: Sequence[_Found], drafts: dict[str, str]) -> None:
    put_uses(found.card, found.outlines, found.uses)
    for other in resting:
        claim = told_plainly.restricted_word(other.card.id) if other.card.is_restricted else other.card.claim
        put_text(words.rests(other.card.id, claim))
        put_uses(other.card, other.outlines, other.uses)
    for name, draft in drafts.items():
        put_text(f"\n{words.TITLES[name]}\n{draft}")


def _document(found: _Found, resting: Sequence[_Found], drafts: dict[str, str]) -> dict[str, object]:
    told: dict[str, object] = {"card": found.card.id, "status": found.card.standing, "uses": found.document}
    if resting:
        told["resting"] = [{"card": other.card.id, "uses": other.document} for other in resting]
    return {**told, "drafts": drafts}


def _correct(card: Card, library: Library) -> Correction:
    """Return what is to be said in the card's place."""
    successor = find_successor(card, library)
    remedy = find_remedy(card, successor)
    if successor is None or remedy is not Remedy.CORRECT:
        return Correction(remedy, successor=successor.id if successor else "")
    source = library.source_of(successor)
    right = f"{successor.claim} ({cite_text(source, successor.at)})" if source else successor.claim
    return Correction(remedy, right, successor.id)
