"""Reading very many files in two processes at once: this one and another take turns, and the order is kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from briefing.catalogue.filing import file_of
from briefing.search.making.beside import other_process, share
from briefing.search.making.filing import Filed
from briefing.search.tables.packing import pack_note

WORTH_IT = 500
"""Files for which another process is started."""
STEP = 20
"""Files that are read at a time."""

Some = list[tuple[str, Filed | None]]
"""Files with what was read of each; None where there is none."""


def read_packed(folder: Path, files: Sequence[str], dictionary: bytes) -> Iterator[tuple[str, Filed | None]]:
    """Yield each file, its note packed with the dictionary; None where there is none."""
    steps = [files[start : start + STEP] for start in range(0, len(files), STEP)]
    with other_process(_begin, folder, dictionary) as pool:
        for some in share(pool, steps, _read_there, partial(_read, folder, dictionary)):
            yield from some


class _Other:
    """What the other process has to hand."""

    folder: Path
    dictionary: bytes


def _begin(folder: Path, dictionary: bytes) -> None:
    _Other.folder, _Other.dictionary = folder, dictionary


def _read_there(files: Sequence[str]) -> Some:
    return _read(_Other.folder, _Other.dictionary, files)


def _read(folder: Path, dictionary: bytes, files: Sequence[str]) -> Some:
    return [(file, _packed(file_of(folder, file), dictionary)) for file in files]


def _packed(filed: Filed | None, dictionary: bytes) -> Filed | None:
    if filed is None or filed.note is None:
        return filed
    return replace(filed, note=None, packed=pack_note(filed.note, dictionary))
