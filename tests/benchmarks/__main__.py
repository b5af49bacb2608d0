"""`python -m tests.benchmarks`: measures the parts that are asked for and prints one table of all that is known."""

from __future__ import annotations

import argparse
import gc
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from tests.benchmarks.figures import Figure, as_markdown, as_text, keep, read_parts
from tests.benchmarks.ground import SIZES, Ground, make_ground, move_in
from tests.benchmarks.measuring import ROOT, machine

RESULTS = ROOT / "build" / "bench"

Part = Callable[[Sequence[Ground]], Iterable[Figure]]


def screen(grounds: Sequence[Ground]) -> Iterator[Figure]:
    """The first frame, and what a keystroke costs beyond the search."""
    from tests.benchmarks.screen import measure_drawing, measure_opening

    yield from measure_opening(grounds[-1])
    yield from measure_drawing(grounds[-1])


def memory(grounds: Sequence[Ground]) -> Iterable[Figure]:
    """The desk's memory."""
    from tests.benchmarks.screen import measure_memory

    return measure_memory(grounds[-1])


def search(grounds: Sequence[Ground]) -> Iterable[Figure]:
    """Keystroke to rows, at every size."""
    from tests.benchmarks.searching import measure

    return measure(grounds)


def growth(grounds: Sequence[Ground]) -> Iterable[Figure]:
    """How that grows from the smallest library to the largest."""
    from tests.benchmarks.searching import measure_growth

    return measure_growth(grounds)


def build(grounds: Sequence[Ground]) -> Iterator[Figure]:
    """A cold index, of all but the smallest library."""
    from tests.benchmarks.building import measure

    for ground in grounds[1:] or grounds:
        yield from measure(ground)


def open_(grounds: Sequence[Ground]) -> Iterable[Figure]:
    """Opening when nothing changed."""
    from tests.benchmarks.opening import measure

    return measure(grounds[-1])


def save(grounds: Sequence[Ground]) -> Iterable[Figure]:
    """A saved card is found."""
    from tests.benchmarks.saving import measure

    return measure(grounds[-1])


def size(grounds: Sequence[Ground]) -> Iterator[Figure]:
    """The size of the index."""
    from tests.benchmarks.building import measure_size

    for ground in grounds:
        yield from measure_size(ground)


def process(grounds: Sequence[Ground]) -> Iterable[Figure]:
    """A search as a process."""
    from tests.benchmarks.commands import measure_search

    return measure_search(grounds[-1])


def help_(_: Sequence[Ground]) -> Iterable[Figure]:
    """The help as a process."""
    from tests.benchmarks.commands import measure_help

    return measure_help()


def documents(_: Sequence[Ground]) -> Iterable[Figure]:
    """Word files, written, checked, and as whole exports."""
    from tests.benchmarks.documents import measure

    return measure()


def check(grounds: Sequence[Ground]) -> Iterable[Figure]:
    """The check of a whole library, of the size that is promised where it is there."""
    from tests.benchmarks.checks import PROMISED, measure

    return measure(next((ground for ground in grounds if ground.size == PROMISED), grounds[-1]))


def rules(_: Sequence[Ground]) -> Iterable[Figure]:
    """The slowest rules, and an outline judged whole."""
    from tests.benchmarks.rules import measure

    return measure()


def quotations(_: Sequence[Ground]) -> Iterable[Figure]:
    """Exact words against a long source."""
    from tests.benchmarks.quotations import measure

    return measure()


def ladder(_: Sequence[Ground]) -> Iterable[Figure]:
    """The cut ladder, for speeches usual and hard."""
    from tests.benchmarks.ladder import measure

    return measure()


def returned(_: Sequence[Ground]) -> Iterable[Figure]:
    """A marked-up Word file, read and placed."""
    from tests.benchmarks.returning import measure

    return measure()


PARTS: dict[str, Part] = {
    "screen": screen,
    "memory": memory,
    "search": search,
    "growth": growth,
    "build": build,
    "open": open_,
    "save": save,
    "size": size,
    "process": process,
    "help": help_,
    "documents": documents,
    "rules": rules,
    "check": check,
    "quotations": quotations,
    "ladder": ladder,
    "returned": returned,
}


def main() -> int:
    """Measure, print, and write the same as JSON and as a table for the README."""
    options = _options()
    # So that what runs in a terminal of its own is ended with us.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    move_in()
    grounds = [make_ground(size) for size in options.cards]
    label = "-".join(options.cards)
    failed = [name for name in options.part if not _measured(name, grounds, RESULTS / f"{label}.json")]
    parts = read_parts(RESULTS / f"{label}.json")
    figures = [Figure(**row) for name in PARTS if name in parts for row in parts[name]["figures"]]  # type: ignore[attr-defined]
    told = machine()
    shape = ", ".join(f"{name} {value}" for name, value in told.items())
    text = f"{shape}\nMedians of 5 where the figure does not say otherwise; a peer is measured in the same run.\n"
    table = RESULTS / f"{label}.md"
    table.write_text(f"{shape}\n\n{as_markdown(figures)}\n", encoding="utf-8")
    print(f"\n{text}\n{as_text(figures)}\n\nThe same in {table} and {table.with_suffix('.json')}.")
    if failed:
        print(f"Not measured: {', '.join(failed)}.", file=sys.stderr)
    return 1 if failed else 0


def _measured(name: str, grounds: Sequence[Ground], path: Path) -> bool:
    """Measure one part and keep its figures; one that cannot be measured leaves the others alone."""
    print(f"{name} ...", file=sys.stderr)
    gc.collect()
    try:
        figures = list(PARTS[name](grounds))
    except Exception as error:  # noqa: BLE001 - whatever it is, the other parts can be measured
        print(f"{name}: {type(error).__name__}: {error}", file=sys.stderr)
        return False
    keep(path, name, machine(), figures)
    return True


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--cards", default="all", help=f"one of {', '.join(SIZES)}, or all")
    parser.add_argument("--part", default="all", help=f"one of {', '.join(PARTS)}, or all")
    options = parser.parse_args()
    options.cards = _chosen(parser, options.cards, SIZES)
    options.part = _chosen(parser, options.part, PARTS)
    return options


def _chosen(parser: argparse.ArgumentParser, asked: str, known: Iterable[str]) -> list[str]:
    names = {name.lower(): name for name in known}
    wanted = list(names) if asked == "all" else asked.lower().replace(",", " ").split()
    if unknown := [name for name in wanted if name not in names]:
        parser.error(f"{', '.join(unknown)}: choose from {', '.join(names.values())}, or all")
    return [names[name] for name in names if name in wanted]


if __name__ == "__main__":
    sys.exit(main())
