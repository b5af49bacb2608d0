"""Bringing an index up to date with its folder in this process, as far as it is told to; another goes on from there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from briefing.catalogue.comparing import Behind, compare, is_due
from briefing.catalogue.damage import places_otherwise
from briefing.catalogue.hindrances import why_not_written
from briefing.catalogue.looks import digest_in, is_rested, look_at
from briefing.catalogue.progress import FILING, RANKING, Progress, Stop, Told
from briefing.errors import DiskFailed
from briefing.library.survey import OUTLINES
from briefing.search.index import Index
from briefing.search.lookups import is_empty
from briefing.search.making.filing import Changed, Filed
from briefing.search.making.stages import begin, file_all, rank
from briefing.search.tables.kept import FILING as FILED_FIRST
from briefing.search.tables.kept import READY, Kept, read_kept
from briefing.wording import catalogue as say

SAMPLED_FILES = 120
SAMPLED_CARDS = 3_000
"""Enough to tell which words a library is made of."""


@dataclass(frozen=True, slots=True)
class Filing:
    """What came of filing what had changed."""

    changes: dict[str, Changed] = field(default_factory=dict)
    """Every file that reads otherwise than the index had it."""
    finished: bool = True
    rested: bool = True
    """Whether none of the files may change again within the same tick of the clock."""


def bring_up_to_date(folder: Path, index: Index, told: Told, stop: Stop) -> bool:
    """File what changed and rank what is unranked; returns False where it was told to stop.

    Raises DiskFailed where the index could not be written: what was written so far is kept.
    """
    while True:
        index.try_again()
        behind = compare(look_at(folder), index)
        was_kept = index.is_kept
        if is_due(index) and index.look(is_empty, otherwise=True):
            _begin(folder, index, behind.changed)
        filing = file_changed(folder, index, behind, told, stop)
        _must_be_written(index)
        if not filing.finished or not _rank(index, told, stop):
            _must_be_written(index)
            return False
        if was_kept and not index.is_kept:
            raise DiskFailed(say.NO_ROOM, hint=say.NO_ROOM_HINT)
        look = look_at(folder)
        is_emptied = not look.is_empty and index.look(is_empty, otherwise=False)
        if not is_emptied and not compare(look, index).is_much:
            return True


def _must_be_written(index: Index) -> None:
    if failure := why_not_written(index):
        raise failure


def file_changed(folder: Path, index: Index, behind: Behind, told: Told, stop: Stop) -> Filing:
    """File what the index lacks, some at a time; what was filed when it is told to stop, is."""
    # Most of the time nothing has changed, and then neither parser is needed.
    from briefing.catalogue.filing import in_batches, odd_as_filed

    changes: dict[str, Changed] = {}
    gone = list(behind.gone)
    done, rested = 0, True
    was_kept = index.is_kept
    if behind.odd is not None:
        _file(index, [odd_as_filed(behind.odd)], (), behind, {})
        changes.update((file, Changed()) for file in places_otherwise(behind.was_odd, behind.odd))
    for batch in in_batches(_read(folder, index, behind.changed, gone)):
        is_filed = _file(index, batch, (), behind, changes)
        done += len(batch)
        rested = rested and is_filed and all(is_rested(filed.stamp) for filed in batch)
        told(Progress(FILING, done, behind.files))
        if stop() or not is_filed or index.is_kept != was_kept:
            return Filing(changes, finished=not is_filed or index.is_kept != was_kept, rested=False)
    rested = _file(index, (), gone, behind, changes) and rested
    return Filing(changes, rested=rested)


def _file(index: Index, batch: Sequence[Filed], gone: Sequence[str], behind: Behind, into: dict[str, Changed]) -> bool:
    """File some files; returns False where the index is not as it should be after that: thrown away, or in use."""
    if not batch and not gone:
        return True
    nothing: dict[str, Changed] = {}
    changed = index.write(partial(file_all, filed=batch, gone=gone), nothing)
    stamps = {filed.file: filed.stamp for filed in batch}
    for file, what in changed.items():
        before, now = behind.kept.get(file), stamps.get(file)
        if what or (before is None) != (now is None) or _says_otherwise(before or b"", now or b""):
            into[file] = what
    return bool(changed)


def _says_otherwise(before: bytes, now: bytes) -> bool:
    """Whether a file reads otherwise, as far as that can be told."""
    return bool(digest_in(before)) and digest_in(before) != digest_in(now)


def _read(folder: Path, index: Index, files: Sequence[str], gone: list[str]) -> Iterator[Filed]:
    """Every file that is there, read; those that vanished meanwhile are put to the ones that are gone."""
    for file, filed in _each_read(folder, index, files):
        if filed is None:
            gone.append(file)
        else:
            yield filed


def _each_read(folder: Path, index: Index, files: Sequence[str]) -> Iterator[tuple[str, Filed | None]]:
    from briefing.catalogue.filing import file_of
    from briefing.catalogue.sharing import WORTH_IT, read_packed

    kept = index.look(read_kept, Kept(READY))
    if kept.stage == FILED_FIRST and len(files) >= WORTH_IT:
        return read_packed(folder, files, kept.dictionary)
    return ((file, file_of(folder, file)) for file in files)


def _rank(index: Index, told: Told, stop: Stop) -> bool:
    def tell(done: int, of: int) -> None:
        told(Progress(RANKING, done, of))

    return index.write(lambda connection: rank(connection, stop, tell), otherwise=False)


def _begin(folder: Path, index: Index, files: Sequence[str]) -> None:
    samples = list(_samples(folder, [file for file in files if not file.startswith(f"{OUTLINES}/")]))
    index.write(lambda connection: begin(connection, samples), None)


def _samples(folder: Path, files: Sequence[str]) -> Iterator[str]:
    """Texts of cards that may be shown, from all over the library."""
    from briefing.catalogue.filing import file_of

    left = SAMPLED_CARDS
    for file in files[:: max(1, len(files) // SAMPLED_FILES)]:
        filed = file_of(folder, file)
        cards = filed.note.cards if filed and filed.note else ()
        for card in cards[: max(0, left)]:
            if not card.is_restricted:
                yield f"{card.claim} {card.quote} {card.say} {card.why}"
        left -= len(cards)
