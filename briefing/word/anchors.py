"""What a paragraph goes by on its way through Word and back: a hidden bookmark that says export, block and part.

`_bf1`, six characters of the export's id, ten of the block's, four of the part and one to check them, all in
Crockford's base 32: 25 characters, of the 40 Word allows. The underscore in front keeps them out of Word's list. A
bookmark holds no words of the card, and the file can be read back by its bookmarks alone.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from operator import mul

from briefing.document.document import Document, Footnote, Link, Paragraph, Table, Words
from briefing.model.ids import CROCKFORD

PREFIX = "_bf1"
_EXPORT_LENGTH = 6
_BLOCK_LENGTH = 10
_NUMBER_LENGTH = 3
_BITS = 5
_HIGHEST = len(CROCKFORD) ** _NUMBER_LENGTH
_BETWEEN = "\x00"
_VALUES = bytes(max(CROCKFORD.find(chr(code)), 0) for code in range(256))
"""What each character counts, by its code."""
_WEIGHTS = range(1, 128, 2)
_KINDS = {"heading": "h", "paragraph": "p", "quotation": "q", "cell": "c"}


def export_id(document: Document, *beside: str) -> str:
    """Return the id of an export: thirty bits of a hash of the document and of what else goes into the file."""
    head = repr((replace(document, body=()), beside))
    body = (told for part in document.body for told in _held(part))
    return _hashed(_BETWEEN.join((head, *body)).encode("utf-8", "surrogatepass"), _EXPORT_LENGTH)


def _held(part: Paragraph | Table) -> Iterator[str]:
    """Yield all that a part holds as text, which is made far sooner than that of our own values."""
    if isinstance(part, Table):
        yield f"{part.caption}{_BETWEEN}{part.description}{_BETWEEN}{part.widths}{len(part.rows)}"
        for paragraph in part.paragraphs():
            yield from _held(paragraph)
        return
    yield f"{part.style}{_BETWEEN}{part.block}{_BETWEEN}{part.card}{_BETWEEN}{part.kind}{len(part.words)}"
    for words in part.words:
        if isinstance(words, Footnote):
            yield f"note{_BETWEEN}{words.source}{_BETWEEN}{len(words.words)}"
            yield from map(_told, words.words)
        else:
            yield _told(words)


def _told(words: Words | Link) -> str:
    more = words.url if isinstance(words, Link) else f"{words.bold:d}{words.italic:d}"
    return f"{words.text}{_BETWEEN}{more}"


class Anchors:
    """The bookmarks of one file, given out in reading order and never twice."""

    def __init__(self, export: str) -> None:
        self._export = export
        self._given: Counter[str] = Counter()

    def name(self, paragraph: Paragraph) -> str:
        """Return the paragraph's bookmark; empty for the 32,769th of one block, which no office writes."""
        number = self._given[paragraph.block]
        self._given[paragraph.block] += 1
        if number >= _HIGHEST:
            return ""
        said = f"{self._export}{_block(paragraph.block)}{_KINDS[paragraph.kind]}{_number(number)}"
        return f"{PREFIX}{said}{check_character(said)}"


def check_character(said: str) -> str:
    """Return the character that shows a slip in the others: odd weights find any one that is wrong."""
    return CROCKFORD[sum(map(mul, said.encode().translate(_VALUES), _WEIGHTS)) % len(CROCKFORD)]


def _block(block: str) -> str:
    """Return a block's ten characters; an id that has others, or a nought in front, is hashed (the record maps it)."""
    if not block:
        return "0" * _BLOCK_LENGTH
    plain = len(block) <= _BLOCK_LENGTH and not block.startswith("0") and set(block) <= set(CROCKFORD)
    return block.rjust(_BLOCK_LENGTH, "0") if plain else _hashed(block.encode(), _BLOCK_LENGTH)


def _hashed(held: bytes, length: int) -> str:
    bits = int.from_bytes(hashlib.sha256(held).digest()) >> (256 - _BITS * length)
    return _digits(bits, length)


@cache
def _number(number: int) -> str:
    return _digits(number, _NUMBER_LENGTH)


def _digits(number: int, length: int) -> str:
    return "".join(CROCKFORD[number >> _BITS * place & 31] for place in reversed(range(length)))
