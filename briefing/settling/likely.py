"""The Word files that have likely come back: exports of this library that no longer are what left."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from briefing.disk.reading import read_file
from briefing.errors import BriefingError
from briefing.word.recorded import ENDING, told_by
from briefing.word.returned.claiming import claimed_export

MOST_FILES = 40
"""Files of a folder that are looked at, the newest first."""
_WORD = ".docx"
_LOCK = "~$"
"""How the file begins that Word lays beside one it has open."""
_RECORD = re.compile(rf"(?P<stem>.*)\.(?P<export>[0-9a-z]{{6}}){re.escape(ENDING)}")


@dataclass(frozen=True, slots=True)
class Likely:
    """A file that is an export somebody has changed."""

    path: Path
    outline: str
    """The name of the outline it was made from."""
    changed: datetime
    """When it was last saved or fetched, as the disk says."""


def likely_files(exports: Path, folders: Iterable[Path]) -> tuple[Likely, ...]:
    """Return the files among the exports and in some further folders that have likely come back, the newest first."""
    records = dict(_records(exports))
    if not records:
        return ()
    found = {
        one.path.resolve(): one
        for folder in dict.fromkeys((exports, *folders))
        for path in _newest(folder)
        if (one := _likely(path, records)) is not None
    }
    return tuple(sorted(found.values(), key=lambda one: one.changed, reverse=True))


def _records(exports: Path) -> Iterator[tuple[str, Path]]:
    """Yield the record of each export by its id."""
    for path in _listed(exports):
        if (named := _RECORD.fullmatch(path.name)) is not None:
            yield named["export"], path


def _listed(folder: Path) -> tuple[Path, ...]:
    try:
        return tuple(folder.iterdir())
    except OSError:
        return ()


def _newest(folder: Path) -> list[Path]:
    files = ((_changed(path), path) for path in _listed(folder) if _is_word(path.name))
    return [path for _, path in sorted(files, reverse=True)[:MOST_FILES]]


def _is_word(name: str) -> bool:
    return name.lower().endswith(_WORD) and not name.startswith(_LOCK)


def _changed(path: Path) -> float:
    with suppress(OSError):
        return path.lstat().st_mtime
    return 0.0


def _likely(path: Path, records: Mapping[str, Path]) -> Likely | None:
    """Return what a file has come back from; None where it is no export of ours, or is as it left."""
    with suppress(BriefingError, OSError):
        content = read_file(path)
        record = records.get(claimed_export(content)) or _by_name(path.stem, records.values())
        if record is not None:
            told = told_by(record)
            if told.get("sha256") != hashlib.sha256(content).hexdigest():
                changed = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
                return Likely(path, str(told.get("outline", "")), changed)
    return None


def _by_name(stem: str, records: Iterable[Path]) -> Path | None:
    """Return the record of the export a file is called after, where it says of itself nothing: `debate (2)`."""
    named = ((found["stem"], path) for path in records if (found := _RECORD.fullmatch(path.name)) is not None)
    fitting = [(len(name), path) for name, path in named if name and stem.startswith(name)]
    return max(fitting)[1] if fitting else None
