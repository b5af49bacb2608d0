"""What was decided about the changes of files that came back, kept in a file beside the record of their export."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from enum import StrEnum
from pathlib import Path

import tomli_w

from briefing.disk.reading import read_file
from briefing.disk.saving import ChangedOutside, replace_file
from briefing.errors import BadInput, Place
from briefing.word.recorded import ENDING
from briefing.wording import settling as say

_ENDING = f".decisions{ENDING}"
_TRIES = 20
"""How often a save starts again when another program has been quicker."""


class State(StrEnum):
    """What became of a change."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided about one change."""

    change: str
    state: State
    act: int
    """Which act it was a part of, counted from 1: an act is taken back as a whole."""
    on: str = ""
    """The day, as ISO 8601 writes it."""
    by: str = ""
    file: str = ""
    """The name of the file that came back."""
    why: str = ""
    step: str = ""
    """What the step is called that it made in the library; empty where it made none."""
    changed: str = ""
    """The file of the library which that step changed; empty for the outline's."""


Decisions = Mapping[str, Decision]
"""What was decided, by the id of the change."""


_TEXTS = tuple(field.name for field in fields(Decision) if field.name not in {"change", "state", "act"})


def decisions_path(record: Path) -> Path:
    """Return where the decisions about the files of an export stand."""
    return record.with_name(f"{record.name.removesuffix(ENDING)}{_ENDING}")


def read_decisions(path: Path) -> Decisions:
    """Return what was decided; raises BadInput where the file is damaged: a decision is never forgotten in silence."""
    return _read(_content(path), path)


def add_decisions(path: Path, new: Iterable[Decision]) -> Decisions:
    """Save further decisions beside those that are there by now, and return all; raises BadInput and DiskFailed."""
    fresh = {decision.change: decision for decision in new}
    return _save(path, lambda held: {**held, **fresh})


def drop_act(path: Path, act: int) -> Decisions:
    """Take back the decisions of an act, and return what is left; raises BadInput and DiskFailed."""
    return _save(path, lambda held: {name: one for name, one in held.items() if one.act != act})


def _save(path: Path, change: Callable[[Decisions], Decisions]) -> Decisions:
    for _ in range(_TRIES):
        content = _content(path)
        held = change(_read(content, path))
        try:
            replace_file(path, _write(held.values()), content)
        except ChangedOutside:
            continue
        return held
    raise ChangedOutside(say.OTHERS_DECIDE, Place(path.name), say.OTHERS_DECIDE_HINT)


def _content(path: Path) -> bytes | None:
    try:
        return read_file(path)
    except FileNotFoundError:
        return None


def _read(content: bytes | None, path: Path) -> Decisions:
    try:
        told = tomllib.loads((content or b"").decode())
        listed = [_decision(one) for one in told.get("decision", [])]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BadInput(say.NO_DECISIONS, Place(path.name), say.NO_DECISIONS_HINT) from error
    return {decision.change: decision for decision in listed}


def _decision(told: Mapping[str, object]) -> Decision:
    """Return a decision as it is written; raises ValueError and TypeError where it is none."""
    text = {name: str(told.get(name, "")) for name in _TEXTS}
    return Decision(str(told["change"]), State(str(told["state"])), int(str(told.get("act", 1))), **text)


def _write(decisions: Iterable[Decision]) -> bytes:
    listed = [{name: value for name, value in asdict(one).items() if value != ""} for one in decisions]
    return f"{say.DECISIONS_HEAD}\n{tomli_w.dumps({'decision': listed})}".encode()


def last_act(decisions: Decisions) -> int:
    """Return the number of the last act; 0 where there was none."""
    return max((decision.act for decision in decisions.values()), default=0)


def today() -> str:
    """Return the day it is here, as ISO 8601 writes it."""
    return datetime.now().astimezone().date().isoformat()
