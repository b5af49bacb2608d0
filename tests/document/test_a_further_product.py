"""A further product is one new file: the whole program takes it as its own, by the name of the file."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

import briefing

HEADLINES = '''
"""Headlines: the title, and every heading as a line of a list."""

from __future__ import annotations

from briefing.document.document import Document, Paragraph, Style, Words
from briefing.document.product import Manner, Product
from briefing.document.titles import finished, heading_title
from briefing.model.library import Library
from briefing.model.outline import Outline


def write(outline: Outline, library: Library) -> Document:
    headings = (block for block in outline.blocks if block.heading)
    body = [
        heading_title(outline),
        *(Paragraph(Style.BULLET, (Words(block.heading),), block.id) for block in headings),
    ]
    return finished(outline, library, PRODUCT, body)


PRODUCT = Product("headlines", "Headlines", (), Manner(), write)
'''
OUTLINE = """\
title = "Rural buses"
product = "{product}"
date = 2025-03-05

[[block]]
id = "a001"
heading = "The last bus leaves at four"

[[block]]
id = "a002"
text = "And nobody has said why."
"""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with one more file among its products, and a library beside it."""
    folder = tmp_path_factory.mktemp("office")
    package = folder / "program" / "briefing"
    shutil.copytree(Path(briefing.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    (package / "document" / "products" / "headlines.py").write_text(HEADLINES, encoding="utf-8")
    outlines = folder / "library" / "outlines"
    outlines.mkdir(parents=True)
    (folder / "library" / "library.toml").write_text('name = "Office of Jane Example MP"\n', encoding="utf-8")
    for name, product in (("own", "headlines"), ("other", "briefing"), ("mistaken", "headline")):
        (outlines / f"{name}.toml").write_text(OUTLINE.format(product=product), encoding="utf-8")
    return folder


def ask(office: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """What the program with one more product answers."""
    command = (sys.executable, "-P", "-m", "briefing", *words, "--library", str(office / "library"))
    environment = {"PYTHONPATH": str(office / "program"), "HOME": str(office), "PATH": ""}
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


@pytest.mark.parametrize("asked", [("own",), ("other", "--as", "headlines")])
def test_it_is_exported_to_word_named_by_the_outline_or_asked_for(office: Path, asked: tuple[str, ...]) -> None:
    answer = ask(office, "export", *asked)
    assert answer.returncode == 0, answer.stderr
    with ZipFile(answer.stdout.strip()) as file:
        body = file.read("word/document.xml").decode()
    assert 'w:val="ListBullet"' in body
    assert "The last bus leaves at four" in body
    assert "And nobody has said why" not in body


def test_a_name_that_is_none_is_told_with_those_that_are(office: Path) -> None:
    checked = ask(office, "check")
    assert "briefing, headlines, lines, points, questions, reading, reply, speech" in checked.stdout + checked.stderr
    assert "outlines/mistaken.toml" in checked.stdout + checked.stderr


def test_it_is_offered_by_the_command_line(office: Path) -> None:
    assert "headlines" in ask(office, "export", "--help").stdout
