"""The pages as another program renders them: every product, once, through LibreOffice."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing.word.pages import estimate_pages
from briefing.word.template.house import open_house
from briefing.word.template.opening import open_template
from briefing.word.writing import write_docx
from tests.document.ground import LONG_WORDS
from tests.word.ground import PRODUCTS, rich
from tests.word.template.shaped import document


@dataclass(frozen=True)
class Pages:
    """What stands on each page of one file."""

    texts: tuple[str, ...]

    @property
    def whole(self) -> str:
        """Everything, as one line."""
        return " ".join(" ".join(self.texts).split())


SHAPED = {
    "large type": document(body_size=18, note_size=14),
    "other paper": document(paper="Letter"),
    "short lines": document(line_length=[45, 50]),
}
"""A briefing as offices with settings of their own have it."""


@pytest.fixture(scope="session")
def rendered(needs: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Pages]:
    """Every product as pages: one run of LibreOffice for them all."""
    office, to_text = needs("soffice"), needs("pdftotext")
    folder = tmp_path_factory.mktemp("pages")
    for product in PRODUCTS:
        (folder / f"{product}.docx").write_bytes(write_docx(rich(product)).content)
    for name, made in SHAPED.items():
        (folder / f"{name}.docx").write_bytes(write_docx(made).content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(path) for path in folder.glob("*.docx")]
    subprocess.run(
        [str(office), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return {product: _pages(to_text, folder / f"{product}.pdf") for product in (*PRODUCTS, *SHAPED)}


def _pages(to_text: Path, file: Path) -> Pages:
    told = subprocess.run([str(to_text), "-layout", str(file), "-"], check=True, capture_output=True)
    return Pages(tuple(told.stdout.decode().rstrip("\f").split("\f")))


@pytest.mark.parametrize("product", PRODUCTS)
class DescribeThePages:
    def they_say_which_they_are_and_of_how_many(self, product: str, rendered: Mapping[str, Pages]) -> None:
        pages = rendered[product].texts
        for number, page in enumerate(pages, 1):
            assert f"Page {number} of {len(pages)}" in page
            assert product == "reading" or "Rural buses · 5 March 2025" in page

    def they_say_who_may_see_them(self, product: str, rendered: Mapping[str, Pages]) -> None:
        assert all(("Office use only" in page) is (product != "reply") for page in rendered[product].texts)

    def they_show_the_notes_with_their_sources(self, product: str, rendered: Mapping[str, Pages]) -> None:
        on_one_side = product in {"lines", "points"}
        audit, debate = (
            ("1 Local bus services outside the capital, 2 October 2020", "Rural Bus Services, 21 November 2023")
            if on_one_side
            else (
                "Audit Office, Local bus services outside the capital, HC 577, 2 October 2020",
                "House of Commons, Rural Bus Services, volume 741, 21 November 2023",
            )
        )
        assert f"{audit}, page 12" in rendered[product].whole
        assert f"{debate}, column 214" in rendered[product].whole

    def they_are_as_many_as_were_foretold(self, product: str, rendered: Mapping[str, Pages]) -> None:
        document = rich(product)
        foretold = estimate_pages(document, open_house(document.form)).count
        assert abs(foretold - len(rendered[product].texts)) <= 1

    def they_show_the_exact_words(self, product: str, rendered: Mapping[str, Pages]) -> None:
        assert LONG_WORDS in rendered[product].whole


@pytest.mark.parametrize("name", SHAPED)
def test_the_pages_of_an_office_with_settings_of_its_own_are_as_many_as_were_foretold(
    name: str, rendered: Mapping[str, Pages]
) -> None:
    made = SHAPED[name]
    pages = rendered[name].texts
    assert abs(estimate_pages(made, open_template(made).word).count - len(pages)) <= 1
    assert all("Office use only" in page and f"of {len(pages)}" in page for page in pages)


def test_the_first_page_of_a_briefing_says_what_we_want_and_how_long_there_is(rendered: Mapping[str, Pages]) -> None:
    first = rendered["briefing"].texts[0]
    for words in ("Example: not issued", "Our aim: A bus.", "We ask: When?", "4 minutes 30 seconds", "Key facts"):
        assert words in first


def test_the_rebuttals_stand_side_by_side(rendered: Mapping[str, Pages]) -> None:
    assert re.search(r"They say +We say +Proof", "\n".join(rendered["briefing"].texts))


def test_a_short_letter_is_one_page_with_its_signature(rendered: Mapping[str, Pages]) -> None:
    (page,) = rendered["reply"].texts
    assert page.index("Dear Ms Writer,") < page.index("Yours sincerely,") < page.index("Member of Parliament for")
