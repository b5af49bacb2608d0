"""What changed between a folder and what the index has of it, told from names and stamps alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from briefing.catalogue.damage import ODD, write_damage
from briefing.catalogue.stamps import pack_stamp
from briefing.errors import NotFound
from briefing.library.survey import survey
from briefing.search.index import Index
from briefing.search.lookups import read_stamps
from briefing.wording import library as say

Stamps = Mapping[str, bytes]


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

    @property
    def files(self) -> int:
        """How many files are to be looked at."""
        return len(self.changed) + len(self.gone)

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
    changed = [file for file, stamp in look.stamps.items() if not kept.get(file, b"").startswith(stamp)]
    gone = kept.keys() - look.stamps.keys()
    return Behind(kept, tuple(sorted(changed)), tuple(sorted(gone)), look.odd if look.odd != odd else None)
