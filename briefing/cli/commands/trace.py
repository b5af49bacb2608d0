"""`briefing trace CARD`: prints the outlines and exports a card was used in, with when, for whom and the words."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence

from briefing.cli.names import find_card
from briefing.cli.output import put_json, put_rows, say
from briefing.cli.which import find_library, look_into
from briefing.disk.places import exports_folder
from briefing.evidence.tracing import Use, find_uses
from briefing.model.card import Card
from briefing.word.said import read_exports
from briefing.wording import commands as words
from briefing.wording import tracing as told


def run(options: Namespace) -> int:
    """Print an outline or an export a line."""
    library = look_into(options)
    card = find_card(library, options.card)
    outlines = [outline.name for outline in library.uses(card.id)]
    exports, unread = read_exports(exports_folder(find_library(options.library)))
    uses = find_uses(card, exports)
    for name in unread:
        say(told.not_read(name))
    if options.json:
        put_json({"card": card.id, "outlines": outlines, "exports": [use_document(card, use) for use in uses]})
    elif outlines or uses:
        put_uses(card, outlines, uses)
    return 0


def put_uses(card: Card, outlines: Sequence[str], uses: tuple[Use, ...]) -> None:
    """Print an outline or an export a line."""
    put_rows([*((told.IN_OUTLINE, name, "", "", "") for name in outlines), *_rows(card, uses)])


def _rows(card: Card, uses: tuple[Use, ...]) -> Iterator[tuple[str, ...]]:
    for use in uses:
        what = told.PROBABLE if use.is_probable else told.IN_EXPORT
        yield what, use.export.path, use.export.on, use.export.for_, _words(card, use)


def use_document(card: Card, use: Use) -> dict[str, object]:
    """Return an export that said a card, as JSON has it."""
    export = use.export
    about = {"export": export.export, "path": export.path, "on": export.on, "for": export.for_}
    held = {name: value for name, value in about.items() if value}
    return {**held, "words": _words(card, use), "probable": use.is_probable}


def _words(card: Card, use: Use) -> str:
    return words.restricted_word(card.id) if card.is_restricted else use.words
