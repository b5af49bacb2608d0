"""Which export a file says it is."""

from __future__ import annotations

import io
import zipfile

import pytest

from briefing.document.composing import compose
from briefing.word.properties import CUSTOM
from briefing.word.returned.claiming import claimed_export
from briefing.word.writing import write_docx
from tests.document.ground import library, outline, own

_NAMES = 'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'


def saying(properties: str) -> bytes:
    """A file with these properties."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(CUSTOM, f"<Properties {_NAMES}>{properties}</Properties>")
    return held.getvalue()


def test_our_own_says_it() -> None:
    written = write_docx(compose(outline(own("a", "A bus.")), library()))
    assert claimed_export(written.content) == written.export


@pytest.mark.parametrize(
    ("properties", "export"),
    [
        ('<property pid="2" name="BriefingExport"><vt:lpwstr>abc123</vt:lpwstr></property>', "abc123"),
        ('<property name="BriefingExport" pid="2">\n  <vt:lpwstr> abc123 </vt:lpwstr>\n</property>', "abc123"),
        ('<property name="Other"><vt:lpwstr>abc123</vt:lpwstr></property>', ""),
        ('<property name="BriefingExport"><vt:lpwstr>../../etc</vt:lpwstr></property>', ""),
        ('<property name="BriefingExport"/>', ""),
        (" " * 200_000 + '<property name="BriefingExport"><vt:lpwstr>abc123</vt:lpwstr></property>', ""),
    ],
)
def test_however_it_was_saved(properties: str, export: str) -> None:
    assert claimed_export(saying(properties)) == export


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.7", saying("")[:-30]])
def test_what_is_none_says_nothing(content: bytes) -> None:
    assert claimed_export(content) == ""
