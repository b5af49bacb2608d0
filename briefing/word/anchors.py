"""What a paragraph goes by on its way through Word and back: a hidden bookmark that says export, block and part.

`_bf1`, six characters of the export's id, ten of the block's, four of the part and one to check them, all in
Crockford's base 32: 25 characters, of the 40 Word allows. The underscore in front keeps them out of Word's list. A
bookmark holds no words of the card, and the file can be read back by its bookmarks alone.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache
from operator import mul

from briefing.document.document import Code, Document, Footnote, Inline, Link, Paragraph, Table, Words
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
_Weighed = tuple[str, int]
"""Characters of a bookmark, and what they count together."""
_SET = {(False, False): "00", (True, False): "10", (False, True): "01", (True, True): "11"}
_KINDS = {"heading": "h", "paragraph": "p", "quotation": "q", "cell": "c"}


def export_id(document: Document, *beside: str) -> str:
    """Return the id of an export: thirty bits of a hash of the document and of what else goes into the file."""
    head = repr((replace(document, body=()), beside))
    hashed = hashlib.sha256(_encoded(head))
    for part in document.body:  # one after the other: together they are as long as the file
        hashed.update(_encoded(f"{_BETWEEN}{_held(part)}"))
    return _digits_of(hashed.digest(), _EXPORT_LENGTH)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _held(part: Paragraph | Table) -> str:
    """Return all that a part holds as text, which is made far sooner than that of our own values."""
    if isinstance(part, Table):
        table = f"{part.caption}{_BETWEEN}{part.description}{_BETWEEN}{part.widths}{len(part.rows)}"
        return _BETWEEN.join((table, *map(_held, part.paragraphs())))
    kind = f"{part.kind}{len(part.words)}"
    page = ("page",) if part.begins_page else ()
    return _BETWEEN.join((part.style, part.block, part.card, kind, *page, *map(_told, part.words)))


def _told(words: Inline) -> str:
    match words:
        case Words():
            return f"{words.text}{_BETWEEN}{_SET[words.bold, words.italic]}"
        case Link():
            return f"{words.text}{_BETWEEN}{words.url}"
        case Code():
            return f"code{_BETWEEN}{words.text}"
        case Footnote():
            note = f"note{_BETWEEN}{words.source}{_BETWEEN}{len(words.words)}"
            return _BETWEEN.join((note, *map(_told, words.words)))


class Anchors:
    """The bookmarks of one file, given out in reading order and never twice."""

    def __init__(self, export: str) -> None:
        self._export = export
        self._given: dict[str, int] = {}
        self._of_block: dict[str, _Weighed] = {}

    def name(self, paragraph: Paragraph) -> str:
        """Return the paragraph's bookmark; empty for the 32,769th of one block, which no office writes."""
        block = paragraph.block
        number = self._given[block] = self._given.get(block, -1) + 1
        if number >= _HIGHEST:
            return ""
        before, weight = self._of_block.get(block) or self._begin(block)
        after, rest = _end(paragraph.kind, number)
        return f"{PREFIX}{before}{after}{CROCKFORD[(weight + rest) % len(CROCKFORD)]}"

    def _begin(self, block: str) -> _Weighed:
        """Return what all bookmarks of a block begin with."""
        begun = self._of_block[block] = _weighed(f"{self._export}{_block(block)}", 0)
        return begun


@cache
def _end(kind: str, number: int) -> _Weighed:
    """Return what the bookmark of a paragraph of that kind and number in its block ends with."""
    return _weighed(f"{_KINDS[kind]}{_digits(number, _NUMBER_LENGTH)}", _EXPORT_LENGTH + _BLOCK_LENGTH)


def _weighed(said: str, place: int) -> _Weighed:
    return said, sum(map(mul, said.encode().translate(_VALUES), _WEIGHTS[place:]))


def check_character(said: str) -> str:
    """Return the character that shows a slip in the others: odd weights find any one that is wrong."""
    _, weight = _weighed(said, 0)
    return CROCKFORD[weight % len(CROCKFORD)]


def _block(block: str) -> str:
    """Return a block's ten characters; an id that has others, or a nought in front, is hashed (the record maps it)."""
    if not block:
        return "0" * _BLOCK_LENGTH
    plain = len(block) <= _BLOCK_LENGTH and not block.startswith("0") and set(block) <= set(CROCKFORD)
    return block.rjust(_BLOCK_LENGTH, "0") if plain else _hashed(block.encode(), _BLOCK_LENGTH)


def _hashed(held: bytes, length: int) -> str:
    return _digits_of(hashlib.sha256(held).digest(), length)


def _digits_of(digest: bytes, length: int) -> str:
    return _digits(int.from_bytes(digest) >> (256 - _BITS * length), length)


def _digits(number: int, length: int) -> str:
    return "".join(CROCKFORD[number >> _BITS * place & 31] for place in reversed(range(length)))
