"""What the forms say: labels, groups, questions and what became of what was typed."""

from __future__ import annotations

LABELS = {
    "id": "Id",
    "kind": "Kind",
    "claim": "Claim",
    "quote": "Exact words",
    "cut": "Left out",
    "say": "As spoken",
    "short": "Shorter form",
    "speaker": "Speaker",
    "role": "Role then",
    "for": "On behalf of",
    "source": "Source",
    "at": "Where in it",
    "primary": "First hand",
    "of": "Of whom",
    "unit": "Unit",
    "period": "Period",
    "place": "Place",
    "as_of": "True on",
    "review_after": "Review after",
    "status": "Status",
    "why": "Why",
    "superseded_by": "Superseded by",
    "checked": "Checked",
    "supports": "Supports",
    "answers": "Answers",
    "undercuts": "Undercuts",
    "against": "Against it",
    "from": "Derived from",
    "formula": "Formula",
    "search_log": "Searched",
    "owner": "Owner",
    "due": "Due",
    "handling": "Handling",
    "embargo": "Embargo",
    "flags": "Take care of",
    "proceedings": "Proceedings",
    "consent": "Consent",
    "division": "Division",
    "tags": "Tags",
    "topics": "Topics",
    "private": "Private",
    "title": "Title",
    "author": "Author",
    "publisher": "Publisher",
    "published": "Published",
    "url": "Address",
    "accessed": "Read on",
    "number": "Number",
    "volume": "Volume",
    "edition": "Edition",
    "archived": "Archived at",
    "note": "For colleagues",
    "text": "Own words",
    "summary": "Summary",
    "name": "File name",
    "product": "Product",
    "date": "Date",
    "member": "Member",
    "event": "Event",
    "slot": "Slot",
    "interventions": "Interventions",
    "audience": "Audience",
    "example": "Example notice",
    "aim": "Aim",
    "ask": "Ask",
    "stage": "Stage",
    "opens": "Opens",
    "winds": "Winds up",
    "to": "To",
    "reference": "Reference",
    "salutation": "Salutation",
    "their_point": "Their point",
    "cleared_by": "Cleared by",
    "valid_until": "Valid until",
    "waived": "Findings let be",
    "heading": "Heading",
    "weight": "Weight",
    "part": "Section",
    "pause": "Pause after",
    "with": "Needs block",
    "either": "One of group",
}


BLOCK_LABELS = {"role": "Opening, close", "short": "Shorter form"}
"""What the form of a block calls fields that mean something else there."""


def label(name: str, *, of_block: bool = False) -> str:
    """Return what a form calls a field of a file."""
    labels = {**LABELS, **BLOCK_LABELS} if of_block else LABELS
    return labels.get(name, name.replace("_", " ").capitalize())


CHOICES = {
    "lines": "lines to take",
    "points": "speech outline",
    "reading": "reading copy",
    "questions": "questions and answers",
}


def choice(name: str) -> str:
    """Return one of a field's choices as a reader sees it."""
    return CHOICES.get(name, name)


def needed(help_text: str) -> str:
    """Add to a field's help that a card of its kind needs it."""
    return f"{help_text} · a card of this kind needs it before it can be checked"


WHAT_WE_SAY = "What we say"
EXACT_WORDS = "Exact words"
SOURCE = "Source"
SCOPE = "Scope"
DATES = "Dates"
STATUS = "Status"
LINKS = "Links"
HANDLING = "Handling"
VOTE_AND_TASKS = "Vote, tasks, tags"
PRIVATE = "Private"
WHAT_IT_IS = "What it is"
WHERE_IT_IS = "Where it is"
PRINT = "Number and print"
COLLEAGUES = "For colleagues"
LET_BE = "Findings let be"
TOPIC = "Topic"
OCCASION = "Occasion"
REPLY = "Reply"
LINES = "Lines to take"
WORDS = "Words"
PLACE = "Weight and place"

YES = "yes"
NO = "no"
REQUIRED_MARK = "•"
NEEDED_MARK = "◦"
REQUIRED = "This must be filled in."
NAME_HELP = "the file's name, made from the title where it is left empty"
OWN_WORDS = "Own words"
NEW_HEADING = "New heading"
AFTER_CHOSEN = "After the chosen block"
DISCARD_DRAFTS = "Throw all of these away"
DRAFTS_DISCARDED = "The drafts are gone."
NO_TERMINAL = "An editor cannot be opened from here: the desk has no terminal of its own."
NEW_NOTE = "New note"
NEW_OUTLINE = "New outline"
SAVE = "Save"
LEAVE = "Leave"
START_AGAIN = "Start again"
NOTHING_CHANGED = "Nothing was changed."
ASK_LEAVE = "Leave without saving?"
ASK_LEAVE_DETAIL = "What you typed is kept as a draft and offered when you come back."
LEAVE_YES = "Leave"
DRAFT_KEPT = "Not saved; what you typed is kept as a draft."
DRAFT_IS_BACK = "Here is what you had typed and not saved."
DRAFTS_TITLE = "Typed last time and not saved"
DRAFTS_NONE = "The draft belongs to something that is no longer in the library; its words are on the clipboard."
NOTHING_TO_FIND = "This field is typed; there is nothing to choose from."
FIND_SOURCE = "Choose a source"
FIND_CARD = "Choose a card"
FIND_KIND = "Choose a kind"
FIND_MEMBER = "Choose a Member"


def saved(title: str) -> str:
    """Say that a form was saved."""
    return f"{title}: saved."


def unknown(field: str, entry_id: str) -> str:
    """Say that an id names nothing in the library."""
    what = {"source": "source", "member": "Member"}.get(field, "card")
    return f"There is no {what} {entry_id} in the library."


def expected(what: str) -> str:
    """Say what a field should hold."""
    return f"This must be {what}."


def card_title(card: str) -> str:
    """Name the form of a card."""
    return f"Card {card}"


def new_card_title(note: str) -> str:
    """Name the form of a new card."""
    return f"New card in {note}"


def source_title(source: str) -> str:
    """Name the form of a source."""
    return f"Source {source}"


def new_source_title(note: str) -> str:
    """Name the form of a new source."""
    return f"New source in {note}"


def note_title(note: str) -> str:
    """Name the form of a note."""
    return f"Note: {note}"


def outline_title(outline: str) -> str:
    """Name the form of an outline's head."""
    return f"Outline: {outline}"


def changed_head(outline: str) -> str:
    """Name the step that changes an outline's head."""
    return f"Changed details of “{outline}”"


def still_wrong(count: int) -> str:
    """Say that fields stand in the way of saving."""
    return "One field is not right yet." if count == 1 else f"{count} fields are not right yet."


def block_title(words: str) -> str:
    """Name the form of a block."""
    line = " ".join(words.split())
    return f"Block: {line if len(line) <= 60 else line[:59] + '…'}"


def editor_failed(reason: str) -> str:
    """Say that a file could not be edited in the editor."""
    return f"The file could not be opened in your editor: {reason.lower()}."
