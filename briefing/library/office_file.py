"""library.toml as values: the office, its Members, settings, lists and kinds."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from briefing.library.tables import FileText
from briefing.model import kinds
from briefing.model.entries import Entry
from briefing.model.kinds import Kind, read_kinds
from briefing.model.office import Member, Office
from briefing.model.pace import read_measured


@cache
def built_in_kinds() -> Mapping[str, Kind]:
    """Return the kinds of card every library has."""
    # Not by importlib.resources: the archives it could read from take as long to load as the library.
    text = Path(kinds.__file__).with_name("kinds.toml").read_text(encoding="utf-8")
    return read_kinds(tomllib.loads(text))


def read_office(text: FileText) -> Office:
    """Return what library.toml says; what is not as it should be is passed over, for the program must open."""
    office: dict[str, object] = {}
    settings: dict[str, object] = {}
    lists: dict[str, object] = {}
    kinds: dict[str, object] = {}
    for table in text.tables:
        section, _, below = table.array.partition(".")
        into = {"office": office, "settings": settings, "lists": lists, "kinds": kinds}.get(section)
        if into is not None and table.entry is not None:
            _put(into, below, table.entry)
    members = tuple(_read_member(table.entry) for table in text.of("member") if table.entry)
    return Office(
        name=_text(office, "name"),
        stationery=_text(office, "stationery"),
        members=members,
        settings=settings,
        setting_lines=_setting_lines(text),
        lists=lists,
        list_lines=_list_lines(text),
        kinds={**built_in_kinds(), **read_kinds(kinds)},
    )


def _put(into: dict[str, object], below: str, entry: Entry) -> None:
    """Place a table under its dotted name; entries that share a name become a list."""
    if not below:
        into.update(entry)
        return
    there = into.get(below)
    into[below] = [*there, entry] if isinstance(there, list) else entry if there is None else [there, entry]


def _setting_lines(text: FileText) -> dict[str, int]:
    """Return the line of every setting, and of the table it stands in."""
    tables = [table for table in text.tables if table.array.partition(".")[0] == "settings"]
    lines = {table.array: table.chunk.first + 1 for table in tables}
    return lines | {f"{table.array}.{key}": table.line_of(key) for table in tables for key in table.entry or {}}


def _list_lines(text: FileText) -> dict[str, int]:
    """Return the line of every entry of a list, and of its fields."""
    lines: dict[str, int] = {}
    counted: Counter[str] = Counter()
    for table in text.tables:
        section, _, name = table.array.partition(".")
        if section == "lists" and table.entry is not None:
            entry = f"{name}.{counted[name]}" if name else ""
            counted[name] += 1
            lines[entry] = table.chunk.first + 1
            lines |= {f"{entry}.{key.name}" if entry else key.name: key.first + 1 for key in table.chunk.keys}
    return lines


def _read_member(entry: Entry) -> Member:
    measured = read_measured(entry.get("pace"))
    known = {"id", "name", "constituency", "party", *(["pace"] if measured else [])}
    return Member(
        id=_text(entry, "id"),
        name=_text(entry, "name"),
        constituency=_text(entry, "constituency"),
        party=_text(entry, "party"),
        pace=measured.pace if measured else None,
        minutes=measured.minutes if measured else 0,
        words=measured.words if measured else 0,
        extra={name: value for name, value in entry.items() if name not in known},
    )


def _text(entry: Mapping[str, object], name: str) -> str:
    value = entry.get(name)
    return value if isinstance(value, str) else ""
