"""The cards, sources and places of a library, looked up one at a time in the file each stands in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from briefing.errors import Place
from briefing.library.files import NoteFile, OutlineFile

Entry = TypeVar("Entry")
Key = tuple[str, str]
"""An array (`card`, `source`, `block`) and an id; a block's id is `outline/block`."""
File = NoteFile | OutlineFile


class Entries(Mapping[str, Entry]):
    """Every card, or every source, by its id, read from its file when it is looked up."""

    def __init__(
        self, find: Callable[[str], Entry | None], has: Callable[[str], bool], ids: Callable[[], Iterable[str]]
    ) -> None:
        """Look up nothing yet. Of `ids`, one may come more than once."""
        self._find = find
        self._has = has
        self._ids = ids

    def __getitem__(self, entry_id: str) -> Entry:
        found = self._find(entry_id)
        if found is None:
            raise KeyError(entry_id)
        return found

    def __contains__(self, entry_id: object) -> bool:
        return isinstance(entry_id, str) and self._has(entry_id)

    def __iter__(self) -> Iterator[str]:
        seen: set[str] = set()
        for entry_id in self._ids():
            if entry_id not in seen:
                seen.add(entry_id)
                yield entry_id

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return next(iter(self), None) is not None


def with_at_hand(some: Mapping[str, Entry], entries: Mapping[str, Entry]) -> Mapping[str, Entry]:
    """Return entries of which some need not be looked up."""
    return Entries(lambda entry_id: some.get(entry_id) or entries.get(entry_id), entries.__contains__, lambda: entries)


class Places(Mapping[Key, Place]):
    """Where every entry stands, read from its file when it is looked up."""

    def __init__(
        self,
        where: Callable[[str, str], Iterable[Key]],
        read: Callable[[str], File | None],
        files: Callable[[], Iterable[tuple[str, File]]],
    ) -> None:
        """Look up nothing yet. `where` tells the files that may hold an entry, each with the entry's id in it."""
        self._where = where
        self._read = read
        self._files = files
        self._last: tuple[File | None, Mapping[Key, int]] = None, {}

    def __getitem__(self, key: Key) -> Place:
        array, entry_id = key
        for file, inside in self._where(array, entry_id):
            line = self._lines_of(self._read(file)).get((array, inside))
            if line is not None:
                return Place(file, line)
        raise KeyError(key)

    def _lines_of(self, found: File | None) -> Mapping[Key, int]:
        """Return the line of the first entry of each id in a file; of the file asked for last, at once."""
        last, lines = self._last
        if found is not last:
            lines = {(array, entry_id): line for array, entry_id, line in reversed(found.lines)} if found else {}
            self._last = found, lines
        return lines

    def __iter__(self) -> Iterator[Key]:
        seen: set[Key] = set()
        for _, value in self._files():
            prefix = f"{value.outline.name}/" if isinstance(value, OutlineFile) else ""
            for array, entry_id, _ in value.lines:
                if (key := (array, prefix + entry_id)) not in seen:
                    seen.add(key)
                    yield key

    def __len__(self) -> int:
        return sum(1 for _ in self)
