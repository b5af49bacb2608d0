"""What a rule's settings say to a named check, as the types it needs them in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from re import Pattern
from typing import cast

from briefing.rules.rule import Rule


def texts_of(settings: Mapping[str, object], name: str) -> tuple[str, ...]:
    """Return a setting that is a list of texts; raises KeyError where it is not set."""
    return tuple(map(str, cast("list[object]", settings[name])))


def number_of(settings: Mapping[str, object], name: str) -> int:
    """Return a setting that is a whole number; raises KeyError where it is not set."""
    return int(str(settings[name]))


def pattern_of(rule: Rule, name: str) -> Pattern[str]:
    """Return a setting that is a pattern, or a list of them: then any of these. Raises KeyError where it is not set."""
    value = rule.settings[name]
    return compiled("|".join(f"(?:{part})" for part in value) if isinstance(value, list) else str(value))


@cache
def compiled(pattern: str) -> Pattern[str]:
    """Return a pattern, made ready once."""
    return re.compile(pattern)
