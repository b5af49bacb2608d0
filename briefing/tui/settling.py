"""What came back as the screen shows it, and the decisions on their way to their file, made by one thread in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from pathlib import Path

from textual.message import Message

from briefing.errors import BriefingError
from briefing.library.opened import OpenLibrary
from briefing.settling.settlement import Refusal, Settlement, Wish
from briefing.word.returned.change import Change
from briefing.wording.desk import WENT_WRONG


class Settled(Message):
    """Some changes were decided, taken back or looked at again."""

    def __init__(
        self,
        asked: tuple[str, ...] = (),
        refused: tuple[Refusal, ...] = (),
        *,
        taken_back: bool = False,
        note: Path | None = None,
    ) -> None:
        """Say which were asked for, which stay open and why, whether an act was taken back, and where a note is."""
        super().__init__()
        self.note = note
        self.asked = asked
        self.refused = refused
        self.taken_back = taken_back


class NotSettled(Message):
    """Nothing could be decided."""

    def __init__(self, asked: tuple[str, ...], error: BriefingError) -> None:
        """Say which changes were asked for, and carry the reason."""
        super().__init__()
        self.asked = asked
        self.error = error


class Settling:
    """One settlement, decided on. `settlement` is as it stands after what was decided last."""

    def __init__(self, opened: OpenLibrary, settlement: Settlement, post: Callable[[Message], object]) -> None:
        """Begin with what was brought home; `post` may be called from any thread."""
        self.settlement = settlement
        self.has_written = False
        """Whether anything was decided or taken back here."""
        self._opened = opened
        self._post = post
        self._pool = ThreadPoolExecutor(1, "settles")
        self._waiting: Counter[str] = Counter()
        self._acts = 0

    @property
    def waiting(self) -> frozenset[str]:
        """The changes on which a decision is on its way."""
        return frozenset(self._waiting)

    @property
    def is_busy(self) -> bool:
        """Whether anything is on its way."""
        return bool(self._acts)

    def decide(self, changes: Sequence[Change], wish: Wish) -> None:
        """Settle some changes as wished, after all that was asked for before."""
        asked = tuple(change.id for change in changes)
        self._waiting.update(asked)
        self._begin(lambda: self._decide(changes, wish, asked), asked)

    def _decide(self, changes: Sequence[Change], wish: Wish, asked: tuple[str, ...]) -> Settled:
        from briefing.settling.keeping import decide

        self.settlement, refused = decide(self._opened, self.settlement, changes, wish)
        self.has_written = True
        return Settled(asked, refused)

    def correct(self, change: Change, wish: Wish) -> None:
        """Correct what the card of a change claims."""
        self._waiting.update((change.id,))
        self._begin(lambda: self._correct(change, wish), (change.id,))

    def _correct(self, change: Change, wish: Wish) -> Settled:
        from briefing.settling.keeping import correct
        from briefing.settling.taking import NotTaken

        try:
            self.settlement = correct(self._opened, self.settlement, change, wish)
        except NotTaken as error:
            return Settled((change.id,), (Refusal(change.id, error.why),))
        self.has_written = True
        return Settled((change.id,))

    def write_note(self, asked: Path, on: date) -> None:
        """Write the note to the Member."""
        self._begin(lambda: self._write_note(asked, on))

    def _write_note(self, asked: Path, on: date) -> Settled:
        from briefing.document.layout import layout_of
        from briefing.settling.handing_back import hand_back
        from briefing.word.template.opening import chosen_template

        template = chosen_template(layout_of(self._opened.library.office), self._opened.folder)
        asked.parent.mkdir(parents=True, exist_ok=True)
        return Settled(note=hand_back(self.settlement, on, asked, template))

    def take_back(self) -> None:
        """Take back the last act."""
        self._begin(self._take_back)

    def _take_back(self) -> Settled:
        from briefing.settling.keeping import take_back

        was = self.settlement.decisions
        self.settlement = take_back(self._opened, self.settlement)
        self.has_written = True
        return Settled(tuple(name for name in was if name not in self.settlement.decisions), taken_back=True)

    def look_again(self) -> None:
        """Take over what others have decided, or changed in the outline."""
        self._begin(self._look_again)

    def _look_again(self) -> Settled:
        from briefing.settling.keeping import renew

        self.settlement = renew(self.settlement, self._opened.library)
        return Settled()

    def _begin(self, act: Callable[[], Settled], asked: tuple[str, ...] = ()) -> None:
        self._acts += 1
        self._pool.submit(self._do, act, asked)

    def _do(self, act: Callable[[], Settled], asked: tuple[str, ...]) -> None:
        message: Message = NotSettled(asked, BriefingError(WENT_WRONG))
        try:
            message = act()
        except BriefingError as error:
            message = NotSettled(asked, error)
        finally:
            with suppress(RuntimeError):  # the screen may be gone by now, and what was decided is kept all the same
                self._post(message)

    def heard(self, message: Settled | NotSettled) -> None:
        """Count an act as done: the screen has heard of it. Counted there, for two threads must not."""
        self._acts -= 1
        self._waiting -= Counter(() if isinstance(message, Settled) and message.taken_back else message.asked)

    def close(self) -> None:
        """Let all be done that was asked for, and only then let go."""
        self._pool.shutdown(wait=True)
