"""The app as its screens and widgets know it: by its own type."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.dom import DOMNode

if TYPE_CHECKING:
    from briefing.tui.app import Desk


def desk_of(node: DOMNode) -> Desk:
    """Return the desk a screen or widget stands on."""
    return cast("Desk", node.app)
