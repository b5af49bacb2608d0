"""What a search answers: hits, how many there are, and for each the words that show why it was found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefing.model.ids import CardId, NoteName, SourceId
from briefing.search.query import Query, Term, holds, lit_first
from briefing.search.words.folding import spaced

LONGEST = 160
"""Characters of a snippet, the signs of a cut not counted."""

BEFORE = 40
"""Characters kept before the first match, so that it is read in its sentence."""

CUT = "…"


@dataclass(frozen=True, slots=True)
class Hit:
    """One card that was found. A restricted one shows neither claim nor snippet nor source."""

    id: CardId
    kind: str
    claim: str
    note: NoteName
    source: SourceId
    status: str
    """The status as it holds today."""
    snippet: str
    """Plain text of the field that holds most of what was looked for; empty where only fields were."""
    handling: str


@dataclass(frozen=True, slots=True)
class Hits:
    """One page of what was found, and how much there is in all."""

    count: int
    exact: bool
    """Whether there are just so many; else at least so many."""
    hits: tuple[Hit, ...]
    settled: bool = True
    """Whether this is the last word: no better order and no other count is to come."""
    suggestion: str = ""
    """What may have been meant, where nothing was found."""


NOTHING = Hits(0, exact=True, hits=())


def snippet(query: Query, texts: Sequence[str]) -> str:
    """Return the text that holds most of the terms, the first of equals; a long one cut around its first match."""
    best = _best(query, texts, _is_as_typed) or _best(query, texts, _is_in_a_form)
    line = " ".join(best.split())
    if len(line) <= LONGEST:
        return line
    span = lit_first(query, line)
    return _cut(line, span) if span else ""


def _is_as_typed(term: Term, found: str) -> bool:
    return term.spelling in found


def _is_in_a_form(term: Term, found: str) -> bool:
    return holds(term, found.split())


def _best(query: Query, texts: Sequence[str], is_held: Callable[[Term, str], bool]) -> str:
    best, most = "", 0
    for text in texts:
        if most == len(query.terms):
            break
        found = spaced(text)
        held = sum(is_held(term, found) for term in query.terms)
        if held > most:
            best, most = text, held
    return best


def _cut(line: str, first: tuple[int, int]) -> str:
    """Return at most `LONGEST` characters of the line around a span, cut between words where there are any."""
    start = max(0, first[0] - BEFORE)
    if start:
        start = _after_space(line, start, first[0])
    end = start + LONGEST
    if end < len(line):
        end = _before_space(line, max(first[1], start), end)
    return (CUT if start else "") + line[start:end].strip() + (CUT if end < len(line) else "")


def _after_space(line: str, start: int, limit: int) -> int:
    space = line.find(" ", start - 1, limit)
    return start if space < 0 else space + 1


def _before_space(line: str, limit: int, end: int) -> int:
    space = line.rfind(" ", limit, end + 1)
    return end if space < 0 else space
