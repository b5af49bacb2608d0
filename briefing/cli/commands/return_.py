"""`briefing return FILE...`: lists what was done to an export in Word files that came back, and settles it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from briefing.cli.changed import tell_changed
from briefing.cli.names import find_block
from briefing.cli.output import put_json, say
from briefing.cli.returned import put_settlement, put_standing, settlement_document
from briefing.cli.times import read_time
from briefing.cli.which import find_library, open_library
from briefing.disk.places import exports_folder
from briefing.document.layout import layout_of
from briefing.errors import WrongUse
from briefing.library.opened import OpenLibrary
from briefing.model.literal import show_line
from briefing.settling.decisions import State, today
from briefing.settling.keeping import bring_all, correct, decide, take_back
from briefing.settling.settlement import Refusal, Settlement, Wish
from briefing.settling.taking import NotTaken
from briefing.word.returned.change import Change, What
from briefing.wording import settling as words

_ALL = "all"
_ASKED = {"accept": State.ACCEPTED, "reject": State.REJECTED, "task": State.TASK}


def run(options: Namespace) -> int:
    """Settle what is asked, then print every change with what was decided; 1 where something could not be settled."""
    asked = {state: names for option, state in _ASKED.items() if (names := getattr(options, option))}
    _refuse_mixed(options, asked)
    opened = open_library(options)
    exports = exports_folder(find_library(options.library))
    settlement = bring_all([Path(file) for file in options.files], exports, opened.library)
    for came in settlement.came:
        for warning in came.changes.placed.file.warnings:
            say(warning)
    refused: tuple[Refusal, ...] = ()
    if options.undo:
        settlement = take_back(opened, settlement)
    for state, names in asked.items():
        settlement, more = _settle(opened, settlement, state, names, options)
        refused += more
    for name in options.correct:
        settlement, more = _correct(opened, settlement, name, options)
        refused += more
    for refusal in refused:
        say(words.not_settled(refusal.change, refusal.why, is_conflict=refusal.is_conflict))
    now = read_time(None)
    if options.report:
        _report(opened, settlement, Path(options.report), now.date())
    if options.json:
        put_json(settlement_document(settlement, now))
    elif asked or options.undo or options.correct:
        put_standing(settlement)
    else:
        put_settlement(settlement, now)
    return 1 if refused else 0


def _report(opened: OpenLibrary, settlement: Settlement, asked: Path, on: date) -> None:
    from briefing.settling.handing_back import hand_back
    from briefing.word.template.opening import chosen_template

    template = chosen_template(layout_of(opened.library.office), opened.folder)
    say(words.handed_back(show_line(str(hand_back(settlement, on, asked, template)))))


def _refuse_mixed(options: Namespace, asked: dict[State, Sequence[str]]) -> None:
    if options.undo and (asked or options.correct):
        raise WrongUse(words.UNDO_ALONE, hint=words.UNDO_ALONE_HINT)
    given = [*(name for names in asked.values() for name in names), *options.correct]
    if (options.by or options.kind) and given != [_ALL]:
        raise WrongUse(words.FILTER_ALONE, hint=words.FILTER_ALONE_HINT)
    if len(set(given)) < len(given):
        raise WrongUse(words.TWICE, hint=words.TWICE_HINT)


def _settle(
    opened: OpenLibrary, settlement: Settlement, state: State, names: Sequence[str], options: Namespace
) -> tuple[Settlement, tuple[Refusal, ...]]:
    if options.to and settlement.outline is not None:
        find_block(settlement.outline, options.to)
    wish = Wish(state, options.decided_by or "", today(), options.why or "", options.theirs, options.to or "")
    changes = _chosen(settlement, state, names, options)
    return decide(opened, settlement, changes, wish)


def _correct(
    opened: OpenLibrary, settlement: Settlement, name: str, options: Namespace
) -> tuple[Settlement, tuple[Refusal, ...]]:
    """Correct the card a change is in; say where it is used, and whether its check is void now."""
    (change,) = settlement.find([name])
    before = opened.library.cards.get(change.card)
    wish = Wish(State.ACCEPTED, options.decided_by or "", today(), options.why or "")
    try:
        now = correct(opened, settlement, change, wish)
    except NotTaken as error:
        return settlement, (Refusal(name, error.why),)
    if before is not None:
        tell_changed(before, opened.library)
    return now, ()


def _chosen(settlement: Settlement, state: State, names: Sequence[str], options: Namespace) -> Sequence[Change]:
    if list(names) != [_ALL]:
        return settlement.find(names)
    return settlement.select(state, options.by or "", _kind(options.kind or ""))


def _kind(typed: str) -> str:
    if typed and typed not in set(What):
        raise WrongUse(words.no_kind(typed), hint=words.kinds_are([kind.value for kind in What]))
    return typed
