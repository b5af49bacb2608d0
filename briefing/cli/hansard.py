"""A Member's own speeches in days of Hansard, by every name the office knows the Member by."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from briefing.cli.near import near
from briefing.disk.reading import read_file
from briefing.errors import BadInput, NotFound, Place
from briefing.model.literal import show_line
from briefing.model.office import Member, Office
from briefing.rules.lists import lists_of
from briefing.speech.hansard import Day, read_day
from briefing.speech.speakers import is_same_name
from briefing.speech.stretches import Stretch, find_stretches
from briefing.wording import commands as words
from briefing.wording import pace as say


def find_own(files: Sequence[str], member: Member, office: Office) -> tuple[Stretch, ...]:
    """Return the Member's stretches, each once, in whatever files it stands.

    Raises NotFound for a file that is not there, and BadInput for one that cannot be read, or where there are none.
    """
    names = _names(member, office)
    days = {file: _read(file) for file in files}
    found = {
        (stretch.on or file, stretch.begins): stretch
        for file, day in days.items()
        for stretch in find_stretches(day)
        if _is_among(stretch.speaker, names)
    }
    if not found:
        speakers = {contribution.speaker for day in days.values() for contribution in day.contributions}
        raise _nothing(member, names, speakers, Place(files[0]) if len(files) == 1 else None)
    return tuple(found.values())


def _nothing(member: Member, names: Sequence[str], speakers: set[str], place: Place | None) -> BadInput:
    """Return what is to be said where no speech of theirs was found."""
    name = show_line(member.name or member.id)
    if any(_is_among(speaker, names) for speaker in speakers):
        return BadInput(say.no_stretch(name), place, say.STRETCH_IS)
    alike = [show_line(speaker) for speaker in near(member.name, speakers)]
    return BadInput(say.does_not_speak(name, alike), place, say.ALSO_IS)


def _names(member: Member, office: Office) -> tuple[str, ...]:
    same = (person for person in lists_of(office).people if _is_among(member.name, person.names))
    return (member.name, *(name for person in same for name in person.names))


def _is_among(name: str, names: Sequence[str]) -> bool:
    return any(is_same_name(name, other) for other in names)


def _read(file: str) -> Day:
    try:
        return read_day(read_file(Path(file), file), file)
    except FileNotFoundError as error:
        raise NotFound(words.no_file(file)) from error
