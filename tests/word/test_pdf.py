"""The same document as a PDF beside the Word file, where LibreOffice is there to make it."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.errors import DiskFailed
from briefing.word import pdf
from briefing.word.exporting import Exported, export
from briefing.word.pdf import write_pdf
from briefing.wording import word as say
from tests.document.ground import heading, library, outline, own, shows
from tests.word.ground import options

SPEECH = outline(heading("h", "Facts"), shows("b", "s1"), own("c", "A bus."), product="speech")


@pytest.fixture
def made(tmp_path: Path) -> Exported:
    """A speech that was exported."""
    return export(SPEECH, library(), tmp_path / "exports", options())


def test_it_stands_beside_the_word_file_and_in_its_record(made: Exported, needs: Callable[[str], Path]) -> None:
    needs("soffice")
    pdf = write_pdf(made.path, made.record)
    assert pdf == made.path.with_suffix(".pdf")
    assert pdf.read_bytes().startswith(b"%PDF-")
    pages = subprocess.run([needs("pdfinfo"), pdf], capture_output=True, text=True, check=True).stdout
    assert re.search(r"^Tagged: +yes$", pages, re.MULTILINE), "a screen reader finds its headings"
    assert "pdf_sha256" in tomllib.loads(made.record.read_text(encoding="utf-8"))

    again = write_pdf(made.path, made.record)
    assert again == pdf, "one that nobody has written on is replaced"
    assert made.record.read_text(encoding="utf-8").count("pdf_sha256") == 1


def test_one_that_somebody_has_written_on_is_left_alone(made: Exported, needs: Callable[[str], Path]) -> None:
    needs("soffice")
    marked = write_pdf(made.path, made.record)
    marked.write_bytes(marked.read_bytes() + b"% a note in the margin")
    kept = marked.read_bytes()
    assert write_pdf(made.path, made.record).name == "buses-2.pdf"
    assert marked.read_bytes() == kept


def test_where_there_is_no_libreoffice_it_says_so(
    made: Exported, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DiskFailed) as told:
        write_pdf(made.path, made.record)
    assert told.value.what == say.NO_OFFICE
    assert made.path.is_file()


@pytest.mark.parametrize(
    "leaves",
    ["exit 0", ": >document.pdf", "echo no pdf >document.pdf", "/usr/bin/mkfifo document.pdf"],
    ids=["nothing", "an empty file", "something else", "a pipe"],
)
def test_where_libreoffice_fails_nothing_is_left_behind(
    leaves: str, made: Exported, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{leaves}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(tmp_path))
    before = sorted(path.name for path in made.path.parent.iterdir())
    with pytest.raises(DiskFailed) as told:
        write_pdf(made.path, made.record)
    assert told.value.what == say.OFFICE_FAILED
    assert sorted(path.name for path in made.path.parent.iterdir()) == before


def test_where_libreoffice_hangs_it_is_ended_with_all_it_has_started(
    made: Exported, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = tmp_path / "held"
    os.mkfifo(held)
    program = tmp_path / "soffice"
    # What it starts keeps the pipe open until it ends, and writes into the folder that is to be taken away.
    program.write_text(f'#!/bin/sh\n(while :; do mkdir -p "$PWD/profile/x"; done) >"{held}" &\nwait\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(pdf, "PATIENCE", 1)
    reader = os.open(held, os.O_RDONLY | os.O_NONBLOCK)
    with pytest.raises(DiskFailed) as told:
        write_pdf(made.path, made.record)
    os.set_blocking(reader, True)
    assert told.value.what == say.OFFICE_FAILED
    assert os.read(reader, 1) == b"", "nobody is left who could write"
    os.close(reader)
