"""The first page of a briefing: our aim, what we ask and the top lines stand on it, or it is said that they may not."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from briefing.document.document import Document
from briefing.word.lengths import NOT_AT_A_GLANCE, length_findings
from briefing.word.pages import estimate_pages
from briefing.word.template.house import open_house
from briefing.word.writing import write_docx
from tests.document.ground import composed, heading, own, shows

MARKS = ("aimed", "asked", "firstly", "secondly", "thirdly", "4 minutes 30 seconds")
"""The last word of each thing that must stand on the page."""
STRAINS = range(0, 80, 4)
"""How many words too many each of them has."""


def strained(words: int) -> Document:
    """A briefing with all there can be on its first page, its top lines last of all in the outline."""
    more = "late and later buses " * words
    first, second, third, aim, ask = (" ".join([*more.split()[:words], mark]) for mark in (*MARKS[2:5], *MARKS[:2]))
    return composed(
        *(heading("h1", "Key facts", part="key-facts"), shows("f1", "s1"), shows("f2", "q1"), shows("f3", "q2")),
        *(heading("h2", "Traps", part="traps"), own("t1", "A trap. " * 30)),
        *(heading("h3", "Top lines", part="top-lines"), shows("l1", "s1", first), shows("l2", "q1", second)),
        *(shows("l4", "s1"), own("l3", third)),
        aim=aim,
        ask=ask,
        example="Example: not issued",
        slot="4:30",
        event="Westminster Hall, on a motion of the Backbench Business Committee",
        stage="Second Reading",
        opens="A. Minister, for Buses",
        winds="B. Minister, for Roads",
        audience="the Member",
        owner="A. Researcher",
        cleared_by="A. Chief of Staff",
        valid_until=date(2025, 4, 1),
    )


def warned(document: Document) -> bool:
    """Whether it is said before it is handed over that its first page may not hold all it must."""
    found = length_findings(document, estimate_pages(document, open_house(document.form)))
    return NOT_AT_A_GLANCE in {finding.rule for finding in found}


@pytest.fixture(scope="module")
def first_pages(needs: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> Mapping[int, str]:
    """The words of each first page, on one line."""
    office, to_text = needs("soffice"), needs("pdftotext")
    folder = tmp_path_factory.mktemp("first")
    for words in STRAINS:
        (folder / f"{words}.docx").write_bytes(write_docx(strained(words)).content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(folder / f"{words}.docx") for words in STRAINS]
    convert = [str(office), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(convert, check=True, capture_output=True, timeout=180)
    return {words: _first_page(to_text, folder / f"{words}.pdf") for words in STRAINS}


def _first_page(to_text: Path, file: Path) -> str:
    told = subprocess.run([str(to_text), "-l", "1", "-layout", str(file), "-"], check=True, capture_output=True)
    return " ".join(told.stdout.decode().split())


@pytest.mark.parametrize("words", STRAINS)
def test_they_stand_there_or_it_is_said_that_they_may_not(words: int, first_pages: Mapping[int, str]) -> None:
    missing = [mark for mark in MARKS if mark not in first_pages[words]]
    assert not missing or warned(strained(words)), missing


def test_it_is_said_only_where_it_comes_close() -> None:
    assert [words for words in STRAINS if warned(strained(words))] == [words for words in STRAINS if words >= 44]


def test_a_briefing_without_a_word_of_what_we_want_is_told_so() -> None:
    document = composed(own("a", "Words."))
    (found,) = length_findings(document, estimate_pages(document, open_house(document.form)))
    assert found.rule == NOT_AT_A_GLANCE
    assert found.message == "Its first page does not say: our aim, what we ask, top lines."


def test_there_are_briefings_of_both_kinds(first_pages: Mapping[int, str]) -> None:
    held = {all(mark in page for mark in MARKS) for page in first_pages.values()}
    assert held == {True, False}
