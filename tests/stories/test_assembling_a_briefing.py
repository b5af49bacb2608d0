"""From a search to a Word file: the whole of it, and what must not go wrong on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.tui.screens.outline import OutlineScreen
from tests.stories.assembling import CLAIMS, assembling, burst, said_in_word, written
from tests.stories.ground import SMALL, WIDE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "notes"


async def test_a_briefing_is_found_assembled_put_in_order_and_handed_over(folder: Path) -> None:
    async with assembling(folder) as at:
        for word in ("ferry", "harbour", "lantern", "orchard", "bakery"):
            await at.type(word)
            await at.press("enter")
        await at.press("tab", "t")
        await at.type("This is what was done.")
        await at.press("f2")
        await at.press("K", "K")
        await at.press("home", "d")
        assert "ferry1" not in written(folder)
        await at.press("z")
        await at.press("x", "enter")
        assert "Show folder" in at.text()
        await at.press("escape", "escape")
    assert written(folder) == ["ferry1", "harbour1", "lantern1", "This is what was done.", "orchard1", "bakery1"]

    (document,) = (folder.parent / "exports").glob("*.docx")
    said = said_in_word(document)
    ours = [
        (text, notes) for text, notes in said if "This is what was done" in text or text.rstrip(".") in CLAIMS.values()
    ]
    assert [text.rstrip(".") for text, _ in ours] == [
        *(CLAIMS[word] for word in ("ferry", "harbour", "lantern")),
        "This is what was done",
        *(CLAIMS[word] for word in ("orchard", "bakery")),
    ]
    assert [len(notes) for _, notes in ours] == [1, 1, 1, 0, 1, 1]
    assert [notes[0] for _, notes in ours if notes] == [
        f"Westmarch Council, Survey {number}, page {number}." for number in range(1, 6)
    ]
    assert not any(CLAIMS[word] in text for text, _ in said for word in ("viaduct", "pond", "choir"))


async def test_ten_cards_from_ten_typed_queries_cost_one_key_each_beyond_the_typing(folder: Path) -> None:
    async with assembling(folder) as at:
        keys = [key for word in CLAIMS for key in (*word, "enter")]
        await at.press(*keys)
    assert written(folder) == [f"{word}1" for word in CLAIMS]
    assert len(keys) == sum(map(len, CLAIMS)) + 10


class DescribeKeysThatComeInABurst:
    """As over a slow line, or from somebody who does not wait: they do what they would do one by one."""

    async def they_find_and_add_each_card(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await burst(at, *(key for word in CLAIMS for key in (*word, "enter")))
        assert written(folder) == [f"{word}1" for word in CLAIMS]

    async def they_are_neither_lost_nor_taken_out_of_order(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await burst(at, *(key for word in ("ferry", "harbour", "lantern", "orchard") for key in (*word, "enter")))
            await burst(at, "tab", "K", "K", "K", "w", "w", "right", "J", "d", "z", "J")
            shown = [block.card for block in at.desk.screen.outline.blocks]  # type: ignore[attr-defined]  # the outline screen
        assert shown == written(folder) == ["ferry1", "harbour1", "orchard1", "lantern1"]

    async def they_go_into_a_form_that_one_of_them_opens(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await burst(at, "tab", "t", *"thisz", "space", *"wasd", "f2", "h", *"Hx", "enter", "tab", *"ferry", "enter")
        assert written(folder) == ["thisz wasd", "Hx", "ferry1"]


class DescribeTheCardsBeforeTheOutline:
    async def they_are_all_there_and_say_which_it_holds(self, folder: Path) -> None:
        async with assembling(folder) as at:
            total = at.desk.library.card_count
            assert f"{total} of {total}" in at.text("#adding")
            assert "in it" not in at.text("#adding")
            await at.type("ferry")
            await at.press("enter")
            assert [row for row in at.lines("#results") if "The ferry" in row and "in it" in row]
            await at.press("tab", "d")
            assert "in it" not in at.text("#adding")


class DescribeUndoing:
    async def it_takes_back_and_brings_back_one_change_after_another(self, folder: Path) -> None:
        async with assembling(folder) as at:
            for word in ("ferry", "harbour"):
                await at.type(word)
                await at.press("enter")
            await at.press("tab", "d")
            assert written(folder) == ["ferry1"]
            await at.press("z", "z")
            assert written(folder) == ["ferry1"]
            await at.press("Z", "Z")
            assert written(folder) == ["ferry1"]
            await at.press("z")
            assert written(folder) == ["ferry1", "harbour1"]

    async def it_works_after_the_desk_was_closed_and_opened_again(self, folder: Path) -> None:
        async with assembling(folder) as at:
            for word in ("ferry", "harbour"):
                await at.type(word)
                await at.press("enter")
        async with assembling(folder) as at:
            await at.press("tab", "z")
            assert written(folder) == ["ferry1"]
            await at.press("ctrl+y")
            assert written(folder) == ["ferry1", "harbour1"]

    async def it_works_from_the_search_box_too(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await at.type("ferry")
            await at.press("enter", "ctrl+z")
            assert written(folder) == []

    async def it_never_takes_back_the_outline_itself(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await at.press("tab", "z", "z")
            assert isinstance(at.desk.screen, OutlineScreen)
            assert "Nothing to undo in this outline." in at.told


class DescribeTheChosenBlock:
    async def it_is_moved_with_what_stands_under_it(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await at.press("tab", "h")
            await at.type("First")
            await at.press("enter")
            await at.press("tab")
            await at.type("ferry")
            await at.press("enter", "tab", "h")
            await at.type("Second")
            await at.press("enter", "shift+up")
            assert written(folder) == ["Second", "First", "ferry1"]
            await at.press("shift+down")
            assert written(folder) == ["First", "ferry1", "Second"]

    async def it_turns_its_weight(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await at.type("ferry")
            await at.press("enter", "tab", "w")
            assert "could" in at.text("#blocks")
            await at.press("w")
            assert "must" in at.text("#blocks")

    async def it_is_read_as_a_card(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await at.type("ferry")
            await at.press("enter", "tab", "enter")
            assert "RECORD" in at.text("#reading")
            assert "Westmarch Council, Survey 1, page 1" in at.text("#reading")

    async def its_words_are_changed_in_a_form(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await at.type("ferry")
            await at.press("enter", "tab", "e")
            await at.type("Nearly every day but winter")
            await at.press("f2")
            assert "Nearly every day but winter" in at.text("#blocks")
            assert 'text = "Nearly every day but winter"' in (folder / "outlines/done.toml").read_text(encoding="utf-8")


class DescribeAnAttack:
    async def it_is_added_as_what_they_say_and_answered_one_level_deeper(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await at.press("tab", "A", "enter")
            assert "↯ They say nothing was done" in at.text("#blocks")
            await at.press("tab")
            await at.type("ferry")
            await at.press("enter")
        text = (folder / "outlines/done.toml").read_text(encoding="utf-8")
        assert 'attack = "theirs1"' in text
        assert 'card = "ferry1"\nlevel = 2' in text


class DescribeTheHead:
    async def it_counts_words_and_time_against_the_slot(self, folder: Path) -> None:
        async with assembling(folder) as at:
            assert "0:00 of 3:00" in at.text("#head")
            await at.type("viaduct")
            await at.press("enter")
            assert "0:00 of 3:00" not in at.text("#head")
            assert "of 3:00" in at.text("#head")

    async def it_says_when_the_slot_is_overrun(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await at.press("tab", "t")
            await at.type("word " * 30)
            await at.press("f2", "i")
            for _ in range(5):
                await at.press("tab")
            await at.press("ctrl+u")
            await at.type("0:05")
            await at.press("f2")
            assert "of 0:05" in at.text("#head")
            assert "over by about 0:07" in at.text("#head")

    @pytest.mark.parametrize("size", [SMALL, WIDE])
    async def it_says_from_what_to_what_it_may_be(self, folder: Path, size: tuple[int, int]) -> None:
        async with assembling(folder, size) as at:
            await at.press("tab", "t")
            await at.type("word " * 15)
            await at.press("f2")
            assert "0:06 (0:05 to 0:07) of 3:00" in at.text("#head")

    async def it_follows_what_is_known_of_the_member(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await at.press("tab", "t")
            await at.type("word " * 30)
            await at.press("f2")
            assert "0:12 (0:11 to 0:14) of 3:00" in at.text("#head")
            path = folder / "library.toml"
            member = '[[member]]\nid = "vale"\nname = "Rowan Hale"\npace = { words = 1000, minutes = 10 }\n'
            path.write_text(f"{path.read_text(encoding='utf-8')}\n{member}", encoding="utf-8")
            outline = folder / "outlines/done.toml"
            text = outline.read_text(encoding="utf-8")
            outline.write_text(text.replace('slot = "3:00"', 'slot = "3:00"\nmember = "vale"'), encoding="utf-8")
            await at.look_outside()
            await at.until(lambda: "0:14 (0:13 to 0:16) of 3:00" in at.text("#head"))


class DescribeARestrictedCard:
    async def it_shows_no_words_and_keeps_the_document_in_the_office(self, folder: Path) -> None:
        async with assembling(folder) as at:
            await at.type("kind:story")
            await at.press("enter", "tab")
            assert "Bloggs" not in at.text()
            await at.press("x", "enter")
            assert "Not made" in at.text()
            assert "Bloggs" not in at.text()
            await at.press("enter")
            assert at.desk.screen.query_one("#blocks").has_focus
        assert not (folder.parent / "exports").exists()


async def test_the_outline_is_moved_to_the_trash_after_asking_once(folder: Path) -> None:
    async with assembling(folder) as at:
        await at.press("tab", "D")
        assert "Delete the outline" in at.text()
        await at.press("y")
        assert not isinstance(at.desk.screen, OutlineScreen)
    assert not (folder / "outlines/done.toml").exists()


async def test_eighty_columns_show_one_pane_and_tab_the_other(folder: Path) -> None:
    async with assembling(folder, size=(80, 24)) as at:
        await at.type("ferry")
        assert "The ferry to Fairholm" in at.text("#adding")
        assert not at.desk.screen.query_one("#outline-pane").display
        await at.press("enter", "tab")
        assert "The ferry to Fairholm" in at.text("#outline-pane")
        assert not at.desk.screen.query_one("#adding").display
        assert "Westmarch Council" in at.text("#preview")
