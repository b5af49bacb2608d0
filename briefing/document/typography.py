"""Where a line must not end: between a number and its unit, a clause and its number, a day and its month.

Spaces become spaces that do not break; no other sign of a text is touched. Exact words stay exact, since white space
is not among what is compared.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from briefing.document.layout import Layout
from briefing.model.literal import show

NON_BREAKING = "\u00a0"

_COUNTED = frozenset(
    "thousand million billion trillion per percent percentage year years month months week weeks day days hour hours "
    "minute minutes second seconds mile miles metre metres km kg tonne tonnes hectare hectares acre acres "
    "January February March April May June July August September October November December".split()
)
"""What a number before it belongs to."""
_NUMBERED = frozenset(
    "clause clauses section sections subsection subsections schedule schedules paragraph paragraphs article articles "
    "part parts chapter chapters amendment amendments page pages column columns line lines volume volumes division "
    "divisions table tables figure figures regulation regulations rule rules order orders recommendation "
    "recommendations cl. cls. s. ss. para. paras. p. pp. col. cols. vol. no. nos. hc hl cp cm cmd cmnd sn cbp".split()
)
"""What a number after it belongs to, in small letters."""
_TITLES = frozenset("Mr Mrs Ms Miss Dr Sir Dame Lord Lady Baroness Professor St".split())
_OPENING = "([\u201c\u2018\n\t"


def _ends(words: Iterable[str]) -> str:
    return "|".join(sorted({re.escape(word[-2:]) for word in words}))


_SPACE = re.compile(
    rf" (?=\d(?<=(?i:{_ends(_NUMBERED)}) .)"
    rf"|[{''.join(sorted({word[0] for word in _COUNTED}))}](?<=\d .)"
    rf"|[A-Z](?<=(?:{_ends({*_TITLES, 'per'})}) .)"
    r"|c(?<=\bper c)ent\b)"
)
"""A space that may have to bind. Most need not, as is soon seen by the letter after it and the two before it."""
_WORD = re.compile(r"[^\W\d_]+")


def bind(text: str) -> str:
    """Return a text with spaces that do not break where a line must not end."""
    return _SPACE.sub(_bound, text)


def shown_by(layout: Layout) -> Callable[[str], str]:
    """Return how text is written into a file: what hides is made visible, what belongs together is bound."""
    return _shown_and_bound if layout.typography else show


def _shown_and_bound(text: str) -> str:
    return bind(show(text))


def _bound(found: re.Match[str]) -> str:
    before = found.string[found.string.rfind(" ", 0, found.start()) + 1 : found.start()].lstrip(_OPENING)
    after = _WORD.match(found.string, found.end())
    binds = (
        before.lower() in _NUMBERED
        if after is None
        else before in _TITLES or before == "per" or (before[-1:].isdigit() and after[0] in _COUNTED)
    )
    return NON_BREAKING if binds else " "
