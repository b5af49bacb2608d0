"""A rule: what it looks for, in which documents, what it says, and on whose authority."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from re import Pattern

from briefing.model.finding import Severity

EVERY_TYPE = "*"
"""Among the types of document of a rule: all of them."""


class Lift(StrEnum):
    """What lets a stop pass."""

    REASON = "reason"
    """A named person's reason, given at export and kept in its record."""
    CONSENT = "consent"
    """A consent recorded on the card, and nothing said at export."""


@dataclass(frozen=True, slots=True)
class Near:
    """Words that excuse a match where they stand within so many sentences of it."""

    sentences: int
    any: tuple[Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """Words the rule is tried on: a text, with the card it rests on and the outline's head where these matter."""

    text: str
    card: Mapping[str, object] = field(default_factory=dict)
    block: Mapping[str, object] = field(default_factory=dict)
    head: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a file in `shipped/`. It looks by a pattern, or by a check of that name in `named/`."""

    id: str
    name: str
    severity: Severity
    types: frozenset[str]
    """The types of document it runs on, as products name them; `EVERY_TYPE` for all."""
    message: str
    """What a finding says. `{words}` is what was found; a named check may give further words."""
    suggest: str
    authority: str
    authority_checked: date
    pattern: Pattern[str] | None = None
    check: str = ""
    only_with: frozenset[str] = frozenset()
    """Words in small letters, one of which a document must hold for the rule to have anything to say of it: what costs
    next to nothing is looked for first."""
    said_only: bool = False
    """Whether what is not said is nothing to this rule: the outline's head, and headings."""
    skip_quoted: bool = False
    """Whether words in quotation marks are somebody else's, and nothing to this rule."""
    unless_before: tuple[Pattern[str], ...] = ()
    """Patterns that excuse a match where what stands before it, in its paragraph, ends with one."""
    unless_after: tuple[Pattern[str], ...] = ()
    """The same for what stands after it, which then begins with one."""
    unless_near: Near | None = None
    lift: Lift = Lift.REASON
    settings: Mapping[str, object] = field(default_factory=dict)
    """Figures and words a named check works with."""
    test_hit: tuple[Trial, ...] = ()
    test_miss: tuple[Trial, ...] = ()

    def runs_on(self, document: str) -> bool:
        """Whether it looks at documents of that type."""
        return EVERY_TYPE in self.types or document in self.types
