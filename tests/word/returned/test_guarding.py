"""A change inside quotation marks or to a figure is set apart; other quotation marks and other spaces are no change."""

from __future__ import annotations

import random

import pytest

from briefing.word.returned.guarding import is_guarded
from tests.word.returned.ground import all_of, export, gone, ins, own, t

QUOTED = "He said “the bus never runs” and sat down; it cost £3 million in 2019."


def guarded(was: str, now: str, text: str = QUOTED, *, is_quotation: bool = False) -> bool:
    """Whether it is set apart to write one thing for another in a text."""
    start = text.index(was)
    return is_guarded(text, start, start + len(was), now, is_quotation=is_quotation)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("never", "always"),
        ("never ", ""),
        ("3", "4"),
        ("million", "billion"),
        ("2019", "2018"),
        ("£3", "£30"),
        ("£", "$"),
    ],
)
def test_a_quotation_or_a_figure_altered(was: str, now: str) -> None:
    assert guarded(was, now)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("He said", "She said"),
        ("“the bus never runs”", "so"),
        ("“", '"'),
        ("bus never", "bus  never"),
        ("never runs", "never\N{NO-BREAK SPACE}runs"),
        ("and sat", "before he sat"),
        (QUOTED, ""),
    ],
)
def test_nothing_that_matters_altered(was: str, now: str) -> None:
    assert not guarded(was, now)


def test_what_is_put_between_two_digits_alters_the_figure() -> None:
    text = "It cost 1000 in all, or so they say."
    assert is_guarded(text, 9, 9, ",", is_quotation=False)
    assert not is_guarded(text, 13, 13, " overall", is_quotation=False)


def test_every_word_of_a_quotation_set_apart_counts() -> None:
    assert guarded("sat", "lay", is_quotation=True)
    assert not guarded("“", '"', is_quotation=True)


def test_it_is_told_with_the_change() -> None:
    exported = export(QUOTED, "The bus never runs.", kinds={1: "quotation"})
    body = own(0, t("He said “the bus "), gone("never"), ins(t("always")), t(QUOTED.partition("never")[2]))
    found = all_of(exported, body + own(1, t("The bus always runs.")))
    assert [(change.block, change.is_tracked, change.is_guarded) for change in found.listed] == [
        ("b0", True, True),
        ("b1", False, True),
    ]


def test_two_hundred_altered_quotations_among_a_thousand_edits(chance: random.Random) -> None:
    words = "the harbour road was shut for repairs and nobody had told those who live along it".split()
    alarms = {True: 0, False: 0}
    for number in range(1_000):
        chance.shuffle(words)
        before, quoted, after = words[:5], words[5:10], words[10:15]
        text = f"{' '.join(before)} “{' '.join(quoted)}” {' '.join(after)}."
        alters = number < 200
        was, now = _altered(quoted, chance) if alters else _harmless(before, quoted, after, chance)
        start = text.index(was)
        alarms[alters] += is_guarded(text, start, start + len(was), now, is_quotation=False)
    assert alarms == {True: 200, False: 0}


def _altered(quoted: list[str], chance: random.Random) -> tuple[str, str]:
    """Words of a quotation and others in their place."""
    whole = " ".join(quoted)
    other = list(quoted)
    how = chance.randrange(3)
    if how == 0:
        other[chance.randrange(5)] = "bridge"
    elif how == 1:
        del other[chance.randrange(5)]
    else:
        other.insert(chance.randrange(6), "never")
    return f"“{whole}”", f"“{' '.join(other)}”"


def _harmless(before: list[str], quoted: list[str], after: list[str], chance: random.Random) -> tuple[str, str]:
    """Something else that is done: other marks, other spaces, other words on either side."""
    whole = " ".join(quoted)
    return chance.choice(
        [
            (f"“{whole}”", f'"{whole}"'),
            (f"“{whole}”", f"‘{whole}’"),
            (f"{quoted[1]} {quoted[2]}", f"{quoted[1]}  {quoted[2]}"),
            (f"{quoted[3]} {quoted[4]}”", f"{quoted[3]}\N{NARROW NO-BREAK SPACE}{quoted[4]}”"),
            (f"” {after[0]}", f"” indeed {after[0]}"),
            (" ".join(before), "we heard that"),
            (f" {' '.join(after)}.", "."),
        ]
    )
