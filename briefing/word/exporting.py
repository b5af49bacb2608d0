"""The export of an outline: checked, composed, written as a .docx, and recorded beside it."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from briefing.disk.reading import read_file
from briefing.disk.saving import ChangedOutside, NotAsWritten, replace_file, sweep
from briefing.document.composing import compose, find_product
from briefing.document.document import Document
from briefing.errors import BriefingError, DiskFailed, Place, Refused, WrongUse
from briefing.model.finding import Finding
from briefing.model.library import Library
from briefing.model.literal import show_line
from briefing.model.outline import Outline
from briefing.rules.gate import can_be_acknowledged, check_outline, stops
from briefing.speech.timing import Timing, time_outline
from briefing.word.checking.file import let_through
from briefing.word.destination import Destination, asked_for, destinations
from briefing.word.lengths import length_findings
from briefing.word.pages import estimate_pages
from briefing.word.record import Circumstances, record_path, write_record
from briefing.word.recorded import read_record, renew, replace_record
from briefing.word.writing import Written, write_docx
from briefing.wording import template as template_words
from briefing.wording import word as say

COPIES = ("marking", "reading")
"""One the Member marks up, with the tracking of changes on; one to read from."""

_TRIES = 10
_PAUSE = 0.05
"""Seconds longer that each next try may wait, where others export to the same place at the same time."""

_ABANDONED = 60.0
"""Seconds after which a save under way in a shared folder is one that was killed: it takes no more than a few."""

Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What an export is made with. `on` is when it is made: embargoes are counted from it."""

    on: datetime
    product: str = ""
    """Another product than the outline's own."""
    out: Path | None = None
    for_: str = ""
    """Whom the copy is for."""
    by: str = ""
    """Who exports it: for the record, never for the file."""
    copy: str = ""
    """What it is for, of `COPIES`; the product's own where it is empty."""
    template: Path | None = None
    """The office's own .docx or .dotx, where it is not to be set on the house's."""
    acknowledged: Mapping[str, str] = field(default_factory=dict)
    """The reason given for each rule whose stop is acknowledged."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that was written, its record, and what was found in it."""

    path: Path
    record: Path
    export: str
    sha256: str
    words: int
    seconds: float
    findings: tuple[Finding, ...]
    message: str = ""
    """What the template lacked, why the file has another name than was asked for, or what the disk did not confirm."""


def export(
    outline: Outline,
    library: Library,
    exports: Path,
    options: Options,
    progress: Progress = lambda _: None,
) -> Exported:
    """Write the outline's .docx and its record, and return where they are; `progress` hears the share that is done.

    Raises Refused where a card must stay in the office, a stop is not acknowledged or the file is not sound, WrongUse
    for an option that cannot be, NotFound for a product there is not, and DiskFailed. A file that somebody has marked
    is never replaced.
    """
    copy = _copy(outline, options)
    asked = asked_for(outline, exports, options.out)
    ready = _prepare(outline, library, options, progress)
    document = ready.document
    progress(0.2)
    written = write_docx(
        document,
        copy=copy,
        addressee=options.for_,
        template=options.template,
        progress=lambda share: progress(0.2 + 0.6 * share),
    )
    findings = (*ready.findings, *_look_over(document, written))
    progress(0.8)
    around = Circumstances(options.on, options.by, options.for_, copy, options.acknowledged)
    saved = _save(asked, written, outline, lambda path: write_record(outline, document, written, path, around))
    progress(1.0)
    return Exported(
        path=saved.path,
        record=record_path(saved.path, written.export),
        export=written.export,
        sha256=written.sha256,
        words=ready.timing.words,
        seconds=ready.timing.seconds,
        findings=findings,
        message=" ".join(told for told in (template_words.made(written.template.made), saved.message) if told),
    )


def _copy(outline: Outline, options: Options) -> str:
    """Return what the copy is for; raises WrongUse where that cannot be, and NotFound for no product."""
    copy = options.copy or find_product(options.product or outline.product).copy
    if copy not in COPIES:
        raise WrongUse(say.no_copy(copy), hint=say.NO_COPY_HINT)
    return copy


@dataclass(frozen=True, slots=True)
class _Ready:
    """All that is made of an outline's cards."""

    findings: tuple[Finding, ...]
    document: Document
    timing: Timing


def _prepare(outline: Outline, library: Library, options: Options, progress: Progress) -> _Ready:
    """Return the outline as a document that may leave the office; the cards are held no longer than that takes."""
    ahead = library.reading_ahead(block.evidence for block in outline.blocks if block.evidence)
    findings = check(outline, ahead, options)
    progress(0.1)
    return _Ready(findings, compose(outline, ahead, options.product), time_outline(outline, ahead))


def check(outline: Outline, library: Library, options: Options) -> tuple[Finding, ...]:
    """Return the findings of an outline that would leave as these options say.

    Raises Refused, the blocks named, where one of them keeps the document in the office, or nobody is named who
    acknowledges it.
    """
    asked = replace(outline, product=options.product or outline.product)
    findings = check_outline(asked, library, options.on)
    stopping = stops(findings, options.acknowledged)
    if stopping:
        first = stopping[0]
        rules = {finding.rule for finding in stopping}
        lifted = say.acknowledge(sorted(rules)) if all(map(can_be_acknowledged, rules)) else ""
        hint = " ".join(part for part in (first.suggestion, lifted) if part)
        raise Refused(say.stopped([finding.message for finding in stopping]), first.place, hint)
    if not options.by.strip() and stops(findings, {}):
        raise Refused(say.ACKNOWLEDGED_BY_NOBODY, hint=say.ACKNOWLEDGED_BY_NOBODY_HINT)
    return findings


def _look_over(document: Document, written: Written) -> Iterator[Finding]:
    """Yield what is to be said of a finished file; raises Refused where it must not be handed over."""
    on_template = written.template.word is not written.template.house
    yield from let_through(written.content, document.kept_layout, on_template=on_template)
    yield from length_findings(document, estimate_pages(document, written.template.word))


@dataclass(frozen=True, slots=True)
class _Saved:
    path: Path
    message: str


def _save(asked: Path, written: Written, outline: Outline, record_for: Callable[[Path], bytes]) -> _Saved:
    """Save file and record; whoever exports to the same place at the same time goes before or after, none is lost."""
    sweep(asked.parent, _names_beside(asked), _ABANDONED)
    failure: DiskFailed | None = None
    for number in range(_TRIES):
        time.sleep(random.uniform(0, number * _PAUSE))  # noqa: S311 - so that two exports do not keep step
        try:
            return _save_once(asked, written, outline, record_for)
        except ChangedOutside:
            continue
        except NotAsWritten as error:
            failure = error
    raise failure or DiskFailed(say.OVERTAKEN, Place(show_line(asked.name)), say.OVERTAKEN_HINT)


def _names_beside(asked: Path) -> re.Pattern[str]:
    """Return the names of the files an export may save: the document, its other forms, their numbers and records."""
    return re.compile(rf"{re.escape(asked.stem)}(-\d+)?(\.\w+\.toml|\.(docx|pdf|txt|md))", re.IGNORECASE)


def _save_once(asked: Path, written: Written, outline: Outline, record_for: Callable[[Path], bytes]) -> _Saved:
    """Save file and record at the first destination that takes them."""
    for destination in destinations(asked, written.content, outline.name):
        try:
            confirmed = _save_at(destination, written, record_for)
        except DiskFailed as error:
            # Word opened it this moment: the next number is free of it. A folder that takes nothing is another matter.
            if destination.now is not None and isinstance(error.__cause__, PermissionError):
                continue
            raise
        instead = say.instead(show_line(destination.path.name)) if destination.why else ""
        told = (destination.why, instead, "" if confirmed else say.UNCONFIRMED)
        return _Saved(destination.path, " ".join(part for part in told if part))
    raise DiskFailed(say.NO_DESTINATION, Place(show_line(str(asked))))


def _save_at(destination: Destination, written: Written, record_for: Callable[[Path], bytes]) -> bool:
    """Save the record, then the file: a file without a record would count as one that somebody has marked."""
    confirmed = True
    record = record_path(destination.path, written.export)
    before = _read_if_there(record)
    now = renew(before, record_for(destination.path))
    if now != before:
        confirmed = replace_record(record, now, before)
    if destination.now == written.content:
        return confirmed
    try:
        return replace_file(destination.path, written.content, destination.now) and confirmed
    except Exception:
        if before is None and not _holds(destination.path, written.content):
            record.unlink(missing_ok=True)
        raise


def _holds(path: Path, content: bytes) -> bool:
    """Whether the file is there already: the same export, made by somebody else this moment, needs the record too."""
    try:
        return read_file(path) == content
    except (BriefingError, FileNotFoundError):
        return False


def _read_if_there(path: Path) -> bytes | None:
    try:
        return read_record(path)
    except FileNotFoundError:
        return None
