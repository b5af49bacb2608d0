"""A marked-up file of 10,000 cards read and put back in its places, as a process of its own."""

from __future__ import annotations

import io
import random
import re
import sys
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from lxml import etree

from briefing.model.ids import OutlineName
from briefing.model.outline import Outline
from briefing.word.record import Circumstances, write_record
from briefing.word.writing import write_docx
from tests.benchmarks.documents import peak, process, some_document
from tests.benchmarks.figures import Figure
from tests.benchmarks.ground import SEED, base
from tests.benchmarks.measuring import RUNS, Clock, Spent, in_turn

CARDS = 10_000
CHANGES = 2_000
MOST_TIME = 2_000
"""Milliseconds of CPU."""
MOST_MEMORY = 250
"""MB."""
_TEXTS = ("word/document.xml", "word/footnotes.xml")
_BY = 'w:author="A. Member" w:date="2025-03-05T09:00:00Z"'
_RUN = re.compile(r'<w:r><w:t xml:space="preserve">(\w+) (\w+) ([^<]*)</w:t></w:r>')


def measure() -> Iterator[Figure]:
    """The process, beside lxml on the same parts with nothing asked of them; and the memory it takes."""
    file, record = _marked()
    command = (sys.executable, "-m", "tests.benchmarks.reader", str(file), str(record), str(CHANGES))
    content = file.read_bytes()
    ours, theirs = in_turn(RUNS, partial(process, *command), partial(_parsed, content))
    name, size = f"{CHANGES:,} changes read and placed, CPU of the process", f"{CARDS:,}"
    peer = "unzip and lxml.fromstring"
    yield Figure(name, size, ours.cpu, "ms", f"<= {MOST_TIME:,} ms", MOST_TIME, peer, theirs.cpu)
    told = f"{CHANGES:,} changes read and placed, peak memory"
    yield Figure(told, size, peak(*command), "MB", f"<= {MOST_MEMORY} MB", MOST_MEMORY)


def _parsed(content: bytes) -> Spent:
    clock = Clock()
    with clock.running(), zipfile.ZipFile(io.BytesIO(content)) as archive:
        for part in _TEXTS:
            etree.fromstring(archive.read(part))
    return clock.spent


def _marked() -> tuple[Path, Path]:
    """Return a file with a word replaced in every so many paragraphs, and its record."""
    folder = base() / "returned"
    folder.mkdir(parents=True, exist_ok=True)
    document = some_document(CARDS)
    written = write_docx(document)
    outline = Outline(OutlineName("all"), "All", "briefing")
    record = write_record(outline, document, written, Path("all.docx"), Circumstances(datetime(2025, 3, 5, tzinfo=UTC)))
    file = folder / "all.docx"
    held = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(written.content)) as archive,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as to,
    ):
        for name in archive.namelist():
            part = archive.read(name)
            to.writestr(name, _with_marks(part.decode()) if name == _TEXTS[0] else part)
    file.write_bytes(held.getvalue())
    file.with_suffix(".toml").write_bytes(record)
    return file, file.with_suffix(".toml")


def _with_marks(body: str) -> str:
    """Return the body with some words replaced: half of them tracked, half not."""
    chosen = set(random.Random(SEED).sample(range(len(_RUN.findall(body))), CHANGES))
    places = iter(range(len(body)))

    def marked(found: re.Match[str]) -> str:
        place_ = next(places)
        return (_tracked if place_ % 2 else _typed)(found) if place_ in chosen else found[0]

    return _RUN.sub(marked, body)


def _tracked(found: re.Match[str]) -> str:
    first, word, rest = found.groups()
    return (
        f'<w:r><w:t xml:space="preserve">{first} </w:t></w:r>'
        f'<w:del w:id="900001" {_BY}><w:r><w:delText>{word}</w:delText></w:r></w:del>'
        f'<w:ins w:id="900002" {_BY}><w:r><w:t>otherwise</w:t></w:r></w:ins>'
        f'<w:r><w:t xml:space="preserve"> {rest}</w:t></w:r>'
    )


def _typed(found: re.Match[str]) -> str:
    return found[0].replace(f" {found[2]} ", " otherwise ", 1)
