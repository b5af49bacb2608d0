"""What Word wrote in many elements is told as what somebody did once, and at home where it belongs."""

from __future__ import annotations

from tests.word.returned.ground import all_of, export, gone, ins, name, own, p, seen, t

LATER = 'w:author="A. Member" w:date="2025-03-05T09:07:00Z"'
OTHER = 'w:author="B. Adviser" w:date="2025-03-05T09:00:00Z"'
BUS = export("The bus never runs.", "The train is late.", "The ferry is gone.")
BOOKMARK_OF_A_COPY = f'<w:bookmarkStart w:id="9" w:name="{name(0)}_Copy_1"/>'
TRAIN, FERRY = own(1, t("The train is late.")), own(2, t("The ferry is gone."))


def test_nothing_was_done() -> None:
    assert seen(all_of(BUS, own(0, t("The bus never runs.")) + TRAIN + FERRY)) == []


def test_a_word_for_a_word() -> None:
    found = all_of(BUS, own(0, t("The bus "), gone("never"), ins(t("always")), t(" runs.")) + TRAIN + FERRY)
    assert seen(found) == [("replacement", "block b0", "never", "always")]


def test_one_insertion_in_many_runs() -> None:
    found = all_of(
        BUS, own(0, t("The bus never runs"), ins(t(" on")), ins(t(" Sun")), ins(t("days")), t(".")) + TRAIN + FERRY
    )
    assert seen(found) == [("insertion", "block b0", "", " on Sundays")]
    assert len(found.listed[0].revisions) == 3


def test_what_was_done_minutes_apart_or_by_two_people() -> None:
    found = all_of(
        BUS,
        own(0, t("The bus never runs"), ins(t(" on")), ins(t(" Sun"), LATER), ins(t("days"), OTHER), t("."))
        + TRAIN
        + FERRY,
    )
    assert [(change.author, change.after) for change in found.listed] == [
        ("A. Member", " on"),
        ("A. Member", " Sun"),
        ("B. Adviser", "days"),
    ]


def test_a_split() -> None:
    found = all_of(BUS, own(0, t("The bus "), mark="ins") + p(t("never runs.")) + TRAIN + FERRY)
    assert seen(found) == [("split", "block b0", "", "\n")]
    assert [(piece.text, piece.is_break) for piece in found.wordings[0].pieces] == [
        ("The bus ", False),
        ("\n", True),
        ("never runs.", False),
    ]


def test_a_merge() -> None:
    found = all_of(BUS, own(0, t("The bus never runs."), mark="del") + TRAIN + FERRY)
    assert seen(found) == [("merge", "block b0", "\n", "")]


def test_a_paragraph_put_after_another_and_before_it() -> None:
    after = all_of(BUS, own(0, t("The bus never runs."), mark="ins") + p(ins(t("It did."))) + TRAIN + FERRY)
    assert seen(after) == [("insertion", "new b0", "", "It did.")]
    before = all_of(BUS, own(0, t("The bus never runs.")) + p(ins(t("It did.")), mark="ins") + TRAIN + FERRY)
    assert seen(before) == [("insertion", "new b0", "", "It did.")]


def test_a_paragraph_taken_away() -> None:
    found = all_of(BUS, own(0, gone("The bus never runs."), mark="del") + TRAIN + FERRY)
    assert seen(found) == [("deletion", "block b0", "The bus never runs.", "")]


def test_from_the_middle_of_one_to_the_middle_of_the_next() -> None:
    found = all_of(
        BUS, own(0, t("The bus"), gone(" never runs."), mark="del") + own(1, gone("The train"), t(" is late.")) + FERRY
    )
    assert seen(found) == [
        ("deletion", "block b0", " never runs.", ""),
        ("merge", "block b0", "\n", ""),
        ("deletion", "block b1", "The train", ""),
    ]


class DescribeWhatWasNotTracked:
    def it_is_found_by_the_record(self) -> None:
        found = all_of(BUS, own(0, t("The bus always runs, mostly.")) + TRAIN + FERRY)
        assert seen(found) == [
            ("replacement", "block b0", "never", "always"),
            ("insertion", "block b0", "", ", mostly"),
        ]
        assert {(change.is_tracked, change.author, change.date) for change in found.listed} == {(False, "", "")}

    def it_stands_beside_what_was(self) -> None:
        found = all_of(BUS, own(0, t("The tram "), gone("never"), ins(t("always")), t(" runs.")) + TRAIN + FERRY)
        assert [(*one, change.is_tracked) for one, change in zip(seen(found), found.listed, strict=True)] == [
            ("replacement", "block b0", "bus", "tram", False),
            ("replacement", "block b0", "never", "always", True),
        ]
        (wording,) = found.wordings
        tracked = frozenset(change.id for change in found.listed if change.is_tracked)
        assert wording.with_accepted(tracked) == "The bus always runs."

    def it_may_be_a_whole_paragraph(self) -> None:
        found = all_of(BUS, own(0, t("The bus never runs.")) + p(t("Nor does the coach.")) + FERRY)
        assert seen(found) == [
            ("deletion", "block b1", "The train is late.", ""),
            ("insertion", "none", "", "Nor does the coach."),
        ]
        assert found.placed.homes[1].perhaps == (1,)

    def it_may_be_a_split_or_a_merge(self) -> None:
        split = all_of(BUS, own(0, t("The bus never")) + p(t("runs.")) + TRAIN + FERRY)
        assert seen(split) == [("split", "block b0", " ", "\n")]
        names = own(0, t("The bus never runs.")).replace("</w:p>", "") + TRAIN.removeprefix("<w:p>")
        merged = all_of(BUS, names + FERRY)
        assert seen(merged) == [("merge", "block b0", "\n", "")]

    def it_may_be_a_move(self) -> None:
        found = all_of(BUS, TRAIN + FERRY + own(0, t("The bus never runs.")))
        assert seen(found) == [("move", "block b0", "The bus never runs.", "The bus never runs.")]
        assert found.listed[0].to is not None
        assert found.listed[0].to.part == 2

    def it_may_be_a_copy(self) -> None:
        copied = p(BOOKMARK_OF_A_COPY, t("The bus never runs."))
        found = all_of(BUS, own(0, t("The bus never runs.")) + TRAIN + copied + FERRY)
        assert seen(found) == [("insertion", "copy b0", "", "The bus never runs.")]


class DescribeWhatWasCutAndPasted:
    def it_is_a_move_where_it_is_the_same_word_for_word(self) -> None:
        pasted = p(BOOKMARK_OF_A_COPY, ins(t("The bus never runs.")), mark="ins")
        found = all_of(BUS, own(0, gone("The bus never runs."), mark="del") + TRAIN + pasted + FERRY)
        assert seen(found) == [("move", "block b0", "The bus never runs.", "The bus never runs.")]

    def it_is_a_copy_where_the_other_stays(self) -> None:
        pasted = p(BOOKMARK_OF_A_COPY, ins(t("The bus never runs.")), mark="ins")
        found = all_of(BUS, own(0, t("The bus never runs.")) + TRAIN + pasted + FERRY)
        assert seen(found) == [("insertion", "copy b0", "", "The bus never runs.")]

    def it_may_have_left_its_bookmark_on_both_halves_of_a_split(self) -> None:
        found = all_of(BUS, own(0, t("The bus ")) + own(0, t("never runs.")) + TRAIN + FERRY)
        assert seen(found) == [("split", "block b0", "", "\n")]


def test_the_same_file_read_again_gives_the_same_ids() -> None:
    body = (
        own(0, t("The bus "), gone("never"), ins(t("always")), t(" runs.")) + own(1, t("The train is early.")) + FERRY
    )
    first, again = (all_of(BUS, body) for _ in range(2))
    assert [change.id for change in first.listed] == [change.id for change in again.listed]
    assert len({change.id for change in first.listed}) == len(first.listed) == 2


def test_what_was_done_twice_alike_is_two_changes() -> None:
    body = own(0, t("The"), ins(t(" big")), t(" bus"), ins(t(" big")), t(" never runs.")) + TRAIN + FERRY
    assert len(all_of(BUS, body).listed) == 2
