"""Ids that are used more than once: one entry of each cannot be reached by its id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.errors import Place
from briefing.model.finding import Finding, Severity
from briefing.model.library import WholeLibrary
from briefing.wording import evidence as say

REPEATED = "LIB-02"

_Lines = Mapping[tuple[str, str], Sequence[Place]]


@dataclass(frozen=True, slots=True)
class _Use:
    """One entry that goes by an id."""

    array: str
    id: str
    place: Place


def find_repeats(library: WholeLibrary) -> Iterator[Finding]:
    """Every further use of an id: among cards, sources and outlines together, and among the blocks of an outline."""
    lines = _lines(library)
    firsts: dict[str, _Use] = {}
    for use in _placed(lines, _in_library(library)):
        first = firsts.setdefault(use.id, use)
        if first is not use:
            yield _finding(first, use)
    for outline in library.outlines:
        blocks: dict[str, _Use] = {}
        uses = (_Use("block", f"{outline.name}/{block.id}", Place(outline.file)) for block in outline.blocks)
        for use in _placed(lines, uses):
            first = blocks.setdefault(use.id, use)
            if first is not use:
                yield _finding(first, use)


def _in_library(library: WholeLibrary) -> Iterator[_Use]:
    for note in library.notes:
        yield from (_Use("source", source.id, Place(note.file)) for source in note.sources)
        yield from (_Use("card", card.id, Place(note.file)) for card in note.cards)
    yield from (_Use("outline", outline.name, Place(outline.file)) for outline in library.outlines)


def _lines(library: WholeLibrary) -> _Lines:
    """Return where entries stand, by array and id: the first of them, then the others in order."""
    lines = {named: [place] for named, place in library.places.items()}
    for array, entry_id, place in library.repeats:
        lines.setdefault((array, entry_id), []).append(place)
    return lines


def _placed(lines: _Lines, uses: Iterator[_Use]) -> Iterator[_Use]:
    """The same uses, each with its line where that is known."""
    taken: defaultdict[tuple[str, str], int] = defaultdict(int)
    for use in uses:
        named = (use.array, use.id)
        known, number = lines.get(named, ()), taken[named]
        taken[named] += 1
        yield _Use(use.array, use.id, known[number] if number < len(known) else use.place)


def _finding(first: _Use, second: _Use) -> Finding:
    name = second.id.rpartition("/")[2] if second.array == "block" else second.id
    return Finding(
        rule=REPEATED,
        severity=Severity.WARN,
        message=say.used_twice(name, (first.array, str(first.place)), (second.array, str(second.place))),
        place=second.place,
        card=name if second.array == "card" else "",
        block=name if second.array == "block" else "",
        field="id",
        suggestion=say.GIVE_ANOTHER_ID,
    )
