"""Words typed but not yet saved: kept in the private folder, offered again at the next start."""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from briefing.disk.reading import read_file
from briefing.disk.saving import ChangedOutside, NotAsWritten, replace_file
from briefing.errors import BriefingError, DiskFailed
from briefing.wording import disk as say

DRAFTS = "drafts"
"""The folder of drafts inside a library's private folder."""
TRIES = 50
"""How often keeping a draft starts again when another window keeps one of the same name."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed into one form, and when it was kept."""

    name: str
    """What is being edited: `card k7f3qd2m`, or `new card in inquiry`."""
    text: str
    kept: datetime


class Drafts:
    """The drafts of one library, a file each."""

    def __init__(self, state: Path) -> None:
        """Keep drafts in the folder `drafts` of the library's private folder."""
        self._folder = state / DRAFTS

    def keep(self, name: str, text: str) -> None:
        """Keep what was typed; an earlier draft of the same name gives way. Raises DiskFailed."""
        record = {"name": name, "text": text, "kept": datetime.now(UTC).isoformat()}
        content = json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass")
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise DiskFailed(say.no_folder(str(self._folder), error), hint=say.NO_FOLDER_HINT) from error
        self._replace(self._path(name), content)

    def _replace(self, path: Path, content: bytes) -> None:
        """Replace a draft, whoever is keeping another at the same moment: the last words typed count."""
        for _ in range(TRIES):
            try:
                before: bytes | None = read_file(path)
            except FileNotFoundError:
                before = None
            with contextlib.suppress(ChangedOutside, NotAsWritten):
                replace_file(path, content, before, private=True)
                return
        raise DiskFailed(say.CHANGED_OUTSIDE, hint=say.UNREADABLE_HINT)

    def pending(self) -> tuple[Draft, ...]:
        """Return the drafts there are, newest first; what cannot be read is passed over."""
        paths = self._folder.glob("*.json") if self._folder.is_dir() else ()
        found = [draft for path in paths if (draft := _read(path))]
        return tuple(sorted(found, key=lambda draft: draft.kept, reverse=True))

    def find(self, name: str) -> Draft | None:
        """Return the draft of that name."""
        path = self._path(name)
        return _read(path) if path.exists() else None

    def discard(self, name: str) -> None:
        """Let a draft go; one that the disk holds on to is offered once more."""
        with contextlib.suppress(OSError):
            self._path(name).unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self._folder / f"{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:24]}.json"


def _read(path: Path) -> Draft | None:
    """Return the draft in a file; None where it holds none."""
    try:
        record: object = json.loads(read_file(path).decode("utf-8", "surrogatepass"))
        match record:
            case {"name": str(name), "text": str(text), "kept": str(kept)}:
                return Draft(name, text, datetime.fromisoformat(kept).astimezone(UTC))
            case _:
                return None
    except (OSError, ValueError, OverflowError, RecursionError, BriefingError):
        return None
