"""The palette: every command, note, outline and card, found by typing part of its name."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.dom import DOMNode
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from briefing.tui.at_desk import desk_of
from briefing.tui.bindings import bindings, shown_key
from briefing.tui.commands import COMMANDS, Place
from briefing.tui.keymap import keys_of
from briefing.tui.pages.signs import kind_name
from briefing.tui.themes import THEMES
from briefing.tui.widgets.literal import Line, Look, Run, fit, literal, spread
from briefing.tui.widgets.virtual_list import VirtualList
from briefing.wording import desk as wording

if TYPE_CHECKING:
    from briefing.model.note import Heading
    from briefing.tui.papers import Stop

MOST_CARDS = 30
MOST_NOTES = 12
FEW_NOTES = 200
"""Notes offered before anything is typed."""
NAME_WIDTH = 16


@dataclass(frozen=True, slots=True)
class Entry:
    """Something the palette can do or go to."""

    name: str
    act: Callable[[], object]
    detail: str = ""
    right: str = ""

    def rank(self, words: Sequence[str]) -> int | None:
        """Return how well it fits, 0 best; None where a word is not in it."""
        name, text = self.name.casefold(), f"{self.name} {self.detail} {self.right}".casefold()
        if not all(word in text for word in words):
            return None
        return 0 if name.startswith(words[0]) else 1 if all(word in name for word in words) else 2


class EntryList(VirtualList):
    """What fits what is typed."""

    BINDINGS = bindings(Place.LIST)

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._entries: tuple[Entry, ...] = ()

    def show(self, entries: Sequence[Entry], cursor: int = 0) -> None:
        """Show these."""
        self._entries = tuple(entries)
        self.show_rows(len(self._entries), cursor)

    @property
    def chosen(self) -> Entry | None:
        """The chosen one."""
        return self._entries[self.cursor] if self._entries else None

    def row_key(self, index: int) -> Hashable:
        """Return the entry itself."""
        return self._entries[index]

    def line(self, index: int, width: int) -> Line:
        """Return its name, what it does, and its keys or what it is."""
        entry = self._entries[index]
        right = (Run(entry.right, Look.SOFT),)
        if not entry.detail:
            return spread((Run(entry.name),), right, width)
        name = fit((Run(f"{entry.name:<{NAME_WIDTH}}"),), NAME_WIDTH)
        return spread((*name, Run(" "), Run(entry.detail, Look.SOFT)), right, width)


class PaletteScreen(ModalScreen[Entry | None]):
    """Ends with the chosen entry; whoever opened it runs it, on the screen it belongs to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+p", "leave", show=False),
        Binding("down,ctrl+n", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("pagedown", "step(10)", show=False),
        Binding("pageup", "step(-10)", show=False),
    ]

    class CardsFound(Message):
        """A worker has found cards for what was typed."""

        def __init__(self, text: str, entries: tuple[Entry, ...]) -> None:
            """Carry them to the screen's thread."""
            super().__init__()
            self.text = text
            self.entries = entries

    def __init__(self, nodes: Sequence[DOMNode]) -> None:
        """Offer the commands of the nodes from the focus outwards, and everything there is to go to."""
        super().__init__()
        self._within = tuple(nodes)
        self._offered: tuple[Entry, ...] = ()
        self._answered = ""
        """What was typed when the cards and notes that are shown were looked for."""

    def compose(self) -> ComposeResult:
        """What one types, and what fits."""
        with Vertical(classes="sheet tall wide") as sheet:
            sheet.border_title = literal(wording.PALETTE)
            yield Input(placeholder=wording.PALETTE_HINT)
            yield EntryList()
            yield Static(wording.CHOOSE_HINT, classes="hint", markup=False)

    def on_mount(self) -> None:
        """Show every command."""
        self.query_one(Input).cursor_blink = False
        self._offered = (*self._commands(), *self._places())
        self._show()

    @property
    def _list(self) -> EntryList:
        return self.query_one(EntryList)

    def _commands(self) -> Iterator[Entry]:
        """The commands for which the focus, its screen or the desk has an action."""
        desk = desk_of(self)
        for command in COMMANDS:
            node = next((node for node in self._within if hasattr(node, f"action_{command.name}")), None)
            if node and command.in_palette:
                keys = " ".join(map(shown_key, keys_of(command, desk.preferences.keys)))
                act = partial(desk.run_action, command.name, node)
                yield Entry(command.label.capitalize(), act, command.help, keys)
        for name in THEMES:
            yield Entry(wording.moved_theme(name), partial(desk.use_theme, name))

    def _places(self) -> Iterator[Entry]:
        """The notes, where there are few, and the outlines."""
        desk = desk_of(self)
        headings = desk.library.headings
        yield from map(self._note, headings if len(headings) <= FEW_NOTES else ())
        for outline in desk.library.outlines:
            go = partial(desk.go_to, f"outline:{outline.name}")
            yield Entry(outline.title, go, right=wording.OUTLINE)

    def _note(self, heading: Heading) -> Entry:
        go = partial(desk_of(self).go_to, f"note:{heading.name}")
        return Entry(heading.title or heading.name, go, right=wording.NOTE)

    def _notes_that_match(self, text: str) -> Iterator[Entry]:
        """The notes that match, where there are too many to offer them all."""
        desk = desk_of(self)
        headings = desk.library.headings
        names = desk.papers.find_notes(text, MOST_NOTES) if len(headings) > FEW_NOTES else ()
        for name in names:
            if (place := desk.library.position(name)) is not None:
                yield from map(self._note, headings[place : place + 1])

    def _show(self, cards: Sequence[Entry] = (), cursor: int = 0) -> None:
        words = self.query_one(Input).value.casefold().split()
        self._list.nothing = wording.NOTHING_CALLED if self._is_answered else wording.NOT_KNOWN_YET
        if not words:
            self._list.show(self._offered)
            return
        ranked = [(rank, entry) for entry in self._offered if (rank := entry.rank(words)) is not None]
        fitting = [entry for _, entry in sorted(ranked, key=lambda pair: pair[0])]
        self._list.show([*fitting, *cards], cursor)

    @property
    def _is_answered(self) -> bool:
        typed = self.query_one(Input).value
        return not typed.strip() or typed == self._answered

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._show()
        if event.value.strip():
            self._find_cards(event.value)

    @work(thread=True, exclusive=True, group="palette", exit_on_error=False)
    def _find_cards(self, text: str) -> None:
        worker = get_current_worker()
        self.post_message(self.CardsFound(text, self._look_for(text, lambda: worker.is_cancelled)))

    def _look_for(self, text: str, stop: Stop) -> tuple[Entry, ...]:
        """Return the notes, where they are many, and the cards that match."""
        desk = desk_of(self)
        hits = desk.papers.first(text, MOST_CARDS, stop)
        cards = (
            Entry(
                f"{wording.LOCK} {wording.RESTRICTED}" if hit.handling == "restricted" else hit.claim,
                partial(desk.go_to, f"card:{hit.id}"),
                right=f"{kind_name(hit.kind)} {hit.id}",
            )
            for hit in (hits.hits if hits else ())
        )
        return (*self._notes_that_match(text), *cards)

    @on(CardsFound)
    def _found(self, event: CardsFound) -> None:
        if event.text == self.query_one(Input).value:
            self._answered = event.text
            self._show(event.entries, self._list.cursor)

    @on(Input.Submitted)
    @on(VirtualList.Opened)
    def _chosen(self) -> None:
        """Go where the chosen entry leads; enter means what is typed, however fast it was typed."""
        text = self.query_one(Input).value
        if not (self._list.chosen or self._is_answered):
            self._answered = text
            self._show(self._look_for(text, lambda: False))
        if self._list.chosen:
            self.dismiss(self._list.chosen)

    @on(VirtualList.Moved)
    def _moved(self, event: VirtualList.Moved) -> None:
        event.stop()

    def action_step(self, steps: int) -> None:
        """Choose another while the focus stays in the box."""
        self._list.move(steps)

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)
