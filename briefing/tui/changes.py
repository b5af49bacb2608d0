"""What changed outside, in a few words."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.library.shelf import FileChange
from briefing.wording import desk as wording

SHOWN = 3
"""Files named in one toast."""


def describe_changes(changes: Sequence[FileChange]) -> str:
    """Return the changed files, each with how much is new, changed or gone; empty where nothing reads otherwise."""
    said = [_describe(change) for change in changes[:SHOWN]]
    more = [wording.more_files(len(changes) - SHOWN)] if len(changes) > SHOWN else []
    return "; ".join([*said, *more])


def _describe(change: FileChange) -> str:
    return wording.file_change(change.file, change.added, change.changed, change.gone, noun=change.noun)
