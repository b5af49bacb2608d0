"""The clock of a rehearsal, large, beside where one is by the plan; above it the way through the speech."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise

from briefing.speech.rehearsal import Rehearsal
from briefing.tui.widgets.literal import Line, Look, Run, width_of
from briefing.wording import rehearsal as say
from briefing.wording.times import clock

ROWS = 5
"""Lines of the whole."""
LEAST_WIDTH = 60
"""Cells of a line that has room for large figures."""
_FACT = 19
"""Cells of what stands first in a line, so that what explains it stands in a column."""
_FIGURES = {
    "0": "┏━┓┃ ┃┗━┛", "1": " ╻  ┃  ╹ ", "2": "╺━┓┏━┛┗━╸", "3": "╺━┓╺━┫╺━┛", "4": "╻ ╻┗━┫  ╹",
    "5": "┏━╸┗━┓╺━┛", "6": "┏━╸┣━┓┗━┛", "7": "╺━┓  ┃  ╹", "8": "┏━┓┣━┫┗━┛", "9": "┏━┓┗━┫╺━┛", ":": " ∙∙",
}  # fmt: skip
"""The three lines of each figure, one after the other."""


def clock_lines(rehearsal: Rehearsal, now: float, width: int) -> tuple[Line, ...]:
    """Return the way through the speech in two lines, and the clock beside three of where one is by the plan.

    All of it is told at the whole second, so that it changes at once.
    """
    now -= rehearsal.elapsed(now) % 1
    figures = _figures(rehearsal, now, width)
    facts = _facts(rehearsal, now)
    beside = ((*figure, *fact) for figure, fact in zip(figures, facts, strict=True))
    return (*_course(rehearsal, now, width), *beside)


def _course(rehearsal: Rehearsal, now: float, width: int) -> tuple[Line, Line]:
    """Return where the clock is, and below it the blocks, each as long as it is planned to take."""
    script = rehearsal.script
    elapsed = rehearsal.elapsed(now)
    cells = (width - 3) / max(script.seconds, script.room or 0, elapsed, 1)
    marks: dict[int, Run] = {}
    if script.room is not None and script.plan is not None:
        marks = {round(script.plan * cells): Run("┊", Look.SOFT), round(script.room * cells): Run("│", Look.SOFT)}
    marks[round(elapsed * cells)] = Run("▼", _look(rehearsal, now))
    above = (marks.get(at, Run(" ")) for at in range(width - 2))
    return (Run(" "), *above), (Run(" "), *_blocks(rehearsal, cells))


def _blocks(rehearsal: Rehearsal, cells: float) -> Iterator[Run]:
    """Yield each block as a line; between two that are long enough a cell is free."""
    ends = (round(end * cells) for end in accumulate(part.seconds for part in rehearsal.script.parts))
    for at, (start, end) in enumerate(pairwise((0, *ends))):
        free = 1 if end - start > 2 else 0
        is_at = at == rehearsal.at and not rehearsal.is_over
        look = Look.KEY if is_at else Look.GOOD if at in rehearsal.said else Look.SOFT
        yield Run(("─" if look is Look.SOFT else "━") * (end - start - free), look)
        yield Run(" " * free)


def _figures(rehearsal: Rehearsal, now: float, width: int) -> tuple[Line, Line, Line]:
    """Return what the clock shows in figures of three lines; in a narrow line it is as small as everything."""
    shown = clock(int(rehearsal.elapsed(now)))
    look = Look.STRONG if rehearsal.is_running else Look.SOFT
    if width < LEAST_WIDTH:
        gap = Run(" " * (len(shown) + 3))
        return (Run(f" {shown}  ", look),), (gap,), (gap,)
    first, second, third = ((Run(f"  {_row(shown, row)}    ", look),) for row in range(3))
    return first, second, third


def _row(shown: str, row: int) -> str:
    signs = (_FIGURES[sign] for sign in shown)
    return " ".join(sign[row * len(sign) // 3 : (row + 1) * len(sign) // 3] for sign in signs)


def _look(rehearsal: Rehearsal, now: float) -> Look:
    """Return how what the clock says looks: bad where the time there is will not do, a warning where one is behind."""
    script = rehearsal.script
    behind = rehearsal.behind(now)
    if script.room is not None and script.seconds + behind > script.room:
        return Look.BAD
    return Look.WARN if round(behind) > 0 else Look.GOOD


def _facts(rehearsal: Rehearsal, now: float) -> tuple[Line, Line, Line]:
    """Return how far one is from the plan, what is still to be said, and what is left of the time there is."""
    script = rehearsal.script
    elapsed, behind = rehearsal.elapsed(now), rehearsal.behind(now)
    if not rehearsal.is_begun:
        return (
            (Run(say.TO_BEGIN, Look.STRONG),),
            (Run(say.whole(script.seconds, script.pace)),),
            _slot(rehearsal, elapsed),
        )
    ends = script.seconds + behind
    looks_elsewhere = rehearsal.at != rehearsal.under_way
    where = say.goes_back(rehearsal.time_before()) if looks_elsewhere else say.planned(*rehearsal.due())
    return (
        _fact(Run(say.behind(behind), _look(rehearsal, now)), where),
        _fact(Run(say.still(max(0.0, ends - elapsed))), say.ends(ends)),
        _slot(rehearsal, elapsed),
    )


def _slot(rehearsal: Rehearsal, elapsed: float) -> Line:
    """Return what is left of the slot, how much of it is to be planned for, and what interventions are expected."""
    script = rehearsal.script
    if script.room is None or script.plan is None:
        return (Run(say.NO_SLOT, Look.SOFT),)
    told = [say.to_plan_for(script.plan)]
    if script.interventions:
        told.append(say.expected(script.interventions, script.given, script.hearing))
    left = script.room - int(elapsed)
    look = Look.BAD if left < 0 else Look.WARN if elapsed > script.plan else Look.PLAIN
    return _fact(Run(say.left(left, script.room), look), " · ".join(told))


def _fact(fact: Run, explained: str) -> Line:
    gap = " " * max(2, _FACT - width_of((fact,)))
    return fact, Run(gap), Run(explained, Look.SOFT)
