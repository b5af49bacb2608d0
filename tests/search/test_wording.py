"""What is said about searching is true."""

from __future__ import annotations

from briefing.search.query import FIELDS, parse_query
from briefing.wording import search as say


def test_the_help_shows_every_field_once_and_as_it_is_read() -> None:
    shown = [asked.field for typed in say.HELP for asked in parse_query(typed).filters]
    assert sorted(shown) == sorted(FIELDS)
