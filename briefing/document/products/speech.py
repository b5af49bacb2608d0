"""A speech: the words to be spoken, large and open, with headings as signposts and the sources in the notes."""

from __future__ import annotations

from briefing.document.document import Document, Form, Style
from briefing.document.notes import Notes, Repeats
from briefing.document.product import Manner, Product, Scope, sections
from briefing.document.sections import Setting, set_blocks
from briefing.document.titles import finished, occasion, title_block
from briefing.model.library import Library
from briefing.model.outline import Outline

_SPOKEN = Manner(
    own=Style.SPOKEN,
    card=Style.SPOKEN,
    attack=Style.SPOKEN,
    spoken=True,
    scope=Scope.NOTED,
    rebuttals=False,
)

SECTIONS = sections(
    ("courtesy", "Courtesy", _SPOKEN),
    ("interest", "Interest", _SPOKEN),
    ("thesis", "Thesis", _SPOKEN),
    ("story", "Story", _SPOKEN),
    ("substance", "Substance", _SPOKEN),
    ("objection", "The objection", _SPOKEN),
    ("ask", "What we ask", _SPOKEN),
    ("close", "Close", _SPOKEN),
)


def write(outline: Outline, library: Library) -> Document:
    """Return the speech made from an outline."""
    setting = Setting(library, Notes(library, Repeats.AT_ONCE), PRODUCT, outline.title)
    body = [
        *title_block(outline, PRODUCT, occasion(outline, library)),
        *set_blocks(setting, outline.blocks),
    ]
    return finished(outline, library, PRODUCT, body, Form.SPEECH)


PRODUCT = Product("speech", "Speech", SECTIONS, _SPOKEN, write, type="speech")
