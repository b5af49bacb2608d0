"""What the cut ladder says."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.wording.document import NO_SETTING, TAKE_SETTING_OUT, misread, used_instead
from briefing.wording.times import clock

__all__ = ["NO_SETTING", "TAKE_SETTING_OUT", "misread", "used_instead"]

WANTED_SHARE = "it must be a number from 0 to 0.5, as 0.07 for 7 %"
WANTED_LINE = "it must be words on one line"
WANTED_DAY = "it must be a day, as 2026-11-23"
THE_USUAL = "the usual one"

CONTRADICT = "The blocks that must be said cannot all be: two of them need different members of one either/or group."
MEND_MUSTS = "Let one of them be a should, or take it out of the group."
FEWER_MUSTS = "Make a must a should, or give it a short form."
MEND_LEANING = "Give it a short form that stands by itself, or let it need that block (with)."
MEND_NEED = "Name an earlier block that is said, or take “with” out; until then it counts as needing none."
MEND_RIVAL = "Say it in that block, or take that block out of its group: where another is used, it goes."


def wanted_table(section: str) -> str:
    """Say that a section of the settings is none."""
    return f"it must be a table, [settings.{section}], that stands there once"


def all_defaults(section: str) -> str:
    """Say what holds until it is."""
    return f"Mend it in library.toml; until then every setting of {section} counts as its default."


def wanted_whole(most: int) -> str:
    """Say what a setting must be."""
    return f"it must be a whole number from 0 to {most}"


def own_figures(names: Iterable[str], authority: str) -> str:
    """Say which figures for interventions are the office's own, and what the others rest on."""
    return f"The office's own: {', '.join(names)}. {authority}"


_HOW = {
    "opening": "takes up {on}, which is dropped",
    "back": "takes up something said before, and {on} is dropped",
    "pointing": "points at what only {on} names, which is dropped",
    "counting": "counts on from {on}, which is dropped",
    "promise": "counts on to {on}, which is dropped",
    "answer": "It answers {on}, which is dropped",
    "unanswered": "It says what others say, and its answer is dropped: {on}",
}


def leans(how: str, words: str, on: str) -> str:
    """Say how a block leans on a dropped one."""
    told = _HOW[how].format(on=on)
    return f"“{words}” {told}." if words else f"{told}."


def block(block_id: str, position: int) -> str:
    """Name a block."""
    return f"block {position} ({block_id})"


def too_long(limit: int, plan: int, over: int) -> str:
    """Say that the musts alone do not fit, and by how much."""
    return (
        f"What must be said does not fit {clock(limit)}: at its shortest it takes {clock(plan + over)}, and there are "
        f"{clock(plan)} to plan for: {over} {'second' if over == 1 else 'seconds'} over."
    )


def needs_nothing(needs: str) -> str:
    """Say that a need names no block it could mean."""
    return f"It is to be said only with {needs}, and no block before it that is said has that id."


def needs_rival(member: str) -> str:
    """Say that a block needs one of several of which one is used."""
    return f"It needs {member}, of whose group only one is used."


def rung(limit: int, plan: int, seconds: int, kept: int) -> str:
    """Say what a version comes to."""
    return f"{clock(limit)}  takes {clock(seconds)} of {clock(plan)} to plan for, {kept} blocks"


def gone(what: str, blocks: str) -> str:
    """Say what is dropped or shortened."""
    return f"      {what}: {blocks}"


DROPPED = "dropped"
SHORTENED = "in short"


def whole(taken: str, slot: int | None, words: int, paces: tuple[int, int]) -> str:
    """Say how long the whole takes."""
    of = "" if slot is None else f" of {clock(slot)}"
    said = f"{words:,} {'word' if words == 1 else 'words'}"
    return f"{taken}{of}, {said}, at {paces[0]} to {paces[1]} words a minute"


def interventions(count: int, hearing: int, given: int) -> str:
    """Say what interventions cost, and what the clock gives back for them."""
    expected = "1 intervention" if count == 1 else f"{count} interventions"
    return f"{expected}: {clock(hearing)} to hear, {clock(given)} more on the clock"


def rests_on(authority: str, checked: str) -> str:
    """Say what that rests on."""
    return f"{authority} Looked up on {checked}." if checked else authority


def not_a_limit(typed: str) -> str:
    """Say that a limit cannot be read."""
    return f"“{typed}” is no limit."


LIMITS_ARE = "Write limits as minutes or m:ss with commas between, as in --limits 10,6,4:30."

CHECK_AT_DESK = "This card is restricted: check it at the desk, where it can be opened."
TITLE = "Cut to a limit"
CUTTING = "Finding the best version for each limit…"
HINT = "← → limit   enter cut to it (z brings it back)   esc leave"
LIMIT = "the limit"
TAKES = "takes"
KEPT_SIGN, SHORT_SIGN, DROPPED_SIGN = "●", "◐", "·"


def counts(dropped: int, short: int) -> str:
    """Say how much goes and how much is shortened."""
    return f"{dropped} dropped, {short} in short"


def fitted(limit: int) -> str:
    """Name the edit that cut an outline."""
    return f"Cut to {clock(limit)}"
