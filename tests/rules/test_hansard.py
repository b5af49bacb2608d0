"""Reading what was said: a day of Hansard as XML, or plain text; and never what such a file points to."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefing.errors import BadInput
from briefing.rules.hansard import read_contributions

SPEECH = (
    '<speech id="uk.org/debate/2009-10-29a.1.0" speakername="Alice Penhale">'
    "<p>The bridge &mdash; <i>our</i> bridge\u2014is\n shut.</p><p> </p><p>Why?</p></speech>"
)
DECLARED = '<!DOCTYPE publicwhip [<!ENTITY mdash "&#8212;"><!ENTITY nbsp "&#160;" >]>'


def day(inner: str = SPEECH, declared: str = DECLARED) -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{declared}\n<publicwhip>{inner}</publicwhip>'.encode()


def said(content: bytes) -> list[tuple[str, ...]]:
    return [one.paragraphs for one in read_contributions(content, "day.xml")]


class DescribeADayOfHansard:
    def it_is_read_speech_by_speech(self) -> None:
        (one,) = read_contributions(day(), "day.xml")
        assert one.paragraphs == ("The bridge \u2014 our bridge\u2014is shut.", "Why?")
        assert (one.speaker, one.on) == ("Alice Penhale", date(2009, 10, 29))

    def it_leaves_out_what_nobody_says(self) -> None:
        assert said(day('<speech nospeaker="true"><p>Prayers</p></speech><p>Stray</p>' + SPEECH)) == said(day())

    def it_may_be_in_an_older_encoding(self) -> None:
        content = day("<speech speakername='A'><p>Caf\u00e9</p></speech>").decode().replace("UTF-8", "ISO-8859-1")
        assert said(content.encode("latin-1")) == [("Caf\u00e9",)]

    def it_needs_no_declaration(self) -> None:
        content = b"<publicwhip><speech speakername='A'><p>Yes.</p></speech></publicwhip>"
        assert said(content) == [("Yes.",)]

    @pytest.mark.parametrize(
        "declared",
        [
            '<!DOCTYPE publicwhip SYSTEM "hansard.dtd">',
            '<!DOCTYPE publicwhip PUBLIC "a" "b">',
            '<!DOCTYPE publicwhip [<!ENTITY mdash SYSTEM "canary.txt">]>',
            '<!DOCTYPE publicwhip [<!ENTITY % p "a"><!ENTITY mdash "b">]>',
            '<!DOCTYPE publicwhip [<!ENTITY % p SYSTEM "canary.txt"> %p; <!ENTITY mdash "b">]>',
            '<!DOCTYPE publicwhip [<!ENTITY a "aaaa"><!ENTITY mdash "&a;&a;">]>',
            '<!DOCTYPE publicwhip [<!ENTITY mdash "&#38;#60;p>">]>',
            '<!DOCTYPE publicwhip [<!ENTITY mdash "<b/>">]>',
            f'<!DOCTYPE publicwhip [<!ENTITY mdash "{"a" * 9}">]>',
            '<!DOCTYPE publicwhip [<!ENTITY u SYSTEM "a" NDATA n><!ENTITY mdash "b">]>',
        ],
    )
    def it_may_declare_letters_and_nothing_else(
        self, declared: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "canary.txt").write_text("canary", encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        with pytest.raises(BadInput) as told:
            said(day(declared=declared))
        assert told.value.where
        assert "canary" not in str(told.value)

    @pytest.mark.parametrize(
        "content",
        [
            day("<speech>"),
            day("&unknown;"),
            day()[:-5],
            day("<a>" * 70 + "</a>" * 70),
            b"<?xml version='1.0' encoding='none-such'?><publicwhip/>",
        ],
    )
    def it_is_refused_with_its_line_where_it_is_not_sound(self, content: bytes) -> None:
        with pytest.raises(BadInput):
            said(content)


class DescribeAPlainText:
    def it_is_one_contribution_a_paragraph(self) -> None:
        assert said(b"\xef\xbb\xbfOne\nline.\r\n\r\n \r\nTwo.\n\n") == [("One line.",), ("Two.",)]

    def it_may_be_empty(self) -> None:
        assert said(b" \n ") == []

    def it_is_in_utf8(self) -> None:
        with pytest.raises(BadInput):
            said(b"\xff\xfe")
