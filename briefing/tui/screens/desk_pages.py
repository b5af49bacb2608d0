"""What the desk says of its library: the line at the top, and the page for a row of the notes list."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from briefing.tui.widgets.literal import Line, Look, Run
from briefing.tui.widgets.notes_rows import Entry, What
from briefing.tui.widgets.page import Page, Par
from briefing.wording import desk as wording
from briefing.wording.times import clock

if TYPE_CHECKING:
    from briefing.model.library import Library
    from briefing.tui.pages.card_page import Lit


PALETTE: Line = (Run("   ^p ", Look.KEY, "command_palette"), Run("commands ", Look.PLAIN, "command_palette"))


@dataclass(frozen=True, slots=True)
class Done:
    """What is done with the library in the background, each as the share that is done; None where it is not."""

    indexed: float | None = None
    checked: float | None = None

    @property
    def words(self) -> str:
        """What is done, in words."""
        if self.checked is not None:
            return wording.checking(self.checked)
        return wording.SAVED if self.indexed is None else wording.indexing(self.indexed)


def status(library: Library | None, done: Done) -> tuple[Line, Line]:
    """Return both sides of the line at the top, before the library was read too."""
    name = Run(f" {wording.NAME}", Look.STRONG)
    if library is None:
        return (name,), (Run(wording.READING, Look.SOFT), *PALETTE)
    is_known = done.indexed is None or library.card_count
    counts = f"{wording.counts(library.card_count, len(library.headings))} · " if is_known else ""
    damage = len(library.damage) if done.checked is None else 0  # else c means something else just now
    damaged: Line = (Run(f"{wording.damaged(damage)} · ", Look.WARN),) if damage else ()
    left = (name, Run(f"   {library.office.name}", Look.SOFT))
    return left, (*damaged, Run(f"{counts}{done.words}", Look.SOFT), *PALETTE)


def lit_by(text: str) -> Lit:
    """Return what finds the spans of a text that match what was typed."""
    if not text:
        return lambda _: ()
    from briefing.search.query import lit, parse_query

    return partial(lit, parse_query(text))


def card_page_of(card_id: str, library: Library, text: str, opened: Collection[str]) -> Page:
    """Return the page of a card, what the search for a text matched lit; an empty one where there is no such card."""
    card = library.cards.get(card_id) if card_id else None
    if card is None:
        return Page(wording.CARD)
    from briefing.tui.pages.card_page import card_page

    return card_page(card, library, lit_by(text), opened=card.id in opened or not card.is_restricted)


def spoken_times(library: Library) -> dict[str, str]:
    """Return how long each outline that is spoken takes, as minutes and seconds."""
    from briefing.speech.timing import time_outline

    spoken = (outline for outline in library.outlines if outline.product == "speech" or outline.slot)
    return {outline.name: clock(time_outline(outline, library).seconds) for outline in spoken}


def page_of(entry: Entry, library: Library, times: Mapping[str, str]) -> Page:
    """Return the page of a note, an outline, or the library as a whole."""
    from briefing.tui.pages.note_page import note_page
    from briefing.tui.pages.outline_page import outline_page

    note = library.note(entry.name) if entry.what is What.NOTE else None
    if note:
        return note_page(note)
    outline = library.outline(entry.name) if entry.what is What.OUTLINE else None
    if outline:
        return outline_page(outline, library, times.get(entry.name, ""))
    words = library.office.name if entry.what is What.ALL else entry.title
    hint = "" if library.headings else wording.NO_LIBRARY_YET
    return Page(wording.NOTES, (Par((Run(words, Look.STRONG),)), Par((Run(hint, Look.SOFT),))), key=entry.name)
