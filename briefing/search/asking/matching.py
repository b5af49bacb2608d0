"""A query put to the index: the cards that match, the best first, read no further than is asked for.

In which order is said in judging.py. Every hit holds every word, so weighing them by how often they occur (bm25) would
only reward repetition, and would never leave two cards equal for their status and date to decide.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from briefing.search.asking.expressions import Asked
from briefing.search.asking.judging import Key, tier_of
from briefing.search.asking.sifting import Sieve
from briefing.search.making.ranking import LATE, Stop
from briefing.search.query import Query
from briefing.search.tables.kept import read_kept
from briefing.search.tables.origins import find_sources
from briefing.search.tables.packing import take_apart, unpack_texts
from briefing.search.tables.rows import CardRow, SourceRow
from briefing.search.tables.store import IN_LIST, listed
from briefing.search.words.tokens import dated

SMALL = 64
"""Cards that are all read and put in order at once; more are found tier by tier."""
LOOKED_AT = 48
"""Cards whose texts are read for the first answer to a query that words alone cannot answer."""
COUNTED = 1_000
"""Cards are counted up to here."""
ENOUGH = 20
"""Cards that fill the better part of a list: with so many found, the first answer need not look at more."""
MUCH = 128
"""Cards looked at before it is worth the time to find out which sources hold the words."""
SEVERAL = 2
_SOME = 64

_CARDS = "CROSS JOIN ranks ON ranks.rank = words.rowid CROSS JOIN cards ON cards.row = ranks.card"
_FROM = f"FROM words {_CARDS} WHERE words MATCH ?"
_COLUMNS = "id, standing, handling, since, source, texts"


@dataclass(frozen=True, slots=True)
class Match:
    """A card that matches."""

    key: Key
    row: int
    card: CardRow
    source: SourceRow | None


@dataclass(frozen=True, slots=True)
class Page:
    """Some of the cards that match, in order."""

    matches: tuple[Match, ...]
    known: int
    """How many cards match, as far as is known."""
    is_all: bool
    """Whether it is known that there are no others."""


class Matching:
    """One query put to one state of an index."""

    def __init__(self, connection: sqlite3.Connection, query: Query, stop: Stop, *, at_once: bool = False) -> None:
        """Look up what the query stands for; nothing is searched yet. Whatever follows raises Stopped when told to.

        `at_once` some of the cards that match will do, where a filter stands for very many values.
        """
        self._connection = connection
        self._kept = kept = read_kept(connection)
        self._stop = stop
        self._asked = asked = Asked(connection, query, kept, at_once=at_once)
        self._sieve = Sieve(connection, query.terms, asked.forms)
        self._sources: dict[str, SourceRow | None] = {}
        self._judged: dict[int, Match | None] = {}
        """Every card whose texts were looked at, by its rank; None for one that does not hold what is looked for."""
        self._late: dict[int, tuple[int, int, str]] = {}
        """What orders the late cards that were found: standing, newness and id, by rank."""

    def at_once(self, many: int) -> Page:
        """Return the first so many cards that match, or those of them that can be told without looking long.

        One word is looked for where it counts most. Several that are all common may stand together there in few cards,
        which takes long to find out: the best of the first cards that hold them anywhere will do to begin with.
        """
        if not self._asked.is_rough and len(self._asked.query.terms) < SEVERAL:
            return self.page(0, many)
        if not self._asked.widest:
            return Page((), 0, is_all=True)
        ranks = self._ranks(self._asked.core or self._asked.widest)
        if not self._asked.is_rough and not self._asked.core:
            some = list(islice(ranks, many + 1))
            read = self._read(some[:many])
            return Page(
                tuple(_match(0, *read[rank]) for rank in some[:many]),
                len(some),
                is_all=not some and not self._asked.is_part,
            )
        return self._judged_at_once(ranks, many)

    def _judged_at_once(self, ranks: Iterator[int], many: int) -> Page:
        found: dict[int, Match] = {}
        looked = 0
        while len(found) < ENOUGH and looked < LOOKED_AT and (some := list(islice(ranks, LOOKED_AT // 2))):
            looked += len(some)
            found.update(self._judge(some))
        is_all = next(ranks, None) is None and not self._asked.is_part
        return Page(tuple(sorted(found.values(), key=_order)[:many]), len(found), is_all)

    def page(self, first: int, many: int) -> Page:
        """Return so many of the cards that match, the best first, from the one at `first`."""
        if not self._asked.widest:
            return Page((), 0, is_all=True)
        few = self._few()
        if few is not None:
            return Page(tuple(few[first : first + many]), len(few), is_all=not self._asked.is_part)
        found: dict[int, Match | None] = {}
        for tier, expression in self._asked.tiers():
            found.update(self._in_tier(tier, expression, first + many, found))
            if len(found) >= first + many:
                break
        ranks = list(found)[first : first + many]
        is_all = len(found) < first + many and not self._asked.is_part
        return Page(tuple(self._read_again(ranks, found)), len(found), is_all)

    def count(self) -> int:
        """Return how many cards match, at most one more than `COUNTED`."""
        if not self._asked.widest:
            return 0
        if self._asked.is_rough:
            return len(self._counted)
        return sum(1 for _ in islice(self._ranks(self._asked.widest), COUNTED + 1))

    @cached_property
    def _counted(self) -> list[Match]:
        """The cards that match, judged by their texts, in no order; some of them where they are more than `COUNTED`."""
        found: dict[int, Match] = {}
        for expression in filter(None, (self._asked.likeliest, self._asked.widest)):
            for some in _batches(self._ranks(expression)):
                found.update(self._judge(some))
                if len(found) > COUNTED:
                    return [*found.values()][: COUNTED + 1]
        return [*found.values()]

    def _few(self) -> list[Match] | None:
        """Return every card that matches, in order, where they are few; None where they are not."""
        core = self._asked.core
        ranks = list(islice(self._ranks(core), SMALL + 1)) if core else []
        if core and len(ranks) <= SMALL:
            return sorted(self._judge(ranks).values(), key=_order)
        # All that may match must be looked at to be counted: where few do, they need not be found tier by tier.
        if not self._asked.is_rough or len(self._counted) > COUNTED:
            return None
        return sorted(self._counted, key=_order)

    def _in_tier(self, tier: int, expression: str, many: int, found: Container[int]) -> dict[int, Match | None]:
        """Return the cards of a tier not found yet, by rank and in order: as many as are wanted, and a few more."""
        early = self._held(tier, self._ranks(expression, f"AND words.rowid < {LATE}"), found)
        late = self._held(tier, self._late_ranks(expression), found) if self._has_late else ()
        first = dict(islice(early, many))
        rest = dict(islice(late, many))
        if not rest:
            return first
        # Most of what is shown is early: of the late ones only those that are shown are read.
        both = {**dict(zip(first, self._read_again(list(first), first, tier), strict=True)), **rest}
        return dict(sorted(both.items(), key=lambda held: self._order(tier, *held)))

    def _order(self, tier: int, rank: int, match: Match | None) -> tuple[int, int, int, str]:
        return _order(match) if match else (tier, *self._late[rank])

    @cached_property
    def _has_late(self) -> bool:
        return bool(self._connection.execute("SELECT 1 FROM ranks WHERE rank >= ? LIMIT 1", (LATE,)).fetchone())

    def _held(self, tier: int, ranks: Iterator[int], found: Container[int]) -> Iterator[tuple[int, Match | None]]:
        """Yield those of a tier's cards that are not found yet; read only where the words alone find too much."""
        new = (rank for rank in ranks if rank not in found)
        if not self._asked.is_rough:
            yield from ((rank, None) for rank in new)
            return
        for some in _batches(new):
            yield from ((rank, match) for rank, match in self._judge(some).items() if match.key.tier <= tier)

    def _ranks(self, expression: str, between: str = "") -> Iterator[int]:
        """Yield the ranks of the cards an expression finds, the best first."""
        asked = self._asked
        joined = f"{_FROM} {asked.sql}" if asked.sql else "FROM words WHERE words MATCH ?"
        sql = f"SELECT words.rowid {joined} {between} ORDER BY words.rowid"
        yield from (rank for (rank,) in self._connection.execute(sql, (expression, *asked.values)))

    def _late_ranks(self, expression: str) -> Iterator[int]:
        """Yield the late ranks of the cards an expression finds, the best first by what is kept of them."""
        asked = self._asked
        joined = _CARDS if asked.sql else ""
        sql = f"""SELECT late.rank, late.standing, late.newness, late.id
            FROM words CROSS JOIN late ON late.rank = words.rowid {joined}
            WHERE words MATCH ? AND words.rowid >= {LATE} {asked.sql}
            ORDER BY late.standing, late.newness, late.id"""
        for rank, *order in self._connection.execute(sql, (expression, *asked.values)):
            self._late[rank] = tuple(order)
            yield rank

    def _judge(self, ranks: Sequence[int]) -> dict[int, Match]:
        """Return those of the cards that hold what is looked for, in the order given, each in the tier it stands in."""
        if self._stop():
            raise Stopped
        query, forms = self._asked.query, self._asked.forms
        new = [rank for rank in ranks if rank not in self._judged]
        self._judged.update(dict.fromkeys(new))
        sieve = self._sieve if len(self._judged) > MUCH else None
        for rank, (row, card, source) in self._read(new, sieve).items():
            tier = tier_of(query, forms, card, source)
            self._judged[rank] = None if tier is None else _match(tier, row, card, source)
        return {rank: match for rank in ranks if (match := self._judged[rank])}

    def _read_again(self, ranks: Sequence[int], found: Mapping[int, Match | None], tier: int = 0) -> list[Match]:
        """Return cards that were found as matches, those read that have not been yet."""
        read = self._read([rank for rank in ranks if found[rank] is None])
        return [found[rank] or _match(tier, *read[rank]) for rank in ranks]

    def _read(self, ranks: Sequence[int], sieve: Sieve | None = None) -> dict[int, _Read]:
        """Return cards by their ranks: row, card and source; without those that a sieve keeps back."""
        if not ranks:
            return {}
        rows = self._connection.execute(
            f"""SELECT ranks.rank, cards.row, {_COLUMNS} FROM ranks JOIN cards ON cards.row = ranks.card
            WHERE ranks.rank {IN_LIST}""",
            (listed(ranks),),
        )
        cards: dict[int, tuple[int, CardRow]] = {}
        for rank, row, *columns in rows:
            card, standing, _, _, source, packed = columns
            texts = unpack_texts(packed, self._kept.dictionary)
            if sieve is None or sieve.lets_through(card, standing, source, texts):
                cards[rank] = row, take_apart(tuple(columns), texts)
        new = {card.source for _, card in cards.values()} - self._sources.keys()
        self._sources.update({**dict.fromkeys(new), **find_sources(self._connection, new)})
        return {rank: (row, card, self._sources[card.source]) for rank, (row, card) in cards.items()}


class Stopped(Exception):
    """A search was told to stop."""


_Read = tuple[int, CardRow, SourceRow | None]


def _batches(ranks: Iterator[int]) -> Iterator[list[int]]:
    while some := list(islice(ranks, _SOME)):
        yield some


def _match(tier: int, row: int, card: CardRow, source: SourceRow | None) -> Match:
    return Match(Key(tier, card.standing, -dated(card, source), card.id), row, card, source)


def _order(match: Match) -> tuple[int, int, int, str]:
    return match.key.order
