"""Settling done for good: files are brought home, decisions kept beside their record, the outline saved as one step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from briefing.errors import Place, Refused, WrongUse
from briefing.library.authoring import change_entry, change_outline
from briefing.library.opened import OpenLibrary
from briefing.model.library import Library
from briefing.model.literal import show_line
from briefing.settling.came import Came
from briefing.settling.correcting import corrected_claim
from briefing.settling.decisions import State, add_decisions, decisions_path, drop_act, last_act, read_decisions
from briefing.settling.settlement import Refusal, Settlement, Wish
from briefing.settling.taking import NotTaken
from briefing.word.returned.change import Change
from briefing.word.returned.homecoming import bring_home
from briefing.wording import settling as say


def bring_all(files: Sequence[Path], exports: Path, library: Library) -> Settlement:
    """Return all that is to be settled of some files that came back of one export.

    Raises WrongUse where they are of several, and else as `bring_home` and `read_decisions` do.
    """
    brought = [bring_home(file, exports) for file in files]
    came, record = tuple(Came(changes) for changes, _ in brought), brought[0][1]
    if len({one.exported.export for one in came}) > 1:
        names = [show_line(one.name) for one in came]
        raise WrongUse(say.several_exports(names), hint=say.SEVERAL_EXPORTS_HINT)
    kept = decisions_path(record)
    return Settlement(came, read_decisions(kept), library.outline(came[0].exported.outline), library, kept)


def renew(settlement: Settlement, library: Library) -> Settlement:
    """Return a settlement as it stands by now: others may have decided, or changed the outline."""
    outline = library.outline(settlement.came[0].exported.outline)
    return replace(settlement, decisions=read_decisions(settlement.kept), outline=outline, library=library)


def decide(
    opened: OpenLibrary, settlement: Settlement, changes: Iterable[Change], wish: Wish
) -> tuple[Settlement, tuple[Refusal, ...]]:
    """Settle some changes as wished, in one step, and return how it stands then and what could not be settled so.

    The outline is saved first: a decision that was not kept is made again and finds its words there. Raises Refused
    where somebody else was quicker, BadInput, and DiskFailed.
    """
    now = renew(settlement, opened.library)
    act = now.settle(changes, wish)
    step = ""
    if now.outline is not None and act.outline is not None and act.outline != now.outline:
        step = say.step(now.came[0].name, last_act(now.decisions) + 1)
        if not opened.apply(change_outline(now.outline, act.outline, step)).saved:
            raise Refused(say.NOT_SAVED, Place(now.outline.file), say.NOT_SAVED_HINT)
    if act.decided:
        add_decisions(now.kept, (replace(decision, step=step) for decision in act.decided))
    return renew(now, opened.library), act.refused


def correct(opened: OpenLibrary, settlement: Settlement, change: Change, wish: Wish) -> Settlement:
    """Correct the claim of the card a change is in, and return how it stands then: the block shows the card as before.

    Raises NotTaken where it is no correction of a claim, Refused where somebody else was quicker, BadInput, DiskFailed.
    """
    now = renew(settlement, opened.library)
    if now.state(change.id) is State.ACCEPTED:
        raise NotTaken(say.ACCEPTED_BEFORE)
    card, claim = corrected_claim(now, change)
    label = say.step(now.came[0].name, last_act(now.decisions) + 1)
    step = replace(change_entry(opened.library, card.id, {"claim": claim}), label=label)
    if not opened.apply(step).saved:
        raise Refused(say.NOT_SAVED, Place(step.file), say.NOT_SAVED_HINT)
    add_decisions(now.kept, (replace(now.decision(change, wish), step=label, changed=step.file),))
    return renew(now, opened.library)


def take_back(opened: OpenLibrary, settlement: Settlement) -> Settlement:
    """Take back the last act: its decisions, and what it wrote into the outline.

    Raises Refused where nothing was decided, or where the outline was changed after it; BadInput and DiskFailed.
    """
    now = renew(settlement, opened.library)
    last = last_act(now.decisions)
    steps = {(one.step, one.changed) for one in now.decisions.values() if one.act == last and one.step}
    if not last:
        raise Refused(say.NOTHING_TO_UNDO)
    for step, changed in steps:
        file = changed or (now.outline.file if now.outline is not None else "")
        if opened.last_step(file) != step:
            raise Refused(say.CHANGED_AFTER, Place(file), say.CHANGED_AFTER_HINT)
        opened.undo(file)
    drop_act(now.kept, last)
    return renew(now, opened.library)
