"""How the pace of a rehearsal comes to be added to what is known of a Member: proposed first, saved when asked."""

from __future__ import annotations

from pathlib import Path

from briefing.errors import BriefingError
from briefing.library.pacing import AddedSpeech, add_speech
from briefing.speech.rehearsal import LEAST_MINUTES, Took
from briefing.wording import rehearsal as say


def propose(library: Path, member: str, took: Took) -> AddedSpeech | str:
    """Return the speech that can be added to what is known of a Member, or the sentence that says why none can."""
    if not member:
        return say.NO_MEMBER
    if took.minutes < LEAST_MINUTES:
        return say.too_short(LEAST_MINUTES)
    try:
        return add_speech(library, member, took.words, took.minutes)
    except BriefingError as error:
        return str(error)
