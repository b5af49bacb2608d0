"""What a search answers: matches as hits, counted, with what was meant where there are none."""

from __future__ import annotations

import sqlite3

from briefing.model.ids import CardId, SourceId
from briefing.search.kept import read_kept
from briefing.search.matching import COUNTED, Match, Matching
from briefing.search.query import Query, parse_query
from briefing.search.results import Hit, Hits, snippet
from briefing.search.rows import HANDLINGS
from briefing.search.store import SLOTS, read_name
from briefing.search.suggesting import suggest


def first_hits(connection: sqlite3.Connection, query: Query, limit: int) -> Hits:
    """Return the first cards that match; they are not counted where there are more."""
    kept = read_kept(connection)
    matches = Matching(connection, query, kept).first(limit + 1)
    count = len(matches.found)
    is_all = matches.is_all and count <= limit
    hits = _hits(connection, query, matches.found[:limit])
    return Hits(count, exact=is_all, hits=hits, settled=is_all and count > 0)


def find_hits(connection: sqlite3.Connection, text: str, limit: int, offset: int) -> Hits:
    """Return one page of the cards that match, best first, and the number of all of them."""
    query, kept = parse_query(text), read_kept(connection)
    matching = Matching(connection, query, kept)
    limit, offset = max(0, limit), max(0, offset)
    matches = matching.first(offset + limit)
    count = len(matches.found) if matches.is_all else max(matching.count(), len(matches.found))
    exact = matches.is_all or count <= COUNTED
    hits = _hits(connection, query, matches.found[offset : offset + limit])
    meant = "" if count else suggest(connection, text, query)
    told = count if exact or len(matches.found) > COUNTED else COUNTED
    return Hits(told, exact, hits, suggestion=meant)


def _hits(connection: sqlite3.Connection, query: Query, matches: tuple[Match, ...]) -> tuple[Hit, ...]:
    notes = {match.row // SLOTS for match in matches}
    marks = ",".join("?" * len(notes))
    names = dict(connection.execute(f"SELECT row, name FROM notes WHERE row IN ({marks})", tuple(notes)))
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
