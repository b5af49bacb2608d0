"""The changes of the files that came back of one export, what was decided about each, and the outline as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from briefing.errors import NotFound
from briefing.model.assembling import change as with_block
from briefing.model.library import Library
from briefing.model.literal import show, show_line
from briefing.model.outline import Outline
from briefing.settling.came import Accepted, Came
from briefing.settling.decisions import Decision, Decisions, State, last_act
from briefing.settling.fields import Shown
from briefing.settling.taking import Asked, NotTaken, take
from briefing.word.returned.change import Change, What
from briefing.word.returned.homes import Where
from briefing.word.returned.values import NONE
from briefing.wording import settling as say

REMARKS = frozenset({What.COMMENT, What.REPLY})


@dataclass(frozen=True, slots=True)
class Refusal:
    """A change that was not settled as asked, and why."""

    change: str
    why: str
    is_conflict: bool = False
    """Whether the outline says something else by now: their words can be taken all the same."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks to be done with some changes."""

    state: State
    by: str = ""
    on: str = ""
    why: str = ""
    theirs: bool = False
    at: str = ""
    """The block to which changes that could not be placed belong."""


@dataclass(frozen=True, slots=True)
class Act:
    """What comes of a wish: the outline, the decisions to be kept, and what could not be done."""

    outline: Outline | None
    decided: tuple[Decision, ...]
    refused: tuple[Refusal, ...] = ()


@dataclass(frozen=True)  # no slots: what is looked up is kept
class Settlement:
    """All that is to be settled of one export."""

    came: tuple[Came, ...]
    decisions: Decisions
    outline: Outline | None
    """As it stands now; None where it is no longer in the library."""
    library: Library
    kept: Path
    """The file in which the decisions are kept."""

    @cached_property
    def listed(self) -> tuple[Change, ...]:
        """Every change, each once: of several files those at one place together."""
        if len(self.came) == 1:
            return self.came[0].changes.listed
        every = [change for came in self.came for change in came.changes.listed]
        once = {change.id: change for change in reversed(every)}
        return tuple(dict.fromkeys(once[change.id] for change in sorted(every, key=_at)))

    def state(self, change: str) -> State:
        """Return what was decided about a change."""
        decision = self.decisions.get(change)
        return State.OPEN if decision is None else decision.state

    @property
    def open(self) -> tuple[Change, ...]:
        """The changes nobody has decided on."""
        return tuple(change for change in self.listed if self.state(change.id) is State.OPEN)

    def files_of(self, change: str) -> tuple[Came, ...]:
        """Return the files a change is in."""
        return tuple(came for came in self.came if change in came.by_id)

    def find(self, names: Sequence[str]) -> tuple[Change, ...]:
        """Return the changes of these ids, in their order in the list; raises NotFound."""
        known = {change.id for change in self.listed}
        for name in names:
            if name not in known:
                raise NotFound(say.no_change(show_line(name)), hint=say.NO_CHANGE_HINT)
        return tuple(change for change in self.listed if change.id in set(names))

    def select(self, state: State, author: str = "", kind: str = "") -> tuple[Change, ...]:
        """Return the open changes that may be decided so together, of one author or kind where these are named.

        Raises NotFound where no change is of that author. Left out is what wants a decision of its own: a change in
        quotation marks or to a figure, what could not be placed, and, unless their kind is named, remarks, and looks
        where all are accepted.
        """
        if author and not any(is_by(change, author) for change in self.listed):
            raise NotFound(say.nobody(show_line(author)), hint=say.authors([show_line(one) for one in self.authors]))
        return self.together((change for change in self.open if not author or is_by(change, author)), state, kind)

    def together(self, changes: Iterable[Change], state: State, kind: str = "") -> tuple[Change, ...]:
        """Return those of some changes that are open and may be decided so together, as `select` says."""
        apart = REMARKS | ({What.FORMAT} if state is State.ACCEPTED else set())
        return tuple(
            change
            for change in changes
            if self.state(change.id) is State.OPEN
            and (change.what == kind if kind else change.what not in apart)
            and not wants_its_own(change)
        )

    @property
    def authors(self) -> tuple[str, ...]:
        """Who made the changes, as the files name them."""
        return tuple(dict.fromkeys(change.author for change in self.listed if change.author))

    def settle(self, changes: Iterable[Change], wish: Wish) -> Act:
        """Return what comes of a wish about some changes; those that cannot be settled so stay as they are."""
        outline = self.outline
        decided: dict[str, Decision] = {}
        refused: list[Refusal] = []
        taken: set[str] = set()
        for change in changes:
            try:
                outline = self._with_wish(outline, change, wish, taken)
            except NotTaken as error:
                refused.append(Refusal(change.id, error.why, error.is_conflict))
            else:
                decided[change.id] = self.decision(change, wish)
                taken |= {change.id} if wish.state is State.ACCEPTED else set()
        return Act(outline, tuple(decided.values()), tuple(refused))

    def decision(self, change: Change, wish: Wish) -> Decision:
        """Return a wish about one change as a decision, of an act after all others."""
        file = next(came.name for came in self.files_of(change.id))
        return Decision(change.id, wish.state, last_act(self.decisions) + 1, wish.on, wish.by, file, wish.why)

    def _with_wish(
        self, outline: Outline | None, change: Change, wish: Wish, taken: AbstractSet[str]
    ) -> Outline | None:
        """Return an outline with a wish about one change on top of those just taken; raises NotTaken."""
        if self.state(change.id) is State.ACCEPTED:
            raise NotTaken(say.ACCEPTED_BEFORE)
        if wish.state is State.REJECTED:
            return outline
        if outline is None or self._shown is None:
            raise NotTaken(say.no_outline(self.came[0].exported.outline))
        if wish.state is State.TASK:
            return _with_task(outline, change, wish)
        came = self.files_of(change.id)[0]
        beside = self.accepted | taken if taken else self.accepted
        return take(outline, Asked(came, change, beside, wish.theirs, wish.at), self._shown)

    @cached_property
    def accepted(self) -> Accepted:
        """The changes that are accepted."""
        return frozenset(name for name, decision in self.decisions.items() if decision.state is State.ACCEPTED)

    @cached_property
    def _shown(self) -> Shown | None:
        """The outline as its page shows it, which is set once: what a card says does not change while one settles."""
        return None if self.outline is None else Shown(self.outline, self.library, self.came[0].exported.product)


def _with_task(outline: Outline, change: Change, wish: Wish) -> Outline:
    block = outline.block(wish.at or change.block)
    if block is None:
        raise NotTaken(say.WHERE)
    task = say.task(change.author or say.SOMEBODY, show(change.text), show(change.before), show(change.after))
    note = f"{block.note.rstrip()}\n{task}" if block.note.strip() else task
    return outline if task in block.note else with_block(outline, replace(block, note=note))


def is_by(change: Change, author: str) -> bool:
    """Whether an author made a change; whoever is not named did what was not tracked."""
    return change.author.casefold() == author.casefold()


def wants_its_own(change: Change) -> bool:
    """Whether a change must not be decided together with others."""
    return change.is_guarded or change.home.where is Where.NONE


def _at(change: Change) -> tuple[int, bool]:
    """Return where a change stands, so that those of several files can be told in one order."""
    part = change.home.part
    return (1 << 60, False) if part == NONE else (part, change.home.where is not Where.BLOCK)
