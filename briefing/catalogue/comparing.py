"""What changed between a folder and what the index has of it, told from names and stamps alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from briefing.catalogue.damage import ODD, write_damage
from briefing.catalogue.stamps import has_rested_by_now, is_same_but_restless, pack_stamp
from briefing.errors import NotFound
from briefing.library.survey import survey
from briefing.search.index import Index
from briefing.search.lookups import read_stamps
from briefing.wording import library as say

Stamps = Mapping[str, bytes]

MANY = 50
"""Files that had been written just before they were read, and are so many that they are only read again at rest."""


@dataclass(frozen=True, slots=True)
class Look:
    """One look at a folder."""

    stamps: Stamps = field(default_factory=dict)
    """Of every file by its path inside the library, as the index keeps them."""
    odd: str = ""
    """What is odd about the folder, as the index keeps it."""


@dataclass(frozen=True, slots=True)
class Behind:
    """What the index has not got as the folder has it."""

    kept: Stamps
    """The stamps the index has."""
    changed: tuple[str, ...]
    """Files to be read, in order."""
    gone: tuple[str, ...]
    odd: str | None
    """What is odd about the folder now, None where that is known."""
    was_odd: str = ""
    restless: int = 0
    """How many of the files are read again only because they had been written a moment before they were read."""

    @property
    def files(self) -> int:
        """How many files are to be looked at."""
        return len(self.changed) + len(self.gone)

    @property
    def is_much(self) -> bool:
        """Whether that is more than a few files, or than those that may change again within a tick of the clock."""
        return self.files - self.restless > MANY

    def __bool__(self) -> bool:
        """Whether there is anything at all."""
        return bool(self.changed or self.gone or self.odd is not None)


def look_at(folder: Path) -> Look:
    """Return what lies in the folder now; raises NotFound and DiskFailed."""
    if not folder.is_dir():
        raise NotFound(say.not_there(str(folder)), hint=say.NOT_THERE_HINT)
    found = survey(folder)
    return Look({file: pack_stamp(stamp) for file, stamp in found.stamps.items()}, write_damage(found.odd))


def compare(look: Look, index: Index) -> Behind:
    """Return what the index lacks of what was seen."""
    nothing: dict[str, bytes] = {}
    # To write is to notice that the file was thrown away by somebody, and to begin another.
    kept = index.write(read_stamps, nothing)
    # Where nothing is odd, nothing is kept.
    odd = kept.pop(ODD, b"").decode("utf-8", "surrogatepass")
    changed = {file for file, stamp in look.stamps.items() if not kept.get(file, b"").startswith(stamp)}
    restless = {file for file in changed if is_same_but_restless(look.stamps[file], kept.get(file, b""))}
    if len(restless) > MANY:
        waiting = {file for file in restless if not has_rested_by_now(look.stamps[file])}
        changed, restless = changed - waiting, restless - waiting
    gone = kept.keys() - look.stamps.keys()
    odd_now = look.odd if look.odd != odd else None
    return Behind(kept, tuple(sorted(changed)), tuple(sorted(gone)), odd_now, odd, len(restless))
