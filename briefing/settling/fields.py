"""Which field of an outline holds the words that stand on a page, and how it says them now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from briefing.document.composing import compose, find_product
from briefing.document.document import Paragraph
from briefing.document.typography import NON_BREAKING
from briefing.model.entries import read_outline_head, write_outline_head
from briefing.model.fields import OUTLINE_FIELDS, Shape
from briefing.model.library import Library
from briefing.model.outline import Block, Outline
from briefing.model.spoken import spoken_text
from briefing.settling.merging import likeness

LEAST = 0.5
"""The share of the words that left which a field must still hold, for them to be its words."""
_LINES = tuple(field.name for field in OUTLINE_FIELDS if field.shape in {Shape.LINE, Shape.TEXT})


@dataclass(frozen=True)  # no slots: the pages are set once, and only where they are asked for
class Shown:
    """An outline as its page shows it."""

    outline: Outline
    library: Library
    product: str = ""

    def words(self, block: Block) -> str:
        """Return the words a block that has none of its own is shown with."""
        if self._is_spoken:
            return spoken_text(block, self.library)
        return "\n\n".join(dict.fromkeys(one.text for one in self._pages.get(block.id, ()) if one.text.strip()))

    def prints(self, block: Block, text: str) -> bool:
        """Whether a paragraph of a block's page says a text, whether or not the block holds it."""
        return any(likeness(text, one.text) == likeness(one.text, text) == 1 for one in self._pages.get(block.id, ()))

    @cached_property
    def _is_spoken(self) -> bool:
        return find_product(self.product or self.outline.product).manner.spoken

    @cached_property
    def _pages(self) -> Mapping[str, list[Paragraph]]:
        pages: dict[str, list[Paragraph]] = {}
        for paragraph in compose(self.outline, self.library, self.product).paragraphs():
            if paragraph.block:
                pages.setdefault(paragraph.block, []).append(paragraph)
        return pages


def find_field(block: Block, text: str, shown: Shown) -> tuple[str, str] | None:
    """Return the field of a block that holds a text, and what it says; None where the block says something else now.

    A card's words are held by no field of its block: the block's own words are then to say them instead.
    """
    held = dict(_held(block, shown))
    best = max(held, key=lambda name: likeness(text, held[name]), default="")
    return (best, held[best]) if best and (not text.strip() or likeness(text, held[best]) >= LEAST) else None


def _held(block: Block, shown: Shown) -> Iterator[tuple[str, str]]:
    if block.heading:
        yield "heading", block.heading
    if block.text.strip():
        yield "text", block.text
    elif block.evidence:
        yield "text", shown.words(block)
    if block.short.strip():
        yield "short", block.short


def with_field(block: Block, field: str, words: str) -> Block:
    """Return a block that says something else; a heading stays one line."""
    match field:
        case "heading":
            return replace(block, heading=" ".join(words.split()))
        case "short":
            return replace(block, short=words)
        case _:
            return replace(block, text=words)


def with_header(outline: Outline, before: str, after: str) -> Outline | None:
    """Return an outline whose title, aim or other line says it as `after` does, where `before` holds that line.

    None where no line of the outline is in it, or what stands around the line was changed.
    """
    before, after = _unbound(before), _unbound(after)
    for name in sorted(_LINES, key=lambda name: -len(_line(outline, name))):
        line = _unbound(_line(outline, name).strip())
        start = before.find(line) if line else -1
        if start >= 0:
            ahead, behind = before[:start], before[start + len(line) :]
            if after.startswith(ahead) and after.endswith(behind) and len(after) >= len(ahead) + len(behind):
                words = " ".join(after[len(ahead) : len(after) - len(behind)].split())
                head, _ = read_outline_head(outline.name, {**write_outline_head(outline), name: words})
                return head.with_blocks(outline.blocks)
    return None


def _line(outline: Outline, name: str) -> str:
    value = getattr(outline, name)
    return value if isinstance(value, str) else ""


def _unbound(text: str) -> str:
    return text.replace(NON_BREAKING, " ")
