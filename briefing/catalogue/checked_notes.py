"""What the checks made of each note, kept as a file of lines beside the index: always safe to delete.

The first line says what the rest depends on; each further one is a note, behind a sum that tells whether it is whole.
"""

from __future__ import annotations

import hashlib
import json
import sys
import unicodedata
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import briefing
from briefing.catalogue.damage import Row, finding_of, row_of
from briefing.disk.reading import read_file
from briefing.disk.saving import replace_file
from briefing.errors import BriefingError
from briefing.evidence.alone import Alone, Noticed
from briefing.evidence.checks import UNKNOWN_KIND
from briefing.evidence.disguised import DISGUISED
from briefing.library.files import NoteFile
from briefing.library.reading import Reading
from briefing.library.survey import Stamp
from briefing.model.card import Card
from briefing.model.ids import CardId, NoteName, SourceId
from briefing.model.note import Note
from briefing.model.office import Office
from briefing.model.source import Source
from briefing.wording.library import SECOND_NAME

FILE = "checks.jsonl"
_ROOMS = ("catalogue", "disk", "evidence", "library", "model", "wording")
_TELLING = frozenset({DISGUISED, UNKNOWN_KIND})
"""Rules whose findings name what somebody typed into a card: of a restricted one they are made anew each time."""

_Ids = Sequence[str]
_CardRow = tuple[str, str, int, str, _Ids, _Ids, _Ids, _Ids, _Ids]
"""Id, source, whether restricted; what supersedes it, and what it supports, answers, undercuts, is against and from."""
_NoticedRow = tuple[Row, str, str, str, bool]
_NoteRow = tuple[
    str,
    Stamp,
    Sequence[Row],
    Sequence[tuple[str, str, int]],
    _Ids,
    Sequence[_CardRow],
    Sequence[_NoticedRow],
    Sequence[_NoticedRow],
]
"""File, stamp, damage, lines, sources, cards, and what is noticed of the cards and of all texts. JSON has lists."""


@dataclass(frozen=True, slots=True)
class CheckedNote:
    """A note's file as it was checked: nothing of its words but ids and what is noticed of them."""

    reading: Reading
    """Its bare note, where its entries stand, and what could not be read."""
    alone: Alone = field(default_factory=Alone)

    @property
    def may_be_kept(self) -> bool:
        """Whether it had rested, and nothing noticed can hold words of a card that is restricted or cannot be read."""
        reading = self.reading
        return (
            reading.settled
            and isinstance(reading.value, NoteFile)
            and all(found.message == SECOND_NAME for found in reading.damage)
            and not any(each.finding.rule in _TELLING for each in self._noticed_of_restricted(reading.value.note))
        )

    def _noticed_of_restricted(self, note: Note) -> Iterator[Noticed]:
        restricted = {card.id for card in note.cards if card.is_restricted}
        return (each for each in (*self.alone.cards, *self.alone.texts) if each.finding.card in restricted)


def depends_on(office: Office) -> str:
    """Return what tells whether a result still holds: a digest of the office's kinds and of this program."""
    return hashlib.sha256(f"{_program()} {sorted(office.kinds.items())!r}".encode()).hexdigest()


@cache
def _program() -> str:
    """Return a digest of what reads, checks and words: a rule that changes must not wait for a new version."""
    told = hashlib.sha256(f"{briefing.__version__} {sys.version} {unicodedata.unidata_version}".encode())
    root = Path(briefing.__file__).parent
    for path in sorted(path for room in _ROOMS for path in (root / room).rglob("*.py")):
        told.update(path.read_bytes())
    return told.hexdigest()


def read_checked(content: bytes, depends: str) -> dict[str, CheckedNote]:
    """Return what is kept of each note, by its file; nothing of what is damaged, or depends on something else."""
    first, *lines = content.split(b"\n")
    if first != depends.encode():
        return {}
    whole = (line[9:] for line in lines if line[:8] == _sum(line[9:]))
    return dict(_read(json.loads(line)) for line in whole)


def write_checked(notes: Mapping[str, CheckedNote], depends: str) -> bytes:
    """Return the lines of all notes that may be kept."""
    written = (json.dumps(_write(file, note), separators=(",", ":")).encode() for file, note in notes.items())
    return b"\n".join([depends.encode(), *(_sum(line) + b" " + line for line in written)])


def fetch(path: Path) -> bytes | None:
    """Return what the file holds; None where there is none that can be read."""
    try:
        return read_file(path, largest=None)
    except (FileNotFoundError, BriefingError):
        return None


def put(path: Path, content: bytes, before: bytes | None) -> None:
    """Keep it, unless another process was quicker or there is no room: then it is found again next time."""
    try:
        replace_file(path, content, before, private=True, largest=None)
    except BriefingError:
        return


def _sum(line: bytes) -> bytes:
    return b"%08x" % zlib.crc32(line)


def _write(file: str, checked: CheckedNote) -> _NoteRow:
    reading = checked.reading
    assert isinstance(reading.value, NoteFile)  # noqa: S101 - no other may be kept
    note = reading.value.note
    return (
        file,
        reading.stamp,
        [row_of(finding) for finding in reading.damage],
        reading.value.lines,
        [source.id for source in note.sources],
        [_write_card(card) for card in note.cards],
        [_write_noticed(each) for each in checked.alone.cards],
        [_write_noticed(each) for each in checked.alone.texts],
    )


def _read(row: _NoteRow) -> tuple[str, CheckedNote]:
    """Return a note as it was written: the sum of its line is right, and so this program wrote it."""
    file, stamp, damage, lines, sources, cards, of_cards, of_texts = row
    note = Note(
        NoteName(file.removesuffix(".toml")),
        sources=tuple(Source(SourceId(each), "", "") for each in sources),
        cards=tuple(map(_read_card, cards)),
    )
    there = NoteFile(note, (), tuple((array, entry, line) for array, entry, line in lines))
    changed, size, inode, inode_changed = stamp
    reading = Reading((changed, size, inode, inode_changed), there, tuple(map(finding_of, damage)), settled=True)
    return file, CheckedNote(reading, Alone(tuple(map(_read_noticed, of_cards)), tuple(map(_read_noticed, of_texts))))


def _write_card(card: Card) -> _CardRow:
    links = (card.supports, card.answers, card.undercuts, card.against, card.from_)
    return (card.id, card.source, int(card.is_restricted), card.superseded_by, *links)


def _read_card(row: _CardRow) -> Card:
    card, source, restricted, superseded_by, *links = row
    supports, answers, undercuts, against, from_ = (tuple(map(CardId, ids)) for ids in links)
    return Card(
        id=CardId(card),
        kind="",
        claim="",
        source=SourceId(source),
        handling="restricted" if restricted else "office",
        superseded_by=CardId(superseded_by),
        supports=supports,
        answers=answers,
        undercuts=undercuts,
        against=against,
        from_=from_,
    )


def _write_noticed(noticed: Noticed) -> _NoticedRow:
    return row_of(noticed.finding), noticed.array, noticed.id, noticed.source, noticed.is_there


def _read_noticed(row: _NoticedRow) -> Noticed:
    finding, array, entry_id, source, is_there = row
    return Noticed(finding_of(finding), array, entry_id, source, is_there=is_there)
