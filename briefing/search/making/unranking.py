"""Taking the words of cards out of the word index."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from briefing.search.making.forgetting import let_leave
from briefing.search.making.readying import folded, read_cards, values_of
from briefing.search.tables.kept import Kept
from briefing.search.tables.origins import find_sources
from briefing.search.tables.rows import CardRow
from briefing.search.tables.store import SLOTS
from briefing.search.words.tokens import CARD, card_words, value_token

_RANK = """SELECT ranks.rank FROM words CROSS JOIN ranks ON ranks.rank = words.rowid
    WHERE words MATCH ? AND ranks.card = ?"""


def unrank(connection: sqlite3.Connection, rows: Iterable[int], kept: Kept) -> None:
    """Take cards, by their rows, out of the word index, inside a transaction; they and their sources are still there.

    The index keeps no texts of its own: what is to be taken out must be told to it word by word, as it was put in.
    """
    cards = read_cards(connection, list(rows), kept.dictionary)
    sources = find_sources(connection, (card.source for card in cards.values()))
    words: set[str] = set()
    values: set[tuple[str, str]] = set()
    for row, card in cards.items():
        source = sources.get(card.source)
        tokens = card_words(card, source, row // SLOTS, kept.common, words)
        values.update(values_of(card, source))
        rank = _rank(connection, row, card)
        if rank is not None:
            connection.execute("INSERT INTO words (words, rowid, tokens) VALUES ('delete', ?, ?)", (rank, tokens))
            connection.execute("DELETE FROM ranks WHERE rank = ?", (rank,))
            connection.execute("DELETE FROM late WHERE rank = ?", (rank,))
    let_leave(connection, words, folded(values))
    connection.executemany("DELETE FROM unranked WHERE card = ?", ((row,) for row in cards))


def _rank(connection: sqlite3.Connection, row: int, card: CardRow) -> int | None:
    found = connection.execute(_RANK, (f'"{value_token(CARD, card.id)}"', row)).fetchone()
    return int(found[0]) if found else None
