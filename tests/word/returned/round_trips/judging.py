"""What the reader found in a file that came back, beside what was asked of LibreOffice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.word.returned.change import Change, What
from briefing.word.returned.changes import Changes
from tests.word.returned.round_trips.asking import Asked, Due


@dataclass(frozen=True)
class Verdict:
    """How a file was read."""

    lost: tuple[Asked, ...]
    """Edits of which something was not found."""
    misplaced: tuple[tuple[Asked, Change], ...]
    """Found, but not where they were made."""
    invented: tuple[Change, ...]
    """Changes nobody made."""

    @property
    def is_right(self) -> bool:
        """Whether all was found where it is, and nothing else."""
        return not (self.lost or self.misplaced or self.invented)


def judge(found: Changes, asked: Iterable[Asked]) -> Verdict:
    """Return what is the matter: of everything that is due, one change has to be found, and no other."""
    left = list(found.listed)
    lost, misplaced = [], []
    for one in asked:
        for due in one.due:
            change = _taken(due, left, is_tracked=due.what is What.COMMENT or bool(one.edit["tracked"]))
            if change is None:
                lost.append(one)
            elif not _is_home(due, change):
                misplaced.append((one, change))
    return Verdict(tuple(lost), tuple(misplaced), tuple(left))


def _taken(due: Due, left: list[Change], *, is_tracked: bool) -> Change | None:
    """Take the change that says what is due, rather one that is at home."""
    said = [change for change in left if change.is_tracked == is_tracked and _says(due, change)]
    if not said:
        return None
    change = max(said, key=lambda change: _is_home(due, change))
    left.remove(change)
    return change


def _says(due: Due, change: Change) -> bool:
    return (
        change.what is due.what
        and (due.what in {What.SPLIT, What.MERGE} or _is_same(change.before, due.before, is_tracked=change.is_tracked))
        and (due.what in {What.SPLIT, What.MERGE} or change.after.strip() == due.after.strip())
        and change.text == (due.text if due.what is What.COMMENT else change.text)
    )


def _is_same(found: str, asked: str, *, is_tracked: bool) -> bool:
    """Whether the same words went: of "was no. It was", untracked, nobody can tell which "was" it is that stayed."""
    words = found.strip().split(" ")
    turned = [" ".join(words[start:] + words[:start]) for start in range(1 if is_tracked else len(words))]
    return asked.strip() in turned


def _is_home(due: Due, change: Change) -> bool:
    return (change.home.where, change.home.part) == (due.where, due.part) and due.note == change.home.note


def shown(verdict: Verdict) -> str:
    """Everything that is the matter, for a person to read."""
    lines = [f"lost: {one.kind} {one.edit} {one.due}" for one in verdict.lost]
    lines += [f"misplaced: {one.kind} {one.edit} {change.home}" for one, change in verdict.misplaced]
    lines += [f"invented: {_said(change)}" for change in verdict.invented]
    return "\n".join(lines)


def _said(change: Change) -> str:
    where = f"{change.home.where} {change.home.part} {change.home.note}"
    return f"{change.what} {where} {change.before[:80]!r} {change.after[:80]!r} {change.text!r} {change.is_tracked}"


def differences(one: Sequence[str], other: Sequence[str]) -> list[tuple[str, str]]:
    """Return where two lists of texts differ, without what is empty."""
    mine, theirs = ([text for text in texts if text.strip()] for texts in (one, other))
    if len(mine) != len(theirs):
        return [("\n".join(set(mine) - set(theirs)), "\n".join(set(theirs) - set(mine)))]
    return [(was, now) for was, now in zip(mine, theirs, strict=True) if was != now]
