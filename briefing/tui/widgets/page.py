"""A page to read: paragraphs of runs, laid out to a width; nothing in it is ever obeyed."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.tui.widgets.literal import Line, Run, spread, width_of, wrap


@dataclass(frozen=True, slots=True)
class Par:
    """One paragraph; `right` stands at the end of its first line where there is room, else on a line of its own."""

    line: Line
    hang: int = 0
    right: Line = ()


@dataclass(frozen=True, slots=True)
class Page:
    """What the reader shows: a title for its border, and paragraphs."""

    title: str
    pars: tuple[Par, ...] = ()
    key: str = ""
    """What the page is of: the same key keeps the place one has scrolled to."""
    may_copy: bool = True
    """Whether its words may be selected and copied."""


BLANK = Par(())


def lay_out(page: Page, width: int) -> tuple[Line, ...]:
    """Return the page as lines of at most `width` cells."""
    return tuple(line for par in page.pars for line in _lay_out(par, width))


def _lay_out(par: Par, width: int) -> list[Line]:
    if not par.right:
        return wrap(par.line, width, par.hang)
    if width_of(par.line) + width_of(par.right) + 1 <= width:
        return [spread(par.line, par.right, width)]
    return [*wrap(par.line, width, par.hang), *wrap(par.right, width)]


def labelled(label: Run, line: Line, width: int = 12) -> Par:
    """Return a paragraph with a label at its left and its lines set in beside it."""
    gap = " " * max(1, width - width_of((label,)))
    return Par((label, Run(gap), *line), hang=width)


def targets(lines: tuple[Line, ...]) -> tuple[tuple[int, str], ...]:
    """Return where the links of a laid-out page are: the row each begins in, and where it leads, in order."""
    found: list[tuple[int, str]] = []
    for row, line in enumerate(lines):
        for run in line:
            if run.target and (not found or found[-1][1] != run.target):
                found.append((row, run.target))
    return tuple(found)
