"""Words in quotation marks: whether some card of the outline has exactly these, whole, and where they are to be had."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from sys import intern

from briefing.evidence.quotations.comparing import Result, compare_words, places_of
from briefing.evidence.quotations.differing import word_by_word
from briefing.evidence.quotations.kept import KeptText, prepare
from briefing.model.card import Card
from briefing.model.finding import Severity
from briefing.rules.engine import Hit, Reading, is_excused
from briefing.rules.named.evidence import find_own
from briefing.rules.named.settings import number_of, texts_of
from briefing.rules.passages import Passage, Words
from briefing.rules.remembering import remembered
from briefing.rules.rule import Rule
from briefing.rules.sentences import Span
from briefing.wording import rules as say

_TOKEN = re.compile(r"\w+(?:['.,-]\w+)*|[£$€%]")
_ELLIPSIS = re.compile(r"\u2026|\.{3,}")
_SAME = str.maketrans({"\u2019": "'", "\u2018": "'", "\u2010": "-", "\u2011": "-", "\u00a0": " "})
_OUR_STOP = ".,;:"
"""What may end a quotation that ends our sentence, or a part of it."""
_Run = tuple[str, ...]
_RUN = 3
"""Words that together point to a card."""
_ALIKE = 0.6
"""The share of its words a quotation has from a card that it means to quote."""
_SMALL = frozenset("a an and as at by for from in into of on or the to with".split())
_MOST = 20
"""Cards with the same three words, and quotations of one passage, that are looked at."""


@dataclass(frozen=True, slots=True)
class _Exact:
    """A card's exact words."""

    card: Card

    @property
    def text(self) -> KeptText:
        """They, made ready to be searched: of the many in a long document, few are."""
        return _prepared(self.card.quote)

    @property
    def words(self) -> frozenset[str]:
        """The words they hold."""
        return frozenset(words_of(self.card.quote))

    def has(self, said: str) -> bool:
        """Whether a quotation is exactly in them, but for what our own sentence does to its first and last letter."""
        return any(compare_words(form, "", self.text).result is Result.EXACT for form in _forms(said))

    def where(self, said: str) -> tuple[Span, ...]:
        """Return where the fragments of a quotation stand in them; none where it does not."""
        return next(filter(None, (places_of(form, self.text) for form in _forms(said))), ())


def _forms(said: str) -> Iterator[str]:
    """Yield a quotation as it is; without a stop that ends our sentence; and with its first letter large or small."""
    plain = said.strip()
    for form in dict.fromkeys((plain, plain.rstrip(_OUR_STOP))):
        yield form
        if form[:1].isalpha():
            yield form[0].swapcase() + form[1:]


class _Quotes:
    """The exact words of all the cards of an outline, found by any three of them that follow one another.

    `sought` are all quotations they are looked for: what stands in none of these is not kept.
    """

    def __init__(self, cards: Sequence[Card], sought: Sequence[str]) -> None:
        self.by_card = {card.id: _Exact(card) for card in cards}
        self.by_run: dict[_Run, list[_Exact]] = {run: [] for said in sought for run in _runs(words_of(said))}
        for exact in self.by_card.values() if self.by_run else ():
            for run in dict.fromkeys(_runs(words_of(exact.card.quote))):
                if run in self.by_run:
                    self.by_run[run].append(exact)

    def beside(self, words: tuple[str, ...], own: Card | None) -> Iterator[_Exact]:
        """Yield the card the words rest on, then every other that has some of them in their order."""
        seen = {own.id} if own else set()
        if own and own.id in self.by_card:
            yield self.by_card[own.id]
        for run in _runs(words):
            for exact in self.by_run.get(run, ())[:_MOST]:
                if exact.card.id not in seen:
                    seen.add(exact.card.id)
                    yield exact


_prepared = remembered(prepare)


@remembered
def words_of(text: str) -> tuple[str, ...]:
    """Return the words by which a quotation is counted and its card is looked for: these alone prove nothing."""
    return tuple(map(intern, _TOKEN.findall(text.translate(_SAME).casefold())))  # the same few words, again and again


def _runs(words: tuple[str, ...]) -> Iterator[_Run]:
    return (words[at : at + _RUN] for at in range(len(words) - _RUN + 1))


def find_altered(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield quotations that are no card's exact words: near to one's, which stops; near to none's, which warns."""
    least = number_of(rule.settings, "words")
    ours = (passage for passage in find_own(reading, rule) if passage.words is not Words.EXACT)
    spans = [(passage, *span) for passage in ours for span in _long(passage, least)]
    quotes = _quotes_of(reading, [passage.text[start:end] for passage, start, end in spans])
    for passage, start, end in spans:
        hit = _judge(quotes, passage, start, end)
        if hit and not _is_title(hit.words) and not is_excused(reading, rule, passage, start, end):
            yield hit


def _quotes_of(reading: Reading, sought: Sequence[str]) -> _Quotes:
    cards = {one.card.id: one.card for one in reading.passages if one.card and one.card.quote.strip()}
    return _Quotes(tuple(cards.values()), sought)


def _long(passage: Passage, words: int) -> Iterator[Span]:
    """Yield the spans within quotation marks that hold so many words or more."""
    for start, end in passage.quoted:
        if len(words_of(passage.text[start:end])) >= words:
            yield start + 1, end - (passage.text[end - 1] in '\u201d"\u2019')


def _judge(quotes: _Quotes, passage: Passage, start: int, end: int) -> Hit | None:
    said = passage.text[start:end]
    words = words_of(said)
    near: _Exact | None = None
    for exact in quotes.beside(words, passage.card):
        if exact.has(said):
            return None
        if near is None and sum(map(exact.words.__contains__, words)) >= _ALIKE * len(words):
            near = exact
    if near:
        fault = say.altered(near.card.id, _differences(said, near.text))
        return Hit(passage, start, end, told={"fault": fault})
    return Hit(passage, start, end, told={"fault": say.NO_CARD_QUOTES}, severity=Severity.WARN)


def _differences(said: str, text: KeptText) -> tuple[tuple[str, str], ...]:
    """Return what is said and what the card has where they differ."""
    nearest = compare_words(said, "", text).found
    stretches = word_by_word(said, nearest) if nearest else ()
    return tuple((one.said, one.found) for one in stretches if not one.is_same)


@lru_cache(maxsize=256)
def _is_title(words: str) -> bool:
    """Whether words are written as the title of a work is: each with a capital but the small ones."""
    return all(
        word[:1].isupper() or word[:1].isdecimal() or word in _SMALL for word in re.findall(r"[\w\u2019'-]+", words)
    )


def find_spliced(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield quotations with something left out, and two of one card that own words join; one a passage."""
    words, cuts = number_of(rule.settings, "words"), texts_of(rule.settings, "cuts")
    for passage in find_own(reading, rule):
        spans = list(_long(passage, words))[:_MOST]
        card = passage.card
        if spans and card and card.cut in cuts:
            yield Hit(passage, *spans[0], told={"fault": say.is_cut(card.cut)})
        elif (gap := next((one for one in spans if _ELLIPSIS.search(passage.text[slice(*one)])), None)) is not None:
            yield Hit(passage, *gap, told={"fault": say.is_cut("ellipsis", _left_out(passage, [gap]))})
        elif passage.words is not Words.EXACT and len(joined := _from_card(passage, spans)) > 1:
            yield Hit(passage, *joined[0], told={"fault": say.is_cut("splice", _left_out(passage, joined))})


def _exact_words(passage: Passage) -> _Exact | None:
    """Return the exact words of a passage's own card."""
    card = passage.card
    return _Exact(card) if card and card.quote.strip() else None


def _from_card(passage: Passage, spans: list[Span]) -> list[Span]:
    """Return the spans that the passage's own card has the words of."""
    exact = _exact_words(passage)
    return [span for span in spans if exact.has(passage.text[slice(*span)])] if exact else []


def _left_out(passage: Passage, spans: list[Span]) -> tuple[str, ...]:
    """Return what the passage's own card has between the words that are quoted, in their order."""
    exact = _exact_words(passage)
    if exact is None or passage.words is Words.EXACT:
        return ()
    places = [place for span in spans for place in exact.where(passage.text[slice(*span)])]
    between = (exact.text.text[end:start] for (_, end), (start, _) in pairwise(places))
    return tuple(" ".join(words.split()) for words in between if words.strip())


def find_unaddressed(reading: Reading, rule: Rule) -> Iterator[Hit]:
    """Yield quotations from a source that is named and has no address; one a passage."""
    words, kinds = number_of(rule.settings, "words"), texts_of(rule.settings, "found_by_place")
    for passage in find_own(reading, rule):
        source = reading.library.source_of(passage.card) if passage.card and passage.card.source else None
        if passage.card is None or source is None or source.url or source.archived:
            continue
        if source.kind in kinds and passage.card.at:
            continue
        for span in list(_long(passage, words))[:1]:
            yield Hit(passage, *span, told={"source": source.title})
