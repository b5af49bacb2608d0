"""The pages of reading copies as another program sets them: speeches drawn at random, through LibreOffice."""

from __future__ import annotations

import random
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

from briefing.document.composing import compose
from briefing.document.reading_copy import HOUSE
from briefing.word.checking.file import check_file
from briefing.word.pages import estimate_pages
from briefing.word.template.opening import open_template
from briefing.word.writing import write_docx
from tests.word.paging.speeches import Speech, speech

FEW, MANY = 8, 200
AT_ONCE = 25
"""Files LibreOffice is given at a time."""
_TWO_THIRDS = 2 / 3
_LINES_DIFFER = 1.0
"""Points."""
_MARGIN = 100.0
"""Points from the left edge of the sheet: what begins within them stands in the margin."""
_BEGINS = re.compile(r"\[The speech\]|\[In \d+ minutes?\]|Proofs")
_HEAD = re.compile(r".*Page (\d+) of (\d+)$")


@dataclass(frozen=True)
class Page:
    """What stands on one page."""

    lines: tuple[str, ...]
    lowest: float
    """Where the lowest word ends, as a share of the sheet."""
    codes: tuple[str, ...]
    """What stands in its margin."""

    @property
    def body(self) -> list[str]:
        """Its lines without its head."""
        return [line for line in self.lines if not _HEAD.match(line)]

    @property
    def begins_part(self) -> bool:
        """Whether a part of the copy begins on it."""
        return bool(self.body) and _BEGINS.fullmatch(self.body[0]) is not None

    @property
    def said(self) -> list[str]:
        """The lines that are said, without their codes and without the catchwords."""
        return [self._without_code(line) for line in _outside_brackets(self.body) if not line.endswith(" …")]

    def _without_code(self, line: str) -> str:
        code, _, words = line.partition(" ")
        return words.strip() if code in self.codes else line

    @property
    def catchwords(self) -> str:
        """The first words of the next page, as this one has them."""
        last = self.body[-1] if self.body else ""
        return last.removesuffix(" …") if last.endswith(" …") else ""


def _outside_brackets(lines: list[str]) -> Iterator[str]:
    inside = False
    for line in lines:
        inside = inside or line.startswith("[")
        if not inside:
            yield line
        inside = inside and not line.endswith("]")


def set_in_libreoffice(needs: Callable[[str], Path], files: list[Path], folder: Path) -> list[list[Page]]:
    """The pages of files, as LibreOffice sets them."""
    office, to_text = needs("soffice"), needs("pdftotext")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    for first in range(0, len(files), AT_ONCE):
        some = [str(file) for file in files[first : first + AT_ONCE]]
        command = [str(office), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *some]
        subprocess.run(command, check=True, capture_output=True, timeout=600)
    return [_pages(to_text, file.with_suffix(".pdf")) for file in files]


def _pages(to_text: Path, file: Path) -> list[Page]:
    shown = subprocess.run([str(to_text), "-layout", str(file), "-"], check=True, capture_output=True).stdout.decode()
    told = subprocess.run([str(to_text), "-bbox", str(file), "-"], check=True, capture_output=True).stdout
    sheets = etree.fromstring(told).iter("{*}page")
    texts = shown.rstrip("\f").split("\f")
    return [_page(text, sheet) for text, sheet in zip(texts, sheets, strict=True)]


def _page(text: str, sheet: etree._Element) -> Page:
    words = list(sheet.iter("{*}word"))
    in_margin = (word.text or "" for word in words if float(word.get("xMin", "0")) < _MARGIN)
    return Page(_lines(text), _lowest(sheet), tuple(in_margin))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip().replace("\u00a0", " ") for line in text.splitlines() if line.strip())


def _lowest(sheet: etree._Element) -> float:
    ends = (float(word.get("yMax", "0")) for word in sheet.iter("{*}word"))
    return (max(ends, default=0) - _LINES_DIFFER) / float(sheet.get("height", "1"))


@pytest.mark.documents
def test_reading_copies_of_any_speech_are_set_as_they_were_planned(
    chance: random.Random, needs: Callable[[str], Path], often: Callable[[int, int], int], tmp_path: Path
) -> None:
    speeches = [speech(chance, number) for number in range(often(FEW, MANY))]
    files = [_written(one, tmp_path) for one in speeches]
    copies = set_in_libreoffice(needs, files, tmp_path)
    for one, pages in zip(speeches, copies, strict=True):
        _look_at(one, pages)
    lengths = sorted(len(line) for pages in copies for page in pages for line in page.said)
    assert lengths[len(lengths) * 19 // 20] <= HOUSE.line_length[1]


def _written(one: Speech, folder: Path) -> Path:
    document = compose(one.outline, one.library)
    content = write_docx(document, copy="reading").content
    assert check_file(content, document.kept_layout) == ()
    file = folder / f"{one.outline.name}.docx"
    file.write_bytes(content)
    return file


def _look_at(one: Speech, pages: list[Page]) -> None:
    document = compose(one.outline, one.library)
    assert estimate_pages(document, open_template(document).word).count == len(pages)
    proofs = next((place for place, page in enumerate(pages) if page.body[0] == "Proofs"), len(pages))
    spoken = pages[1:proofs]
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in page.lines[0]
        assert page.lowest <= _TWO_THIRDS, f"{one.outline.name}, page {number}"
    for number, (page, following) in enumerate(zip(spoken, [*spoken[1:], None], strict=True), 2):
        where = f"{one.outline.name}, page {number}"
        if page.said:
            assert page.said[-1].split()[-1] in one.endings, where
        if following is None or following.begins_part:
            assert not page.catchwords, where
        else:
            assert page.catchwords, where
            assert _closed(" ".join(following.said)).startswith(_closed(page.catchwords)), where
    _match_codes(spoken, pages[proofs:])
    _look_up(pages)


def _closed(text: str) -> str:
    """A text without spaces: a line may have ended within a word that has a hyphen."""
    return text.replace(" ", "")


def _match_codes(spoken: list[Page], proofs: list[Page]) -> None:
    """Every code in the margin has one proof, and every proof is of a code there."""
    said = {code for page in spoken for code in page.codes}
    proved = [code for page in proofs for code in page.codes]
    assert sorted(said) == sorted(proved)


def _look_up(pages: list[Page]) -> None:
    """Every part begins on the page the first sheet says."""
    told = [int(match[1]) for line in pages[0].lines if (match := re.search(r"page (\d+)$", line))]
    assert told == [number for number, page in enumerate(pages, 1) if page.begins_part]
