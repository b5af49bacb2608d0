"""What is said while a document is made."""

from __future__ import annotations

from collections.abc import Sequence

MOST_NOTICED = 4
"""Findings named in the dialog itself."""

TITLE = "Make the Word document"
PRODUCT = "Product"
FOR = "For"
FOR_HINT = "who it is for; kept in the record"
BY = "By"
TEMPLATE = "Template"
HOUSE_TEMPLATE = "the house template"
OTHER_TEMPLATE = "another file"
TEMPLATE_HINT = "its path: a .docx or .dotx; → completes"
NO_TEMPLATE_NAMED = "Type the path of the template, or choose another one."
ALSO = "Also as"
FORMS = (("pdf", "PDF"), ("text", "plain text"), ("markdown", "Markdown"))
"""The forms a document can have beside the Word file, as a reader sees them."""
ASKING_HINT = "tab next · ←→ choose · space ticks · f2 makes it · esc leaves"
BY_HINT = "who makes it; kept in the record"
MAKE = "Make it"
LEAVE = "Leave"
OPEN = "Open (o)"
SHOW_FOLDER = "Show folder (f)"
PDF = "PDF too (p)"
MAKING_PDF = "LibreOffice is making the PDF: some seconds."
REFUSED = "Not made: the document may not leave the office like this."
GO_TO_BLOCK = "Go to the block"
ACKNOWLEDGE = "I know; make it all the same, because"
ACKNOWLEDGE_HINT = "the reason; kept in the record"
NO_WINDOW = "It cannot be opened from here. The path is on the clipboard."


def made(path: str, words: int, seconds: float) -> str:
    """Say where the document is, and how long it takes to say."""
    return f"{path}\n{words:,} words, {round(seconds) // 60}:{round(seconds) % 60:02} spoken"


def also(path: str) -> str:
    """Say where another form of the document is."""
    return f"also {path}"


def older(form: str, name: str) -> str:
    """Say that a file beside the document was made from an earlier one, and how it is made anew."""
    ways = (*(["--pdf"] if form == "pdf" else []), f"“{dict(FORMS)[form]}” ticked under “{ALSO}” at the desk")
    return f"{name} beside it is from an earlier export: make it anew ({' or '.join(ways)}), or delete it."


def failed(told: str) -> str:
    """Say why something could not be done."""
    return f"✗ {told}"


def noticed(messages: Sequence[str]) -> str:
    """Say what was found in a document that may leave all the same; nothing where nothing was."""
    if not messages:
        return ""
    more = len(messages) - MOST_NOTICED
    rest = [f"and {more} more"] if more > 0 else []
    return "\n".join(
        [
            "",
            "Look at this before you hand it over (c says more):",
            *(f"! {each}" for each in messages[:MOST_NOTICED]),
            *rest,
        ]
    )


def opening(path: str) -> str:
    """Say that a file or a folder is being opened."""
    return f"Opening {path}."


def stopped(message: str, suggestion: str) -> str:
    """Say what stands in the way of a document, and what to do about it."""
    return f"✗ {message}" + (f"\n  {suggestion}" if suggestion else "")
