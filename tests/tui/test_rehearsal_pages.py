"""The clock of a rehearsal, and the page of what it came to."""

from __future__ import annotations

import pytest

from briefing.library.pacing import AddedSpeech
from briefing.model.history import Edit, Step
from briefing.model.pace import Measured
from briefing.speech.rehearsal import Rehearsal
from briefing.speech.script import Part, Script
from briefing.tui.pages.rehearsal_clock import ROWS, clock_lines
from briefing.tui.pages.rehearsed_page import rehearsed_page
from briefing.tui.widgets.literal import Line, Look, width_of
from briefing.tui.widgets.page import Page

PARTS = (
    Part("a", "", "The ferry sailed on two days in: three of the year", 25, 10.0),
    Part("b", "", "The wall held", 50, 22.0, 2),
)
OPEN = Script(PARTS, 150)
TIGHT = Script(PARTS, 150, slot=40, plan=37, interventions=1, given=60, hearing=27)
EXACT = Script(PARTS, 150, slot=40, plan=37)


def text(line: Line) -> str:
    return "".join(run.text for run in line)


def told(script: Script, now: float, width: int = 120, at: int = 0) -> list[str]:
    rehearsal = Rehearsal(script).run(0)
    for _ in range(at):
        rehearsal = rehearsal.go_on(10)
    return [text(line) for line in clock_lines(rehearsal, now, width)]


def look_of(words: str, lines: tuple[Line, ...]) -> Look:
    return next(run.look for line in lines for run in line if run.text == words)


class DescribeTheClock:
    def it_is_drawn_in_large_figures(self) -> None:
        assert [line[:17].rstrip() for line in told(OPEN, 14)[2:]] == [
            "  ┏━┓    ╻  ╻ ╻",
            "  ┃ ┃ ∙  ┃  ┗━┫",
            "  ┗━┛ ∙  ╹    ╹",
        ]

    def it_changes_as_a_whole_with_the_second(self) -> None:
        assert told(EXACT, 15.0) == told(EXACT, 15.49) == told(EXACT, 15.51) == told(EXACT, 15.99)
        assert told(EXACT, 15.99) != told(EXACT, 16.01)

    def it_is_small_where_there_is_no_room(self) -> None:
        assert told(OPEN, 14, 40)[2].startswith(" 0:14  ")

    @pytest.mark.parametrize("now", [0, 10, 599, 3600, 36_000])
    @pytest.mark.parametrize("width", [20, 60, 80, 200])
    def it_takes_five_lines_whatever_it_shows(self, now: float, width: int) -> None:
        lines = clock_lines(Rehearsal(TIGHT).run(0), now, width)
        assert len(lines) == ROWS
        assert all(width_of(line) <= width for line in lines[:2])

    def it_shows_the_way_through_the_speech(self) -> None:
        course, blocks = told(OPEN, 16, 35, at=1)[:2]
        assert course.index("▼") == 17
        assert blocks.strip() == "━" * 9 + " " + "━" * 21

    def it_marks_what_is_to_be_planned_for_and_where_the_time_ends(self) -> None:
        course = told(EXACT, 0, 43)[0]
        assert (course.index("┊"), course.index("│")) == (38, 41)


class DescribeWhatStandsBesideIt:
    def it_says_that_no_slot_is_set(self) -> None:
        assert "no slot is set" in told(OPEN, 5)[4]

    def it_says_what_interventions_give_and_cost(self) -> None:
        assert told(TIGHT, 5)[4].endswith(
            "1:08 left of 1:13  0:37 to plan for · 1 intervention: 1:00 given back, 0:27 to hear"
        )

    def it_warns_of_being_behind_and_says_when_the_time_will_not_do(self) -> None:
        running = Rehearsal(EXACT).run(0)
        assert look_of("on time", clock_lines(running, 9, 80)) is Look.GOOD
        assert look_of("5 s over", clock_lines(running, 15, 80)) is Look.WARN
        assert look_of("12 s over", clock_lines(running, 22, 80)) is Look.BAD
        assert look_of("0:02 over 0:40", clock_lines(running, 42, 80)) is Look.BAD

    def it_says_to_where_the_clock_would_go_back(self) -> None:
        looking = Rehearsal(OPEN).run(0).go_on(10).stand(12).go_back(12)
        assert "space: back to 0:00" in text(clock_lines(looking, 12, 80)[2])


def added(name: str = "Rowan Hale MP") -> AddedSpeech:
    edit = Edit("member", "vale", {}, {"pace": {"words": 75, "minutes": 0.5}})
    step = Step("Added", "library.toml", (edit,))
    return AddedSpeech(name, Measured(75, 0.5), Measured(), Measured(75, 0.5), step)


def read(page: Page) -> list[str]:
    return [text(par.line) for par in page.pars]


class DescribeWhatItCameTo:
    def it_says_what_would_be_added_and_in_which_line(self) -> None:
        page = read(rehearsed_page(Rehearsal(OPEN).run(0).go_on(10).go_on(32), added()))
        assert "a adds this to what is known of Rowan Hale MP. The line in library.toml then says" in page
        assert "pace = { words = 75, minutes = 0.5 }" in page

    def it_says_why_nothing_can_be(self) -> None:
        page = read(rehearsed_page(Rehearsal(OPEN).run(0).go_on(10).go_on(32), "Nobody speaks so."))
        assert "Nobody speaks so." in page
        assert not any("adds this" in line for line in page)

    def it_tells_each_block_beside_its_plan(self) -> None:
        page = read(rehearsed_page(Rehearsal(OPEN).run(0).go_on(14).stop(24, len("The wall")), ""))
        assert page[-2:] == [
            " 0:14   4 s over    The ferry sailed on two days in…",
            " 0:10               The wall held",
        ]
        assert page[0] == "Said    1 of 2 blocks, and part of the next: 27 words"

    def it_has_no_pace_where_nothing_was_timed(self) -> None:
        page = read(rehearsed_page(Rehearsal(OPEN).run(0).stop(0, 0), ""))
        assert page[:2] == ["Said    0 of 2 blocks: 0 words", "Took    0:00; by the plan 0:00: on time"]
        assert not any(line.startswith("Pace") for line in page)
