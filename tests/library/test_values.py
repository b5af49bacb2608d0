"""What a person types into a field, and what the field then holds."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import WrongUse
from briefing.library.values import WrongField, parse_assignments, parse_value, show_value
from briefing.model.entries import FIELDS_OF, is_same, is_unset
from briefing.model.fields import BLOCK_FIELDS, CARD_FIELDS, NOTE_FIELDS, OUTLINE_FIELDS, SOURCE_FIELDS, Field, Shape
from tests.library.ground import values_of

CARD = FIELDS_OF["card"]
EVERY = {
    (field.name, field.shape): field
    for field in (*CARD_FIELDS, *SOURCE_FIELDS, *BLOCK_FIELDS, *OUTLINE_FIELDS, *NOTE_FIELDS)
}


@pytest.mark.parametrize(
    ("name", "typed", "meant"),
    [
        ("claim", "  Seven years  ", "Seven years"),
        ("claim", "", None),
        ("claim", " \n ", None),
        ("quote", "one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("quote", "  kept as typed\n", "  kept as typed\n"),
        ("as_of", "2025-01-08", date(2025, 1, 8)),
        ("as_of", " 2025-01 ", "2025-01"),
        ("as_of", "2013", "2013"),
        ("embargo", "2025-01-08", date(2025, 1, 8)),
        ("embargo", "2025-01-08T09:30:00", datetime(2025, 1, 8, 9, 30)),  # noqa: DTZ001 - local, as the office types it
        ("embargo", "2025-01-08T09:30:00+00:00", datetime(2025, 1, 8, 9, 30, tzinfo=UTC)),
        ("primary", "Yes", True),
        ("primary", "0", False),
        ("tags", "a, b ,, c", ["a", "b", "c"]),
        ("tags", "a, b\nc\n", ["a, b", "c"]),
        ("supports", "k1,k2", ["k1", "k2"]),
        ("flags", "victim", ["victim"]),
        ("checked", "by: Jo Hall, on: 2025-01-09", {"by": "Jo Hall", "on": date(2025, 1, 9)}),
        ("checked", 'by = "Jo, Hall", on = 2025-01-09', {"by": "Jo, Hall", "on": date(2025, 1, 9)}),
        ("division", "number: 12\nayes: 100", {"number": 12, "ayes": 100}),
    ],
)
def test_what_is_typed_is_what_is_meant(name: str, typed: str, meant: object) -> None:
    assert is_same(parse_value(CARD[name], typed), meant)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("claim", "one\ntwo"),
        ("as_of", "soon"),
        ("as_of", "2025-02-30"),
        ("embargo", "tomorrow"),
        ("primary", "perhaps"),
        ("supports", "no spaces here"),
        ("flags", "friend"),
        ("status", "true"),
        ("source", "a/b"),
        ("checked", "Jo Hall"),
        ("checked", "x = " + "[" * 50_000),
        ("checked", ".".join("a" * 5_000) + " = 1"),
        ("quote", "x" * 100_001),
        ("claim", "half \udc00"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_the_field_named(name: str, typed: str) -> None:
    with pytest.raises(WrongField) as caught:
        parse_value(CARD[name], typed)
    assert caught.value.field == name
    assert len(caught.value.what) < 250


def test_a_number_that_goes_on_for_ever_is_refused() -> None:
    with pytest.raises(WrongField):
        parse_value(FIELDS_OF["block"]["pause"], "9" * 10_000)


@given(st.sampled_from(list(EVERY.values())).flatmap(lambda field: st.tuples(st.just(field), values_of(field))))
def test_what_is_shown_means_what_is_held(held: tuple[Field, object]) -> None:
    field, value = held
    if is_unset("", value) or not _can_be_typed(field, value):
        return
    assert is_same(parse_value(field, show_value(value)), value)


def _can_be_typed(field: Field, value: object) -> bool:
    """Whether a person could type the value: spaces around a line, a bare CR and empty items are not typed."""
    if field.shape is Shape.TABLE:
        return True
    if isinstance(value, list):
        return all(_can_be_typed(Field("", Shape.LINE, ""), item) for item in value)
    if not isinstance(value, str):
        return True
    return bool(value.strip()) and "\r" not in value and (field.shape is Shape.TEXT or value == value.strip())


@given(st.sampled_from(list(EVERY.values())), st.text())
def test_whatever_is_typed_is_meant_or_refused(field: Field, typed: str) -> None:
    try:
        value = parse_value(field, typed)
    except WrongField:
        return
    assert value is None or show_value(value) or is_unset("", value)


class DescribeAnAssignment:
    def it_gives_a_field_a_value_or_takes_it_away(self) -> None:
        assert parse_assignments(CARD, ["claim=1 = 1", "at="]) == {"claim": "1 = 1", "at": None}

    @pytest.mark.parametrize(("word", "says"), [("claim", "'claim'"), ("clam=x", "'clam'"), ("=x", "''")])
    def it_names_a_field_there_is(self, word: str, says: str) -> None:
        with pytest.raises(WrongUse) as caught:
            parse_assignments(CARD, [word])
        assert says in caught.value.what
        assert caught.value.hint
