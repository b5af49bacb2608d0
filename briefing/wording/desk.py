"""What the desk says: labels of a card, counts, questions, toasts and tips."""

from __future__ import annotations

from briefing.errors import BriefingError
from briefing.wording import search

NAME = "briefing"
LOCK = "\N{LOCK}"
SIGNS = {"checked": "✓", "unchecked": "?", "disputed": "!", "superseded": "~", "withdrawn": "✗"}
"""A status as one character, so that it reads without colour."""

SAVED = "saved"
READING = "reading the library …"
INDEXING = "indexing …"

NOTES = "Notes"
EVIDENCE = "Evidence"
CARD = "Card"
OUTLINES = "Outlines"
NOTE = "Note"
OUTLINE = "Outline"
KEYS = "Keys"
PALETTE = "Find anything"
PALETTE_HINT = "A command, a note, an outline, or the words of a card"
ALL_CARDS = "All cards"
NOT_KNOWN_YET = "…"
NO_MATCH = "Nothing matches. Fewer words find more."
NOTHING_MATCHES = "Nothing matches."
DID_YOU_MEAN = ("Did you mean ", "? enter")
"""What stands before and after the words that may have been meant."""
NO_CARDS = "No cards here yet. n makes the first."
NO_MATCH_SO_FAR = "Nothing matches so far: still indexing."
NO_CARDS_SO_FAR = "Still indexing: cards appear as they are read."
NO_LIBRARY_YET = "No notes here yet. Press t to start the first."

# The card.
RESTRICTED = "restricted"
RESTRICTED_SHUT = "This card is restricted. Its words are not shown until you open it: press enter."
RESTRICTED_OPEN = "Restricted: these words stay in the office, and on this screen."
PRIVATE = "PRIVATE, never leaves the office"
NO_SOURCE = "No source is named."
LABELS = {
    "supports": "Supports",
    "answers": "Answers",
    "undercuts": "Weakens",
    "against": "Against it",
    "from": "Worked out from",
    "superseded_by": "Now",
}
"""What a card says of the cards it names, by the field that names them."""
LABELS_BACK = {
    "supports": "Backed by",
    "answers": "Answered by",
    "undercuts": "Weakened by",
    "against": "Speaks against",
    "from": "Used for",
    "superseded_by": "In place of",
}
"""What the cards that name it say of a card."""
LINKS_TO_COME = "The cards that name this one are shown here once all are indexed."
MISSING_CARD = "not in this library"
USED_IN = "Used in"
IN_NOTE = "Note"
SOURCES = "SOURCES"
ENTER_ASSEMBLES = "enter opens it"
PRODUCTS = {
    "briefing": "Briefing",
    "speech": "Speech",
    "points": "Speech outline",
    "reading": "Reading copy",
    "reply": "Reply",
    "lines": "Lines to take",
    "questions": "Questions and answers",
}
SAID_BY = "Said by"
SAID_AS = "Spoken"
SHORT = "Short"
WHY = {"disputed": "Disputed", "superseded": "Superseded", "withdrawn": "Withdrawn"}
NOTED = "Why"
CHECKED = "Checked"
CHECK_VOID = "A check was made, but other words were checked than these."
CUTS = {"ellipsis": "Something is left out at the dots.", "splice": "Two passages are joined here."}
SCOPE = "Scope"
DATES = "Dates"
SEARCHED = "Searched"
FORMULA = "Formula"
VOTE = "Vote"
EMBARGO = "Embargo"
CARE = "Care"
PROCEEDINGS = "Court"
CONSENT = "Consent"
FOLLOW_UP = "Follow up"
TAGS = "Tags"

# Copying.
COPY_RESTRICTED = "Not copied: the card is restricted, and its words do not leave the office."
NOTHING_TO_COPY = "There is no card to copy. Choose one in the list first."
COPIED_BLINDLY = (
    "Sent to the terminal's clipboard (OSC 52). Whether it arrived cannot be seen from here; "
    "with xclip, wl-copy, pbcopy or clip.exe installed it can."
)

# Saying.
ALREADY_SAVED = "Already saved. Every change is, the moment you make it; z undoes."
NOTHING_TO_UNDO = "There is nothing to undo."
NOTHING_TO_REDO = "There is nothing to do again."
NOT_READ_YET = "The library is still being read. One moment."
NO_CARD_CHOSEN = "Choose a card first: / searches, enter opens."
NO_OUTLINES = "There is no outline yet. N starts one."
UNCONFIRMED = "Saved, but the disk did not confirm it. Keep a copy until it does."
WENT_WRONG = "That did not work, and nothing was changed. If it happens again, please report it."
CHECK_STOPPED = "Stopped checking. c begins again."
ALL_WELL = "All is well: every card can be read, and every link and source is there."
BROWSER_MISSING = "There is no browser here. The address is on the clipboard instead."
QUIT_HINT = "Press ctrl+q to leave. Everything is saved."

# Asking.
YES, NO = "Yes", "No"
OPEN_RESTRICTED = "Show the words of this restricted card?"
OPEN_RESTRICTED_WHY = "See that nobody looks on who should not. It asks once for each card."
SHOW_IT, KEEP_SHUT = "Show it", "Keep it shut"
DELETE, KEEP = "Delete", "Keep"
UNDO_BRINGS_BACK = "z brings it back."
WHICH_OUTLINE = "Add to which outline?"
OPEN_WHICH = "Open which outline?"
WHICH_NOTE = "In which note?"
FILTER_HINT = "Type to narrow the list"
CHOOSE_HINT = "enter chooses · esc leaves"
FINDINGS = "What is wrong in the library"
FINDINGS_HINT = "enter opens your editor at the line · esc leaves"
KEYS_HINT = "Type a key or a word · esc leaves"
NO_KEY = "No key does that here."
WHAT_TO_TYPE = "What can be typed"
NOTHING_CALLED = "Nothing here is called that."
NOTHING_TO_CHOOSE = "There is nothing to choose from."
NOT_A_LINK = "That address is not one to follow from here."
BLOCK, FIELD = "Block", "Field"
WHERE, WORDS, AUTHORITY, TO_DO, RULE = "Where", "Words", "Authority", "To do", "Rule"

_SOME_FIELDS = ", ".join(search.FIELDS[:4])
TIPS_TITLE = "Five tips"
TIPS = (
    f"Just type: the search box finds any card by its words, {_SOME_FIELDS} and more (f1). / brings you back.",
    f"{'   '.join(f'{sign} {status}' for status, sign in SIGNS.items())}. A disputed card says why.",
    "a adds the card to an outline; o opens one. x there makes the Word document.",
    "Every change is saved at once. z undoes, Z does it again, even tomorrow.",
    "? shows the keys of where you are; ctrl+p, or :, finds every command, note, outline and card.",
)
TIPS_HINT = "enter next · esc skips them all · ctrl+p, “tips” shows them again"


def nothing(typed: str, suggestion: str, *, is_behind: bool, is_settled: bool) -> str:
    """What stands in a list without cards; `is_behind` while more may still come, `is_settled` when it was answered."""
    if not is_settled:
        return NOT_KNOWN_YET
    if is_behind:
        return NO_MATCH_SO_FAR if typed else NO_CARDS_SO_FAR
    if not typed:
        return NO_CARDS
    return NOTHING_MATCHES if suggestion or len(typed.split()) == 1 else NO_MATCH


def counts(cards: int, notes: int) -> str:
    """How much there is."""
    return f"{amount(cards, 'card')} · {amount(notes, 'note')}"


def amount(count: int, noun: str) -> str:
    """A number of things: `1 card`, `77 cards`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def of_all(count: int | None, total: int, *, exact: bool = True) -> str:
    """How many of all cards are listed; None where that is still to come."""
    known = NOT_KNOWN_YET if count is None else f"{count:,}{'' if exact else '+'}"
    return f"{known} of {total:,}"


def told(error: BriefingError) -> str:
    """An error as a toast lays it out: what happened, where, what to do."""
    where = f"\n{error.where}" if error.where else ""
    hint = f"\n{error.hint}" if error.hint else ""
    return f"{error.what}{where}{hint}"


def copied(program: str) -> str:
    """Which clipboards took it."""
    return f"Copied, through {program} and the terminal (OSC 52)."


def undone(label: str) -> str:
    """What was undone."""
    return f"Undone: {label}"


def done_again(label: str) -> str:
    """What was done again."""
    return f"Done again: {label}"


def delete_card(claim: str) -> str:
    """The question before a card goes."""
    return f"Delete “{claim}”?"


def delete_used(outlines: tuple[str, ...]) -> str:
    """What else a deletion touches."""
    return f"It is used in {', '.join(outlines)}, where it will be missing. {UNDO_BRINGS_BACK}"


def delete_outline(title: str) -> str:
    """The question before an outline goes."""
    return f"Delete the outline “{title}”?"


def added_to(outline: str) -> str:
    """A card became a block."""
    return f"Added to “{outline}”, at its end."


def deleted(what: str) -> str:
    """Something went."""
    return f"Deleted “{what}”. {UNDO_BRINGS_BACK}"


def moved_theme(name: str) -> str:
    """The theme that is shown now."""
    return f"Theme: {name}"


def opening(host: str) -> str:
    """A link is followed, and whose it is."""
    return f"Opening {host} in your browser."


def changed_outside(changes: str) -> str:
    """The files changed while they were open here."""
    return f"Changed outside: {changes}."


def key_clash(key: str, first: str, second: str) -> str:
    """Two commands on one key, by the user's own settings."""
    return f"Your settings give {key} to both {first} and {second}. Only one can have it: see [keys] in the settings."


def unknown_key_name(name: str) -> str:
    """A command named in the settings that there is none of."""
    return f"Your settings give a key to {name}, which is no command. ? lists the commands."


def tip_number(number: int, count: int) -> str:
    """Which of the tips this is."""
    return f"{number} of {count}"


def file_change(file: str, new: int, changed: int, gone: int, *, noun: str = "card") -> str:
    """One file, and what is new, changed or gone in it."""
    counts = ((new, "new"), (changed, "changed"), (gone, "gone"))
    parts = [f"{amount(count, noun)} {what}" for count, what in counts if count]
    return f"{file}: {', '.join(parts)}" if parts else file


def more_files(count: int) -> str:
    """Files that are not named one by one."""
    return f"{amount(count, 'more file')}"


def indexing(share: float) -> str:
    """How far the index is on its way to the library as it is."""
    return f"indexing {100 * share:.0f} %" if share else INDEXING


def checking(share: float) -> str:
    """How much of the library is checked, and how to stop that."""
    return f"checking {100 * share:.0f} %, c stops"


def check_found(count: int) -> str:
    """The check is over while something else is done."""
    return f"The check is over: {amount(count, 'finding')}. On the desk c lists them."


def damaged(count: int) -> str:
    """How much could not be read as it stands."""
    return f"{amount(count, 'finding')}, press c"
