"""Who is who and what is what, by the office's own dated lists; and when Parliament was dissolved."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from briefing.model.dates import When, first_day, is_partial_date, read_when
from briefing.model.office import Office

Entry = Mapping[str, object]

LISTS: Mapping[str, str] = {
    "people": "name",
    "offices": "title",
    "parties": "name",
    "constituencies": "name",
    "bodies": "name",
    "dissolutions": "name",
}
"""Every list, with the field an entry of it cannot do without."""


@dataclass(frozen=True, slots=True)
class Period:
    """From which day up to which, both of them in it; without an end where none is known."""

    first: date = date.min
    last: date = date.max

    def holds(self, on: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= on <= self.last


ALWAYS = Period()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the office writes of."""

    name: str
    style: str = ""
    """What stands before the name where that is known: `Professor`, `Baroness`."""
    also: tuple[str, ...] = ()
    """Other names one goes by."""
    party: str = ""
    constituency: str = ""
    right_honourable: bool = False
    member: Period | None = None
    """When one sits, or sat, in the House of Commons; None for somebody who never did."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name one goes by."""
        return (self.name, *self.also)

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.name.split()[-1]

    def sits(self, on: date) -> bool:
        """Whether one is a Member of the House of Commons on a day."""
        return self.member is not None and self.member.holds(on)


@dataclass(frozen=True, slots=True)
class Post:
    """An office, and who holds it when."""

    title: str
    holder: str = ""
    period: Period = ALWAYS


@dataclass(frozen=True, slots=True)
class Named:
    """A party, a constituency, a body, a dissolution: its name, what else it is called, and when there is one."""

    name: str
    also: tuple[str, ...] = ()
    period: Period = ALWAYS

    @property
    def names(self) -> tuple[str, ...]:
        """Everything it is called."""
        return (self.name, *self.also)


@dataclass(frozen=True, slots=True, eq=False)  # told apart as the things they are, so that what is made of them is kept
class Lists:
    """The lists of an office. An entry that cannot be read is not in them."""

    people: tuple[Person, ...] = ()
    offices: tuple[Post, ...] = ()
    parties: tuple[Named, ...] = ()
    constituencies: tuple[Named, ...] = ()
    bodies: tuple[Named, ...] = ()
    dissolutions: tuple[Named, ...] = ()
    """When Parliament is dissolved: from the first day there are no Members up to polling day."""


def lists_of(office: Office) -> Lists:
    """Return the lists of an office, made once for each."""
    kept = _KEPT.get(id(office.lists))
    if kept and kept[0] is office.lists:
        return kept[1]
    if len(_KEPT) >= _MOST_KEPT:
        _KEPT.clear()
    made = _read(office.lists)
    _KEPT[id(office.lists)] = office.lists, made
    return made


_KEPT: dict[int, tuple[Mapping[str, object], Lists]] = {}
_MOST_KEPT = 8
"""Offices: one at a desk, and some more in a long run of tests."""


def entries_of(lists: Mapping[str, object], name: str) -> tuple[object, ...]:
    """Return what stands in a list; one entry by itself is read from its file as a table and no list."""
    held = lists.get(name, ())
    return tuple(held) if isinstance(held, list | tuple) else (held,)


def read_period(entry: Entry, since: str = "since", until: str = "until") -> Period:
    """Return the days two fields of an entry hold between them; raises ValueError where one is no date."""
    first, last = (_read_date(entry[name]) if name in entry else None for name in (since, until))
    return Period(first_day(first) if first else date.min, _last_day(last) if last else date.max)


def _read_date(value: object) -> When:
    if isinstance(value, str):
        return read_when(value.strip())
    if isinstance(value, date):
        return value
    raise ValueError(value)


def _last_day(when: When) -> date:
    """Return the day a date is or ends with."""
    first = first_day(when)
    if isinstance(when, date) or not is_partial_date(when):
        return first
    month = first.month if "-" in when else 12
    return first.replace(month=month, day=monthrange(first.year, month)[1])


def _read(lists: Mapping[str, object]) -> Lists:
    return Lists(
        people=tuple(_person(entry, period) for entry, period in _good(lists, "people", "member_")),
        offices=tuple(
            Post(_text(entry, "title"), _text(entry, "holder"), period) for entry, period in _good(lists, "offices")
        ),
        parties=tuple(_named(entry, period, "members") for entry, period in _good(lists, "parties")),
        constituencies=tuple(_named(entry, period) for entry, period in _good(lists, "constituencies")),
        bodies=tuple(_named(entry, period, "short") for entry, period in _good(lists, "bodies")),
        dissolutions=tuple(_named(entry, period) for entry, period in _good(lists, "dissolutions")),
    )


def _good(lists: Mapping[str, object], name: str, before: str = "") -> Iterator[tuple[Entry, Period]]:
    """Every entry of a list that can be read, with its period."""
    for entry in entries_of(lists, name):
        if isinstance(entry, Mapping) and _text(entry, LISTS[name]):
            try:
                yield entry, read_period(entry, f"{before}since", f"{before}until")
            except ValueError:
                continue


def _person(entry: Entry, member: Period) -> Person:
    sits = any(name in entry for name in ("constituency", "member_since", "member_until"))
    return Person(
        name=_text(entry, "name"),
        style=_text(entry, "style"),
        also=tuple(_texts(entry, ["also"])),
        party=_text(entry, "party"),
        constituency=_text(entry, "constituency"),
        right_honourable=entry.get("right_honourable") is True,
        member=member if sits else None,
    )


def _named(entry: Entry, period: Period, *further: str) -> Named:
    return Named(_text(entry, "name"), tuple(_texts(entry, ["also", *further])), period)


def _text(entry: Entry, name: str) -> str:
    value = entry.get(name)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _texts(entry: Entry, names: Iterable[str]) -> Iterator[str]:
    """Every text of these fields, each a text or a list of them."""
    for name in names:
        value = entry.get(name)
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str) and text.strip():
                yield " ".join(text.split())
