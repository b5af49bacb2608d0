"""What the tests of the search stand on: small libraries, and a second, slower way to say what a query finds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from briefing.model.card import Card, fingerprint
from briefing.model.ids import BlockId, CardId, NoteName, OutlineName, SourceId
from briefing.model.library import WholeLibrary
from briefing.model.note import Note
from briefing.model.outline import Block, Outline
from briefing.model.source import Source
from briefing.search.index import Index
from briefing.search.query import Filter, Query, Term, parse_query
from briefing.search.results import Hit

STATUS_ORDER = ("checked", "unchecked", "disputed", "superseded", "withdrawn")


def card(card_id: str, claim: str = "A claim", **fields: object) -> Card:
    """A card with what a test is about."""
    values: dict[str, object] = {"kind": "record", **fields}
    return Card(id=CardId(card_id), claim=claim, **values)  # type: ignore[arg-type]  # each test names real fields


def checked(one: Card) -> Card:
    """The card as it is after somebody has checked it."""
    one = replace(one, status="checked")
    return replace(one, checked={"by": "R. Marsh", "sha256": fingerprint(one)})


def note(name: str, *cards: Card, title: str = "", summary: str = "", sources: Iterable[Source] = ()) -> Note:
    """A note that holds the cards."""
    return Note(NoteName(name), title or name.capitalize(), summary, tuple(sources), cards)


def source(source_id: str, title: str = "A report", **fields: object) -> Source:
    """A source with what a test is about."""
    return Source(id=SourceId(source_id), kind="report", title=title, **fields)  # type: ignore[arg-type]  # as above


def outline_using(*cards: str) -> Outline:
    """An outline with a block for each of the cards."""
    blocks = tuple(Block(BlockId(f"b{number}"), card=CardId(card_id)) for number, card_id in enumerate(cards))
    return Outline(OutlineName("speech"), "A speech", "speech", blocks=blocks)


def library(*notes: Note, used: Sequence[str] = ()) -> WholeLibrary:
    """A library of the notes, with an outline that uses some of the cards."""
    return WholeLibrary(notes=notes, outlines=(outline_using(*used),) if used else ())


def index_of(*notes: Note, used: Sequence[str] = ()) -> Index:
    """An index in memory of a library of these notes."""
    index = Index(None)
    index.update(library(*notes, used=used))
    return index


def ids(hits: Iterable[Hit]) -> list[str]:
    """The ids of the hits, in order."""
    return [hit.id for hit in hits]


def everything(index: Index) -> list[object]:
    """All that an index keeps, apart from the numbers of its rows."""
    connection = index._connection
    assert connection
    cards = connection.execute(
        "SELECT notes.name, notes.position, notes.called, notes.titled, cards.position, id, kind, status, standing,"
        " handling, source, since, texts, claim, quote, prose, label,"
        " (SELECT group_concat(field || '=' || value, ' | ' ) FROM"
        "   (SELECT field, value FROM facets WHERE card = cards.row ORDER BY field, value))"
        " FROM cards JOIN notes ON notes.row = cards.note JOIN words ON words.rowid = cards.row"
        " ORDER BY notes.position, cards.position"
    ).fetchall()
    topics = connection.execute(
        "SELECT name, position, title, summary FROM notes JOIN topics ON topics.rowid = notes.row ORDER BY name"
    ).fetchall()
    counts = [
        connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 - the names are these
        for table in ("notes", "cards", "words", "topics")
    ]
    return [cards, topics, counts, connection.execute("SELECT id FROM used ORDER BY id").fetchall()]


def scan(library: WholeLibrary, typed: str) -> list[str]:
    """The ids of the cards that match what was typed, in order, found by reading every card."""
    query = parse_query(typed)
    used = {block.evidence for outline in library.outlines for block in outline.blocks}
    found = [
        (_rank(query.terms, one, library), at, one.id)
        for at, (home, one) in enumerate(library.all_cards())
        if _matches(query, home, one, library, used)
    ]
    if query.terms:
        return [card_id for rank, at, card_id in sorted(found, key=lambda each: (*each[0], each[2], each[1]))]
    return [card_id for _, _, card_id in found]


def _matches(query: Query, home: Note, one: Card, library: WholeLibrary, used: set[CardId]) -> bool:
    texts = _claim(one) + _quote(one) + _rest(one, library)
    return (
        all(_in(term, texts) for term in query.terms)
        and not any(_in(term, texts) for term in query.without)
        and all(_passes(asked, home, one, library, used) != asked.without for asked in query.filters)
    )


def _rank(terms: Sequence[Term], one: Card, library: WholeLibrary) -> tuple[int, int, str]:
    finished = [Term(term.words) for term in terms]
    claim, quote = _claim(one), _claim(one) + _quote(one)
    ways = [
        all(_in(term, texts) for term in wanted)
        for texts in (claim, quote, quote + _rest(one, library))
        for wanted in (finished, terms)
    ]
    return ways.index(True) if True in ways else 9, STATUS_ORDER.index(one.standing), _newest_first(one, library)


def _newest_first(one: Card, library: WholeLibrary) -> str:
    """The day of a card turned round, so that a later one sorts before an earlier and none comes last."""
    return "".join(chr(0x80 - ord(letter)) for letter in _day(one, library)) or "\x7f"


def _day(one: Card, library: WholeLibrary) -> str:
    found = library.source_of(one)
    when = one.as_of or (found.published if found else None)
    if one.is_restricted or when is None:
        return ""
    if isinstance(when, date):
        return str(when)
    return when + {4: "-12-31", 7: "-31"}[len(when)]


def _claim(one: Card) -> list[str]:
    return [] if one.is_restricted else [one.claim]


def _quote(one: Card) -> list[str]:
    return [] if one.is_restricted else [one.quote]


def _rest(one: Card, library: WholeLibrary) -> list[str]:
    names = [one.id, one.kind, one.standing]
    if one.is_restricted:
        return names
    found = library.source_of(one)
    of_source = [found.title, found.author, found.publisher] if found else []
    told = [one.say, one.short, one.speaker, one.role, one.for_, one.of, one.place, one.period, one.why]
    return [*names, *told, *one.tags, *of_source]


def _in(term: Term, texts: Iterable[str]) -> bool:
    """Whether one of the texts holds the words side by side, the last one perhaps as the beginning of a longer one."""
    wanted = " " + " ".join(term.words) + ("" if term.typing else " ")
    return any(wanted in f" {folded(text)} " for text in texts)


def folded(text: str) -> str:
    """The text in small letters without accents, one space between words."""
    bare = "".join(
        letter for letter in unicodedata.normalize("NFKD", text) if unicodedata.category(letter) not in {"Mn", "Cf"}
    )
    return " ".join(re.findall(r"[^\W_]+", bare.casefold()))


def _passes(asked: Filter, home: Note, one: Card, library: WholeLibrary, used: set[CardId]) -> bool:
    if asked.field == "used":
        return (one.id in used) == (asked.value == "yes")
    if asked.field == "since":
        return _day(one, library) >= asked.value
    if asked.field == "note":
        return _is_note(asked.value, home, library)
    if asked.field == "topic" and _is_note(asked.value, home, library):
        return True
    return any(value.startswith(asked.value) for value in _values(asked.field, one, library))


def _is_note(value: str, home: Note, library: WholeLibrary) -> bool:
    called = {folded(text) for each in library.notes for text in (each.title, each.name)}
    mine = {folded(home.title), folded(home.name)}
    return value in mine if value in called else any(name.startswith(value) for name in mine)


def _values(field: str, one: Card, library: WholeLibrary) -> list[str]:
    if field in {"kind", "status", "handling"}:
        return [folded({"kind": one.kind, "status": one.standing, "handling": one.handling}[field])]
    if one.is_restricted:
        return []
    found = library.source_of(one)
    return {
        "by": _from_each_word([one.speaker]),
        "tag": [folded(tag) for tag in one.tags],
        "topic": [folded(topic) for topic in one.topics],
        "source": [
            *([folded(one.source)] if one.source else []),
            *_from_each_word([found.title, found.author, found.publisher] if found else []),
        ],
    }[field]


def _from_each_word(texts: Iterable[str]) -> list[str]:
    return [" ".join(found[at:]) for text in texts for found in [folded(text).split()] for at in range(len(found))]
