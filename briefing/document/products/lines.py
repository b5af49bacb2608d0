"""Lines to take: one side that can be spoken from, with what not to say, the facts behind it and how long it holds.

The top line comes first wherever the outline has it. Notes are short, for all of them are in sight.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.document.document import Document, Form, Style
from briefing.document.notes import Notes, Repeats
from briefing.document.product import Manner, Product, Scope, sections
from briefing.document.sections import Setting, parted, set_blocks
from briefing.document.titles import Labelled, day, finished, occasion, on_one_line, ownership, title_block
from briefing.model.library import Library
from briefing.model.outline import Outline
from briefing.wording import document as say

_LISTED = Manner(own=Style.BULLET, scope=Scope.NOTED, rebuttals=False)
_TOP = Manner(own=Style.CALLOUT, card=Style.CALLOUT, scope=Scope.NOTED, quotations=False, rebuttals=False)
_PRESSED = Manner(own=Style.ANSWER, card=Style.ANSWER, scope=Scope.NOTED, rebuttals=False)

SECTIONS = sections(
    ("top-line", "Top line", _TOP),
    ("supporting", "Supporting lines", _LISTED),
    ("if-pressed", "If pressed", _PRESSED),
    ("do-not-say", "Do not say", _LISTED),
    ("facts", "Facts", _LISTED),
)


def write(outline: Outline, library: Library) -> Document:
    """Return the lines made from an outline."""
    first, further = parted(outline.blocks, "top-line")
    setting = Setting(library, Notes(library, Repeats.ON_ONE_SIDE), PRODUCT, outline.title)
    body = [
        *title_block(outline, PRODUCT, _details(outline, library)),
        *set_blocks(setting, (*first, *further)),
    ]
    return finished(outline, library, PRODUCT, body, Form.SIDE)


def _details(outline: Outline, library: Library) -> Iterator[Labelled]:
    """Yield when they hold, where they are for, and who keeps them: in few lines, for it is one side."""
    (_, *where), (audience, owner, cleared_by, valid_until) = occasion(outline, library), ownership(outline)
    yield from on_one_line((say.DATE, day(outline)), valid_until)
    yield from where
    yield from on_one_line(owner, cleared_by, audience)


PRODUCT = Product("lines", "Lines to take", SECTIONS, _LISTED, write, pages=1)
