"""The notes and cards of a library as its lists show them: from the index, and from what was saved since."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from briefing.catalogue.sequences import LongList, Replaced, in_parts, replace
from briefing.model.card import Listed
from briefing.model.ids import NoteName
from briefing.model.note import Folder, Heading, Note, folder_of, library_order
from briefing.search.index import Index
from briefing.search.lookups import (
    count_notes,
    find_position,
    notes_before,
    notes_inside,
    read_folders,
    read_headings,
    read_listed,
)


@dataclass(frozen=True, slots=True)
class _Edit:
    """A note that was saved since it was filed, and where it stands among the notes of the index."""

    name: str
    at: int
    was: Heading | None
    note: Note | None


class Listing:
    """The lists of one library; `saved` are notes by name as they are now, None for one that is gone."""

    def __init__(self, index: Index, saved: Mapping[NoteName, Note | None]) -> None:
        """Look up where the saved notes belong, and nothing else."""
        self._index = index
        edits = (self._edit(name, note) for name, note in saved.items())
        self._edits = sorted(filter(None, edits), key=lambda edit: library_order(edit.name))

    def headings(self) -> LongList[Heading]:
        """Return every note as a list shows it."""
        count = self._index.look(count_notes, 0)

        def fetch(first: int, many: int) -> list[Heading]:
            nothing: list[Heading] = []
            return self._index.look(lambda connection: read_headings(connection, first, many), nothing)

        kept = LongList(count, fetch)
        return replace(kept, map(_heading_replaced, self._edits)) if self._edits else kept

    def folders(self) -> tuple[Folder, ...]:
        """Return every folder that holds notes."""
        nothing: tuple[Folder, ...] = ()
        kept = self._index.look(read_folders, nothing)
        return _changed(kept, self._edits) if self._edits else kept

    def position(self, name: str) -> int | None:
        """Return where a note stands among the headings."""
        edit = next((edit for edit in self._edits if edit.name == name), None)
        if edit is not None and edit.note is None:
            return None
        at = edit.at if edit else self._index.look(lambda connection: find_position(connection, name), None)
        if at is None:
            return None
        before = [each for each in self._edits if library_order(each.name) < library_order(name)]
        return at + sum((each.note is not None) - (each.was is not None) for each in before)

    def listing(self, inside: str) -> LongList[Listed]:
        """Return the cards of a note, of a folder, or all."""
        nothing = array("q"), array("q")
        rows, cards = self._index.look(lambda connection: _numbers(notes_inside(connection, inside)), nothing)
        kept = in_parts(cards, lambda number, first, many: self._cards_of(rows[number], first, many))
        edits = [edit for edit in self._edits if _is_inside(edit.name, inside)]
        if not edits:
            return kept
        starts = array("q", accumulate(cards, initial=0))
        return replace(kept, [self._cards_replaced(edit, starts, inside) for edit in edits])

    def _edit(self, name: str, note: Note | None) -> _Edit | None:
        at = self._index.look(lambda connection: notes_before(connection, name), 0)
        nothing: list[Heading] = []
        found = self._index.look(lambda connection: read_headings(connection, at, 1), nothing)
        was = found[0] if found and found[0].name == name else None
        return _Edit(name, at, was, note) if was or note else None

    def _cards_replaced(self, edit: _Edit, starts: Sequence[int], inside: str) -> Replaced[Listed]:
        """Return the cards of a note that was saved, in place of those the index has of it in a listing."""
        at = self._index.look(lambda connection: notes_before(connection, edit.name, inside), 0)
        first, last = (starts[min(place, len(starts) - 1)] for place in (at, at + (edit.was is not None)))
        return Replaced(first, last, tuple(card.listed for card in edit.note.cards) if edit.note else ())

    def _cards_of(self, row: int, first: int, many: int) -> list[Listed]:
        nothing: list[Listed] = []
        return self._index.look(lambda connection: read_listed(connection, row, first, many), nothing)


def _numbers(pairs: Iterable[tuple[int, int]]) -> tuple[array[int], array[int]]:
    """Return the first and the second of very many pairs, none of which is kept."""
    firsts, seconds = array("q"), array("q")
    for first, second in pairs:
        firsts.append(first)
        seconds.append(second)
    return firsts, seconds


def _heading_replaced(edit: _Edit) -> Replaced[Heading]:
    return Replaced(edit.at, edit.at + (edit.was is not None), (edit.note.heading,) if edit.note else ())


def _is_inside(name: str, inside: str) -> bool:
    return name.startswith(inside) if not inside or inside.endswith("/") else name == inside


def _changed(kept: Sequence[Folder], edits: Sequence[_Edit]) -> tuple[Folder, ...]:
    counts = {folder.name: (folder.notes, folder.cards) for folder in kept}
    for edit in edits:
        notes, cards = counts.get(folder_of(edit.name), (0, 0))
        counts[folder_of(edit.name)] = (
            notes + (edit.note is not None) - (edit.was is not None),
            cards + (len(edit.note.cards) if edit.note else 0) - (edit.was.cards if edit.was else 0),
        )
    names = sorted(name for name, (notes, _) in counts.items() if notes)
    firsts = accumulate((counts[name][0] for name in names), initial=0)
    return tuple(Folder(name, first, *counts[name]) for name, first in zip(names, firsts, strict=False))
