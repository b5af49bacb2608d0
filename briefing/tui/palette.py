"""The palette: every command, note, outline and card, found by typing part of its name; shown literally."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode

from briefing.tui.at_desk import desk_of
from briefing.tui.bindings import shown_key
from briefing.tui.commands import COMMANDS, keys_of
from briefing.tui.themes import THEMES
from briefing.tui.widgets.literal import literal
from briefing.wording import desk as wording

MOST_CARDS = 12


@dataclass(frozen=True, slots=True)
class Entry:
    """Something the palette can do."""

    text: str
    act: Callable[[], object]
    beside: str = ""


class Everything(Provider):
    """Commands that work here, then notes, outlines and themes by name, then cards by their words."""

    async def discover(self) -> Hits:
        """All commands, before anything is typed."""
        for entry in self._commands():
            yield DiscoveryHit(_shown(entry), entry.act, text=entry.text)

    async def search(self, query: str) -> Hits:
        """What fits the words that are typed."""
        matcher = self.matcher(query)
        for entry in (*self._commands(), *self._places()):
            score = matcher.match(entry.text)
            if score > 0:
                yield Hit(score, _shown(entry), entry.act, text=entry.text)
        desk = desk_of(self.screen)
        hits = await asyncio.to_thread(desk.papers.find, query, MOST_CARDS, 0)
        for position, hit in enumerate(hits.hits if hits else ()):
            claim = f"{wording.LOCK} {wording.RESTRICTED}" if hit.handling == "restricted" else hit.claim
            entry = Entry(claim, partial(desk.go_to, f"card:{hit.id}"), f"{hit.kind} {hit.id}")
            yield Hit(0.5 / (position + 2), _shown(entry), entry.act, text=f"{hit.claim} {hit.id}")

    def _commands(self) -> Iterator[Entry]:
        """The commands for which the focus, its screen or the app has an action."""
        remapped = desk_of(self.screen).preferences.keys
        for command in COMMANDS:
            node = next(
                (node for node in self._nodes() if hasattr(node, f"action_{command.name}")), None
            )
            if node and command.in_palette:
                keys = " ".join(map(shown_key, keys_of(command, remapped)))
                act = partial(self.app.run_action, command.name, node)
                yield Entry(f"{command.label.capitalize()}: {command.help}", act, keys)
        for name in THEMES:
            yield Entry(wording.moved_theme(name), partial(desk_of(self.screen).use_theme, name))

    def _nodes(self) -> tuple[DOMNode, ...]:
        focused = self.focused
        return tuple(focused.ancestors_with_self) if focused else (self.screen, self.app)

    def _places(self) -> Iterator[Entry]:
        """The notes and the outlines, by their titles."""
        desk = desk_of(self.screen)
        for note in desk.library.notes:
            yield Entry(note.title or note.name, partial(desk.go_to, f"note:{note.name}"), wording.NOTE)
        for outline in desk.library.outlines:
            yield Entry(outline.title, partial(desk.go_to, f"outline:{outline.name}"), wording.OUTLINE)


def _shown(entry: Entry) -> Content:
    """Return an entry as the list shows it; a text of content is never read as markup."""
    return Content.assemble(literal(entry.text), "  ", literal(entry.beside).stylize("dim"))
