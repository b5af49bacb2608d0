"""Of all ways to shorten what is kept the one that says in full what comes first."""

from __future__ import annotations

from briefing.speech.ladder.fronts import State
from briefing.speech.ladder.piece import FULL, SHORT, bit_of, places_of
from briefing.speech.ladder.weighing import Task


def shorten_latest(task: Task, kept: int, best: State) -> int:
    """Return the bits of what is said in full, of what is kept: as many in short as in `best`, the latest that do."""
    count = len(task.pieces)
    places = places_of(kept, count)
    quickest = {place: _saving(task, place) for place in places}
    shorts = best[3].bit_count()
    over = sum(task.pieces[place].full for place in places) - task.plan
    full = 0
    for at, place in enumerate(places):
        rest = sorted((quickest[later] for later in places[at + 1 :]), reverse=True)
        if task.allowed[place] & FULL and sum(rest[:shorts]) >= over:
            full |= bit_of(place, count)
        else:
            shorts -= 1
            over -= quickest[place]
    return full


def _saving(task: Task, place: int) -> int:
    """Return the milliseconds a short form saves; 0 where there is none, or it may not be said."""
    piece = task.pieces[place]
    return piece.full - piece.short if piece.short is not None and task.allowed[place] & SHORT else 0
