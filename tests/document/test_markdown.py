"""A document as Markdown says what the document says, whatever its words hold."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefing.document.document import Document, Footnote, Link, Paragraph, Style, Table, Words
from briefing.document.markdown import markdown_text
from briefing.document.plain import plain_text
from briefing.model.literal import show

TRAPS = st.sampled_from(
    [
        "*",
        "**",
        "_",
        "`",
        "[x](y)",
        "<b>",
        "&amp;",
        "# ",
        "1. ",
        "2) ",
        "- ",
        "+ ",
        "> ",
        "|",
        "\\",
        "~~",
        "---",
        "===",
        "!",
    ]
)
LINES = st.lists(TRAPS | st.text("abc é1", min_size=1), min_size=1).map("".join).map(str.strip).filter(bool)


def document(*body: Paragraph | Table) -> Document:
    return Document("Title", "speech", "2025-01-08", "The office", "", "", body)


def paragraph(style: Style, *words: Words | Link | Footnote) -> Paragraph:
    return Paragraph(style, words)


def shown(markdown: str) -> str:
    """The words a reader of the Markdown sees, read by somebody else's reader."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    return "\n".join(_text(token.children or []) for token in tokens if token.type == "inline")


def _text(tokens: list[Token]) -> str:
    return "".join("\n" if token.type == "hardbreak" else token.content for token in tokens)


@given(LINES, st.sampled_from(list(Style)))
def test_words_are_never_markup(line: str, style: Style) -> None:
    assert shown(markdown_text(document(paragraph(style, Words(line))))).split() == show(line).split()


@given(LINES)
def test_words_in_a_table_are_never_markup(line: str) -> None:
    cell = paragraph(Style.CELL, Words(line))
    table = Table("", (paragraph(Style.CELL_HEADING, Words("They say")),), (((cell,),),), (100,))
    assert shown(markdown_text(document(table))).split() == ["They", "say", *show(line).split()]


def test_a_document_reads_well_as_it_is() -> None:
    body = (
        paragraph(Style.TITLE, Words("Breakfast clubs")),
        paragraph(Style.HEADING_1, Words("Why")),
        paragraph(
            Style.BODY, Words("Half of "), Words("all ", bold=True), Words("schools"), Footnote((Words("A survey"),))
        ),
        paragraph(Style.BULLET, Words("One line\nand another")),
        paragraph(Style.QUOTATION, Words("I am awake.\nSo are they.")),
        paragraph(Style.BODY, Words("2024. A good year", italic=True)),
    )
    assert markdown_text(document(*body)) == (
        "# Breakfast clubs\n\n## Why\n\nHalf of **all** schools[^1]\n\n- One line\\\n  and another\n\n"
        "> I am awake.\\\n> So are they.\n\n*2024. A good year*\n\n[^1]: A survey\n"
    )


def test_notes_are_numbered_as_they_are_read() -> None:
    first, second = (Footnote((Words(word), Link("page", "https://forum.example/a_b"))) for word in ("one ", "two "))
    text = markdown_text(document(paragraph(Style.BODY, Words("a"), first, Words(" b"), second)))
    assert text.splitlines() == [
        "a[^1] b[^2]",
        "",
        "[^1]: one [page](<https://forum.example/a_b>)",
        "",
        "[^2]: two [page](<https://forum.example/a_b>)",
    ]


def test_hidden_characters_are_shown() -> None:
    assert "⟨RLO⟩" in markdown_text(document(paragraph(Style.BODY, Words("a\u202eb"))))


def test_who_may_see_it_and_until_when_stands_first_in_text_too() -> None:
    kept = replace(document(paragraph(Style.TITLE, Words("Title"))), header="Office use only [Embargoed until 9 March]")
    assert shown(markdown_text(kept)).splitlines() == [kept.header, "Title"]
    assert plain_text(kept).startswith(f"{kept.header}\n\nTitle\n")
