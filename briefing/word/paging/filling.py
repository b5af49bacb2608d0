"""Which stretches go on which page: the fullest pages with the fewest paragraphs parted, by an exact method."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefing.document.document import Paragraph, Style
from briefing.document.typography import bind
from briefing.word.measuring import Measure
from briefing.word.paging.stretches import SPOKEN, Stretch, stretches_of

_A_PAGE = 0.1
"""What a page costs whatever is on it: of two ways as good the one with fewer sheets."""
_PARTED = 0.3
"""What it costs to part a paragraph: as much as over half of a page left free."""
_ADRIFT = 1.0
"""What it costs to part a pause from what it follows, or the lines of a proof."""
_FOLLOWING = frozenset({Style.SIGNPOST, Style.PROOF_LINE})


@dataclass(frozen=True)
class Part:
    """A part of the copy that begins a page, and the room there is on one."""

    paragraphs: Sequence[Paragraph]
    measure: Callable[[Style], Measure]
    width: float
    """Of a line, in points."""
    height: float
    """Of a page, in points."""
    catchwords: int

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """What it consists of."""
        return tuple(stretches_of(self.paragraphs))

    @property
    def is_spoken(self) -> bool:
        """Whether anything of it is said aloud."""
        return any(paragraph.style in SPOKEN for paragraph in self.paragraphs)

    @property
    def has_catchwords(self) -> bool:
        """Whether the first words of a page stand at the foot of the one before it."""
        return self.is_spoken and self.catchwords > 0

    def of(self, stretch: Stretch) -> Paragraph:
        """Return the paragraph a stretch is of."""
        return self.paragraphs[stretch.paragraph]

    def height_of(self, first: int, last: int) -> float:
        """Return how high a paragraph is, in points, of which these stretches stand on a page."""
        found = self._heights.get((first, last))
        if found is None:
            found = self._heights[first, last] = self._measured(self.stretches[first], self.stretches[last])
        return found

    @cached_property
    def _heights(self) -> dict[tuple[int, int], float]:
        return {}

    def _measured(self, first: Stretch, last: Stretch) -> float:
        paragraph = self.of(first)
        measure = self.measure(paragraph.style)
        lines = measure.wrapped(bind(paragraph.text[first.start : last.end].rstrip()), self.width)
        return measure.before + lines * measure.line_height + measure.after


def fill(part: Part) -> tuple[int, ...]:
    """Return with which stretch each page begins: the way of least cost, the earlier break where two are as good."""
    ends = len(part.stretches)
    cheapest = [0.0, *[float("inf")] * ends]
    before = [0] * (ends + 1)
    for start in range(ends):
        for end, free in _pages_from(part, start):
            cost = cheapest[start] + _A_PAGE + _cost(part, end, free)
            if cost < cheapest[end]:
                cheapest[end], before[end] = cost, start
    begins, place = [], ends
    while place:
        place = before[place]
        begins.append(place)
    return tuple(reversed(begins))


def _pages_from(part: Part, start: int) -> Iterator[tuple[int, float]]:
    """Yield every place a page that begins with a stretch may end before, with the share of it that stays free.

    What is too long for any page has one of its own, and goes over it.
    """
    closed, own, first, found = 0.0, 0.0, start, False
    for end in range(start + 1, len(part.stretches) + 1):
        if part.stretches[end - 1].paragraph != part.stretches[first].paragraph:
            closed, first = closed + own, end - 1
        own = part.height_of(first, end - 1)
        height = closed + own + _foot(part, end)
        if height > part.height and found:
            return
        if _may_end(part, end):
            found = True
            yield end, max(0.0, 1 - height / part.height)
            if height > part.height:
                return


def _may_end(part: Part, end: int) -> bool:
    """Whether a page may end before a stretch: not behind a heading, which goes with what follows."""
    return end == len(part.stretches) or not part.measure(part.of(part.stretches[end - 1]).style).keeps_next


def _cost(part: Part, end: int, free: float) -> float:
    """Return what it costs to end a page before a stretch, a share of the page left free; the last may be short."""
    if end == len(part.stretches):
        return 0.0
    parted = part.stretches[end].start > 0
    adrift = part.of(part.stretches[end]).style in _FOLLOWING
    return free * free + _PARTED * parted + _ADRIFT * adrift


def _foot(part: Part, end: int) -> float:
    """Return what the catchwords take at the foot of a page that is not the last."""
    if not part.has_catchwords or end == len(part.stretches):
        return 0.0
    measure = part.measure(Style.CATCHWORDS)
    return measure.before + measure.line_height
