"""The note that goes back to the Member: what was taken, what was not and why, what is to be done, what is open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from briefing.document.composing import find_product
from briefing.document.document import Document, Form, Paragraph, Style, Words
from briefing.document.titles import details, finished
from briefing.model.dates import spell
from briefing.model.ids import OutlineName
from briefing.model.literal import show_line
from briefing.model.outline import Outline
from briefing.settling.decisions import State
from briefing.settling.settlement import REMARKS, Settlement
from briefing.word.returned.change import Change, What
from briefing.word.returned.values import NONE
from briefing.wording import telling as say

_SECTIONS = {State.REJECTED: say.NOT_TAKEN, State.TASK: say.TO_DO, State.OPEN: say.OPEN, State.ACCEPTED: say.TAKEN}
"""In this order: what was not taken is what the Member wants to know first."""
_GIVE_WAY = (State.ACCEPTED, State.OPEN, State.TASK)
"""What is told in part where a page does not hold all: a reason why something was not taken is never left out."""

Fits = Callable[[Document], bool]
"""Whether a document stands on one page."""


@dataclass(frozen=True, slots=True)
class _Line:
    """What became of one change, as the note tells it."""

    where: str
    told: str


def note_of(settlement: Settlement, on: date, fits: Fits) -> Document:
    """Return the note, on one page where it can be: what was taken gives way first, counted where it is not told."""
    lines = {state: list(_lines(settlement, state)) for state in _SECTIONS}
    told = {state: len(listed) for state, listed in lines.items()}
    note = _note(settlement, on, lines, told)
    for state in _GIVE_WAY:
        if fits(note):
            break

        def holds(count: int, state: State = state) -> bool:
            return fits(_note(settlement, on, lines, {**told, state: count}))

        told[state] = _most(holds, told[state])
        note = _note(settlement, on, lines, told)
    return note


def _most(holds: Callable[[int], bool], most: int) -> int:
    """Return the greatest number, up to one, for which something holds that holds of all smaller ones; 0 if of none."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        least, most = (middle, most) if holds(middle) else (least, middle - 1)
    return least


def _note(
    settlement: Settlement, on: date, lines: Mapping[State, Sequence[_Line]], told: Mapping[State, int]
) -> Document:
    exported = settlement.came[0].exported
    outline = settlement.outline or Outline(OutlineName(exported.outline), exported.outline, exported.product)
    product = find_product(exported.product or outline.product)
    body = [
        Paragraph(Style.TITLE, (Words(say.TITLE),), kind="heading"),
        *details(
            (
                (say.OF, f"{outline.title or outline.name}, {product.title.lower()}"),
                (say.FILES, ", ".join(show_line(came.name) for came in settlement.came)),
                (say.DATE, spell(on)),
            )
        ),
        Paragraph(Style.CALLOUT, (Words(_summary(lines)),)),
        *(paragraph for state, name in _SECTIONS.items() for paragraph in _section(name, lines[state], told[state])),
    ]
    dated = replace(outline, title=say.TITLE, date=on, embargo=outline.embargo)
    return finished(dated, settlement.library, product, body, Form.SIDE)


def _summary(lines: Mapping[State, Sequence[_Line]]) -> str:
    counts = {name: len(lines[state]) for state, name in _SECTIONS.items()}
    if not any(counts.values()):
        return say.NOTHING
    return say.summary(counts)


def _section(name: str, lines: Sequence[_Line], told: int) -> Iterator[Paragraph]:
    if not lines:
        return
    yield Paragraph(Style.HEADING_1, (Words(name),), kind="heading")
    for line in lines[:told]:
        yield Paragraph(Style.BULLET, (Words(line.where, bold=True), Words(line.told)))
    if told < len(lines):
        yield Paragraph(Style.BULLET, (Words(say.more(len(lines) - told, name)),))


def _lines(settlement: Settlement, state: State) -> Iterator[_Line]:
    several = len(settlement.authors) > 1
    for change in settlement.listed:
        if settlement.state(change.id) is state:
            decision = settlement.decisions.get(change.id)
            by = say.by(show_line(change.author)) if several and change.author else ""
            why = decision.why if decision else ""
            reason = say.because(show_line(why) or say.NO_REASON) if state is State.REJECTED else ""
            heading = _heading(settlement, change)
            yield _Line(say.where(heading) if heading else "", f"{_told(change)}{by}{reason}")


def _told(change: Change) -> str:
    before, after = show_line(change.before), show_line(change.after)
    if change.what in REMARKS:
        return say.remark(show_line(change.text), before)
    plainly = {
        What.MOVE: say.moved(before or after),
        What.SPLIT: say.SPLIT,
        What.MERGE: say.JOINED,
        What.FORMAT: say.looks(before or after),
    }
    return plainly.get(change.what) or _put(before, after)


def _put(before: str, after: str) -> str:
    if before.strip() and after.strip():
        return say.replaced(before, after)
    return say.put_in(after) if after.strip() else say.taken_out(before)


def _heading(settlement: Settlement, change: Change) -> str:
    """Return the heading a change stands under, or is in."""
    parts = settlement.files_of(change.id)[0].exported.parts
    above = parts[change.home.part :: -1] if change.home.part != NONE else ()
    return next((show_line(part.text) for part in above if part.kind == "heading"), "")
