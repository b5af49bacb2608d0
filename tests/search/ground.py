"""What the tests of the search stand on: small libraries, and an index that is kept in step with one."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from briefing.model.card import Card, fingerprint
from briefing.model.ids import BlockId, CardId, NoteName, OutlineName, SourceId
from briefing.model.library import WholeLibrary
from briefing.model.note import Note
from briefing.model.outline import Block, Outline
from briefing.model.source import Source
from briefing.search.index import Index, never
from briefing.search.lookups import each_stamp, is_empty
from briefing.search.making.filing import Changed, Filed
from briefing.search.making.stages import begin, file_all, rank
from briefing.search.results import Hit, Hits
from briefing.search.tables.kept import read_kept
from briefing.search.tables.packing import unpack
from briefing.search.tables.store import SLOTS, read_name, write_name
from briefing.search.words.tokens import note_token, pair_token

BATCH = 1_000
"""Files put into an index at once."""
PAIRED = pair_token("", "").rstrip("0123456789")
"""What the words begin with that stand for a pair: which pairs there are is told from the library as it once was."""
SAMPLES = 3_000
"""Cards that say which words the library is made of."""


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


def outline_using(*cards: str, name: str = "speech") -> Outline:
    """An outline with a block for each of the cards."""
    blocks = tuple(Block(BlockId(f"b{number}"), card=CardId(card_id)) for number, card_id in enumerate(cards))
    return Outline(OutlineName(name), "A speech", "speech", blocks=blocks)


def library(*notes: Note, used: Sequence[str] = ()) -> WholeLibrary:
    """A library of the notes, with an outline that uses some of the cards."""
    return WholeLibrary(notes=notes, outlines=(outline_using(*used),) if used else ())


def index_of(*notes: Note, used: Sequence[str] = ()) -> Index:
    """An index in memory of a library of these notes."""
    return index_for(library(*notes, used=used))


def index_for(where: WholeLibrary, path: Path | None = None) -> Index:
    """An index of the library."""
    index = Index(path)
    fill(index, where)
    return index


def fill(index: Index, where: WholeLibrary, *, is_ranked: bool = True) -> Changed:
    """Bring an index in step with a library as the catalogue does: what is filed and unchanged is left alone."""
    changed = _fill(index, where, is_ranked=is_ranked)
    if index.look(is_empty, otherwise=False) and (where.notes or where.outlines):
        _fill(index, where, is_ranked=True)  # its file was gone, and another begun
    return changed


def _fill(index: Index, where: WholeLibrary, *, is_ranked: bool) -> Changed:
    if index.look(is_empty, otherwise=False):
        index.write(lambda connection: begin(connection, _samples(where)), None)
    changed = file_library(index, where)
    if is_ranked:
        index.write(lambda connection: rank(connection, never, lambda _done, _of: None), otherwise=False)
    return Changed(
        sum(each.added for each in changed), sum(each.changed for each in changed), sum(each.gone for each in changed)
    )


def file_library(index: Index, where: WholeLibrary) -> list[Changed]:
    """File what is new or other than before, and take out what is gone; rank nothing that need not be."""
    none_changed: dict[str, Changed] = {}
    nothing: dict[bytes, bytes] = {}
    before, filed = index.look(lambda connection: dict(each_stamp(connection)), nothing), [*_filed(where)]
    new = [each for each in filed if before.get(write_name(each.file)) != each.stamp]
    gone = {read_name(name) for name in before} - {each.file for each in filed}
    changed: list[Changed] = []
    for some, going in [(new[:BATCH], gone), *((new[at : at + BATCH], ()) for at in range(BATCH, len(new), BATCH))]:
        filing = partial(file_all, filed=some, gone=going)
        changed.extend(index.write(filing, none_changed).values())
    return changed


def _samples(where: WholeLibrary) -> list[str]:
    cards = [one for _, one in where.all_cards() if not one.is_restricted]
    return [f"{one.claim} {one.quote} {one.say}" for one in cards[:: max(1, len(cards) // SAMPLES)]]


def _filed(where: WholeLibrary) -> Iterable[Filed]:
    for one in where.notes:
        yield Filed(one.file, _stamp(one), note=one)
    for outline in where.outlines:
        uses = frozenset(block.evidence for block in outline.blocks if block.evidence)
        yield Filed(f"outlines/{outline.name}.toml", _stamp(outline), outline=outline.name, uses=uses)


def _stamp(value: object) -> bytes:
    return hashlib.sha256(repr(value).encode("utf-8", "surrogatepass")).digest()


def search(index: Index, typed: str, limit: int = 50, offset: int = 0) -> Hits:
    """What a search nobody stops finds."""
    found = index.find(typed, limit, offset)
    assert found is not None
    return found


def first(index: Index, typed: str, limit: int = 50) -> Hits:
    """The first that a search nobody stops finds."""
    found = index.first(typed, limit)
    assert found is not None
    return found


def ids(hits: Iterable[Hit]) -> list[str]:
    """The ids of the hits, in order."""
    return [hit.id for hit in hits]


def everything(index: Index) -> list[object]:
    """All that an index keeps of a library, apart from the numbers of its rows, what it has learnt and its pairs."""
    return index.look(_everything, [])


def _everything(connection: sqlite3.Connection) -> list[object]:
    names = {row: read_name(name) for row, name in connection.execute("SELECT row, name FROM notes")}
    lists = [
        connection.execute(sql).fetchall()
        for sql in (
            "SELECT name, stamp, damage FROM files ORDER BY name",
            "SELECT folder, name, title, cards, called, titled FROM notes ORDER BY folder, name",
            "SELECT name, topics.title, summary FROM notes JOIN topics ON topics.rowid = notes.row ORDER BY name",
            "SELECT outline, card FROM uses ORDER BY outline, card",
            "SELECT name, id, since, texts FROM sources JOIN notes ON notes.row = note ORDER BY name, sources.row",
            "SELECT count(*) FROM unranked",
            "SELECT word, stem FROM vocabulary ORDER BY word",
            "SELECT field, value FROM facets ORDER BY field, value",
            "SELECT count(*) FROM leaving",
        )
    ]
    words = _words(connection, names)
    return [*lists, sorted((names[row // SLOTS], *rest, words.get(row)) for row, *rest in _cards(connection))]


def _cards(connection: sqlite3.Connection) -> Iterable[tuple[int, int, str]]:
    kept = read_kept(connection)
    columns = "row, position, id, standing, handling, since, source, texts"
    for row, position, *texts in connection.execute(f"SELECT {columns} FROM cards"):  # noqa: S608 - the names are these
        yield row, position, repr(unpack(texts, kept.dictionary))


def _words(connection: sqlite3.Connection, names: dict[int, NoteName]) -> dict[int, list[tuple[int, list[str]]]]:
    """The words of every card, by its row: once for each rank that it has."""
    connection.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.held USING fts5vocab(main, words, instance)")
    held: dict[int, list[str]] = {}
    homes = {note_token(row): f"in {name}" for row, name in names.items()}
    for term, rank_of in connection.execute("SELECT term, doc FROM temp.held"):
        if not term.startswith(PAIRED):
            held.setdefault(rank_of, []).append(homes.get(term, term))
    words: dict[int, list[tuple[int, list[str]]]] = {}
    for at, row in connection.execute("SELECT rank, card FROM ranks"):
        words.setdefault(row, []).append((0, sorted(held.pop(at))))
    assert not held, "words without a card"
    return words
