"""The rules that are shipped, from their files; a file that says what no rule can say is refused with its place."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from re import Pattern
from typing import cast

from briefing.model.finding import Severity
from briefing.rules.rule import Lift, Near, Rule, Trial

_Table = Mapping[str, object]
_KNOWN = frozenset(
    "id name severity types message suggest authority authority_checked pattern check only_with said_only "
    "skip_quoted unless_before unless_after unless_near lift settings test_hit test_miss".split()
)


@cache
def shipped_rules() -> tuple[Rule, ...]:
    """Return the rules of this program, by id; raises ValueError where a file of them cannot be read as rules."""
    folder = files("briefing.rules") / "shipped"
    found = [
        rule
        for file in folder.iterdir()
        if file.name.endswith(".toml")
        for rule in read_rules(file.read_text(encoding="utf-8"))
    ]
    return tuple(sorted(found, key=lambda rule: rule.id))


def read_rules(text: str) -> tuple[Rule, ...]:
    """Return the rules a file holds; raises ValueError that names the rule where one cannot be read.

    `[words]` gives names to parts of patterns, which stand in them in braces, as `{member}`: as a group of their own.
    A part may hold the names of those that follow it.
    """
    table = tomllib.loads(text)
    words = {f"{{{name}}}": f"(?:{part})" for name, part in _table(table.get("words", {})).items()}
    return tuple(_read_rule(_table(rule), words) for rule in cast("list[object]", table.get("rule", [])))


def _read_rule(table: _Table, words: Mapping[str, str]) -> Rule:
    name = str(table.get("id", "?"))
    unknown = set(table) - _KNOWN
    if unknown:
        raise ValueError(f"rule {name} says {', '.join(sorted(unknown))}, which no rule does")
    if ("pattern" in table) == ("check" in table):
        raise ValueError(f"rule {name} needs either a pattern or a check")
    try:
        return _rule(table, words)
    except (KeyError, ValueError, TypeError, re.error) as error:
        raise ValueError(f"rule {name}: {error!r}") from error


def _rule(table: _Table, words: Mapping[str, str]) -> Rule:
    checked = table["authority_checked"]
    if not isinstance(checked, date):
        raise TypeError("authority_checked is no date")

    def patterns(name: str) -> tuple[Pattern[str], ...]:
        return tuple(_pattern(part, words) for part in _list(table.get(name, [])))

    return Rule(
        id=str(table["id"]),
        name=str(table["name"]),
        severity=Severity(str(table["severity"])),
        types=frozenset(map(str, _list(table["types"]))),
        message=str(table["message"]),
        suggest=str(table.get("suggest", "")),
        authority=str(table["authority"]),
        authority_checked=checked,
        pattern=_pattern(table["pattern"], words) if "pattern" in table else None,
        check=str(table.get("check", "")),
        only_with=frozenset(str(word).lower() for word in _list(table.get("only_with", []))),
        said_only=table.get("said_only") is True,
        skip_quoted=table.get("skip_quoted") is True,
        unless_before=patterns("unless_before"),
        unless_after=patterns("unless_after"),
        unless_near=_near(_table(table["unless_near"]), words) if "unless_near" in table else None,
        lift=Lift(str(table.get("lift", Lift.REASON))),
        settings={name: _expanded(value, words) for name, value in _table(table.get("settings", {})).items()},
        test_hit=tuple(_trials(table.get("test_hit", []))),
        test_miss=tuple(_trials(table.get("test_miss", []))),
    )


def _near(table: _Table, words: Mapping[str, str]) -> Near:
    sentences = table.get("sentences", 0)
    if not isinstance(sentences, int):
        raise TypeError("sentences is no number")
    return Near(sentences, tuple(_pattern(part, words) for part in _list(table["any"])))


def _pattern(value: object, words: Mapping[str, str]) -> Pattern[str]:
    """Return a pattern; of several, one that is any of them."""
    pattern = "|".join(f"(?:{part})" for part in value) if isinstance(value, list) else str(value)
    return re.compile(str(_expanded(pattern, words)))


def _expanded(value: object, words: Mapping[str, str]) -> object:
    """Return a text, or a list of them, with the parts in the place of their names."""
    if isinstance(value, list):
        return [_expanded(one, words) for one in value]
    if isinstance(value, str):
        for name, part in words.items():
            value = value.replace(name, part)
        if unknown := _NAMED.search(value):
            raise ValueError(f"{unknown[0]} is none of the words, or stands before its own")
    return value


_NAMED = re.compile(r"\{[a-z_]+\}")
"""The name of a part, as it stands in a pattern."""


def _trials(value: object) -> Iterator[Trial]:
    for trial in _list(value):
        if isinstance(trial, str):
            yield Trial(trial)
        else:
            table = _table(trial)
            card, block, head = (_table(table.get(name, {})) for name in ("card", "block", "head"))
            yield Trial(str(table.get("text", "")), card, block, head)


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError(f"{value!r} is no list")
    return value


def _table(value: object) -> _Table:
    if not isinstance(value, dict):
        raise TypeError(f"{value!r} is no table")
    return value
