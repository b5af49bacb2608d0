"""A section of an office's settings in library.toml: what counts of it, and a finding for what cannot be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from briefing.errors import Place
from briefing.model.finding import Finding, Severity
from briefing.model.literal import show_line
from briefing.model.office import Office
from briefing.wording import ladder as say

MISREAD = "LIB-10"


@dataclass(frozen=True, slots=True)
class Setting:
    """What a setting may be, and what it is where an office does not set it."""

    is_good: Callable[[object], bool]
    wanted: str
    usual: Callable[[], object]
    """Asked for only where it is told."""


@dataclass(frozen=True, slots=True)
class Section:
    """The settings under one name, `[settings.NAME]`."""

    name: str
    settings: Mapping[str, Setting]

    def read(self, office: Office) -> dict[str, object]:
        """Return what an office has set; a value that cannot be counts as not set."""
        given = office.settings.get(self.name, {})
        if not isinstance(given, Mapping):
            return {}
        known = self.settings.items()
        return {name: given[name] for name, setting in known if name in given and setting.is_good(given[name])}

    def findings(self, office: Office) -> Iterator[Finding]:
        """Yield a finding for each setting that cannot be: where it stands and what is used instead."""
        given = office.settings.get(self.name, {})
        if not isinstance(given, Mapping):
            yield self._finding(office, "", say.wanted_table(self.name), say.all_defaults(self.name))
            return
        for name, value in given.items():
            known = self.settings.get(name)
            if known is None:
                yield self._finding(office, name, say.NO_SETTING, say.TAKE_SETTING_OUT)
            elif not known.is_good(value):
                yield self._finding(office, name, known.wanted, say.used_instead(str(known.usual())))

    def _finding(self, office: Office, name: str, wanted: str, advice: str) -> Finding:
        section = f"settings.{self.name}"
        line = office.setting_lines.get(f"{section}.{name}") or office.setting_lines.get(section)
        shown = show_line(name or self.name)
        return finding(say.misread(shown, wanted), advice, line, shown)


def finding(message: str, advice: str, line: int | None = None, field: str = "") -> Finding:
    """Return what is to be told of something in library.toml that is not used."""
    place = Place("library.toml", line)
    return Finding(MISREAD, Severity.WARN, message, place, field=field, suggestion=advice)


def is_whole(most: int) -> Callable[[object], bool]:
    """Return whether a value is a whole number from 0 to `most`."""
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most


def is_line(value: object) -> bool:
    """Whether a value is a line of text."""
    return isinstance(value, str) and bool(value.strip()) and "\n" not in value


def is_day(value: object) -> bool:
    """Whether a value is a day, and no hour of it."""
    return isinstance(value, date) and not isinstance(value, datetime)
