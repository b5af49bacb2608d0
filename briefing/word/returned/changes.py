"""All changes of a returned file as a person sees and settles them, each with one home.

Every revision of the file is in exactly one change: `count_in` and `count_out` say the same.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.model.ids import CROCKFORD
from briefing.word.returned.change import Change, Piece, What, Wording
from briefing.word.returned.differing import BREAK
from briefing.word.returned.guarding import is_guarded
from briefing.word.returned.homes import By, Placed, Where
from briefing.word.returned.moved import moves_untracked
from briefing.word.returned.remarks import remarks
from briefing.word.returned.runs import Run, runs_of
from briefing.word.returned.unsaid import unsaid
from briefing.word.returned.values import NONE, ReturnedFile
from briefing.word.returned.weaving import Text, weave

_ID_LENGTH = 8
_FILLER = "\N{ZERO WIDTH JOINER}"
"""What LibreOffice puts into a row that was inserted, so that there is something to have been inserted."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What became of an export."""

    placed: Placed
    listed: tuple[Change, ...]
    """In reading order; a comment follows what it is on, a reply what it is to."""
    wordings: tuple[Wording, ...]
    """Every text that is not as it was."""


def changes(placed: Placed) -> Changes:
    """Return all that was done to an export."""
    said: list[Change] = []
    held: list[tuple[Run, int]] = []
    texts = list(weave(placed))
    for runs in _together(_with_moves([run for text in texts for run in runs_of(text, placed.file.revisions)])):
        held += [(run, len(said)) for run in runs]
        said.append(_change(runs, placed))
    remarked = list(remarks(placed))
    threads = {comment.id: len(said) + place for place, (comment, _) in enumerate(remarked)}
    replies = {threads[one.id]: threads.get(one.parent) for one in placed.file.comments if one.parent}
    said += [change for _, change in remarked]
    said = [*unsaid(placed, said), *moves_untracked(placed)]
    named = _named([_at_home(change, placed) for change in said], placed)
    named = [
        replace(change, thread=named[above].id) if (above := replies.get(place)) is not None else change
        for place, change in enumerate(named)
    ]
    wordings = tuple(_wordings(texts, [(run, named[place].id) for run, place in held]))
    order = _order(named, placed)
    return Changes(placed, tuple(named[place] for place in order), wordings)


def _with_moves(runs: list[Run]) -> list[Run]:
    """Return the runs with a move where a paragraph was cut from one place and put into another, word for word.

    LibreOffice writes what was cut and pasted so; Word, where moves are not tracked as such.
    """
    cut: dict[tuple[str, str], list[Run]] = {}
    put: dict[tuple[str, str], list[Run]] = {}
    for run in runs:
        is_paragraph = run.is_all and run.text.home.by is not By.NOTE
        if is_paragraph and run.what in {What.DELETION, What.INSERTION} and run.group.added == NONE:
            sort = put if run.group.inserts else cut
            sort.setdefault((run.group.author, (run.after or run.before).strip()), []).append(run)
    for key, sources in cut.items():
        targets = put.get(key, [])
        if len(sources) == len(targets) == 1 and key[1] and not _is_copy_of_other(targets[0], sources[0]):
            for run in (*sources, *targets):
                run.group = replace(run.group, move=f"{run.group.author} {key[1]}")
    return runs


def _is_copy_of_other(put: Run, cut: Run) -> bool:
    """Whether what was pasted is said to be a copy of another part than was cut, which only reads the same."""
    return put.text.home.where is Where.COPY and put.text.home.part != cut.text.home.part


def _together(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """Yield the runs of each change: those of a move, a row or one element together, each other alone."""
    shared: dict[object, list[Run]] = {}
    keys: dict[int, object] = {}
    for place, run in enumerate(runs):
        group = run.group
        own = ("move", group.move) if group.move else ("row", group.row) if group.is_shared else place
        key = next((keys[number] for number in run.revisions if number in keys), own)
        keys.update(dict.fromkeys(run.revisions, key))
        shared.setdefault(key, []).append(run)
    for together in shared.values():
        yield sorted(together, key=lambda run: run.group.inserts)


def _change(runs: Sequence[Run], placed: Placed) -> Change:
    """Return the change some runs are; of a move what was taken away comes first."""
    told = [run for run in runs if run.text.home.by is not By.NOTE] or runs
    first, last = told[0], told[-1]
    what = first.what
    is_half = what is What.MOVE and first.group.inserts == last.group.inserts
    if is_half:
        what = What.INSERTION if first.group.inserts else What.DELETION
    numbers = tuple(dict.fromkeys(number for run in runs for number in run.revisions))
    revision = placed.file.revisions[numbers[0]] if numbers else None
    parts = dict.fromkeys(run.text.home.part for run in runs if run.text.home.where is Where.BLOCK)
    return Change(
        "",
        what,
        first.text.home,
        before=_said((run, run.before) for run in told if not (what is What.MOVE and run.group.inserts)),
        after=_said((run, run.after) for run in told if run.group.inserts),
        is_tracked=revision is not None,
        author=revision.author if revision is not None else "",
        date=revision.date if revision is not None else "",
        is_guarded=len(runs) == 1 and _is_guarded(first, what, placed),
        paragraph=first.text.atoms[first.first].paragraph,
        to=last.text.home if what is What.MOVE else None,
        parts=tuple(parts),
        revisions=numbers,
    )


def _said(texts: Iterable[tuple[Run, str]]) -> str:
    """Return the words of some runs; those of a note without the tab that parts them from its mark."""
    told = ((run, text.replace(BREAK, "\n").replace(_FILLER, "")) for run, text in texts)
    return "\n".join(text.strip("\n\t" if run.text.home.by is By.NOTE else "\n") or text for run, text in told if text)


def _is_guarded(run: Run, what: What, placed: Placed) -> bool:
    """Whether a change alters a quotation or a figure of what was exported."""
    home = run.text.home
    if home.where is not Where.BLOCK or what not in {What.INSERTION, What.DELETION, What.REPLACEMENT}:
        return False
    gone = set(run.taken if run.group.inserts else run.atoms)
    before, taken = [], []
    for place, atom in enumerate(run.text.atoms):
        if atom.is_old and place in gone:
            taken.append(atom.text)
        elif atom.is_old and place < run.first:
            before.append(atom.text)
    start = len("".join(before))
    text = "".join([atom.text for atom in run.text.atoms if atom.is_old])
    is_quotation = home.note == NONE and placed.exported.parts[home.part].kind == "quotation"
    return is_guarded(text, start, start + len("".join(taken)), run.after, is_quotation=is_quotation)


def _at_home(change: Change, placed: Placed) -> Change:
    """Return a change with the block and card of its home."""
    home = change.home
    if home.part == NONE or home.where is Where.NONE:
        return change
    part = placed.exported.parts[home.part]
    return replace(change, block=part.block, card=part.card, parts=change.parts or (home.part,))


def _named(said: Iterable[Change], placed: Placed) -> list[Change]:
    """Return the changes with their ids, each made of what the change says and where."""
    seen: Counter[str] = Counter()
    named = []
    for change in said:
        home = change.home
        part = placed.exported.parts[home.part].bookmark if home.part != NONE else ""
        told = (change.what, home.where, part, home.note, change.before, change.after, change.text)
        key = repr((placed.exported.export, *told, change.author, change.date, change.is_tracked))
        named.append(replace(change, id=_id(f"{key}{seen[key]}")))
        seen[key] += 1
    return named


def _id(key: str) -> str:
    number = int.from_bytes(hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()[:8])
    return "".join(CROCKFORD[number >> 5 * place & 31] for place in range(_ID_LENGTH))


def _wordings(texts: Iterable[Text], held: Iterable[tuple[Run, str]]) -> Iterator[Wording]:
    """Yield the texts in pieces that name the changes by which they come and go."""
    put: dict[tuple[int, int], str] = {}
    taken: dict[tuple[int, int], str] = {}
    for run, change in held:
        (put if run.group.inserts else taken).update({(id(run.text), place): change for place in run.atoms})
        taken.update({(id(run.text), place): change for place in run.taken})
    for text in texts:
        own = id(text)
        pieces = tuple(
            Piece(
                atom.text.replace(BREAK, "\n"),
                put.get((own, place), ""),
                taken.get((own, place), ""),
                is_break=atom.text == BREAK,
                is_end=atom.is_edge,
            )
            for place, atom in enumerate(text.atoms)
            if atom.text
        )
        if any(piece.inserted or piece.deleted for piece in pieces):
            yield Wording(text.home, pieces, text.paragraphs)


def _order(named: Sequence[Change], placed: Placed) -> list[int]:
    """Return the places of the changes in reading order; what is gone stands after the part before it."""
    paragraph_of = {
        home.part: number for number, home in reversed(list(enumerate(placed.homes))) if home.where is Where.BLOCK
    }
    near, last = {}, NONE
    for part in range(len(placed.exported.parts)):
        near[part] = last = max(last, paragraph_of.get(part, NONE))
    at = [
        change.paragraph if change.paragraph != NONE else near.get(change.home.part, len(placed.homes))
        for change in named
    ]
    return sorted(range(len(named)), key=lambda place: at[place])


def count_in(returned: ReturnedFile) -> Mapping[tuple[str, str], int]:
    """Return how many elements of tracked changes the file holds, by part and name, as the parser met them."""
    return returned.elements


def count_out(listed: Iterable[Change], returned: ReturnedFile) -> Mapping[tuple[str, str], int]:
    """Return how many elements the changes consist of, by part and name."""
    numbers = [number for change in listed for number in change.revisions]
    return Counter((returned.revisions[number].part, returned.revisions[number].element) for number in numbers)
