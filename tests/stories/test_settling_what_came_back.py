"""A marked-up Word file comes home: found, read, and settled change by change, with nothing lost and all undoable."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path

import pytest
from textual import events

from briefing.disk.places import downloads_folder
from briefing.tui.dialogs.which_file import LikelyFiles, WhichFile
from briefing.tui.screens.desk import DeskScreen
from briefing.tui.screens.outline import OutlineScreen
from briefing.tui.screens.returned import ReturnedScreen
from briefing.tui.widgets.change_list import ChangeList
from tests.stories.ground import SMALL, WIDE, Sitting, sitting
from tests.stories.marking import (
    BK,
    BOATS,
    FERRY,
    FILES,
    LAMP,
    QUOTE,
    WALL,
    Markup,
    blocks,
    lay_out,
    marks_on,
    sent_back,
    settling,
)

MENDED = WALL.replace("mended in the spring", "rebuilt in the autumn")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "notes"


@pytest.fixture
def left(folder: Path) -> Path:
    """The export, as it left."""
    return lay_out(folder)


@pytest.fixture
def marks(left: Path) -> Markup:
    """What the Member did on the train."""
    marks = marks_on(left)
    marks.replace("mended in the spring", "rebuilt in the autumn")
    marks.replace("212 days", "220 days")
    marks.insert("Every boat that was ordered has come", " in time")
    marks.remark("at dusk", "Is that so in winter too?")
    return marks


@pytest.fixture
def came(left: Path, marks: Markup) -> Path:
    return sent_back(left, marks, "harbour AM.docx")


def row(at: Sitting, words: str) -> str:
    """The row of the list that holds some words."""
    return next(line for line in at.lines("#changes") if words in line)


def chosen(at: Sitting) -> str:
    """What the chosen change put there."""
    change = at.desk.screen.query_one(ChangeList).chosen
    assert change is not None
    return change.after


# Coming to it.


async def test_it_is_found_among_the_downloads_and_opened(folder: Path, left: Path, marks: Markup) -> None:
    downloads_folder().mkdir(parents=True)
    sent_back(left, marks, "harbour AM.docx").rename(downloads_folder() / "harbour AM.docx")
    (downloads_folder() / "lunch.docx").write_bytes(b"no file of ours")
    shutil.copy(left, downloads_folder())
    async with sitting(folder, WIDE, tips=False, theme="dark") as at:
        await at.press("escape", "m")
        assert "harbour AM.docx" in at.text("#likely")
        assert "lunch" not in at.text("#likely")
        assert at.text("#likely").count(".docx") == 1, "what is as it left has not come back"
        await at.press("enter")
        assert isinstance(at.desk.screen, ReturnedScreen)
        assert "4 of 4 open" in at.text()
        await at.press("escape")
        assert isinstance(at.desk.screen, DeskScreen)


async def test_a_path_may_be_typed_or_dropped_with_its_quotes(folder: Path, came: Path) -> None:
    async with sitting(folder, WIDE, tips=False, theme="dark") as at:
        await at.press("escape", "m")
        await at.type("'nowhere.docx'")
        await at.press("enter")
        assert "There is no file nowhere.docx" in at.text()
        await at.press("ctrl+u")
        await at.type(f"'{came}'")
        await at.press("enter")
        assert isinstance(at.desk.screen, ReturnedScreen)


async def test_a_file_is_dropped_as_soon_as_one_is_asked(folder: Path, came: Path) -> None:
    async with sitting(folder, WIDE, tips=False, theme="dark") as at:
        await at.press("escape", "m")
        at.desk.post_message(events.Paste(f"'{came}' "))
        await at.press("enter")
        assert isinstance(at.desk.screen, ReturnedScreen)


@pytest.mark.usefixtures("left")
async def test_where_nothing_likely_is_found_a_path_is_asked_for(folder: Path) -> None:
    async with sitting(folder, WIDE, tips=False, theme="dark") as at:
        await at.press("escape", "m")
        assert "Give its path below." in at.text("#likely")
        await at.press("space", "down", "up", "enter")
        assert "Choose a file, or give its path." in at.text()


async def test_two_readers_files_are_marked_and_shown_together(folder: Path, left: Path, marks: Markup) -> None:
    downloads_folder().mkdir(parents=True)
    other = marks_on(left, BK)
    other.replace("mended in the spring", "patched in the spring")
    for name, each in (("AM.docx", marks), ("BK.docx", other)):
        sent_back(left, each, name).rename(downloads_folder() / name)
    async with sitting(folder, WIDE, tips=False, theme="dark") as at:
        await at.press("escape", "m", "space", "space")
        assert len(at.desk.screen.query_one(LikelyFiles).marked) == 2
        await at.press("enter")
        assert "5 of 5 open" in at.text()
        assert "A. Member" in row(at, "rebuilt")
        assert "B. Keeper" in row(at, "patched")
        at.desk.screen.query_one(ChangeList).action_first()
        await at.press("a", "a")
        assert "≠" in row(at, chosen(at)[:7]), "of two who changed the same words the second is asked about"
        assert "Both changed the same words" in at.text("#change")
        theirs = chosen(at)
        await at.press("T")
        assert theirs in blocks(folder)["wall"]


async def test_from_an_outline_and_back_it_shows_the_new_words(folder: Path, came: Path) -> None:
    async with sitting(folder, WIDE, tips=False, theme="dark") as at:
        at.desk.screen.query_one("#notes").focus()
        await at.press("o", "enter")
        assert isinstance(at.desk.screen, OutlineScreen)
        await at.press("tab", "m")
        assert isinstance(at.desk.screen, WhichFile)
        await at.type(str(came))
        await at.press("enter", "a", "escape")
        assert isinstance(at.desk.screen, OutlineScreen)
        assert "was rebuilt in the" in at.text("#blocks")


@pytest.mark.parametrize(
    ("content", "told"), [(b"%PDF-1.7", "Ask for the Word file it was made from"), (b"", "This file is empty")]
)
async def test_what_is_no_word_file_is_one_sentence_with_the_way_out(
    folder: Path, left: Path, content: bytes, told: str
) -> None:
    came = left.parent / "came.docx"
    came.write_bytes(content)
    async with settling(folder, came) as at:
        assert told in at.text("#change")
        await at.press("a", "r", "t", "A", "T", "p", "f", "n", "N", "z", "o")
        assert isinstance(at.desk.screen, ReturnedScreen)
        await at.press("escape")
        assert isinstance(at.desk.screen, DeskScreen)


async def test_nothing_changed_is_said(folder: Path, left: Path) -> None:
    async with settling(folder, left) as at:
        assert "Nothing was changed." in at.text("#changes")


# Reading it.


async def test_every_change_stands_under_its_block_and_in_full_beside_it(folder: Path, came: Path) -> None:
    async with settling(folder, came) as at:
        lines = [line.rstrip() for line in at.lines("#changes") if line.strip()]
        assert lines[0].startswith("The harbour wall")
        assert "±  mended in the spring → rebuilt in the autumn" in lines[1]
        assert "[-mended in the spring-]{+rebuilt in the autumn+}" in at.text("#change")
        assert f"would read {MENDED}" in at.text("#change")
        assert "A. Member · 09:02, 5 March 2025" in at.text("#change")


async def test_what_alters_a_figure_is_set_apart_with_the_cards_exact_words(folder: Path, came: Path) -> None:
    async with settling(folder, came) as at:
        assert " ! " in row(at, "220 days")
        await at.press("down")
        assert "needs a decision of its own" in at.text("#change")
        assert QUOTE in at.text("#change")


async def test_a_remark_is_read_in_place(folder: Path, left: Path) -> None:
    marks = marks_on(left)
    marks.insert("Every boat that was ordered has come", " in time")
    marks.remark(" in time", "Who says so?")
    async with settling(folder, sent_back(left, marks, "AM.docx")) as at:
        (first, second) = (row(at, "in time"), row(at, "Who says so?"))
        assert second.index("»") > first.index("+"), "it stands below what it is on"
        assert "Who says so?" in at.text("#change")


async def test_what_was_typed_untracked_is_listed_as_such(folder: Path, left: Path) -> None:
    marks = marks_on(left)
    marks.type_over("lit at dusk", "lit all night")
    async with settling(folder, sent_back(left, marks, "AM.docx")) as at:
        assert "not tracked" in row(at, "night")
        assert "not tracked" in at.text("#change")


async def test_what_would_be_noticed_is_told_before_one_decides(folder: Path, left: Path) -> None:
    marks = marks_on(left)
    marks.type_over(BOATS, "Minister, you have had two years.")
    async with settling(folder, sent_back(left, marks, "AM.docx")) as at:
        assert "is the Chair" in at.text("#change")


async def test_a_name_or_a_remark_cannot_command_the_screen(folder: Path, left: Path) -> None:
    marks = marks_on(left, "[bold]&#x202E;Mallory[/bold]")
    marks.remark("at dusk", "[@click=app.quit]here[/] &#x202E;dlog")
    async with settling(folder, sent_back(left, marks, "[red]AM.docx")) as at:
        assert "[@click=app.quit]here[/]" in at.text("#changes")
        assert "[bold]" in at.text("#change")
        assert "\u202e" not in "".join(at.lines())
        assert "[red]AM.docx" in at.lines()[0]


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_it_fits_the_screen(folder: Path, came: Path, size: tuple[int, int]) -> None:
    async with settling(folder, came, size=size) as at:
        for pane, least in (("#changes", 5), ("#change", 8)):
            region = at.desk.screen.query_one(pane).region
            assert region.height >= least
            assert region.bottom < size[1]
            assert region.right <= size[0]
        assert "a accept" in at.footer
        assert "? keys" in at.footer


async def test_its_keys_are_in_the_sheet_and_its_commands_in_the_palette(folder: Path, came: Path) -> None:
    async with settling(folder, came) as at:
        await at.press("?")
        await at.type("their words")
        assert "Take their words where the outline" in at.text()
        await at.press("escape", "ctrl+p")
        await at.type("accept all shown")
        await at.press("enter")
        assert "2 accepted." in " ".join(at.told)


# Deciding.


async def test_accepted_it_is_in_the_outline_and_the_next_open_one_is_chosen(folder: Path, came: Path) -> None:
    async with settling(folder, came) as at:
        await at.press("a")
        assert blocks(folder)["wall"] == MENDED
        assert "✓" in row(at, "rebuilt")
        assert chosen(at) == "220 days"
        assert "3 of 4 open" in at.text()


async def test_rejected_with_a_reason_the_outline_stays_and_the_reason_is_kept(folder: Path, came: Path) -> None:
    async with settling(folder, came) as at:
        await at.press("r")
        await at.type("The report says spring")
        await at.press("enter")
        assert blocks(folder)["wall"] == WALL
        await at.press("up")
        assert "The report says spring" in at.text("#change")
        (kept,) = (folder.parent / "exports").glob("*.decisions.toml")
        (decision,) = tomllib.loads(kept.read_text(encoding="utf-8"))["decision"]
        assert (decision["state"], decision["why"]) == ("rejected", "The report says spring")


async def test_one_may_think_better_of_rejecting(folder: Path, came: Path) -> None:
    async with settling(folder, came) as at:
        await at.press("r", "escape")
        assert "4 of 4 open" in at.text()


async def test_a_remark_becomes_a_task_on_its_block(folder: Path, came: Path) -> None:
    async with settling(folder, came) as at:
        await at.press("end", "t")
        held = tomllib.loads((folder / "outlines/harbour.toml").read_text(encoding="utf-8"))["block"]
        assert "Is that so in winter too?" in held[-1]["note"]
        assert "▸" in row(at, "in winter")


async def test_what_was_decided_is_taken_back_with_what_it_wrote(folder: Path, came: Path) -> None:
    async with settling(folder, came) as at:
        await at.press("a", "a", "z")
        assert (blocks(folder)["wall"], blocks(folder)["ferry"]) == (MENDED, f"{FERRY}.")
        assert chosen(at) == "220 days", "one is back where one was"
        await at.press("z")
        assert blocks(folder)["wall"] == WALL
        await at.press("z")
        assert "nothing to take back" in " ".join(at.told)


async def test_all_are_accepted_at_once_but_what_wants_its_own_decision(folder: Path, came: Path) -> None:
    async with settling(folder, came) as at:
        await at.press("A")
        said = blocks(folder)
        assert (said["wall"], said["boats"]) == (MENDED, BOATS.replace("come", "come in time"))
        assert (said["ferry"], said["lamp"]) == (f"{FERRY}.", LAMP)
        assert "2 accepted. 2 wait for a decision of their own." in " ".join(at.told)
        await at.press("z")
        assert blocks(folder)["boats"] == BOATS, "in one step"


async def test_all_of_one_kind_or_author_are_accepted(folder: Path, came: Path) -> None:
    async with settling(folder, came) as at:
        await at.press("f")
        await at.type("insertions")
        await at.press("enter")
        assert "only insertions" in at.text()
        assert "rebuilt" not in at.text("#changes")
        await at.press("A")
        said = blocks(folder)
        assert (said["wall"], said["boats"]) == (WALL, BOATS.replace("come", "come in time"))
        await at.press("f")
        await at.type("insertions")
        await at.press("enter")
        assert "rebuilt" in at.text("#changes"), "chosen again it is widened"


async def test_only_the_open_ones_are_shown_and_one_goes_through_them(folder: Path, came: Path) -> None:
    async with settling(folder, came) as at:
        await at.press("f")
        await at.type("open ones")
        await at.press("enter")
        at.desk.screen.query_one(ChangeList).action_first()
        await at.press("a", "a", "a")
        assert at.text("#changes") == f"{LAMP} ○ » Is that so in winter too?"
        await at.press("r", "enter")
        assert "f shows others" in at.text("#changes")
        await at.press("n")
        assert "still open" in " ".join(at.told)


async def test_the_outline_has_moved_on_and_both_are_kept_until_one_decides(folder: Path, came: Path) -> None:
    path = folder / "outlines/harbour.toml"
    now = WALL.replace("mended in the spring", "painted in the spring")
    path.write_text(path.read_text(encoding="utf-8").replace(WALL, now), encoding="utf-8")
    async with settling(folder, came) as at:
        assert f"now says {now}" in at.text("#change")
        assert f"theirs {MENDED}" in at.text("#change")
        await at.press("a")
        assert chosen(at) == "rebuilt in the autumn", "one stays where something is to be decided"
        assert blocks(folder)["wall"] == now
        await at.press("T")
        assert blocks(folder)["wall"] == MENDED


async def test_a_remark_whose_place_is_lost_is_given_one(folder: Path, left: Path) -> None:
    marks = marks_on(left)
    marks.remark_astray("Thank the crew.")
    async with settling(folder, sent_back(left, marks, "AM.docx")) as at:
        assert "not placed" in at.text("#changes")
        assert "p chooses its block" in at.text("#change")
        await at.press("p")
        await at.type("boat")
        await at.press("enter")
        assert f"It is to belong to “{BOATS}”" in at.text("#change")
        await at.press("t")
        held = tomllib.loads((folder / "outlines/harbour.toml").read_text(encoding="utf-8"))["block"]
        assert "Thank the crew." in next(block["note"] for block in held if block["id"] == "boats")


async def test_a_task_asks_for_the_block_where_nobody_has_said_it(folder: Path, left: Path) -> None:
    marks = marks_on(left)
    marks.remark_astray("Thank the crew.")
    async with settling(folder, sent_back(left, marks, "AM.docx")) as at:
        await at.press("t", "escape")
        assert "1 of 1 open" in at.text()
        await at.press("t", "enter")
        assert "0 of 1 open" in at.text()


async def test_there_is_nothing_to_choose_where_both_say_the_same(folder: Path, came: Path) -> None:
    async with settling(folder, came) as at:
        await at.press("T", "p")
        assert blocks(folder)["wall"] == WALL
        assert "There is nothing to choose here" in " ".join(at.told)
        assert "It is placed already" in " ".join(at.told)


async def test_others_who_decide_meanwhile_are_met(folder: Path, came: Path) -> None:
    async with settling(folder, came) as at:
        path = folder / "outlines/harbour.toml"
        path.write_text(path.read_text(encoding="utf-8").replace(LAMP, "The lamp is broken."), encoding="utf-8")
        await at.glance_outside()
        await at.press("a")
        assert blocks(folder)["wall"] == MENDED
        assert blocks(folder)["lamp"] == "The lamp is broken."


async def test_the_block_is_opened_in_its_outline_and_one_comes_back(folder: Path, came: Path) -> None:
    async with settling(folder, came) as at:
        await at.press("a", "o")
        assert isinstance(at.desk.screen, OutlineScreen)
        assert at.desk.screen.blocks.block_id == "ferry"
        assert "was rebuilt in the" in at.text("#blocks")
        await at.press("escape")
        assert isinstance(at.desk.screen, ReturnedScreen)
        assert chosen(at) == "220 days"


async def test_a_file_read_again_is_settled_already(folder: Path, came: Path) -> None:
    async with settling(folder, came) as at:
        await at.press("a")
    async with settling(folder, came) as at:
        assert "3 of 4 open" in at.text()
        assert chosen(at) == "220 days"


# Beyond the outline.


async def test_a_correction_goes_to_the_card_and_the_block_shows_it(folder: Path) -> None:
    shown = {**FILES, "outlines/harbour.toml": FILES["outlines/harbour.toml"].replace(f'text = "{FERRY}."\n', "")}
    left = lay_out(folder, shown)
    marks = marks_on(left)
    marks.replace("sailed on", "went on")
    before = blocks(folder)
    async with settling(folder, sent_back(left, marks, "harbour AM.docx")) as at:
        await at.press("c")
        assert "0 of 1 open" in at.text()
        assert FERRY.replace("sailed on", "went on") in (folder / "harbour.toml").read_text(encoding="utf-8")
        assert blocks(folder) == before
        await at.press("z")
        assert FERRY in (folder / "harbour.toml").read_text(encoding="utf-8")


async def test_what_is_no_claim_of_a_card_is_not_corrected(folder: Path, came: Path) -> None:
    async with settling(folder, came) as at:
        await at.press("c")
        assert "no card says them" in at.text()
        assert "4 of 4 open" in at.text()


async def test_a_page_for_the_member_lies_among_the_exports(folder: Path, came: Path) -> None:
    async with settling(folder, came) as at:
        await at.press("a", "w")
        await at.until(lambda: "harbour-decided.docx" in at.text())
    assert (folder.parent / "exports" / "harbour-decided.docx").is_file()
