"""What library.toml says of speeches that cannot be, and is not used: settings, and how fast a Member speaks."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model.finding import Finding
from briefing.model.literal import show_line
from briefing.model.office import Office
from briefing.speech import interventions
from briefing.speech.ladder import settings
from briefing.speech.settings import finding
from briefing.wording import pace as say


def speech_findings(office: Office) -> Iterator[Finding]:
    """Yield a finding for each: where it stands, what it should be, what is used instead."""
    yield from settings.SETTINGS.findings(office)
    yield from interventions.SETTINGS.findings(office)
    for member in office.members:
        if "pace" in member.extra:
            yield finding(say.misread(show_line(member.name or member.id)), say.MEND_PACE, field="pace")
