"""What holds of every library and whatever is typed."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefing.model.card import Card
from briefing.model.library import WholeLibrary
from briefing.search.index import Index
from briefing.search.query import FIELDS, lit, parse_query
from tests.search.ground import (
    card,
    checked,
    everything,
    fill,
    first,
    ids,
    index_for,
    index_of,
    library,
    note,
    search,
    source,
)
from tests.search.scanning import Scan

WORDS = "bill bills billion the children’s child's school café cafe re-use 2024 £5 zebra zebras a an o'hara".split()
NAMES = ("Ivor Llewellyn", "Nadia Okonjo", "O’Hara", "")
KINDS = ("statistic", "derived-statistic", "record")
NOTES = ("bill", "bill-lords", "schools/breakfast", "schools/bill")

ENDS_IN_A_LIST = re.compile(r"[0-9],[0-9]{1,2}[-_]*$")
"""3,4 may be the beginning of 3,400: the two numbers are found once anything follows."""

lines = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join)
dates = st.sampled_from([None, "2023", "2024", "2024-06", date(2024, 6, 1), date(2025, 1, 8)])
statuses = st.sampled_from(["unchecked", "checked", "disputed", "withdrawn"])


@st.composite
def cards(draw: st.DrawFn, card_id: str) -> Card:
    """A card of few words, so that queries often match."""
    one = card(
        card_id,
        draw(lines) or "bill",
        kind=draw(st.sampled_from(KINDS)),
        quote=draw(lines),
        say=draw(lines),
        speaker=draw(st.sampled_from(NAMES)),
        source=draw(st.sampled_from(["", "s1", "s2", "gone"])),
        tags=tuple(draw(st.lists(st.sampled_from(WORDS), max_size=2))),
        topics=tuple(draw(st.lists(st.sampled_from(WORDS), max_size=1))),
        as_of=draw(dates),
        status=draw(statuses),
        handling=draw(st.sampled_from(["office", "office", "office", "restricted"])),
        private="secret",
    )
    return checked(one) if one.status == "checked" else one


@st.composite
def libraries(draw: st.DrawFn) -> WholeLibrary:
    """A library of a few notes."""
    names = draw(st.permutations(NOTES))[: draw(st.integers(0, len(NOTES)))]
    sources = (source("s1", draw(lines) or "A survey", published=draw(dates)), source("s2", "Zebra", author="O’Hara"))
    numbers = iter(range(100))
    notes = [
        note(
            name,
            *(draw(cards(f"c{next(numbers)}")) for _ in range(draw(st.integers(0, 4)))),
            title=draw(st.sampled_from(["The Bill", "The Bill in the Lords", "Breakfast"])),
            summary=draw(lines),
            sources=sources if number == 0 else (),
        )
        for number, name in enumerate(names)
    ]
    return library(*notes, used=draw(st.lists(st.sampled_from(["c0", "c1", "c5", "gone"]), max_size=2)))


pieces = st.one_of(
    st.sampled_from([*WORDS, "bi", "z", "c1", "record", "unchecked", "restricted", "secret"]),
    st.sampled_from(['"the bill"', '"bill the"', "\"children's", '"re-use"', "-bill", '-"the bill"', "-zebra"]),
    st.sampled_from(
        "kind:stat kind:der -kind:record note:bill note:the note:schools status:un status:checked by:o'hara by:llew "
        "by:ivor -by:okonjo tag:bi topic:the topic:zeb source:s1 source:zeb -source:s used:yes used:no -used:yes "
        "since:2024 since:2024-06 since:2024-06-02 -since:2025 handling:restricted foo:bar".split()
    ),
)
queries = st.tuples(st.lists(pieces, max_size=4).map(" ".join), st.sampled_from(["", " "])).map("".join)
anything = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="\"-:*^(){}+~'\\%_ab \x00\u202e“”", max_size=40),
    st.lists(
        st.one_of(st.sampled_from([f"{field}:" for field in FIELDS]), st.text(alphabet='"- ab2\\%*', max_size=4)),
        max_size=6,
    ).map("".join),
)


@given(libraries(), queries)
def test_a_search_finds_what_reading_every_card_would_find_in_the_order_promised(
    where: WholeLibrary, typed: str
) -> None:
    index = index_for(where)
    found, at_once = search(index, typed, limit=100), first(index, typed, limit=100)
    assert ids(found.hits) == Scan(where).find(typed)
    assert (found.count, found.exact) == (len(found.hits), True)
    assert {*ids(at_once.hits)} == {*ids(found.hits)}


@given(anything)
def test_nothing_that_can_be_typed_is_an_error(typed: str) -> None:
    index = index_of(note("n", card("a", 'ab "2" \\ % _', tags=("ab",))))
    assert search(index, typed).count in {0, 1}
    assert len(index.find_notes(typed)) in {0, 1}


@given(anything)
def test_what_is_typed_finds_the_card_that_says_it(typed: str) -> None:
    query = parse_query(typed)
    assume(not ENDS_IN_A_LIST.search(typed))
    if query.terms and not query.filters and not query.without:
        assert search(index_of(note("n", card("a", typed))), typed).count == 1
        assert lit(query, typed)


@pytest.mark.parametrize(
    "typed",
    [
        "x " * 20_000,
        " ".join(f"w{number}" for number in range(5_000)),
        '"' + " ".join(f"w{number}" for number in range(5_000)),
        "-x" * 5_000,
        " ".join(f"-w{number}" for number in range(5_000)),
        " ".join(f"note:n{number} since:{number}" for number in range(2_000)),
        "(" * 10_000,
        "a" * 100_000,
        '"' * 9_999,
    ],
    ids=["same word", "words", "phrase", "hyphens", "without", "fields", "brackets", "long word", "marks"],
)
def test_nothing_pasted_into_the_box_is_too_much(typed: str) -> None:
    search(index_of(note("n", card("a"))), typed)


@given(st.lists(libraries(), min_size=1, max_size=4))
def test_an_index_brought_up_to_date_is_the_index_built_anew(readings: list[WholeLibrary]) -> None:
    index = Index(None)
    for where in readings:
        fill(index, where)
    assert everything(index) == everything(index_for(readings[-1]))
    assert not fill(index, readings[-1])
