"""What the outline screen says."""

from __future__ import annotations

from briefing.wording.times import clock

LONGEST = 40
"""Characters of a block's words in the name of a step."""

PRODUCTS = {
    "briefing": "briefing",
    "speech": "speech",
    "points": "speech outline",
    "reading": "reading copy",
    "reply": "reply",
    "lines": "lines to take",
    "questions": "questions and answers",
}
"""The products as a reader sees them."""

EVIDENCE = "Evidence"
PREVIEW = "Preview"
OUTLINE = "Outline"
SEARCH_HINT = "search, enter adds"
HELD = "in it"
"""What a hit says that the outline holds already."""
EMPTY = "Nothing here yet. Type to search and press enter to add a card; h adds a heading, t your own words."
NO_PREVIEW = "The chosen block is shown here as it will read."
OWN_WORDS = "own words: "
INSTEAD_OF = "for: "
NO_WORDS = "no words yet"
RESTRICTED = "This card is restricted: enter opens it, and it must not leave the office."
SAVED = "saved"
SAVING = "saving"
UNSAVED = "not saved"
NOTHING_TO_UNDO = "Nothing to undo in this outline."
NOTHING_TO_REDO = "Nothing to redo in this outline."
CHANGED_OUTSIDE = "Somebody changed this outline meanwhile; their changes and yours are both here."
NOT_SAVED_YET = "The last change is not saved yet, so there is nothing to undo in the file."
BLOCK_GONE = "The block is gone; its words are kept as a draft."
BROUGHT_BACK = "Brought back what could not be saved"
RESTRICTED_CARD = "a restricted card"
NOT_PRINTED = "This block does not appear in the document."
PREVIEW_OF_HIT = "Preview: enter adds it"
WHICH_ATTACK = "What will they say?"
FINDINGS = "What was noticed"
FINDINGS_HINT = "enter goes to the block · w lets it be, with a reason · esc leaves"
NO_FINDINGS = "Nothing was noticed in this outline."
CHECKING = "The outline is being looked at. One moment."
DELETE_DETAIL = "Its file moves to the trash for thirty days; the cards stay in their notes."
READING_HINT = "↑↓ links · enter follows · backspace back · esc leaves"
GONE = "This outline is no longer in the library."


def product(name: str) -> str:
    """Return a product as a reader sees it."""
    return PRODUCTS.get(name, name)


def facts(becomes: str, day: str, event: str) -> str:
    """Say what an outline becomes, when it is for, and where."""
    return " · ".join(fact for fact in (product(becomes), day, event) if fact)


def over_by(seconds: float) -> str:
    """Say by how much the slot is overrun."""
    return f"over by about {clock(seconds)}"


def left(seconds: float) -> str:
    """Say how much of the slot is left."""
    return f"about {clock(seconds)} left"


def takes(seconds: float, least: float, most: float) -> str:
    """Say how long something takes, and from what to what that may be: `2:26 (2:09 to 2:47)`."""
    low, high = clock(least), clock(most)
    return clock(seconds) if low == high else f"{clock(seconds)} ({low} to {high})"


def of_slot(taken: str, slot_seconds: float) -> str:
    """Say how much of the slot is used."""
    return f"{taken} of {clock(slot_seconds)}"


def words(count: int) -> str:
    """Say how many words there are."""
    return f"{count:,} word" if count == 1 else f"{count:,} words"


def findings(count: int) -> str:
    """Say how many findings there are."""
    return "no findings" if not count else "1 finding" if count == 1 else f"{count:,} findings"


def missing_card(card: str) -> str:
    """Say that a block's card is not in the library."""
    return f"card {card} is not in the library"


def follows(seconds: float) -> str:
    """Say how long what follows a block takes."""
    return f"{clock(max(0, seconds))} after this one"


def blocks(count: int) -> str:
    """Say how many blocks there are."""
    return "1 block" if count == 1 else f"{count:,} blocks"


def added(words: str) -> str:
    """Name the step that adds a block."""
    return f"Added {_quoted(words)}"


def moved(words: str) -> str:
    """Name the step that moves a block."""
    return f"Moved {_quoted(words)}"


def levelled(words: str) -> str:
    """Name the step that changes how deep a block stands."""
    return f"Changed the level of {_quoted(words)}"


def weighed(words: str) -> str:
    """Name the step that changes a block's weight."""
    return f"Changed the weight of {_quoted(words)}"


def dropped(words: str) -> str:
    """Name the step that takes a block out."""
    return f"Dropped {_quoted(words)}"


def changed(words: str) -> str:
    """Name the step that changes a block or the outline's head."""
    return f"Changed {_quoted(words)}"


def deleted(title: str) -> str:
    """Say that an outline is in the trash."""
    return f"Deleted {_quoted(title)}. z on the desk brings it back."


def _quoted(words: str) -> str:
    line = " ".join(words.split())
    return f"“{line if len(line) <= LONGEST else line[: LONGEST - 1] + '…'}”"


COMPOSING = "The document is being set."
WHOLE_HINT = "↑↓ scroll and links · enter follows · x exports · esc leaves"


def about_pages(pages: int) -> str:
    """Say how many pages a document is likely to fill."""
    return "As it will read: about one page" if pages == 1 else f"As it will read: about {pages} pages"


def page_begins(page: int) -> str:
    """Say where a page is likely to begin."""
    return f"── page {page} ──"
