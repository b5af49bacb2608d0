"""What a rehearsal says."""

from __future__ import annotations

from briefing.wording.pace import words
from briefing.wording.times import clock

THE_END = "the end"
NOTHING_SAID = "Nothing in this outline is said yet, so there is nothing to rehearse."
NOTHING_MEASURED = "The clock has not run yet: space starts it."
AT_THE_END = "This is the last block: space starts the clock again, m marks where you stopped."
READY, RUNNING, PAUSED = "ready", "speaking", "paused"
TO_BEGIN = "space starts the clock"
ON_TIME = "on time"
NO_SLOT = "no slot is set (i in the outline sets one)"

LEAVE = "Leave the rehearsal?"
LEAVE_YES, LEAVE_NO = "Leave", "Stay"

STOPPED = "Where did you stop?"
STOPPED_HINT = "←→ word, ↑↓ sentence, enter: here, esc: not yet"

TITLE = "Rehearsed"
SAID, TOOK, PACE, SLOT = "Said", "Took", "Pace", "Slot"
BLOCK_BY_BLOCK = "BLOCK BY BLOCK"
ADD_KEY = "a"
ADD, RESUME, LEAVE_IT = "Add (a)", "Resume (r)", "Leave (esc)"
NO_MEMBER = "The outline names no Member (i sets one), so this pace is added to nobody's."


def bracketed(heading: str) -> str:
    """Return a heading as what is not said."""
    return f"[{heading}]"


def pause(seconds: int) -> str:
    """Say that silence follows, and how long."""
    return f"[pause, {_seconds(seconds)}]"


def following(words: str) -> str:
    """Return the first words of what comes next."""
    return f"… {words}"


def place(block: int, blocks: int, page: int, pages: int) -> str:
    """Say which block it is, and which page of it where it has several."""
    of_block = f"block {block} of {blocks}"
    return of_block if pages == 1 else f"{of_block}, page {page} of {pages}"


def behind(seconds: float) -> str:
    """Say how far one is from the plan."""
    whole = round(seconds)
    return f"{_length(whole)} over" if whole > 0 else f"{_length(-whole)} under" if whole < 0 else ON_TIME


def planned(start: float, end: float) -> str:
    """Say from when to when the block at hand is planned."""
    return f"due {clock(start)} to {clock(end)}"


def goes_back(start: float) -> str:
    """Say to where the clock would go back."""
    return f"space: back to {clock(start)}"


def still(seconds: float) -> str:
    """Say how much is still to be said."""
    return f"{clock(seconds)} still to say"


def ends(seconds: float) -> str:
    """Say when it ends if the rest goes by the plan."""
    return f"would end at {clock(seconds)}"


def whole(seconds: float, pace: float) -> str:
    """Say how long it all takes by the plan, and at what pace that is."""
    return f"{clock(seconds)} by the plan, at {pace:.0f} words a minute"


def left(seconds: float, room: float) -> str:
    """Say how much of the time there is is left, or by how much it is overrun."""
    if seconds < 0:
        return f"{clock(-seconds)} over {clock(room)}"
    return f"{clock(seconds)} left of {clock(room)}"


def to_plan_for(plan: float) -> str:
    """Say how much of the time there is to be planned for."""
    return f"{clock(plan)} to plan for"


def expected(interventions: int, given: float, hearing: float) -> str:
    """Say what the interventions that are expected give back and take."""
    count = "1 intervention" if interventions == 1 else f"{interventions:,} interventions"
    return f"{count}: {clock(given)} given back, {clock(hearing)} to hear"


def leaving(seconds: float) -> str:
    """Say what is lost by leaving, and how it is not."""
    return f"The clock stands at {clock(seconds)}. To see the pace, stay, and mark with m where you stopped."


def stopped_after(count: int, of: int) -> str:
    """Say after which word of a block one stopped."""
    if count in {0, of}:
        return "after the last word of the block" if count else "before the first word of the block"
    return f"after word {count:,} of {of:,}"


def said(blocks: int, of: int, count: float, *, in_part: bool) -> str:
    """Say how much was said."""
    whole = "the whole" if blocks == of else f"{blocks:,} of {_blocks(of)}"
    return f"{whole}{', and part of the next' if in_part else ''}: {words(count)}"


def took(seconds: float, pauses: int, plan: float) -> str:
    """Say how long it took, and how long it was planned to take."""
    silent = f" ({_length(pauses)} of pauses)" if pauses else ""
    return f"{clock(seconds)}{silent}; by the plan {clock(plan)}: {behind(seconds - plan)}"


def paces(measured: float, planned: float) -> str:
    """Say at what pace it was said, and which the plan counts on."""
    return f"{measured:.0f} words a minute; the plan counts on {planned:.0f}"


def too_short(least: float) -> str:
    """Say that too little was said to tell a pace."""
    return f"Less than {clock(60 * least)} of speaking says little about a pace, so there is nothing to add."


def would_add(name: str) -> str:
    """Say what adding does."""
    return f"adds this to what is known of {name}. The line in library.toml then says"


def then(before: str, after: str) -> str:
    """Say what is counted on now and what would be then."""
    return f"Counted on now: {before}. Then: {after}."


def _blocks(count: int) -> str:
    return "1 block" if count == 1 else f"{count:,} blocks"


def _length(seconds: int) -> str:
    return f"{seconds} s" if seconds < 60 else clock(seconds)


def _seconds(count: int) -> str:
    return "1 second" if count == 1 else f"{count:,} seconds"
