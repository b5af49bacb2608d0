"""A million cards in twenty thousand notes: the desk costs one screen, and answers while one types."""

from __future__ import annotations

from pathlib import Path

from briefing.tui.dialogs.find_card import FindCard
from briefing.tui.widgets.results import ResultsList
from tests.stories.ground import SMALL
from tests.stories.large import LargeSitting, hits, large_sitting

A_FEW_SCREENS = 300
"""Rows: what is in view, a screen to either side, in whole pages."""


async def until_seen(at: LargeSitting, words: str, pane: str = "#evidence") -> None:
    """Wait until a pane shows some words."""
    await at.until(lambda: words in at.text(pane))


async def test_twenty_thousand_notes_cost_one_screen(tmp_path: Path) -> None:
    async with large_sitting(tmp_path) as at:
        assert "1,000,000 cards · 20,000 notes" in at.lines()[0]
        assert at.library.all_headings.made == 0
        assert at.library.all_cards.made <= A_FEW_SCREENS
        await at.press("escape", "escape", "down", "space", "down", "down")
        assert "Topic 1" in at.text("#reader")
        assert 0 < at.library.all_headings.made <= A_FEW_SCREENS


async def test_folders_of_many_notes_begin_folded_so_that_one_sees_them(tmp_path: Path) -> None:
    async with large_sitting(tmp_path, SMALL) as at:
        rows = at.rows("#notes")
        assert rows[1].startswith("All cards")
        assert next(row for row in rows if "▸" in row) == "▸ f00"
        assert "Topic" not in at.text("#notes")


async def test_the_last_of_a_million_cards_is_one_key_away(tmp_path: Path) -> None:
    async with large_sitting(tmp_path) as at:
        await at.press("escape", "G")
        assert "What was seen, number 999,999" in at.text("#evidence")
        assert "number c999999" in at.text("#reader")
        assert at.library.all_cards.made <= 3 * A_FEW_SCREENS


async def test_a_folder_of_fifty_thousand_cards_opens_like_any_other(tmp_path: Path) -> None:
    async with large_sitting(tmp_path) as at:
        await at.press("escape", "escape", "down", "down")
        assert "50,000 of 1,000,000" in at.text("#evidence")
        assert "What was seen, number 50,000" in at.text("#evidence")


async def test_a_note_among_many_is_found_by_the_palette(tmp_path: Path) -> None:
    async with large_sitting(tmp_path) as at:
        await at.press("ctrl+p")
        await at.type("topic 12345")
        assert "Topic 12,345 Note" in at.text(".sheet")
        await at.press("enter")
        assert "Topic 12,345" in at.text("#notes")
        assert at.library.all_headings.made <= 2 * A_FEW_SCREENS


async def test_a_note_for_a_new_card_is_asked_for_as_lightly(tmp_path: Path) -> None:
    async with large_sitting(tmp_path) as at:
        at.papers.at_once["zeppelin"] = hits()
        at.papers.later["zeppelin"] = hits()
        await at.type("zeppelin")
        at.desk.screen.query_one("#results").focus()
        await at.press("n")
        assert "In which note?" in at.text()
        assert at.library.all_headings.made <= A_FEW_SCREENS
        await at.type("topic 12345")
        assert "Topic 12,345 50" in at.text(".sheet")


async def test_a_better_order_comes_without_the_list_jumping_under_the_cursor(tmp_path: Path) -> None:
    async with large_sitting(tmp_path) as at:
        at.papers.may_answer.clear()
        at.papers.at_once["seen"] = hits(1, 2, 3, 4, count=61, settled=False)
        at.papers.later["seen"] = hits(4, 3, 9, 1, 2, count=1000)
        at.desk.screen.query_one("#search").focus()
        for letter in "seen":
            at.send(letter)
        await until_seen(at, "4+ of 1,000,000")
        at.send("down")
        at.send("down")
        await until_seen(at, "number c3", "#reader")
        before = next(row for row in at.rows("#evidence") if "number 3" in row)
        line = at.rows("#evidence").index(before)
        at.papers.may_answer.set()
        await at.settle()
        after = at.rows("#evidence")
        assert "1,000+ of 1,000,000" in at.text("#evidence")
        assert after[line] == before
        shown = [row.rpartition(" ")[2] for row in after if "What was seen" in row]
        assert shown[:5] == ["4", "9", "3", "1", "2"]
        assert "number c3" in at.text("#reader")


async def test_the_chosen_card_stays_under_the_cursor_where_better_ones_crowd_it_out(tmp_path: Path) -> None:
    better = [number for number in range(100, 200) if number != 150]
    async with large_sitting(tmp_path) as at:
        at.papers.may_answer.clear()
        at.papers.at_once["seen"] = hits(1, 2, 3, count=61, settled=False)
        at.papers.later["seen"] = hits(*better, 3, 150, 1, 2, count=103)
        for letter in "seen":
            at.send(letter)
        await until_seen(at, "number 3")
        at.send("down")
        at.send("down")
        await until_seen(at, "number c3", "#reader")
        at.papers.may_answer.set()
        await at.settle()
        seen = [row for row in at.rows("#evidence") if "number" in row]
        assert [row.rpartition(" ")[2] for row in seen[:4]] == ["100", "101", "3", "102"]
        assert "number c3" in at.text("#reader")
        await at.press("enter", "escape", "G")
        results = at.desk.screen.query_one(ResultsList)
        shown = [row.id for index in range(results.count) if (row := results.row(index))]
        assert sorted(shown) == sorted(f"c{number}" for number in (*better, 3, 150, 1, 2))


async def test_a_search_overtaken_by_the_next_letter_is_given_up(tmp_path: Path) -> None:
    async with large_sitting(tmp_path) as at:
        at.papers.may_answer.clear()
        at.papers.at_once.update(s=hits(1, count=61, settled=False), se=hits(7, settled=True))
        at.send("s")
        await until_seen(at, "number 1")
        await at.until(lambda: at.papers.looks_for == ["s"])
        at.send("e")
        await at.settle()
        await at.until(lambda: at.papers.gave_up == ["s"])
        assert "1 of 1,000,000" in at.text("#evidence")
        assert "number 7" in at.text("#evidence")


async def test_where_nothing_is_found_what_was_meant_is_one_key_away(tmp_path: Path) -> None:
    async with large_sitting(tmp_path) as at:
        at.papers.at_once["inquirry"] = hits(settled=False)
        at.papers.later["inquirry"] = hits(suggestion="inquiry")
        at.papers.at_once["inquiry"] = hits(5)
        await at.type("inquirry")
        assert "Nothing matches." in at.text("#evidence")
        assert "Did you mean inquiry?" in at.text("#evidence")
        await at.press("enter")
        assert "inquiry" in at.text("#search")
        assert "inquirry" not in at.text("#search")
        assert "number 5" in at.text("#evidence")


async def test_of_what_is_not_known_yet_nothing_is_said(tmp_path: Path) -> None:
    async with large_sitting(tmp_path) as at:
        at.papers.may_answer.clear()
        at.papers.at_once["two words"] = hits(settled=False)
        at.papers.later["two words"] = hits()
        for letter in "two words":
            at.send("space" if letter == " " else letter)
        await until_seen(at, "… of 1,000,000")
        assert "Nothing matches" not in at.text("#evidence")
        at.papers.may_answer.set()
        await at.settle()
        assert "0 of 1,000,000" in at.text("#evidence")
        assert "Nothing matches. Fewer words find more." in at.text("#evidence")
        at.papers.at_once["zeppelin"] = hits()
        await at.press("escape")
        await at.type("zeppelin")
        assert "Nothing matches." in at.text("#evidence")
        assert "Fewer words" not in at.text("#evidence")


async def test_where_only_some_are_offered_the_count_says_so(tmp_path: Path) -> None:
    async with large_sitting(tmp_path) as at:
        at.desk.push_screen(FindCard("Which?", at.library.listing()[:200], is_all=False))
        await at.settle()
        assert "200+ of 1,000,000" in at.text("#find")


async def test_what_was_meant_can_be_clicked(tmp_path: Path) -> None:
    async with large_sitting(tmp_path) as at:
        at.papers.at_once["inquirry"] = hits(settled=False)
        at.papers.later["inquirry"] = hits(suggestion="inquiry")
        at.papers.at_once["inquiry"] = hits(5)
        await at.type("inquirry")
        await at.click("#results", "inquiry")
        assert "number 5" in at.text("#evidence")


async def test_beyond_the_cards_that_were_counted_there_may_be_more(tmp_path: Path) -> None:
    async with large_sitting(tmp_path) as at:
        at.papers.at_once["seen"] = hits(*range(60), count=61, settled=False)
        at.papers.later["seen"] = hits(*range(150), count=100)
        await at.type("seen")
        await at.press("escape")
        await at.type("seen")
        at.desk.screen.query_one("#results").focus()
        await at.press("G")
        assert "100+ of 1,000,000" in at.text("#evidence")
        assert "number 99" in at.text("#evidence")
