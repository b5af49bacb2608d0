"""Words that two people changed since they were the same: both changes are kept, or it is said that they cannot be.

A merge of three (diff3): `before` is what both started from, `ours` what the outline says now, `after` what they made
of it. Words are compared as exact words are: by their letters, whatever their quotation marks, dashes and spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from briefing.evidence.quotations.evening import even

_TOKEN = re.compile(
    r"(?P<break>\s*\n[^\S\n]*\n\s*(?:- +)?"  # a blank line
    r"|\s*\n *- +|\A *- +)"  # the dash of an item
    r"|\s*\S+"
)
_BREAK = "\n"
"""What the end of a paragraph is to a comparison: no word is a line's end."""
_MOST = 4_000_000
"""Pairs of words that are compared: longer texts merge only where one side left them as they were."""


class Token(NamedTuple):
    """A word with the white space before it, or what stands between two paragraphs."""

    key: str
    raw: str


_NEW = Token(_BREAK, "")
"""The end of a paragraph that somebody else ended."""

_Tokens = Sequence[Token]


@dataclass(frozen=True, slots=True)
class _Region:
    """What stands between two places at which all three say the same."""

    before: _Tokens
    ours: _Tokens
    after: _Tokens
    is_first: bool = False
    is_last: bool = False


def merge(ours: str, before: str, after: str) -> str | None:
    """Return our text with what was done from `before` to `after`; None where both changed the same words.

    `before` may be a part of ours: what stands around it stays. A blank line parts paragraphs; a dash begins an item.
    """
    base, mine = _tokens(before), _tokens(ours)
    theirs = [_NEW if token.key == _BREAK else token for token in _tokens(after)]
    at = _find(base, mine)
    if at >= 0:
        end = at + len(base)
        merged: list[Token] | None = [*mine[:at], *_as_ours(mine[at:end], theirs), *mine[end:]]
    elif base:
        merged = _settled(base, mine, theirs)
    else:
        merged = [*mine, *([_NEW] if mine and theirs else []), *theirs]
    return None if merged is None else "".join(_written(merged)) + ours[len(ours.rstrip("\n")) :]


def likeness(words: str, text: str) -> float:
    """Return what share of some words stands in a text in their order, from 0 to 1."""
    some, all_ = _tokens(words), _tokens(text)
    if not some or len(some) * len(all_) > _MOST:
        return 0.0
    return 1.0 if _find(some, all_) >= 0 else len(_partners(some, all_)) / len(some)


def _tokens(text: str) -> list[Token]:
    found = _TOKEN.finditer(text.strip("\n"))
    return [Token(_BREAK if one.lastgroup else _key(one[0].strip()), one[0]) for one in found]


def _key(word: str) -> str:
    return word if word.isalnum() and word.isascii() else even(word).text


def _keys(tokens: _Tokens) -> list[str]:
    return [token.key for token in tokens]


def _find(some: _Tokens, tokens: _Tokens) -> int:
    """Return where some words stand in others one after the other, and nowhere else; -1 where they do not."""
    words, text = _keys(some), _keys(tokens)
    starts = range(len(text) - len(words) + 1) if words else ()
    places = [at for at in starts if text[at] == words[0] and text[at : at + len(words)] == words]
    return places[0] if len(places) == 1 else -1


def _as_ours(mine: _Tokens, theirs: _Tokens) -> list[Token]:
    """Return their words, with ours for those that are the same: these keep how they were written."""
    if len(mine) * len(theirs) > _MOST:
        return list(theirs)
    pairs = SequenceMatcher(None, _keys(mine), _keys(theirs), autojunk=False).get_opcodes()
    return [
        token
        for what, start, end, first, last in pairs
        for token in (mine[start:end] if what == "equal" else theirs[first:last])
    ]


def _settled(base: _Tokens, mine: _Tokens, theirs: _Tokens) -> list[Token] | None:
    if len(base) * max(len(mine), len(theirs)) > _MOST:
        return None
    merged: list[Token] = []
    for region in _regions(base, mine, theirs):
        words = _merged(region)
        if words is None:
            return None
        merged += words
    return merged


def _regions(base: _Tokens, mine: _Tokens, theirs: _Tokens) -> Iterator[_Region]:
    """Yield what may differ, and between two such regions each word that all three say."""
    in_mine, in_theirs = _partners(base, mine), _partners(base, theirs)
    shared = [at for at in range(len(base)) if at in in_mine and at in in_theirs]
    b = m = t = 0
    for at in shared:
        yield _Region(base[b:at], mine[m : in_mine[at]], theirs[t : in_theirs[at]], is_first=not b)
        b, m, t = at + 1, in_mine[at] + 1, in_theirs[at] + 1
        yield _Region((base[at],), (mine[m - 1],), (base[at],))
    yield _Region(base[b:], mine[m:], theirs[t:], is_first=not b, is_last=True)


def _partners(base: _Tokens, other: _Tokens) -> dict[int, int]:
    """Return where each word of the one stands in the other, as far as it does in the same order."""
    blocks = SequenceMatcher(None, _keys(base), _keys(other), autojunk=False).get_matching_blocks()
    return {block.a + step: block.b + step for block in blocks for step in range(block.size)}


def _merged(region: _Region) -> _Tokens | None:
    """Return what a region becomes; None where both sides changed it, each otherwise."""
    before, mine, theirs = _keys(region.before), _keys(region.ours), _keys(region.after)
    if theirs in (before, mine):
        return region.ours
    if mine == before:
        return region.after
    around = len(mine) - len(before)
    if region.is_first and around > 0 and mine[around:] == before:
        return (*region.ours[:around], *region.after)
    if region.is_last and around > 0 and mine[: len(before)] == before:
        return (*region.after, *region.ours[len(before) :])
    return None


def _written(tokens: _Tokens) -> Iterator[str]:
    """Yield what words are written as: no paragraph is left empty, and a new one in a list is an item."""
    item = between = ""
    is_begun = False
    for token in tokens:
        if token.key != _BREAK:
            yield between if between or not is_begun else _space(token.raw)
            yield token.raw.lstrip()
            between, is_begun = "", True
        elif token != _NEW:
            item = token.raw.rpartition("\n")[2]
            between = token.raw if is_begun else item
        else:
            between = (f"\n{item}" if item else "\n\n") if is_begun else ""


def _space(raw: str) -> str:
    """Return the white space before a word, which is never one that binds: where lines end is the page's affair."""
    ahead = raw[: len(raw) - len(raw.lstrip())]
    return ahead if ahead and ahead.isascii() else " "
