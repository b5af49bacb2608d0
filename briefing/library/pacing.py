"""What was measured of how fast a Member speaks, as library.toml keeps it, and a further speech added to that."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from math import isfinite
from pathlib import Path

from briefing.disk.reading import read_file
from briefing.errors import BadInput, NotFound, Place
from briefing.library.files import decode
from briefing.library.render import render_key
from briefing.library.survey import OFFICE_FILE
from briefing.library.tables import FileText, Table
from briefing.model.entries import Entry
from briefing.model.history import Edit, Step
from briefing.model.literal import show_line
from briefing.model.pace import Measured, is_speech, read_measured
from briefing.wording import library as library_say
from briefing.wording import pace as say

_MEMBER = "member"
_PACE = "pace"


@dataclass(frozen=True, slots=True)
class AddedSpeech:
    """A speech that is to be added to what was measured of a Member, and what is known then."""

    name: str
    """The Member's, as it can be shown."""
    speech: Measured
    before: Measured
    after: Measured
    step: Step
    """What is to be saved."""

    @property
    def line(self) -> str:
        """The line of library.toml that keeps it."""
        (edit,) = self.step.edits
        return render_key(_PACE, edit.after[_PACE] if edit.after else None).strip()

    @property
    def told(self) -> str:
        """What was added, with what was known before and is now, in a sentence for whoever sits there."""
        before, after = (say.paced(known.pace, known.range) for known in (self.before, self.after))
        return say.added(self.name, say.speech(self.speech.words, self.speech.minutes), before, after)


def add_speech(library: Path, member: str, words: float, minutes: float) -> AddedSpeech:
    """Return a speech to be added to what library.toml, as it is now, says of a Member; its step is yet to be saved.

    `library` is the folder, `member` an id, `words` are counted as they are said. Raises NotFound where there is no
    such Member, and BadInput where nobody speaks so fast or so slowly, or where the file's pace cannot be read.
    """
    speech = _rounded(words, minutes)
    table = _find_member(_read(library), member)
    entry: Entry = table.entry or {}
    name = show_line(str(entry.get("name") or member))
    before = Measured()
    if _PACE in entry:
        before = _read_measured(table, entry, name)
    after = before.plus(speech)
    edit = Edit(_MEMBER, member, entry, {**entry, _PACE: _written(entry, after)})
    return AddedSpeech(name, speech, before, after, Step(say.speech_added(name), OFFICE_FILE, (edit,)))


def _rounded(words: float, minutes: float) -> Measured:
    """Return a speech to the word and to the hundredth of a minute, as a file keeps it; raises BadInput."""
    if not (isfinite(words) and isfinite(minutes) and words >= 0 and minutes >= 0):
        raise BadInput(say.NOT_MEASURED)
    speech = Measured(round(words), round(minutes, 2))
    if not is_speech(speech.words, speech.minutes):
        raise BadInput(say.not_speech(words, minutes), hint=say.NOT_SPEECH_HINT)
    return speech


def _read(library: Path) -> FileText:
    try:
        return decode(read_file(library / OFFICE_FILE, OFFICE_FILE), OFFICE_FILE)
    except FileNotFoundError as error:
        raise NotFound(library_say.no_such("file", OFFICE_FILE), hint=say.NO_FILE_HINT) from error


def _find_member(text: FileText, member: str) -> Table:
    table = text.table(_MEMBER, member) if member else None
    if table is None or table.entry is None:
        known = [each.id for each in text.of(_MEMBER) if each.id]
        near = get_close_matches(member, known, n=3)
        raise NotFound(library_say.no_such("Member", member, near), hint=say.NO_FILE_HINT)
    return table


def _read_measured(table: Table, entry: Entry, name: str) -> Measured:
    measured = read_measured(entry[_PACE])
    if measured is None:
        raise BadInput(say.misread(name), Place(OFFICE_FILE, table.line_of(_PACE)), say.MEND_PACE)
    return measured


def _written(entry: Entry, measured: Measured) -> dict[str, object]:
    """Return what is known as a file holds it, beside whatever else stands there: whole numbers without a point."""
    held = entry.get(_PACE)
    beside = held if isinstance(held, dict) else {}
    words, minutes = (int(each) if float(each).is_integer() else each for each in (measured.words, measured.minutes))
    return {**beside, "words": words, "minutes": minutes}
