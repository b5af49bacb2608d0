"""What stands elsewhere than it did, though no revision says that it was moved."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.word.returned.chain import longest
from briefing.word.returned.change import Change, What
from briefing.word.returned.homes import By, Home, Placed, Where
from briefing.word.returned.values import NONE


def moves_untracked(placed: Placed) -> Iterator[Change]:
    """Yield the parts that no longer stand in their order, those that moved together as one change.

    Of all ways to tell it the one with the fewest moved parts is taken.
    """
    standing = list(_standing(placed))
    steady = longest([part for part, _ in standing])
    last = NONE
    moved: list[tuple[int, int]] = []
    for place, (part, paragraph) in enumerate(standing):
        if moved and (place in steady or part != moved[-1][0] + 1):
            yield _change(placed, moved, last)
            moved = []
        if place in steady:
            last = part
        else:
            moved.append((part, paragraph))
    if moved:
        yield _change(placed, moved, last)


def _standing(placed: Placed) -> Iterator[tuple[int, int]]:
    """Yield each part and its first paragraph, as they stand with every change rejected."""
    seen: set[int] = set()
    for paragraph, home in zip(placed.file.paragraphs, placed.homes, strict=True):
        if home.where is Where.BLOCK and home.note == NONE and not paragraph.inside and home.part not in seen:
            seen.add(home.part)
            yield home.part, paragraph.number


def _change(placed: Placed, moved: list[tuple[int, int]], last: int) -> Change:
    parts = tuple(part for part, _ in moved)
    text = "\n".join(placed.exported.parts[part].text for part in parts)
    return Change(
        "",
        What.MOVE,
        placed.homes[moved[0][1]],
        before=text,
        after=text,
        is_tracked=False,
        paragraph=moved[0][1],
        to=Home(Where.NEW, last, By.PLACE),
        parts=parts,
    )
