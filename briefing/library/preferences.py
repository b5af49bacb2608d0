"""The user's own settings: theme, keys, the usual library, where one was last."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field

import tomli_w

from briefing.disk.places import settings_file
from briefing.disk.reading import read_file
from briefing.disk.saving import ChangedOutside, replace_file
from briefing.errors import BriefingError


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the settings file says; a value of the wrong kind counts as not set."""

    theme: str = ""
    library: str = ""
    """The folder of the library that opens where none is named."""
    last_note: str = ""
    last_outline: str = ""
    tips_seen: bool = False
    keys: Mapping[str, str] = field(default_factory=dict)
    """Keys by the name of the command they start."""
    extra: Mapping[str, object] = field(default_factory=dict)
    """What else the file holds: kept as it is."""


_TEXTS = ("theme", "library", "last_note", "last_outline")


def read_preferences() -> Preferences:
    """Return the user's settings; a file that cannot be read counts as empty."""
    try:
        found = tomllib.loads(read_file(settings_file()).decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError, BriefingError):
        return Preferences()
    texts = {name: value for name in _TEXTS if isinstance(value := found.get(name), str)}
    keys = found.get("keys")
    return Preferences(
        **texts,
        tips_seen=found.get("tips_seen") is True,
        keys={str(name): str(key) for name, key in keys.items()} if isinstance(keys, dict) else {},
        extra={name: value for name, value in found.items() if name not in {*_TEXTS, "tips_seen", "keys"}},
    )


def write_preferences(preferences: Preferences) -> None:
    """Save the user's settings; raises DiskFailed. Where another window saved at the same moment, that one stays."""
    entry: dict[str, object] = {name: value for name in _TEXTS if (value := getattr(preferences, name))}
    if preferences.tips_seen:
        entry["tips_seen"] = True
    entry |= preferences.extra
    if preferences.keys:
        entry["keys"] = dict(preferences.keys)
    content = tomli_w.dumps(entry).encode()
    path = settings_file()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    before = read_file(path) if path.exists() else None
    if content != before:
        try:
            replace_file(path, content, before)
        except ChangedOutside:
            return
