"""A file that came back, as it is settled: its changes by their ids, and what each text says when some are accepted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from briefing.word.returned.change import Change, Piece, Wording
from briefing.word.returned.changes import Changes
from briefing.word.returned.exported import Exported
from briefing.word.returned.homes import Where
from briefing.word.returned.values import NONE

Accepted = frozenset[str]
"""The ids of the changes that are accepted."""
_APART = "\n\n"
"""What parts two paragraphs of an outline's words."""


@dataclass(frozen=True)  # no slots: what is looked up is kept
class Came:
    """A file that came back, with all that was done to it."""

    changes: Changes

    @property
    def name(self) -> str:
        """What the file is called."""
        return self.changes.placed.file.name

    @property
    def exported(self) -> Exported:
        """What left."""
        return self.changes.placed.exported

    @cached_property
    def by_id(self) -> Mapping[str, Change]:
        """Its changes."""
        return {change.id: change for change in self.changes.listed}

    def touched(self, change: str) -> tuple[Wording, ...]:
        """Return the texts that read otherwise when a change is accepted."""
        return self._touched.get(change, ())

    @cached_property
    def _touched(self) -> Mapping[str, tuple[Wording, ...]]:
        touched: dict[str, dict[int, Wording]] = {}
        for number, wording in enumerate(self._wordings):
            for name in {name for piece in wording.pieces for name in (piece.inserted, piece.deleted) if name}:
                touched.setdefault(name, {})[number] = wording
        return {name: tuple(wordings.values()) for name, wordings in touched.items()}

    @cached_property
    def _wordings(self) -> tuple[Wording, ...]:
        return tuple(one for wording in self.changes.wordings for one in _by_part(wording))

    @cached_property
    def _of_part(self) -> Mapping[int, Wording]:
        return {one.home.part: one for one in self._wordings if one.home.where is Where.BLOCK and one.home.note == NONE}

    @cached_property
    def new_at(self) -> Mapping[int, Wording]:
        """The texts that are no part of the export, by the paragraph of the file each begins with."""
        return {
            one.paragraphs[0]: one for one in self._wordings if one.home.where is not Where.BLOCK and one.paragraphs
        }

    @cached_property
    def _within(self) -> Mapping[int, tuple[Wording, ...]]:
        """The new paragraphs that stand after a part and before another of the same block."""
        within: dict[int, tuple[Wording, ...]] = {}
        for one in self._wordings:
            if self.is_within(one):
                within[one.home.part] = (*within.get(one.home.part, ()), one)
        return within

    def is_within(self, wording: Wording) -> bool:
        """Whether a text is a new paragraph between two of one block: then it is that block's."""
        home, parts = wording.home, self.exported.parts
        if home.where is not Where.NEW or not 0 <= home.part < len(parts) - 1:
            return False
        return bool(parts[home.part].block) and parts[home.part].block == parts[home.part + 1].block

    def chain(self, part: int, accepted: Accepted) -> range:
        """Return the parts that are one text with a part, or would be: those joined to it, before it and after it."""
        first = last = part
        while first > 0 and self._goes_on(first - 1, accepted):
            first -= 1
        while last + 1 < len(self.exported.parts) and self._goes_on(last, accepted):
            last += 1
        return range(first, last + 1)

    def _goes_on(self, part: int, accepted: Accepted) -> bool:
        wording = self._of_part.get(part)
        return wording is not None and wording.goes_on(accepted)

    def says(self, chain: range, accepted: Accepted) -> Iterator[tuple[int, str, tuple[int, ...]]]:
        """Yield what a chain says: the part whose text it is, the text, and the further parts whose words are in it."""
        owner, text = NONE, ""
        joined: list[int] = []
        goes_on = False
        for part in chain:
            own = self._text(part, accepted)
            if own.strip() and goes_on and text:
                text, joined = f"{text}{_between(text, own)}{own}", [*joined, part]
            else:
                if owner != NONE:
                    yield owner, text, tuple(joined)
                owner, text, joined = part, own, []
            goes_on = (goes_on and not own.strip()) or self._goes_on(part, accepted)
        if owner != NONE:
            yield owner, text, tuple(joined)

    def _text(self, part: int, accepted: Accepted) -> str:
        told = self.exported.parts[part]
        wording = self._of_part.get(part)
        text = told.text if wording is None else text_of(wording, accepted)
        text = text.removeprefix(told.code).lstrip() if told.code else text
        new = (text_of(one, accepted) for one in self._within.get(part, ()))
        return _APART.join(one for one in (text, *new) if one.strip())


def _by_part(wording: Wording) -> Iterator[Wording]:
    """Yield a text as one for each part it was exported as: somebody may have joined them."""
    home = wording.home
    if not home.joined:
        yield wording
        return
    parts = iter((home.part, *home.joined))
    held: list[Piece] = []
    for piece in wording.pieces:
        if piece.is_break and not piece.inserted:
            held.append(replace(piece, is_break=False, is_end=True))
            yield Wording(home._replace(part=next(parts, home.part), joined=()), tuple(held), wording.paragraphs)
            held = []
        else:
            held.append(piece)
    yield Wording(home._replace(part=next(parts, home.part), joined=()), tuple(held), wording.paragraphs)


def text_of(wording: Wording, accepted: Accepted) -> str:
    """Return what a text says when exactly these changes are accepted, its paragraphs parted as an outline's are."""
    return "".join(map(_written, (piece for piece in wording.pieces if piece.stays(accepted) and not piece.is_end)))


def _written(piece: Piece) -> str:
    return _APART if piece.is_break else piece.text


def _between(text: str, following: str) -> str:
    """Return what stands between two paragraphs that become one: nobody means the words to run together."""
    return "" if text[-1:].isspace() or following[:1].isspace() else " "
