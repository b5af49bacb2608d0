"""Words reach the page as they are: what Word would obey, hide or refuse is shown, and nothing is dropped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefing.document.composing import compose
from briefing.document.document import Document, Footnote, Link, Paragraph, Style, Table, Words
from briefing.model.ids import SourceId
from briefing.model.literal import show
from briefing.model.source import Source
from tests.document.ground import attack, card, composed, library, outline, own, shows
from tests.word.ground import Opened, R, W, opened, rich, said

LITERAL = [
    "[@click=app.quit]x[/]",
    "[not victims]",
    "[/]",
    "[bold",
    "[Laughter] [sic] [redacted]",
    "<b>&amp;</b> ]]> <!-- -->",
    "{ DDEAUTO c:\\windows\\system32\\cmd.exe }",
    "{PAGE} \\* MERGEFORMAT",
    "  two spaces  ",
    "%s %(a)s {0} $v",
    "“quoted” ‘words’ – and — dashes…",
    "שלום עליכם",
    "e\u0301 and 👩🏽\u200d🏫".replace("\u200d", ""),
    '_bf1000000 w:name="_bf1000000"',
]
SHOWN = [
    ("a\x1b[31mred\x1b[0m", "a␛[31mred␛[0m"),
    ("a\x1b]52;c;aGk=\x07b", "a␛]52;c;aGk=␇b"),
    ("a\x9b6n\x00b\x7f", "a⟨U+009B⟩6n␀b␡"),
    ("a\u202eb\u2066c\u200bd\ufeff", "a⟨RLO⟩b⟨LRI⟩c⟨ZWSP⟩d⟨BOM⟩"),
    ("a\ud800b\uffffc", "a⟨U+D800⟩b⟨U+FFFF⟩c"),
    ("a\rb\x0bc\x0cd", "a␍b␋c␌d"),
]


def words_of(text: str) -> Opened:
    """A file in which a text stands everywhere a text can stand."""
    held = card("c1", claim=text, quote=text, speaker=text, role=text, of=text, source="s", at=text)
    source = Source(SourceId("s"), "web", text, author=text, publisher=text, number=text, url="https://a.example/")
    made = outline(
        own("a", text), shows("b", "c1"), attack("x", "c1"), own("y", text, level=2), title=text, aim=text, event=text
    )
    return opened(compose(made, library(held, sources=(source,))))


@pytest.mark.hostile
class DescribeTheWords:
    @pytest.mark.parametrize("text", LITERAL)
    def they_are_the_same_letter_by_letter(self, text: str) -> None:
        file = words_of(text)
        assert file.text().count(text) >= 2
        assert any(text in said(note) for note in file.notes)

    @pytest.mark.parametrize(("text", "shown"), SHOWN)
    def they_show_what_would_be_obeyed_or_hidden(self, text: str, shown: str) -> None:
        file = words_of(text)
        assert shown in file.text()
        assert any(shown in said(note) for note in file.notes)
        assert shown in etree.tostring(file.part("docProps/core.xml"), encoding="unicode")
        assert shown in said(file.part("word/footer1.xml"))

    def they_keep_line_ends_and_tabs_as_word_writes_them(self) -> None:
        file = opened(composed(own("a", "one\ntwo\tthree")))
        assert "one\ntwo\tthree" in file.text()
        assert not [text for text in file.body.iter(f"{W}t") if "\n" in (text.text or "") or "\t" in (text.text or "")]

    def they_keep_the_spaces_at_their_ends(self) -> None:
        texts = opened(composed(own("a", " a "))).body.iter(f"{W}t")
        assert {text.get("{http://www.w3.org/XML/1998/namespace}space") for text in texts} == {"preserve"}

    @given(st.text(st.characters(exclude_categories=())))
    def they_are_what_the_document_says_whatever_that_is(self, text: str) -> None:
        file = opened(Document(text, "briefing", "2025-03-05", text, text, text, (_paragraph(text), _table(text))))
        assert file.text()[0] == show(text) * 2
        assert [said(note) for note in file.notes] == [f"\t{show(text)}"]
        for name, part in file.parts.items():
            assert etree.fromstring(part) is not None, name


def _paragraph(text: str) -> Paragraph:
    return Paragraph(Style.BODY, (Words(text, bold=True), Link(text, "https://a.example/?a=b&c='d'"), _note(text)))


def _note(text: str) -> Footnote:
    return Footnote((Words(text, italic=True),))


def _table(text: str) -> Table:
    cell = Paragraph(Style.CELL, (Words(text),), kind="cell")
    return Table(text, (cell,), (((cell,),),), (100,), text)


@pytest.mark.hostile
class DescribeALink:
    def it_keeps_its_address_whatever_is_in_it(self) -> None:
        url = "https://a.example/?a=b&c='d'&amp;=%22"
        file = opened(Document("A", "briefing", "", "", "", "", (Paragraph(Style.BODY, (Link("words", url),)),)))
        (link,) = file.body.iter(f"{W}hyperlink")
        assert file.relationships("word/document.xml")[link.get(f"{R}id", "")] == (url, True)

    @pytest.mark.parametrize(
        "url",
        [
            "javascript:alert(1)",
            "file:///etc/hosts",
            r"\\host\share\a.docx",
            "//host/share",
            "data:text/html,x",
            "ms-word:ofe|u|https://a.example/a.docx",
            "search-ms:query=a",
            "https://bank@evil.example",
            "https://a.example/\x1b]8;;",
            "a.example/enews",
        ],
    )
    def it_is_not_made_of_an_address_that_does_harm(self, url: str) -> None:
        held = card("c1", source="s")
        source = Source(SourceId("s"), "web", "A page", url=url, archived=url)
        file = opened(compose(outline(shows("a", "c1")), library(held, sources=(source,))))
        assert not [part for part in file.parts.values() if b'TargetMode="External"' in part]
        assert show(url) in said(file.notes[0])


def test_no_word_of_an_outline_becomes_a_field() -> None:
    file = opened(rich(title="{ PAGE }", event="{ DDEAUTO a b }"))
    assert not [name for name, part in file.parts.items() if b"instrText" in part]
    fields = [
        field.get(f"{W}instr")
        for name in file.parts
        if name.endswith(".xml")
        for field in file.part(name).iter(f"{W}fldSimple")
    ]
    assert fields == [" PAGE ", " NUMPAGES "]
