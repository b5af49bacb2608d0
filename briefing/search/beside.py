"""A process beside this one, for work that can be done ahead of being asked for; it ends when this one does."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from typing import TypeVarTuple

Given = TypeVarTuple("Given")


@contextmanager
def other_process(begin: Callable[[*Given], object], *given: *Given) -> Iterator[ProcessPoolExecutor]:
    """Work for another process can be handed in, which begins with `begin`; what is left at the end is not done."""
    pool = ProcessPoolExecutor(1, get_context("spawn"), _begin, (begin, given))
    try:
        yield pool
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _begin(begin: Callable[[*Given], object], given: tuple[*Given]) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # Notes and cards hold no circles.
    gc.freeze()
    gc.disable()
    begin(*given)


def _end_with_parent() -> None:
    """End when the process that asks does, however it ends: a pool's process waits for more for ever."""
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(0)
