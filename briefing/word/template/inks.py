"""The colours of the house's text, darkened where the office wants more contrast."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from briefing.word.checking.colours import contrast

_WHITE = "FFFFFF"
_STEPS = 100


def darken(house: WordDocument, least: float) -> None:
    """Give every text at least that contrast to every ground it may stand on (WCAG 2.2, 1.4.3)."""
    styles = house.styles.element
    fills = {shade.get(qn("w:fill"), _WHITE) for shade in styles.iter(qn("w:shd"))}
    for properties in styles.iter(qn("w:rPr")):
        for ink in properties.iterchildren(qn("w:color")):
            ink.set(qn("w:val"), _dark_enough(ink.get(qn("w:val"), "auto"), {*fills, _WHITE}, least))


def _dark_enough(ink: str, grounds: set[str], least: float) -> str:
    """Return a colour, or the first shade of it towards black that can be told from every ground."""
    shades = (_shade(ink, step / _STEPS) for step in range(_STEPS + 1))
    return next((shade for shade in shades if min(contrast(shade, ground) for ground in grounds) >= least), "000000")


def _shade(ink: str, share: float) -> str:
    """Return a colour with a share of its light taken away; one that Word chooses itself stays."""
    if ink == "auto" or not share:
        return ink
    return "".join(f"{round(int(ink[place : place + 2], 16) * (1 - share)):02X}" for place in (0, 2, 4))
