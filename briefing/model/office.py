"""The office: its name, its Members, its settings and its lists, as library.toml keeps them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.model.kinds import Kind
from briefing.model.pace import DEFAULT_PACE, pace_range


@dataclass(frozen=True, slots=True)
class Member:
    """A Member of Parliament the office works for."""

    id: str
    name: str
    constituency: str = ""
    party: str = ""
    pace: float | None = None
    """Words a minute to count on, where any were measured."""
    minutes: float = 0
    """Of speech that was measured."""
    words: float = 0
    """Said in them."""
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Office:
    """What library.toml says."""

    name: str = ""
    stationery: str = ""
    members: tuple[Member, ...] = ()
    settings: Mapping[str, object] = field(default_factory=dict)
    setting_lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    """The line each setting stands on in library.toml, by its table and name, as in `settings.layout.paper`."""
    lists: Mapping[str, object] = field(default_factory=dict)
    list_lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    """The line each entry of a list and each of its fields stands on, as in `people.0` and `people.0.name`."""
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    """The built-in kinds and the office's own."""

    def member(self, member_id: str) -> Member | None:
        """Return the Member that goes by `member_id`."""
        return next((member for member in self.members if member.id == member_id), None)

    def pace(self, member_id: str) -> float:
        """Return the Member's words a minute, the default where it is unknown."""
        member = self.member(member_id)
        return (member.pace if member else None) or DEFAULT_PACE

    def pace_range(self, member_id: str) -> tuple[int, int]:
        """Return from which to which pace the Member will most likely speak."""
        member = self.member(member_id)
        return pace_range(self.pace(member_id), member.minutes if member else 0)
