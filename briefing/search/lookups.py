"""What the index is asked beside searches: which notes there are, what is in them, and where a card is."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from itertools import accumulate

from briefing.model.card import Listed
from briefing.model.ids import CardId, NoteName
from briefing.model.note import Folder, Heading, folder_of
from briefing.search.folding import plain
from briefing.search.kept import read_kept
from briefing.search.packing import unpack_claim
from briefing.search.rows import HANDLINGS, STANDINGS
from briefing.search.store import SLOTS, read_name, write_name
from briefing.search.tokens import CARD, LINK, SOURCE, value_token

Question = Callable[[sqlite3.Connection], object]

_FROM_RANKED = "FROM words JOIN ranks ON ranks.rank = words.rowid JOIN cards ON cards.row = ranks.card"
_RANKED = f"SELECT cards.row, cards.id {_FROM_RANKED} WHERE words MATCH ?"


def count_cards(connection: sqlite3.Connection) -> int:
    """Return how many cards there are."""
    (count,) = connection.execute("SELECT coalesce(sum(cards), 0) FROM notes").fetchone()
    return int(count)


def count_notes(connection: sqlite3.Connection) -> int:
    """Return how many notes there are."""
    (count,) = connection.execute("SELECT count(*) FROM notes").fetchone()
    return int(count)


def read_stamps(connection: sqlite3.Connection) -> dict[str, bytes]:
    """Return the stamp of every file, by its path in the library."""
    return {read_name(name): stamp for name, stamp in connection.execute("SELECT name, stamp FROM files")}


def read_damage(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return every file in which something is wrong, and what, as it was written by who filed it."""
    rows = connection.execute("SELECT name, damage FROM files WHERE damage <> '' ORDER BY name")
    return [(read_name(name), damage) for name, damage in rows]


def read_headings(connection: sqlite3.Connection, first: int, many: int) -> list[Heading]:
    """Return so many notes as a list shows them, in library order, from the one at `first`."""
    rows = connection.execute(
        "SELECT name, title, cards FROM notes ORDER BY folder, name LIMIT ? OFFSET ?", (many, first)
    )
    return [Heading(read_name(name), title, cards) for name, title, cards in rows]


def read_folders(connection: sqlite3.Connection) -> tuple[Folder, ...]:
    """Return every folder that holds notes, in library order."""
    rows = connection.execute(
        "SELECT folder, count(*), sum(cards) FROM notes GROUP BY folder ORDER BY folder"
    ).fetchall()
    firsts = accumulate((notes for _, notes, _ in rows), initial=0)
    return tuple(
        Folder(read_name(name), first, notes, cards) for (name, notes, cards), first in zip(rows, firsts, strict=False)
    )


def find_position(connection: sqlite3.Connection, name: str) -> int | None:
    """Return where the note of that name stands among the headings."""
    key = (write_name(folder_of(name)), write_name(name))
    if connection.execute("SELECT 1 FROM notes WHERE (folder, name) = (?, ?)", key).fetchone() is None:
        return None
    (before,) = connection.execute("SELECT count(*) FROM notes WHERE (folder, name) < (?, ?)", key).fetchone()
    return int(before)


def notes_inside(connection: sqlite3.Connection, inside: str) -> list[tuple[int, int]]:
    """Return the row of each note that a listing is of, in library order, with how many cards it holds."""
    if not inside:
        rows = connection.execute("SELECT row, cards FROM notes ORDER BY folder, name")
    elif inside.endswith("/"):
        folder = write_name(inside)
        rows = connection.execute(
            "SELECT row, cards FROM notes WHERE folder = ? OR (folder >= ? AND folder < ?) ORDER BY folder, name",
            (folder[:-1], folder, folder[:-1] + b"0"),  # the sign after the slash
        )
    else:
        rows = connection.execute("SELECT row, cards FROM notes WHERE name = ?", (write_name(inside),))
    return rows.fetchall()


def read_listed(connection: sqlite3.Connection, note: int, first: int, many: int) -> list[Listed]:
    """Return so many cards of a note, by its row, as a list shows them, from the one at `first`."""
    dictionary = read_kept(connection).dictionary
    rows = connection.execute(
        """SELECT id, standing, handling, texts FROM cards WHERE row BETWEEN ? AND ?
        ORDER BY position LIMIT ? OFFSET ?""",
        (note * SLOTS, (note + 1) * SLOTS - 1, many, first),
    )
    return [
        Listed(CardId(card), *unpack_claim(texts, dictionary), STANDINGS[standing], HANDLINGS[handling])
        for card, standing, handling, texts in rows
    ]


def find_home(connection: sqlite3.Connection, card_id: str) -> NoteName | None:
    """Return the first note, in library order, that a card of that id stands in."""
    rows = [row for row, found in _ranked(connection, CARD, card_id) if found == card_id]
    waiting = "SELECT row FROM cards JOIN unranked ON unranked.card = cards.row WHERE id = ?"
    rows.extend(row for (row,) in connection.execute(waiting, (card_id,)))
    return _first_note(connection, [row // SLOTS for row in rows])


def find_source_home(connection: sqlite3.Connection, source_id: str) -> NoteName | None:
    """Return the first note, in library order, that a source of that id stands in."""
    rows = connection.execute("SELECT note FROM sources WHERE id = ?", (source_id,))
    return _first_note(connection, [note for (note,) in rows])


def find_linked(connection: sqlite3.Connection, card_id: str) -> list[CardId]:
    """Return the ids of the cards that may name a card."""
    return [CardId(found) for _, found in _ranked(connection, LINK, card_id)]


def find_resting(connection: sqlite3.Connection, source_id: str) -> list[CardId]:
    """Return the ids of the cards that rest on a source, in library order."""
    if not plain(source_id):
        return []
    order = f"""{_FROM_RANKED} JOIN notes ON notes.row = cards.row / {SLOTS}
        WHERE words MATCH ? AND source = ? ORDER BY folder, notes.name, position"""
    rows = connection.execute(f"SELECT cards.id {order}", (f'"{value_token(SOURCE, source_id)}"', source_id))
    return [CardId(card) for (card,) in rows]


def _ranked(connection: sqlite3.Connection, tag: str, value: str) -> list[tuple[int, str]]:
    if not plain(value):
        return []
    return connection.execute(_RANKED, (f'"{value_token(tag, value)}"',)).fetchall()


def _first_note(connection: sqlite3.Connection, notes: list[int]) -> NoteName | None:
    marks = ",".join("?" * len(notes))
    found = connection.execute(
        f"SELECT name FROM notes WHERE row IN ({marks}) ORDER BY folder, name LIMIT 1", notes
    ).fetchone()
    return read_name(found[0]) if found else None
