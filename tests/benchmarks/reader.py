"""`python -m tests.benchmarks.reader FILE RECORD CHANGES`: a returned file read, placed and told, and no more."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from briefing.word.returned.changes import changes
from briefing.word.returned.exported import read_exported
from briefing.word.returned.placing import place
from briefing.word.returned.reading import read_returned


def main() -> None:
    """Do it as a command does that ends when it is done; fail where the changes are not so many."""
    gc.disable()
    file, record, count = sys.argv[1:]
    returned = read_returned(Path(file).read_bytes(), file)
    found = changes(place(returned, read_exported(Path(record).read_bytes())))
    if len(found.listed) != int(count):
        raise SystemExit(f"{len(found.listed)} changes")


if __name__ == "__main__":
    main()
