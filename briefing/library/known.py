"""The names a library knows, for an error to suggest one of: none where there are too many to go through."""

from __future__ import annotations

from briefing.model.library import Library

MOST = 5_000
"""As many as are compared with what was typed in a tenth of a second."""


def known_notes(library: Library) -> list[str]:
    """Return the name of every note, unless there are too many."""
    return [heading.name for heading in library.headings] if len(library.headings) <= MOST else []


def known_outlines(library: Library) -> list[str]:
    """Return the name of every outline."""
    return [outline.name for outline in library.outlines]


def known_entries(library: Library) -> list[str]:
    """Return the id of every card and source, unless there are too many."""
    return [*known_cards(library), *library.sources] if _is_small(library) else []


def known_cards(library: Library) -> list[str]:
    """Return the id of every card, unless there are too many."""
    return list(library.cards) if _is_small(library) else []


def _is_small(library: Library) -> bool:
    return sum(folder.cards for folder in library.folders) <= MOST
