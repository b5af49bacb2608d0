"""Whether a card holds what is looked for, and how well: what the word index cannot tell is read from its texts.

This is the order of hits. A card stands in the first of nine tiers that it fits: by where all the words looked for
stand (the claim; the claim and the exact words; anywhere), and there by how they stand (every one whole as typed; the
last one going on; finished ones in another form). Within a tier come the better status, the later date, the id.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefing.search.query import Filter, Query, Term
from briefing.search.tables.rows import HANDLINGS, CardRow, SourceRow
from briefing.search.words.folding import fold, plain
from briefing.search.words.tokens import JOINT, name_of

WHOLE, BEGUN, BENT, ABSENT = range(4)
"""How a word stands: as typed; going on; in another form; not at all."""
WAYS = 3
PLACES = 3
"""The claim; the claim and the exact words; anywhere."""

Forms = Mapping[str, Collection[str]]
"""The other forms of each finished word."""

_Text = Sequence[str]
_Texts = tuple[_Text, _Text, list[_Text]]

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
    texts, names = _texts(card, source), [name_of(text) for text in card.label]
    everywhere = [texts[0], texts[1], *texts[2]]
    if any(min(_stands(term, (), everywhere), _names_stand(term, names)) != ABSENT for term in query.without):
        return None
    if not all(_holds(each, card, source) for each in query.filters):
        return None
    ways = [_ways(term, forms.get(term.words[0], ()), texts, names) for term in query.terms]
    for place in range(PLACES):
        way = max((each[place] for each in ways), default=WHOLE)
        if way != ABSENT:
            return WAYS * place + way
    return None


def _texts(card: CardRow, source: SourceRow | None) -> _Texts:
    if card.is_restricted:
        return (), (), []
    elsewhere = (*card.elsewhere, *(source.texts if source else ()))
    return fold(card.claim).split(), fold(card.quote).split(), [fold(text).split() for text in elsewhere]


def _ways(term: Term, forms: Collection[str], texts: _Texts, names: _Text) -> tuple[int, ...]:
    """Return how a term stands in the claim, in claim or exact words, and anywhere."""
    claim, quote, elsewhere = texts
    in_claim = _stands(term, forms, (claim,))
    in_words = min(in_claim, _stands(term, forms, (quote,)))
    if in_words == WHOLE:
        return in_claim, in_words, in_words
    return in_claim, in_words, min(in_words, _stands(term, forms, elsewhere), _names_stand(term, names))


def _names_stand(term: Term, names: _Text) -> int:
    """Return how a term stands for what a card goes by: its id, kind and status, each one word."""
    name = JOINT.join(term.words)
    if name in names:
        return WHOLE
    card_id, *others = names
    begun = [*others, *([card_id] if len(name) >= LEAST_OF_ID else [])]
    return BEGUN if term.typing and any(other.startswith(name) for other in begun) else ABSENT


def _stands(term: Term, forms: Collection[str], texts: Iterable[_Text]) -> int:
    """Return the best way a term stands in any of the texts."""
    if len(term.words) == 1:
        return min((_word_stands(term.words[0], forms, text, typing=term.typing) for text in texts), default=ABSENT)
    return min((_phrase_stands(term, text) for text in texts), default=ABSENT)


def _word_stands(word: str, forms: Collection[str], text: _Text, *, typing: bool) -> int:
    if word in text:
        return WHOLE
    if typing:
        return BEGUN if any(other.startswith(word) for other in text) else ABSENT
    return BENT if forms and any(other in forms for other in text) else ABSENT


def _phrase_stands(term: Term, text: _Text) -> int:
    *whole, last = term.words
    best = ABSENT
    if whole[0] not in text:
        return best
    length = len(term.words)
    for start in range(len(text) - length + 1):
        if text[start] == whole[0] and list(text[start : start + length - 1]) == whole:
            end = text[start + length - 1]
            if end == last:
                return WHOLE
            if term.typing and end.startswith(last):
                best = BEGUN
    return best


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
        held = _begins_in(asked.value, (card.speaker,))
    elif asked.field == "source":
        whole = " ".join(fold(card.source).split()).startswith(asked.value)
        held = not card.is_restricted and (whole or _begins_in(asked.value, source.texts if source else ()))
    else:
        return True
    return held != asked.without


def _begins_in(value: str, texts: Iterable[str]) -> bool:
    """Whether a value, or its beginning, stands in one of the texts from the beginning of a word on."""
    return any(f" {value}" in f" {' '.join(fold(text).split())}" for text in texts)
