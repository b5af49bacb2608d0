"""What a document says of its own: labels, headings it adds, and what stands where a card cannot."""

from __future__ import annotations

AIM = "Our aim"
ASK = "We ask"
DATE = "Date"
EVENT = "Event"
STAGE = "Stage"
OPENS = "Opens"
WINDS = "Winds up"
MEMBER = "Member"
AUDIENCE = "For"
TIME = "Time"
OWNER = "Owner"
CLEARED_BY = "Cleared by"
VALID_UNTIL = "Valid until"
IN_BOLD = "In bold"
MUST_BE_SAID = "what must be said, however short the time"

AN_AIM = "our aim"
AN_ASK = "what we ask"
TOP_LINES = "top lines"
"""What a briefing should say on its first page, as it is called in a sentence."""

PAGE = "Page "
OF_PAGES = " of "

ABOUT = "About this briefing"
CONTENTS = "Contents"
SOURCES = "Sources"
THEY_SAY = "They say"
WE_SAY = "We say"
PROOF = "Proof"
REBUTTALS = "They say, we say, proof"
UNANSWERED = "Not yet answered."
NO_PROOF = "None cited."

YOURS = "Yours sincerely"
YOURS_UNNAMED = "Yours faithfully"
UNNAMED = ("sir", "madam")
"""A letter that begins with one of these is signed faithfully, not sincerely."""

RESTRICTED_CARD = "A restricted card stands here. Its words stay in the office."
MISSING_CARD = "A card stands here that is not in the library."
ELLIPSIS = "Words are left out where marked"
SPLICE = "Two passages of the source are joined"
ARCHIVED = "archived copy"

_HANDLING = {"open": "Open", "office": "Office use only", "restricted": "Restricted"}


NO_SETTING = "there is no such setting"
TAKE_SETTING_OUT = "Take it out of library.toml; the README lists what may be set."
WANTED_FLAG = "it must be true or false"
WANTED_LANGUAGE = 'it must be a language as in "en-GB" or "cy"'
WANTED_LIMITS = "it must be whole minutes in brackets, as in [6, 4, 3], each from 1 to 60"


def wanted_table(name: str) -> str:
    """Say that a table of settings is none."""
    return f"it must be a table, [settings.{name}], that stands there once"


def all_defaults(name: str) -> str:
    """Say what holds until a table of settings is mended."""
    return f"Mend it in library.toml; until then every setting of the {name} counts as its default."


def wanted_word(choices: tuple[str, ...] | None) -> str:
    """Say what a setting in words may be."""
    return f"it must be one of {', '.join(choices)}" if choices else "it must be words in quotation marks, on one line"


def wanted_number(bounds: tuple[float, float]) -> str:
    """Say what a number may be."""
    return f"it must be a number from {bounds[0]:g} to {bounds[1]:g}"


def wanted_range(bounds: tuple[float, float]) -> str:
    """Say what two bounds may be."""
    return f"it must be two numbers in brackets from {bounds[0]:g} to {bounds[1]:g}, the smaller first"


def misread(name: str, wanted: str) -> str:
    """Say that a setting cannot be, and what it should be."""
    return f"The setting “{name}” is not used: {wanted}."


def used_instead(default: str) -> str:
    """Say what holds until a setting is mended."""
    return f"Mend it in library.toml; until then it counts as {default}."


def perhaps(near: str) -> str:
    """Say which setting may have been meant."""
    return f"Perhaps “{near}” was meant; the README lists what may be set."


def handling(chosen: str) -> str:
    """Say who may see the document."""
    return _HANDLING.get(chosen, chosen)


def embargoed(until: str) -> str:
    """Say until when the document is to be kept back."""
    return f"Embargoed until {until}"


def member_for(constituency: str) -> str:
    """Say whose Member signs."""
    return f"Member of Parliament for {constituency}"


def reference(number: str) -> str:
    """Say the office's reference."""
    return f"Our reference: {number}"


def slot(seconds: int, interventions: int) -> str:
    """Say how long there is, and what may cut into it."""
    minutes, rest = divmod(seconds, 60)
    time = " ".join(part for part in (_count(minutes, "minute"), _count(rest, "second") if rest else "") if part)
    return f"{time}, with {_count(interventions, 'intervention')} expected" if interventions else time


def scope(parts: tuple[str, ...]) -> str:
    """Say for whom, where and when a figure holds."""
    return f"Holds for: {'; '.join(parts)}"


def on_day(day: str) -> str:
    """Say the day something is true on."""
    return f"on {day}"


def on_behalf_of(whom: str) -> str:
    """Say for whom somebody spoke."""
    return f"on behalf of {whom}"


def read_on(day: str) -> str:
    """Say when the office read a page."""
    return f"read {day}"


def volume(number: str) -> str:
    """Say which volume."""
    return f"volume {number}" if number[:1].isdecimal() else number


def answering(claim: str) -> str:
    """Say which attack the words that follow answer."""
    return f"{THEY_SAY}: {claim}"


def pause(seconds: int) -> str:
    """Mark a silence in a speech."""
    return f"Pause: {_count(seconds, 'second')}"


def description(products_title: str, title: str) -> str:
    """Describe a table to a reader who cannot see it."""
    return f"{products_title}: what they will say, what we say to it, and the proof. {title}"


def no_product(name: str) -> str:
    """Say that an outline cannot become what was asked for."""
    return f"There is no product called “{name}”."


def products_there_are(names: tuple[str, ...]) -> str:
    """Say what it can become."""
    return f"Choose one of: {', '.join(names)}."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
