"""What a card can be: kinds are data, the built-in ones in kinds.toml, the office's own in library.toml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of card."""

    name: str
    title: str
    needs: tuple[str, ...] = ()
    """Fields without which a card of this kind cannot be checked."""
    theirs: bool = False
    """Whether the claim is the other side's, to be answered."""


def read_kinds(table: Mapping[str, object]) -> dict[str, Kind]:
    """Return the kinds that a `[kinds]` table describes; what is not a table is passed over."""
    return {name: _read_kind(name, value) for name, value in table.items() if isinstance(value, Mapping)}


def _read_kind(name: str, table: Mapping[str, object]) -> Kind:
    needs = table.get("needs", ())
    return Kind(
        name=name,
        title=str(table.get("title", name.replace("-", " ").capitalize())),
        needs=tuple(str(need) for need in needs) if isinstance(needs, list) else (),
        theirs=table.get("theirs") is True,
    )
