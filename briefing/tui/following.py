"""Following an address to the browser: only one that may be a link, and only where a window can open for it."""

from __future__ import annotations

import webbrowser
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from briefing.wording import desk as wording

if TYPE_CHECKING:
    from briefing.tui.app import Desk


def open_address(desk: Desk, address: str) -> None:
    """Open an address in the user's browser, or copy it where there is none; says which host it is."""
    from briefing.document.citation import safe_link

    link = safe_link(address)
    if link is None:
        desk.say(wording.NOT_A_LINK, severity="warning")
    elif _has_window() and webbrowser.open(link):
        desk.say(wording.opening(urlsplit(link).hostname or link))
    else:
        desk.copy_to_clipboard(link)
        desk.say(wording.BROWSER_MISSING)


def _has_window() -> bool:
    """Whether the browser is one that opens a window; one that draws in this terminal would paint over the desk."""
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    return type(browser) is not webbrowser.GenericBrowser
