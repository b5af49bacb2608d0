"""A change as a person sees it: what they settle, whatever number of elements Word wrote it in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing.word.returned.homes import Home
from briefing.word.returned.values import NONE


class What(StrEnum):
    """What was done."""

    INSERTION = "insertion"
    DELETION = "deletion"
    REPLACEMENT = "replacement"
    MOVE = "move"
    SPLIT = "split"
    MERGE = "merge"
    TABLE = "table"
    """A row or a cell put there, taken away or merged."""
    FORMAT = "format"
    COMMENT = "comment"
    REPLY = "reply"


@dataclass(frozen=True, slots=True)
class Change:
    """One change, with its one home."""

    id: str
    """Of what it says and where: the same file read again gives the same id."""
    what: What
    home: Home
    block: str = ""
    """The id of the outline's block that is its home, or before it where it is new; the card that block shows."""
    card: str = ""
    before: str = ""
    after: str = ""
    is_tracked: bool = True
    author: str = ""
    """As the file names them; empty where it does not, as of what was not tracked."""
    date: str = ""
    text: str = ""
    """What a comment says, or what a change of looks was."""
    thread: str = ""
    """The id of the change that a reply is to."""
    is_resolved: bool = False
    is_guarded: bool = False
    """Whether it alters words in quotation marks, or a figure."""
    paragraph: int = NONE
    """The number of the paragraph of the file it is in."""
    to: Home | None = None
    """Where what was moved stands now."""
    parts: tuple[int, ...] = ()
    """Every part of the record it touches, its home's among them."""
    revisions: tuple[int, ...] = ()
    """The revisions of the file that it consists of."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a text that share one fate when changes are accepted or rejected."""

    text: str
    inserted: str = ""
    """The id of the change that put them there; and of the one that took them away."""
    deleted: str = ""
    is_break: bool = False
    """Whether this is the end of a paragraph, with more after it."""
    is_end: bool = False
    """Whether that is what parts the whole text from another: where it is gone, one goes on with the other."""

    def stays(self, accepted: frozenset[str]) -> bool:
        """Whether the words are there when exactly these changes are accepted."""
        return (not self.inserted or self.inserted in accepted) and not (self.deleted and self.deleted in accepted)


@dataclass(frozen=True, slots=True)
class Wording:
    """A text from the export to the file that came back, in pieces."""

    home: Home
    pieces: tuple[Piece, ...]
    paragraphs: tuple[int, ...] = ()
    """The numbers of the paragraphs of the file it stands in; none where nothing is left of it."""

    def with_accepted(self, accepted: frozenset[str]) -> str:
        """Return what it says when exactly these changes are accepted: with none of them, what was exported."""
        return "".join([piece.text for piece in self.pieces if piece.stays(accepted) and not piece.is_end])

    def goes_on(self, accepted: frozenset[str]) -> bool:
        """Whether it goes on with the text after it when exactly these changes are accepted: they are merged."""
        return any(piece.is_end and piece.deleted and not piece.stays(accepted) for piece in self.pieces)
