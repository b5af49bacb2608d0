"""How well one colour can be told from another, as WCAG 2.2 reckons it."""

from __future__ import annotations

import re

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_MOST = 21.0
"""Black on white; also what a colour counts that Word chooses to suit its ground."""


def contrast(ink: str, ground: str) -> float:
    """Return the contrast of two colours given as six hex digits, from 1 to 21."""
    if not (_HEX.fullmatch(ink) and _HEX.fullmatch(ground)):
        return _MOST
    dark, light = sorted((_luminance(ink), _luminance(ground)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
