"""Words typed but not yet saved: kept in the private folder, offered again at the next start."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from briefing.disk.reading import read_file
from briefing.disk.saving import ChangedOutside, replace_file
from briefing.errors import BriefingError

DRAFTS = "drafts"
"""The folder of drafts inside a library's private folder."""


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
        """Keep what was typed; an earlier draft of the same name gives way."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        record = {"name": name, "text": text, "kept": datetime.now(UTC).isoformat()}
        content = json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass")
        path = self._path(name)
        is_new = not path.exists()
        with contextlib.suppress(ChangedOutside):
            replace_file(path, content, None if is_new else read_file(path))
        if is_new and path.exists():
            path.chmod(0o600)

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
        """Let a draft go."""
        self._path(name).unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self._folder / f"{hashlib.sha256(name.encode()).hexdigest()[:24]}.json"


def _read(path: Path) -> Draft | None:
    try:
        record: Mapping[str, str] = json.loads(read_file(path).decode("utf-8", "surrogatepass"))
        return Draft(record["name"], record["text"], datetime.fromisoformat(record["kept"]))
    except (OSError, ValueError, KeyError, TypeError, BriefingError):
        return None
