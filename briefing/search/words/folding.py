"""Words as they are compared: without capitals, accents, hidden characters or punctuation."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_WORD = re.compile(r"[^ ]+")
_OTHERS = re.compile(r"[^\x00-\x7f]")
_THOUSANDS = re.compile(r",(?<=[0-9],)(?=[0-9]{3}(?![0-9]))")
"""The comma in 1,547 is no end of a word: who looks for 1547 means the same number. The pattern begins with the comma
since that is what can be found fast."""
_BEGUN = re.compile(r"(?<=[0-9]),(?=[0-9]{0,2}$)")
"""The comma in 1,5 while 1,547 is being typed."""
_DROPPED = frozenset({"Mn", "Me", "Cf"})
"""Accents, and characters one cannot see: a soft hyphen or a zero width must not hide a word from a search."""


class _Folds(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", chr(code)).casefold())
        folded = self[code] = "".join(map(_fold, letters))
        return folded


def _fold(letter: str) -> str:
    if unicodedata.category(letter) in _DROPPED:
        return ""
    return letter if letter.isalnum() else " "


_FOLDS = _Folds()
_PLAIN = str.maketrans({chr(code): _fold(chr(code).lower()) for code in range(128)})
"""The same for the letters most texts are made of: `str.translate` is three times as fast where every one is known."""

_FREQUENT = tuple(
    (letter, _FOLDS[ord(letter)]) for letter in "\u2019\u2018\u201c\u201d\u2013\u2014\u00a3\u2026\u00a0\u00e9"
)
"""What stands in most texts that are not ASCII alone: to replace these first takes a tenth of the time."""


class Word(NamedTuple):
    """One word of a text as it is compared, and where it stands in the text."""

    folded: str
    start: int
    end: int


def fold(text: str) -> str:
    """Return the text with letters and digits folded and everything else as spaces."""
    if "," in text:
        text = _THOUSANDS.sub("", text)
    return _fold_letters(text)


def _fold_letters(text: str) -> str:
    # `str.translate` is many times as fast where all letters are ASCII, and few texts have many others.
    if not text.isascii():
        for letter, folded in _FREQUENT:
            text = text.replace(letter, folded)
    if not text.isascii():
        text = _OTHERS.sub(_fold_other, text)
    return text.translate(_PLAIN)


def _fold_other(match: re.Match[str]) -> str:
    return _FOLDS[ord(match[0])]


def join_begun_number(text: str) -> str:
    """Return a text that is still being typed without the commas of numbers; 1,5 at its end may go on to 1,547."""
    # What has all its digits first: the last comma of 1,547,0 would take the other's three digits for four.
    return _BEGUN.sub("", _THOUSANDS.sub("", text)) if "," in text else text


def plain(text: str) -> str:
    """Return the folded words of a text, one space between them."""
    return " ".join(fold(text).split())


def spaced(text: str) -> str:
    """Return the folded words of a text with one space between them and around them."""
    return f" {plain(text)} "


def fold_in_place(text: str) -> str:
    """Return the text folded with every word where it stands; empty where some character folds to none, or to more."""
    return _fold_letters(text) if _folds_in_place(text) else ""


def words(text: str) -> tuple[Word, ...]:
    """Return the words of a text, in order."""
    if folded := fold_in_place(text):
        return tuple([Word(match[0], *match.span()) for match in _WORD.finditer(folded)])
    pieces = [_FOLDS[ord(letter)] for letter in text]
    for comma in _THOUSANDS.finditer(text):
        pieces[comma.start()] = ""
    origins = [where for where, piece in enumerate(pieces) for _ in piece]
    return tuple(
        Word(match[0], origins[match.start()], _end(pieces, origins[match.end() - 1]))
        for match in _WORD.finditer("".join(pieces))
    )


def _folds_in_place(text: str) -> bool:
    """Whether every character folds to just one, so that a word stands where it does in the folded text."""
    if "," in text and _THOUSANDS.search(text):
        return False
    return text.isascii() or all(len(_FOLDS[ord(letter)]) == 1 for letter in {*text} if letter > "\x7f")


def _end(pieces: list[str], last: int) -> int:
    """Return where a word ends: after its last letter, and the accents and hidden characters that hang on it."""
    end = last + 1
    while end < len(pieces) and not pieces[end]:
        end += 1
    return end
