"""A table of settings in library.toml: each with a default, and what is to be said of one that cannot be."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from typing import TYPE_CHECKING, Generic, Never, TypeVar, cast

from briefing.errors import Place
from briefing.model.finding import Finding, Severity
from briefing.model.literal import show_line
from briefing.model.office import Office
from briefing.wording import document as say

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

MISREAD = "LIB-10"
_Held = TypeVar("_Held", bound="DataclassInstance")
Bounds = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Misread:
    """A setting that cannot be, by its name, and what it should be."""

    name: str
    wanted: str


@dataclass(frozen=True)
class Settings(Generic[_Held]):
    """How `[settings.name]` is read. A setting is of its default's type: on or off, words, a number, or two bounds."""

    name: str
    house: _Held
    """The values of an office that sets nothing."""
    bounds: Mapping[str, Bounds]
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    others: Mapping[str, Callable[[object], str]] = field(default_factory=dict)
    """What says of a setting that is like no other what it should be; empty where it is that."""

    @cached_property
    def defaults(self) -> Mapping[str, object]:
        """The default of every setting, by its name."""
        return {each.name: getattr(self.house, each.name) for each in fields(self.house)}

    def of(self, office: Office) -> _Held:
        """Return the office's settings; a value that cannot be counts as not set."""
        good = {name: _held(value) for name, value in self._given(office) if not self._wanted(name, value)}
        fitting: dict[str, Never] = cast("dict[str, Never]", good)  # each is of its field's type, as was just found
        return replace(self.house, **fitting)

    def misread(self, office: Office) -> tuple[Misread, ...]:
        """Return the settings that cannot be."""
        if not isinstance(office.settings.get(self.name, {}), Mapping):
            return (Misread(self.name, say.wanted_table(self.name)),)
        return tuple(
            Misread(name, wanted) for name, value in self._given(office) if (wanted := self._wanted(name, value))
        )

    def findings(self, office: Office) -> Iterator[Finding]:
        """Yield a finding for each that cannot be: where it stands, what it should be, what is used instead."""
        section = f"settings.{self.name}"
        for setting in self.misread(office):
            line = office.setting_lines.get(f"{section}.{setting.name}") or office.setting_lines.get(section)
            yield Finding(
                rule=MISREAD,
                severity=Severity.WARN,
                message=say.misread(show_line(setting.name), setting.wanted),
                place=Place("library.toml", line),
                field=show_line(setting.name),
                suggestion=self._advice(setting.name),
            )

    def _given(self, office: Office) -> Iterable[tuple[str, object]]:
        given = office.settings.get(self.name, {})
        return given.items() if isinstance(given, Mapping) else ()

    def _advice(self, name: str) -> str:
        if name == self.name:
            return say.all_defaults(self.name)
        if name in self.defaults:
            return say.used_instead(_spelt(self.defaults[name]))
        near = difflib.get_close_matches(name.casefold(), self.defaults, n=1)
        return say.perhaps(near[0]) if near else say.TAKE_SETTING_OUT

    def _wanted(self, name: str, value: object) -> str:
        """Return what a setting should be; empty where it is that."""
        if name in self.others:
            return self.others[name](value)
        bounds = self.bounds.get(name, (0, 0))
        match self.defaults.get(name):
            case None:
                return say.NO_SETTING
            case bool():
                return "" if isinstance(value, bool) else say.WANTED_FLAG
            case str():
                return "" if self._is_word(name, value) else say.wanted_word(self.choices.get(name))
            case tuple():
                return "" if _is_range(value, bounds) else say.wanted_range(bounds)
            case _:
                return "" if is_number(value, bounds) else say.wanted_number(bounds)

    def _is_word(self, name: str, value: object) -> bool:
        if not isinstance(value, str):
            return False
        return value in self.choices[name] if name in self.choices else show_line(value) == value


def is_number(value: object, bounds: Bounds) -> bool:
    """Whether a value is a number within bounds."""
    return isinstance(value, int | float) and not isinstance(value, bool) and bounds[0] <= value <= bounds[1]


def _held(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _spelt(default: object) -> str:
    """Return a default as TOML writes it."""
    match default:
        case bool():
            return "true" if default else "false"
        case tuple():
            return f"[{', '.join(map(str, default))}]"
        case str():
            return f'"{default}"'
        case _:
            return f"{default:g}"


def _is_range(value: object, bounds: Bounds) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(is_number(one, bounds) for one in value)
        and value[0] < value[1]
    )
