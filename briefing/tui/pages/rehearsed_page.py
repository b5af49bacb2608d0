"""What a rehearsal came to: how much was said, how long it took, the pace, and each block beside its plan."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.library.pacing import AddedSpeech
from briefing.speech.rehearsal import Rehearsal
from briefing.tui.widgets.literal import Line, Look, Run
from briefing.tui.widgets.page import BLANK, Page, Par, labelled
from briefing.wording import pace as pace_say
from briefing.wording import rehearsal as say
from briefing.wording.times import clock

_COLUMN = 8
_TIMES = 20
"""Cells of the times that stand before the words of a block."""
_FEW_WORDS = 7
"""Words by which a block is known."""
_ENDED = ".,:;"


def rehearsed_page(rehearsal: Rehearsal, proposed: AddedSpeech | str) -> Page:
    """Return the page of a rehearsal that is over; `proposed` can be added to a pace, or is why nothing can."""
    return Page("", (*_whole(rehearsal), BLANK, *_proposed(proposed), BLANK, *_block_by_block(rehearsal)), "rehearsed")


def _whole(rehearsal: Rehearsal) -> Iterator[Par]:
    script, took = rehearsal.script, rehearsal.took()
    said, blocks = len(rehearsal.said), len(script.parts)
    yield _fact(say.SAID, Run(say.said(said, blocks, took.words, in_part=bool(rehearsal.cut))))
    yield _fact(say.TOOK, Run(say.took(took.seconds, took.pauses, rehearsal.planned())))
    if took.pace:
        yield _fact(say.PACE, Run(say.paces(took.pace, script.pace), Look.STRONG))
    if script.room is not None and said == blocks:
        left = script.room - took.seconds
        yield _fact(say.SLOT, Run(say.left(left, script.room), Look.BAD if left < 0 else Look.GOOD))


def _fact(label: str, fact: Run) -> Par:
    return labelled(Run(label, Look.SOFT), (fact,), _COLUMN)


def _proposed(proposed: AddedSpeech | str) -> Iterator[Par]:
    if isinstance(proposed, str):
        yield Par((Run(proposed, Look.WARN),))
        return
    before, after = (pace_say.paced(known.pace, known.range) for known in (proposed.before, proposed.after))
    yield Par((Run(say.ADD_KEY, Look.KEY), Run(f" {say.would_add(proposed.name)}")))
    yield Par((Run(proposed.line, Look.KEY),))
    yield Par((Run(say.then(before, after)),))


def _block_by_block(rehearsal: Rehearsal) -> Iterator[Par]:
    yield Par((Run(say.BLOCK_BY_BLOCK, Look.HEADING),))
    for at, time in sorted(rehearsal.times.items()):
        part = rehearsal.script.parts[at]
        over = time - part.seconds
        compared = Run(say.behind(over), Look.WARN if round(over) > 0 else Look.SOFT)
        yield _row(clock(time), compared if at in rehearsal.said else Run(""), part.words)


def _row(time: str, compared: Run, words: str) -> Par:
    *first, rest = (*words.split(maxsplit=_FEW_WORDS), *[""] * _FEW_WORDS)[: _FEW_WORDS + 1]
    gap = " " * (_TIMES - _COLUMN - len(compared.text))
    known = " ".join(first).rstrip()
    times: Line = (Run(time.rjust(_COLUMN - 3)), Run("   "), compared, Run(gap))
    return Par((*times, Run(f"{known.rstrip(_ENDED)}…" if rest else known)), hang=_TIMES)
