"""A citation says who, what, when and where, and leads only where it is safe to go."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.document.citation import cite, cite_again, cite_text, name_source, safe_link
from briefing.document.document import Link, Words
from briefing.model.ids import SourceId
from briefing.model.source import Source
from tests.document.ground import AUDIT, DEBATE


def said(source: Source, at: str = "") -> str:
    return "".join(part.text for part in cite(source, at))


class DescribeACitation:
    def it_says_who_what_which_number_when_and_where_in_it(self) -> None:
        assert said(AUDIT, "page 12") == (
            "Audit Office, Local bus services outside the capital, HC 577, 2 October 2020, page 12 "
            "(www.audit.example, read 9 January 2025)."
        )

    def it_names_a_debate_by_its_house_and_volume(self) -> None:
        assert said(DEBATE, "column 214") == (
            "House of Commons, Rural Bus Services, volume 741, 21 November 2023, column 214 (debates.example)."
        )

    def it_spells_a_date_only_as_far_as_the_source_does(self) -> None:
        assert ", June 2013." in said(Source(SourceId("a"), "report", "A report", published="2013-06"))

    def it_makes_the_title_the_link_and_never_shows_a_bare_address(self) -> None:
        link = next(part for part in cite(AUDIT) if isinstance(part, Link))
        assert (link.text, link.url) == (AUDIT.title, AUDIT.url)
        assert "https" not in said(AUDIT)

    def it_sets_a_title_that_leads_nowhere_in_italics(self) -> None:
        assert Words("A speech", italic=True) in cite(Source(SourceId("a"), "speech", "A speech"))

    def it_leads_to_the_archived_copy_where_that_is_all_there_is(self) -> None:
        kept = "https://archive.example/buses"
        assert Link("Gone", kept) in cite(Source(SourceId("a"), "web", "Gone", archived=kept))

    def it_offers_the_archived_copy_beside_the_page_itself(self) -> None:
        kept = "https://archive.example/buses"
        assert Link("archived copy", kept) in cite(replace(DEBATE, archived=kept))

    def it_shows_an_address_that_cannot_be_a_link_as_it_was_written(self) -> None:
        source = Source(SourceId("a"), "web", "A page", url="example.org/enews")
        assert said(source) == "A page (example.org/enews)."
        assert not [part for part in cite(source) if isinstance(part, Link)]

    def it_begins_with_a_capital(self) -> None:
        assert said(Source(SourceId("a"), "news", "Buses", author="the Government")).startswith("The Government, ")

    def it_does_not_say_a_number_twice(self) -> None:
        division = Source(SourceId("a"), "division", "Division 74: buses", number="74")
        assert said(division, "division 74") == "Division 74: buses, division 74."

    @pytest.mark.parametrize(
        ("author", "title", "who"),
        [
            ("Ada Marlow", "Ada Marlow’s letter on buses", ""),
            ("the Audit Office", "Audit Office: buses", ""),
            ("audit office", "The Audit Office on buses", ""),
            ("Audit Office", "Audit Office", ""),
            ("Ann", "Annual report on buses", "Ann, "),
            ("Ann", "Ann-Marie’s report", "Ann, "),
            ("Ada Marlow", "A letter by Ada Marlow", "Ada Marlow, "),
        ],
    )
    def it_does_not_say_who_twice_where_the_title_begins_with_it(self, author: str, title: str, who: str) -> None:
        source = Source(SourceId("a"), "report", title, author=author, publisher="A Press")
        assert said(source) == f"{who}{title}, A Press."

    def it_names_a_publisher_beside_an_author_and_not_beside_itself(self) -> None:
        both = Source(SourceId("a"), "report", "Buses", author="A. Writer", publisher="A Press")
        same = replace(both, publisher="A. Writer")
        assert said(both) == "A. Writer, Buses, A Press."
        assert said(same) == "A. Writer, Buses."

    def it_is_shorter_the_second_time(self) -> None:
        again = "".join(part.text for part in cite_again(AUDIT, "page 31"))
        assert again == "Local bus services outside the capital, 2 October 2020, page 31."

    def its_text_carries_the_whole_address(self) -> None:
        assert cite_text(AUDIT).endswith(f"(www.audit.example, read 9 January 2025). {AUDIT.url}")
        assert cite_text(Source(SourceId("a"), "web", "A page", url="file:///etc/hosts")).endswith("hosts).")

    def its_shortest_form_is_who_and_when(self) -> None:
        assert name_source(AUDIT) == "Audit Office, 2 October 2020"
        assert (
            name_source(Source(SourceId("a"), "web", "a page", published=date(2025, 1, 2))) == "A page, 2 January 2025"
        )


SAFE = [
    "https://www.gov.example/publications/a-report",
    "http://example.org",
    "HTTPS://Example.org/",
    "https://example.org:8443/a?b=c&d=%20e#f",
    "https://example.org/a'b(c)",
    "https://192.0.2.7/a",
    "https://[2001:db8::1]/a",
    "mailto:office@example.org",
    "mailto:office@example.org?subject=Buses",
]
UNSAFE = [
    "",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>",
    "file:///etc/hosts",
    "file://host/share",
    r"\\host\share",
    "//host/share",
    r"https:\\host\share",
    "https:/example.org",
    "https:example.org",
    "https://",
    "https:///etc",
    "ms-word:ofe|u|https://example.org/a.docx",
    "ms-msdt:/id",
    "search-ms:query=a&crumb=location:\\\\host",
    "vbscript:msgbox",
    "ftp://example.org/a",
    "tel:0123",
    "https://bank@evil.example",
    "https://bank.example:password@evil.example/",
    "https://bank.example%40evil.example/",
    "https://good.example\\@evil.example",
    "https://example.org:port/",
    "https://example.org:99999/",
    "https://[example.org/",
    "https://example.org/a b",
    "https://example.org/\x00a",
    "https://example.org/\x1b]8;;",
    "https://example.org/\ta",
    "https://example.org/\u202eexe.txt",
    "https://exam\u200bple.org/",
    'https://example.org/"onclick=',
    "https://example.org/<a>",
    "example.org",
    "www.example.org/enews",
    "mailto:",
    "mailto:office",
    "mailto:office@example.org?attach=/etc/hosts",
    "mailto://office@example.org",
    "https://example.org/" + "a" * 2048,
]


@pytest.mark.hostile
class DescribeASafeLink:
    @pytest.mark.parametrize("url", SAFE)
    def it_is_a_web_or_mail_address_as_it_was_written(self, url: str) -> None:
        assert safe_link(url) == url

    @pytest.mark.parametrize("url", UNSAFE)
    def it_is_nothing_else(self, url: str) -> None:
        assert safe_link(url) is None

    def it_shows_the_real_host_behind_letters_that_look_alike(self) -> None:
        assert safe_link("https://gоv.example/ä?ö#ü") == "https://xn--gv-fmc.example/%C3%A4?%C3%B6#%C3%BC"

    @given(st.text())
    def it_never_fails_and_never_lets_a_hidden_character_through(self, url: str) -> None:
        link = safe_link(url)
        assert link is None or (link.isascii() and link.isprintable() and " " not in link)
