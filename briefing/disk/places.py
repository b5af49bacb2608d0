"""Where this program keeps what it can make again, what it must remember, and its settings."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import platformdirs

from briefing.errors import DiskFailed
from briefing.wording import disk as say

APP = "briefing"


def cache_folder(library: Path) -> Path:
    """Return the folder for what can be made again from the library: the search index; raises DiskFailed."""
    return _private(Path(platformdirs.user_cache_path(APP, appauthor=False)), _key(library))


def state_folder(library: Path) -> Path:
    """Return the folder for a library's history, drafts and trash; raises DiskFailed."""
    return _private(Path(platformdirs.user_state_path(APP, appauthor=False)), _key(library))


def exports_folder(library: Path) -> Path:
    """Return the folder that what is made from a library goes to: `exports/` beside it, made when first used."""
    return library.resolve().parent / "exports"


def downloads_folder() -> Path:
    """Return the folder that what is fetched goes to; it need not be there."""
    return Path(platformdirs.user_downloads_path())


def settings_file() -> Path:
    """Return the file of the user's own settings; its folder is not made before it is written."""
    return Path(platformdirs.user_config_path(APP, appauthor=False)) / "settings.toml"


def _key(library: Path) -> str:
    """Return a name for the library that gives nothing of its path away."""
    return hashlib.sha256(os.fsencode(library.resolve())).hexdigest()[:16]


def _private(base: Path, name: str) -> Path:
    """Return a folder of that name which only the user can look into, made where it is missing; raises DiskFailed."""
    folder = base / name
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for each in (base, folder):
            if each.stat().st_mode & 0o077 and os.name == "posix":
                each.chmod(0o700)
    except OSError as error:
        raise DiskFailed(say.no_folder(str(folder), error), hint=say.NO_FOLDER_HINT) from error
    return folder
