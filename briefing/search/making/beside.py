"""A process beside this one that shares work which can be done ahead of being asked for; it ends when this one does."""

from __future__ import annotations

import gc
import os
import sqlite3
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from typing import TypeVar, TypeVarTuple

from briefing.disk.strangers import safe_for_all

THERE = 2
"""Steps the other process has to do: one, and another for when it is done."""
MOST = 5
"""Steps that are done before they are asked for."""

Given = TypeVarTuple("Given")
Step = TypeVar("Step")
Done = TypeVar("Done")


@contextmanager
def other_process(begin: Callable[[*Given], object], *given: *Given) -> Iterator[ProcessPoolExecutor]:
    """Work for another process can be handed in, which begins with `begin`; what is left at the end is not done."""
    before = {child.pid for child in active_children()}
    with safe_for_all():  # the process is started when something is first handed in
        pool = ProcessPoolExecutor(1, get_context("spawn"), _begin, (begin, given))
        try:
            yield pool
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
            # A process that was only just begun when the pool is shut down may wait for ever. It writes nothing.
            for child in active_children():
                if child.pid not in before:
                    child.terminate()


def share(
    pool: ProcessPoolExecutor, steps: Sequence[Step], there: Callable[[Step], Done], here: Callable[[Step], Done]
) -> Iterator[Done]:
    """Yield what each step comes to, in order: done `there`, in the other process, or `here` instead of waiting for it.

    Where the other process is gone, or fails, everything is done here.
    """
    taken: deque[tuple[Step, Future[Done]]] = deque()
    left = deque(steps)
    while left or taken:
        has_room = left and len(taken) < MOST
        if has_room and sum(not future.done() for _, future in taken) < THERE:
            step = left.popleft()
            taken.append((step, _submit(pool, there, step)))
        elif has_room and not taken[0][1].done():
            step = left.popleft()
            taken.append((step, _done(here(step))))
        else:
            step, future = taken.popleft()
            yield _result(future, step, here)


def _submit(pool: ProcessPoolExecutor, there: Callable[[Step], Done], step: Step) -> Future[Done]:
    try:
        return pool.submit(there, step)
    except (RuntimeError, OSError) as error:  # no process can be started, or it has ended
        failed = Future[Done]()
        failed.set_exception(OSError(str(error)))
        return failed


def _done(what: Done) -> Future[Done]:
    done = Future[Done]()
    done.set_result(what)
    return done


def _result(future: Future[Done], step: Step, here: Callable[[Step], Done]) -> Done:
    try:
        return future.result()
    except (BrokenProcessPool, sqlite3.Error, OSError):
        return here(step)


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
