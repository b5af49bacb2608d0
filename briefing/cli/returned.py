"""What came back, as the command line tells it: under the blocks it belongs to, or as promised for a program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from itertools import groupby

from briefing.cli.findings import finding_document, finding_line, place_findings
from briefing.cli.output import put
from briefing.model.literal import show, show_line
from briefing.settling.came import Came
from briefing.settling.decisions import State
from briefing.settling.findings import findings_of
from briefing.settling.settlement import Settlement
from briefing.word.returned.change import Change
from briefing.word.returned.changes import count_in, count_out
from briefing.word.returned.homes import Where
from briefing.word.returned.values import NONE
from briefing.wording import returned as words
from briefing.wording import settling as say

_LONGEST = 300
"""Characters of a text that are printed."""
_BESIDE = 60
"""Characters of a block that stand beside its id."""


def put_settlement(settlement: Settlement, on: datetime) -> None:
    """Print every change under its block, what was decided about it and what would be noticed; and the counts."""
    listed = settlement.listed
    for where, under in groupby(listed, partial(_heading, settlement)):
        put(where)
        for change in under:
            for line in _lines(settlement, change, on):
                put(f"  {line}")
        put("")
    put(words.count(len(listed), Counter(change.what for change in listed)))
    for told in _told_apart(settlement):
        put(told)


def _heading(settlement: Settlement, change: Change) -> str:
    if change.home.where is Where.NONE:
        return words.NOT_PLACED
    said = {Where.BLOCK: words.in_block, Where.COPY: words.copy_of, Where.NEW: words.after_block}
    parts = settlement.files_of(change.id)[0].exported.parts
    first = parts[change.home.part].text if change.home.part != NONE else ""
    return words.with_words(said[change.home.where](change.block), _short(first, _BESIDE))


def _lines(settlement: Settlement, change: Change, on: datetime) -> Iterator[str]:
    yield words.change(change.id, change.what, _by(change), is_tracked=change.is_tracked)
    if len(settlement.came) > 1:
        yield f"  {say.in_files([show_line(came.name) for came in settlement.files_of(change.id)])}"
    for label, text in ((words.SAYS, change.text), (words.BEFORE, change.before), (words.AFTER, change.after)):
        if text:
            yield f"  {label} {_short(text)}"
    decision = settlement.decisions.get(change.id)
    if decision is not None:
        yield f"  {say.decided(decision.state, show_line(decision.by), decision.on, show_line(decision.why))}"
        return
    if change.is_guarded:
        yield f"  {words.GUARDED}"
        card = settlement.library.cards.get(change.card)
        if card is not None and not card.is_restricted:
            told = say.exact_words if card.quote else say.card_says
            yield f"  {told(card.id, _short(card.quote or card.claim))}"
    for finding in place_findings(findings_of(settlement, change, on), settlement.library):
        yield f"  {say.WOULD} {finding_line(finding)}"


def _by(change: Change) -> str:
    return ", ".join(show_line(part) for part in (change.author, change.date) if part)


def _short(text: str, longest: int = _LONGEST) -> str:
    shown = show(text).replace("\n", " ¶ ")
    return shown if len(shown) <= longest else f"{shown[: longest - 1].rstrip()}…"


def _told_apart(settlement: Settlement) -> Iterator[str]:
    listed = settlement.open
    guarded = sum(change.is_guarded for change in listed)
    astray = sum(change.home.where is Where.NONE for change in listed)
    if guarded:
        yield words.guarded(guarded)
    if astray:
        yield words.astray(astray)
    if settlement.decisions:
        yield _stands(settlement)


def put_standing(settlement: Settlement) -> None:
    """Print how many changes are decided how, and what was left for a decision of its own."""
    put(_stands(settlement))
    for change in settlement.open:
        reason = words.GUARDED if change.is_guarded else ""
        put(
            "  "
            + words.change(change.id, change.what, _by(change), is_tracked=change.is_tracked)
            + (f": {reason}" if reason else "")
        )


def _stands(settlement: Settlement) -> str:
    states = Counter(settlement.state(change.id) for change in settlement.listed)
    return say.stands({str(state): states[state] for state in State if states[state]})


def settlement_document(settlement: Settlement, on: datetime) -> Mapping[str, object]:
    """Return all that came back as it is promised."""
    came = settlement.came
    told: dict[str, object] = {"export": came[0].exported.export, "file": came[0].name}
    if len(came) > 1:
        told["files"] = [one.name for one in came]
    counts = {"in": _counts(came, incoming=True), "out": _counts(came, incoming=False)}
    return {**told, "changes": [_change(settlement, change, on) for change in settlement.listed], "counts": counts}


def _counts(came: Sequence[Came], *, incoming: bool) -> Mapping[str, int]:
    """Return how many elements of each kind there are, whatever part they stand in."""
    total: Counter[str] = Counter()
    for one in came:
        file = one.changes.placed.file
        for (_, kind), count in (count_in(file) if incoming else count_out(one.changes.listed, file)).items():
            total[kind] += count
    return dict(sorted(total.items()))


def _change(settlement: Settlement, change: Change, on: datetime) -> Mapping[str, object]:
    is_new = change.home.where is Where.NEW
    told: dict[str, object] = {
        "id": change.id,
        "what": change.what.value,
        "tracked": change.is_tracked,
        "place": change.home.where.value,
        "block": None if is_new else change.block or None,
        "after_block": (change.block or None) if is_new else None,
    }
    decision = settlement.decisions.get(change.id)
    said = {
        "card": change.card,
        "part": "" if change.home.part == NONE else str(change.home.part),
        "author": change.author,
        "date": change.date,
        "thread": change.thread,
        "text": change.text,
        "before": change.before,
        "after": change.after,
        "why": decision.why if decision else "",
    }
    held: dict[str, object] = {name: value for name, value in said.items() if value}
    if len(settlement.came) > 1:
        held["files"] = [came.name for came in settlement.files_of(change.id)]
    state = settlement.state(change.id)
    found = findings_of(settlement, change, on) if state is State.OPEN else ()
    findings = [finding_document(one) for one in place_findings(found, settlement.library)]
    stands = {"resolved": change.is_resolved, "guarded": change.is_guarded, "state": str(state)}
    return {**told, **held, **stands, "findings": findings}
