"""What recalling a card says, and the drafts of a correction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

NO_USE = "The card was not found in any outline or export: there is nothing to correct."
OFFICE = "FOR THE OFFICE"
READER = "FOR THE LETTER'S READER"
RECORD = "FOR THE RECORD"
TITLES = {"office": OFFICE, "reader": READER, "record": RECORD}


def not_recalled(card: str) -> str:
    """Say that a card stands."""
    return f"Card {card} is neither withdrawn, superseded nor disputed: nothing is to be corrected."


def office(card: str, status: str, exports: Iterable[Sequence[str]], outlines: Iterable[str]) -> str:
    """Tell the office what to do, and who received what."""
    lines = [f"Card {card} is {status}. Send no document below again before it is corrected."]
    lines += [
        f"- Export {path}, made {on or 'on a day not known'}, for {to or 'nobody named'}" for path, on, to in exports
    ]
    lines += [f"- Outline {name}: change or take out the block" for name in outlines]
    return "\n".join([*lines, "Check what was in fact sent or said before a correction goes out."])


def reader(to: str, date: str, was: str, right: str) -> str:
    """Draft the letter to whoever received a reply."""
    now = f"The correct position is: {right}." if right else "I withdraw that statement."
    return f"Dear {to or '[name]'},\n\nIn my letter of {date or '[date]'} I wrote: “{was}”\n\n{now}\n\nYours sincerely,"


def record(date: str, was: str, right: str) -> str:
    """Draft the words of a correction in the House."""
    now = f"The correct position is: {right}." if right else "I withdraw that statement."
    return f"I said on {date or '[date]'}: “{was}” {now}"
