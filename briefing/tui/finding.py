"""A search as the list wants it: rows with what matched already found, made on a worker's thread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.tui.papers import Papers, Stop
from briefing.tui.widgets.paged import PAGE
from briefing.tui.widgets.results import Row, row_of

if TYPE_CHECKING:
    from briefing.model.card import Listed
    from briefing.search.query import Query
    from briefing.search.results import Hit, Hits

OFFERED = 200
"""Cards of one kind offered before anything is typed."""
LOOKED_THROUGH = 600
"""Cards to browse among which one is looked for: ten pages, which take about as long as one frame may."""


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what was asked for."""

    turn: int
    """Which question it answers."""
    offset: int
    rows: tuple[Row, ...]
    count: int = 0
    exact: bool = True
    settled: bool = True
    """Whether no better order, and no better count, is still to come."""
    suggestion: str = ""
    """What to look for instead, where nothing was found."""

    @property
    def known(self) -> int | None:
        """How many there are, or at least how many; None where that is still to come."""
        if self.settled:
            return self.count
        return (self.count if self.exact else len(self.rows)) or None


def search(papers: Papers, text: str, turn: int, stop: Stop) -> Iterator[Found]:
    """The first cards that match, at once, and then, where there is a better order, the first of that.

    Nothing until the index is ready, nor once `stop` says so.
    """
    hits = papers.first(text, PAGE, stop)
    if hits is not None:
        yield _found(hits, text, turn)
        if not hits.settled and (better := papers.find(text, PAGE, 0, stop)):
            yield _found(better, text, turn)


def search_page(papers: Papers, text: str, turn: int, offset: int, stop: Stop) -> Found | None:
    """Return a later page of the cards that match, in the settled order; None where nobody waits for it any more."""
    hits = papers.find(text, PAGE, offset, stop)
    return _found(hits, text, turn, offset) if hits is not None else None


@dataclass(frozen=True, slots=True)
class Browsed:
    """The cards there are to browse while nothing is looked for."""

    cards: Sequence[Listed] = ()
    is_all: bool = True
    """Whether there are no more than these."""

    def page(self, turn: int, offset: int) -> Found:
        """Return a page of them, and how many there are."""
        rows = tuple(map(row_of, self.cards[offset : offset + PAGE]))
        return Found(turn, offset, rows, len(self.cards), self.is_all)

    def place_of(self, card_id: str, chosen: int) -> int | None:
        """Return where a card stands, if that is in the row chosen now, near the beginning or near that row."""
        near = max(0, chosen - LOOKED_THROUGH // 2)
        for start, stop in ((chosen, chosen + 1), (0, LOOKED_THROUGH), (near, near + LOOKED_THROUGH)):
            for place, card in enumerate(self.cards[start:stop], start):
                if card.id == card_id:
                    return place
        return None


def cards_of_kind(papers: Papers, kind: str) -> tuple[list[Listed], bool]:
    """Return the first cards of a kind, none until the index is ready, and whether they are all there are."""
    from briefing.model.card import Listed

    hits = papers.first(f'kind:"{kind}"', OFFERED, lambda: False)
    found = hits.hits if hits else ()
    cards = [Listed(hit.id, hit.kind, hit.claim, hit.status, hit.handling) for hit in found if hit.kind == kind]
    return cards, hits is None or hits.count <= len(found)


def _found(hits: Hits, text: str, turn: int, offset: int = 0) -> Found:
    from briefing.search.query import parse_query

    query = parse_query(text)
    rows = tuple(_row(hit, query) for hit in hits.hits)
    return Found(turn, offset, rows, hits.count, hits.exact, hits.settled, hits.suggestion)


def _row(hit: Hit, query: Query) -> Row:
    from briefing.search.query import lit

    spans = lit(query, hit.claim)
    snippet = "" if spans else hit.snippet
    restricted = hit.handling == "restricted"
    return Row(hit.id, hit.kind, hit.claim, hit.status, restricted, spans, snippet, lit(query, snippet))
