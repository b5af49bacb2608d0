"""Where a text names somebody who is on the office's lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from briefing.rules.lists import Lists, Person
from briefing.rules.remembering import remembered
from briefing.rules.sentences import Span, is_within

HONORIFIC = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame)\.? "
_HONOURED = re.compile(rf"\b{HONORIFIC}(?P<first>(?:[A-Z][\w\u2019'-]* )?)\Z")
_NAME = re.compile(r"\b[A-Z][\w-]*(?:[\u2019'][A-Z][\w-]*)?")
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_ANY_NAME = r"[A-Z][\w.\u2019'-]*(?: [A-Z][\w.\u2019'-]*){1,3}"
_ROW_AFTER = re.compile(rf", {_ANY_NAME}(?:,| and) (?:and )?[A-Z]")
_ROW_BEFORE = re.compile(rf"(?:{_ANY_NAME}, ){{2}}\Z|{_ANY_NAME}, {_ANY_NAME},? and \Z")
_REACH = 150
"""Characters: how far before a name others are looked for in a row with it."""
_LONGEST = 60
"""Characters of a name before its last word, at most."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text names a person, and how."""

    start: int
    end: int
    person: Person


@remembered
def find_members(text: str, lists: Lists, on: date) -> tuple[Mention, ...]:
    """Return where a Member who sits on a day is named: by the whole name, or the surname with Mr, Dr or Dame."""
    index = _by_surname(lists)
    found = (
        _mention(text, name.span(), known, on) for name in _NAME.finditer(text) if (known := index.get(plain(name[0])))
    )
    return tuple(mention for mention in found if mention)


def find_bare(text: str, lists: Lists, on: date) -> Iterator[Mention]:
    """Yield the same but for what stands in brackets, and for names in a row: a list of those who bring in a Bill."""
    mentions = find_members(text, lists, on)
    if not mentions:
        return
    bracketed = [found.span() for found in _BRACKETED.finditer(text)]
    for mention in mentions:
        if not is_within(bracketed, mention.start, mention.end) and not _is_in_row(text, mention):
            yield mention


def _is_in_row(text: str, mention: Mention) -> bool:
    """Whether another name follows or goes before, and a further one that, with nothing but commas between."""
    if _ROW_AFTER.match(text, mention.end):
        return True
    start = mention.start
    may_follow = text.endswith((", ", "and "), 0, start)
    return may_follow and _ROW_BEFORE.search(text, max(0, start - _REACH), start) is not None


def _mention(text: str, span: Span, known: tuple[Person, ...], on: date) -> Mention | None:
    """Return whom a surname means; None where it is nobody who sits, or may be somebody who does not."""
    start, end = span
    before = plain(text[max(0, start - _LONGEST) : end])
    for person in known:
        for name in person.names:
            if before.endswith(plain(name)) and not before[: -len(name)][-1:].isalnum():
                return Mention(_honoured_from(text, end - len(name)), end, person) if person.sits(on) else None
    if not all(person.sits(on) for person in known):
        return None  # somebody else of that name is no Member, and this may be them
    for person in known:
        for surname in _surnames(person):
            if before.endswith(surname):
                honoured = _HONOURED.search(text, max(0, end - len(surname) - _LONGEST), end - len(surname))
                if honoured and not honoured["first"]:
                    return Mention(honoured.start(), end, person)
    return None


def _honoured_from(text: str, start: int) -> int:
    honoured = _HONOURED.search(text, max(0, start - 8), start)
    return honoured.start() if honoured and not honoured["first"] else start


def _surnames(person: Person) -> tuple[str, ...]:
    """Return what may be the surname: all words but the first, and fewer and fewer of them."""
    words = plain(person.name).split()
    return tuple(" ".join(words[at:]) for at in range(1, len(words)))


@lru_cache(maxsize=8)
def _by_surname(lists: Lists) -> Mapping[str, tuple[Person, ...]]:
    """Return the people by the last word of each of their names."""
    index: dict[str, tuple[Person, ...]] = {}
    for person in lists.people:
        for name in person.names:
            last = plain(name.split()[-1])
            index[last] = tuple({id(one): one for one in (*index.get(last, ()), person)}.values())
    return index


def plain(text: str) -> str:
    """Return a text with straight apostrophes."""
    return text.replace("\u2019", "'")


_STYLED = re.compile(
    r"\b(?P<style>Lord|Lady|Baroness|Baron|Dame|Sir|Professor|Viscount|Viscountess|Earl|Countess)"
    r" (?P<first>(?:[A-Z][\w\u2019'-]* )?)\Z"
)


@dataclass(frozen=True, slots=True)
class Naming:
    """Where a text names somebody who is listed, who that may be, and with which style."""

    start: int
    end: int
    people: tuple[Person, ...]
    style: str = ""


@remembered
def find_named(text: str, lists: Lists) -> tuple[Naming, ...]:
    """Return where somebody is named, in order: by the whole name, or the surname with a style before it."""
    index = _by_surname(lists)
    found = (_naming(text, name.span(), known) for name in _NAME.finditer(text) if (known := index.get(plain(name[0]))))
    return tuple(naming for naming in found if naming)


def _naming(text: str, span: Span, known: tuple[Person, ...]) -> Naming | None:
    start, end = span
    before = plain(text[max(0, start - _LONGEST) : end])
    whole = [(person, name) for person in known for name in person.names if before.endswith(plain(name))]
    if whole:
        start = end - max(len(name) for _, name in whole)
        people = tuple(person for person, _ in whole)
        styled = _STYLED.search(text, max(0, start - _LONGEST), start)
        honoured = styled if styled and not styled["first"] else None
        return Naming(honoured.start() if honoured else start, end, people, honoured["style"] if honoured else "")
    styled = _STYLED.search(text, max(0, start - _LONGEST), start)
    if styled and not styled["first"]:
        return Naming(styled.start(), end, known, styled["style"])
    return (
        Naming(honoured.start(), end, known)
        if (honoured := _HONOURED.search(text, max(0, start - _LONGEST), start))
        else None
    )
