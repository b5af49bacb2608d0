"""`briefing show ID`: prints one card, source or outline, whole."""

from __future__ import annotations

from argparse import Namespace

from briefing.cli.names import find_anything
from briefing.cli.output import put, put_json, put_pairs, put_rows
from briefing.cli.pages import block_rows, card_pairs, outline_pairs, source_pairs, title_line
from briefing.cli.which import look_into
from briefing.errors import Refused
from briefing.model.card import Card
from briefing.model.entries import write_block, write_card, write_outline_head, write_source
from briefing.model.library import Library
from briefing.model.outline import Outline
from briefing.model.source import Source
from briefing.wording import commands as words


def run(options: Namespace) -> int:
    """Print it; a restricted card only where --open says so, else raises Refused."""
    library = look_into(options)
    found = find_anything(library, options.id)
    if isinstance(found, Card) and found.is_restricted and not options.open:
        raise Refused(words.restricted(found.id), hint=words.RESTRICTED_HINT)
    if options.json:
        put_json(_document(found))
    else:
        _print(found, library)
    return 0


def _print(found: Card | Source | Outline, library: Library) -> None:
    put(title_line(found, library))
    match found:
        case Card():
            put_pairs(card_pairs(found, library))
        case Source():
            put_pairs(source_pairs(found, library))
        case Outline():
            put_pairs(outline_pairs(found))
            if found.blocks:
                print()
                put_rows(block_rows(found, library))


def _document(found: Card | Source | Outline) -> object:
    """Return what the file says, under the names of the file."""
    match found:
        case Card():
            held = {"status": found.status, "handling": found.handling}
            return {"id": found.id, "type": "card", **write_card(found), **held}
        case Source():
            return {"id": found.id, "type": "source", **write_source(found)}
        case Outline():
            blocks = [write_block(block) for block in found.blocks]
            return {"id": found.name, "type": "outline", **write_outline_head(found), "block": blocks}
