"""What somebody typed into a search box, read as words, phrases and fields: nothing that can be typed is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.search.words.days import read_day
from briefing.search.words.folding import fold_in_place, join_begun_number, plain, words
from briefing.search.words.stems import stems

FIELDS = ("kind", "note", "source", "status", "by", "tag", "topic", "handling", "used", "since")
"""What can stand before a colon. Any other word before a colon is a word like the rest."""

MOST_FILTERS = 20
"""Fields read as fields; what is typed beyond them is read as words, so that the database's limits are never met."""

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»", '"'))
_PIECE = re.compile(
    r'(?P<minus>-*)(?:(?P<field>\w+):)?(?:"(?P<phrase>[^"]*)(?P<closed>"?)|(?P<word>[^\s"]+)|(?<=[-:]))'
)
_JOINTS = "-_"
"""What holds the parts of an id or a kind together: a word is not finished by it."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or words that must stand side by side."""

    words: tuple[str, ...]
    """Folded, as `folding.fold` leaves them."""
    typing: bool = False
    """Whether the last word is still being typed, so that longer words match it too."""

    @property
    def spelling(self) -> str:
        """How it stands, as typed or going on, in a text with one space between words and around them."""
        return f" {' '.join(self.words)}{'' if self.typing else ' '}"

    @property
    def finished(self) -> Term:
        """The same words with none still being typed."""
        return Term(self.words)


@dataclass(frozen=True, slots=True)
class Filter:
    """A field that must, or must not, hold a value."""

    field: str
    value: str
    """Folded; for `since` a year or its beginning, a month or a day, as 2024-06-15; for `used` yes or no."""
    without: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: every term and filter must hold, and none of the terms in `without`."""

    terms: tuple[Term, ...] = ()
    without: tuple[Term, ...] = ()
    filters: tuple[Filter, ...] = ()


def parse_query(text: str) -> Query:
    """Return what was typed as a query. Every text is one; the operators of the database are words like any other."""
    terms: list[Term] = []
    without: list[Term] = []
    filters: list[Filter] = []
    for piece in _PIECE.finditer(join_begun_number(text.translate(_QUOTES))):
        minus, field = bool(piece["minus"]), (piece["field"] or "").lower()
        value = piece["phrase"] if piece["phrase"] is not None else piece["word"] or ""
        known = _read_filter(field, value, without=minus) if len(filters) < MOST_FILTERS else None
        if known is not None:
            filters.extend([known] if known.value else [])
        elif minus:
            without.extend(term.finished for term in _read_terms(piece))
        else:
            terms.extend(_read_terms(piece))
    return Query(tuple(dict.fromkeys(terms)), tuple(dict.fromkeys(without)), tuple(dict.fromkeys(filters)))


def _read_filter(field: str, value: str, *, without: bool) -> Filter | None:
    """Return the filter; one without a value while none is typed yet; None where these are words after all."""
    if field not in FIELDS:
        return None
    if field == "since":
        day = read_day(value.strip()) if value.strip() else ""
        return Filter(field, day, without) if day is not None else None
    value = plain(value)
    if field == "used" and value:
        return _read_used(value, without=without)
    return Filter(field, value, without)


def _read_used(value: str, *, without: bool) -> Filter | None:
    """Return whether used cards are meant, or the others: leaving out the ones is asking for the others."""
    meant = next((answer for answer in ("yes", "no") if answer.startswith(value)), None)
    return Filter("used", "yes" if (meant == "yes") != without else "no") if meant else None


def _read_terms(piece: re.Match[str]) -> Iterator[Term]:
    if piece["phrase"] is None:
        yield from _term(f"{piece['field'] or ''}:{piece['word'] or ''}", typing=_is_last(piece))
        return
    yield from _term(piece["field"] or "", typing=False)
    yield from _term(piece["phrase"], typing=_is_last(piece) and not piece["closed"])


def _is_last(piece: re.Match[str]) -> bool:
    return piece.end() == len(piece.string)


def _term(text: str, *, typing: bool) -> Iterator[Term]:
    found = words(text)
    if found:
        yield Term(tuple(word.folded for word in found), typing and found[-1].end == len(text.rstrip(_JOINTS)))


def lit(query: Query, text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of `text` that match the words looked for, in order and apart; for lighting them up."""
    found = words(text)
    folded = tuple(word.folded for word in found)
    spans = sorted(
        (found[start].start, found[start + len(term.words) - 1].end)
        for term in query.terms
        for start in _occurrences(term, folded)
    )
    return tuple(_joined(spans))


def lit_first(query: Query, text: str) -> tuple[int, int] | None:
    """Return the first of the spans that are lit; found much faster where words stand where they do when folded."""
    folded = fold_in_place(text)
    if not folded:
        return next(iter(lit(query, text)), None)
    spans = [match.span() for term in query.terms if (match := _first(term, f" {folded} "))]
    start, end = min(spans, default=(0, 0))
    return (start, end - 1) if spans else None


def _first(term: Term, folded: str) -> re.Match[str] | None:
    """Return the first place where a term stands in a folded text, with the space before it."""
    last = term.words[-1]
    if term.typing or len(term.words) > 1:
        return re.search(f" {' +'.join(term.words)}{'[^ ]*' if term.typing else '(?= )'}", folded)
    alike = [*re.finditer(f" {last[0]}[^ ]*", folded)]  # no stem begins with another letter than its word
    root, *roots = stems((last, *(match[0][1:] for match in alike)))
    return next((match for match, other in zip(alike, roots, strict=True) if other == root), None)


def holds(term: Term, words: Sequence[str]) -> bool:
    """Whether words, as they are compared, hold the term in any of its forms."""
    return next(_occurrences(term, words), None) is not None


def _occurrences(term: Term, folded: Sequence[str]) -> Iterator[int]:
    """Every place among the words of a text where the term begins."""
    *whole, last = term.words
    if whole:
        yield from _phrases(whole, last, folded, typing=term.typing)
    elif term.typing:
        yield from (start for start, word in enumerate(folded) if word.startswith(last))
    elif folded:
        root, *roots = stems((last, *folded))
        yield from (start for start, other in enumerate(roots) if other == root or folded[start] == last)


def _phrases(whole: list[str], last: str, folded: Sequence[str], *, typing: bool) -> Iterator[int]:
    length = len(whole)
    if whole[0] not in folded:
        return
    for start in range(len(folded) - length):
        if folded[start] == whole[0] and [*folded[start : start + length]] == whole:
            end = folded[start + length]
            if end == last or (typing and end.startswith(last)):
                yield start


def _joined(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Every span, those that overlap as one."""
    current: tuple[int, int] | None = None
    for start, end in spans:
        if current and start < current[1]:
            current = (current[0], max(current[1], end))
            continue
        if current:
            yield current
        current = (start, end)
    if current:
        yield current
