"""A file set on an office's own template has no error that the template had not."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.word.checking.file import check_file
from briefing.word.writing import write_docx
from tests.validator.validator import program, validate
from tests.word.ground import PRODUCTS, rich
from tests.word.template.ground import template_parts, zipped

Needs = Callable[[str], Path]


def _saved_by_libreoffice(needs: Needs, folder: Path) -> bytes:
    office = needs("soffice")
    (folder / "house.docx").write_bytes(write_docx(rich()).content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(office), profile, "--headless", "--convert-to", "docx", "--outdir", str(folder / "saved")]
    subprocess.run([*command, str(folder / "house.docx")], check=True, capture_output=True, timeout=120)
    return (folder / "saved" / "house.docx").read_bytes()


def _pandocs_own(needs: Needs, _: Path) -> bytes:
    told = [str(needs("pandoc")), "--print-default-data-file", "reference.docx"]
    return subprocess.run(told, check=True, capture_output=True).stdout


def _with_its_own_headers(_: Needs, __: Path) -> bytes:
    return zipped(template_parts())


@pytest.mark.parametrize("template", [_saved_by_libreoffice, _pandocs_own, _with_its_own_headers])
def test_no_error_is_added_to_a_template(
    template: Callable[[Needs, Path], bytes], needs: Needs, tmp_path: Path
) -> None:
    program()
    path = tmp_path / "office.dotx"
    path.write_bytes(template(needs, tmp_path))
    had = {_what(error) for error in validate(path.read_bytes(), tmp_path)}
    for product in PRODUCTS:
        content = write_docx(rich(product), template=path).content
        assert {_what(error) for error in validate(content, tmp_path)} <= had
        assert [fault for fault in check_file(content, rich(product).kept_layout) if fault.refuses] == []


def _what(error: str) -> str:
    """What is wrong, without where: the same style stands elsewhere in another file."""
    return error.partition(": ")[2]
