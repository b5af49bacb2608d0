"""What a search answers: matches as hits, counted, with what was meant where there are none."""

from __future__ import annotations

import sqlite3

from briefing.model.ids import CardId, SourceId
from briefing.search.asking.matching import COUNTED, Match, Matching
from briefing.search.asking.suggesting import suggest
from briefing.search.making.ranking import Stop
from briefing.search.query import Query, parse_query
from briefing.search.results import Hit, Hits, snippet
from briefing.search.tables.rows import HANDLINGS
from briefing.search.tables.store import IN_LIST, SLOTS, listed, read_name

MOST = 1 << 29
"""Cards, more than any library holds: whoever asks for more is given all."""


def first_hits(connection: sqlite3.Connection, text: str, limit: int, stop: Stop) -> Hits:
    """Return the first cards that match; they are not counted where there are more."""
    query = parse_query(text)
    page = Matching(connection, query, stop, at_once=True).at_once(_some(limit))
    is_settled = page.is_all and page.known > 0
    return Hits(page.known, exact=page.is_all, hits=_hits(connection, query, page.matches), settled=is_settled)


def find_hits(connection: sqlite3.Connection, text: str, limit: int, offset: int, stop: Stop) -> Hits:
    """Return one page of the cards that match, best first, and the number of all of them."""
    query = parse_query(text)
    matching = Matching(connection, query, stop)
    page = matching.page(_some(offset), _some(limit))
    count = page.known if page.is_all else max(matching.count(), page.known)
    exact = page.is_all or count <= COUNTED
    meant = "" if count else suggest(connection, text, query)
    if meant and not Matching(connection, parse_query(meant), stop).page(0, 1).matches:
        meant = ""
    told = count if exact or page.known > COUNTED else COUNTED
    return Hits(told, exact, _hits(connection, query, page.matches), suggestion=meant)


def _some(wanted: int) -> int:
    return min(max(0, wanted), MOST)


def _hits(connection: sqlite3.Connection, query: Query, matches: tuple[Match, ...]) -> tuple[Hit, ...]:
    notes = {match.row // SLOTS for match in matches}
    names = dict(connection.execute(f"SELECT row, name FROM notes WHERE row {IN_LIST}", (listed(notes),)))
    return tuple(_hit(query, match, names.get(match.row // SLOTS, b"")) for match in matches)


def _hit(query: Query, match: Match, note: bytes) -> Hit:
    card = match.card
    texts = (card.claim, card.quote, *card.elsewhere, *(match.source.texts if match.source else ()))
    return Hit(
        CardId(card.id),
        card.kind,
        card.claim,
        read_name(note),
        SourceId(card.source),
        card.status,
        snippet(query, texts),
        HANDLINGS[card.handling],
    )
