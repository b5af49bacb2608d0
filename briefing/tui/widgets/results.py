"""The list of cards: those of a note, or the hits of a search, a page at a time."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from briefing.tui.bindings import bindings
from briefing.tui.commands import Place
from briefing.tui.pages.signs import claim_line, kind_name, sign
from briefing.tui.widgets.literal import Line, Look, Run, around, fit, lit_line
from briefing.tui.widgets.paged import PAGE, let_go
from briefing.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from briefing.model.card import Listed

KIND_WIDTH = 12
ROOM_FOR_KIND = 46
ROOM_FOR_SNIPPET = 30


@dataclass(frozen=True, slots=True)
class Row:
    """A card as a list shows it. Made off the painting path, with what matched already found."""

    id: str
    kind: str
    claim: str
    standing: str
    restricted: bool
    spans: tuple[tuple[int, int], ...] = ()
    snippet: str = ""
    """Where it matched, when that is not in the claim."""
    snippet_spans: tuple[tuple[int, int], ...] = ()


def row_of(card: Listed) -> Row:
    """Return a card as a row of a list."""
    return Row(card.id, card.kind, card.claim, card.status, card.handling == "restricted")


class ResultsList(VirtualList):
    """Cards, one a row. Pages that are not there yet are asked for, and painted when they come."""

    place: ClassVar[Place] = Place.EVIDENCE
    BINDINGS = bindings(Place.LIST, Place.EVIDENCE)

    class Wanted(Message):
        """Rows are in view, or near it, that are not here yet."""

        def __init__(self, offset: int) -> None:
            """Say where their page begins."""
            super().__init__()
            self.offset = offset

    def __init__(self, *, id: str | None = None) -> None:
        """Start with no rows."""
        super().__init__(id=id)
        self._pages: dict[int, Sequence[Row]] = {}
        self._asked: set[int] = set()
        self._gave_way: tuple[str, Row] | None = None
        """The card that is held in its line, and the row that stands where that card would."""
        self.goes_on = False
        """Whether there may be more rows than were counted: at the end, the next ones are asked for."""

    def show(self, rows: Sequence[Row], count: int, keep: str = "", offset: int = 0) -> None:
        """Show other rows, `count` in all, those of one page here already; the one with the id `keep` stays chosen."""
        held = keep if not offset and self.chosen and self.chosen.id == keep else ""
        there = {row.id for row in rows}
        ordered = self._around_chosen(rows, count) if held and held not in there else rows
        self._gave_way = self._gave_way if held else None
        self._pages = {offset // PAGE: ordered}
        self._asked = set(self._pages)
        cursor = self.index_of(keep) if keep else None
        self.show_rows(count, cursor or 0)
        if not keep:
            self.scroll_to_cursor()

    def refine(self, rows: Sequence[Row], count: int) -> None:
        """Show the same cards in a better order: nothing scrolls, and the chosen one stays chosen, in its line.

        Only the others change places around it; a hand already on its way to enter opens what it meant to.
        """
        chosen, ordered = self.chosen, self._around_chosen(rows, count)
        same = list(self._pages.get(0, ())) == ordered
        self._pages = {0: ordered}
        self._asked = {0}
        if same:
            self._lengthen(count)
            self.refresh_changed()  # where there is no row, what is said of that may be other
        else:
            place = self.index_of(chosen.id) if chosen else None
            self.show_rows(count, self.cursor if place is None else place, follow=False)

    def _around_chosen(self, rows: Sequence[Row], count: int) -> list[Row]:
        """Return the rows of a first page with the chosen card in its line, though it may belong on a later page.

        The last row gives way for it then, and stands on that page in its place. Where there is no later page the card
        is no hit any more.
        """
        self._gave_way = None
        chosen, ordered = self.chosen, list(rows)
        if chosen is None or self.cursor >= len(ordered):
            return ordered
        there = next((row for row in ordered if row.id == chosen.id), None)
        if there:
            ordered.remove(there)
        elif count > len(ordered):
            self._gave_way = (chosen.id, ordered.pop())
        else:
            return ordered
        ordered.insert(self.cursor, there or chosen)
        return ordered

    def _lengthen(self, count: int) -> None:
        """Say that there are so many rows; those in view stay as they are painted."""
        self.count = count
        self.set_length(count)
        self._reach_view()

    def put(self, offset: int, rows: Sequence[Row], count: int = 0) -> None:
        """Put a page that was asked for into its place; there may turn out to be more rows than were counted."""
        self._pages[offset // PAGE] = [*map(self._instead_of, rows)] if offset else rows
        here = set(self._pages)
        let_go(self._pages, self.scroll_offset.y // PAGE)
        self._asked -= here - self._pages.keys()
        if count > self.count:
            self._lengthen(count)
        self.refresh_changed()

    def _instead_of(self, row: Row) -> Row:
        """Return what stands on a later page where a card belongs that is held on the first."""
        return self._gave_way[1] if self._gave_way and self._gave_way[0] == row.id else row

    def reach(self, start: int, stop: int) -> None:
        """Ask for the pages that are not here yet."""
        beyond = self.goes_on and stop == self.count
        for page in range(start // PAGE, stop // PAGE + 1 if beyond else -(-stop // PAGE)):
            if page not in self._asked:
                self._asked.add(page)
                self.post_message(self.Wanted(page * PAGE))

    def row(self, index: int) -> Row | None:
        """Return a row; None while its page is on its way."""
        page = self._pages.get(index // PAGE, ())
        return page[index % PAGE] if index % PAGE < len(page) else None

    def index_of(self, card_id: str) -> int | None:
        """Return where a card is among the rows that are here."""
        for page, rows in self._pages.items():
            for position, row in enumerate(rows):
                if row.id == card_id:
                    return page * PAGE + position
        return None

    @property
    def in_view(self) -> frozenset[str]:
        """The ids of the cards on the screen."""
        top = self.scroll_offset.y
        rows = map(self.row, range(top, min(self.count, top + self.line_count)))
        return frozenset(row.id for row in rows if row)

    @property
    def chosen(self) -> Row | None:
        """The chosen row."""
        return self.row(self.cursor) if self.count else None

    def row_key(self, index: int) -> Hashable:
        """Return the row itself: equal rows are painted once."""
        return self.row(index)

    def line(self, index: int, width: int) -> Line:
        """Return sign, kind and claim; in a narrow pane the kind gives way."""
        row = self.row(index)
        if row is None:
            return (Run("…", Look.SOFT),)
        kind = f" {_shortened(kind_name(row.kind)):<{KIND_WIDTH}}" if width >= ROOM_FOR_KIND else " "
        return (sign(row.standing), Run(kind, Look.SOFT), *_claim(row, width - 1 - len(kind)))


def _claim(row: Row, room: int) -> Line:
    """Return the claim, or where there is no match in it its beginning and where the match is."""
    if row.restricted or not row.snippet or room < ROOM_FOR_SNIPPET:
        text, spans = around(row.claim, row.spans, room)
        return claim_line(text, spans, restricted=row.restricted)
    head = fit((Run(row.claim),), room // 2)
    text, spans = around(row.snippet, row.snippet_spans, room - room // 2 - 2, share=0)
    return (*head, Run("  "), *lit_line(text, spans, Look.SOFT))


def _shortened(kind: str) -> str:
    return kind if len(kind) < KIND_WIDTH else f"{kind[: KIND_WIDTH - 2]}…"
