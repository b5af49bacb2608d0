"""What may have been meant where nothing was found: the same query with the library's own words for mistyped ones."""

from __future__ import annotations

import re
import sqlite3

from briefing.search.query import Query, Term
from briefing.search.words.days import likely_day
from briefing.search.words.folding import words
from briefing.search.words.vocabulary import forms_of, is_beginning, is_known, nearest

MOST = 5
"""Words that may be mistyped in one query: where more are unknown, it is in another language."""

_SINCE = re.compile(r"(?<=since:)[0-9./-]+", re.IGNORECASE)


def suggest(connection: sqlite3.Connection, text: str, query: Query) -> str:
    """Return what was typed with the nearest word for each that the library does not hold; empty where none is."""
    dated = _SINCE.sub(lambda typed: likely_day(typed[0]) or typed[0], text)
    if dated != text:
        return dated
    unknown = _unknown(connection, query)
    better = nearest(connection, unknown) if len(unknown) <= MOST else {}
    if not better:
        return ""
    for word in reversed(words(text)):
        if word.folded in better:
            text = text[: word.start] + better[word.folded] + text[word.end :]
    return text


def _unknown(connection: sqlite3.Connection, query: Query) -> list[str]:
    """Return the words looked for that no card holds, in any form or as a beginning: not many more than enough."""
    unknown: dict[str, None] = {}
    for term in query.terms:
        unknown.update((word, None) for at, word in enumerate(term.words) if not _is_held(connection, term, at))
        if len(unknown) > MOST:
            break
    return list(unknown)


def _is_held(connection: sqlite3.Connection, term: Term, at: int) -> bool:
    word = term.words[at]
    if term.typing and at == len(term.words) - 1:
        return is_beginning(connection, word)
    return is_known(connection, word) or (len(term.words) == 1 and bool(forms_of(connection, word)))
