"""Four themes: light, dark, high contrast, and the terminal's own colours."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from rich.color import Color as RichColor
from rich.style import Style
from textual.color import Color
from textual.theme import Theme

from briefing.tui.widgets.literal import Look

DEFAULT_THEME = "dark"

_DARK = Theme(
    name="dark",
    primary="#7fa6d6",
    secondary="#a9b4c4",
    accent="#e2b86b",
    warning="#e2a55a",
    error="#e57f7a",
    success="#8fbf87",
    foreground="#dcdfe4",
    background="#16191e",
    surface="#1c2026",
    panel="#232830",
    dark=True,
    variables={
        "soft": "#8d96a3",
        "quote": "#b9c2cf",
        "lit": "#ffd479",
        "lit-background": "#4a3d1c",
        "private": "#d19bd8",
        "cursor-background": "#2d4460",
        "cursor-foreground": "#ffffff",
        "cursor-style": "none",
        "resting-background": "#262d37",
        "edge": "#39414d",
        "edge-focus": "#7fa6d6",
        "border": "#7fa6d6",
        "border-blurred": "#39414d",
        "input-cursor-background": "#dcdfe4",
        "input-cursor-foreground": "#16191e",
    },
)

_LIGHT = Theme(
    name="light",
    primary="#1f5a96",
    secondary="#4a5563",
    accent="#8a5a00",
    warning="#8a5200",
    error="#a8231f",
    success="#2c6b2f",
    foreground="#1d2329",
    background="#fbfaf7",
    surface="#fbfaf7",
    panel="#efece5",
    dark=False,
    variables={
        "soft": "#626c78",
        "quote": "#3f4953",
        "lit": "#3b2c00",
        "lit-background": "#ffe391",
        "private": "#7a2f86",
        "cursor-background": "#cfe0f3",
        "cursor-foreground": "#0d1720",
        "cursor-style": "none",
        "resting-background": "#ece9e1",
        "edge": "#cdc8bc",
        "edge-focus": "#1f5a96",
        "border": "#1f5a96",
        "border-blurred": "#cdc8bc",
        "input-cursor-background": "#1d2329",
        "input-cursor-foreground": "#fbfaf7",
    },
)

_HIGH_CONTRAST = Theme(
    name="high-contrast",
    primary="#00d7ff",
    secondary="#ffffff",
    accent="#ffff00",
    warning="#ffd700",
    error="#ff8080",
    success="#5fff5f",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    dark=True,
    variables={
        "soft": "#d0d0d0",
        "quote": "#ffffff",
        "lit": "#000000",
        "lit-background": "#ffff00",
        "private": "#ff9cff",
        "cursor-background": "#0033cc",
        "cursor-foreground": "#ffffff",
        "cursor-style": "bold",
        "resting-background": "#3a3a3a",
        "edge": "#ffffff",
        "edge-focus": "#ffff00",
        "border": "#ffff00",
        "border-blurred": "#ffffff",
        "input-cursor-background": "#ffffff",
        "input-cursor-foreground": "#000000",
    },
)

_ANSI = Theme(
    name="terminal",
    primary="ansi_blue",
    secondary="ansi_cyan",
    accent="ansi_yellow",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    dark=True,
    ansi=True,
    variables={
        "soft": "ansi_default",
        "quote": "ansi_default",
        "lit": "ansi_default",
        "lit-background": "ansi_default",
        "private": "ansi_magenta",
        "cursor-background": "ansi_default",
        "cursor-foreground": "ansi_default",
        "cursor-style": "reverse",
        "resting-background": "ansi_default",
        "edge": "ansi_default",
        "edge-focus": "ansi_blue",
        "border": "ansi_blue",
        "border-blurred": "ansi_default",
        "block-cursor-foreground": "ansi_default",
        "block-cursor-background": "ansi_default",
        "block-cursor-text-style": "reverse",
        "ansi-background": "ansi_black",
        "ansi-foreground": "ansi_white",
        "input-cursor-background": "ansi_default",
        "input-cursor-foreground": "ansi_default",
        "input-cursor-text-style": "reverse",
    },
)

THEMES = {theme.name: theme for theme in (_DARK, _LIGHT, _HIGH_CONTRAST, _ANSI)}
"""By name, in the order the key goes through them."""


def theme_after(name: str) -> str:
    """Return the name of the next theme."""
    names = list(THEMES)
    return names[(names.index(name) + 1) % len(names)] if name in names else DEFAULT_THEME


@cache
def looks_of(name: str) -> Mapping[Look, Style]:
    """Return what each look is in a theme.

    Not rules of a style sheet: sixteen looks in every list would be matched anew whenever the focus moves.
    """
    theme = THEMES.get(name, THEMES[DEFAULT_THEME])
    marked = _BY_WEIGHT if theme.ansi else {}
    return {look: _style(theme, *_LOOKS[look]) + Style.parse(marked.get(look, "")) for look in Look}


_LOOKS: Mapping[Look, tuple[str, str, str]] = {
    Look.PLAIN: ("", "", ""),
    Look.STRONG: ("", "", "bold"),
    Look.QUOTE: ("quote", "", ""),
    Look.SOFT: ("soft", "", ""),
    Look.LIT: ("lit", "lit-background", "bold"),
    Look.HEADING: ("soft", "", "bold"),
    Look.LINK: ("primary", "", "underline"),
    Look.LINK_CHOSEN: ("cursor-foreground", "cursor-background", "bold underline"),
    Look.GOOD: ("success", "", ""),
    Look.DOUBT: ("soft", "", ""),
    Look.WARN: ("warning", "", ""),
    Look.BAD: ("error", "", ""),
    Look.TAKEN: ("error", "", "strike"),
    Look.PUT: ("success", "", "underline"),
    Look.PRIVATE: ("private", "", ""),
    Look.KEY: ("accent", "", "bold"),
    Look.CURSOR: ("", "cursor-background", ""),
    # Bold too: on paper white its background alone cannot be told from the rest.
    Look.CURSOR_RESTING: ("", "resting-background", "bold"),
}
"""Foreground, background and weight."""

_BY_WEIGHT: Mapping[Look, str] = {
    Look.SOFT: "dim",
    Look.DOUBT: "dim",
    Look.LIT: "underline",
    Look.LINK_CHOSEN: "reverse",
    Look.CURSOR: "reverse",
}
"""In the terminal's own colours, which may be anything, weight and reverse say what colour says elsewhere."""


def _style(theme: Theme, foreground: str, background: str, weight: str) -> Style:
    return Style.from_color(_colour(theme, foreground), _colour(theme, background)) + Style.parse(weight)


def _colour(theme: Theme, name: str) -> RichColor | None:
    named = {
        "primary": theme.primary,
        "accent": theme.accent,
        "success": theme.success,
        "warning": theme.warning,
        "error": theme.error,
        **theme.variables,
    }
    value = named.get(name)
    return Color.parse(value).rich_color if value else None
