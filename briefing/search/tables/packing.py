"""The texts of a card as the database keeps them: a third of their size, with a dictionary of texts of the library."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from briefing.model.ids import NoteName
from briefing.model.note import Note
from briefing.search.tables.faults import Garbled
from briefing.search.tables.rows import CardRow, SourceRow, card_row, source_row

WINDOW = -15
"""No header, and the largest window there is: it holds the whole dictionary."""
LEVEL = 3
"""Two more save a hundredth and take half as long again."""
MEMORY = 7
"""Smaller than usual, and as good for texts so short: the beginning state is copied for every card."""
DICTIONARY = 32_000
"""Bytes of the dictionary: what deflate can look back over, but for room for the text itself."""
ENOUGH = 200
"""Texts that say which words the library is made of; and a word must stand in a few of them."""
FEW = 3

# These signs are for just this, and no text that is searched has them (rows.py).
Columns = tuple[str, int, int, int, str, bytes]
"""The columns of a card: id, standing, handling, since, source and the packed texts."""

GROUPS = 8
"""Texts, or lists of texts, that a card has."""
_ITEM = "\x1f"
_GROUP = "\x1e"


@dataclass(frozen=True, slots=True)
class PackedNote:
    """A note as the database keeps it, made ready beforehand: plain values that go cheaply to another process."""

    name: NoteName
    title: str
    summary: str
    sources: tuple[SourceRow, ...]
    cards: tuple[Columns, ...]
    dictionary: bytes
    """What its cards are packed with."""


def make_dictionary(texts: Iterable[str]) -> bytes:
    """Return the words that most of the texts hold, the most frequent last, where deflate finds them cheapest.

    Words alone, and none that only a few texts hold: nothing can be read in it of what a single card says.
    """
    frequency: Counter[str] = Counter()
    count = 0
    for text in texts:
        frequency.update({*text.split()})
        count += 1
    worth = sorted(frequency, key=lambda word: frequency[word] * (len(word) + 1), reverse=True)
    taken: list[str] = []
    room = DICTIONARY if count >= ENOUGH else 0
    for word in worth:
        room -= len(word.encode("utf-8", "surrogatepass")) + 1
        if room < 0:
            break
        if frequency[word] >= FEW:
            taken.append(word)
    return " ".join(sorted(taken, key=lambda word: (frequency[word], word))).encode("utf-8", "surrogatepass")


@lru_cache(maxsize=2)
def _primed(dictionary: bytes) -> zlib._Compress:
    return zlib.compressobj(LEVEL, zlib.DEFLATED, WINDOW, MEMORY, zlib.Z_DEFAULT_STRATEGY, dictionary)


def pack(row: CardRow, dictionary: bytes) -> bytes:
    """Return the texts of a row, packed."""
    groups = ((row.kind,), (row.claim,), (row.quote,), (row.speaker,), row.prose, row.tags, row.topics, row.links)
    text = _GROUP.join(map(_ITEM.join, groups)).encode("utf-8", "surrogatepass")
    packing = _primed(dictionary).copy()
    return packing.compress(text) + packing.flush()


def repack(packed: bytes, before: bytes, after: bytes) -> bytes:
    """Return packed texts packed with another dictionary."""
    packing = _primed(after).copy()
    return packing.compress(unpack_texts(packed, before).encode("utf-8", "surrogatepass")) + packing.flush()


def columns_of(row: CardRow, dictionary: bytes) -> Columns:
    """Return a row as its columns."""
    return row.id, row.standing, row.handling, row.since, row.source, pack(row, dictionary)


def pack_note(note: Note, dictionary: bytes) -> PackedNote:
    """Return a note as the database keeps it."""
    cards = tuple([columns_of(card_row(card), dictionary) for card in note.cards])
    return PackedNote(note.name, note.title, note.summary, tuple(map(source_row, note.sources)), cards, dictionary)


def unpack_claim(packed: bytes, dictionary: bytes) -> tuple[str, str]:
    """Return the kind and the claim alone."""
    kind, claim, *_ = _groups(unpack_texts(packed, dictionary))
    return kind, claim


def unpack_links(packed: bytes, dictionary: bytes) -> tuple[str, ...]:
    """Return the links alone."""
    return _items(_groups(unpack_texts(packed, dictionary))[-1])


def unpack(kept: Columns, dictionary: bytes) -> CardRow:
    """Return a row from its columns."""
    return take_apart(kept, unpack_texts(kept[-1], dictionary))


def take_apart(kept: Columns, texts: str) -> CardRow:
    """Return a row from its columns and their texts, unpacked."""
    card, standing, handling, since, source, _ = kept
    kind, claim, quote, speaker, prose, tags, topics, links = _groups(texts)
    lists = (_items(prose), _items(tags), _items(topics), _items(links))
    return CardRow(card, kind, standing, handling, since, source, claim, quote, speaker, *lists)


def unpack_texts(packed: bytes, dictionary: bytes) -> str:
    """Return all the texts of a card as one, a sign that is no part of any word between them.

    What is no packed text raises zlib.error or UnicodeDecodeError, and Garbled as soon as it is taken apart.
    """
    return zlib.decompressobj(WINDOW, zdict=dictionary).decompress(packed).decode("utf-8", "surrogatepass")


def _groups(texts: str) -> list[str]:
    groups = texts.split(_GROUP)
    if len(groups) != GROUPS:
        raise Garbled
    return groups


def _items(group: str) -> tuple[str, ...]:
    return tuple(group.split(_ITEM)) if group else ()
