"""The words of a card as the word index holds them: each behind a letter for where in the card it stands.

The index keeps no positions, which is what makes it small and fast. The letter says in which part of the card a word
is, so that cards can be ordered by it; two common words that stand side by side are held as a pair besides, so that a
phrase of words that are everywhere does not have to be looked for in half the library.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from briefing.search.tables.rows import HANDLINGS, RESTS_ON, CardRow, SourceRow
from briefing.search.words.folding import fold, plain

CLAIM, QUOTE, PROSE = "c", "q", "p"
WORDS = CLAIM + QUOTE + PROSE
SPEAKER = "b"

ENTIRE = "xxxx"
"""Before whatever is looked for as a whole. As long as the longest beginning that has an index of its own, so that all
of these of a card are one entry there."""
PAIR, KIND, STATUS, HANDLING, TAG, TOPIC = "x", "k", "t", "h", "g", "o"
SOURCE, NOTE, YEAR, LINK, CARD = "s", "n", "y", "l", "d"
UNSEEN = "u"
"""The source of a restricted card, which no search finds it by."""
EVERY = ENTIRE
"""What every card is found by."""

JOINT = "·"
"""Stands between the words of a value. Folding never leaves it, and it ends no word of the index."""

_APART = " | "
"""Stands between two texts. Two words either side of it may be held as a pair: no harm done."""

BUCKETS = 8192
"""Pairs share a word of the index: what is found by one is looked at again. More take more room."""
ONCE = 1 << 14
"""How many values, and how many sources, are kept as they are folded, for the next card that has them."""
_PAIRS = tuple(f"{ENTIRE}{PAIR}{bucket}" for bucket in range(BUCKETS))


def card_words(row: CardRow, source: SourceRow | None, note: int, common: frozenset[str], met: set[str]) -> str:
    """Return the words of the index for a card that rests on `source` and stands in the note of that row.

    A space is between them, they are in no order, and some may stand there twice. The words of the card's texts alone
    are put to those that were `met`.
    """
    found = [EVERY, note_token(note), value_token(CARD, row.id), _frequent_token(KIND, row.kind)]
    found += [_frequent_token(STATUS, row.status), _frequent_token(HANDLING, HANDLINGS[row.handling])]
    if not row.is_restricted:
        elsewhere = fold(_APART.join(row.elsewhere)).split()
        if source:
            elsewhere += _words_of(source.texts)
        for place, words in ((CLAIM, fold(row.claim).split()), (QUOTE, fold(row.quote).split()), (PROSE, elsewhere)):
            met |= _put(found, place, words, common)
        found += _narrowing(row, source)
    found += map(_link_token, row.links)
    return " ".join(found)


def _put(found: list[str], place: str, in_order: list[str], common: frozenset[str]) -> set[str]:
    """Put the words of a text among what is found, and return them."""
    words = {*in_order}
    if words:
        found.append(place + f" {place}".join(words))
    if common:
        found += pairs(in_order, common)
    return words


def pairs(words: Sequence[str], common: frozenset[str]) -> list[str]:
    """Return the pairs of common words that stand side by side."""
    numbers = map(_numbers(common).get, words)
    return [_PAIRS[(3 * one + other) % BUCKETS] for one, other in pairwise(numbers) if one and other]


def pair_token(one: str, other: str) -> str:
    """Return the word two words are found by as a pair."""
    return _PAIRS[(3 * _number(one) + _number(other)) % BUCKETS]


@lru_cache(maxsize=2)
def _numbers(common: frozenset[str]) -> dict[str, int]:
    """Return each common word's number, worked out once: most words of a library stand beside another of these."""
    return {word: _number(word) for word in common}


def _number(word: str) -> int:
    """Return a number of a word's own, as good as random and never 0."""
    return zlib.crc32(word.encode()) % BUCKETS + BUCKETS


def _narrowing(row: CardRow, source: SourceRow | None) -> Iterator[str]:
    if row.speaker:
        yield from (SPEAKER + word for word in _words_of((row.speaker,)))
    yield from (_frequent_token(TAG, tag) for tag in row.tags)
    yield from (_frequent_token(TOPIC, topic) for topic in row.topics)
    if row.source:
        yield _frequent_token(SOURCE, row.source)
    if since := dated(row, source):
        yield f"{ENTIRE}{YEAR}{since // 10_000}"


def _link_token(target: str) -> str:
    if target.startswith(RESTS_ON):
        return value_token(UNSEEN, target.removeprefix(RESTS_ON))
    return value_token(LINK, target)


def dated(row: CardRow, source: SourceRow | None) -> int:
    """Return the day a card is of, as 20240615: its own, else its source's, else 0."""
    return row.since or (source.since if source else 0)


def value_token(tag: str, value: str) -> str:
    """Return the word a value is found by: whole, since the words of most values are searched besides."""
    return ENTIRE + tag + name_of(value)


@lru_cache(maxsize=ONCE)
def _frequent_token(tag: str, value: str) -> str:
    """Return the word of a value that many cards have, worked out once."""
    return value_token(tag, value)


@lru_cache(maxsize=ONCE)
def _words_of(texts: tuple[str, ...]) -> list[str]:
    """Return the words of texts that many cards share, in order, worked out once; the list is not to be changed."""
    return fold(_APART.join(texts)).split()


def note_token(note: int) -> str:
    """Return the word the cards of a note, by its row, are found by."""
    return f"{ENTIRE}{NOTE}{note}"


def name_of(value: str) -> str:
    """Return a value as one word."""
    if value.isalnum() and value.isascii():
        return value.lower()
    return plain(value).replace(" ", JOINT)
