"""Where a card was used: the outlines it stands in, and the exports that said it, with the words they used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.model.card import Card

FEWEST_WORDS = 4
"""A wording of fewer words than this is found by its record alone: it may stand in any text by chance."""
_ALIKE = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\xad": None})  # noqa: RUF001


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph of an export, by its record."""

    card: str
    text: str
    is_theirs: bool = False
    """Whether it was told as what others say."""
    code: str = ""
    """The code of its proof that stood beside it."""


@dataclass(frozen=True, slots=True)
class Export:
    """A document that left, by its record; without one (`export` is empty) all that is known is its text."""

    path: str
    said: tuple[Said, ...]
    export: str = ""
    on: str = ""
    for_: str = ""
    product: str = ""
    date: str = ""
    """The date of the document, which is not when it was exported."""


@dataclass(frozen=True, slots=True)
class Use:
    """An export that said a card, and the words it used; probable where these were found by text alone."""

    export: Export
    words: str
    is_theirs: bool = False
    """Whether all of it was told as what others say."""

    @property
    def is_probable(self) -> bool:
        """Whether no record says so, only the text of the file."""
        return not self.export.export


def by_card(exports: Iterable[Export]) -> dict[str, tuple[Export, ...]]:
    """Return the exports of each card, by their records alone."""
    found: dict[str, dict[str, Export]] = {}
    for export in exports:
        for said in export.said:
            if said.card and said.text.strip():
                found.setdefault(said.card, {})[export.export] = export
    return {card: tuple(those.values()) for card, those in found.items()}


def find_uses(card: Card, exports: Iterable[Export]) -> tuple[Use, ...]:
    """Return the exports that said a card, those of a record first; older wording is known from the records."""
    exports = tuple(exports)
    recorded = tuple(use for export in exports if export.export and (use := _by_record(card.id, export)))
    wordings = {*_own(card), *(line for use in recorded for line in use.words.split("\n"))}
    sought = [found for wording in sorted(wordings) if (found := _pattern(wording))]
    return (*recorded, *(use for export in exports if not export.export and (use := _by_text(sought, export))))


def _own(card: Card) -> tuple[str, ...]:
    return card.claim, card.quote, card.say, card.short


def _by_record(card_id: str, export: Export) -> Use | None:
    told = [said for said in export.said if said.card == card_id and said.text.strip()]
    words = [" ".join(said.text.split()) for said in told]
    return Use(export, "\n".join(words), all(said.is_theirs for said in told)) if told else None


def _by_text(sought: list[re.Pattern[str]], export: Export) -> Use | None:
    words = list(_holding(sought, export.said))
    return Use(export, "\n".join(words)) if words else None


def _holding(sought: list[re.Pattern[str]], said: Iterable[Said]) -> Iterator[str]:
    for each in said:
        text = _plain(each.text)
        if any(pattern.search(text) for pattern in sought):
            yield " ".join(each.text.split())


def _pattern(wording: str) -> re.Pattern[str] | None:
    """Return what finds a wording as whole words; None where it is too short to tell."""
    plain = _plain(wording).strip(" .\"'")
    if len(plain.split()) < FEWEST_WORDS:
        return None
    return re.compile(rf"(?<!\w){re.escape(plain)}(?!\w)")


def _plain(text: str) -> str:
    return " ".join(text.translate(_ALIKE).split()).casefold()
