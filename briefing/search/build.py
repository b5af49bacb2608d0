"""Bringing the index up to date with a library: what did not change is not touched."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from briefing.model.ids import NoteName
from briefing.model.library import Library
from briefing.model.note import Note
from briefing.model.source import Source
from briefing.search.folding import fold, plain
from briefing.search.rows import APART, CardRow, NoteRows, note_rows
from briefing.search.store import clear, read_name, transaction, write_name

RESTRICTED = "restricted"


@dataclass(slots=True)
class Seen:
    """The notes last looked at, with their digests: a note that is the same object needs no second look."""

    sources: Mapping[str, Source] = field(default_factory=dict)
    notes: dict[NoteName, tuple[Note, bytes]] = field(default_factory=dict)

    def digests(self, library: Library) -> dict[NoteName, bytes]:
        """Return the digest of every note of the library, by name, in order."""
        before = self.notes if self.sources == library.sources else {}
        self.sources = library.sources
        self.notes = {note.name: self._look(note, library, before) for note in library.notes}
        return {name: digest for name, (_, digest) in self.notes.items()}

    @staticmethod
    def _look(note: Note, library: Library, before: Mapping[NoteName, tuple[Note, bytes]]) -> tuple[Note, bytes]:
        known = before.get(note.name)
        return known if known and known[0] is note else (note, _rows(note, library).digest)


def bring_up_to_date(connection: sqlite3.Connection, library: Library, seen: Seen) -> bool:
    """Make the index say what the library does; returns whether anything had to change."""
    digests = seen.digests(library)
    used = frozenset(card for outline in library.outlines for block in outline.blocks if (card := block.evidence))
    if _stored(connection) == _wanted(digests) and _used(connection) == used:
        return False
    with transaction(connection):
        emptied = _change_notes(connection, library, digests)
        _change_used(connection, used)
    if emptied:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return True


def _rows(note: Note, library: Library) -> NoteRows:
    return note_rows(note, (library.source_of(card) for card in note.cards))


def _wanted(digests: Mapping[NoteName, bytes]) -> dict[NoteName, tuple[int, bytes]]:
    return {name: (position, digest) for position, (name, digest) in enumerate(digests.items())}


def _stored(connection: sqlite3.Connection) -> dict[NoteName, tuple[int, bytes]]:
    rows = connection.execute("SELECT name, position, digest FROM notes")
    return {read_name(name): (position, digest) for name, position, digest in rows}


def _used(connection: sqlite3.Connection) -> frozenset[str]:
    return frozenset(card for (card,) in connection.execute("SELECT id FROM used"))


def _change_notes(connection: sqlite3.Connection, library: Library, digests: Mapping[NoteName, bytes]) -> bool:
    """Change the notes that differ; returns whether everything was written anew."""
    stored = _stored(connection)
    gone = [name for name in stored if name not in digests]
    changed = {
        note.name: _rows(note, library)
        for note in library.notes
        if note.name not in stored or stored[note.name][1] != digests[note.name]
    }
    emptied = _hides_words(connection, (*gone, *changed), changed.values())
    if emptied:
        clear(connection)
        gone, changed = [], {note.name: _rows(note, library) for note in library.notes}
    for name in (*gone, *changed):
        _remove(connection, name)
    for position, name in enumerate(digests):
        if name in changed:
            _add(connection, changed[name], position, digests[name])
        elif stored[name][0] != position:
            connection.execute("UPDATE notes SET position = ? WHERE name = ?", (position, write_name(name)))
    return emptied


def _hides_words(connection: sqlite3.Connection, names: Iterable[NoteName], changed: Iterable[NoteRows]) -> bool:
    """Whether a card is restricted now and its words may be in the index, under this id or one that is gone.

    FTS5 leaves deleted words in its own tables until it happens to merge them, so such an index is written anew.
    """
    before = [
        row
        for name in names
        for row in connection.execute(
            "SELECT id, handling FROM cards WHERE note = (SELECT row FROM notes WHERE name = ?)", (write_name(name),)
        )
    ]
    now = [(row.id, row.handling) for rows in changed for row in rows.cards]
    hidden = {card for card, handling in now if handling == RESTRICTED} - _of(before, restricted=True)
    return bool(hidden) and bool(_of(before, restricted=False) - _of(now, restricted=False))


def _of(cards: Iterable[tuple[str, str]], *, restricted: bool) -> set[str]:
    return {card for card, handling in cards if (handling == RESTRICTED) == restricted}


def _remove(connection: sqlite3.Connection, name: NoteName) -> None:
    found = connection.execute("SELECT row FROM notes WHERE name = ?", (write_name(name),)).fetchone()
    if found is None:
        return
    cards = connection.execute("SELECT row FROM cards WHERE note = ?", found).fetchall()
    connection.executemany("DELETE FROM words WHERE rowid = ?", cards)
    connection.executemany("DELETE FROM facets WHERE card = ?", cards)
    connection.execute("DELETE FROM cards WHERE note = ?", found)
    connection.execute("DELETE FROM topics WHERE rowid = ?", found)
    connection.execute("DELETE FROM notes WHERE row = ?", found)


def _add(connection: sqlite3.Connection, rows: NoteRows, position: int, digest: bytes) -> None:
    called, titled = plain(rows.name), plain(rows.title)
    note = connection.execute(
        "INSERT INTO notes (name, position, digest, called, titled) VALUES (?, ?, ?, ?, ?)",
        (write_name(rows.name), position, digest, called, titled),
    ).lastrowid
    connection.execute(
        "INSERT INTO topics (rowid, title, summary) VALUES (?, ?, ?)",
        (note, titled + APART + called, fold(rows.summary)),
    )
    for place, row in enumerate(rows.cards):
        _add_card(connection, note, place, row)


def _add_card(connection: sqlite3.Connection, note: int | None, position: int, row: CardRow) -> None:
    kept = (row.id, row.kind, row.status, row.standing, row.handling, row.source, row.since, row.shown)
    card = connection.execute(
        "INSERT INTO cards (note, position, id, kind, status, standing, handling, source, since, texts)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (note, position, *kept),
    ).lastrowid
    connection.execute(
        "INSERT INTO words (rowid, claim, quote, prose, label) VALUES (?, ?, ?, ?, ?)", (card, *row.columns)
    )
    connection.executemany(
        "INSERT INTO facets (field, value, card) VALUES (?, ?, ?)", [(*facet, card) for facet in row.facets]
    )


def _change_used(connection: sqlite3.Connection, used: frozenset[str]) -> None:
    stored = _used(connection)
    connection.executemany("DELETE FROM used WHERE id = ?", [(card,) for card in stored - used])
    connection.executemany("INSERT INTO used (id) VALUES (?)", [(card,) for card in used - stored])
