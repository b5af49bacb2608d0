"""Reading files for the index: sound notes quickly, all others with care, some at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from briefing.catalogue.damage import OF_FOLDER
from briefing.catalogue.looks import digest, pack_stamp
from briefing.disk.reading import read_file
from briefing.errors import BriefingError
from briefing.library.quickly import read_quickly
from briefing.library.survey import OFFICE_FILE, OUTLINES, is_settled, stamp_of
from briefing.model.ids import NoteName
from briefing.search.making.filing import Filed

BATCH = 1_000
"""Cards that are filed together: another process can get in between, and a kill loses no more."""
FILES = 200
"""Files that are filed together, where they hold few cards."""


def file_of(folder: Path, file: str) -> Filed | None:
    """Return a file as the index is told of it; None where there is none."""
    try:
        status = (folder / file).lstat()
        settled = is_settled(status)
        content = read_file(folder / file, file)
    except FileNotFoundError:
        return None
    except (BriefingError, OSError):
        return _with_care(folder, file, b"")
    said = digest(content, status.st_nlink)
    if _is_note(file) and status.st_nlink == 1:
        note = read_quickly(NoteName(file.removesuffix(".toml")), content)
        if note is not None:
            return Filed(file, pack_stamp(stamp_of(status), settled=settled) + said, note=note)
    return _with_care(folder, file, said)


def odd_as_filed(odd: str) -> Filed:
    """Return what is odd about a folder, kept as a file."""
    return Filed(OF_FOLDER, odd.encode("utf-8", "surrogatepass"), odd)


def in_batches(filed: Iterable[Filed]) -> Iterator[list[Filed]]:
    """Some files at a time, by how many cards they hold."""
    batch: list[Filed] = []
    cards = 0
    for each in filed:
        batch.append(each)
        note = each.note or each.packed
        cards += len(note.cards) if note else 0
        if cards >= BATCH or len(batch) >= FILES:
            yield batch
            batch, cards = [], 0
    if batch:
        yield batch


def _is_note(file: str) -> bool:
    return file != OFFICE_FILE and not file.startswith(f"{OUTLINES}/")


def _with_care(folder: Path, file: str, said: bytes) -> Filed | None:
    # The careful reader is as large as the rest of the room, and a sound library does without it.
    from briefing.catalogue.readings import filed_as
    from briefing.library.reading import read_one

    reading = read_one(folder, file)
    return filed_as(file, reading, said) if reading else None
