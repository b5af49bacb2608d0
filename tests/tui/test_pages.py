"""What the reader shows of cards, notes and outlines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from briefing.evidence.checking import check
from briefing.model.card import Card, fingerprint
from briefing.model.ids import BlockId, CardId, NoteName, OutlineName, SourceId
from briefing.model.library import WholeLibrary
from briefing.model.note import Note
from briefing.model.outline import Block, Outline
from briefing.tui.pages.card_page import card_page
from briefing.tui.pages.note_page import note_page, summary
from briefing.tui.pages.outline_page import outline_page
from briefing.tui.widgets.literal import Look
from briefing.tui.widgets.page import Page, lay_out


def text(page: Page, width: int = 500) -> str:
    """A page as one text."""
    return "\n".join("".join(run.text for run in line).rstrip() for line in lay_out(page, width))


def shown(card: Card, *others: Card, opened: bool = False) -> str:
    """The page of a card among others."""
    library = WholeLibrary(notes=(Note(NoteName("river"), "The river", cards=(card, *others)),))
    return text(card_page(card, library, lambda _: (), opened=opened))


RIVER = Card(CardId("r1"), "record", "The river is clean")


class DescribeTheCardPage:
    def it_begins_with_kind_standing_and_claim(self) -> None:
        assert shown(RIVER).splitlines()[2] == "The river is clean"
        assert shown(RIVER).startswith("RECORD")
        assert "? unchecked" in shown(RIVER)

    def it_names_a_source_that_is_not_there(self) -> None:
        assert "No source is named." in shown(RIVER)
        assert "lost-report" in shown(Card(CardId("r1"), "record", "Clean", source=SourceId("lost-report")))

    def it_says_who_checked_and_when_and_that_a_void_check_is_void(self) -> None:
        plain = Card(CardId("r1"), "record", "Clean", status="checked")
        good = Card(
            CardId("r1"),
            "record",
            "Clean",
            status="checked",
            checked={"by": "Ann", "on": date(2025, 1, 9), "sha256": fingerprint(plain)},
        )
        assert "✓ checked" in shown(good)
        assert "Ann, 9 January 2025" in shown(good)
        void = Card(CardId("r1"), "record", "Muddy", status="checked", checked=good.checked)
        assert "? unchecked" in shown(void)
        assert "other words were checked" in shown(void)

    def it_says_that_the_source_is_another_than_when_it_was_checked(self) -> None:
        checked = check(Card(CardId("r1"), "record", "Clean", source=SourceId("gone")), None, "Ann", date(2025, 1, 9))
        assert "Look again" not in shown(checked)
        other = replace(checked, checked={**checked.checked, "source": "0"})
        assert "✓ checked" in shown(other)
        assert "not as it was when the card was checked. Look again." in shown(other)

    def it_shows_where_something_is_left_out(self) -> None:
        cut = Card(CardId("r1"), "quotation", "Clean", quote="It is … clean", cut="ellipsis")
        assert "“It is … clean”\nSomething is left out at the dots." in shown(cut)

    def it_shows_votes_embargo_care_and_follow_up(self) -> None:
        card = Card(
            CardId("r1"),
            "vote",
            "They voted",
            division={"date": date(2025, 1, 8), "number": 74, "ayes": 111, "did": "no"},
            embargo=datetime(2025, 1, 9, 9, 30),  # noqa: DTZ001 - an embargo is kept as the office's own time
            flags=("minor", "victim"),
            owner="Ann",
            due=date(2025, 2, 1),
        )
        seen = shown(card)
        assert "date 8 January 2025, number 74, ayes 111, did no" in seen
        assert "Embargo     09:30, 9 January 2025" in seen
        assert "Care        minor, victim" in seen
        assert "Follow up   Ann, 1 February 2025" in seen

    def it_names_links_both_ways_and_one_that_leads_nowhere(self) -> None:
        answer = Card(CardId("a1"), "rebuttal", "It was tested", answers=(CardId("r1"), CardId("gone")))
        assert "Answered by ? It was tested" in shown(RIVER, answer)
        assert "Answers     ? The river is clean" in shown(answer, RIVER)
        assert "gone, not in this library" in shown(answer, RIVER)

    def it_keeps_a_restricted_card_shut(self) -> None:
        shut = Card(
            CardId("s1"), "story", "Jo fell ill", quote="I was ill", why="Jo", private="Jo", handling="restricted"
        )
        assert "Jo" not in shown(shut)
        assert "ill" not in shown(shut)
        assert "STORY" in shown(shut)
        assert "s1" in shown(shut)
        assert "Jo fell ill" in shown(shut, opened=True)

    @given(st.text(min_size=1, max_size=60))
    def it_shows_any_words_as_they_stand(self, words: str) -> None:
        from briefing.model.literal import show

        def flat(text: str) -> str:
            return "".join(text.split())

        assert flat(show(words)) in flat(shown(Card(CardId("r1"), "record", "Clean", quote=words)))


class DescribeTheNotePage:
    def it_counts_how_the_cards_stand(self) -> None:
        note = Note(NoteName("n"), "River", cards=(RIVER, Card(CardId("x"), "record", "x", status="disputed")))
        assert "? 1 unchecked   ! 1 disputed" in text(note_page(note))

    def it_keeps_every_character_of_the_summary(self) -> None:
        pars = tuple(summary("# Head\nOne **strong** [word](http://x)\nand on\n\n- item\n  more"))
        page = Page("", pars)
        assert text(page) == "# Head\nOne **strong** [word](http://x) and on\n\n- item more\n"
        looks = {run.text: run.look for par in pars for run in par.line}
        assert looks["strong"] is Look.STRONG
        assert not any(run.target for par in pars for run in par.line)


class DescribeTheOutlinePage:
    def it_shows_headings_cards_and_own_words_and_no_restricted_ones(self) -> None:
        shut = Card(CardId("s1"), "story", "Jo fell ill", handling="restricted")
        library = WholeLibrary(notes=(Note(NoteName("n"), cards=(RIVER, shut)),))
        blocks = (
            Block(BlockId("b1"), heading="Where we stand"),
            Block(BlockId("b2"), card=CardId("r1"), level=2),
            Block(BlockId("b3"), text="And so on", level=2),
            Block(BlockId("b4"), card=CardId("s1"), level=2),
            Block(BlockId("b5"), card=CardId("gone"), level=2),
        )
        outline = Outline(OutlineName("o"), "Rivers", "speech", date(2025, 3, 4), blocks=blocks)
        assert text(outline_page(outline, library, "1:02")).splitlines() == [
            "Rivers",
            "Speech · 4 March 2025 · 1:02",
            "enter opens it",
            "",
            "Where we stand",
            "  ? The river is clean",
            "  And so on",
            "  ? 🔒 restricted",
            "  ! gone, not in this library",
        ]
