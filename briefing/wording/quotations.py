"""What is said of exact words beside the kept text of their source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

RESULTS: Final[Mapping[str, str]] = {
    "exact": "as the source has them",
    "moved": "the source has them, elsewhere than the card says",
    "differs": "the source does not have these words",
    "no-text": "no text of the source is kept",
}
"""What was found, in a few words."""
CHANGED_TEXT = "the kept text is not the one that was read: its hash differs"
NOT_NEAR = "Nothing near stands in the text."
RESTRICTED = "a restricted card: compare its words at the desk"


def compared(results: Sequence[str]) -> str:
    """Say how the exact words of a source's cards compare with its text."""
    if not results:
        return "No card of this source has exact words."
    counts = [f"{results.count(result)} {result}" for result in RESULTS if result in results]
    return f"Exact words of {len(results)} {'card' if len(results) == 1 else 'cards'}: {', '.join(counts)}."


def said(words: str) -> str:
    """Show what a card has in a place."""
    return f"  card    {words}"


def found(words: str) -> str:
    """Show what the source has in that place."""
    return f"  source  {words}"


def on_page(page: int) -> str:
    """Name a page; nothing where the text has but one."""
    return f"page {page}" if page else ""


def marked(stretches: Iterable[tuple[str, bool]]) -> str:
    """Return words in a line, those that differ between angle marks."""
    return " ".join(words if is_same else f"⟪{words or '—'}⟫" for words, is_same in stretches)
