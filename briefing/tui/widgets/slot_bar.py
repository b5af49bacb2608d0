"""How much of the slot the outline takes: time, words, a bar that turns over the slot, and the findings."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.tui.widgets.literal import Line, Look, Run, spread, width_of
from briefing.tui.widgets.painted_line import PaintedLine
from briefing.wording import outline as say
from briefing.wording.times import clock

BAR = 16
PLAN = 0.93
"""The part of a slot to plan for: the rest goes on interventions and on not being a machine."""
_EIGHTHS = " ▏▎▍▌▋▊▉█"


@dataclass(frozen=True, slots=True)
class Gauge:
    """What the bar shows."""

    facts: str
    """Product, date and slot, at the left where there is room."""
    words: int
    seconds: float
    least: float
    """Seconds at the quickest pace that is likely."""
    most: float
    """Seconds at the slowest."""
    slot: int | None
    findings: int | None = None
    """None while they are being counted."""
    stops: int = 0

    @property
    def look(self) -> Look:
        """Good with room to spare, a warning when the slot is nearly full, bad when it is overrun."""
        if not self.slot or self.seconds <= self.slot * PLAN:
            return Look.GOOD
        return Look.WARN if self.seconds <= self.slot else Look.BAD


def bar(part: float, width: int) -> str:
    """Return a bar filled to a part of its width, in eighths of a cell."""
    eighths = round(max(0.0, min(1.0, part)) * width * 8)
    full, rest = divmod(eighths, 8)
    return ("█" * full + (_EIGHTHS[rest] if rest else "")).ljust(width, "░")


class SlotBar(PaintedLine):
    """The gauge in one line; where there is no room the facts give way, the words, what is left, the bar, the range."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._gauge: Gauge | None = None

    def show(self, gauge: Gauge) -> None:
        """Show another gauge."""
        if gauge != self._gauge:
            self._gauge = gauge
            self.refresh()

    def line(self, width: int) -> Line:
        """Return the parts that fit, at the right."""
        if self._gauge is None:
            return ()
        parts = _parts(self._gauge)
        for without in _WITHOUT:
            line = _joined([part for name, part in parts if name not in without])
            if width_of(line) <= width:
                return spread((Run(f" {self._gauge.facts}", Look.SOFT),), line, width)
        return _joined([part for name, part in parts if name == "short"])


_WITHOUT = (
    ("short",),
    ("short", "words"),
    ("short", "words", "rest"),
    ("short", "words", "rest", "bar"),
    ("range", "words", "rest", "bar"),
)
"""The parts that give way, the less that fits the more of them."""


def _parts(gauge: Gauge) -> list[tuple[str, Run]]:
    parts = [
        ("words", Run(say.words(gauge.words), Look.SOFT)),
        ("range", _time(gauge, say.takes(gauge.seconds, gauge.least, gauge.most))),
        ("short", _time(gauge, clock(gauge.seconds))),
    ]
    if gauge.slot:
        rest = gauge.slot - gauge.seconds
        parts += [
            ("bar", Run(bar(gauge.seconds / gauge.slot, BAR), gauge.look)),
            ("rest", Run(say.over_by(-rest) if rest < 0 else say.left(rest), gauge.look)),
        ]
    if gauge.findings is not None:
        look = Look.BAD if gauge.stops else Look.WARN if gauge.findings else Look.SOFT
        parts.append(("findings", Run(say.findings(gauge.findings), look, "findings")))
    return parts


def _time(gauge: Gauge, taken: str) -> Run:
    return Run(say.of_slot(taken, gauge.slot), gauge.look) if gauge.slot else Run(taken)


def _joined(runs: list[Run]) -> Line:
    spaced = [part for run in runs for part in (Run("  "), run)]
    return (*spaced[1:], Run(" "))
