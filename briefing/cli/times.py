"""Times as they are typed: a day, or a day and an hour, of the clock on the wall."""

from __future__ import annotations

from datetime import UTC, datetime

from briefing.errors import WrongUse
from briefing.wording import commands as words


def read_time(typed: str | None) -> datetime:
    """Return the time typed, as the local clock has it, or now where none was; raises WrongUse."""
    if typed is None:
        return datetime.now(UTC).astimezone()
    try:
        return datetime.fromisoformat(typed).astimezone()
    except (ValueError, OverflowError) as error:
        raise WrongUse(words.not_a_time(typed), hint=words.NOT_A_TIME_HINT) from error
