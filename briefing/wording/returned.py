"""What is said of a Word file that comes back."""

from __future__ import annotations

from collections.abc import Mapping

_SAVE_AS = "Open it in {} and save it as a Word Document (.docx), with its tracked changes and comments."
_IN_WORD = _SAVE_AS.format("Word")

NOT_WORD = "This is not a Word file, so there is nothing in it to take back."
NOT_WORD_HINT = f"If its name was changed, give it its own ending back. {_IN_WORD}"
NOTHING = "This file is empty: there is nothing in it to take back."
NOTHING_HINT = "It may not have been saved or sent to its end: ask for it again."
OLD = "This is an old Word file (.doc), which cannot be read here."
OLD_HINT = _IN_WORD
LOCKED = "This Word file has a password, so it cannot be read."
LOCKED_HINT = "Open it in Word, take the password off (File, Info, Protect Document), and save it."
OLD_OR_LOCKED = "This is an old .doc or another old Office file, which cannot be read here."
OLD_OR_LOCKED_HINT = _IN_WORD
OPEN_DOCUMENT = "This is an OpenDocument file (.odt), which is not read here."
OPEN_DOCUMENT_HINT = f"{_SAVE_AS.format('LibreOffice')} Both are kept on the way."
RICH_TEXT = "This is a rich text file (.rtf), which is not read here."
RICH_TEXT_HINT = _IN_WORD
PDF = "This is a PDF, which holds no tracked changes."
PDF_HINT = "Ask for the Word file it was made from."
PAGES = "This is a Pages file, which is not read here."
PAGES_HINT = "Open it in Pages, choose File, Export To, Word, and take that file back."
BROKEN = "This Word file is broken: it cannot be opened, or only half of it came."
BROKEN_HINT = "Ask for it again, or open it in Word, let Word repair it, and save it."
MACROS = "This file holds macros, so it is not read."
MACROS_HINT = "Save it in Word as a Word Document (.docx), which holds none."
DOCUMENT_TYPE = "A part of this file declares a document type of its own, which no Word file does, so it is not read."
TOO_MANY_PARTS = "This file has more parts than a document can need, so it is not read."
TOO_LARGE_INSIDE = "This file is far larger inside than a document can be, so it is not read."
ODD_PATHS = "The parts of this file have names no Word file has, so it is not read."

NO_RECORD = "This is no record of an export."
NO_RECORD_HINT = "The record is the .toml file that was saved beside the Word file when it was made."

NO_FILE_HINT = "Give the path of the Word file that came back."
NO_RECORD_OF_IT = "There is no record of the export this file was made from, so nothing in it can be placed."


def no_file(name: str) -> str:
    """Say that there is no such file."""
    return f"There is no file {name}."


def no_record_hint(export: str) -> str:
    """Say where the record should be."""
    called = f"ends in .{export}.toml" if export else "is called as the Word file was, and ends in .toml"
    return f"The record {called}. Put it back among the exports, or beside this file."


FOREIGN = (
    "This file is no export of ours, or has lost every sign of it: its paragraphs are placed by their words alone."
)
HIDDEN = "The file holds hidden text, which was left out."


def mended(part: str) -> str:
    """Say that a part was not as XML must be."""
    return f"{part} is damaged. It was read as far as it could be: look whether something is missing."


def embeds(part: str) -> str:
    """Say that another document was not read."""
    return f"{part} holds another document inside it, which was not read."


def fetches(part: str, field: str) -> str:
    """Say that nothing was fetched."""
    return f"{part} has a field ({field}) that would fetch something from elsewhere. It was left alone."


def leads_out(part: str, kind: str) -> str:
    """Say that a reference was not followed."""
    return f"{part} refers to something outside the file ({kind}). It was left alone."


SAYS = "says:"
BEFORE = "was:"
AFTER = "now:"
GUARDED = "alters a quotation or a figure: it needs a decision of its own"
NOT_PLACED = "not placed"
_PLURALS = {"reply": "replies"}
_UNTRACKED = "not tracked"


def in_block(block: str) -> str:
    """Say which block a change is in."""
    return f"block {block}" if block else "beside the blocks"


def with_words(where: str, first: str) -> str:
    """Return where a change is with the words one knows it by."""
    return f"{where}: {first}" if first else where


def copy_of(block: str) -> str:
    """Say what a paragraph is a copy of."""
    return f"a copy of block {block}"


def after_block(block: str) -> str:
    """Say where a new paragraph stands."""
    return f"new, after block {block}" if block else "new, before the first block"


def change(own: str, what: str, by: str, *, is_tracked: bool) -> str:
    """Say what was done, by whom and when."""
    return ", ".join(part for part in (f"{own}  {what}", by, "" if is_tracked else _UNTRACKED) if part)


def count(changes: int, kinds: Mapping[str, int]) -> str:
    """Say how many changes there are, and of which kinds."""
    if not changes:
        return "Nothing was changed."
    listed = ", ".join(f"{number} {_counted(kind, number)}" for kind, number in sorted(kinds.items()))
    return f"{changes:,} {'change' if changes == 1 else 'changes'}: {listed}."


def _counted(kind: str, number: int) -> str:
    return kind if number == 1 else _PLURALS.get(kind, kind if kind == "table" else f"{kind}s")


def guarded(number: int) -> str:
    """Say how many changes alter what must not be mended unseen."""
    return f"{number:,} {'alters' if number == 1 else 'alter'} a quotation or a figure."


def astray(number: int) -> str:
    """Say how many changes have no place."""
    return f"{number:,} could not be placed: say where {'it belongs' if number == 1 else 'they belong'}."
