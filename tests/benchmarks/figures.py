"""What was measured, beside what it is measured against, and the table it is printed in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

HEAD = ("figure", "cards", "measured", "beside", "ratio", "target", "met")


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the table."""

    name: str
    cards: str
    """Of the library: 10k, 100k or 1M; empty where it does not matter."""
    value: float
    unit: str
    target: str = ""
    """In words; empty where the figure is only told."""
    most: float | None = None
    """What the value may be at most."""
    peer: str = ""
    beside: float | None = None
    """What was measured of the peer in the same run, in the same unit."""

    @property
    def ratio(self) -> float | None:
        """How many times the peer's figure this one is."""
        return self.value / self.beside if self.beside else None

    @property
    def is_met(self) -> bool | None:
        """Whether the target is met; None where there is none."""
        return None if self.most is None else self.value <= self.most

    @property
    def row(self) -> tuple[str, ...]:
        """The figure as the table shows it."""
        beside = f"{self.peer}: {tell(self.beside, self.unit)}" if self.beside is not None else self.peer
        ratio = f"{self.ratio:.2f}" if self.ratio is not None else ""
        met = {None: "", True: "yes", False: "NO"}[self.is_met]
        return self.name, self.cards, tell(self.value, self.unit), beside, ratio, self.target, met


def tell(value: float, unit: str) -> str:
    """Return a measurement with three figures that matter."""
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{digits}f} {unit}".rstrip()


def as_text(figures: Sequence[Figure]) -> str:
    """Return the table in columns."""
    rows = [HEAD, *(figure.row for figure in figures)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(HEAD))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
    return "\n".join(lines)


def as_markdown(figures: Sequence[Figure]) -> str:
    """Return the table as the README has it."""
    rows = [HEAD, ("---",) * len(HEAD), *(figure.row for figure in figures)]
    return "\n".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in row)} |" for row in rows)


def keep(path: Path, part: str, told: Mapping[str, str], figures: Iterable[Figure]) -> None:
    """Put the figures of one part into the file of all parts, with when and where they were measured."""
    parts = read_parts(path)
    parts[part] = {"told": dict(told), "figures": [asdict(figure) for figure in figures]}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(parts, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def read_parts(path: Path) -> dict[str, dict[str, object]]:
    """Return what every part had to say when it was last run."""
    parts: dict[str, dict[str, object]] = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return parts
