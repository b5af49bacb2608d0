"""Names of private people in a text: of whoever is on none of the office's lists."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.rules.lists import Lists
from briefing.rules.passages import Passage
from briefing.rules.sentences import Span

_WORD = r"[A-Z][a-z]+(?:[\u2019'-][A-Z]?[a-z]+)*"
_NAMES = re.compile(rf"(?P<title>\b(?:Mr|Mrs|Ms|Miss|Mx|Master|Baby)\.? )?\b(?P<name>{_WORD}(?: {_WORD}){{0,5}})")
_OWNER = re.compile(r"[\u2019']s\b")
_NO_NAME = frozenset(
    "the a an if in on at as he she they we i it this that these those there her his their our my your when where why "
    "what who which how before after since until while because but and or so yet with without for from by to of no not "
    "one two three dear thank mr madam sir january february march april may june july august september october "
    "november december monday tuesday wednesday thursday friday saturday sunday introducing until last next".split()
)
"""Words with a capital that begin a sentence or tell a date, and no name."""
_NO_PERSON = frozenset(
    "house commons lords parliament government bill act committee council court courts crown inquiry review minister "
    "ministers ministry secretary state home prime member members service police authority party department office "
    "register trust university hospital school academy college kingdom england wales scotland ireland britain london "
    "road street lane avenue county city borough constituency national royal european union treasury commission "
    "agency society association charity foundation limited ltd company health education justice foreign defence "
    "speaker director public prosecutions reading statement report green north south east west northern southern "
    "labour conservative conservatives reform liberal democrats parliamentary mps mp friend gentleman lady hon".split()
)
"""Words that no name of a person holds, or hardly one."""


def find_private(passage: Passage, lists: Lists, within: Span | None = None) -> Span | None:
    """Return where a passage first names somebody the office does not list; None where it names nobody so."""
    known = _known(lists)
    first, last = within or (0, len(passage.text))
    for found in _NAMES.finditer(passage.text, first, last):
        span = _person(found, known)
        if span:
            return span
    return None


def _person(found: re.Match[str], known: frozenset[str]) -> Span | None:
    words = list(re.finditer(r"\S+", found["name"]))
    while words and words[0][0].lower() in _NO_NAME:
        words = words[1:]
    has_title = bool(found["title"]) and len(words) == len(found["name"].split())
    plain = [_OWNER.sub("", word[0]) for word in words]
    if not words or (len(words) == 1 and not has_title) or not _NO_PERSON.isdisjoint(map(str.lower, plain)):
        return None
    if not has_title and any(" ".join(plain[at : at + 2]).casefold() in known for at in range(len(plain) - 1)):
        return None
    start = found.start("title") if has_title else found.start("name") + words[0].start()
    return start, found.start("name") + words[-1].end()


@lru_cache(maxsize=8)
def _known(lists: Lists) -> frozenset[str]:
    """Return every two words that stand together in a name on the lists, in small letters."""
    named = (lists.people, lists.bodies, lists.constituencies, lists.parties)
    names = [name.casefold().split() for entries in named for entry in entries for name in entry.names]
    return frozenset(" ".join(words[at : at + 2]) for words in names for at in range(len(words) - 1))
