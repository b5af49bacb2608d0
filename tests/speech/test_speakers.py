"""Names of those who speak."""

from __future__ import annotations

import pytest

from briefing.speech.speakers import is_same_name


@pytest.mark.parametrize(
    "name",
    [
        "Rowan Hale",
        "Rowan Hale MP",
        "Rt Hon. Rowan Hale KC MP",
        "The Rt. Hon. Dame Rowan Hale, DBE, MP",
        "rowan  HALE",
        "Rowan Hale M.P.",
        "Dr R\u00f3wan Hale",
    ],
)
def test_titles_and_honours_are_no_part_of_a_name(name: str) -> None:
    assert is_same_name(name, "Rowan Hale")


@pytest.mark.parametrize("name", ["", " ", "MP", "Hale", "R. Hale", "Rowan Hales", "Rowan Marlow Hale", "Hale Rowan"])
def test_other_names_are_others(name: str) -> None:
    assert not is_same_name(name, "Rowan Hale MP")
    assert not is_same_name("", name)


def test_an_apostrophe_may_be_written_either_way() -> None:
    assert is_same_name("Ada O\u2019Marlow MP", "Ada O'Marlow")
