"""What numbers, hyphens, names and dates mean when they are typed: worked out by hand, asked of the index alone."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.search.index import Index
from tests.search.ground import card, first, ids, index_of, note, search, source

WRITTEN = ("£1,547,000.50", "1,547,000", "12,345", "1,234,567 pounds", "320,802", "2,000")


def found(index: Index, typed: str) -> str:
    """The ids of what is found, in the order of the alphabet; the first rows must be among them."""
    right = ids(search(index, typed).hits)
    assert {*ids(first(index, typed).hits)} == {*right}, typed
    return " ".join(sorted(right))


@pytest.fixture(scope="module")
def numbers() -> Index:
    claims = {
        "million": "The inquiry cost about 1,547,000 pounds",
        "thousand": "It heard 1,547 people",
        "bare": "It heard 1547 people",
        "other": "It paid 1,500 pounds",
        "list": "Clauses 3,4 and 12,34 were read",
        "year": "On 5 May 2024, 300 came",
        "part": "It rose to 1,547.5 a day",
        "long": "The number is 1,5470",
    }
    return index_of(note("n", *(card(f"c-{name}", claim) for name, claim in claims.items())))


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("1,5", "bare million other part thousand"),
        ("1,54", "bare million part thousand"),
        ("1,547", "bare million part thousand"),
        ("1,547 ", "bare part thousand"),
        ("1547 ", "bare part thousand"),
        ("1,547,", "bare million part thousand"),
        ("1,547,0", "million"),
        ("1,547,00", "million"),
        ("1,547,000", "million"),
        ("1547000 ", "million"),
        ("£1,547.5", "part"),
        ("1,547,000 pounds ", "million"),
        ("1,5470", "long"),
        ("547", "long"),
        ('"about 1', "million"),
        ('"about 1,', "million"),
        ('"about 1,5', "million"),
        ('"about 1,547', "million"),
        ('"about 1,547,0', "million"),
        ('"about 1,547"', ""),
        ('"heard 1,547"', "bare thousand"),
        ('"3,4 ', "list"),
        ("3,4 ", "list"),
        ("12,34 ", "list"),
        ("12,34", ""),
        ("2024, 300 ", "year"),
        ("pounds -1,500", "million"),
        ("heard -1,547", ""),
    ],
)
def test_a_number_is_found_however_its_thousands_are_typed(numbers: Index, typed: str, names: str) -> None:
    assert found(numbers, typed) == " ".join(f"c-{name}" for name in names.split())


@pytest.mark.parametrize("written", WRITTEN)
@pytest.mark.parametrize("before", ["", '"about ', "It cost "])
def test_a_number_is_found_by_every_beginning_of_it_as_it_is_written(written: str, before: str) -> None:
    index = index_of(note("n", card("a", f"It cost about {written} in all")))
    lost = [written[:end] for end in range(1, len(written) + 1) if found(index, before + written[:end]) != "a"]
    assert lost == []


@pytest.fixture(scope="module")
def hyphens() -> Index:
    return index_of(
        note(
            "n",
            card("rec-2019-04", "Pay for it", kind="cross-party-letter"),
            card("rec-2019-041", "Well-known and re-used", kind="statistic"),
            card("rec_2020", "Anti–slavery", kind="statistic"),
            card("cross", "A cross word", kind="statistic"),
        )
    )


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("rec-", ""),
        ("rec-2", "rec-2019-04 rec-2019-041 rec_2020"),
        ("rec-2019", "rec-2019-04 rec-2019-041"),
        ("rec-2019-", "rec-2019-04 rec-2019-041"),
        ("rec-2019-0", "rec-2019-04 rec-2019-041"),
        ("rec-2019-04", "rec-2019-04 rec-2019-041"),
        ("rec-2019-04 ", "rec-2019-04"),
        ("rec_", ""),
        ("rec_2", "rec-2019-04 rec-2019-041 rec_2020"),
        ("rec_2020_", "rec_2020"),
        ("cross", "cross rec-2019-04"),
        ("cross-", "cross rec-2019-04"),
        ("cross- ", "cross"),
        ("cross-party", "rec-2019-04"),
        ("cross-party-", "rec-2019-04"),
        ("cross-party-l", "rec-2019-04"),
        ("cross-party-letter ", "rec-2019-04"),
        ("kind:cross-", "rec-2019-04"),
        ("well-", "rec-2019-041"),
        ("well-k", "rec-2019-041"),
        ('"well-', "rec-2019-041"),
        ("re-used ", "rec-2019-041"),
        ("reused", ""),
        ("anti-slavery ", "rec_2020"),
        ("anti-", "rec_2020"),
        ("-cross-", "rec-2019-04 rec-2019-041 rec_2020"),
    ],
)
def test_a_hyphen_at_the_end_is_still_being_typed(hyphens: Index, typed: str, names: str) -> None:
    assert found(hyphens, typed) == names


@pytest.fixture(scope="module")
def speakers() -> Index:
    names = {
        "john": "John Smith",
        "jr": "J.R. Smith",
        "jane": "Jane Roe",
        "dame": "Dame Mary-Jane Smithson",
        "ohara": "Siân O’Hara",
        "lady": "Baroness Roe of Smith Square",
    }
    secret = card("secret", handling="restricted", speaker="John Smith")
    return index_of(note("n", *(card(each, speaker=name) for each, name in names.items()), secret, card("nobody")))


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("by:smith", "dame john jr lady"),
        ('by:"john smith"', "john"),
        ('by:"smith, john"', "john"),
        ('by:"Smith, J', "dame john jr"),
        ('by:"j smith"', "dame john jr"),
        ("by:jr", "jr"),
        ("by:j.r.", "jane jr"),
        ("by:j.r.smith", "jr"),
        ("by:j", "dame jane john jr"),
        ("by:jo", "john"),
        ("by:mary-jane", "dame"),
        ("by:o'hara", "ohara"),
        ("by:o'h", "ohara"),
        ("by:sian", "ohara"),
        ("by:ohara", ""),
        ("by:roe by:smith", "lady"),
        ("-by:smith", "jane nobody ohara secret"),
        ('-by:"smith, john"', "dame jane jr lady nobody ohara secret"),
        ("-by:jr", "dame jane john lady nobody ohara secret"),
    ],
)
def test_a_name_is_found_by_its_words_in_any_order_and_by_initials(speakers: Index, typed: str, names: str) -> None:
    assert found(speakers, typed) == names


@pytest.fixture(scope="module")
def dates() -> Index:
    return index_of(
        note(
            "n",
            card("day", as_of=date(2024, 6, 15)),
            card("eve", as_of=date(2024, 6, 14)),
            card("month", as_of="2024-06"),
            card("year", as_of="2024"),
            card("new-year", as_of=date(2025, 1, 1)),
            card("old", as_of=date(1999, 12, 31)),
            card("sourced", source="s"),
            card("none"),
            card("secret", handling="restricted", as_of=date(2024, 6, 15)),
            sources=(source("s", published=date(2024, 10, 3)),),
        )
    )


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("since:2024-06-15", "day month new-year sourced year"),
        ("since:2024-6-15", "day month new-year sourced year"),
        ("since:15/06/2024", "day month new-year sourced year"),
        ("since:15.6.2024", "day month new-year sourced year"),
        ("since:2024/06/15 ", "day month new-year sourced year"),
        ("since:2024-06", "day eve month new-year sourced year"),
        ("since:6/2024", "day eve month new-year sourced year"),
        ("since:2024-07", "new-year sourced year"),
        ("since:2024-1", "day eve month new-year sourced year"),
        ("since:2024-10", "new-year sourced year"),
        ("since:2024-10-0", "new-year sourced year"),
        ("since:2024-10-04", "new-year year"),
        ("since:2025", "new-year"),
        ("since:2025-01-01", "new-year"),
        ("since:2025-01-02", ""),
        ("since:2", "day eve month new-year sourced year"),
        ("since:1", "day eve month new-year old sourced year"),
        ("since:2030", ""),
        ("-since:2024", "none old secret"),
        ("-since:2025", "day eve month none old secret sourced year"),
        ("-since:15/06/2024", "eve none old secret"),
        ("-since:2024-10-04", "day eve month none old secret sourced"),
        ("-since:2030", "day eve month new-year none old secret sourced year"),
        ("since:2024-06-15 -since:2024-10", "day month"),
        ("since:15/06/24 ", ""),
    ],
)
def test_a_date_is_read_as_it_is_typed(dates: Index, typed: str, names: str) -> None:
    assert found(dates, typed) == names


@pytest.mark.parametrize("typed", ["since:15/06/24", "since:06/15/2024", "Since:15.6.24"])
def test_a_date_that_may_mean_several_is_answered_with_the_likely_one(dates: Index, typed: str) -> None:
    nothing = search(dates, typed)
    assert (nothing.count, nothing.suggestion) == (0, f"{typed[:6]}2024-06-15")


@pytest.mark.parametrize("typed", ["since:yesterday", "since:31/31/24", "since:15/06/99"])
def test_no_date_is_suggested_that_finds_nothing(dates: Index, typed: str) -> None:
    assert search(dates, typed).suggestion == ""
