"""Of all best versions the one that keeps what comes first."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.speech.ladder.fronts import EMPTY, Front, State, joined
from briefing.speech.ladder.piece import DROPPED, bit_of
from briefing.speech.ladder.weighing import Hope, Task, through


class _Settled:
    """What is settled so far: trees of which every piece is, trees that are begun, and those that are not."""

    def __init__(self, task: Task, best: State, after: Sequence[Front]) -> None:
        self.task = task
        self.cost = best[1]
        self.kept = best[2]
        """What is kept in the version at hand: one of the best."""
        self.after = after
        self.allowed = list(task.allowed)
        self.begun: list[int] = []
        self.trees_begun = 0
        self.front = EMPTY
        self.unsettled = sum(task.worths)
        """What the trees that are not settled are worth at most."""

    def begin(self, place: int) -> None:
        """Begin the tree whose first piece comes up, if it is one."""
        trees = self.task.trees
        if self.trees_begun < len(trees) and trees[self.trees_begun].places[0] == place:
            self.begun.append(self.trees_begun)
            self.trees_begun += 1

    def settle(self, place: int) -> None:
        """Keep a piece if one of the best versions does that keeps and drops what is settled."""
        bit = bit_of(place, len(self.task.pieces))
        if self.allowed[place] == DROPPED:
            return
        if self.kept & bit or self._can_keep(place):
            self.allowed = self._with(place)
        else:
            self.allowed[place] = DROPPED

    def _with(self, place: int) -> list[int]:
        """Return what is allowed where a piece is used and the others of its group are not."""
        allowed = list(self.allowed)
        allowed[place] &= ~DROPPED
        for rival in self.task.rivals.get(place, ()):
            allowed[rival] = DROPPED
        return allowed

    def _can_keep(self, place: int) -> bool:
        needs = self.task.pieces[place].needs
        if needs is not None and self.allowed[needs] == DROPPED:
            return False
        if not self.task.can_use(place, self.cost):
            return False
        found = joined(self._through(self.begun, self._with(place)), self.after[self.trees_begun], self.task.plan)
        if found is None or found[1] > self.cost:
            return False
        self.kept = found[2]
        return True

    def end(self, place: int) -> None:
        """Put behind us the trees whose last piece has been settled."""
        trees = self.task.trees
        ended = [at for at in self.begun if trees[at].places[-1] == place]
        if ended:
            self.front = self._through(ended, self.allowed)
            self.begun = [at for at in self.begun if at not in ended]
            self.unsettled -= sum(self.task.worths[at] for at in ended)

    def _through(self, trees: Sequence[int], allowed: Sequence[int]) -> Front:
        front, elsewhere = self.front, self.unsettled
        for at in trees:
            elsewhere -= self.task.worths[at]
            front = through(self.task, self.task.trees[at], front, allowed, Hope(self.cost, elsewhere))
        return front


def keep_earliest(task: Task, best: State, after: Sequence[Front]) -> int:
    """Return the bits of what is kept in the version that keeps what comes first, of all as good as `best`.

    `after[n]` holds the ways of saying all trees but the first n.
    """
    settled = _Settled(task, best, after)
    for place in range(len(task.pieces)):
        settled.begin(place)
        settled.settle(place)
        settled.end(place)
    return settled.kept
