"""Opening a library through its index, and keeping the two in step while it is open."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.catalogue.changing import file_change
from briefing.catalogue.comparing import FEW, Behind, compare, is_due
from briefing.catalogue.damage import read_damage as findings_in
from briefing.catalogue.looks import Look, is_same_state, look_at, pack_stamp
from briefing.catalogue.progress import Stop, Told, never, silent
from briefing.errors import NotFound
from briefing.library.survey import ODD
from briefing.search.index import Index, open_index
from briefing.search.lookups import read_damage, read_stamps
from briefing.wording import library as say

if TYPE_CHECKING:
    from briefing.catalogue.looking_up import CatalogueLibrary
    from briefing.library.reading import Reading
    from briefing.library.shelf import FileChange
    from briefing.search.making.filing import Changed


def open_catalogue(folder: Path) -> Catalogue:
    """Open a library through its index, whatever the index may lack; raises NotFound where there is no folder."""
    if not folder.is_dir():
        raise NotFound(say.not_there(str(folder)), hint=say.NOT_THERE_HINT)
    return Catalogue(folder, open_index(folder))


class Catalogue:
    """An open library of which the index tells. Threads may share it; other programs may write its files."""

    def __init__(self, folder: Path, index: Index) -> None:
        """Read nothing yet."""
        self.index = index
        self._folder = folder
        self._lock = threading.RLock()
        self._library: CatalogueLibrary | None = None
        self._seen: Look | None = None
        self._is_rested = True
        self._is_current = False
        self._lacks_some = False

    @property
    def library(self) -> CatalogueLibrary:
        """The library as it was last looked at; library.toml and the outlines are read when it is first asked for."""
        with self._lock:
            if self._library is None:
                self._library = self._anew({}, {})
            return self._library

    @property
    def is_current(self) -> bool:
        """Whether the index had all there was when the folder was last looked at."""
        return self._is_current

    @property
    def lacks_some(self) -> bool:
        """Whether the index could not take all there was: the disk was full, or another process writing all the while.

        Files that were written a moment ago, and are read again for that alone, are not among it.
        """
        return self._lacks_some

    def reading(self, file: str) -> Reading | None:
        """Return a file as it was last read here; None where it was not, or is not there."""
        return self.library.readings.known(file)

    def take(self, file: str, reading: Reading | None) -> None:
        """Put away a file as it was read back after it was saved; None where it is gone."""
        with self._lock:
            readings = self.library.readings.all()
            readings.pop(file, None)
            self._library = self._anew(readings, {**self.library.saved.readings, file: reading})

    def index_taken(self) -> None:
        """File what was saved, so that it is found. Raises NotFound and DiskFailed.

        An index that was thrown away meanwhile, or has to forget what a card said that is restricted now, is seen to.
        """
        self._file_taken()
        if self._library and is_due(self.index):
            self._see_to_it()

    def _file_taken(self) -> None:
        """File what was saved, as far as that can be done now."""
        with self._lock:
            taken = dict(self._library.saved.readings) if self._library else {}
        if not taken:
            return
        from briefing.catalogue.saved import file_saved

        if file_saved(self.index, taken):
            with self._lock:
                self._see(taken)
                if self._library:
                    self._library = self._anew(self._library.readings.all(), self._unfiled(self._library))

    def _unfiled(self, library: CatalogueLibrary) -> Mapping[str, Reading | None]:
        from briefing.catalogue.saved import unfiled

        return unfiled(self.index, self._folder, library.saved.readings)

    def _see_to_it(self) -> tuple[FileChange, ...]:
        """Make the index what it should be, unless that takes long: then it lags behind until `catch_up`."""
        self._is_current = False
        from briefing.catalogue.elsewhere import is_large

        return () if is_large(self.index, compare(look_at(self._folder), self.index)) else self.catch_up()

    def glance(self, files: Iterable[str]) -> tuple[FileChange, ...]:
        """Look for changes made outside in these files alone; return each that reads otherwise now.

        It waits for nobody, whoever makes an index meanwhile: they are found once `index_taken` has filed them.
        """
        from briefing.catalogue.readings import compare_all, read_some_again, read_unopened

        library, asked = self.library, frozenset(files)
        before = library.readings.all()
        unread = asked - before.keys() - library.saved.readings.keys()
        nothing: dict[str, bytes] = {}
        unopened = self.index.look(lambda connection: read_stamps(connection, unread), nothing)
        now = read_some_again(self._folder, before, asked)
        others = read_unopened(self._folder, unopened)
        for file, reading in (*now.items(), *others.items()):
            self.take(file, reading)
        known = compare_all({file: before[file] for file in now}, now)
        return (*known, *(file_change(file, what) for file, what in _uncounted(others).items()))

    def refresh(self) -> tuple[FileChange, ...]:
        """Look for changes made outside; return each file that reads otherwise now.

        Raises NotFound and DiskFailed. Where very much changed, the index lags behind until `catch_up`.
        """
        self._file_taken()
        look = look_at(self._folder, self._seen)
        if look == self._seen and self._is_rested and not is_due(self.index):
            return ()
        behind = compare(look, self.index)
        if behind.files > FEW or is_due(self.index):
            self._is_current = False
            return ()
        changes = self._file(look, behind)
        return (*changes, *self._see_to_it()) if is_due(self.index) else changes

    def catch_up(self, progress: Told = silent, stop: Stop = never, *, tidy: bool = True) -> tuple[FileChange, ...]:
        """Bring the index up to date with the folder; return each file that reads otherwise now, as far as is known.

        Unless it is to be `tidy`, cards that are found as they should be are not put into a better order, which can
        take as long as to make the index. Raises NotFound and DiskFailed.
        """
        self._file_taken()
        look = look_at(self._folder, self._seen)
        behind = compare(look, self.index)
        changes: tuple[FileChange, ...] = ()
        if behind.files <= FEW and not is_due(self.index):
            changes = self._file(look, behind)
            if not (tidy and self._is_out_of_order()) and not is_due(self.index):
                return changes
            behind = compare(look, self.index)
        from briefing.catalogue.elsewhere import make_index

        make_index(self._folder, self.index, behind, progress, stop)
        if stop():
            return changes
        changes = (*changes, *self._settle(behind))
        self._file_taken()  # what was saved meanwhile
        return changes

    def look_again(self) -> None:
        """Let the library tell what is indexed by now, where it told what was indexed before."""
        with self._lock:
            if self._library:
                self._library = self._anew(self._library.readings.all(), self._library.saved.readings)

    def count_unread(self) -> int:
        """Return how many places there are in the library that could not be read."""
        nothing: list[tuple[str, str]] = []
        damage = (finding for _, written in self.index.look(read_damage, nothing) for finding in findings_in(written))
        return len({finding.place for finding in damage if finding.rule == ODD})

    def close(self) -> None:
        """Let go of the index."""
        self.index.close()

    def _is_out_of_order(self) -> bool:
        from briefing.search.making.ranking import is_out_of_order

        return self.index.look(is_out_of_order, otherwise=False)

    def _file(self, look: Look, behind: Behind) -> tuple[FileChange, ...]:
        """File what changed, in this process."""
        otherwise = self._seen_otherwise(look)
        self._lacks_some = False
        if not behind and not otherwise:
            return self._renew(look, {}, rested=True)
        # Most of the time nothing has changed, and what files is as large as the rest of the room.
        from briefing.catalogue.building import Filing, file_changed

        filing = file_changed(self._folder, self.index, behind, silent, never) if behind else Filing()
        self._lacks_some = _is_lacking(compare(look, self.index))
        elsewhere = _uncounted(file for file in otherwise if self._was_filed_elsewhere(file, behind))
        return self._renew(look, {**filing.changes, **elsewhere}, rested=filing.rested)

    def _settle(self, behind: Behind) -> tuple[FileChange, ...]:
        """Take stock after the index was made, perhaps by another process."""
        look = look_at(self._folder, self._seen)
        was_behind = {*behind.changed, *behind.gone} if behind.difference.had_any else frozenset()
        others = self._seen_otherwise(look) or was_behind
        still = compare(look, self.index)
        changes = self._renew(look, _uncounted(others), rested=not still)
        self._lacks_some = _is_lacking(still) or is_due(self.index)
        self._is_current = still.files - still.restless <= FEW and not is_due(self.index)
        return changes

    def _seen_otherwise(self, look: Look) -> frozenset[str]:
        """Return the files that were otherwise, or not there, when the folder was last looked at."""
        return self._seen.otherwise(look) if self._seen is not None else frozenset()

    def _was_filed_elsewhere(self, file: str, behind: Behind) -> bool:
        """Whether another process filed a file since the folder was last looked at."""
        before = self._seen.stamp(file) or b"" if self._seen else b""
        return not is_same_state(before, behind.had(file))

    def _renew(self, look: Look, changed: Mapping[str, Changed], *, rested: bool) -> tuple[FileChange, ...]:
        """Make a library of what is there now, with what was read and still holds; return what reads otherwise."""
        with self._lock:
            self._is_current = True
            self._seen, self._is_rested = look, rested
            changes, read = self._read_again(self._library) if self._library else ([], {})
            changes += [file_change(file, what) for file, what in changed.items() if file not in read]
            return tuple(sorted(changes, key=lambda change: change.file))

    def _read_again(self, library: CatalogueLibrary) -> tuple[list[FileChange], Mapping[str, Reading]]:
        """Look at what was opened again; return what reads otherwise, and all that was looked at."""
        from briefing.catalogue.readings import compare_all, read_again

        unfiled = self._unfiled(library)
        opened = library.readings.all()
        before = {file: reading for file, reading in opened.items() if file not in unfiled}
        after = read_again(self._folder, before)
        self._library = self._anew(after, unfiled)
        return compare_all(before, after), opened

    def _see(self, taken: Mapping[str, Reading | None]) -> None:
        """Know of the files that were saved here, so that they are no changes from outside."""
        if self._seen is not None:
            stamps = {file: pack_stamp(reading.stamp) if reading else None for file, reading in taken.items()}
            self._seen = self._seen.with_stamps(stamps)

    def _anew(self, readings: Mapping[str, Reading], saved: Mapping[str, Reading | None]) -> CatalogueLibrary:
        # The careful reader comes with it; a search does without both.
        from briefing.catalogue.looking_up import CatalogueLibrary
        from briefing.catalogue.saved import Saved

        return CatalogueLibrary(self._folder, self.index, readings, Saved(saved))


def _is_lacking(behind: Behind) -> bool:
    return behind.files > behind.restless


def _uncounted(files: Iterable[str]) -> dict[str, Changed]:
    """Return files that read otherwise, by how much nobody knows."""
    from briefing.search.making.filing import Changed

    return {file: Changed() for file in files}
