"""What was found in a text is kept: while one writes, all paragraphs but one are as they were."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar, TypeVarTuple, cast

_Further = TypeVarTuple("_Further")
_Found = TypeVar("_Found")

_KEPT = 8_192
"""Texts: those of an outline or two, for every rule."""
_LONGEST = 4_000
"""Characters of a text that is kept: more is no paragraph."""


def remembered(find: Callable[[str, *_Further], _Found]) -> Callable[[str, *_Further], _Found]:
    """Return a function of a text, and what else can be told apart, that keeps its answers; nobody may change these."""
    kept = cast("Callable[[str, *_Further], _Found]", lru_cache(maxsize=_KEPT)(find))

    def remembering(text: str, *further: *_Further) -> _Found:
        return kept(text, *further) if len(text) <= _LONGEST else find(text, *further)

    return remembering
