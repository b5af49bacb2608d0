"""The user's own settings: theme, keys, the usual library, where one was last."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.disk.places import settings_file
from briefing.disk.reading import read_file
from briefing.errors import BadInput, BriefingError, DiskFailed, Place

# The desk reads them before its first frame, and saves them later: what only saving needs is imported there.
if TYPE_CHECKING:
    from briefing.library.tables import FileText
    from briefing.model.entries import Entry
    from briefing.model.history import Edit


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the settings file says; a value of the wrong kind counts as not set."""

    theme: str = ""
    library: str = ""
    """The folder of the library that opens where none is named."""
    last_note: str = ""
    last_outline: str = ""
    last_checker: str = ""
    """Who checked a card last, offered for the next."""
    tips_seen: bool = False
    keys: Mapping[str, str] = field(default_factory=dict)
    """Keys by the name of the command they start."""


_TEXTS = ("theme", "library", "last_note", "last_outline", "last_checker")
_KEYS = "keys"


def read_preferences() -> Preferences:
    """Return the user's settings; a file that cannot be read counts as empty."""
    try:
        found = tomllib.loads(read_file(_path()).decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError, BriefingError):
        return Preferences()
    texts = {name: value for name in _TEXTS if isinstance(value := found.get(name), str)}
    keys = found.get(_KEYS)
    return Preferences(
        **texts,
        tips_seen=found.get("tips_seen") is True,
        keys={str(name): str(key) for name, key in keys.items()} if isinstance(keys, dict) else {},
    )


def write_preferences(preferences: Preferences) -> None:
    """Save the user's settings, changing only the lines that differ: the file is theirs, with what they wrote in it.

    Raises BadInput where it cannot be read, for what they wrote must not be lost, and DiskFailed. Where another window
    saved at the same moment, that one stays.
    """
    from briefing.library.files import decode
    from briefing.library.splice import splice
    from briefing.wording import library as say

    path = _path()
    try:
        before: bytes | None = read_file(path)
    except FileNotFoundError:
        before = None
    text = decode(before or b"", path.name)
    if damaged := next((table for table in text.tables if table.entry is None), None):
        raise BadInput(damaged.problem, Place(str(path), damaged.line), say.SETTINGS_HINT)
    for edit in _edits(text, preferences):
        text, _ = splice(text, edit)
    if text.content != (before or b""):
        _save(path, text.content, before)


def _path() -> Path:
    """Return the settings file; people keep it elsewhere and link to it."""
    return settings_file().resolve()


def _edits(text: FileText, preferences: Preferences) -> Iterator[Edit]:
    """What differs, in the head of the file and in a table of keys where there is one."""
    from briefing.model.history import HEAD, Edit

    table = text.table(_KEYS, "")
    head = text.head.entry or {}
    values: dict[str, object] = {name: getattr(preferences, name) for name in _TEXTS}
    values["tips_seen"] = preferences.tips_seen
    if table is None:
        values[_KEYS] = dict(preferences.keys)
    elif dict(table.entry or {}) != dict(preferences.keys):
        yield Edit(_KEYS, "", table.entry or {}, dict(preferences.keys))
    yield Edit(HEAD, HEAD, head, _set(head, values))


def _set(entry: Entry, values: Mapping[str, object]) -> Entry:
    """Return the entry with the values that say something, and without the others."""
    return {name: value for name, value in {**entry, **values}.items() if name not in values or value}


def _save(path: Path, content: bytes, before: bytes | None) -> None:
    from briefing.disk.saving import ChangedOutside, replace_file
    from briefing.wording import disk as disk_words

    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace_file(path, content, before)
    except ChangedOutside:
        return
    except OSError as error:
        hint = disk_words.NO_FOLDER_HINT
        raise DiskFailed(disk_words.no_folder(str(path.parent), error), hint=hint) from error
