"""What the index is asked beside searches: which notes there are, what is in them, and where a card is."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import TypeVar

from briefing.model.card import Listed
from briefing.model.ids import CardId, NoteName
from briefing.model.note import Folder, Heading, folder_of
from briefing.search.tables.kept import FORGETTING, READY, read_kept, read_mark
from briefing.search.tables.packing import unpack_claim, unpack_links
from briefing.search.tables.rows import HANDLINGS, RESTRICTED, RESTS_ON, STANDINGS
from briefing.search.tables.store import IN_LIST, SLOTS, listed, read_name, write_name
from briefing.search.words.folding import plain
from briefing.search.words.tokens import CARD, LINK, SOURCE, UNSEEN, value_token

Answer = TypeVar("Answer")
Question = Callable[[sqlite3.Connection], Answer]

_FROM_RANKED = "FROM words CROSS JOIN ranks ON ranks.rank = words.rowid CROSS JOIN cards ON cards.row = ranks.card"
_RANKED = f"SELECT cards.row, cards.id {_FROM_RANKED} WHERE words MATCH ?"


def read_stage(connection: sqlite3.Connection) -> str:
    """Return how far the index has come: filing, ranking or ready; or that it has still to forget something."""
    stage = read_kept(connection).stage
    return FORGETTING if stage == READY and read_mark(connection) else stage


def is_empty(connection: sqlite3.Connection) -> bool:
    """Whether nothing is filed."""
    return connection.execute("SELECT 1 FROM files LIMIT 1").fetchone() is None


def count_cards(connection: sqlite3.Connection) -> int:
    """Return how many cards there are."""
    (count,) = connection.execute("SELECT coalesce(sum(cards), 0) FROM notes").fetchone()
    return int(count)


def count_notes(connection: sqlite3.Connection) -> int:
    """Return how many notes there are."""
    (count,) = connection.execute("SELECT count(*) FROM notes").fetchone()
    return int(count)


def each_stamp(connection: sqlite3.Connection) -> Iterator[tuple[bytes, bytes]]:
    """Yield every file by its path as the index writes it, in the order of its bytes, and the file's stamp."""
    return connection.execute("SELECT name, stamp FROM files ORDER BY name")


def read_stamps(connection: sqlite3.Connection, files: Iterable[str]) -> dict[str, bytes]:
    """Return the stamps of those of the files that the index has."""
    asked = {file: connection.execute("SELECT stamp FROM files WHERE name = ?", (write_name(file),)) for file in files}
    return {file: row[0] for file, rows in asked.items() if (row := rows.fetchone())}


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
    if connection.execute("SELECT 1 FROM notes WHERE name = ?", (write_name(name),)).fetchone() is None:
        return None
    return notes_before(connection, name)


def notes_before(connection: sqlite3.Connection, name: str, inside: str = "") -> int:
    """Return how many notes that a listing is of stand before a name, whether there is a note of that name or not."""
    which, values = _inside(inside)
    key = (write_name(folder_of(name)), write_name(name))
    sql = f"SELECT count(*) FROM notes WHERE (folder, name) < (?, ?) AND {which}"
    (before,) = connection.execute(sql, (*key, *values)).fetchone()
    return int(before)


def notes_inside(connection: sqlite3.Connection, inside: str) -> Iterator[tuple[int, int]]:
    """Yield the row of each note that a listing is of, in library order, with how many cards it holds."""
    which, values = _inside(inside)
    return connection.execute(f"SELECT row, cards FROM notes WHERE {which} ORDER BY folder, name", values)


def _inside(inside: str) -> tuple[str, tuple[bytes, ...]]:
    """Return which notes a listing is of: all, those of a folder and the ones inside it, or one alone."""
    name = write_name(inside)
    if not inside:
        return "1", ()
    if inside.endswith("/"):
        # In library order they do not always stand together: `schools-2024` comes between `schools` and `schools/a`.
        return "(folder = ? OR (folder >= ? AND folder < ?))", (name[:-1], name, name[:-1] + b"0")
    return "name = ?", (name,)


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


def find_homes(connection: sqlite3.Connection, card_id: str) -> list[NoteName]:
    """Return the notes that a card of that id stands in, in library order."""
    if read_kept(connection).stage == READY:
        rows = [row for row, found in _ranked(connection, CARD, card_id) if found == card_id]
        waiting = "SELECT row FROM unranked CROSS JOIN cards ON cards.row = unranked.card WHERE id = ?"
    else:  # the word index is not there yet
        rows, waiting = [], "SELECT row FROM cards WHERE id = ?"
    rows.extend(row for (row,) in connection.execute(waiting, (card_id,)))
    return _names(connection, [row // SLOTS for row in rows])


def find_source_homes(connection: sqlite3.Connection, source_id: str) -> list[NoteName]:
    """Return the notes that a source of that id stands in, in library order."""
    rows = connection.execute("SELECT note FROM sources WHERE id = ?", (source_id,))
    return _names(connection, [note for (note,) in rows])


def read_sources(connection: sqlite3.Connection) -> list[tuple[NoteName, str]]:
    """Return the id of every source with the name of its note, in library order."""
    rows = connection.execute(
        "SELECT name, id FROM sources JOIN notes ON notes.row = note ORDER BY folder, name, sources.row"
    )
    return [(read_name(name), source) for name, source in rows]


def find_linked(connection: sqlite3.Connection, card_id: str) -> list[tuple[NoteName, str]]:
    """Return the ids of the cards that may name a card, each with the name of its note, in library order."""
    return _placed(connection, [row for row, _ in _ranked(connection, LINK, card_id)], "1", ())


def find_resting(connection: sqlite3.Connection, source_id: str) -> list[tuple[NoteName, str]]:
    """Return the ids of the cards that rest on a source, each with the name of its note, in library order."""
    seen = [row for row, _ in _ranked(connection, SOURCE, source_id)]
    unseen = _resting_unseen(connection, source_id)
    return _placed(connection, [*seen, *unseen], f"(source = ? OR handling = {RESTRICTED})", (source_id,))


def _resting_unseen(connection: sqlite3.Connection, source_id: str) -> list[int]:
    """Return the rows of the restricted cards that rest on a source."""
    dictionary = read_kept(connection).dictionary
    rows = [row for row, _ in _ranked(connection, UNSEEN, source_id)]
    texts = ((row, connection.execute("SELECT texts FROM cards WHERE row = ?", (row,)).fetchone()[0]) for row in rows)
    return [row for row, packed in texts if RESTS_ON + source_id in unpack_links(packed, dictionary)]


def _placed(
    connection: sqlite3.Connection, rows: list[int], which: str, values: tuple[str, ...]
) -> list[tuple[NoteName, str]]:
    found = connection.execute(
        f"""SELECT name, id FROM cards JOIN notes ON notes.row = cards.row / {SLOTS}
        WHERE cards.row {IN_LIST} AND {which} ORDER BY folder, name, position""",
        (listed(rows), *values),
    )
    return [(read_name(name), card) for name, card in found]


def _ranked(connection: sqlite3.Connection, tag: str, value: str) -> list[tuple[int, str]]:
    if not plain(value):
        return []
    return connection.execute(_RANKED, (f'"{value_token(tag, value)}"',)).fetchall()


def _names(connection: sqlite3.Connection, notes: list[int]) -> list[NoteName]:
    found = connection.execute(f"SELECT name FROM notes WHERE row {IN_LIST} ORDER BY folder, name", (listed(notes),))
    return [read_name(name) for (name,) in found]
