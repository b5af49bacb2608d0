"""A returned file and the record of what left, brought together: every change with its home."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.disk.reading import read_file
from briefing.errors import NotFound, Place
from briefing.model.literal import show_line
from briefing.word.recorded import read_record, records_of
from briefing.word.returned.changes import Changes, changes
from briefing.word.returned.exported import read_exported
from briefing.word.returned.placing import place
from briefing.word.returned.reading import read_returned
from briefing.wording import returned as say


def bring_home(file: Path, exports: Path) -> tuple[Changes, Path]:
    """Return what was done to an export in a file that came back, and the record of what left.

    The record is looked for by the export's id among the exports and beside the file, then by the name of the file.
    Raises NotFound where there is no file or no record, BadInput where either cannot be read, DiskFailed.
    """
    shown = show_line(file.name)
    try:
        content = read_file(file, shown)
    except FileNotFoundError as error:
        raise NotFound(say.no_file(shown), hint=say.NO_FILE_HINT) from error
    with _uncollected():
        returned = read_returned(content, shown)
        record = next(records_of(returned.export, file.name, (exports, file.parent)), None)
        if record is None:
            raise NotFound(say.NO_RECORD_OF_IT, Place(shown), say.no_record_hint(returned.export))
        return changes(place(returned, read_exported(read_record(record), show_line(record.name)))), record


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no garbage: all that is read is needed to the end, and to look takes a sixth of the time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
