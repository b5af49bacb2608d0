"""An outline being assembled: every edit shows at once, and one thread saves the edits in the order they were made."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TypeVar

from textual.message import Message

from briefing.errors import BriefingError
from briefing.library.authoring import change_outline
from briefing.library.opened import OpenLibrary, Outcome
from briefing.model.history import Step
from briefing.model.outline import Outline

Result = TypeVar("Result")


class Settled(Message):
    """A step was saved, or met somebody else's edit."""

    def __init__(self, outcome: Outcome) -> None:
        """Carry what became of it."""
        super().__init__()
        self.outcome = outcome


class Failed(Message):
    """A step could not be saved; it and all after it wait."""

    def __init__(self, error: BriefingError) -> None:
        """Carry the reason."""
        super().__init__()
        self.error = error


class LeftToThem(Message):
    """Nothing of ours was left to save: what others saved stands."""


class Assembly:
    """The outline as the screen shows it, and the steps that are on their way to its file.

    A save takes 2 ms, but 70 ms one time in a hundred, and more on a shared folder: no key waits for it.
    """

    def __init__(self, opened: OpenLibrary, outline: Outline, post: Callable[[Message], object]) -> None:
        """Begin with what the file holds; `post` may be called from any thread."""
        self.outline = outline
        self._opened = opened
        self._post = post
        self._waiting: deque[Step] = deque()
        self._pool = ThreadPoolExecutor(1, "saves")
        self._is_held = False

    @property
    def waiting(self) -> int:
        """How many steps are not saved yet."""
        return len(self._waiting)

    @property
    def is_held(self) -> bool:
        """Whether saving has stopped until somebody decides."""
        return self._is_held

    def edit(self, after: Outline, label: str, step: Step | None = None) -> bool:
        """Take an edit: it counts at once and is saved after those before it. Returns whether it changes anything.

        A step of its own is for an edit begun before others changed the outline: it says what was there to be seen.
        """
        step = step or change_outline(self.outline, after, label)
        if not step.edits:
            return False
        self.outline = after
        self._waiting.append(step)
        self.go_on()
        return True

    def go_on(self) -> None:
        """Save what waits, in order; what was held tries again."""
        self._is_held = False
        self._pool.submit(self._save_waiting)

    def instead(self, step: Step | None) -> None:
        """Put a step that was made over in the place of the one that is held, or drop that, and go on."""
        self._waiting.popleft()
        if step:
            self._waiting.appendleft(step)
        elif not self._waiting:
            self._pool.submit(self._leave_to_them)
        self.go_on()

    def _leave_to_them(self) -> None:
        self._opened.refresh()
        self._tell(LeftToThem())

    def _save_waiting(self) -> None:
        while self._waiting and not self._is_held:
            try:
                outcome = self._opened.apply(self._waiting[0])
            except BriefingError as error:
                self._is_held = True
                self._tell(Failed(error))
                return
            if outcome.saved:
                self._waiting.popleft()
            else:
                self._is_held = True
            self._tell(Settled(outcome))

    def _tell(self, message: Message) -> None:
        """Tell the screen. It may be gone by now, and what still waits is saved all the same."""
        with suppress(RuntimeError):
            self._post(message)

    async def drained(self) -> None:
        """Wait until all that can be saved is saved."""
        await self._run(lambda: None)

    async def undo(self) -> Outcome | None:
        """Undo the last step of the outline, once all before it are saved; None where there is none."""
        return await self._turn(self._undo)

    async def redo(self) -> Outcome | None:
        """Do again what was undone."""
        return await self._turn(lambda: self._opened.redo(self.outline.file))

    def _undo(self) -> Outcome | None:
        """Undo, but never the making of the outline itself: that is what deleting is for."""
        outcome = self._opened.undo(self.outline.file)
        if outcome and outcome.saved and self.read() is None:
            self._opened.redo(self.outline.file)
            return None
        return outcome

    async def _turn(self, act: Callable[[], Outcome | None]) -> Outcome | None:
        outcome = await self._run(act)
        if outcome and outcome.saved:
            self.catch_up()
        return outcome

    async def _run(self, act: Callable[[], Result]) -> Result:
        return await asyncio.wrap_future(self._pool.submit(act))

    def read(self) -> Outline | None:
        """Return the outline as the library has it; None where it is gone."""
        return self._opened.library.outline(self.outline.name)

    def catch_up(self) -> bool:
        """Take over what the library has, where nothing of ours waits; return whether that was something else."""
        now = self.read()
        if self._waiting or now is None or now == self.outline:
            return False
        self.outline = now
        return True

    def close(self) -> None:
        """Save what waits, and only then let go."""
        self._pool.shutdown(wait=True)
