"""Word files: from a document to bytes, the check of them, and an export as a whole process."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from briefing.document.document import Document, Footnote, Link, Paragraph, Style, Words
from briefing.word.checking.file import check_file
from briefing.word.gathering import gather
from briefing.word.template.house import open_house
from briefing.word.template.missing import style_ids
from briefing.word.writing import write_docx
from tests.benchmarks.corpus import write_library
from tests.benchmarks.figures import Figure
from tests.benchmarks.ground import SEED, base
from tests.benchmarks.measuring import ROOT, RUNS, Clock, Spent, in_turn
from tests.benchmarks.peers.deflate import write
from tests.benchmarks.vocabulary import vocabulary

COUNTS = (1_000, 10_000)
_A_SECTION = 10
"""Cards under a heading."""
_OF_PANDOC = {1_000: 0.25, 10_000: 0.04}
"""The share of pandoc's time an export may take."""
_RUNS_OF_PANDOC = {1_000: RUNS, 10_000: 1}
_LET_PASS = (
    "--by",
    "A. Measurer",
    "--acknowledge",
    "EVID-01=invented words",
    "--acknowledge",
    "EVID-10=invented cards",
)
"""The cards are drawn at random: some quote what no card says, some are in doubt."""
MOST_MEMORY = 160
"""MB, the check after the export counted."""


def measure() -> Iterator[Figure]:
    """Writing and checking, then exports as processes."""
    for cards in COUNTS:
        yield from _measure_writing(cards)
    for cards in COUNTS:
        yield from _measure_export(cards)


def some_document(cards: int) -> Document:
    """Return a document: for each card a heading, sixty words with a bold run, a quotation and a note with a link."""
    chance = random.Random(SEED)
    words = vocabulary()
    body: list[Paragraph] = [Paragraph(Style.TITLE, (Words("Invented cards"),), kind="heading")]
    for number in range(cards):
        block = f"b{number:07}"
        if number % _A_SECTION == 0:
            section = f"Section {number // _A_SECTION + 1}"
            body.append(Paragraph(Style.HEADING_1, (Words(section),), block, kind="heading"))
        said = [chance.choice(words) for _ in range(85)]
        link = Link(f"report {number}", f"https://source.example/{number}")
        note = Footnote((Words("An office, "), link, Words(", 5 March 2025.")))
        before, bold, after = " ".join(said[5:35]), said[35], " ".join(said[36:65])
        body += [
            Paragraph(Style.HEADING_2, (Words(" ".join(said[:5])),), block, kind="heading"),
            Paragraph(Style.BODY, (Words(f"{before} "), Words(bold, bold=True), Words(f" {after}"), note), block),
            Paragraph(Style.QUOTATION, (Words(f"“{' '.join(said[65:])}”"),), block, kind="quotation"),
        ]
    title = "Invented cards"
    return Document(title, "briefing", "2025-03-05", "An office", "Office use only", title, tuple(body))


def _measure_writing(cards: int) -> Iterator[Figure]:
    """From a document in memory to bytes, imports done and template read on both sides; then the check of the bytes."""
    template = open_house(some_document(0).form)
    parts, styles = gather(template), style_ids(template)
    document = some_document(cards)
    content = write_docx(document).content
    ours, limit, check = in_turn(
        RUNS,
        partial(_clocked, lambda: write_docx(document)),
        partial(_clocked, lambda: write(document, parts, styles)),
        partial(_clocked, lambda: check_file(content, document.kept_layout)),
    )
    size, peer = f"{cards:,}", "strings into deflate"
    yield Figure("document to bytes, CPU", size, ours.cpu, "ms", "<= 1.5 x", 1.5 * limit.cpu, peer, limit.cpu)
    yield Figure("check of the file, CPU", size, check.cpu, "ms", "<= 1 x", ours.cpu, "writing it", ours.cpu)


def _clocked(act: Callable[[], object]) -> Spent:
    clock = Clock()
    with clock.running():
        act()
    return clock.spent


def _measure_export(cards: int) -> Iterator[Figure]:
    """`briefing export` as a process, beside pandoc on the same words as Markdown; and what memory it takes."""
    name = f"all-{cards}"
    library = _library(name, cards)
    made = library.with_name(f"{name}.docx")
    given = [*_LET_PASS, "--library", str(library), "--out", str(made)]
    command = [sys.executable, "-m", "briefing", "export", name, *given]
    ended = process(*command)
    size = f"{cards:,}"
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        yield Figure("export as a process, CPU", size, ended.cpu, "ms", "", None, "pandoc is not here")
    else:
        markdown = library.with_name(f"{name}.md")
        with markdown.open("wb") as file:
            subprocess.run([*command[:-2], "--md"], check=True, cwd=ROOT, stdout=file, stderr=subprocess.DEVNULL)
        (ended,) = in_turn(RUNS, lambda: process(*command))
        theirs = library.with_name(f"{name}-pandoc.docx")
        words = (pandoc, "-f", "markdown", "-o", str(theirs), str(markdown))
        (beside,) = in_turn(_RUNS_OF_PANDOC[cards], lambda: process(*words))
        share = _OF_PANDOC[cards]
        target, most = f"<= {share} x", share * beside.cpu
        yield Figure("export as a process, CPU", size, ended.cpu, "ms", target, most, "pandoc", beside.cpu)
    yield Figure("export as a process, peak memory", size, peak(*command), "MB", f"<= {MOST_MEMORY} MB", MOST_MEMORY)


def process(*command: str) -> Spent:
    """Run a command to its end; return what it took."""
    process = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    return Spent(0.0, (used.ru_utime + used.ru_stime) * 1000)


def peak(*command: str) -> float:
    """Run a command to its end; return the most memory it held, in MB.

    Somebody small starts it: what a process held before it became another program counts as that one's (getrusage(2)).
    """
    starting = (
        "import os, sys; at = os.spawnv(os.P_NOWAIT, sys.argv[1], sys.argv[1:]); print(os.wait4(at, 0)[2].ru_maxrss)"
    )
    told = subprocess.run(
        [sys.executable, "-c", starting, *command], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    return int(told.split()[-1]) / 1024


def _library(name: str, cards: int) -> Path:
    """Return a library with an outline of so many of its cards, written where it is not there yet."""
    corpus = write_library(base() / "libraries" / "documents" / "notes", max(COUNTS) * 5 // 4, SEED)
    outline = corpus.folder / "outlines" / f"{name}.toml"
    if not outline.exists():
        blocks = (
            f'[[block]]\nid = "b{number}"\ncard = "{card}"\n'
            for number, card in enumerate(islice(_open_cards(corpus.folder), cards))
        )
        head = f'title = "All of {cards}"\nproduct = "briefing"\ndate = 2025-03-05\n'
        outline.write_text("\n".join((head, *blocks)), encoding="utf-8")
    return corpus.folder


def _open_cards(folder: Path) -> Iterator[str]:
    """Yield the ids of the cards that may leave the office, in the order of their files."""
    for path in sorted(folder.rglob("*.toml")):
        for card in tomllib.loads(path.read_text(encoding="utf-8")).get("card", ()):
            if card.get("handling") != "restricted" and "embargo" not in card:
                yield card["id"]
