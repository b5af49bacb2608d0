"""Checking a whole library: only notes that changed since the last check are read, the findings are those of all."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.catalogue.checked_notes import FILE, CheckedNote, depends_on, fetch, put, read_checked, write_checked
from briefing.disk.places import cache_folder
from briefing.document.layout import setting_findings
from briefing.document.reading_copy import reading_findings
from briefing.errors import DiskFailed, NotFound
from briefing.evidence.alone import bare, join, notice
from briefing.evidence.checks import nobody
from briefing.library.files import NoteFile
from briefing.library.reading import Folder, Reading, as_library, read_one
from briefing.library.survey import OFFICE_FILE, OUTLINES, Stamp, survey
from briefing.model.finding import Finding
from briefing.model.library import WholeLibrary
from briefing.model.office import Office
from briefing.rules.misentered import list_findings
from briefing.speech.misread import speech_findings
from briefing.wording import library as say

Told = Callable[[float], object]


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong in a library, and the library as far as that needs it: of its notes ids and links alone."""

    library: WholeLibrary
    findings: tuple[Finding, ...]


def check_folder(folder: Path, told: Told = nobody) -> Checked:
    """Return what `check_library` does of a library read whole; raises NotFound and DiskFailed.

    `told` hears before each file what share is done, and may raise to have no more read: what was is kept.
    """
    if not folder.is_dir():
        raise NotFound(say.not_there(str(folder)), hint=say.NOT_THERE_HINT)
    with _garbage_left():
        return _check_folder(folder, told)


@contextmanager
def _garbage_left() -> Iterator[None]:
    """Look for no garbage: notes hold no circles, and of 100,000 cards the search takes longer than all the rest."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _check_folder(folder: Path, told: Told) -> Checked:
    now = survey(folder)
    others = {file: found for file in sorted(now.stamps) if not _is_note(file) and (found := read_one(folder, file))}
    office = as_library(Folder({file: found for file, found in others.items() if file == OFFICE_FILE})).office
    notes = _bring_up_to_date(folder, {file: now.stamps[file] for file in now.stamps if _is_note(file)}, office, told)
    readings = others | {file: note.reading for file, note in notes.items()}
    library = as_library(Folder(dict(sorted(readings.items())), now.odd))
    alone = {file: note.alone for file, note in notes.items()}
    entered = (*setting_findings(office), *reading_findings(office), *speech_findings(office), *list_findings(office))
    return Checked(library, join(library, alone, entered))


def _is_note(file: str) -> bool:
    return file != OFFICE_FILE and not file.startswith(f"{OUTLINES}/")


def _bring_up_to_date(
    folder: Path, stamps: Mapping[str, Stamp], office: Office, told: Told
) -> Mapping[str, CheckedNote]:
    """Return every note as it is checked now, and keep what changed, even where it is told to stop."""
    path = _kept_at(folder)
    before = fetch(path) if path else None
    depends = depends_on(office)
    kept = read_checked(before, depends) if before else {}
    notes = {file: note for file, note in kept.items() if stamps.get(file) == note.reading.stamp}
    fresh: dict[str, CheckedNote] = {}
    try:
        for file, note in _check(folder, sorted(stamps.keys() - notes.keys()), office, told):
            fresh[file] = note  # noqa: PERF403 - it is kept where the next one is not reached
    finally:
        keepable = {file: note for file, note in fresh.items() if note.may_be_kept}
        if path and (keepable or len(notes) != len(kept)):
            put(path, write_checked(notes | keepable, depends), before)
    return notes | fresh


def _kept_at(folder: Path) -> Path | None:
    """Return the file for what is kept; None where there can be none, and all is read each time."""
    try:
        return cache_folder(folder) / FILE
    except DiskFailed:
        return None


def _check(folder: Path, files: list[str], office: Office, told: Told) -> Iterator[tuple[str, CheckedNote]]:
    for number, file in enumerate(files):
        told(number / len(files))
        reading = read_one(folder, file)
        if reading is not None:
            yield file, check_note(reading, office)


def check_note(reading: Reading, office: Office) -> CheckedNote:
    """Return a note's file as it is checked by itself."""
    if not isinstance(reading.value, NoteFile):
        return CheckedNote(reading)
    note = reading.value.note
    there = NoteFile(bare(note), (), reading.value.lines)
    return CheckedNote(replace(reading, value=there), notice(note, office))
