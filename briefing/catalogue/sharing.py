"""Reading very many files in two processes at once: this one and another take turns, and the order is kept."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import partial
from pathlib import Path

from briefing.catalogue.filing import file_of
from briefing.search.beside import other_process
from briefing.search.filing import Filed
from briefing.search.packing import pack_note

WORTH_IT = 500
"""Files for which another process is started."""
STEP = 20
"""Files that are read at a time."""
_THERE = 2
"""Steps the other process has to do: one, and another for when it is done."""
_MOST = 6
"""Steps that are read before they are asked for."""

Some = list[tuple[str, Filed | None]]
"""Files with what was read of each; None where there is none."""


def read_packed(folder: Path, files: Sequence[str], dictionary: bytes) -> Iterator[tuple[str, Filed | None]]:
    """Yield each file, its note packed with the dictionary; None where there is none."""
    steps = [files[start : start + STEP] for start in range(0, len(files), STEP)]
    with other_process(_begin, folder, dictionary) as pool:
        for some in _share(pool, steps, partial(_read, folder, dictionary)):
            yield from some


def _share(pool: ProcessPoolExecutor, steps: Sequence[Sequence[str]], here: partial[Some]) -> Iterator[Some]:
    """Yield what each step comes to, in order: the other process's, or done here where that would be waited for."""
    taken: deque[tuple[Sequence[str], Future[Some]]] = deque()
    left = deque(steps)
    while left or taken:
        is_other_busy = sum(not future.done() for _, future in taken) >= _THERE
        if left and not is_other_busy and len(taken) < _MOST:
            step = left.popleft()
            taken.append((step, _submit(pool, step)))
        elif left and not taken[0][1].done() and len(taken) < _MOST:
            step, done = left.popleft(), Future[Some]()
            done.set_result(here(step))
            taken.append((step, done))
        else:
            step, future = taken.popleft()
            try:
                some = future.result()
            except (BrokenProcessPool, OSError):  # the other process is gone: go on here
                some = here(step)
            yield some


def _submit(pool: ProcessPoolExecutor, step: Sequence[str]) -> Future[Some]:
    try:
        return pool.submit(_read_there, step)
    except (RuntimeError, OSError) as error:
        broken = Future[Some]()
        broken.set_exception(OSError(str(error)))
        return broken


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
