"""What the ladder finds, as findings: musts that do not fit, blocks that lean on nothing, needs that cannot be kept."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model.finding import Finding, Severity
from briefing.model.outline import Outline
from briefing.speech.ladder.cutting import Cutting, misled, needed_rivals
from briefing.speech.ladder.rungs import Rung
from briefing.wording import ladder as say

NO_FIT, LEANS, CANNOT_NEED = "CUT-01", "CUT-02", "CUT-03"


def rung_findings(outline: Outline, rung: Rung) -> Iterator[Finding]:
    """Yield what is wrong with a rung: why there is no version, or which blocks lean on a dropped one."""
    if rung.contradict:
        yield Finding(NO_FIT, Severity.STOP, say.CONTRADICT, suggestion=say.MEND_MUSTS)
    if rung.over is not None:
        yield Finding(NO_FIT, Severity.STOP, say.too_long(rung.limit, rung.plan, rung.over), suggestion=say.FEWER_MUSTS)
    for leaning in rung.leaning:
        yield Finding(
            LEANS,
            Severity.WARN,
            say.leans(leaning.how.value, leaning.words, _named(outline, leaning.on)),
            block=leaning.block,
            words=leaning.words,
            suggestion=say.MEND_LEANING,
        )


def need_findings(cutting: Cutting) -> Iterator[Finding]:
    """Yield the needs and groups of an outline that no version can keep as they are written."""
    for block, needs in misled(cutting):
        yield Finding(CANNOT_NEED, Severity.WARN, say.needs_nothing(needs), block=block, suggestion=say.MEND_NEED)
    for block, member in needed_rivals(cutting):
        message = say.needs_rival(_named(cutting.outline, member))
        yield Finding(CANNOT_NEED, Severity.WARN, message, block=block, suggestion=say.MEND_RIVAL)


def _named(outline: Outline, block_id: str) -> str:
    """Return a block as people find it: its id and where it stands."""
    return say.block(block_id, outline.index(block_id) + 1)
