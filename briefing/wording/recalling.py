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


def office(
    card: str, status: str, exports: Iterable[Sequence[str]], outlines: Iterable[str], unchecked: str = ""
) -> str:
    """Tell the office what to do, and who received what; `unchecked` is a card in its place that nobody checked."""
    lines = [f"Card {card} is {status}. Send no document below again before it is corrected."]
    if unchecked:
        lines.append(f"Card {unchecked} stands in its place and may not be said yet: check it first.")
    lines += [
        f"- Export {path}, made {on or 'on a day not known'}, for {to or 'nobody named'}" for path, on, to in exports
    ]
    lines += [f"- Outline {name}: change or take out the block" for name in outlines]
    return "\n".join([*lines, "Check what was in fact sent or said before a correction goes out."])


def rests(card: str, claim: str) -> str:
    """Say that a card was made from the one in doubt."""
    return f"\nCard {card} is made from it, and falls with it until it is looked at again: {claim}"


_NOW = {
    "correct": "The correct position is: {right}.",
    "withdraw": "I withdraw that statement.",
    "wait": "That is no longer the position. I will say what is as soon as it has been checked.",
    "hold": "That is now in doubt. I am looking into it, and will say what I find.",
}


def now(remedy: str, right: str) -> str:
    """Say what holds now: never more than is known."""
    return _NOW[remedy].format(right=right)


def reader(to: str, date: str, words: str, now: str, *, is_theirs: bool) -> str:
    """Draft the letter to whoever received a reply."""
    wrote = _AS_THEIRS if is_theirs else "wrote"
    said = f"In my letter of {date or '[date]'} I {wrote}: “{words}”"
    return f"Dear {to or '[name]'},\n\n{said}\n\n{now}\n\nYours sincerely,"


def record(date: str, words: str, now: str, *, is_theirs: bool) -> str:
    """Draft the words of a correction in the House."""
    on = date or "[date]"
    said = f"On {on} I {_AS_THEIRS}" if is_theirs else f"I said on {on}"
    return f"{said}: “{words}” {now}"


_AS_THEIRS = "gave as what others say"
