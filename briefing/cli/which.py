"""Which library a command is about: the one named, the one here, or else the one in the settings."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import NotFound
from briefing.wording import commands as words

if TYPE_CHECKING:
    from briefing.library.opened import OpenLibrary
    from briefing.library.shelf import Shelf
    from briefing.model.library import Library

USUAL = "notes"


def find_library(named: str | None) -> Path:
    """Return the folder of the library: the one named or notes/ in it, notes/ here, this one, or that of the settings.

    Raises NotFound where there is none.
    """
    if named is not None:
        return _named(Path(named))
    from briefing.disk.places import settings_file
    from briefing.library.survey import OFFICE_FILE, is_library

    if is_library(Path(USUAL)):
        return Path(USUAL)
    if Path(OFFICE_FILE).is_file():
        return Path()
    configured = _configured()
    if configured is not None and is_library(configured):
        return configured
    raise NotFound(words.NO_LIBRARY, hint=words.no_library_hint(str(settings_file())))


def open_library(options: Namespace) -> OpenLibrary:
    """Return the library a command is about, ready to be changed; raises NotFound."""
    from briefing.library.opened import OpenLibrary

    folder = find_library(options.library)
    return OpenLibrary(folder, _shelf(folder))


def look_into(options: Namespace) -> Library:
    """Return the library a command is about, for a command that only looks; raises NotFound."""
    return _shelf(find_library(options.library)).library


def _shelf(folder: Path) -> Shelf:
    """Return what a command opens the library in a folder with: its index, up to date."""
    from briefing.catalogue.hindrances import why_not_kept
    from briefing.catalogue.opening import open_catalogue
    from briefing.cli.output import say
    from briefing.cli.progress import catch_up

    catalogue = open_catalogue(folder)
    unkept = why_not_kept(catalogue.index)
    if unkept:
        say(f"{unkept.what} {unkept.hint}".strip())
    catch_up(catalogue)
    return catalogue


def _named(folder: Path) -> Path:
    from briefing.library.survey import is_library

    for named in (folder, folder / USUAL):
        if is_library(named):
            return named
    raise NotFound(words.no_library_at(str(folder)), hint=words.NO_LIBRARY_THERE_HINT)


def _configured() -> Path | None:
    from briefing.library.preferences import read_preferences

    library = read_preferences().library
    return Path(library).expanduser() if library else None
