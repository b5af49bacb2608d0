"""Where a file goes: the name it asks for, or the next number where somebody's work stands in its place."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.disk.reading import read_file
from briefing.errors import BadInput, DiskFailed, Place, WrongUse
from briefing.model.ids import is_valid_id
from briefing.model.literal import hidden, show_line
from briefing.model.outline import Outline
from briefing.word.recorded import is_recorded, was_exported
from briefing.wording import word as say

DOCX = ".docx"
_OF_A_LIBRARY = "library.toml"
"""The file that makes a folder a library."""
_MOST = 1_000
"""Numbers that are tried: a folder that lets nothing be read would have no end of them."""
_NEVER_IN_NAME = re.compile(r'[<>:"/\\|?*\n\t]')
"""What Windows refuses in a name; a colon would write into a stream nobody sees."""


@dataclass(frozen=True, slots=True)
class Destination:
    """A file that may be written, what stands there now, and why it is not the one first asked for."""

    path: Path
    now: bytes | None
    why: str = ""


def asked_for(outline: Outline, exports: Path, out: Path | None) -> Path:
    """Return the file that is asked for; raises WrongUse or BadInput where it cannot be one."""
    if out is not None:
        return _checked(out)
    if not is_valid_id(outline.name):
        raise BadInput(say.BAD_NAME, Place(outline.file), say.BAD_NAME_HINT)
    try:
        exports.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DiskFailed(say.no_exports(error.strerror or str(error)), Place(exports.name)) from error
    return exports / f"{outline.name}{DOCX}"


def destinations(asked: Path, content: bytes, outline: str) -> Iterator[Destination]:
    """Yield the files that may be written, from the one asked for through the numbers after it."""
    why = ""
    for number in range(1, _MOST):
        path = asked if number == 1 else asked.with_name(f"{asked.stem}-{number}{asked.suffix}")
        try:
            now = read_file(path)
        except FileNotFoundError:
            yield Destination(path, None, why)
            continue
        except BadInput:
            why = why or say.not_ours(show_line(path.name))
            continue
        except DiskFailed:
            why = why or say.held(show_line(path.name))
            continue
        in_the_way = _in_the_way(path, now, content, outline)
        if not in_the_way:
            yield Destination(path, now, why)
        why = why or in_the_way or say.held(show_line(path.name))


def _in_the_way(path: Path, now: bytes, content: bytes, outline: str) -> str:
    """Return why a file must be left alone; empty where it may be replaced, or is already what it should be."""
    if now == content:
        return ""
    name = show_line(path.name)
    if is_held(path):
        return say.held(name)
    if is_recorded(hashlib.sha256(now).hexdigest(), path, outline):
        return ""
    return say.marked(name) if was_exported(path, outline) else say.not_ours(name)


def is_held(path: Path) -> bool:
    """Whether another program has the file open, or it may not be written."""
    if any(path.with_name(lock).exists() for lock in _locks(path)):
        return True
    try:
        os.close(os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0)))
    except PermissionError:
        return True
    except OSError:
        return False
    return False


def _locks(path: Path) -> tuple[str, ...]:
    """Return the names of the files that Word and LibreOffice put beside an open one.

    Word writes `~$` over the first two letters of a name of eight or more, over one of seven, before a shorter one.
    """
    covered = min(2, max(0, len(path.stem) - 6))
    return f"~${path.name}", f"~${path.name[covered:]}", f".~lock.{path.name}#"


def _checked(out: Path) -> Path:
    place = Place(show_line(str(out)))
    if out.suffix.lower() != DOCX:
        raise WrongUse(say.NOT_DOCX, place)
    if not _is_file_name(out):
        raise WrongUse(say.BAD_NAME, place, say.BAD_NAME_HINT)
    if out.is_symlink():
        raise WrongUse(say.IS_LINK, place)
    if not out.parent.is_dir():
        raise WrongUse(say.NO_FOLDER, place)
    if any((folder / _OF_A_LIBRARY).is_file() for folder in out.resolve().parents):
        raise WrongUse(say.AMONG_NOTES, place, say.AMONG_NOTES_HINT)
    return out


def _is_file_name(out: Path) -> bool:
    """Whether a name is one on every system: no device's, nothing hidden in it, no stray ending."""
    stem = out.name.split(".")[0]
    stray = stem != stem.strip() or not stem
    device = not is_valid_id(f"{stem[:8]}.docx") and is_valid_id(f"x{stem[:8]}.docx")
    return not (stray or device or _NEVER_IN_NAME.search(out.name) or hidden(out.name))
