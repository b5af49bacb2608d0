"""`briefing search QUERY...`: prints the cards that match, best first."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace

from briefing.catalogue.opening import open_catalogue
from briefing.cli.output import put_json, put_rows, say
from briefing.cli.progress import catch_up
from briefing.cli.which import find_library
from briefing.search.results import NOTHING, Hit, Hits
from briefing.wording import commands as words
from briefing.wording.desk import SIGNS


def run(options: Namespace) -> int:
    """Bring the index up to date, ask it and print what it found."""
    catalogue = open_catalogue(find_library(options.library))
    try:
        catch_up(catalogue)
        hits = catalogue.index.find(join_words(options.query), options.limit) or NOTHING
        lacks_some = catalogue.lacks_some
        unread = catalogue.count_unread()
    finally:
        catalogue.close()
    if options.json:
        put_json(_document(replace(hits, exact=hits.exact and not lacks_some)))
    else:
        _print(hits)
    if hits.suggestion:
        say(words.did_you_mean([hits.suggestion]))
    if lacks_some:
        say(words.NOT_ALL_SEARCHED)
    if unread:
        say(words.unread(unread))
    return 0


def join_words(typed: Sequence[str]) -> str:
    """Return what was typed as one query: the shell took the quotes away, so words in one argument are a phrase again.

    One argument alone is the whole query as it would be typed at the desk.
    """
    return typed[0] if len(typed) == 1 else " ".join(_phrase(word) for word in typed)


def _phrase(word: str) -> str:
    if '"' in word or not any(letter.isspace() for letter in word):
        return word
    field, colon, rest = word.rpartition(":")
    dash = "-" if not colon and rest.startswith("-") else ""
    return f'{field}{colon}{dash}"{rest.removeprefix(dash)}"'


def _print(hits: Hits) -> None:
    put_rows(_row(hit) for hit in hits.hits)
    if hits.hits:
        say(words.found(hits.count, len(hits.hits), exact=hits.exact))
    else:
        say(words.NO_MATCH)


def _row(hit: Hit) -> tuple[str, ...]:
    claim = words.restricted_word(hit.id) if hit.handling == "restricted" else hit.claim
    return hit.id, SIGNS.get(hit.status, "?"), hit.kind, claim


def _document(hits: Hits) -> object:
    return {"count": hits.count, "exact": hits.exact, "cards": [_card(hit) for hit in hits.hits]}


def _card(hit: Hit) -> dict[str, str]:
    """Return a hit as it is promised, what is absent left out; of a restricted card no word and no place."""
    named = {"id": hit.id, "kind": hit.kind, "claim": hit.claim, "note": hit.note, "source": hit.source}
    told = {**named, "status": hit.status, "snippet": hit.snippet}
    shown = {"id", "kind", "status"} if hit.handling == "restricted" else set(told)
    return {name: text for name, text in told.items() if text and name in shown}
