"""Filing a note: its cards and sources put into the database as its file has them, what did not change left alone."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model.ids import NoteName
from briefing.model.note import Note, folder_of
from briefing.search.making.forgetting import let_leave
from briefing.search.making.unranking import unrank
from briefing.search.making.waiting import cards_resting_on, let_wait, let_wait_on
from briefing.search.tables.kept import FILING, RANKING, READY, Kept, let_forget
from briefing.search.tables.origins import APART
from briefing.search.tables.packing import Columns, PackedNote, columns_of, unpack
from briefing.search.tables.rows import HANDLINGS, RESTRICTED, CardRow, SourceRow, card_row, source_row
from briefing.search.tables.store import SLOTS, write_name
from briefing.search.words.folding import fold, plain
from briefing.search.words.tokens import CARD, HANDLING, value_token

_COLUMNS = "id, standing, handling, since, source, texts"


@dataclass(frozen=True, slots=True)
class Filed:
    """A file of the library as the index is told of it."""

    file: str
    stamp: bytes
    damage: str = ""
    """What is wrong in it, as the one who asks for it again writes it."""
    note: Note | None = None
    """The note it keeps, where it is one."""
    outline: str = ""
    """The name of the outline it keeps, where it is one."""
    uses: frozenset[str] = frozenset()
    """The ids of the cards that outline uses."""
    packed: PackedNote | None = None
    """The note, packed beforehand, instead of the note itself."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What filing a note changed: how many cards are new, other than before, and gone."""

    added: int = 0
    changed: int = 0
    gone: int = 0

    def __bool__(self) -> bool:
        """Whether anything did."""
        return bool(self.added or self.changed or self.gone)


def file_away(connection: sqlite3.Connection, filed: Filed, kept: Kept) -> Changed:
    """Put a file into the index, inside a transaction; returns what became other than before."""
    connection.execute(
        "INSERT OR REPLACE INTO files (name, stamp, damage) VALUES (?, ?, ?)",
        (write_name(filed.file), filed.stamp, filed.damage),
    )
    if filed.outline:
        _file_uses(connection, write_name(filed.outline), filed.uses)
    if filed.packed:
        return _file_packed(connection, filed.packed, kept)
    if filed.note:
        return _file_note(connection, filed.note, kept)
    return _take_out_note(connection, write_name(filed.file.removesuffix(".toml")), kept)


def take_out(connection: sqlite3.Connection, file: str, kept: Kept) -> Changed:
    """Take a file that is gone out of the index, inside a transaction."""
    connection.execute("DELETE FROM files WHERE name = ?", (write_name(file),))
    name = write_name(file.removesuffix(".toml"))
    if name.startswith(b"outlines/"):
        connection.execute("DELETE FROM uses WHERE outline = ?", (name.removeprefix(b"outlines/"),))
    return _take_out_note(connection, name, kept)


def _take_out_note(connection: sqlite3.Connection, name: bytes, kept: Kept) -> Changed:
    """Take out the note of that name, where there is one: its file is gone, or cannot be read any more."""
    found = connection.execute("SELECT row FROM notes WHERE name = ?", (name,)).fetchone()
    if found is None:
        return Changed()
    (row,) = found
    changed = _file_cards(connection, row, (), (), kept)
    connection.execute("DELETE FROM notes WHERE row = ?", (row,))
    connection.execute("DELETE FROM topics WHERE rowid = ?", (row,))
    return changed


def _file_uses(connection: sqlite3.Connection, outline: bytes, uses: Iterable[str]) -> None:
    connection.execute("DELETE FROM uses WHERE outline = ?", (outline,))
    connection.executemany("INSERT INTO uses (outline, card) VALUES (?, ?)", ((outline, card) for card in uses))


def _file_note(connection: sqlite3.Connection, note: Note, kept: Kept) -> Changed:
    row, _ = _file_heading(connection, note.name, note.title, note.summary, len(note.cards))
    sources = tuple(map(source_row, note.sources))
    return _file_cards(connection, row, sources, tuple(map(card_row, note.cards)), kept)


def _file_packed(connection: sqlite3.Connection, note: PackedNote, kept: Kept) -> Changed:
    row, is_new = _file_heading(connection, note.name, note.title, note.summary, len(note.cards))
    if not is_new or kept.stage != FILING:
        cards = tuple([unpack(columns, note.dictionary) for columns in note.cards])
        return _file_cards(connection, row, note.sources, cards, kept)
    # The first time there is nothing to compare with.
    _insert_sources(connection, row, note.sources)
    _insert_cards(connection, [(row * SLOTS + slot, slot, *columns) for slot, columns in enumerate(note.cards)])
    return Changed(added=len({columns[0] for columns in note.cards}))


def _file_heading(
    connection: sqlite3.Connection, note: NoteName, title: str, summary: str, cards: int
) -> tuple[int, bool]:
    """Put down what a list shows of a note, and the words it is found by; returns its row, and whether it is new."""
    name, called, titled = write_name(note), plain(note), plain(title)
    told = (write_name(folder_of(note)), title, cards, called, titled)
    found = connection.execute("SELECT row FROM notes WHERE name = ?", (name,)).fetchone()
    if found is None:
        sql = "INSERT INTO notes (folder, title, cards, called, titled, name) VALUES (?, ?, ?, ?, ?, ?)"
        row = connection.execute(sql, (*told, name)).lastrowid
    else:
        (row,) = found
        sql = "UPDATE notes SET folder = ?, title = ?, cards = ?, called = ?, titled = ? WHERE row = ?"
        connection.execute(sql, (*told, row))
        connection.execute("DELETE FROM topics WHERE rowid = ?", (row,))
    words = (row, titled + APART + called, fold(summary))
    connection.execute("INSERT INTO topics (rowid, title, summary) VALUES (?, ?, ?)", words)
    return int(row or 0), found is None


def _file_cards(
    connection: sqlite3.Connection, note: int, sources: tuple[SourceRow, ...], cards: tuple[CardRow, ...], kept: Kept
) -> Changed:
    before = _cards_before(connection, note, kept)
    new, gone, moved = _compare(before, cards)
    stale = _stale_sources(connection, note, sources)
    if kept.stage == READY and _hides(connection, [card for _, card in new], gone.values()):
        let_forget(connection)
    if kept.stage != FILING:
        resting = cards_resting_on(connection, stale)
        unrank(connection, {*gone, *resting}, kept)
        let_wait(connection, resting - gone.keys())
    if kept.stage == RANKING:
        let_wait_on(connection, stale)
    connection.executemany("DELETE FROM cards WHERE row = ?", ((row,) for row in gone))
    if stale:
        _put_sources(connection, note, sources)
    _put_cards(connection, note, new, kept)
    connection.executemany("UPDATE cards SET position = ? WHERE row = ?", moved)
    return _counted([card for _, card in new], gone.values())


def _hides(connection: sqlite3.Connection, new: Iterable[CardRow], gone: Iterable[CardRow]) -> bool:
    """Whether a card is restricted that was not before, or was and is gone now while one of its id is restricted.

    What a card said that left at another time, or stood elsewhere, may still be in the file.
    """
    hidden_before = {card.id for card in gone if card.is_restricted}
    if any(card.is_restricted and card.id not in hidden_before for card in new):
        return True
    return any(_has_restricted(connection, card.id) for card in gone if not card.is_restricted)


def _has_restricted(connection: sqlite3.Connection, card_id: str) -> bool:
    asked = f'"{value_token(CARD, card_id)}" "{value_token(HANDLING, HANDLINGS[RESTRICTED])}"'
    return connection.execute("SELECT 1 FROM words WHERE words MATCH ? LIMIT 1", (asked,)).fetchone() is not None


def _cards_before(connection: sqlite3.Connection, note: int, kept: Kept) -> dict[int, tuple[int, CardRow]]:
    """Return the cards of a note as they stand in the database, by row, each with its position."""
    rows = connection.execute(
        f"SELECT row, position, {_COLUMNS} FROM cards WHERE row BETWEEN ? AND ?", (note * SLOTS, (note + 1) * SLOTS - 1)
    )
    return {row: (position, unpack(tuple(columns), kept.dictionary)) for row, position, *columns in rows}


def _compare(
    before: dict[int, tuple[int, CardRow]], cards: tuple[CardRow, ...]
) -> tuple[list[tuple[int, CardRow]], dict[int, CardRow], list[tuple[int, int]]]:
    """Return the new cards with their positions, those that are gone by row, and new positions with their rows."""
    left: dict[CardRow, list[int]] = defaultdict(list)
    for row in sorted(before, reverse=True):
        left[before[row][1]].append(row)
    new: list[tuple[int, CardRow]] = []
    moved: list[tuple[int, int]] = []
    for position, card in enumerate(cards):
        rows = left.get(card)
        if not rows:
            new.append((position, card))
        elif before[row := rows.pop()][0] != position:
            moved.append((position, row))
    return new, {row: card for card, rows in left.items() for row in rows}, moved


def _stale_sources(connection: sqlite3.Connection, note: int, sources: tuple[SourceRow, ...]) -> set[str]:
    """Return the ids of the sources that the database has otherwise than the note."""
    rows = connection.execute("SELECT id, since, texts FROM sources WHERE note = ? ORDER BY row", (note,))
    before = [(card, since, texts) for card, since, texts in rows]
    now = [(source.id, source.since, APART.join(source.texts)) for source in sources]
    if before == now:
        return set()
    return {each[0] for each in set(before) ^ set(now)} or {each[0] for each in now}


def _put_sources(connection: sqlite3.Connection, note: int, sources: tuple[SourceRow, ...]) -> None:
    for row, texts in connection.execute("SELECT row, texts FROM sources WHERE note = ?", (note,)).fetchall():
        folded = fold(texts)
        connection.execute("INSERT INTO bearings (bearings, rowid, tokens) VALUES ('delete', ?, ?)", (row, folded))
        let_leave(connection, folded.split())
    connection.execute("DELETE FROM sources WHERE note = ?", (note,))
    _insert_sources(connection, note, sources)


def _insert_sources(connection: sqlite3.Connection, note: int, sources: tuple[SourceRow, ...]) -> None:
    for source in sources:
        texts = APART.join(source.texts)
        row = connection.execute(
            "INSERT INTO sources (note, id, since, texts) VALUES (?, ?, ?, ?)", (note, source.id, source.since, texts)
        ).lastrowid
        connection.execute("INSERT INTO bearings (rowid, tokens) VALUES (?, ?)", (row, fold(texts)))


def _put_cards(connection: sqlite3.Connection, note: int, new: list[tuple[int, CardRow]], kept: Kept) -> None:
    if not new:
        return
    (last,) = connection.execute(
        "SELECT max(row) FROM cards WHERE row BETWEEN ? AND ?", (note * SLOTS, (note + 1) * SLOTS - 1)
    ).fetchone()
    first = note * SLOTS if last is None else last + 1
    rows = [(first + slot, position, card) for slot, (position, card) in enumerate(new)]
    _insert_cards(connection, [(row, position, *columns_of(card, kept.dictionary)) for row, position, card in rows])
    if kept.stage != FILING:
        let_wait(connection, (row for row, _, _ in rows))


def _insert_cards(connection: sqlite3.Connection, rows: list[tuple[int, int, *Columns]]) -> None:
    connection.executemany(f"INSERT INTO cards (row, position, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)


def _counted(new: Iterable[CardRow], gone: Iterable[CardRow]) -> Changed:
    before, after = {card.id: card for card in gone}, {card.id: card for card in new}
    return Changed(
        len(after.keys() - before.keys()), len(after.keys() & before.keys()), len(before.keys() - after.keys())
    )
