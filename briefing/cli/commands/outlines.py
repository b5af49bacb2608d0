"""`briefing outlines`: lists the outlines, with their length and findings."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from briefing.cli.output import put_json, put_rows
from briefing.cli.times import read_time
from briefing.cli.which import look_into
from briefing.model.dates import iso
from briefing.model.library import Library
from briefing.model.outline import Outline
from briefing.rules.gate import check_outline
from briefing.speech.timing import time_outline
from briefing.wording import outline as words
from briefing.wording.times import clock


def run(options: Namespace) -> int:
    """Print an outline a line."""
    library = look_into(options)
    documents = [_document(outline, library) for outline in library.outlines]
    if options.json:
        put_json({"outlines": documents})
    else:
        put_rows(_row(document) for document in documents)
    return 0


def _document(outline: Outline, library: Library) -> dict[str, object]:
    timing = time_outline(outline, library)
    told: dict[str, object] = {"name": outline.name, "title": outline.title, "product": outline.product}
    if outline.date != date.min:
        told["date"] = iso(outline.date)
    findings = check_outline(outline, library, read_time(None))
    return {**told, "words": timing.words, "seconds": round(timing.seconds), "findings": len(findings)}


def _row(document: dict[str, object]) -> tuple[str, ...]:
    length = words.words(int(str(document["words"])))
    spoken = clock(float(str(document["seconds"])))
    findings = words.findings(int(str(document["findings"])))
    named = (str(document[name]) for name in ("name", "product"))
    return (*named, str(document.get("date", "")), length, spoken, findings, str(document["title"]))
