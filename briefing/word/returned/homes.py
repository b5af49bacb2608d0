"""Where each paragraph of a returned file belongs, by the record of what left."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from briefing.word.returned.exported import Exported
from briefing.word.returned.values import NONE, ReturnedFile


class Where(StrEnum):
    """What a home is."""

    BLOCK = "block"
    """A part of the export: it is that paragraph, whatever became of it."""
    NEW = "new"
    """Between two parts: nobody wrote it here."""
    COPY = "copy"
    """A part of the export that stands elsewhere too."""
    NONE = "none"
    """Not placed: somebody has to say where it belongs."""


class By(StrEnum):
    """What says so."""

    BOOKMARK = "bookmark"
    WORDS = "words"
    """Its words, and the paragraphs around it."""
    NOTE = "note"
    """The mark in the text that refers to the note."""
    PLACE = "place"
    """What stands before it."""


class Home(NamedTuple):
    """Where one paragraph belongs: a tuple, since a long file has tens of thousands."""

    where: Where
    part: int = NONE
    """The number of a part of the record: its own; of a copy that of the other; of a new one the part before it."""
    by: By = By.PLACE
    joined: tuple[int, ...] = ()
    """Further parts whose words stand in it, in order."""
    is_rest: bool = False
    """Whether it is what was split off: the part begins in a paragraph before."""
    score: float = 1.0
    """How like its part it is where words alone say so, from 0 to 1."""
    note: int = NONE
    """Of a paragraph in a note, the number of the note among its part's."""
    perhaps: tuple[int, ...] = ()
    """Of one not placed, the parts it may be, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A returned file and the record of its export, side by side."""

    file: ReturnedFile
    exported: Exported
    homes: tuple[Home, ...]
    """That of each paragraph of the file, by its number."""
    lost: tuple[int, ...]
    """The parts of the record no paragraph is."""
