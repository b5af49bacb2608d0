"""What stands in each row of an outline, worked out once an edit so that painting only looks up."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.card import Card
from briefing.model.finding import Severity
from briefing.model.library import Library
from briefing.model.outline import Block, Outline
from briefing.tui.pages.signs import sign
from briefing.tui.widgets.literal import Line, Look, Run, spread
from briefing.wording import desk
from briefing.wording import outline as say
from briefing.wording.times import clock

_NO_MARK = Run("  ", Look.PLAIN)
_MARKS = {
    Severity.STOP: Run("✗ ", Look.BAD),
    Severity.WARN: Run("! ", Look.WARN),
    Severity.INFO: _NO_MARK,
    None: _NO_MARK,
}
INDENT = 2
SIGN = 2
WEIGHT = 7
TIME = 6


@dataclass(frozen=True, slots=True)
class Row:
    """One block as the list shows it."""

    block: str
    indent: int
    sign: Run
    words: Line
    weight: str
    seconds: float | None


def rows_of(outline: Outline, library: Library, seconds: dict[str, float]) -> tuple[Row, ...]:
    """Return a row for every block of the outline, with the seconds each takes where they are known."""
    numbers = _section_numbers(outline)
    return tuple(_row(block, library, numbers, seconds.get(block.id)) for block in outline.blocks)


def line_of(row: Row, width: int, noticed: Severity | None = None) -> Line:
    """Return the row as it is painted: indented words at the left; what was noticed, weight and time at the right."""
    time = "" if row.seconds is None else clock(row.seconds)
    weight = Run(f"{row.weight:<{WEIGHT}}", Look.SOFT if row.weight != "must" else Look.PLAIN)
    room = (weight,) if width >= 50 else ()
    right = (_MARKS[noticed], *room, Run(f"{time:>{TIME - 1}} ", Look.SOFT))
    return spread((Run(" " * row.indent), row.sign, *row.words), right, width)


def _row(block: Block, library: Library, numbers: dict[str, str], seconds: float | None) -> Row:
    card = library.cards.get(block.evidence) if block.evidence else None
    return Row(
        block.id,
        INDENT * (block.level - 1),
        _sign(block, card, numbers.get(block.id, "")),
        _words(block, card),
        "" if block.heading and block.weight == "should" else block.weight,
        seconds,
    )


def _section_numbers(outline: Outline) -> dict[str, str]:
    """Return the number of each heading: `2`, or `2.1` under the second."""
    numbers: dict[str, str] = {}
    counts: list[int] = []
    depths: list[int] = []
    for block in outline.blocks:
        if block.heading:
            while depths and depths[-1] > block.level:
                depths.pop()
                counts.pop()
            if not depths or depths[-1] < block.level:
                depths.append(block.level)
                counts.append(0)
            counts[-1] += 1
            numbers[block.id] = ".".join(map(str, counts))
    return numbers


def _sign(block: Block, card: Card | None, number: str) -> Run:
    if block.heading:
        return Run(f"{number:<{SIGN - 1}} ", Look.STRONG)
    if block.attack:
        return Run(f"{'↯':<{SIGN}}", Look.WARN)
    if card is None:
        return Run(f"{'✗' if block.card else '':<{SIGN}}", Look.BAD)
    standing = sign(card.standing)
    return Run(f"{standing.text:<{SIGN}}", standing.look)


def _words(block: Block, card: Card | None) -> Line:
    if block.heading:
        return (Run(block.heading, Look.STRONG),)
    if block.evidence and card is None:
        return (Run(say.missing_card(block.evidence), Look.BAD),)
    if card is not None and card.is_restricted:
        return (Run(f"{desk.LOCK} {desk.RESTRICTED}", Look.PRIVATE),)
    if card is not None:
        return _own_first(block.text, card.claim) if block.text else (Run(card.claim),)
    return (Run(say.OWN_WORDS, Look.SOFT), Run(_first(block.text) or say.NO_WORDS))


def _own_first(text: str, claim: str) -> Line:
    return (Run(_first(text)), Run(f"  {say.INSTEAD_OF}", Look.SOFT), Run(claim, Look.SOFT))


def _first(text: str) -> str:
    """Return the words up to where the first paragraph ends, on one line."""
    return " ".join(text.strip().partition("\n\n")[0].split())
