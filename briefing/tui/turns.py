"""Keys take turns: the next one waits until the one before has done all it does.

The framework hands each key to what has the focus when the key arrives, and looks its command up some queues later.
When keys come in a burst, over a slow line or from a fast typist, those after one that moves the focus or opens a
form would go to what had the focus before: letters of a sentence would be taken for commands.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from functools import partial

from textual import events
from textual.app import App
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

Typed = events.Key | events.Paste

LOOK_AGAIN = 0.01
"""Seconds between looks whether a screen that opens can take keys."""
ROUNDS = 3
"""How often its turn follows a key: what it sets going may pass two messages on before it is done."""
LONGEST = 1.0
"""Seconds a key waits at most: a screen without anything to focus must not stop the keys."""


class Turn(Message):
    """Follows a key on its way up; when it arrives, the key has been through everything that could take it."""

    def __init__(self, key: int, rounds: int) -> None:
        """Say which key it follows, and how often it has done so."""
        super().__init__()
        self.key = key
        self.rounds = rounds


class Turns:
    """The keys that wait, and the one whose turn it is."""

    def __init__(self, app: App[None], take: Callable[[Typed], Awaitable[None]]) -> None:
        """Let `take` have one key after the other."""
        self._app = app
        self._take = take
        self._waiting: deque[Typed] = deque()
        self._key = 0
        self._rounds = 0
        self._is_taken = False
        self._screen: Screen[object] | None = None
        self._target: Widget | None = None

    @property
    def are_over(self) -> bool:
        """Whether every key that has come is done with: for whoever must wait, as the stories do."""
        return not self._is_taken and not self._waiting

    async def come(self, event: Typed) -> None:
        """Take the key now, or when those before it are done."""
        self._waiting.append(event)
        if self._is_taken:
            self._app.set_timer(LONGEST, partial(self._give_up, self._key))
        else:
            await self._begin()

    async def _begin(self) -> None:
        self._is_taken = bool(self._waiting)
        if not self._waiting:
            return
        self._key += 1
        self._rounds = 0
        self._screen = self._app.screen
        self._target = self._app.focused or self._app.screen
        await self._take(self._waiting.popleft())
        self._target.post_message(Turn(self._key, 0))

    def reached_the_app(self) -> None:
        """Follow the key no further: what it does may remove what would carry its turn."""
        self._app.call_later(self.end, self._key, self._rounds)

    def end(self, key: int, rounds: int) -> None:
        """Let the next key come, once what this one set going has had its rounds too."""
        if (key, rounds) != (self._key, self._rounds):
            return
        self._rounds += 1
        carries = self._target is not None and self._target.is_running and self._target.is_attached
        if self._rounds < ROUNDS and carries and self._target and self._waiting:
            self._target.post_message(Turn(key, self._rounds))
        else:
            self._rounds = ROUNDS
            self._app.call_later(self._go_on, key, 0.0)

    async def _go_on(self, key: int, waited: float) -> None:
        if key != self._key or not self._is_taken:
            return
        if self._app.screen is not self._screen and _is_opening(self._app.screen) and waited < LONGEST:
            self._app.set_timer(LOOK_AGAIN, partial(self._app.call_later, self._go_on, key, waited + LOOK_AGAIN))
        else:
            await self._begin()

    async def _give_up(self, key: int) -> None:
        """Go on where the turn was lost on its way: a key that waits must not wait for ever."""
        if key == self._key and self._is_taken:
            await self._begin()


def _is_opening(screen: Screen[object]) -> bool:
    """Whether a screen is on its way and will have a focus, but has none yet."""
    return not screen.is_mounted or (screen.focused is None and bool(screen.focus_chain))
