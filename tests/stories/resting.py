"""When a desk has come to rest: nothing waits, nothing is under way, and all of it is painted.

A story never waits for so many turns of the loop or so many milliseconds: on a busy machine they are too few, on a
quiet one too many. It waits for what it looks for.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from time import monotonic

from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.screen import Screen
from textual.timer import Timer

from briefing.tui.app import Desk
from briefing.tui.screens.outline_panes import OutlinePanes
from briefing.tui.widgets.evidence import EvidencePane

LONGEST = 240.0
"""Seconds a story waits for what never comes, before it fails: more than LibreOffice is given for a PDF."""
A_MOMENT = 0.001
"""Seconds other threads have to themselves between two looks."""


class Hand(Pilot[None]):
    """The hand on keyboard and mouse: it waits for the desk, not for a processor that has nothing to do."""

    async def pause(self, delay: float | None = None) -> None:
        """Let the desk take what was sent, and paint; a delay of its own is for those who look at one."""
        await super().pause(delay or 0)

    async def turn(self) -> None:
        """Let everything on the screen take what waits for it; nothing is painted yet."""
        await self._wait_for_screen()


async def until(hand: Hand, holds: Callable[[], bool], otherwise: Callable[[], str]) -> None:
    """Let the desk run until something holds; fail with a sentence where it never does."""
    given_up = monotonic() + LONGEST
    await hand.pause()
    while not holds():
        if monotonic() > given_up:
            raise AssertionError(otherwise())
        await asyncio.sleep(A_MOMENT)
        await hand.pause()


async def come_to_rest(hand: Hand, desk: Desk) -> None:
    """Let the desk run until all that was asked of it is done and shown."""
    given_up = monotonic() + LONGEST
    while not await _rests(hand, desk):
        if monotonic() > given_up:
            raise AssertionError("the desk does not come to rest")
        await asyncio.sleep(A_MOMENT)


async def _rests(hand: Hand, desk: Desk) -> bool:
    """Where nothing is left to do, let it take a turn and paint, and tell whether it rests after that too."""
    _type_no_more(desk)
    if not (_has_nothing_to_do(desk) and await _is_done(hand, desk)):
        return False
    desk.screen._on_timer_update()
    return await _is_done(hand, desk) and _is_painted(desk.screen)


async def _is_done(hand: Hand, desk: Desk) -> bool:
    """Whether nothing is left to do when everything has had a turn: what is in the middle of something has none."""
    await hand.turn()
    await _saved(desk)
    return _has_nothing_to_do(desk)


def _type_no_more(desk: Desk) -> None:
    """Let begin at once what waits until the keys rest: here nobody types on."""
    for screen in desk.screen_stack:
        for name in ("_soon", "_leisure"):
            timer = getattr(screen, name, None)
            if isinstance(timer, Timer) and timer._task and timer._callback:
                timer.stop()
                screen.call_later(timer._callback)


async def _saved(desk: Desk) -> None:
    """Wait until the steps of every outline are saved or refused, and the screens were told."""
    for screen in desk.screen_stack:
        if isinstance(screen, OutlinePanes) and screen.assembly:
            await screen.assembly.drained()


def _has_nothing_to_do(desk: Desk) -> bool:
    working = any(not worker.is_finished for worker in desk.workers)
    settled = all(getattr(screen, "is_settled", True) for screen in desk.screen_stack)
    return not working and desk.turns.are_over and settled and all(map(_is_idle, _pumps(desk)))


def _pumps(desk: Desk) -> Iterator[MessagePump]:
    """The desk and everything on its screens."""
    yield desk
    for screen in desk.screen_stack:
        yield from screen.walk_children(with_self=True)


def _is_idle(pump: MessagePump) -> bool:
    """Whether it is there, no message waits for it, it owes nobody a call, and its search has answered."""
    waits = pump.message_queue_size or pump._pending_message or pump._next_callbacks
    return pump._is_mounted and not waits and (not isinstance(pump, EvidencePane) or pump.settled)


def _is_painted(screen: Screen[object]) -> bool:
    """Whether everything stands where it belongs and as it is, and all was called that was to be called then."""
    owed = screen._layout_required or screen._scroll_required or screen._recompose_required or screen._callbacks
    return not (owed or screen._repaint_required or screen._dirty_widgets)
