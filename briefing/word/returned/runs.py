"""Word's many elements joined to what somebody did once: neighbours of one author, kind and minute are one change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from briefing.word.returned.change import What
from briefing.word.returned.differing import BREAK
from briefing.word.returned.values import MOVES, NONE, Kind, Revision
from briefing.word.returned.weaving import Atom, Text

_TABLES = {Kind.ROW_INSERTED, Kind.ROW_DELETED, Kind.CELL_INSERTED, Kind.CELL_DELETED}
_TO_THE_MINUTE = 16
"""Characters of a date as it is written: 2025-03-05T09:00."""


@dataclass(frozen=True, slots=True)
class Group:
    """What makes elements one change: they have it in common."""

    inserts: bool
    author: str = ""
    date: str = ""
    move: str = ""
    row: int = NONE
    added: int = NONE
    """The number of a difference that no revision tells of."""

    @property
    def is_shared(self) -> bool:
        """Whether what has it in common may stand in several texts."""
        return bool(self.move) or self.row != NONE


@dataclass(slots=True)
class Run:
    """Neighbouring atoms of a text that are one change, or a half of one."""

    text: Text
    group: Group
    atoms: list[int] = field(default_factory=list)
    """Their places in the text."""
    revisions: list[int] = field(default_factory=list)
    taken: list[int] = field(default_factory=list)
    """Of a replacement, the places of what was taken away; `atoms` are those of what was put there."""

    @property
    def first(self) -> int:
        """The place of the first atom."""
        return min((*self.atoms, *self.taken))

    @property
    def before(self) -> str:
        """The words that were there."""
        return self._words(self.taken if self.taken or self.group.inserts else self.atoms)

    @property
    def after(self) -> str:
        """The words that are there instead."""
        return self._words(self.atoms) if self.group.inserts else ""

    @property
    def what(self) -> What:
        """What it is, were it all there is."""
        if self.group.move:
            return What.MOVE
        if self.group.row != NONE:
            return What.TABLE
        if BREAK in self.before + self.after and not (self.before + self.after).strip():
            return What.SPLIT if BREAK in self.after else What.MERGE
        if self.before and self.after:
            return What.REPLACEMENT
        return What.INSERTION if self.group.inserts else What.DELETION

    @property
    def is_all(self) -> bool:
        """Whether it is all there is of the text."""
        own = set(self.atoms)
        return all(place in own or atom.is_edge for place, atom in enumerate(self.text.atoms))

    def _words(self, places: Sequence[int]) -> str:
        return "".join([self.text.atoms[place].text for place in places])


def runs_of(text: Text, revisions: Sequence[Revision]) -> list[Run]:
    """Return the changes of one text in order, a deletion and an insertion side by side as one."""
    is_whole = not any(atom.deleted == atom.lost == NONE and atom.text.strip() for atom in text.atoms)
    is_new = _is_new(text)
    found = [
        *_gathered(text, lambda atom: _inserting(atom, revisions, is_new=is_new), is_whole=True),
        *_gathered(text, lambda atom: _deleting(atom, revisions), is_whole=is_whole),
    ]
    told = [run for run in _whole(found) if run.before or run.after]
    return _replacing(sorted(told, key=lambda run: (run.first, run.group.inserts)))


def _is_new(text: Text) -> bool:
    return all(not atom.is_old for atom in text.atoms)


def _inserting(atom: Atom, revisions: Sequence[Revision], *, is_new: bool) -> tuple[Group, int] | None:
    if atom.inserted != NONE:
        return _group(revisions[atom.inserted], inserts=True, is_timed=not is_new), atom.inserted
    return (Group(inserts=True, added=atom.added), NONE) if atom.added != NONE else None


def _deleting(atom: Atom, revisions: Sequence[Revision]) -> tuple[Group, int] | None:
    if atom.deleted != NONE:
        return _group(revisions[atom.deleted], inserts=False, is_timed=True), atom.deleted
    return (Group(inserts=False, added=atom.lost), NONE) if atom.lost != NONE else None


def _group(revision: Revision, *, inserts: bool, is_timed: bool) -> Group:
    date = revision.date[:_TO_THE_MINUTE] if is_timed else ""
    if revision.kind in MOVES and revision.move:
        return Group(inserts, revision.author, move=revision.move)
    if revision.kind in _TABLES:
        return Group(inserts, revision.author, date, row=revision.number)
    return Group(inserts, revision.author, date)


def _gathered(text: Text, group_of: Callable[[Atom], tuple[Group, int] | None], *, is_whole: bool) -> Iterator[Run]:
    """Yield neighbours that have the same in common; the end of a text is a change of its own while words are left."""
    run: Run | None = None
    for place, atom in enumerate(text.atoms):
        told = group_of(atom)
        if run is not None and (told is None or told[0] != run.group or (atom.is_edge and not is_whole)):
            yield run
            run = None
        if told is None:
            continue
        group, number = told
        run = run or Run(text, group)
        run.atoms.append(place)
        if number != NONE and number not in run.revisions[-1:]:
            run.revisions.append(number)
    if run is not None:
        yield run


def _whole(runs: Iterable[Run]) -> list[Run]:
    """Join runs that one revision has a share in: what was not tracked may stand in the middle of it."""
    joined: list[Run] = []
    holding: dict[int, Run] = {}
    for run in runs:
        held = next((holding[number] for number in run.revisions if number in holding), None)
        if held is None:
            joined.append(run)
            held = run
        else:
            held.atoms += run.atoms
            held.revisions += [number for number in run.revisions if number not in holding]
        holding.update(dict.fromkeys(run.revisions, held))
    return joined


def _replacing(runs: list[Run]) -> list[Run]:
    """Join what was taken away with what was put beside it by the same author."""
    joined: list[Run] = []
    waiting = runs[::-1]
    while waiting:
        run = waiting.pop()
        following = waiting[-1] if waiting else None
        if following is not None and _pairs(run, following) and not _fits_better(run, following, waiting):
            put, taken = (run, following) if run.group.inserts else (following, run)
            waiting.pop()
            numbers = list(dict.fromkeys((*taken.revisions, *put.revisions)))
            run = Run(run.text, put.group, put.atoms, numbers, taken.atoms)
        joined.append(run)
    return joined


def _pairs(one: Run, other: Run) -> bool:
    """Whether one takes away what the other puts beside it, and both hold words."""
    mine, theirs = one.group, other.group
    if mine.is_shared or theirs.is_shared or mine.inserts == theirs.inserts or max(one.atoms) + 1 != min(other.atoms):
        return False
    if mine.added != NONE:
        return mine.added == theirs.added
    return theirs.added == NONE and mine.author == theirs.author and _says(one) and _says(other)


def _says(run: Run) -> bool:
    return bool((run.after or run.before).strip(BREAK))


def _fits_better(run: Run, following: Run, waiting: list[Run]) -> bool:
    """Whether what follows was rather replaced by what comes after it."""
    return run.group.inserts and len(waiting) > 1 and _pairs(following, waiting[-2])
