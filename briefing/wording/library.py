"""What is wrong in a library's files, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable

TOO_DEEP = "The value is nested too deep, or a key has too many parts."
NEVER_CLOSED = "A text, list or table that starts here is never closed."
TYPESET_QUOTES = 'The value stands in typographic quotation marks; a file needs the plain ones: "...".'
NUMBER_TOO_LONG = "A number is too long, or a value is nested too deep."
MEND_TOML = "Mend the line in an editor; everything else in the file works meanwhile."


def one_bracket(array: str) -> str:
    """Say that an entry's header lacks a bracket on each side."""
    return f"[{array}] has one bracket on each side; an entry has two: [[{array}]]."


APART_HINT = "Move it right below the entry it belongs to."


def apart(array: str) -> str:
    """Say that a part of an entry stands where it cannot be told which entry it belongs to."""
    return f"[{array}] stands apart from its entry, so it is not read."


def unknown_table(array: str) -> str:
    """Say that nothing is read from a table."""
    return f"Nothing is read from the table {array}."


def unknown_table_hint(near: str) -> str:
    """Say which entry the table might have been meant for."""
    return f"Should it be [[{near}]]? As it is, it is kept and passed over." if near else "It is kept and passed over."


def in_head(array: str) -> str:
    """Say that entries stand in the head of a file."""
    return f"The head of the file has a field {array}; entries are not read from there."


def in_head_hint(array: str) -> str:
    """Say where entries belong."""
    return f"Give each one a header of its own: [[{array}]]."


def too_long(size: int, largest: int) -> str:
    """Say that one entry is over the limit."""
    return f"The entry has {size:,} characters; the most that is read is {largest:,}."


def not_toml(detail: str) -> str:
    """Say that a table is not TOML, with the reader's own reason."""
    return f"This is not TOML: {detail[:1].lower()}{detail[1:]}."


NOT_UTF8_HINT = "Save it as UTF-8 in your editor."
NOT_THERE_HINT = "Start one with `briefing new`, or name another with --library."
DUPLICATE_HINT = "Give one of them another id."
MEND_FIELD = "Mend the field in an editor; the rest of the library works meanwhile."
NAME_NOT_TEXT = "The name is not UTF-8 text, so it cannot be shown or kept."
NAME_NOT_TEXT_HINT = "Rename it; nothing in it is read until then."
ENDING = "Only files whose names end in .toml, in small letters, are read."
ENDING_HINT = "Rename it; some systems hide the end of a name."
FOLDER_OF_OUTLINES = "Outlines stand directly in the folder outlines; in a folder inside it none is read."
FOLDER_OF_OUTLINES_HINT = "Move its files up into outlines."
FOLDER_TOO_DEEP = "The folder lies too many folders deep; nothing in it is read."
FOLDER_TOO_DEEP_HINT = "Move it up."
SECOND_NAME = "The file has a second name elsewhere (a hard link); a change saved here is not made there."
SECOND_NAME_HINT = "Where it comes from a backup this is as it should be; otherwise keep one name."
DIFFERS_IN_CASE_HINT = "Rename one: on Windows and macOS they are the same file."


def not_utf8(position: int) -> str:
    """Say that a file is not UTF-8."""
    return f"The file is not UTF-8 text: the byte at position {position} cannot be read."


def not_there(folder: str) -> str:
    """Say that there is no library."""
    return f"There is no library in {folder}."


def wrong_field(array: str, entry_id: str, field: str, expected: str, found: str) -> str:
    """Say what a field should hold and what it does."""
    whose = f"{_a(array)} {entry_id!r}" if entry_id else _a(array)
    if expected == "missing":
        return f"{whose} has no {field}."
    return f"{whose}: {field} must be {expected}" + (f", not {found!r}." if found else ".")


def differs_in_case(one: str, other: str) -> str:
    """Say that two files' names differ only in capitals."""
    return f"Two files differ only in capitals: {one} and {other}."


def _a(array: str) -> str:
    return {"card": "Card", "source": "Source", "block": "Block"}.get(array, "The head of the file")


NOT_SAVED = "The change could not be saved: the file keeps being saved by another program."
NOT_SAVED_HINT = "Wait until the other program is done, then try again."
NOT_AS_MEANT = "The change could not be made in the file without touching something else."
NOT_AS_MEANT_HINT = "Open the file in an editor and make the change there."
OUTSIDE_FOLDER = "The file would stand outside the library."
OUTSIDE_FOLDER_HINT = "Use a plain name, with folders separated by /."
EXISTS_HINT = "Choose another name."


def exists(file: str) -> str:
    """Say that there is such a file already."""
    return f"There is already a file {file}."


ID_STAYS = "An id stays as it is: other cards, outlines and exports know the entry by it."
ID_STAYS_HINT = "Make a new one, and say in the old one what takes its place."


def two_blocks(block_id: str) -> str:
    """Say that two blocks of an outline share an id."""
    return f"Two blocks have the id {block_id!r}, so the outline cannot be changed here."


def not_text(field: str) -> str:
    """Say that a field holds a character no file can."""
    return f"{field} holds half a character, which cannot be saved; type it again."


ASSIGNMENT_HINT = 'Write FIELD=VALUE, as in claim="The inquiry took seven years".'
WHY_NEEDED = "Say why: a card that is disputed, superseded or withdrawn needs a reason."
CHECK_NEEDED = "Say who checked it and when."
CHECK_HINT = 'Write checked=by: NAME, on: DATE, as in checked="by: Jo Hall, on: 2025-01-09".'
NOT_AN_ID_HINT = "Use letters, digits, dots, hyphens and underscores, starting with a letter or digit."


def text_too_long(field: str, length: int, longest: int) -> str:
    """Say that a field holds too much."""
    return f"{field} has {length:,} characters; it can hold {longest:,}."


def wrong_value(field: str, expected: str, found: str) -> str:
    """Say what a field should hold and what was typed."""
    shown = found if len(found) <= 60 else found[:59] + "…"
    return f"{field} must be {expected}, not {shown!r}."


def no_assignment(word: str) -> str:
    """Say that a word is not FIELD=VALUE."""
    return f"{word!r} gives no field a value."


def no_field(name: str) -> str:
    """Say that there is no such field."""
    return f"There is no field {name!r}."


def fields_are(names: Iterable[str]) -> str:
    """Name the fields there are."""
    return "The fields are: " + ", ".join(names) + "."


def missing_field(field: str) -> str:
    """Say that a field is needed."""
    return f"{field} is needed."


def id_taken(entry_id: str, where: str) -> str:
    """Say that an id is in use."""
    return f"The id {entry_id!r} is already used in {where}."


def not_an_id(text: str) -> str:
    """Say that a text cannot be an id or a name."""
    return f"{text!r} cannot be an id or a name."


def no_such(what: str, name: str, near: Iterable[str] = ()) -> str:
    """Say that there is no card, source, note or outline of that name, and which come near."""
    close = list(near)
    return f"There is no {what} {name!r}." + (f" Is it {' or '.join(close)}?" if close else "")


def added(what: str, words: str) -> str:
    """Name a step that added something."""
    return f"Added {what} “{_shorten(words)}”"


def changed(what: str, words: str) -> str:
    """Name a step that changed something."""
    return f"Changed {what} “{_shorten(words)}”"


def deleted(what: str, words: str) -> str:
    """Name a step that deleted something."""
    return f"Deleted {what} “{_shorten(words)}”"


def _shorten(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 40 else line[:39] + "…"


NOT_EMPTY = "The folder is not empty."
NOT_EMPTY_HINT = "Name a new folder, or an empty one."
NEW_LIBRARY = """\
# This folder is a library: topic notes beside this file, outlines in outlines/.
# Everything here is plain text and yours to edit.

[office]
name = "Our office"

# [[member]]
# id = "our-member"
# name = "Name of the Member"
# constituency = "Constituency"

[settings.layout]
# How Word files look; the README lists what may be set. Remove the hash to use a line.
# creator = "Our office"      # the author named in a file's properties
# body_size = 12              # points
# pages = 4                   # how long a briefing may be, without its sources
# template = "house.dotx"     # your own Word template, by its path from here
"""
SETTINGS_HINT = "Mend the line in your settings; until then nothing is remembered there."
EDITED = "Saved what the editor saved."
EDITED_NOTHING = "Nothing was changed."
EDITED_MERGED = "Saved, together with changes made elsewhere meanwhile."
EDITOR_GONE = "The editor left no file, so nothing was changed."


def editor_ended(code: int) -> str:
    """Say that the editor ended with an error."""
    return f"The editor ended with an error ({code}), so nothing was changed"


def draft_kept(path: str) -> str:
    """Say where the edited text waits."""
    return f"your text is kept in {path}"


def needs_mending(place: str, message: str) -> str:
    """Say what is wrong in a file that was saved all the same."""
    return f"One thing needs mending: {place}: {message}"


MET_ANOTHER = "Somebody else changed the same words meanwhile"
EDITED_IN_EDITOR = "Edited in the editor"
