"""What a note says of itself to the checks, found without the rest of the library, and joined with that later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from briefing.errors import Place
from briefing.evidence.checking import CHECKED
from briefing.evidence.checks import check_card, in_order, nobody
from briefing.evidence.disguised import find_disguised, find_disguised_in
from briefing.evidence.links import find_dangling
from briefing.evidence.repeats import find_repeats
from briefing.model.card import Card
from briefing.model.finding import Finding
from briefing.model.ids import NoteName
from briefing.model.library import WholeLibrary
from briefing.model.note import Note
from briefing.model.office import Office
from briefing.model.source import Source

HEAD = ""
"""The array of what is noticed at the head of a note."""


@dataclass(frozen=True, slots=True)
class Noticed:
    """A finding about an entry of a note; its place is found when all entries are known."""

    finding: Finding
    array: str = HEAD
    id: str = ""
    source: str = ""
    """The id of a source it depends on; empty where it holds in any case."""
    is_there: bool = True
    """Whether it holds where that source is in the library, or where it is not."""


@dataclass(frozen=True, slots=True)
class Alone:
    """All that is noticed of a note by itself."""

    cards: tuple[Noticed, ...] = ()
    texts: tuple[Noticed, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(self.cards or self.texts)


def notice(note: Note, office: Office) -> Alone:
    """Return what is noticed of a note by itself, by the office's kinds of card."""
    texts = (Noticed(replace(found, place=None), *owner) for owner, found in find_disguised_in(note))
    return Alone(tuple(each for card in note.cards for each in _of_card(card, office)), tuple(texts))


def bare(note: Note) -> Note:
    """Return a note with nothing but what the checks across files need: ids, links, sources, what is restricted."""
    sources = tuple(Source(source.id, "", "") for source in note.sources)
    return Note(note.name, sources=sources, cards=tuple(_bare(card) for card in note.cards))


def join(library: WholeLibrary, alone: Mapping[str, Alone], also: Iterable[Finding] = ()) -> tuple[Finding, ...]:
    """Return what `check_library` does of a library, of whose notes only the bare ones are known.

    `alone` has what is noticed of each note by itself, by its file.
    """
    noted = [(note.file, alone[note.file]) for note in library.notes if alone.get(note.file)]
    found = [
        *library.damage,
        *find_repeats(library),
        *find_dangling(library),
        *(each for file, own in noted for each in _placed(own.cards, file, library)),
        *find_disguised(replace(library, notes=()), nobody),
        *(each for file, own in noted for each in _placed(own.texts, file, library)),
        *also,
    ]
    return in_order(found)


def _of_card(card: Card, office: Office) -> Iterator[Noticed]:
    without = tuple(check_card(card, WholeLibrary(office)))
    if not card.source or card.status != CHECKED:
        yield from (Noticed(found, "card", card.id) for found in without)
        return
    # Of the library they ask one thing: whether the source is there.
    note = Note(NoteName(""), sources=(Source(card.source, "", ""),))
    within = tuple(check_card(card, WholeLibrary(office, (note,))))
    if within == without:
        yield from (Noticed(found, "card", card.id) for found in within)
        return
    yield from (Noticed(found, "card", card.id, card.source, is_there=False) for found in without)
    yield from (Noticed(found, "card", card.id, card.source) for found in within)


def _bare(card: Card) -> Card:
    return Card(
        id=card.id,
        kind="",
        claim="",
        source=card.source,
        handling="restricted" if card.is_restricted else "office",
        supports=card.supports,
        answers=card.answers,
        undercuts=card.undercuts,
        against=card.against,
        from_=card.from_,
        superseded_by=card.superseded_by,
    )


def _placed(noticed: Iterable[Noticed], file: str, library: WholeLibrary) -> Iterator[Finding]:
    for each in noticed:
        if each.source and (each.source in library.sources) != each.is_there:
            continue
        head = Place(file, 1) if each.array == HEAD else Place(file)
        yield replace(each.finding, place=library.places.get((each.array, each.id), head))
