"""What something new may be called: a name every system can keep, which nothing else goes by."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from briefing.library.survey import DEEPEST, OUTLINES, SOURCES
from briefing.library.values import WrongField
from briefing.model.ids import is_valid_id
from briefing.model.library import Library
from briefing.model.note import folder_of
from briefing.wording import library as say


@dataclass(frozen=True, slots=True)
class Taken:
    """The ids of a library's cards and sources, which it is asked for one by one."""

    library: Library

    def __contains__(self, name: object) -> bool:
        return name in self.library.cards or name in self.library.sources


def refuse_note_name(library: Library, name: str) -> None:
    """Refuse a name no note can have, or one another note has on systems blind to capitals; raises WrongField."""
    _refuse_path(name)
    folded = name.casefold()
    folders = [folder for folder in library.folders if folder.name.casefold() == folder_of(folded)]
    beside = chain.from_iterable(library.headings[each.first : each.first + each.notes] for each in folders)
    if any(heading.name.casefold() == folded for heading in beside):
        raise _taken(name)


def refuse_outline_name(library: Library, name: str) -> None:
    """Refuse a name no outline can have, or one another has on systems blind to capitals; raises WrongField."""
    if "/" in name:
        raise WrongField("name", say.not_an_id(name), say.NOT_AN_ID_HINT)
    _refuse_path(name)
    if name.casefold() in {outline.name.casefold() for outline in library.outlines}:
        raise _taken(name)


def _refuse_path(name: str) -> None:
    parts = name.split("/")
    if not all(map(is_valid_id, parts)) or len(parts) > DEEPEST:
        raise WrongField("name", say.not_an_id(name), say.NOT_AN_ID_HINT)
    if name.casefold() == "library" or (len(parts) > 1 and parts[0].casefold() in {OUTLINES, SOURCES}):
        raise WrongField("name", say.not_an_id(name), say.EXISTS_HINT)


def _taken(name: str) -> WrongField:
    return WrongField("name", say.exists(f"{name}.toml"), say.EXISTS_HINT)
