"""The table of commands as Textual binds keys, and how a key is written for people."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from briefing.tui.commands import Place
from briefing.tui.keymap import commands_at

_SHOWN = {
    "slash": "/", "question_mark": "?", "colon": ":", "escape": "esc", "backspace": "bksp",
    "up": "↑", "down": "↓", "left": "←", "right": "→", "pagedown": "pgdn", "pageup": "pgup",
    "less_than_sign": "<", "greater_than_sign": ">",
}  # fmt: skip


def bindings(*places: Place) -> list[BindingType]:
    """Return the bindings of the places a widget or a screen stands for."""
    return [
        Binding(command.keys, command.name, command.label, show=False, id=command.name, priority=command.comes_first)
        for place in places
        for command in commands_at(place)
        if command.keys
    ]


def shown_key(key: str) -> str:
    """Return a key as the footer and help write it: `^p`, `⇧↑`, `esc`."""
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    prefix = "".join({"ctrl": "^", "shift": "⇧"}.get(modifier, f"{modifier}+") for modifier in modifiers)
    return prefix + _SHOWN.get(last, last)
