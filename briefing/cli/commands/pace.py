"""`briefing pace MEMBER [--words N | --outline OUTLINE | --hansard FILE...]`: how fast a Member speaks."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.cli.hansard import find_own
from briefing.cli.names import find_member, find_outline
from briefing.cli.output import put, put_json, put_rows
from briefing.cli.saving import save
from briefing.cli.which import look_into, open_library
from briefing.errors import WrongUse
from briefing.library.pacing import AddedSpeech, add_speech
from briefing.model.dates import iso
from briefing.model.library import Library
from briefing.model.literal import show_line
from briefing.model.office import Member
from briefing.model.pace import Measured
from briefing.speech.stretches import Stretch
from briefing.speech.timing import time_outline
from briefing.wording import pace as say

_MINUTES = re.compile(r"(\d{1,3})(?::([0-5]\d)|(\.\d{1,3}))?", re.ASCII)


@dataclass(frozen=True, slots=True)
class _Speech:
    """What is to be added, and the stretches of Hansard it was measured on."""

    measured: Measured
    stretches: Sequence[Stretch] = ()


def run(options: Namespace) -> int:
    """Print what is known of the Member's pace; where a speech is given, once that is added to it in library.toml."""
    _refuse_muddle(options)
    if not (options.words or options.outline or options.hansard):
        _put(options, find_member(look_into(options), options.member))
        return 0
    opened = open_library(options)
    member = find_member(opened.library, options.member)
    speech = _read(options, opened.library, member)
    added = add_speech(opened.folder, member.id, speech.measured.words, speech.measured.minutes)
    save(opened, added.step)
    _put_added(options, member, speech, added)
    return 0


def _refuse_muddle(options: Namespace) -> None:
    """Raise WrongUse for a speech without its minutes, or minutes that belong to none."""
    needs_minutes = options.words is not None or options.outline is not None
    if needs_minutes and options.minutes is None:
        raise WrongUse(say.NO_MINUTES, hint=say.MINUTES_ARE)
    if options.minutes is not None and not needs_minutes:
        raise WrongUse(say.MINUTES_OF_HANSARD if options.hansard else say.NO_WORDS, hint=say.WORDS_ARE)


def _read(options: Namespace, library: Library, member: Member) -> _Speech:
    if options.hansard:
        stretches = find_own(options.hansard, member, library.office)
        total = Measured()
        for stretch in stretches:
            total = total.plus(stretch.measured)
        return _Speech(total, stretches)
    minutes = _read_minutes(options.minutes)
    if options.words is not None:
        return _Speech(Measured(options.words, minutes))
    timing = time_outline(find_outline(library, options.outline), library)
    return _Speech(Measured(timing.words, max(0, minutes - timing.pauses / 60)))


def _read_minutes(typed: str) -> float:
    match = _MINUTES.fullmatch(typed.strip())
    if match is None:
        raise WrongUse(say.not_minutes(show_line(typed)), hint=say.MINUTES_ARE)
    return int(match[1]) + int(match[2] or 0) / 60 + float(match[3] or 0)


def _put(options: Namespace, member: Member) -> None:
    known = Measured(member.words, member.minutes)
    if options.json:
        put_json(_document(member, known))
    else:
        measured = say.measured(known.words, known.minutes)
        put(say.known(show_line(member.name or member.id), say.paced(known.pace, known.range), measured))


def _put_added(options: Namespace, member: Member, speech: _Speech, added: AddedSpeech) -> None:
    if options.json:
        told = {"added": _spoken(added.speech), "before": _figures(added.before)}
        stretches = [_stretch_document(stretch) for stretch in speech.stretches]
        put_json({**_document(member, added.after), **told, "stretches": stretches})
        return
    if speech.stretches:
        put_rows(_row(stretch) for stretch in speech.stretches)
    put(added.told)


def _row(stretch: Stretch) -> tuple[str, ...]:
    measured = stretch.measured
    day = iso(stretch.on) if stretch.on else ""
    return day, say.time_of_day(stretch.begins), say.speech(measured.words, measured.minutes)


def _document(member: Member, known: Measured) -> dict[str, object]:
    return {"member": member.id, **_figures(known)}


def _figures(known: Measured) -> dict[str, object]:
    return {**_spoken(known), "pace": round(known.pace, 1), "range": known.range}


def _spoken(measured: Measured) -> dict[str, object]:
    return {"words": measured.words, "minutes": measured.minutes}


def _stretch_document(stretch: Stretch) -> dict[str, object]:
    measured = Measured(round(stretch.measured.words), round(stretch.measured.minutes, 2))
    return {"on": stretch.on, "at": say.time_of_day(stretch.begins), **_spoken(measured)}
