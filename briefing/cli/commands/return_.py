"""`briefing return FILE`: prints what was done to an export in a Word file that came back."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from briefing.cli.output import put, put_json, say
from briefing.cli.which import find_library
from briefing.disk.places import exports_folder
from briefing.model.literal import show, show_line
from briefing.word.returned.change import Change
from briefing.word.returned.changes import Changes, count_in, count_out
from briefing.word.returned.homecoming import bring_home
from briefing.word.returned.homes import Where
from briefing.word.returned.values import NONE
from briefing.wording import returned as words

_LONGEST = 300
"""Characters of a text that are printed."""


def run(options: Namespace) -> int:
    """Print every change under the block it belongs to, and how many there are."""
    home = bring_home(Path(options.file), exports_folder(find_library(options.library)))
    for warning in home.placed.file.warnings:
        say(warning)
    if options.json:
        put_json(_document(home))
    else:
        _print(home)
    return 0


def _print(home: Changes) -> None:
    for where, under in groupby(home.listed, _heading):
        put(where)
        for change in under:
            for line in _lines(change):
                put(f"  {line}")
        put("")
    put(words.count(len(home.listed), Counter(change.what for change in home.listed)))
    for told in _told_apart(home.listed):
        put(told)


def _heading(change: Change) -> str:
    match change.home.where:
        case Where.BLOCK:
            return words.in_block(change.block)
        case Where.COPY:
            return words.copy_of(change.block)
        case Where.NEW:
            return words.after_block(change.block)
        case Where.NONE:
            return words.NOT_PLACED


def _lines(change: Change) -> Iterator[str]:
    yield words.change(change.id, change.what, _by(change), is_tracked=change.is_tracked)
    for label, text in ((words.SAYS, change.text), (words.BEFORE, change.before), (words.AFTER, change.after)):
        if text:
            yield f"  {label} {_short(text)}"
    if change.is_guarded:
        yield f"  {words.GUARDED}"


def _by(change: Change) -> str:
    return ", ".join(show_line(part) for part in (change.author, change.date) if part)


def _short(text: str) -> str:
    shown = show(text).replace("\n", " ¶ ")
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"


def _told_apart(listed: Sequence[Change]) -> Iterator[str]:
    guarded = sum(change.is_guarded for change in listed)
    astray = sum(change.home.where is Where.NONE for change in listed)
    if guarded:
        yield words.guarded(guarded)
    if astray:
        yield words.astray(astray)


def _document(home: Changes) -> Mapping[str, object]:
    file = home.placed.file
    counts = {"in": _by_kind(count_in(file)), "out": _by_kind(count_out(home.listed, file))}
    return {
        "export": home.placed.exported.export,
        "file": file.name,
        "changes": [_change(change) for change in home.listed],
        "counts": counts,
    }


def _by_kind(counts: Mapping[tuple[str, str], int]) -> Mapping[str, int]:
    """Return how many elements of each kind there are, whatever part they stand in."""
    total: Counter[str] = Counter()
    for (_, kind), count in counts.items():
        total[kind] += count
    return dict(sorted(total.items()))


def _change(change: Change) -> Mapping[str, object]:
    is_new = change.home.where is Where.NEW
    told: dict[str, object] = {
        "id": change.id,
        "what": change.what.value,
        "tracked": change.is_tracked,
        "place": change.home.where.value,
        "block": None if is_new else change.block or None,
        "after_block": (change.block or None) if is_new else None,
    }
    said = {
        "card": change.card,
        "part": "" if change.home.part == NONE else str(change.home.part),
        "author": change.author,
        "date": change.date,
        "thread": change.thread,
        "text": change.text,
        "before": change.before,
        "after": change.after,
    }
    held = {name: value for name, value in said.items() if value}
    return {**told, **held, "resolved": change.is_resolved, "guarded": change.is_guarded, "state": "open"}
