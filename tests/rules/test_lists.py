"""The office's lists: what they say of a day, and what is said of an entry that is not as it should be."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefing.library.reading import read_library
from briefing.model.finding import Finding
from briefing.model.office import Office
from briefing.rules.lists import Lists, lists_of
from briefing.rules.misentered import list_findings

HEAD = '[office]\nname = "Office of the Member for Westmarch"\n\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "notes").mkdir()
    return tmp_path / "notes"


def office(folder: Path, lists: str) -> Office:
    (folder / "library.toml").write_text(HEAD + lists, encoding="utf-8")
    return read_library(folder).office


def said(folder: Path, lists: str) -> list[tuple[int, str]]:
    """The line and the message of each finding, the lines counted from the first of the lists."""
    found: list[Finding] = list(list_findings(office(folder, lists)))
    assert {one.rule for one in found} <= {"LIB-11"}
    assert all(one.place and one.place.file == "library.toml" and one.suggestion for one in found)
    return [((one.place.line or 0) - 3 if one.place else 0, one.message) for one in found]


def person(**fields: object) -> Lists:
    return lists_of(Office(lists={"people": [{"name": "Alice Penhale", **fields}]}))


class DescribeALists:
    def it_has_one_entry_or_many(self, folder: Path) -> None:
        one = office(folder, '[[lists.parties]]\nname = "Orchard Party"\nmembers = "Orchardists"\n')
        assert [party.names for party in lists_of(one).parties] == [("Orchard Party", "Orchardists")]
        two = office(folder, '[[lists.parties]]\nname = "Orchard Party"\n[[lists.parties]]\nname = "River Party"\n')
        assert [party.name for party in lists_of(two).parties] == ["Orchard Party", "River Party"]

    def it_may_stand_in_one_table(self, folder: Path) -> None:
        held = office(folder, '[lists]\nbodies = [{ name = "Lantern Trust", short = "LT" }, { name = "" }]\n')
        assert [body.names for body in lists_of(held).bodies] == [("Lantern Trust", "LT")]

    def it_is_made_once(self, folder: Path) -> None:
        held = office(folder, '[[lists.bodies]]\nname = "Lantern Trust"\n')
        assert lists_of(held) is lists_of(held)

    def it_knows_who_sits_on_a_day(self) -> None:
        (sitting,) = person(member_since=date(2015, 5, 7), member_until="2024-05").people
        assert [sitting.sits(date(2015, 5, day)) for day in (6, 7)] == [False, True]
        assert [sitting.sits(date(2024, *day)) for day in ((5, 31), (6, 1))] == [True, False]

    def it_takes_nobody_for_a_member_who_has_no_seat(self) -> None:
        assert not person(party="Orchard Party").people[0].sits(date(2025, 1, 8))
        assert person(constituency="Westmarch").people[0].sits(date(2025, 1, 8))

    @pytest.mark.parametrize(
        ("until", "last"),
        [
            ("2024", date(2024, 12, 31)),
            ("2024-02", date(2024, 2, 29)),
            ("9999-12", date(9999, 12, 31)),
            ("2024-02-03", date(2024, 2, 3)),
            (date(2024, 2, 3), date(2024, 2, 3)),
        ],
    )
    def it_ends_with_the_last_day_that_is_named(self, until: object, last: date) -> None:
        (sitting,) = person(member_until=until).people
        assert sitting.member
        assert sitting.member.last == last


class DescribeAnEntry:
    def it_says_nothing_when_all_is_well(self, folder: Path) -> None:
        good = (
            '[[lists.parties]]\nname = "Orchard Party"\nmembers = "Orchardists"\nas_of = "2025"\n'
            '[[lists.constituencies]]\nname = "Westmarch and Moor"\nalso = ["Westmarch & Moor"]\nsince = 2024-07-04\n'
            '[[lists.people]]\nname = "Alice Penhale"\nparty = "Orchard Party"\nconstituency = "Westmarch & Moor"\n'
            'member_since = 2024-07-04\nright_honourable = true\nnote = "of Westmarch"\n'
            '[[lists.offices]]\ntitle = "Minister for Bridges"\nholder = "Alice Penhale"\nsince = "2024-07"\n'
            '[[lists.bodies]]\nname = "Lantern Trust"\nshort = "LT"\n'
        )
        assert said(folder, good) == []

    def it_names_the_line_of_what_cannot_be(self, folder: Path) -> None:
        assert said(folder, '[[lists.people]]\nname = "Alice Penhale"\nmember_since = "last May"\n') == [
            (3, "Alice Penhale: member_since cannot be read.")
        ]

    def it_needs_a_name(self, folder: Path) -> None:
        found = said(folder, '[[lists.offices]]\ntitle = "Minister"\n[[lists.offices]]\nname = "Minister"\n')
        assert found == [
            (3, "An entry of lists.offices has no title, and no rule reads it."),
            (4, "An entry: there is no field name in this list."),
        ]

    def it_names_only_what_is_listed(self, folder: Path) -> None:
        lists = '[[lists.parties]]\nname = "Orchard Party"\n[[lists.people]]\nname = "Ann"\nparty = "Orchid Party"\n'
        assert said(folder, lists) == [(5, "Ann: party names Orchid Party, which is on no list.")]

    def it_ends_after_it_begins(self, folder: Path) -> None:
        lists = '[[lists.bodies]]\nname = "Lantern Trust"\nsince = 2020-01-02\nuntil = 2020-01-01\n'
        assert said(folder, lists) == [(4, "Lantern Trust ends before it begins.")]

    @pytest.mark.parametrize(
        "lists",
        [
            "[lists]\npeople = 7\n",
            "[lists]\npeople = [1, [2], 'Alice']\n",
            '[lists]\nparties = "Orchard"\n',
            "[lists.people]\nname = 3\n",
            "[[lists.people]]\nname = 1979-05-27\nalso = [1, 2]\n",
            '[[lists.people]]\nname = "Ann"\nmember_since = "0000"\n',
            '[[lists.people]]\nname = "Ann"\nmember_since = 12:00:00\n',
            '[[lists.persons]]\nname = "Ann"\n',
            "[lists.a.b]\nname = 1\n",
            "[[lists.parties]]\nname = { a = 1 }\n",
        ],
    )
    def it_is_told_of_and_nothing_fails_whatever_it_is(self, folder: Path, lists: str) -> None:
        held = office(folder, lists)
        assert all(not made for made in (lists_of(held).people, lists_of(held).parties))
        assert said(folder, lists)
