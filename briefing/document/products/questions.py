"""Questions and answers: each question an attack or a heading, the answer to be given under it, and the facts.

The hardest come first wherever the outline has them. An answer can be given in one breath: what it rests on, and what
that holds for, is in its note.
"""

from __future__ import annotations

from briefing.document.document import Document, Style
from briefing.document.notes import Notes
from briefing.document.product import Manner, Product, Scope, sections
from briefing.document.sections import Setting, parted, set_blocks
from briefing.document.titles import finished, occasion, ownership, title_block
from briefing.model.library import Library
from briefing.model.outline import Outline

_ANSWERED = Manner(own=Style.ANSWER, card=Style.ANSWER, scope=Scope.NOTED, rebuttals=False)
_LISTED = Manner(own=Style.BULLET, rebuttals=False)

SECTIONS = sections(
    ("hardest", "The hardest questions", _ANSWERED),
    ("further", "Further questions", _ANSWERED),
    ("bridge", "Bridges", _LISTED),
    ("facts", "Facts", _LISTED),
)


def write(outline: Outline, library: Library) -> Document:
    """Return the questions and answers made from an outline."""
    first, further = parted(outline.blocks, "hardest")
    setting = Setting(library, Notes(library), PRODUCT, outline.title)
    body = [
        *title_block(outline, PRODUCT, (*occasion(outline, library), *ownership(outline))),
        *set_blocks(setting, (*first, *further)),
    ]
    return finished(outline, library, PRODUCT, body)


PRODUCT = Product("questions", "Questions and answers", SECTIONS, _ANSWERED, write, answer=60)
