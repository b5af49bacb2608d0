"""What is said of a finished Word file that is not as it should be."""

from __future__ import annotations

REFUSED_HINT = (
    "Nothing was written, and your notes are as they were. This is a fault of the program: please report the outline."
)
TEMPLATE_HINT = (
    "Nothing was written, and your notes are as they were. Export it on the house template; where that is refused "
    "too, it is a fault of the program: please report the outline. Otherwise save the template again in Word."
)

DAMAGED = "It is damaged."
TWICE = "It is in the file twice."
ODD_PATH = "Its path leads out of the file."
NO_TYPE = "It has no content type."
NO_PART = "It has a content type and is not there."
UNREACHED = "Nothing in the file leads to it."

LISTS_OUT_OF_ORDER = "A list stands before the way it is numbered."
LONG_TAG = "The tag of a content control is longer than 64 characters."
NOTES_OUT_OF_ORDER = "Its notes are not numbered 1, 2, 3 and so on."
NOTE_MARKS = "Its notes are not each referred to once and in order."
NO_SEPARATOR = "The line between text and notes is missing."
BROKEN_LINE = "A line end stands in a text as it is, which Word cannot read."
UNDELETED = "Deleted words are not marked as deleted text."
EMPTY_ROW = "A row of a table has no cell."
NO_PARAGRAPH = "A cell of a table has no paragraph at its end."

NO_STYLE_NAMED = "A paragraph has no style."
EMPTY_HEADING = "A heading is empty."
NO_HEADING_ROW = "A table has no heading row."
ROW_MAY_BREAK = "A row of a table may break over two pages."
NO_CAPTION = "A table does not say what it shows."
NESTED_TABLE = "A table stands in another."
EMPTY_CELL = "A cell of a table is empty."
ONE_CELL = "A table of one cell is used as a frame."
UNNUMBERED = "Numbered paragraphs are not numbered by Word."
NUMBERED_ANEW = "A list is numbered by its paragraphs, not by its style."
EMPTY_NOTE = "A note is empty."
ASKS = "It would ask to renew its fields when it is opened."
EMPTY_CONTENTS = "The list of contents is empty."
NO_PAGE_NUMBER = "The foot does not say which page it is."
EMPTY_FOOT = "The foot of the page is empty."
UNFRAMED = "Callouts have no border or no ground."
HYPHENATES = "Words may be broken at the end of a line."
OTHER_TITLE = "The title among its properties is not the one on the page."
OTHER_CREATOR = "The author among its properties is not the one that was set."
PATH = "It names a place on somebody's disk."

_QUOTED = 40
"""Characters of a text that are shown to find it by."""


def refused(rule: str, first: str, more: int) -> str:
    """Say that a file was made and not handed over, and why."""
    others = f" And {more} more." if more else ""
    return f"The Word file would not have been sound, so it is not handed over ({rule}). {first}{others}"


def ill_formed(why: str) -> str:
    """Say that a part is no XML."""
    return f"It is not well formed: {why}"


def outside(name: str) -> str:
    """Say that a relationship leads to something that is neither a page nor a mail address."""
    return f"The relationship {name} leads to a place that is no web or mail address."


def no_target(target: str) -> str:
    """Say that a relationship leads nowhere."""
    return f"A relationship leads to {target}, which is not there."


def id_twice(name: str) -> str:
    """Say that two relationships have one id."""
    return f"Two relationships are called {name}."


def no_relationship(name: str) -> str:
    """Say that something names a relationship there is not."""
    return f"The relationship {name} is named and not there."


def bookmark_twice(name: str) -> str:
    """Say that two bookmarks have one name."""
    return f"Two bookmarks are called {name}."


def bookmark_name(name: str) -> str:
    """Say that a bookmark has a name Word does not take."""
    return f"A bookmark has a name Word does not take: “{_short(name)}”."


def bookmark_open(number: str) -> str:
    """Say that a bookmark has no end."""
    return f"Bookmark {number} begins and does not end."


def bookmark_unopened(number: str) -> str:
    """Say that a bookmark has no beginning."""
    return f"Bookmark {number} ends and does not begin."


def number_twice(number: str) -> str:
    """Say that bookmarks, changes or comments share a number."""
    return f"The number {number} is given to two bookmarks, changes or comments."


def no_comment(number: str) -> str:
    """Say that a comment is referred to that is not there."""
    return f"Comment {number} is referred to and not there."


def no_style(style: str) -> str:
    """Say that a style is used that is not defined."""
    return f"The style {style} is used and not defined."


def no_list(number: str) -> str:
    """Say that a list is used that is not defined."""
    return f"The list {number} is used and not defined."


def paragraph_twice(own: str) -> str:
    """Say that two paragraphs have one id."""
    return f"Two paragraphs have the id {own}."


def paragraph_id(own: str) -> str:
    """Say that a paragraph has an id Word does not take."""
    return f"A paragraph has an id Word does not take: {own}."


def control_twice(number: str) -> str:
    """Say that two content controls have one number."""
    return f"Two content controls have the number {number}."


def no_note(number: str) -> str:
    """Say that a note is referred to that is not there."""
    return f"Note {number} is referred to and not there."


def hidden_character(name: str) -> str:
    """Say that a character would hide or turn what stands beside it."""
    return f"It holds a character that does not show: {name}."


def set_directly(name: str) -> str:
    """Say that something is set otherwise than by its style."""
    return f"Words are set otherwise than their style has it ({name})."


def heading_gap(words: str, wanted: int) -> str:
    """Say that a heading is deeper than it can be after the one before it."""
    return f"The heading “{_short(words)}” leaves out level {wanted}."


def titles(count: int) -> str:
    """Say that there is not one title."""
    return "It has no title." if count == 0 else f"It has {count} titles."


def text_box(name: str) -> str:
    """Say that words stand in a box that reading aloud leaves out."""
    return f"Words stand in a box beside the text ({name})."


def unnoted(words: str, more: int) -> str:
    """Say that a quotation has no note."""
    others = f" And {more} more." if more else ""
    return f"A quotation has no note that names its source: “{_short(words)}”.{others}"


def bare_link(words: str) -> str:
    """Say that a link does not say where it leads."""
    return f"A link does not say in words where it leads: “{_short(words)}”."


def unbound(words: str) -> str:
    """Say that a line may end where it must not."""
    return f"A line may end within “{_short(words.strip())}”."


def undescribed(pictures: int) -> str:
    """Say that pictures of the template say nothing to whoever hears the page read."""
    there = "A picture has" if pictures == 1 else f"{pictures} pictures have"
    return f"{there} no alternative text. Add it in the template: in Word, right-click it and choose “View Alt Text”."


def no_running_line(place: str) -> str:
    """Say that a kind of page has no header or footer."""
    return f"Some pages have no {place.removesuffix('Reference')}."


def language(told: str, wanted: str) -> str:
    """Say that a file gives another language than it should."""
    return f"Its language is given as “{told}”, not “{wanted}”."


def low_contrast(style: str, found: float, least: float) -> str:
    """Say that text is too like its ground."""
    return f"The style “{style}” has a contrast of {found:.1f} to its ground; {least:g} is the least."


def too_small(style: str, points: float, least: float) -> str:
    """Say that text is too small."""
    return f"The style “{style}” is set in {points:g} points; {least:g} is the least."


def misranged(style: str, wanted: str) -> str:
    """Say that text is not ranged as the office wants it."""
    return f"The style “{style}” is not set {wanted}."


def line_length(style: str, letters: int, bounds: tuple[int, int]) -> str:
    """Say that lines are too long or too short."""
    return f"A line of the style “{style}” holds about {letters} characters, not {bounds[0]} to {bounds[1]}."


def other_paper(wanted: str) -> str:
    """Say that a page has another size."""
    return f"A page is not {wanted}."


def may_part(style: str) -> str:
    """Say that something may be parted from what follows it."""
    return f"The style “{style}” may be parted from what follows it by the end of a page."


def may_stand_alone(style: str) -> str:
    """Say that a single line may stand on a page."""
    return f"A single line of the style “{style}” may stand alone on a page."


def tells(name: str) -> str:
    """Say that the file tells something of its making."""
    return f"It tells of its making ({name})."


def _short(words: str) -> str:
    return words if len(words) <= _QUOTED else f"{words[:_QUOTED]}…"
