"""A query put to the index: the cards that match, the best first, read no further than is asked for.

In which order is said in judging.py. Every hit holds every word, so weighing them by how often they occur (bm25) would
only reward repetition, and would never leave two cards equal for their status and date to decide.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.model.ids import NoteName
from briefing.search.asking import Asked
from briefing.search.judging import Key, tier_of
from briefing.search.kept import Kept
from briefing.search.origins import find_sources
from briefing.search.packing import unpack
from briefing.search.query import Query, Term
from briefing.search.ranking import LATE
from briefing.search.rows import CardRow, SourceRow
from briefing.search.store import read_name

SMALL = 120
"""Cards that are all read and put in order at once; more are read tier by tier."""
COUNTED = 1_000
"""Cards are counted up to here."""
_SOME = 64

_FROM = "FROM words JOIN ranks ON ranks.rank = words.rowid JOIN cards ON cards.row = ranks.card WHERE words MATCH ?"
_COLUMNS = "id, standing, handling, since, source, texts"


@dataclass(frozen=True, slots=True)
class Match:
    """A card that matches."""

    key: Key
    row: int
    card: CardRow
    source: SourceRow | None


@dataclass(frozen=True, slots=True)
class Matches:
    """The first cards that match, in order."""

    found: tuple[Match, ...]
    is_all: bool
    """Whether there are no others."""


class Matching:
    """One query put to one state of an index."""

    def __init__(self, connection: sqlite3.Connection, query: Query, kept: Kept) -> None:
        """Look up what the query stands for; nothing is searched yet."""
        self._connection = connection
        self._kept = kept
        self._asked = Asked(connection, query, kept)

    def first(self, many: int) -> Matches:
        """Return the first so many cards that match."""
        if not self._asked.widest:
            return Matches((), is_all=True)
        small = self._small()
        if small is not None:
            return Matches(tuple(small[:many]), is_all=len(small) <= many)
        found: dict[int, Match] = {}
        for tier, expression in self._asked.tiers():
            for match in self._in_tier(tier, expression, many, found):
                found[match.row] = match
            if len(found) >= many:
                return Matches(tuple(found.values())[:many], is_all=False)
        return Matches(tuple(found.values()), is_all=True)

    def count(self) -> int:
        """Return how many cards match, at most one more than `COUNTED`."""
        asked = self._asked
        if not asked.widest:
            return 0
        if not asked.is_rough:
            source = (
                f"SELECT 1 {_FROM}{asked.sql} LIMIT ?"
                if asked.sql
                else "SELECT 1 FROM words WHERE words MATCH ? LIMIT ?"
            )
            (count,) = self._connection.execute(
                f"SELECT count(*) FROM ({source})", (asked.widest, *asked.values, COUNTED + 1)
            ).fetchone()
            return int(count)
        count = 0
        for _ in self._judged(self._ranks(asked.widest, ""), None):
            count += 1
            if count > COUNTED:
                break
        return count

    def _small(self) -> list[Match] | None:
        """Return every card that matches, in order, where they are few; None where they are not."""
        core = self._asked.core
        if not core:
            return None
        ranks = list(self._some(self._ranks(core, ""), SMALL + 1))
        if len(ranks) > SMALL:
            return None
        return sorted(self._judged(iter(ranks), None), key=_order)

    def _in_tier(self, tier: int, expression: str, many: int, found: dict[int, Match]) -> list[Match]:
        """Return the cards of a tier that are not found yet, as many as are wanted beside those that are."""
        late = [*self._judged(self._ranks(expression, f" AND words.rowid >= {LATE}"), tier)]
        early: list[Match] = []
        for match in self._judged(self._ranks(expression, f" AND words.rowid < {LATE}"), tier):
            if match.row not in found:
                early.append(match)
            if len(early) + len(found) >= many:
                break
        return sorted((*early, *(match for match in late if match.row not in found)), key=_order)

    def _ranks(self, expression: str, between: str) -> Iterator[int]:
        """Yield the ranks of the cards an expression finds, the best first."""
        asked = self._asked
        joined = f"{_FROM}{asked.sql}" if asked.sql else "FROM words WHERE words MATCH ?"
        sql = f"SELECT words.rowid {joined}{between} ORDER BY words.rowid"
        yield from (rank for (rank,) in self._connection.execute(sql, (expression, *asked.values)))

    @staticmethod
    def _some(ranks: Iterator[int], many: int) -> Iterator[int]:
        for _, rank in zip(range(many), ranks, strict=False):
            yield rank

    def _judged(self, ranks: Iterator[int], tier: int | None) -> Iterator[Match]:
        """Yield those of the cards that hold what is looked for; with no tier given, each in the one it stands in."""
        while some := list(self._some(ranks, _SOME)):
            yield from self._read(some, tier)

    def _read(self, ranks: Sequence[int], tier: int | None) -> Iterator[Match]:
        asked = self._asked
        for row, card, source, day in read_ranked(self._connection, ranks, self._kept.dictionary):
            stands = tier
            if tier is None or asked.is_rough:
                judged = tier_of(asked.query, asked.forms, card, source)
                stands = judged if tier is None or judged is None or judged > tier else tier
                if judged is None or (tier is not None and judged > tier):
                    continue
            yield Match(Key(stands or 0, card.standing, -day, card.id), row, card, source)


def _order(match: Match) -> tuple[int, int, int, str]:
    return match.key.order


def read_ranked(
    connection: sqlite3.Connection, ranks: Sequence[int], dictionary: bytes
) -> list[tuple[int, CardRow, SourceRow | None, int]]:
    """Return cards by their ranks, in their order: row, card, source and the day it is of."""
    marks = ",".join("?" * len(ranks))
    rows = connection.execute(
        f"""SELECT cards.row, {_COLUMNS} FROM ranks JOIN cards ON cards.row = ranks.card
        WHERE ranks.rank IN ({marks}) ORDER BY ranks.rank""",
        ranks,
    ).fetchall()
    cards = [(row, unpack(tuple(columns), dictionary)) for row, *columns in rows]
    sources = find_sources(connection, (card.source for _, card in cards))
    return [
        (row, card, source := sources.get(card.source), card.since or (source.since if source else 0))
        for row, card in cards
    ]


def find_notes(connection: sqlite3.Connection, query: Query, limit: int) -> tuple[NoteName, ...]:
    """Return the notes whose title, name or summary match, those whose title does first; all where no word is asked."""
    without = " OR ".join(map(_expression, query.without))
    unwanted = "AND notes.row NOT IN (SELECT rowid FROM topics WHERE topics MATCH ?)" if without else ""
    values = (without,) if without else ()
    if not query.terms:
        rows = connection.execute(
            f"SELECT name FROM notes WHERE 1 {unwanted} ORDER BY folder, name LIMIT ?", (*values, max(0, limit))
        )
        return tuple(read_name(name) for (name,) in rows)
    wanted = " AND ".join(map(_expression, query.terms))
    rows = connection.execute(
        f"""SELECT name FROM topics JOIN notes ON notes.row = topics.rowid WHERE topics MATCH ? {unwanted}
        ORDER BY notes.row NOT IN (SELECT rowid FROM topics WHERE topics MATCH ?), folder, name LIMIT ?""",
        (wanted, *values, f"{{title}} : ({wanted})", max(0, limit)),
    )
    return tuple(read_name(name) for (name,) in rows)


def _expression(term: Term) -> str:
    return f'"{" ".join(term.words)}"' + (" *" if term.typing else "")
