"""Integer programs: sums of variables that are 0 or 1, within bounds, made as great as can be by HiGHS."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from highspy import Highs, HighsModelStatus, HighsVarType, ObjSense, kHighsInf

Sum = Mapping[int, int]
"""How often each variable counts."""

EXACTLY = {"mip_rel_gap": 0.0, "mip_abs_gap": 0.0, "mip_feasibility_tolerance": 1e-9}
"""No solution that is only near the best, and none that is over by a millisecond."""


@dataclass(frozen=True, slots=True)
class Row:
    """A sum and its bounds; None where there is none."""

    terms: Sum
    least: int | None
    most: int | None

    def holds(self, values: Sequence[int]) -> bool:
        """Whether the bounds are kept, reckoned in whole numbers."""
        total = sum_of(self.terms, values)
        return (self.least is None or total >= self.least) and (self.most is None or total <= self.most)


@dataclass(frozen=True, slots=True)
class Programme:
    """So many variables, and what must hold of them."""

    variables: int
    rows: tuple[Row, ...]

    def holds(self, values: Sequence[int]) -> bool:
        """Whether all rows do."""
        return all(row.holds(values) for row in self.rows)

    def with_rows(self, *rows: Row, more: int = 0) -> Programme:
        """Return the programme with further rows, and so many further variables."""
        return Programme(self.variables + more, self.rows + rows)

    def greatest(self, goal: Sum) -> tuple[int, ...] | None:
        """Return values that keep all rows and make the goal as great as can be; None where none keep them.

        That none do is asked twice: for one speech of 3,000 HiGHS 1.15.1 had presolved away values that keep them all.
        """
        for presolve in ("choose", "off"):
            highs = self._posed(goal)
            highs.setOptionValue("presolve", presolve)
            highs.run()
            status = highs.getModelStatus()
            if status == HighsModelStatus.kOptimal:
                values = tuple(round(value) for value in highs.getSolution().col_value)
                assert self.holds(values)
                return values
            assert status == HighsModelStatus.kInfeasible, status
        return None

    def _posed(self, goal: Sum) -> Highs:
        highs = Highs()  # type: ignore[no-untyped-call]  # it says of all but this what it returns
        highs.silent()
        for name, value in EXACTLY.items():
            highs.setOptionValue(name, value)
        for variable in range(self.variables):
            highs.addCol(goal.get(variable, 0), 0, 1, 0, [], [])
            highs.changeColIntegrality(variable, HighsVarType.kInteger)
        for row in self.rows:
            least = -kHighsInf if row.least is None else row.least
            most = kHighsInf if row.most is None else row.most
            highs.addRow(least, most, len(row.terms), [*row.terms], [*row.terms.values()])
        highs.changeObjectiveSense(ObjSense.kMaximize)
        return highs


def sum_of(terms: Sum, values: Sequence[int]) -> int:
    """Return what a sum comes to."""
    return sum(count * values[variable] for variable, count in terms.items())
