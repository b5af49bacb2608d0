"""The rows of what came back: under their blocks, remarks below what they are on, nothing invisible."""

from __future__ import annotations

from briefing.settling.settlement import Settlement
from briefing.tui.only import Only, choices
from briefing.tui.widgets.change_rows import Row, line_of, only, rows_of
from briefing.tui.widgets.literal import Run, width_of
from tests.settling.ground import BUS, FERRY, TRAIN, outline, settling
from tests.word.returned.ground import BY, gone, ins, own, t

THREE = outline(BUS, TRAIN, FERRY)
LATER = BY.replace("A. Member", "B. Keeper")


def told(rows: tuple[Row, ...]) -> list[str]:
    """Each row in words, set in as deep as it stands; a heading without."""
    return [
        f"{'  ' * row.depth}{row.change.what} {''.join(run.text for run in row.words)}"
        if row.change
        else "".join(run.text for run in row.words)
        for row in rows
    ]


def two_blocks() -> Settlement:
    body = own(0, t("The bus "), gone("never"), ins(t("always")), t(" runs.")) + own(
        1, t(TRAIN), ins(t(" Ever."), LATER)
    )
    return settling(THREE, body + own(2, t(FERRY)))


def test_changes_stand_under_the_words_of_their_block() -> None:
    assert told(rows_of(two_blocks())) == [BUS, "replacement never → always", TRAIN, "insertion Ever."]


def test_a_heading_goes_with_its_changes() -> None:
    settlement = two_blocks()
    rows = rows_of(settlement)
    assert told(only(rows, Only(author="B. Keeper").lets(settlement))) == [TRAIN, "insertion Ever."]
    assert only(rows, Only(kind="move").lets(settlement)) == ()


def test_a_choice_made_again_is_taken_back() -> None:
    settlement = two_blocks()
    for key, words, count in choices(settlement):
        chosen = Only().turned(key)
        assert chosen.told == ((words,) if key != "all" else ())
        assert sum(map(chosen.lets(settlement), settlement.listed)) == count
        assert chosen.turned(key) == Only()


def test_white_space_that_comes_alone_can_be_seen() -> None:
    settlement = settling(THREE, own(0, t("The bus"), ins(t("\u00a0")), t(" never runs.")) + own(1, t(TRAIN)))
    assert "insertion ⍽" in told(rows_of(settlement))


def test_a_row_is_as_wide_as_its_room() -> None:
    row = rows_of(two_blocks())[1]
    for width in (20, 40, 80):
        assert width_of(line_of(row, width, "open", Run("! "))) <= width


def _comment(number: int, says: str) -> str:
    paragraph = f'<w:p w14:paraId="0000000{number}"><w:r><w:t>{says}</w:t></w:r></w:p>'
    return f'<w:comment w:id="{number}" {BY}>{paragraph}</w:comment>'


def _on(number: int, inner: str) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>{inner}<w:commentRangeEnd w:id="{number}"/>'


def _threads(*pairs: tuple[int, int]) -> str:
    return "".join(
        f'<w15:commentEx w15:paraId="0000000{one}" w15:paraIdParent="0000000{other}" w15:done="0"/>'
        for one, other in pairs
    )


def _talked(*pairs: tuple[int, int]) -> list[str]:
    body = own(0, t("The bus "), _on(1, ins(t("hardly "))), _on(2, t("never")), t(" runs.")) + own(1, t(TRAIN))
    comments = "".join(_comment(number, f"No {number}.") for number in (1, 2, 3))
    return told(rows_of(settling(THREE, body, comments=comments, commentsExtended=_threads(*pairs))))


def test_a_remark_stands_below_what_it_is_on_and_a_reply_below_that() -> None:
    assert _talked((3, 1))[1:5] == ["insertion hardly", "  comment No 1.", "    reply No 3.", "comment No 2."]


def test_replies_in_a_circle_are_all_there() -> None:
    assert sorted(row.rpartition(" ")[2] for row in _talked((1, 2), (2, 1)) if "No" in row) == ["1.", "2.", "3."]
