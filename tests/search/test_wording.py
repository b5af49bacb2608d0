"""What is said about searching is true."""

from __future__ import annotations

from briefing.search.query import FIELDS, parse_query
from briefing.wording import search as say


def test_the_help_shows_every_field_once_and_as_it_is_read() -> None:
    shown = [asked.field for typed in say.HELP for asked in parse_query(typed).filters]
    assert sorted(shown) == sorted(FIELDS)


def test_a_number_of_cards_reads_as_one_says_it() -> None:
    assert [say.found(count) for count in (0, 1, 12, 1234)] == ["0 cards", "1 card", "12 cards", "1,234 cards"]
    assert say.found(1000, exact=False) == "1,000+ cards"


def test_finding_nothing_comes_with_a_way_on() -> None:
    assert "Take a word away" in say.NOTHING
