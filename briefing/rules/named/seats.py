"""Whom a text says a Member sits for, on the office's list or not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from briefing.rules.lists import Lists, Named
from briefing.rules.named.names import plain
from briefing.rules.remembering import remembered
from briefing.rules.sentences import Span

_SEATED = re.compile(r"\b(?P<members>Members?|member)(?: of Parliament)? for (?:the )?(?=[A-Z])")
_WORD = re.compile(r"[\w\u2019'&-]+")
_NEXT_SEAT = re.compile(r",? and for (?:the )?(?=[A-Z])|, for (?:the )?(?=[A-Z])")
_MOST_WORDS = 10
"""Words of a constituency's name, at most."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a text says whom a Member sits for."""

    start: int
    end: int
    name: str
    """As the text has it."""
    listed: tuple[Named, ...]
    """The constituencies of that name there are, or were."""


@remembered
def find_seats(text: str, lists: Lists) -> tuple[Seat, ...]:
    """Return each constituency that a Member is said to sit for, on a list or not."""
    return tuple(_seats(text, _by_seat(lists)))


def _seats(text: str, known: Mapping[str, tuple[Named, ...]]) -> Iterator[Seat]:
    for found in _SEATED.finditer(text):
        seat = _seat(text, found.start(), found.end(), known)
        yield seat
        while more := _NEXT_SEAT.match(text, seat.end):
            seat = _seat(text, more.end(), more.end(), known)
            yield seat


def _seat(text: str, start: int, place: int, known: Mapping[str, tuple[Named, ...]]) -> Seat:
    """Return the seat named at a place: the longest name that is listed, else all that looks like one."""
    words = list(_words(text, place))
    for count in range(len(words), 0, -1):
        end = words[count - 1][1]
        listed = known.get(_seat_key(text[place:end])) or known.get(_seat_key(_owner(text[place:end])))
        if listed and not _goes_on(text, words, count):
            return Seat(start, end, text[place:end], listed)
    end = words[-1][1] if words else place
    return Seat(start, end, text[place:end], ())


def _words(text: str, place: int) -> Iterator[Span]:
    """Yield the words of a name: with a capital, or small ones between such, commas among them."""
    small: list[Span] = []
    for _ in range(_MOST_WORDS):
        word = _WORD.match(text, place)
        if word is None or plain(word[0]).partition("'")[0] in _NO_PLACE:
            return
        if word[0][0].isupper() or word[0][1:2] == "-" or (word[0] == "&" and small == []):
            yield from small
            yield word.span()
            small = []
        elif word[0] in _SMALL:
            small.append(word.span())
        else:
            return
        place = word.end() + (word[0] == "St" and text.startswith(". ", word.end()))
        if text.startswith(", ", place):
            place += 2
        elif text.startswith(" ", place):
            place += 1
        else:
            return


_SMALL = frozenset("and of upon under the in on le an".split())
_NO_PLACE = frozenset("I Mr Mrs Ms Miss Dr Sir Dame Madam".split())
"""What has a capital and is no part of a place's name."""


def _goes_on(text: str, words: list[Span], count: int) -> bool:
    """Whether the name has a further word straight after it: then it is another."""
    return count < len(words) and text[words[count - 1][1]] == " " and text[words[count][0]].isupper()


def _owner(name: str) -> str:
    return re.sub(r"[\u2019']s?$", "", name)


def _seat_key(name: str) -> str:
    return " ".join(plain(name).replace("&", "and").replace(",", "").replace("St.", "St").casefold().split())


@lru_cache(maxsize=8)
def _by_seat(lists: Lists) -> Mapping[str, tuple[Named, ...]]:
    index: dict[str, tuple[Named, ...]] = {}
    for seat in lists.constituencies:
        for name in seat.names:
            index[_seat_key(name)] = (*index.get(_seat_key(name), ()), seat)
    return index
