"""What the commands say while they work: one sentence each, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.wording.desk import LOCK

HELP = "briefing --help lists the commands."
TRY_AGAIN = "What was there before is still there. Put that right, then try again."
UNEXPECTED_HINT = "The library is as it was. BRIEFING_DEBUG=1 shows the details, for a report."

NO_LIBRARY = "There is no library here."
NO_LIBRARY_THERE_HINT = "Start one there with: briefing new DIR. Or name another with --library DIR."
NO_TERMINAL = "The desk needs a terminal, and this is none."
NO_TERMINAL_HINT = "The commands do the same without one: briefing --help lists them."
START_QUESTION = "Start one? [y] yes, [e] yes, with the example in it, [n] no: "
NOT_STARTED = "Nothing was started."

INDEX_CURRENT = "The index is up to date."
NO_MATCH = "No card matches."
NOT_ALL_SEARCHED = (
    "Not every file was searched: the index could not take in what has changed, because the disk is full or another"
    " program holds the index. Search again once that is over."
)

RESTRICTED_HINT = "Its words are shown with --open; see that nobody looks on who should not."
NO_ID_HINT = "briefing search finds cards by their words."
NO_OUTLINE_HINT = "briefing outlines lists them."
NO_NOTE_HINT = 'A note is a file in the library; one line is enough to begin it: title = "The topic"'
NO_BLOCK_HINT = "briefing show with the outline's name lists its blocks."
NOT_AN_ENTRY_HINT = "An outline's blocks are changed with: briefing block OUTLINE BLOCK FIELD=VALUE"

ID_STAYS = "An id stays as it is: outlines and exports know the entry by it."
ID_STAYS_HINT = "To use another, make a new entry and mark this one superseded."
CHECK_OF_OTHER_WORDS = "(of other words than these, so it counts as unchecked)"
LINKED = "linked"
LINKS_TO_COME = "not known yet: cards are still to be indexed"
USED_IN = "used in"
CHECK_VOID = "Its check no longer holds: other words were checked than these. It counts as unchecked again."
UNCONFIRMED = "It is saved, but the disk did not confirm it. Keep a copy until it does."
NOT_SAVED = "Nothing was saved: the file was changed by somebody else at the same place."
NOT_SAVED_HINT = "Look at both, then give the command again."
NOTHING = "(nothing)"
ADDED, CHANGED, MOVED, DROPPED = "Added", "Changed", "Moved", "Dropped"
NO_CHANGE = "Nothing was changed: it is so already."
NO_WORDS = "There is nothing to do."
NO_WORDS_HINT = "Give fields as FIELD=VALUE, --after BLOCK, --first or --drop."
NEW_BLOCK_HINT = "A block is one of heading=, card=, attack= or text=."
BLOCK_ID_STAYS = "A block keeps its id: exports know it by it."
BLOCK_ID_STAYS_HINT = "Leave id= out, and a new block draws one of its own."
WHICH_BLOCK = "It is not said which block."
WHICH_BLOCK_HINT = "Give its id before the fields."

NOT_UTF8 = "The text is not plain text in UTF-8."
NOT_UTF8_HINT = "Save it as plain text in UTF-8, then try again."
NO_TEXT = "There are no words in it."
NO_TEXT_HINT = "Give a file that holds the words of the source."
TEXT_KEPT_HINT = "Remove it, or give the source another id."

NO_FILE_NAMED_HINT = "Name it after the option, or leave the option out."
ONLY_PRINTED_HINT = "Leave one of them out, or give the command twice."

NO_REASON = "A stop is acknowledged with its rule and a reason."
NO_REASON_HINT = "As in: --acknowledge GATE-04='the mark stands in the original'"
NOT_A_TIME_HINT = "As in 2025-01-08 or 2025-01-08T09:30."


def disk_failed(error: OSError) -> str:
    """The system refused something that nobody expected it to refuse."""
    named = f" ({error.filename})" if error.filename else ""
    return f"The system did not do what was asked: {(error.strerror or str(error)).lower()}{named}."


def unexpected(kind: str, place: str) -> str:
    """The program itself is at fault."""
    return f"Something went wrong in briefing itself ({kind} in {place})."


def did_you_mean(names: Sequence[str]) -> str:
    """The names that are near to one that is not known; empty where none is."""
    return f"Did you mean {' or '.join(names)}?" if names else ""


def unknown_command(typed: str) -> str:
    """A first word that is no command and no folder."""
    return f"{typed} is neither a command nor a folder."


def unknown(what: str, typed: str) -> str:
    """A name that is not in the library: `what` is card, note, outline, block."""
    return f"There is no {what} {typed} in this library."


def no_member_hint(ids: Sequence[str]) -> str:
    """The Members there are, or how there comes to be one."""
    return f"There are: {', '.join(ids)}." if ids else "Members stand in library.toml, each under a line [[member]]."


def no_block(block: str, outline: str) -> str:
    """A block that is not in its outline."""
    return f"There is no block {block} in {outline}."


def block_id_taken(block: str) -> str:
    """An id asked for that another block has."""
    return f"There is a block {block} already."


def no_library_hint(settings: str) -> str:
    """How to come to a library: start one, name one, or name one for good."""
    return (
        "Start one with: briefing new notes. Or name one with --library DIR, "
        f"or for good with a line library = 'DIR' in {settings}"
    )


def no_library_at(folder: str) -> str:
    """A folder, named by the user, that holds no library."""
    return f"There is no library in {folder}."


def started(folder: str) -> str:
    """A library was started."""
    return f"Started a library in {folder}. Open the desk on it with: briefing {folder}"


TEMPLATE_WRITTEN = 'Change it in Word, then name it in library.toml, under [settings.layout]: template = "house.dotx".'
TEMPLATE_THERE = "There is a house.dotx already, and it may be yours."
TEMPLATE_THERE_HINT = "Rename it or move it away, then ask again."


def template_offered(folder: str) -> str:
    """How the look of Word files is changed."""
    return f"To change how Word files look: briefing new {folder} --template writes the house template there."


def found(count: int, shown: int, *, exact: bool) -> str:
    """How many cards a search found, and whether more are to be had."""
    total = f"{count:,}" if exact else f"more than {count:,}"
    if shown >= count and exact:
        return f"{total} {'card' if count == 1 else 'cards'}."
    return f"{shown:,} of {total} cards. --limit shows more."


def restricted_added(card: str) -> str:
    """A card in an outline that keeps it in the office."""
    return f"{card} is restricted: the outline cannot be exported while it holds it."


def doubtful_added(card: str, status: str, why: str) -> str:
    """A card in an outline that one should think about first."""
    return " ".join([f"{card} is {status}:", *why.split()]) if why else f"{card} is {status}."


def unread(places: int) -> str:
    """A search that could not look everywhere."""
    if places == 1:
        return "One place in the library cannot be read and was not searched: briefing check names it."
    return f"{places:,} places in the library cannot be read and were not searched: briefing check names them."


def restricted(card: str) -> str:
    """A card whose words are not shown just like that."""
    return f"{card} is restricted."


def restricted_word(card: str) -> str:
    """What stands for the words of a restricted card in a list."""
    return f"{LOCK} restricted: briefing show {card} --open"


def conflict(field: str, ours: str, theirs: str) -> str:
    """Two changes of one field: the one asked for and the one that is there."""
    return f"{field}: you said {ours}; it now holds {theirs}."


def gone(entry: str) -> str:
    """An entry that is no longer where it was, or another of its id that is there already."""
    return f"{entry} is gone, or another has taken its place."


def used_in(outlines: Sequence[str]) -> str:
    """The outlines a card is used in."""
    return f"It is used in {', '.join(outlines)}."


def step(act: str, block: str) -> str:
    """What the history says of a change made to an outline from here."""
    return f"{act} block {block}"


NOTHING_TO_CHANGE = "Nothing is to be changed."
NOTHING_TO_CHANGE_HINT = "Name a field and its value, as in: claim='Half the schools have one'"
TEXT_OF_CARD_HINT = "A text is kept of a source, and serves all its cards."


def text_of_card(card: str, source: str) -> str:
    """A text that was given to a card."""
    return f"{card} is a card; its source is {source}." if source else f"{card} is a card, and names no source."


def already_kept(file: str) -> str:
    """A source's text that would take the place of another."""
    return f"{file} is there already."


def acknowledged(message: str, reason: str) -> str:
    """A stop that somebody let pass, and why."""
    return f"acknowledged: {message} Let pass because: {reason}"


def no_file_named(option: str) -> str:
    """An option that is to name a file and names none."""
    return f"{option} names no file."


def only_printed(form: str, others: Sequence[str]) -> str:
    """A form in which the words are printed and no file is written, with options that are about a file."""
    return f"{form} prints the words and writes no file, so it does not go with {' and '.join(others)}."


def no_file(file: str) -> str:
    """A file that was named and is not there."""
    return f"There is no file {file}."


def no_rule(typed: str) -> str:
    """A rule that there is not."""
    return f"There is no rule {typed}."


def rules_are(rules: Iterable[str]) -> str:
    """The rules there are."""
    return f"The rules are: {', '.join(rules)}."


def not_a_time(typed: str) -> str:
    """A time that cannot be read."""
    return f"{typed} is not a time."


def title_line(name: str, what: str, where: str) -> str:
    """What something goes by, what it is, and the file and line it stands in."""
    return f"{name}  {what} in {where}" if where else f"{name}  {what}"


def linked_from(field: str, cards: Sequence[str]) -> str:
    """The cards that name this one in a field."""
    return f"{field} of {', '.join(cards)}"


MEASURED = ("rule", "", "fired", "", "noted", "what it is about")
"""What stands over the columns of a measurement."""


def one_in(count: int) -> str:
    """How often, as a share."""
    return f"1 in {count:,}"


def measured(contributions: int, listed: int) -> str:
    """What was measured, and with whose lists."""
    there_are = f"{contributions:,} contribution{'' if contributions == 1 else 's'}"
    return f"{there_are}, each rule and each contribution taken alone, by the {listed:,} entries of the office's lists."


def authority(name: str, day: str) -> str:
    """On whose authority a rule is, and when that was last looked up."""
    return f"{name} (looked up {day})"
