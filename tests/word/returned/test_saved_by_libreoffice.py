"""What LibreOffice writes for what a person did once, element by element, as it came out of round trips through it."""

from __future__ import annotations

import pytest

from tests.word.returned.ground import BY, all_of, export, gone, ins, name, own, p, seen, t

BUS = export("The bus never runs.", "The train is late.", "The ferry is gone.", n1=("A paper, page 3.",))
MARK = '<w:r><w:footnoteReference w:id="9"/></w:r>'
PAPER = "A paper, page 3."
FIRST, SECOND, THIRD = (
    own(0, t("The bus never runs.")),
    own(1, t("The train is late."), MARK),
    own(2, t("The ferry is gone.")),
)


def note(*inner: str, number: int = 9, before: str = "<w:r><w:footnoteRef/></w:r>") -> str:
    """A note as LibreOffice has it: its mark, a tab, and its words."""
    return f'<w:footnote w:id="{number}"><w:p>{before}<w:r><w:tab/></w:r>{"".join(inner)}</w:p></w:footnote>'


def taken(inner: str) -> str:
    return f'<w:del w:id="4" {BY}>{inner}</w:del>'


class DescribeNotes:
    def they_may_be_put_untracked_where_none_was(self) -> None:
        another = '<w:r><w:footnoteReference w:id="10"/></w:r>'
        body = own(0, t("The bus never runs."), another) + SECOND + THIRD
        found = all_of(BUS, body, footnotes=note(t("Says who?"), number=10) + note(t(PAPER)))
        assert seen(found) == [("insertion", "new b0", "", "Says who?")]

    def they_stay_with_their_words_where_paragraphs_are_joined(self) -> None:
        body = own(0, t("The bus never runs.")).removesuffix("</w:p>") + SECOND.removeprefix("<w:p>") + THIRD
        assert seen(all_of(BUS, body, footnotes=note(t(PAPER)))) == [("merge", "block b0", "\n", "")]
        unmarked = own(0, t("The bus never runs.")).removesuffix("</w:p>") + own(1, t("The train is late."))[5:] + THIRD
        assert seen(all_of(BUS, unmarked)) == [
            ("merge", "block b0", "\n", ""),
            ("deletion", "block b1 note 0", PAPER, ""),
        ]

    def they_go_with_their_paragraph(self) -> None:
        body = FIRST + own(1, gone("The train is late."), taken(MARK), mark="del") + THIRD
        found = all_of(BUS, body, footnotes=note(t(PAPER)))
        assert seen(found) == [("deletion", "block b1", "The train is late.", "")]
        assert [one.with_accepted(frozenset()) for one in found.wordings] == ["The train is late.", f"\t{PAPER}"]
        assert [one.with_accepted(frozenset({found.listed[0].id})) for one in found.wordings] == ["", ""]

    def they_come_with_a_copy(self) -> None:
        again = '<w:r><w:footnoteReference w:id="10"/></w:r>'
        bookmark = f'<w:bookmarkStart w:id="7" w:name="{name(1)}_Copy_1"/>'
        body = FIRST + SECOND + p(bookmark, ins(t("The train is late.")), ins(again), mark="ins") + THIRD
        found = all_of(BUS, body, footnotes=note(t(PAPER)) + note(t(PAPER), number=10))
        assert seen(found) == [("insertion", "copy b1", "", "The train is late.")]

    def they_go_along_with_a_move(self) -> None:
        again = '<w:r><w:footnoteReference w:id="10"/></w:r>'
        ends = f'<w:moveFromRangeStart w:id="1" w:name="move1" {BY}/>', '<w:moveFromRangeEnd w:id="1"/>'
        halves = [f'<w:{half} w:id="5" {BY}>{{}}</w:{half}>' for half in ("moveFrom", "moveTo")]
        away = "".join(halves[0].format(inner) for inner in (t("The train is late."), MARK))
        here = "".join(halves[1].format(inner) for inner in (t("The train is late."), again))
        body = (
            own(1, ends[0], away, ends[1], mark="moveFrom")
            + THIRD
            + p(*(end.replace("From", "To") for end in ends[:1]), here, ends[1].replace("From", "To"), mark="moveTo")
        )
        found = all_of(BUS, FIRST + body, footnotes=note(t(PAPER)) + note(t(PAPER), number=10))
        assert seen(found) == [("move", "block b1", "The train is late.", "The train is late.")]

    def they_are_no_part_of_a_move_of_the_same_words(self) -> None:
        same = export("A paper, page 3.", "The train is late.", "The ferry is gone.", n1=(PAPER,))
        put = p(f'<w:bookmarkStart w:id="7" w:name="{name(0)}_Copy_1"/>', ins(t(PAPER)), mark="ins")
        body = own(0, gone(PAPER), mark="del") + own(1, t("The train is late."), taken(MARK)) + put + THIRD
        assert seen(all_of(same, body, footnotes=note(t(PAPER)))) == [
            ("move", "block b0", PAPER, PAPER),
            ("deletion", "block b1 note 0", PAPER, ""),
        ]

    def they_may_have_their_own_mark_tracked(self) -> None:
        own_mark = taken("<w:r><w:footnoteRef/></w:r>")
        changed = note(gone("A paper"), ins(t("The book")), t(", page 3."), before=own_mark)
        assert seen(all_of(BUS, FIRST + SECOND + THIRD, footnotes=changed)) == [
            ("replacement", "block b1 note 0", "A paper", "The book")
        ]


class DescribeSplits:
    def they_may_be_within_a_word(self) -> None:
        body = own(0, t("The bus nev")) + p(t("er runs.")) + SECOND + THIRD
        found = all_of(BUS, body, footnotes=note(t(PAPER)))
        assert seen(found) == [("split", "block b0", "", "\n")]

    def they_may_leave_the_bookmark_on_the_last_half(self) -> None:
        body = p(t("The bus nev")) + own(0, t("er runs.")) + SECOND + THIRD
        found = all_of(BUS, body, footnotes=note(t(PAPER)))
        assert seen(found) == [("split", "block b0", "", "\n")]

    def they_may_be_two_in_one_paragraph(self) -> None:
        body = own(0, t("The bus ")) + p(t("never ")) + p(t("runs.")) + SECOND + THIRD
        found = all_of(BUS, body, footnotes=note(t(PAPER)))
        assert seen(found) == [("split", "block b0", "", "\n"), ("split", "block b0", "", "\n")]


START, END = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
REFERENCE = '<w:r><w:commentReference w:id="0"/></w:r>'


@pytest.mark.parametrize("mark", [ins("<w:r><w:rPr/></w:r>") + END + REFERENCE, ins(END + REFERENCE + "<w:r/>")])
def test_a_tracked_comment_is_a_comment_alone(mark: str) -> None:
    said = f'<w:comment w:id="0" {BY}>{p(t("Is that so?"))}</w:comment>'
    body = own(0, t("The bus "), START, t("never"), mark, t(" runs.")) + SECOND + THIRD
    found = all_of(BUS, body, comments=said, footnotes=note(t(PAPER)))
    assert seen(found) == [("comment", "block b0", "never", "never")]
    assert found.listed[0].revisions == (0,)


def test_a_row_with_several_paragraphs_in_a_cell_is_taken_away_at_once() -> None:
    head = export("Bus", "Train", "Tram", kinds=dict.fromkeys(range(3), "cell"))
    first = own(0, gone("Bus"), mark="del") + own(1, gone("Train"))
    row = f'<w:tr><w:trPr><w:del w:id="5" {BY}/></w:trPr><w:tc>{first}</w:tc><w:tc>{own(2, t("Tram"))}</w:tc></w:tr>'
    assert seen(all_of(head, f"<w:tbl><w:tblPr/>{row}</w:tbl>{p()}")) == [("table", "block b0", "Bus\nTrain\nTram", "")]


def test_a_paragraph_of_one_word_may_be_joined_without_a_space() -> None:
    bus = export("The bus never runs", "Courtesy")
    joined = own(0, t("The bus never runs")).removesuffix("</w:p>") + own(1, t("Courtesy")).removeprefix("<w:p>")
    assert seen(all_of(bus, joined)) == [("merge", "block b0", "\n", "")]


def test_little_may_be_left_of_a_paragraph_that_was_joined() -> None:
    bus = export(
        "The buses of the county never run on a Sunday or after dark.", "Trams are what we ask for in their place."
    )
    left, right = (
        own(0, t("The buses ")).removesuffix("</w:p>"),
        own(1, t("ask for in their place.")).removeprefix("<w:p>"),
    )
    assert seen(all_of(bus, left + right)) == [
        ("deletion", "block b0", " of the county never run on a Sunday or after dark.\nTrams are what we", "")
    ]


def test_a_copy_of_one_and_the_end_of_another_that_reads_the_same_are_no_move() -> None:
    twice = export("The bus never runs.", "The train is late.", "The bus never runs.")
    bookmark = f'<w:bookmarkStart w:id="7" w:name="{name(0)}_Copy_1"/>'
    copy = p(bookmark, ins(t("The bus never runs.")), mark="ins")
    body = copy + own(0, t("The bus never runs.")) + own(2, gone("The bus never runs."), mark="del")
    found = all_of(twice, body + own(1, t("The train is late.")))
    assert seen(found)[:1] == [("insertion", "copy b0", "", "The bus never runs.")]
    assert ("deletion", "block b2", "The bus never runs.", "") in seen(found)


def test_words_set_otherwise_are_told_with_their_tabs() -> None:
    bold = f'<w:rPr><w:b/><w:rPrChange w:id="8" {BY}><w:rPr/></w:rPrChange></w:rPr>'
    words = f"<w:r>{bold}<w:t>The bus</w:t><w:tab/><w:t>never</w:t></w:r>"
    (change, *_) = all_of(export("The bus\tnever runs."), own(0, words, t(" runs."))).listed
    assert change.before == "The bus\tnever"


@pytest.mark.parametrize("way", ["", "_Copy_1"], ids=["as .docx", "by way of .odt"])
def test_what_is_typed_at_the_end_of_one_and_at_the_beginning_of_the_next_joins_no_paragraphs(way: str) -> None:
    body = own(0, gone("The bus never runs."), ins(t("It does.")), mark="ins").replace(name(0), f"{name(0)}{way}")
    found = all_of(
        BUS, body + own(1, ins(t("Still ")), t("The train is late."), MARK) + THIRD, footnotes=note(t(PAPER))
    )
    assert seen(found) == [
        ("replacement", "block b0", "The bus never runs.", "It does."),
        ("insertion", "block b1", "", "Still "),
    ]
