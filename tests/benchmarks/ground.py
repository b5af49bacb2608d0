"""Where the benchmarks work: libraries, indexes and a home of their own, all in one folder outside the checkout."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import platformdirs

from tests.benchmarks.corpus import Corpus, write_library

SIZES = {"10k": 10_000, "100k": 100_000, "1M": 1_000_000}
SEED = 7


@dataclass(frozen=True, slots=True)
class Ground:
    """One library of the benchmarks, and room beside it."""

    size: str
    corpus: Corpus

    @property
    def folder(self) -> Path:
        """The library's folder."""
        return self.corpus.folder

    def beside(self, name: str) -> Path:
        """Return where something made from the library is kept."""
        return self.folder.with_name(name)


@cache
def base() -> Path:
    """Return the folder of it all: BRIEFING_BENCH, or one in the user's own cache, even once this process moved out."""
    return Path(os.environ.get("BRIEFING_BENCH") or platformdirs.user_cache_path("briefing-bench", appauthor=False))


def make_ground(size: str) -> Ground:
    """Return a library of so many cards, written where it is not there yet."""
    return Ground(size, write_library(base() / "libraries" / size.lower() / "notes", SIZES[size], SEED))


def move_in() -> None:
    """Give this process, and those it starts, a home of their own: no index or setting of the user is touched."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # nobody who opens a desk compiles it each time
    home = base() / "home"
    for name in ("cache", "state", "config"):
        (home / name).mkdir(parents=True, exist_ok=True)
        os.environ[f"XDG_{name.upper()}_HOME"] = str(home / name)
    from briefing.library.preferences import Preferences, write_preferences

    write_preferences(Preferences(tips_seen=True))
