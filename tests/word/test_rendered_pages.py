"""What stands on every page of the example, and with what none may end, as LibreOffice sets it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from briefing.document.composing import compose
from briefing.document.document import Document, Paragraph
from briefing.library.reading import read_library
from briefing.word.writing import write_docx
from tests.document.ground import composed, heading, own
from tests.word.ground import PRODUCTS

_EXAMPLE = Path(__file__).parents[2] / "notes"
_EMBARGO = "Embargoed until 6 March 2025"
_FEW = 4
"""Words by which the paragraph after a heading is known: more may not stand in one line of a table."""
_SHIFTS = range(36)
"""How many lines stand before a heading: over as many as a page holds it comes to its end once."""

Pages = tuple[str, ...]


def example() -> Iterator[tuple[str, Document]]:
    """Each outline of the example as the product it is meant as, and one of them as every product, embargoed."""
    library = read_library(_EXAMPLE)
    for outline in library.outlines:
        for product in PRODUCTS if outline.name == "second-reading-briefing" else (outline.product,):
            embargoed = replace(outline, product=product, embargo=date(2025, 3, 6))
            yield f"{outline.name} as {product}", compose(embargoed, library)


def shifted(lines: int) -> Document:
    """A heading after so many lines, and what belongs to it."""
    before = (own(f"b{number}", f"Line {number}.") for number in range(lines))
    return composed(heading("h", "Opening"), *before, heading("h1", "Lanterns"), own("t", "Every quay has one. " * 9))


DOCUMENTS = dict(example())
KEPT = {f"after {lines} lines": shifted(lines) for lines in _SHIFTS}
PARTED = {
    f"parted after {lines} lines": replace(shifted(lines), layout=replace(shifted(lines).layout, keep_together=False))
    for lines in _SHIFTS
}


@pytest.fixture(scope="module")
def rendered(needs: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Pages]:
    """The words of each page, on one line: one run of LibreOffice for them all."""
    office, to_text = needs("soffice"), needs("pdftotext")
    folder = tmp_path_factory.mktemp("rendered")
    made = {**DOCUMENTS, **KEPT, **PARTED}
    for name, document in made.items():
        (folder / f"{name}.docx").write_bytes(write_docx(document).content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = sorted(map(str, folder.glob("*.docx")))
    command = [str(office), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {name: _pages(to_text, folder / f"{name}.pdf") for name in made}


def _pages(to_text: Path, file: Path) -> Pages:
    told = subprocess.run([str(to_text), "-layout", str(file), "-"], check=True, capture_output=True).stdout.decode()
    return tuple(" ".join(page.split()) for page in told.rstrip("\f").split("\f"))


def parted(document: Document, pages: Pages) -> list[str]:
    """The headings that stand on no page with the beginning of what follows them."""
    spoken = [paragraph for paragraph in document.paragraphs() if paragraph.text.strip()]
    return [
        said
        for paragraph, following in pairwise(spoken)
        if _is_heading(paragraph)
        and not any(re.search(_both(said := _squeezed(paragraph), _squeezed(following)), page) for page in pages)
    ]


def _both(words: str, following: str) -> str:
    """What finds a heading with what follows it, the number or sign of a list between them and their brackets aside."""
    begins = r"\s?".join(map(re.escape, following.split()[:_FEW]))
    return rf"{re.escape(words)}\W*(?:\S+ ){{0,2}}?\W*{begins}"


def _is_heading(paragraph: Paragraph) -> bool:
    return paragraph.style.value.startswith("heading ")


def _squeezed(paragraph: Paragraph) -> str:
    return " ".join(paragraph.text.split())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_its_embargo_stands_on_every_page(name: str, rendered: Mapping[str, Pages]) -> None:
    assert rendered[name]
    assert all(_EMBARGO in page for page in rendered[name])


@pytest.mark.parametrize("name", [*DOCUMENTS, *KEPT])
def test_no_page_ends_with_a_heading(name: str, rendered: Mapping[str, Pages]) -> None:
    document = (DOCUMENTS | KEPT)[name]
    assert any(map(_is_heading, document.paragraphs())) or "reply" in name
    assert parted(document, rendered[name]) == []


def test_headings_that_are_not_kept_would_end_some_page(rendered: Mapping[str, Pages]) -> None:
    assert any(parted(document, rendered[name]) == ["Lanterns"] for name, document in PARTED.items())
