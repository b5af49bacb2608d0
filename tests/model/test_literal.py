"""Text as it is: what a terminal would obey or hide is shown as a sign, and nothing is dropped."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.literal import hidden, show, show_line, turns_text

plain = st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"]))


@given(plain)
def test_plain_words_are_shown_as_they_are(text: str) -> None:
    assert show(text) == text
    assert hidden(text) == ()


@pytest.mark.parametrize(
    "text", ["[Laughter]", "[not victims]", "[/]", "[bold", "[@click=app.quit]x[/]", "a\\", "{0}", "%s", "$(x)"]
)
def test_what_looks_like_an_order_is_words(text: str) -> None:
    assert show(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]52;c;x\x07", "␛]52;c;x␇"),
        ("a\x00b", "a␀b"),
        ("a\x7fb", "a␡b"),
        ("\x9b31m", "⟨U+009B⟩31m"),
        ("a\u202eb", "a⟨RLO⟩b"),
        ("a\u200bb", "a⟨ZWSP⟩b"),
        ("\ufeffa", "⟨BOM⟩a"),
        ("a\U000e0041", "a⟨U+E0041⟩"),
        ("a\rb", "a␍b"),
        ("a\ud800", "a⟨U+D800⟩"),
        ("one\n\ttwo", "one\n\ttwo"),
    ],
)
def test_what_cannot_be_seen_is_shown_as_a_sign(text: str, shown: str) -> None:
    assert show(text) == shown


@given(st.text(st.characters()))
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    left = {unicodedata.category(letter) for letter in show(text) if letter not in "\n\t"}
    assert not left & {"Cc", "Cs", "Zl", "Zp"}
    assert "\n" not in show_line(text)
    assert "\t" not in show_line(text)


@given(st.text(st.characters()))
def test_nothing_is_dropped(text: str) -> None:
    assert len(show(text)) >= len(text)
    assert bool(hidden(text)) == (show(text) != text)


@given(st.text(st.characters()))
def test_what_was_shown_once_is_shown_the_same_again(text: str) -> None:
    assert show(show(text)) == show(text)


@pytest.mark.parametrize(
    "code", [*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0x200B, 0x2010), 0xFEFF, 0xE0000, 0xE007F]
)
def test_words_that_are_turned_or_hidden_are_noticed(code: int) -> None:
    assert turns_text(f"a{chr(code)}b")
    assert hidden(f"a{chr(code)}b")


def test_other_words_are_not() -> None:
    assert not turns_text("Ünïcode “quoted” – 😀 é\n")
