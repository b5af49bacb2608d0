"""What a paragraph goes by on its way through Word and back: a hidden bookmark that says export, block and part.

`_bf1`, six characters of the export's id, ten of the block's, four of the part and one to check them, all in
Crockford's base 32: 25 characters, of the 40 Word allows. The underscore in front keeps them out of Word's list. A
bookmark holds no words of the card, and the file can be read back by its bookmarks alone.
"""

from __future__ import annotations

import hashlib
from collections import Counter

from briefing.document.document import Document, Paragraph
from briefing.model.ids import CROCKFORD

PREFIX = "_bf1"
_EXPORT_LENGTH = 6
_BLOCK_LENGTH = 10
_NUMBER_LENGTH = 3
_BITS = 5
_HIGHEST = len(CROCKFORD) ** _NUMBER_LENGTH
_KINDS = {"heading": "h", "paragraph": "p", "quotation": "q", "cell": "c"}


def export_id(document: Document, *beside: str) -> str:
    """Return the id of an export: thirty bits of a hash of the document and of what else goes into the file."""
    held = repr((document, beside)).encode("utf-8", "surrogatepass")
    return _hashed(held, _EXPORT_LENGTH)


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
        said = f"{self._export}{_block(paragraph.block)}{_KINDS[paragraph.kind]}{_digits(number, _NUMBER_LENGTH)}"
        return f"{PREFIX}{said}{check_character(said)}"


def check_character(said: str) -> str:
    """Return the character that shows a slip in the others: odd weights find any one that is wrong."""
    weighed = sum(CROCKFORD.index(character) * (2 * place + 1) for place, character in enumerate(said))
    return CROCKFORD[weighed % len(CROCKFORD)]


def _block(block: str) -> str:
    """Return a block's ten characters; an id that has others, or a nought in front, is hashed (the record maps it)."""
    if not block:
        return "0" * _BLOCK_LENGTH
    plain = len(block) <= _BLOCK_LENGTH and not block.startswith("0") and set(block) <= set(CROCKFORD)
    return block.rjust(_BLOCK_LENGTH, "0") if plain else _hashed(block.encode(), _BLOCK_LENGTH)


def _hashed(held: bytes, length: int) -> str:
    bits = int.from_bytes(hashlib.sha256(held).digest()) >> (256 - _BITS * length)
    return _digits(bits, length)


def _digits(number: int, length: int) -> str:
    return "".join(CROCKFORD[number >> _BITS * place & 31] for place in reversed(range(length)))
