"""Which Word files have likely come back."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from briefing.settling.likely import likely_files
from briefing.word.exporting import export
from briefing.word.properties import CUSTOM
from tests.document.ground import library, outline, own
from tests.word.ground import options


@pytest.fixture
def exports(tmp_path: Path) -> Path:
    return tmp_path / "exports"


@pytest.fixture
def left(exports: Path) -> Path:
    """An export, as it left."""
    return export(outline(own("a", "A bus.")), library(), exports, options()).path


def touched(left: Path, *, lost: tuple[str, ...] = ()) -> bytes:
    """The file saved by another program, some of its parts lost."""
    written = io.BytesIO()
    with zipfile.ZipFile(left) as archive, zipfile.ZipFile(written, "w") as again:
        for name in archive.namelist():
            if name not in lost:
                again.writestr(name, archive.read(name))
    return written.getvalue()


def found(exports: Path, *folders: Path) -> list[str]:
    return [one.path.name for one in likely_files(exports, folders)]


def test_what_is_as_it_left_has_not_come_back(exports: Path, left: Path) -> None:
    assert found(exports) == []
    left.write_bytes(touched(left))
    assert found(exports) == [left.name]


def test_an_export_is_known_by_what_it_says_of_itself_whatever_it_is_called(
    exports: Path, left: Path, tmp_path: Path
) -> None:
    (tmp_path / "from the train.docx").write_bytes(touched(left))
    (likely,) = likely_files(exports, (tmp_path, exports, tmp_path))
    assert (likely.path.name, likely.outline) == ("from the train.docx", outline().name)


def test_one_that_says_nothing_is_known_by_its_name(exports: Path, left: Path, tmp_path: Path) -> None:
    (tmp_path / f"{left.stem} (2).docx").write_bytes(touched(left, lost=(CUSTOM,)))
    (tmp_path / "another.docx").write_bytes(touched(left, lost=(CUSTOM,)))
    assert found(exports, tmp_path) == [f"{left.stem} (2).docx"]


def test_the_newest_comes_first(exports: Path, left: Path, tmp_path: Path) -> None:
    for day, name in enumerate(("old.docx", "new.docx")):
        (tmp_path / name).write_bytes(touched(left))
        os.utime(tmp_path / name, (day * 86_400, day * 86_400))
    assert found(exports, tmp_path) == ["new.docx", "old.docx"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 and no more", b"%PDF-1.7", bytes(1000)])
def test_what_is_no_word_file_is_passed_over(exports: Path, left: Path, tmp_path: Path, content: bytes) -> None:
    for name in ("lunch.docx", "~$lunch.docx", "lunch.txt"):
        (tmp_path / name).write_bytes(content)
    assert left.exists()
    assert found(exports, tmp_path, tmp_path / "nowhere") == []


def test_a_link_is_not_followed(exports: Path, left: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept.docx").write_bytes(touched(left))
    (tmp_path / "link.docx").symlink_to(elsewhere / "kept.docx")
    assert found(exports, tmp_path) == []
