"""The peer of finding out that nothing changed: every entry of every folder looked at once."""

from __future__ import annotations

import os
import sys


def scan(folder: str) -> int:
    """Return how many files there are, each with its status read."""
    count = 0
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                count += scan(entry.path)
            else:
                entry.stat(follow_symlinks=False)
                count += 1
    return count


if __name__ == "__main__":
    scan(sys.argv[1])
