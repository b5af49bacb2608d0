"""`briefing time OUTLINE [--limits 10,6,4,3]`: prints how long it takes to say, and the cut ladder."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Iterator

from briefing.cli.findings import finding_document, finding_line, place_findings
from briefing.cli.names import find_outline
from briefing.cli.output import put, put_json, put_rows
from briefing.cli.which import look_into
from briefing.errors import WrongUse
from briefing.model.dates import spell
from briefing.model.finding import Finding
from briefing.model.library import Library
from briefing.model.literal import show_line
from briefing.model.outline import Outline
from briefing.model.spoken import spoken_text
from briefing.speech.ladder.cutting import cut_up
from briefing.speech.ladder.rungs import Rung, climb
from briefing.speech.ladder.telling import need_findings, rung_findings
from briefing.speech.timing import Timing, time_outline
from briefing.wording import ladder as say
from briefing.wording.outline import takes
from briefing.wording.times import clock

_LIMIT = re.compile(r"(\d{1,3})(?::(\d{2}))?", re.ASCII)
_LONGEST = 60
"""Letters of a block's words that are printed."""


def run(options: Namespace) -> int:
    """Print a block a line, or the best version for each limit; 1 where one does not fit or leans on nothing."""
    limits = [_read_limit(typed) for typed in options.limits.split(",")] if options.limits else []
    library = look_into(options)
    outline = find_outline(library, options.outline)
    timing = time_outline(outline, library)
    rungs = climb(outline, library, limits)
    cut = _Cut(outline, library)
    if options.json:
        put_json(_document(timing, rungs, cut, with_ladder=bool(limits)))
    elif limits:
        _put_ladder(rungs, cut)
    else:
        put_rows(_rows(outline, library, timing))
        _put_whole(timing, outline.interventions)
    return 1 if limits and any(cut.findings(rung) for rung in rungs) else 0


class _Cut:
    """What is wrong with versions of an outline, each finding with its place in the file."""

    def __init__(self, outline: Outline, library: Library) -> None:
        self._outline, self._library = outline, library

    def findings(self, rung: Rung) -> tuple[Finding, ...]:
        """Return what is wrong with a version."""
        return place_findings(rung_findings(self._outline, rung), self._library, self._outline.name)

    def needs(self) -> tuple[Finding, ...]:
        """Return what is wrong with every version."""
        cutting = cut_up(self._outline, self._library)
        return place_findings(need_findings(cutting), self._library, self._outline.name)


def _read_limit(typed: str) -> int:
    match = _LIMIT.fullmatch(typed.strip())
    if match is None or int(match[2] or 0) >= 60 or not (seconds := int(match[1]) * 60 + int(match[2] or 0)):
        raise WrongUse(say.not_a_limit(show_line(typed)), hint=say.LIMITS_ARE)
    return seconds


def _rows(outline: Outline, library: Library, timing: Timing) -> Iterator[tuple[str, ...]]:
    """Yield id, time, words and first words of each block; of a heading its section's."""
    for block in outline.blocks:
        time = timing.blocks[block.id]
        first = show_line(block.heading or spoken_text(block, library))
        shown = first if len(first) <= _LONGEST else f"{first[: _LONGEST - 1]}…"
        yield block.id, clock(round(time.seconds)), f"{round(time.words):,}", shown


def _put_whole(timing: Timing, interventions: int) -> None:
    taken = takes(timing.needed, timing.least, timing.most)
    put(say.whole(taken, timing.allowed, timing.words, timing.paces))
    if interventions > 0:
        checked = timing.allowance.checked
        put(say.interventions(interventions, timing.hearing, timing.given))
        put(say.rests_on(timing.allowance.authority, spell(checked) if checked else ""))


def _put_ladder(rungs: tuple[Rung, ...], cut: _Cut) -> None:
    for finding in cut.needs():
        put(finding_line(finding))
    for rung in rungs:
        if rung.fits:
            put(say.rung(rung.limit, rung.plan, rung.seconds, len(rung.blocks)))
        for what, blocks in ((say.SHORTENED, rung.short), (say.DROPPED, rung.dropped)):
            if blocks:
                put(say.gone(what, " ".join(blocks)))
        for finding in cut.findings(rung):
            put(finding_line(finding))


def _document(timing: Timing, rungs: tuple[Rung, ...], cut: _Cut, *, with_ladder: bool) -> dict[str, object]:
    told: dict[str, object] = {
        "pace": timing.pace,
        "seconds": round(timing.seconds),
        "least": round(timing.least),
        "most": round(timing.most),
        "words": timing.words,
        "interventions": {
            "hearing": timing.hearing,
            "given": timing.given,
            "authority": timing.allowance.authority,
            "checked": timing.allowance.checked,
        },
        "blocks": [
            {"id": block, "seconds": round(time.seconds), "words": round(time.words)}
            for block, time in timing.blocks.items()
        ],
    }
    return {**told, "ladder": [_rung_document(rung, cut) for rung in rungs]} if with_ladder else told


def _rung_document(rung: Rung, cut: _Cut) -> dict[str, object]:
    told: dict[str, object] = {"limit": rung.limit, "plan": rung.plan}
    if rung.over is not None:
        told["over"] = rung.over
    if rung.fits:
        told["seconds"] = rung.seconds
    lists = {"blocks": rung.blocks, "short": rung.short, "dropped": rung.dropped}
    return {**told, **lists, "findings": [finding_document(each) for each in cut.findings(rung)]}
