"""What changed between two readings of a library, in a few words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.model.library import Library
from briefing.model.note import Note
from briefing.model.outline import Outline
from briefing.wording import desk as wording

SHOWN = 3
"""Files named in one toast."""


def describe_changes(before: Library, after: Library) -> str:
    """Return the changed files, each with how much is new, changed or gone; empty where nothing reads otherwise."""
    said = [*_notes(before, after), *_outlines(before, after)]
    more = [wording.more_files(len(said) - SHOWN)] if len(said) > SHOWN else []
    return "; ".join([*said[:SHOWN], *more])


def _notes(before: Library, after: Library) -> Iterator[str]:
    old = {note.name: note for note in before.notes}
    new = {note.name: note for note in after.notes}
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) != new.get(name):
            yield wording.file_change(f"{name}.toml", *_counts(_cards(old.get(name)), _cards(new.get(name))))


def _outlines(before: Library, after: Library) -> Iterator[str]:
    old = {outline.name: outline for outline in before.outlines}
    new = {outline.name: outline for outline in after.outlines}
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) != new.get(name):
            counts = _counts(_blocks(old.get(name)), _blocks(new.get(name)))
            yield wording.file_change(f"outlines/{name}.toml", *counts, noun="block")


def _cards(note: Note | None) -> Mapping[str, object]:
    return {card.id: card for card in note.cards} if note else {}


def _blocks(outline: Outline | None) -> Mapping[str, object]:
    return {block.id: block for block in outline.blocks} if outline else {}


def _counts(before: Mapping[str, object], after: Mapping[str, object]) -> tuple[int, int, int]:
    """Return how many are new, how many changed, and how many are gone."""
    return (
        len(after.keys() - before.keys()),
        sum(before[name] != after[name] for name in before.keys() & after.keys()),
        len(before.keys() - after.keys()),
    )
