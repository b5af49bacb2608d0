"""What a document as plain text keeps of its links."""

from __future__ import annotations

from briefing.document.document import Document, Footnote, Link, Paragraph, Style, Words
from briefing.document.plain import plain_text

ADDRESS = "https://www.example.org/clubs/2025"


def _text(*words: Words | Link | Footnote) -> str:
    body = (Paragraph(Style.BODY, words),)
    return plain_text(Document("Clubs", "briefing", "", "", "", "", body))


class DescribeLinksInPlainText:
    def it_writes_the_whole_address_behind_a_source_in_a_note(self) -> None:
        told = _text(Words("Half do."), Footnote((Link("Survey of clubs", ADDRESS), Words(", 2025."))))
        assert told == f"Half do. [1]\n\n[1] Survey of clubs <{ADDRESS}>, 2025.\n"

    def it_writes_it_behind_a_link_in_the_text_too(self) -> None:
        assert _text(Words("See "), Link("the survey", ADDRESS)) == f"See the survey <{ADDRESS}>\n"

    def it_writes_an_address_once_where_it_is_its_own_words(self) -> None:
        assert _text(Link(ADDRESS, ADDRESS)) == f"{ADDRESS}\n"
