"""What is said while a Word file that came back is settled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_LONGEST = 120
"""Characters of a text that are quoted in a sentence."""

NO_WORDS = "Nothing that the outline holds would read otherwise: reject it, or make it a task."
IN_A_NOTE = "It is in a note, which says what a card's source says: correct the card or its source, or make it a task."
LOOKS = "How words look comes from the product and the template, so it cannot be kept: reject it, or make it a task."
TABLE = "A row or cell cannot be put into a table the product makes: add the blocks it needs, or make it a task."
WHERE = "It could not be placed: say which block it belongs to."
MERGED = (
    "It would join two paragraphs of which the second rests on a card of its own or is a heading, and part those words "
    "from their evidence: reject it, or make it a task."
)
NO_BLOCK = "It is in words the product puts there, which no line of the outline holds: reject it, or make it a task."

SOMEBODY = "somebody"
ACCEPTED_BEFORE = "It is accepted already: take that back first, or change the outline."
NO_CHANGE_HINT = "`briefing return FILE` lists the changes with their ids."
SEVERAL_EXPORTS_HINT = "Settle the files of one export together, and those of another by themselves."
NO_CARD = "It is in no words that a block shows of its card alone, so no card says them: accept it, or make it a task."
DECISIONS_HEAD = "# What was decided about the Word files that came back of this export. Keep it beside its record."
NO_DECISIONS = "What was decided before cannot be read here, so nothing is decided on top of it."
NO_DECISIONS_HINT = "Mend the file, or put it elsewhere: then all changes are open again."
OTHERS_DECIDE = "Somebody else is deciding about the same export, again and again."
OTHERS_DECIDE_HINT = "Try once more in a moment."


def no_claim(card: str) -> str:
    """Say that a change is not in a card's claim."""
    return f"It does not change what {card} claims: look at its source, or make it a task."


def beside_claim(card: str) -> str:
    """Say that a change goes beyond a card's claim."""
    return (
        f"It changes more than what {card} claims. Exact words are the source's, and who said them is on the card: "
        "look at the source, or make it a task."
    )


def in_a_move(moves: Sequence[str]) -> str:
    """Say that a move is to be decided on first."""
    return f"It is in words that were moved: decide on that first ({', '.join(moves)})."


def gone(block: str) -> str:
    """Say that the block is no longer there."""
    return f"Block {block} is no longer in the outline: bring it back first, or reject the change."


def changed_since(block: str, now: str) -> str:
    """Say that the outline has changed the same words since."""
    short = now if len(now) <= _LONGEST else f"{now[: _LONGEST - 1]}…"
    return (
        f"Block {block} has changed since the export where this change is, and now says “{short}”. "
        "Both are kept: take theirs, or reject the change."
    )


def no_change(name: str) -> str:
    """Say that there is no such change."""
    return f"There is no change {name} in what came back."


def nobody(author: str) -> str:
    """Say that nobody of that name changed anything."""
    return f"No change is by {author}."


def authors(names: Sequence[str]) -> str:
    """Say who did."""
    return f"The file names {', '.join(names)}." if names else "The file names nobody."


def no_outline(name: str) -> str:
    """Say that the outline is gone."""
    return f"The outline {name} is no longer in the library, so nothing can be written into it."


def several_exports(files: Sequence[str]) -> str:
    """Say that files are of different exports."""
    return f"{' and '.join(files)} did not come from one export."


def task(author: str, text: str, before: str, after: str) -> str:
    """Return what is to be done about a change, as a line of a block's note."""
    changed = f"“{before}” → “{after}”" if before != after and (before or after) else f"on “{before}”" if before else ""
    return f"To do, {author}: " + "; ".join(part for part in (text, changed) if part)


NOT_SAVED = "Nothing was settled: somebody else changed the same blocks of the outline a moment ago."
NOT_SAVED_HINT = "Ask for it again: what they wrote is then what it is settled on."
NOTHING_TO_UNDO = "Nothing has been decided about this export, so there is nothing to take back."
CHANGED_AFTER = "The outline was changed after that, so it cannot be taken back alone."
CHANGED_AFTER_HINT = "Undo the later changes in the outline first (z), or change the words there."


def step(file: str, act: int) -> str:
    """Return what settling is called in the outline's history; each act has a number of its own."""
    return f"settled what came back in {file} ({act})"


NO_SUCH_NOTE = "A note is a Word file, plain text or Markdown."
NO_SUCH_NOTE_HINT = "Give it a name that ends in .docx, .txt or .md."
NO_FOLDER = "The folder the note is to go into is not there."
NO_FOLDER_HINT = "Make the folder, or name another."
NO_NAME_LEFT = "There are a thousand files of that name and more."
WOULD = "as it would read:"
UNDO_ALONE = "--undo takes back the last decisions, and goes with no new ones."
UNDO_ALONE_HINT = "Give --undo alone."
FILTER_ALONE = "--by and --kind choose among all changes, so they go with `all` alone."
FILTER_ALONE_HINT = "Write --accept all --by NAME, or name the changes by their ids."
TWICE = "A change is named twice, and can only be settled in one way."
TWICE_HINT = "Name each change once; `all` goes alone."


def in_files(files: Sequence[str]) -> str:
    """Say in which files a change is."""
    return f"in {', '.join(files)}"


def decided(state: str, by: str, on: str, why: str) -> str:
    """Say what was decided about a change."""
    told = " ".join(part for part in (state, f"by {by}" if by else "", f"on {on}" if on else "") if part)
    return f"{told}: {why}" if why else told


def exact_words(card: str, quote: str) -> str:
    """Say what the exact words of a card are."""
    return f"exact words of {card}: {quote}"


def card_says(card: str, claim: str) -> str:
    """Say what a card says."""
    return f"{card} says: {claim}"


def stands(states: Mapping[str, int]) -> str:
    """Say how many changes are in which state."""
    names = {"task": "made a task", "open": "still open"}
    return ", ".join(f"{count:,} {names.get(state, state)}" for state, count in states.items()) + "."


def not_settled(change: str, why: str, *, is_conflict: bool) -> str:
    """Say that a change stays open, and why."""
    return f"{change} stays open. {why}" + (" (--theirs takes theirs.)" if is_conflict else "")


def handed_back(path: str) -> str:
    """Say where the note to the Member is."""
    return f"The note of what was decided: {path}"


def no_kind(typed: str) -> str:
    """Say that there is no such kind of change."""
    return f"There is no kind of change called {typed}."


def kinds_are(kinds: Sequence[str]) -> str:
    """Say which kinds there are."""
    return f"The kinds are {', '.join(kinds)}."
