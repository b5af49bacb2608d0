"""`briefing recall CARD`: prints where a card in doubt was used, and drafts of the correction."""

from __future__ import annotations

from argparse import Namespace

from briefing.cli.commands.trace import put_uses, use_document
from briefing.cli.names import find_card
from briefing.cli.output import put, put_json, put_text, say
from briefing.cli.which import find_library, look_into
from briefing.disk.places import exports_folder
from briefing.document.citation import cite_text
from briefing.errors import Refused
from briefing.evidence.recalling import draft_corrections, find_successor, is_recalled
from briefing.evidence.tracing import find_uses
from briefing.model.card import Card
from briefing.model.library import Library
from briefing.word.said import read_exports
from briefing.wording import recalling as words
from briefing.wording import tracing as told


def run(options: Namespace) -> int:
    """Print the uses and the drafts; raises Refused where the card stands."""
    library = look_into(options)
    card = find_card(library, options.card)
    if not is_recalled(card):
        raise Refused(words.not_recalled(card.id))
    outlines = tuple(outline.name for outline in library.uses(card.id))
    exports, unread = read_exports(exports_folder(find_library(options.library)))
    uses = find_uses(card, exports)
    for name in unread:
        say(told.not_read(name))
    drafts = draft_corrections(card, uses, outlines, _right(card, library)) if uses or outlines else {}
    if options.json:
        listed = [{"outline": name} for name in outlines] + [use_document(card, use) for use in uses]
        put_json({"card": card.id, "status": card.standing, "uses": listed, "drafts": drafts})
    elif drafts:
        put_uses(card, outlines, uses)
        for name, draft in drafts.items():
            put_text(f"\n{words.TITLES[name]}\n{draft}")
    else:
        put(words.NO_USE)
    return 0


def _right(card: Card, library: Library) -> str:
    """Return what is right now, with its source; empty where nothing may be said."""
    successor = find_successor(card, library)
    source = library.source_of(successor) if successor else None
    if successor is None:
        return ""
    return f"{successor.claim} ({cite_text(source, successor.at)})" if source else successor.claim
