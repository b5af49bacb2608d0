"""What the command line says of a Word file that came back."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.ground import Give

BY = 'w:author="Ada \x07Marlow" w:date="2025-02-03T08:10:00Z"'.replace("\x07", "&#x202E;")
CLAIM = "Half the schools in Eastmere have a breakfast club"


@pytest.fixture
def exported(give: Give, here: Path) -> Path:
    """An export of the debate."""
    answer = give("export", "debate", "--on", "2025-02-01T09:00")
    assert answer.code == 0, answer.err
    return here / answer.out.strip()


def sent_back(exported: Path, edit: Callable[[str], str], name: str = "debate (2) AM.docx") -> Path:
    """The file as it came back under another name, its main part edited."""
    came = exported.parent.parent / name
    written = io.BytesIO()
    with zipfile.ZipFile(exported) as archive, zipfile.ZipFile(written, "w") as again:
        for part in archive.namelist():
            content = archive.read(part)
            if part == "word/document.xml":
                changed = edit(content.decode())
                assert changed != content.decode()
                content = changed.encode()
            again.writestr(part, content)
    came.write_bytes(written.getvalue())
    return came


def replaced(before: str, after: str) -> Callable[[str], str]:
    """An edit with tracking on: words struck out, and others put in their place."""

    def edit(body: str) -> str:
        start, _, rest = body.partition(before)
        return (
            f"{start}</w:t></w:r>"
            f'<w:del w:id="901" {BY}><w:r><w:delText xml:space="preserve">{before}</w:delText></w:r></w:del>'
            f'<w:ins w:id="902" {BY}><w:r><w:t xml:space="preserve">{after}</w:t></w:r></w:ins>'
            f'<w:r><w:t xml:space="preserve">{rest}'
        )

    return edit


def test_it_lists_a_change_under_its_block(give: Give, exported: Path) -> None:
    answer = give("return", str(sent_back(exported, replaced("have a breakfast", "run a breakfast"))))
    assert answer.code == 0, answer.err
    assert "replacement" in answer.out
    assert "was: have" in answer.out
    assert "now: run" in answer.out
    assert "1 change: 1 replacement." in answer.out
    assert "\u202e" not in answer.out, "a name in a file cannot turn the line around"


def test_it_tells_the_same_as_json(give: Give, exported: Path) -> None:
    came = sent_back(exported, replaced("have a breakfast", "run a breakfast"))
    told = json.loads(give("return", str(came), "--json").out)
    (change,) = told["changes"]
    assert (change["what"], change["place"], change["tracked"], change["state"]) == (
        "replacement",
        "block",
        True,
        "open",
    )
    assert (change["card"], change["before"], change["after"]) == ("half", "have a breakfast", "run a breakfast")
    assert change["block"]
    assert change["after_block"] is None
    assert told["counts"]["in"] == told["counts"]["out"] == {"del": 1, "ins": 1}
    assert json.loads(give("return", str(came), "--json").out) == told, "read again it says the same"


def test_it_finds_what_was_typed_with_tracking_off_and_says_so(give: Give, exported: Path) -> None:
    came = sent_back(exported, lambda body: body.replace("Half the schools", "Two in three schools"))
    answer = give("return", str(came))
    assert "not tracked" in answer.out
    assert "needs a decision of its own" in answer.out
    assert "1 alters a quotation or a figure." in answer.out


def test_nothing_changed_is_said(give: Give, exported: Path) -> None:
    assert give("return", str(exported)).out.strip() == "Nothing was changed."


def test_the_record_may_stand_beside_the_file(give: Give, exported: Path, tmp_path: Path) -> None:
    came = sent_back(exported, replaced("have", "run"))
    away = tmp_path / "away"
    away.mkdir()
    for record in exported.parent.glob("*.toml"):
        shutil.move(record, away / record.name)
    refused = give("return", str(came))
    assert refused.code == 2
    assert "There is no record of the export this file was made from" in refused.err
    assert ".toml. Put it back among the exports, or beside this file." in refused.err
    moved = shutil.move(came, away / came.name)
    assert give("return", str(moved)).code == 0


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "This file is empty"), (b"{\\rtf1 a}", "rich text file"), (b"%PDF-1.7", "This is a PDF")],
)
def test_a_file_that_is_none_is_one_sentence(give: Give, here: Path, content: bytes, told: str) -> None:
    (here / "came.docx").write_bytes(content)
    answer = give("return", "came.docx")
    assert (answer.code, answer.out) == (65, "")
    assert told in answer.err
    assert "Traceback" not in answer.err


def test_no_file_is_said(give: Give) -> None:
    answer = give("return", "nowhere.docx")
    assert answer.code == 2
    assert "There is no file nowhere.docx." in answer.err


def test_the_claim_of_the_card_stays_as_it_is(give: Give, exported: Path) -> None:
    give("return", str(sent_back(exported, replaced("have", "run"))))
    assert CLAIM in give("show", "half").out
