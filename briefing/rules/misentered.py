"""Entries of the office's lists that are not as they should be: where each stands, and what it should say."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from briefing.errors import Place
from briefing.model.finding import Finding, Severity
from briefing.model.literal import show_line
from briefing.model.office import Office
from briefing.rules.lists import LISTS, Entry, entries_of, read_period
from briefing.wording import rules as say

MISENTERED = "LIB-11"

_TEXT, _TEXTS, _DATE, _FLAG = "text", "texts", "date", "flag"
_EVERY = {"as_of": _DATE, "note": _TEXT}
_SPAN = {"since": _DATE, "until": _DATE}
_FIELDS: Mapping[str, Mapping[str, str]] = {
    "people": {
        "name": _TEXT,
        "style": _TEXT,
        "also": _TEXTS,
        "party": _TEXT,
        "constituency": _TEXT,
        "right_honourable": _FLAG,
        "member_since": _DATE,
        "member_until": _DATE,
        **_EVERY,
    },
    "offices": {"title": _TEXT, "holder": _TEXT, **_SPAN, **_EVERY},
    "parties": {"name": _TEXT, "members": _TEXT, "also": _TEXTS, **_SPAN, **_EVERY},
    "constituencies": {"name": _TEXT, "also": _TEXTS, **_SPAN, **_EVERY},
    "bodies": {"name": _TEXT, "short": _TEXT, "also": _TEXTS, **_SPAN, **_EVERY},
    "dissolutions": {"name": _TEXT, **_SPAN, **_EVERY},
}
"""What an entry of each list may say, and as what."""
_NAMES_ONE_OF = {"holder": "people", "party": "parties", "constituency": "constituencies"}
"""The fields that name an entry of another list."""


def list_findings(office: Office) -> Iterator[Finding]:
    """Yield a finding for each entry of the lists, and each field of one, that is not as it should be."""
    known = {name: _names(office, name) for name in LISTS}
    for name in office.lists:
        if name not in LISTS:
            yield _finding(office, name, say.no_list(show_line(name)), _nearest(name, list(LISTS)))
            continue
        for index, entry in enumerate(entries_of(office.lists, name)):
            for field, message, advice in _faults(name, entry, known):
                yield _finding(office, f"{name}.{index}.{field}" if field else f"{name}.{index}", message, advice)


def _names(office: Office, name: str) -> frozenset[str]:
    entries = [entry for entry in entries_of(office.lists, name) if isinstance(entry, Mapping)]
    called = [_called(entry, field) for entry in entries for field in (LISTS[name], "short", "members")]
    also = [one for entry in entries if isinstance(held := entry.get("also"), list) for one in held]
    return frozenset(one for one in (*called, *also) if isinstance(one, str) and one)


def _called(entry: Entry, field: str) -> str:
    value = entry.get(field, "")
    return " ".join(value.split()) if isinstance(value, str) else ""


def _faults(name: str, entry: object, known: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, str, str]]:
    """Every fault of an entry: its field, what is wrong with it, what to do."""
    if not isinstance(entry, Mapping):
        yield "", say.no_entry(name), say.AN_ENTRY
        return
    needed = LISTS[name]
    if not _called(entry, needed):
        yield needed, say.nameless(name, needed), say.GIVE_IT
    fields = _FIELDS[name]
    called = _called(entry, needed)
    for field, value in entry.items():
        if field not in fields:
            yield field, say.no_field(called, show_line(field)), _nearest(field, list(fields))
        elif not _fits(fields[field], value):
            yield field, say.misfits(called, field), say.FIELDS_ARE[fields[field]]
        elif field in _NAMES_ONE_OF and not _is_known(value, known[_NAMES_ONE_OF[field]]):
            yield field, say.not_listed(called, field, show_line(str(value))), say.list_it(_NAMES_ONE_OF[field])
    yield from _turned_round(called, entry, "member_" if name == "people" else "")


def _turned_round(called: str, entry: Entry, before: str) -> Iterator[tuple[str, str, str]]:
    try:
        period = read_period(entry, f"{before}since", f"{before}until")
    except ValueError:
        return  # that one of them is no date has been said
    if period.last < period.first:
        yield f"{before}until", say.ends_before(called), say.PUT_DATES_RIGHT


def _fits(kind: str, value: object) -> bool:
    match kind:
        case "flag":
            return isinstance(value, bool)
        case "date":
            return _is_date(value)
        case "texts":
            return isinstance(value, str) or (isinstance(value, list) and all(isinstance(one, str) for one in value))
        case _:
            return isinstance(value, str)


def _is_date(value: object) -> bool:
    try:
        read_period({"since": value})
    except ValueError:
        return False
    return True


def _is_known(value: object, names: frozenset[str]) -> bool:
    """Whether a list has an entry of that name. An empty list says nothing of what is not in it."""
    return not names or not isinstance(value, str) or not value.strip() or " ".join(value.split()) in names


def _nearest(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name.casefold(), known, n=1)
    return say.perhaps(near[0]) if near else say.fields_are(known)


def _finding(office: Office, at: str, message: str, advice: str) -> Finding:
    lines = office.list_lines
    name, _, _ = at.partition(".")
    entry = ".".join(at.split(".")[:2])
    return Finding(
        rule=MISENTERED,
        severity=Severity.WARN,
        message=message,
        place=Place("library.toml", lines.get(at) or lines.get(entry) or lines.get(name)),
        field=f"lists.{name}",
        suggestion=advice,
    )
