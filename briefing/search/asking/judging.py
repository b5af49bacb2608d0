"""Whether a card holds what is looked for, and how well: what the word index cannot tell is read from its texts.

This is the order of hits. A card stands in the first of nine tiers that it fits: by where all the words looked for
stand (the claim; the claim and the exact words; anywhere), and there by how they stand (every one whole as typed; the
last one going on; finished ones in another form). Within a tier come the better status, the later date, the id.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from briefing.search.asking.filtering import initials
from briefing.search.query import Filter, Query, Term
from briefing.search.tables.origins import APART
from briefing.search.tables.rows import HANDLINGS, CardRow, SourceRow, first_day
from briefing.search.words.folding import plain, spaced
from briefing.search.words.tokens import JOINT, dated, name_of

WHOLE, BEGUN, BENT, ABSENT = range(4)
"""How a word stands: as typed; going on; in another form; not at all."""
WAYS = 3
PLACES = 3
"""The claim; the claim and the exact words; anywhere."""

Forms = Mapping[Term, Collection[str]]
"""The other forms of each finished word that is looked for by itself."""

_Places = tuple[str, str, str]

LEAST_OF_ID = 4
"""Letters of an id by which its card is found: by fewer there would be cards of every kind."""


@dataclass(frozen=True, slots=True)
class Key:
    """What orders two cards that are both found: least first."""

    tier: int
    standing: int
    newness: int
    id: str

    @property
    def order(self) -> tuple[int, int, int, str]:
        """The same as a tuple."""
        return self.tier, self.standing, self.newness, self.id


def tier_of(query: Query, forms: Forms, card: CardRow, source: SourceRow | None) -> int | None:
    """Return the tier a card stands in, 0 the best; None where it does not hold what is looked for.

    Of the filters those are looked at that can be told from the card; the database answers the others.
    """
    places, names = _places(card, source), [name_of(text) for text in card.label]
    ways: list[tuple[int, ...]] = []
    for term in query.terms:
        ways.append(_ways(term, forms.get(term, ()), places, names))
        if ways[-1][-1] == ABSENT:
            return None
    everywhere = APART.join(places)
    if any(min(_stands(term, (), everywhere), _names_stand(term, names)) != ABSENT for term in query.without):
        return None
    if not all(_holds(each, card, source) for each in query.filters):
        return None
    worst = (max((each[place] for each in ways), default=WHOLE) for place in range(PLACES))
    return next(WAYS * place + way for place, way in enumerate(worst) if way != ABSENT)


def _places(card: CardRow, source: SourceRow | None) -> _Places:
    """Return the claim, the exact words, and all the other texts of a card."""
    if card.is_restricted:
        return "", "", ""
    elsewhere = (*card.elsewhere, *(source.texts if source else ()))
    return spaced(card.claim), spaced(card.quote), APART.join(map(spaced, elsewhere))


def _ways(term: Term, forms: Collection[str], places: _Places, names: Collection[str]) -> tuple[int, ...]:
    """Return how a term stands in the claim, in claim or exact words, and anywhere."""
    claim, quote, elsewhere = places
    in_claim = _stands(term, forms, claim)
    in_words = min(in_claim, _stands(term, forms, quote))
    if in_words == WHOLE:
        return in_claim, in_words, in_words
    return in_claim, in_words, min(in_words, _stands(term, forms, elsewhere), _names_stand(term, names))


def _names_stand(term: Term, names: Collection[str]) -> int:
    """Return how a term stands for what a card goes by: its id, kind and status, each one word."""
    name = JOINT.join(term.words)
    if name in names:
        return WHOLE
    card_id, *others = names
    begun = [*others, *([card_id] if len(name) >= LEAST_OF_ID else [])]
    return BEGUN if term.typing and any(other.startswith(name) for other in begun) else ABSENT


def _stands(term: Term, forms: Collection[str], text: str) -> int:
    """Return the best way a term stands in a text."""
    if term.finished.spelling in text:
        return WHOLE
    if term.typing:
        return BEGUN if term.spelling in text else ABSENT
    return BENT if any(f" {form} " in text for form in forms) else ABSENT


_VALUES: Mapping[str, Callable[[CardRow], Iterable[str]]] = {
    "kind": lambda card: (card.kind,),
    "status": lambda card: (card.status,),
    "handling": lambda card: (HANDLINGS[card.handling],),
    "tag": lambda card: card.tags,
}


def _holds(asked: Filter, card: CardRow, source: SourceRow | None) -> bool:
    """Whether a card holds a filter that can be told from the card; the others are left to the database."""
    if asked.field in _VALUES:
        held = any(plain(value).startswith(asked.value) for value in _VALUES[asked.field](card))
    elif asked.field == "by":
        held = _is_name(asked.value, plain(card.speaker).split())
    elif asked.field == "since":
        held = bool(day := dated(card, source)) and day >= first_day(asked.value)
    elif asked.field == "source":
        whole = plain(card.source).startswith(asked.value)
        held = not card.is_restricted and (whole or _begins_in(asked.value, source.texts if source else ()))
    else:
        return True
    return held != asked.without


def _is_name(value: str, name: Collection[str]) -> bool:
    """Whether each word of a value begins one of the words of a name, or the value is some of its initials."""
    is_begun = all(any(word.startswith(typed) for word in name) for typed in value.split())
    letters = initials(value)
    return is_begun or (bool(letters) and all(letter in name for letter in letters))


def _begins_in(value: str, texts: Iterable[str]) -> bool:
    """Whether a value, or its beginning, stands in one of the texts from the beginning of a word on."""
    return any(f" {value}" in spaced(text) for text in texts)
