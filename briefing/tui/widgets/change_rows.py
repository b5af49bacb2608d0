"""What stands in each row of what came back, worked out once when it is read so that painting only looks up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from briefing.settling.settlement import REMARKS, Settlement
from briefing.tui.widgets.literal import Line, Look, Run, spread
from briefing.word.returned.change import Change, What
from briefing.word.returned.homes import Where
from briefing.word.returned.values import NONE
from briefing.wording import homecoming as say

_LONGEST = 160
"""Characters of a text that a row may show."""
_BEFORE = 36
"""And of what was there before, where something else is there instead."""
_AUTHOR = 14
_DEEPEST = 3
"""How deep a reply is set in."""


@dataclass(frozen=True, slots=True)
class Row:
    """One change as the list shows it, or, without a change, what those below it are in."""

    words: Line
    change: Change | None = None
    depth: int = 0
    """How deep it stands below the change it is on."""
    author: str = ""

    @property
    def name(self) -> str:
        """The id of the change; empty for a heading."""
        return self.change.id if self.change else ""


def rows_of(settlement: Settlement) -> tuple[Row, ...]:
    """Return a row for every change, under headings: a block, what is new after it, the tray."""
    names = len(settlement.authors) > 1
    rows: list[Row] = []
    for _, under in groupby(settlement.listed, lambda change: (change.home.where, change.block)):
        changes = tuple(under)
        rows.append(Row((Run(_heading(settlement, changes[0]), Look.HEADING),)))
        rows += _under(settlement, changes, names=names)
    return tuple(rows)


def only(rows: Sequence[Row], lets: Callable[[Change], bool]) -> tuple[Row, ...]:
    """Return the rows of the changes that are let through, with their headings."""
    kept: list[Row] = []
    for row in rows:
        if row.change is None or lets(row.change):
            if row.change is None and kept and kept[-1].change is None:
                kept.pop()
            kept.append(row)
    return tuple(kept if kept and kept[-1].change else kept[:-1])


def block_words(settlement: Settlement, block: str) -> str:
    """Return what a block said when it left, on one line; empty for none."""
    parts = settlement.came[0].exported.parts
    said = next((part.text for part in parts if block and part.block == block and part.text.strip()), "")
    return _short(said)


def _heading(settlement: Settlement, change: Change) -> str:
    words = "" if change.home.where is Where.NONE else block_words(settlement, change.block)
    return say.group(change.home.where, words)


def _under(settlement: Settlement, changes: Sequence[Change], *, names: bool) -> Iterator[Row]:
    """Yield the rows of one group; a remark stands below the change it is on, a reply below what it is to.

    Replies that are to one another, as a damaged file may have them, stand at the end.
    """
    below: dict[str, list[Change]] = {}
    for change, above in _with_above(settlement, changes):
        below.setdefault(above, []).append(change)
    left = {change.id: change for change in changes}
    waiting = [(change, 0) for change in reversed(below.get("", []))]
    while waiting:
        change, depth = waiting.pop()
        yield _row(left.pop(change.id), depth, names=names)
        waiting += [(other, depth + 1) for other in reversed(below.get(change.id, []))]
    yield from (_row(change, 0, names=names) for change in left.values())


def _row(change: Change, depth: int, *, names: bool) -> Row:
    author = change.author if names else ""
    is_known = change.is_tracked or change.what in REMARKS
    return Row(tuple(_words(change)), change, min(depth, _DEEPEST), author[:_AUTHOR] if is_known else say.UNTRACKED)


def _with_above(settlement: Settlement, changes: Sequence[Change]) -> Iterator[tuple[Change, str]]:
    """Yield each change of a group and the id of what it stands below in it; empty for none."""
    ids = {change.id for change in changes}
    near: dict[int, list[Change]] = {}
    for change in changes:
        if change.what not in REMARKS and change.paragraph != NONE:
            near.setdefault(change.paragraph, []).append(change)
    for change in changes:
        if change.what is What.COMMENT:
            files = settlement.files_of(change.id)
            on = (one for one in near.get(change.paragraph, ()) if _is_on(change, one))
            yield change, next((one.id for one in on if settlement.files_of(one.id) == files), "")
        else:
            yield change, change.thread if change.thread in ids else ""


def _is_on(remark: Change, change: Change) -> bool:
    """Whether the words a remark is on are those of a change, or hold them."""
    on = remark.before.strip()
    said = [text for text in (change.before.strip(), change.after.strip()) if text]
    return bool(on) and any(text in on or on in text for text in said)


def _words(change: Change) -> Iterator[Run]:
    before, after = _short(change.before), _short(change.after)
    match change.what:
        case What.COMMENT | What.REPLY:
            yield Run(_short(change.text), Look.SOFT if change.is_resolved else Look.PLAIN)
        case What.REPLACEMENT:
            yield Run(before if len(before) <= _BEFORE else f"{before[: _BEFORE - 1]}…", Look.TAKEN)
            yield Run(say.TO, Look.SOFT)
            yield Run(after, Look.PUT)
        case What.INSERTION:
            yield Run(after, Look.PUT)
        case What.DELETION:
            yield Run(before, Look.TAKEN)
        case _:
            yield Run(before or after or _short(change.text))


def _short(text: str) -> str:
    """Return a text on one line; of nothing but white space something that can be seen."""
    return " ".join(text[: 2 * _LONGEST].split())[:_LONGEST] or spaces(text[:_LONGEST])


def spaces(text: str) -> str:
    """Return white space as signs that can be seen."""
    return "".join(say.SPACES.get(character, say.SPACE) for character in text)


_STATES = {"open": Look.PLAIN, "accepted": Look.GOOD, "rejected": Look.BAD, "task": Look.KEY}


def line_of(row: Row, width: int, state: str, mark: Run) -> Line:
    """Return a row as it is painted: what was decided, what to look out for, what was done, and by whom."""
    if row.change is None:
        return row.words
    sign = Run(f"{say.STATES.get(state, say.SETTLING)} ", _STATES.get(state, Look.SOFT))
    kind = Run(f"{say.SIGNS[row.change.what]:<3}", Look.KEY)
    right = (Run(row.author, Look.SOFT),) if row.author else ()
    return spread((sign, mark, Run("  " * row.depth), kind, *row.words), right, width)
