"""Each paragraph of a returned file put back where it belongs: by its bookmark, else by what stands around it.

A bookmark that one paragraph of ours carries says what that is. Without one, the other half of a tracked move says so;
else its words, compared only with parts nobody else is and between its neighbours; else it is not placed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise

from briefing.word.returned.chain import longest
from briefing.word.returned.differing import same_length
from briefing.word.returned.ends import restore_ends
from briefing.word.returned.exported import Exported
from briefing.word.returned.homes import By, Home, Placed, Where
from briefing.word.returned.likeness import ACCEPTED, BETWEEN, Likeness, words_of
from briefing.word.returned.matching import Sought, match
from briefing.word.returned.moves import Moves
from briefing.word.returned.noted import place_notes
from briefing.word.returned.passages import rejected
from briefing.word.returned.rests import find_rests
from briefing.word.returned.units import Unit
from briefing.word.returned.values import NONE, Kind, ReturnedFile, ReturnedParagraph

_LISTS = ("toc ", "contents ", "table of ", "index ")
"""How the names of the styles of lists begin that a program fills in."""
_LEFT = 3
"""Characters that may be alike by chance."""
_LONG_ENOUGH = 4
"""Words from which on it is no chance that two paragraphs are the same."""


def place(returned: ReturnedFile, exported: Exported) -> Placed:
    """Return where each paragraph of a returned file belongs, by the record of its export."""
    returned = restore_ends(returned, exported)
    texts = {number: part.text for number, part in enumerate(exported.parts)}
    own = [one for one in returned.paragraphs if _is_text(one, returned.paragraphs[0].part)]
    units = [Unit(passage.text, passage.members) for passage in rejected(own)]
    named = {part.bookmark: number for number, part in enumerate(exported.parts) if part.bookmark}
    _claim_names(units, named, texts, Moves(returned))
    _mend_names(units, texts)
    find_rests(units, texts)
    _match_words(units, texts)
    _find_joined(units, texts)
    _find_copies(units, texts)
    _doubt(units, texts)
    homes = [Home(Where.NONE)] * len(returned.paragraphs)
    homes = _settle(homes, own, units, _copied(own, named, returned))
    place_notes(homes, returned, exported)
    taken = {part for home in homes if home.where is Where.BLOCK for part in (home.part, *home.joined)}
    return Placed(returned, exported, tuple(homes), tuple(number for number in texts if number not in taken))


def _is_text(paragraph: ReturnedParagraph, main: str) -> bool:
    """Whether a paragraph is of the body, and no line of a list that a program fills in."""
    return paragraph.part == main and not (
        paragraph.inside or paragraph.is_generated or paragraph.style.startswith(_LISTS)
    )


def _claim_names(units: Sequence[Unit], placed: Mapping[str, int], texts: Mapping[int, str], moves: Moves) -> None:
    """Give each unit the part its bookmarks say; of two with the same bookmark one is a copy."""
    holders: dict[int, list[int]] = {}
    for place_, unit in enumerate(units):
        names, copies = moves.names(unit.members)
        for name in names:
            number = placed.get(name, NONE)
            held = holders.setdefault(number, []) if number != NONE else [place_]
            if held[-1:] != [place_]:
                unit.named.append(number)
                held.append(place_)
        if copies:
            unit.copy_of = next((placed[name] for name in copies if name in placed), NONE)
    _find_doubles(units, holders, texts)
    _promote_copies(units, holders, texts)
    for unit in units:
        if unit.named:
            unit.part, *joined = _present(unit, texts)
            unit.joined, unit.by, unit.copy_of = tuple(joined), By.BOOKMARK, NONE


def _find_doubles(units: Sequence[Unit], holders: Mapping[int, list[int]], texts: Mapping[int, str]) -> None:
    """Leave each part to one of the units that have its bookmark; `holders` are their places, by part."""
    for number, several in holders.items():
        if len(several) == 1:
            continue
        first = max(
            several, key=lambda place_: (_steadiness(units, number, place_), units[place_].text == texts[number])
        )
        for place_ in several:
            if place_ != first:
                units[place_].named.remove(number)
                units[place_].copy_of = number


def _promote_copies(units: Sequence[Unit], holders: Mapping[int, list[int]], texts: Mapping[int, str]) -> None:
    """Take a copy for the part itself where no other is: what was deleted comes so from LibreOffice by way of .odt."""
    copies: dict[int, list[int]] = {}
    for place_, unit in enumerate(units):
        if unit.copy_of != NONE and unit.copy_of not in holders and not unit.named and unit.text.strip():
            copies.setdefault(unit.copy_of, []).append(place_)
    for number, several in copies.items():
        exact = [place_ for place_ in several if units[place_].text == texts[number]]
        units[max(exact or several, key=partial(_steadiness, units, number))].named.append(number)


def _steadiness(units: Sequence[Unit], number: int, place_: int) -> int:
    """Return on how many sides of a unit stands what stood there beside the part of that number."""
    before = units[place_ - 1].named[-1:] if place_ else [NONE]
    after = units[place_ + 1].named[:1] if place_ + 1 < len(units) else []
    return (before == [number - 1]) + (after == [number + 1])


def _present(unit: Unit, texts: Mapping[int, str]) -> list[int]:
    """Return the parts of its bookmarks whose words a unit has: what is emptied leaves its bookmark to the next."""
    if len(unit.named) == 1:
        return unit.named
    likeness = Likeness({number: texts[number] for number in unit.named})
    words = words_of(unit.text)
    there = [
        number
        for number in unit.named
        if likeness.share(likeness.words[number], words) >= BETWEEN or _frames(unit, number, texts)
    ]
    return there or unit.named


def _frames(unit: Unit, number: int, texts: Mapping[int, str]) -> bool:
    """Whether a unit begins or ends as a part does, and further than any other of its parts does: a little is left."""
    part, others = texts[number], [texts[other] for other in unit.named if other != number]
    first, last = (max(same_length(part[::way], other[::way]) for other in others) for way in (1, -1))
    return same_length(part, unit.text) > max(first, _LEFT) or same_length(part[::-1], unit.text[::-1]) > max(
        last, _LEFT
    )


def _mend_names(units: Sequence[Unit], texts: Mapping[int, str]) -> None:
    """Move a name that was left on other words: what is typed at the very front may take the bookmark with it."""
    for before, after in pairwise(units):
        for unit, other in ((before, after), (after, before)):
            if unit.part != NONE and other.is_open and unit.text != texts[unit.part]:
                _mend(unit, other, texts[unit.part])


def _mend(unit: Unit, other: Unit, text: str) -> None:
    likeness = Likeness({0: text}, (unit.text, other.text))
    is_strange = likeness.share(words_of(unit.text), likeness.words[0]) < BETWEEN
    if other.text == text or (is_strange and likeness.score(words_of(other.text), 0) >= ACCEPTED):
        other.part, other.joined, other.by = unit.part, unit.joined, unit.by
        unit.part, unit.joined, unit.by = NONE, (), By.PLACE


def _match_words(units: Sequence[Unit], texts: Mapping[int, str]) -> None:
    """Place what is still open by its words."""
    taken = {part for unit in units for part in (unit.part, *unit.joined)}
    free = {number: text for number, text in texts.items() if number not in taken and text.strip()}
    matched = match(list(_sought(units, len(texts))), free)
    for number, found in matched.found.items():
        units[number].part, units[number].by, units[number].score = found.part, By.WORDS, found.score
    for number, perhaps in matched.perhaps.items():
        units[number].perhaps = perhaps


def _sought(units: Sequence[Unit], count: int) -> Iterator[Sought]:
    """Yield what is open, between the parts of those around it that stand in their old order."""
    if not any(unit.is_open for unit in units):
        return
    placed = [(number, unit.part) for number, unit in enumerate(units) if unit.part != NONE]
    in_order = longest([part for _, part in placed])
    steady = {number: part for place_, (number, part) in enumerate(placed) if place_ in in_order}
    following: list[int] = []
    first = count
    for number in reversed(range(len(units))):
        following.append(first)
        first = steady.get(number, first)
    last = NONE
    for number, (unit, before) in enumerate(zip(units, reversed(following), strict=True)):
        if unit.is_open:
            yield Sought(number, unit.text, last, before)
        last = steady.get(number, last)


def _find_joined(units: Sequence[Unit], texts: Mapping[int, str]) -> None:
    """Find parts that stand in the paragraph of the one before them, though no name says so."""
    taken = {part for unit in units for part in (unit.part, *unit.joined)}
    by_part = {unit.part: unit for unit in units if unit.part != NONE}
    for number, text in texts.items():
        unit = by_part.get(number - 1) if number not in taken else None
        if unit is None or not text.strip() or unit.text == texts[unit.part]:
            continue
        likeness = Likeness({0: text, 1: texts[unit.part]}, (unit.text,))
        more = words_of(unit.text) - likeness.words[1]
        if likeness.share(likeness.words[0], more) >= ACCEPTED:
            unit.joined = (*unit.joined, number)
            by_part[number] = unit


def _find_copies(units: Sequence[Unit], texts: Mapping[int, str]) -> None:
    """Find what stands a second time, word for word."""
    if not any(unit.is_open for unit in units):
        return
    by_text = {text: number for number, text in reversed(list(texts.items())) if words_of(text).total() >= _LONG_ENOUGH}
    for unit in units:
        if unit.is_open and not unit.perhaps:
            unit.copy_of = by_text.get(unit.text, NONE)


def _doubt(units: Sequence[Unit], texts: Mapping[int, str]) -> None:
    """Call nothing new, in a file that has lost its bookmarks, while a part of ours is missing: it may be that one."""
    there = {part for unit in units for part in (unit.part, *unit.joined)}
    is_bare = 2 * sum(unit.by is By.BOOKMARK for unit in units) < len(texts)
    if is_bare and any(text.strip() and number not in there for number, text in texts.items()):
        for unit in units:
            unit.is_doubtful = unit.is_open


def _copied(own: Iterable[ReturnedParagraph], named: Mapping[str, int], returned: ReturnedFile) -> dict[int, int]:
    """Return the parts that were pasted whole while changes were tracked, by the numbers of their paragraphs."""
    return {
        one.number: named[one.copies[0]]
        for one in own
        if one.copies and not one.rejected and one.copies[0] in named
        if all(returned.revisions[stretch.inserted].kind is not Kind.MOVED_TO for stretch in one.stretches)
    }


def _settle(
    homes: list[Home], own: Iterable[ReturnedParagraph], units: Sequence[Unit], copied: Mapping[int, int]
) -> list[Home]:
    """Return the homes, each paragraph with that of its unit; what was put there whole is new, after what is before."""
    of_unit = {one.number: unit for unit in units for one in unit.members}
    begun: set[int] = set()
    last = NONE
    for paragraph in own:
        unit = of_unit.get(paragraph.number)
        home = _home(paragraph, unit, last, is_rest=unit is not None and id(unit) in begun)
        if home.where is Where.NEW and paragraph.number in copied:
            home = Home(Where.COPY, copied[paragraph.number], By.BOOKMARK)
        if home.where is Where.BLOCK and unit is not None:
            begun.add(id(unit))
            last = (home.part, *home.joined)[-1]
        homes[paragraph.number] = home
    return homes


def _home(paragraph: ReturnedParagraph, unit: Unit | None, last: int, *, is_rest: bool) -> Home:
    is_new = not paragraph.rejected and bool(paragraph.accepted) and unit is not None and bool(unit.text)
    if unit is None or is_new:
        return Home(Where.NEW, last)
    if unit.part != NONE:
        return Home(Where.BLOCK, unit.part, unit.by, unit.joined, is_rest, unit.score)
    if unit.rest_of != NONE:
        return Home(Where.BLOCK, unit.rest_of, By.WORDS, is_rest=True)
    if unit.copy_of != NONE:
        return Home(Where.COPY, unit.copy_of, By.BOOKMARK if paragraph.copies else By.WORDS)
    if unit.perhaps or unit.is_doubtful:
        return Home(Where.NONE, last, By.WORDS, perhaps=unit.perhaps)
    return Home(Where.NEW, last)
