"""When an embargo ends."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from briefing.model.dates import Moment, spell


def is_over(embargo: Moment | None, on: datetime) -> bool:
    """Whether an embargo has ended by a moment; a day ends it as it begins. A time without a zone is local time."""
    if embargo is None:
        return True
    end = _start(embargo)
    if (end.tzinfo is None) == (on.tzinfo is None):
        return end <= on
    try:
        return end.astimezone(UTC) <= on.astimezone(UTC)
    except (OverflowError, OSError, ValueError):  # years no calendar of the system reaches
        return end.replace(tzinfo=None) <= on.replace(tzinfo=None)


def spell_end(embargo: Moment) -> str:
    """Return when an embargo ends, as a letter writes it, with its zone where it names one."""
    zone = embargo.tzname() if isinstance(embargo, datetime) else None
    return f"{spell(embargo)} ({zone})" if zone else spell(embargo)


def _start(moment: date) -> datetime:
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time.min)
