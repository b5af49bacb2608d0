"""A search as the list wants it: rows with what matched already found, made on a worker's thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.tui.papers import Papers
from briefing.tui.widgets.results import Row

if TYPE_CHECKING:
    from briefing.search.query import Query
    from briefing.search.results import Hit


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what a search found."""

    text: str
    offset: int
    count: int
    exact: bool
    rows: tuple[Row, ...]


def find_rows(papers: Papers, text: str, limit: int, offset: int) -> Found | None:
    """Return a page of the cards that match what was typed; None until the index is ready."""
    from briefing.search.query import parse_query

    hits = papers.find(text, limit, offset)
    if hits is None:
        return None
    query = parse_query(text)
    rows = tuple(_row(hit, query) for hit in hits.hits)
    return Found(text, offset, hits.count, hits.exact, rows)


def _row(hit: Hit, query: Query) -> Row:
    from briefing.search.query import lit

    spans = lit(query, hit.claim)
    snippet = "" if spans else hit.snippet
    restricted = hit.handling == "restricted"
    return Row(hit.id, hit.kind, hit.claim, hit.status, restricted, spans, snippet, lit(query, snippet))
