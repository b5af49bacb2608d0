"""A speech said aloud against a clock. Its readings are whole seconds here, so that every sum is exact."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hypothesis import given
from hypothesis import strategies as st

from briefing.speech.rehearsal import Rehearsal, Took
from briefing.speech.script import Part, Script

SCRIPT = Script(
    (
        Part("a", "", "word " * 25, 25, 10.0),
        Part("b", "", "word " * 50, 50, 22.0, 2),
        Part("c", "", "word " * 25, 25, 10.0),
        Part("d", "", "word " * 25, 25, 13.0, 3),
    ),
    150,
)
NEW = Rehearsal(SCRIPT)

Act = Callable[[Rehearsal, float], Rehearsal]
ACTS: Mapping[str, Act] = {
    "run": Rehearsal.run,
    "stand": Rehearsal.stand,
    "on": Rehearsal.go_on,
    "back": Rehearsal.go_back,
    "again": Rehearsal.say_again,
    "halt": Rehearsal.halt,
}
KEYS = st.lists(st.tuples(st.integers(0, 30), st.sampled_from(sorted(ACTS))), max_size=40)


def rehearsed(*seconds: int) -> Rehearsal:
    """A rehearsal whose first parts took so long, the clock running on in the next."""
    rehearsal, now = NEW.run(0), 0
    for each in seconds:
        now += each
        rehearsal = rehearsal.go_on(now)
    return rehearsal


class DescribeAStraightRun:
    def it_begins_with_nothing(self) -> None:
        assert not NEW.is_begun
        assert (NEW.at, NEW.elapsed(99), NEW.behind(99)) == (0, 0, 0)

    def it_gives_each_part_its_time(self) -> None:
        assert rehearsed(9, 20, 12).times == {0: 9, 1: 20, 2: 12}
        assert rehearsed(9, 20, 12).elapsed(45) == 45

    def it_is_over_after_the_last_part(self) -> None:
        over = rehearsed(9, 20, 12, 10)
        assert over.is_over
        assert not over.is_running
        assert over.took() == Took(words=125, seconds=51, pauses=2)
        assert over.planned() == SCRIPT.seconds

    def it_measures_the_pace_of_the_words_not_of_the_pauses(self) -> None:
        assert rehearsed(9, 20, 12, 11).took().pace == 150
        assert Took(10, 2, pauses=5).pace == 0

    def its_last_pause_is_not_waited_for(self) -> None:
        assert rehearsed(9, 20, 12, 10).took().pauses == 2

    def it_can_be_taken_up_again_once_it_is_over(self) -> None:
        again = rehearsed(9, 20, 12, 10).take_up()
        assert (again.at, again.is_over, again.is_running, again.elapsed(99)) == (3, False, False, 51)
        assert again.run(60).go_on(64).took() == Took(words=125, seconds=55, pauses=2)


class DescribeThePlan:
    def it_says_when_the_part_at_hand_is_due(self) -> None:
        assert rehearsed().due() == (0, 10)
        assert rehearsed(9).due() == (10, 32)

    def it_is_kept_while_the_part_is_due(self) -> None:
        assert [rehearsed(10).behind(now) for now in (10, 20, 32)] == [0, 0, 0]

    def it_is_missed_once_the_part_is_not_due_any_more_and_beaten_before_it_is(self) -> None:
        assert rehearsed(10).behind(35) == 3
        assert rehearsed(6).behind(7) == -3

    def it_is_beaten_once_all_was_said_sooner(self) -> None:
        assert rehearsed(9, 20, 12, 10).behind(99) == 51 - SCRIPT.seconds

    def it_tells_about_where_one_must_be_in_a_part(self) -> None:
        assert rehearsed().likely_end(0) == 0
        assert rehearsed().likely_end(5) == len(SCRIPT.parts[0].words) // 2
        assert rehearsed().likely_end(500) == len(SCRIPT.parts[0].words)


class DescribeTheClock:
    def it_stands_and_goes_on_from_there(self) -> None:
        paused = rehearsed(9).stand(12)
        assert (paused.elapsed(500), paused.elapsed_here(500)) == (12, 3)
        assert paused.run(100).elapsed(107) == 19

    def it_goes_back_with_a_part_that_is_said_again(self) -> None:
        again = rehearsed(9, 20).say_again(40)
        assert (again.at, again.elapsed(40), again.elapsed(45)) == (2, 29, 34)
        assert again.is_running

    def it_gives_the_time_of_a_part_begun_too_early_to_the_one_before(self) -> None:
        back = rehearsed(9).go_back(11)
        assert (back.at, back.said, back.elapsed(11)) == (0, frozenset(), 11)
        assert back.go_on(14).times == {0: 14}

    def it_goes_back_to_a_part_that_is_begun_anew(self) -> None:
        looking = rehearsed(9, 20).stand(33).go_back(33).go_back(33)
        assert (looking.at, looking.elapsed(33), looking.time_before()) == (0, 33, 0)
        assert looking.run(50).elapsed(52) == 2
        assert looking.run(50).said == frozenset()

    def it_counts_nothing_that_is_passed_while_it_stands(self) -> None:
        passed = rehearsed(9).stand(12).go_on(12).run(20).go_on(29)
        assert (passed.said, passed.times) == (frozenset({0, 2}), {0: 9, 2: 9})

    def it_returns_to_the_part_it_stood_still_in(self) -> None:
        looking = rehearsed(9, 20).stand(33).go_back(33)
        assert (looking.at, looking.under_way, looking.halt(99).at) == (1, 2, 2)

    def it_passes_no_part_after_the_last(self) -> None:
        last = rehearsed(9, 20, 12).stand(45)
        assert last.go_on(45) == last


class DescribeAStop:
    def it_counts_the_words_up_to_there(self) -> None:
        stopped = rehearsed(9, 20).stop(33, len("word " * 10))
        assert stopped.took() == Took(words=85, seconds=33, pauses=2)
        assert stopped.planned() == 36

    def it_is_in_the_part_under_way_whatever_one_looks_at(self) -> None:
        stopped = rehearsed(9, 20).stand(33).go_back(33).go_back(33).stop(40, len("word " * 10))
        assert (stopped.at, stopped.took().words) == (2, 85)

    def its_part_was_said_where_it_is_at_the_end(self) -> None:
        stopped = rehearsed(9).stop(29, len(SCRIPT.parts[1].words))
        assert stopped.took() == Took(words=75, seconds=29, pauses=0)
        assert stopped.said == {0, 1}

    def it_counts_no_more_words_than_a_part_has(self) -> None:
        script = Script((Part("a", "", "word " * 25, 20.0, 10.0),))
        assert Rehearsal(script).run(0).stop(9, len("word " * 24)).took().words == 20

    def it_counts_nothing_twice(self) -> None:
        over = rehearsed(9, 20, 12, 10)
        assert over.stop(99, 20).took().words == 125

    def it_can_be_taken_back(self) -> None:
        paused = rehearsed(9, 20).stand(33)
        assert paused.stop(40, 12).take_up() == paused


def played(keys: list[tuple[int, str]]) -> tuple[Rehearsal, int, int]:
    """What these keys, each after so many seconds, come to; what a clock on the wall shows; how long ours ran."""
    rehearsal, now, ran = NEW, 0, 0
    for seconds, key in keys:
        now += seconds
        ran += seconds if rehearsal.is_running else 0
        rehearsal = ACTS[key](rehearsal, now)
    return rehearsal, now, ran


@given(KEYS)
def test_whatever_is_pressed_times_add_up_to_the_clock(keys: list[tuple[int, str]]) -> None:
    rehearsal, now, ran = played(keys)
    assert 0 <= rehearsal.elapsed(now) <= ran
    still = rehearsal.stand(now)
    assert sum(still.times.values()) == still.took().seconds == rehearsal.elapsed(now)


@given(KEYS)
def test_whatever_is_pressed_only_what_was_said_and_what_is_under_way_has_a_time(keys: list[tuple[int, str]]) -> None:
    rehearsal, _, _ = played(keys)
    assert rehearsal.said <= rehearsal.times.keys() <= rehearsal.said | {rehearsal.under_way}
    assert rehearsal.is_over or not rehearsal.is_running or all(at < rehearsal.at for at in rehearsal.said)
    assert 0 <= rehearsal.at < len(SCRIPT.parts)


@given(KEYS)
def test_whatever_is_pressed_a_stop_counts_at_most_all_words(keys: list[tuple[int, str]]) -> None:
    rehearsal, now, _ = played(keys)
    took = rehearsal.stop(now, rehearsal.likely_end(now)).took()
    assert sum(SCRIPT.parts[at].count for at in rehearsal.said) <= took.words <= 125


@given(KEYS)
def test_a_clock_that_is_never_set_back_shows_all_the_time_it_ran(keys: list[tuple[int, str]]) -> None:
    rehearsal, now, ran = NEW, 0, 0
    for seconds, key in keys:
        now += seconds
        ran += seconds if rehearsal.is_running else 0
        turns = key in {"on", "back"}
        if key != "again" and (rehearsal.is_running or not turns):
            rehearsal = ACTS[key](rehearsal, now)
    assert rehearsal.elapsed(now) == ran


@given(KEYS, st.lists(st.sampled_from(["on", "back"]), max_size=6))
def test_to_look_about_while_the_clock_stands_changes_nothing(keys: list[tuple[int, str]], looks: list[str]) -> None:
    rehearsal, now, _ = played(keys)
    still = rehearsal.halt(now)
    looking = still
    for look in looks:
        looking = ACTS[look](looking, now)
    assert (looking.times, looking.said) == (still.times, still.said)
    if still.at in still.times.keys() - still.said:
        assert looking.due() == still.due()
        assert looking.halt(now) == still


@given(KEYS, st.lists(st.sampled_from(["on", "back"]), max_size=6))
def test_the_clock_goes_back_to_where_it_was_said_it_would(keys: list[tuple[int, str]], looks: list[str]) -> None:
    rehearsal, now, _ = played(keys)
    looking = rehearsal.halt(now)
    for look in looks:
        looking = ACTS[look](looking, now)
    if looking.at != looking.under_way and not looking.is_over:
        assert looking.run(now).elapsed(now) == looking.time_before()
