"""What is said when a Word file is made, or is not."""

from __future__ import annotations

NOT_DOCX = "The file to write must end in .docx."
NO_FOLDER = "The folder the file is to go into is not there."
BAD_NAME = "This is no name for a file on every system."
BAD_NAME_HINT = "Use letters, digits, spaces, hyphens and full stops."
AMONG_NOTES = "This folder is one of the library's: the record of an export would be read as one of its notes."
AMONG_NOTES_HINT = "Without --out it goes to exports/, beside the library; or name a folder elsewhere."
IS_LINK = "The file to write is a link, and links are not followed."
NO_COPY_HINT = "A copy is for marking or for reading."
NO_DESTINATION = "There is no name left under which it could be saved here."
OVERTAKEN = "Others keep saving to the same place at this moment. It was not exported."
OVERTAKEN_HINT = "Export it again in a moment, or to another file with --out."
UNCONFIRMED = "It was saved, but the disk has not confirmed it."
NO_OFFICE = "There is no LibreOffice here to make the PDF with. The Word file is there."
NO_OFFICE_HINT = "Install LibreOffice, or open the Word file and save it as a PDF."
OFFICE_FAILED = "LibreOffice could not make the PDF. The Word file is there."
OFFICE_FAILED_HINT = "Open the Word file and save it as a PDF."

_MARKED = "has been changed since it was exported, so it was left as it is"
_HELD = "is open in Word, or may not be written, so it was left as it is"
_NOT_OURS = "is not known as an export of this outline, so it was left as it is"


def marked(name: str) -> str:
    """Say that somebody's marks are in the way."""
    return f"{name} {_MARKED}."


def held(name: str) -> str:
    """Say that another program has the file."""
    return f"{name} {_HELD}."


def not_ours(name: str) -> str:
    """Say that something else stands where the file should go."""
    return f"{name} {_NOT_OURS}."


def instead(name: str) -> str:
    """Say where the new file is."""
    return f"The new one is {name}."


def stopped(messages: list[str]) -> str:
    """Say what keeps the document in the office."""
    return " ".join(("It was not exported.", *messages))


def acknowledge(rules: list[str]) -> str:
    """Say how stops that may be acknowledged are."""
    given = " ".join(f"--acknowledge {rule}=REASON" for rule in rules)
    return f"If it is right as it stands, say why: {given}."


ACKNOWLEDGED_BY_NOBODY = "A stop is acknowledged, and nobody is named who does."
ACKNOWLEDGED_BY_NOBODY_HINT = "Name the person who takes it on: --by NAME, or “By” in the desk."


def no_copy(name: str) -> str:
    """Say that there is no such copy."""
    return f"There is no copy called “{name}”."


def no_exports(reason: str) -> str:
    """Say that the folder for exports could not be made."""
    return f"The folder for exports could not be made: {reason.lower()}."


NOT_AT_A_GLANCE = "The aim, the ask and the top lines may not all fit on the first page, which is read on the way in."
TOO_LONG_HINT = "Cut what is not needed."
LIMIT_HINT = "The limit of a briefing is `pages` under [settings.layout] in library.toml."


def lacks_at_a_glance(lacks: tuple[str, ...]) -> str:
    """Say what the first page of a document should say and does not."""
    return f"Its first page does not say: {', '.join(lacks)}."


HALVE = "Make two of it."


def long_sentence(words: int, most: int) -> str:
    """Say that a sentence is longer than can be read out."""
    return f"A sentence of {words} words. More than {most} are not read out in one breath, and may not fit on one page."


def long_answer(words: int, most: int) -> str:
    """Say that an answer is longer than can be given."""
    return f"An answer of {words} words. Up to {most} can be given, and heard, in one go."


def too_long(product: str, pages: int, most: int) -> str:
    """Say that a document is longer than is the custom."""
    allowed = "one page" if most == 1 else f"{most} pages"
    return f"It comes to about {pages} pages. {product}: {allowed} by custom, without the sources."
