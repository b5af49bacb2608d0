"""A file that cannot be a template is refused in one sentence, with what to do; nothing in it is run or fetched."""

from __future__ import annotations

import contextlib
import io
import os
import zipfile
from pathlib import Path

import pytest

from briefing.errors import BadInput, BriefingError
from briefing.word.writing import write_docx
from briefing.wording import template as say
from tests.word.ground import rich
from tests.word.template.ground import template_parts, zipped

PARTS = template_parts()
TYPES = "[Content_Types].xml"
DOCTYPE = b'<!DOCTYPE w:styles [<!ENTITY held SYSTEM "file:///etc/hostname">]>'


def with_part(name: str, part: bytes) -> bytes:
    """The template with one part more, or another in its place."""
    return zipped({**PARTS, name: part})


def named_twice() -> bytes:
    """A file in which one part stands twice."""
    held = io.BytesIO(zipped(PARTS))
    with zipfile.ZipFile(held, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/styles.xml", b"<x/>")
    return held.getvalue()


REFUSED = {
    "an old .doc, or one with a password": (b"\xd0\xcf\x11\xe0" + bytes(2000), say.OLD_OR_LOCKED),
    "a letter in plain text": (b"Dear office", say.NOT_WORD),
    "nothing": (b"", say.NOT_WORD),
    "a zip of something else": (zipped({"a.txt": b"a"}), say.NOT_WORD),
    "half a file": (zipped(PARTS)[:900], say.BROKEN),
    "macros": (with_part("word/vbaProject.bin", b"x"), say.MACROS),
    "a macro-enabled type": (
        with_part(TYPES, PARTS[TYPES].replace(b"template.main", b"template.macroEnabledTemplate.main")),
        say.MACROS,
    ),
    "a document type": (with_part("word/styles.xml", DOCTYPE + PARTS["word/styles.xml"]), say.DOCUMENT_TYPE),
    "a part that swells": (with_part("word/styles.xml", b" " * 30_000_000), say.TOO_LARGE_INSIDE),
    "a part outside it": (with_part("../styles.xml", b"<x/>"), say.ODD_PATHS),
    "a part with a drive's letter": (with_part("C:/x.xml", b"<x/>"), say.ODD_PATHS),
    "very many parts": (
        zipped({**PARTS, **{f"word/p{number}.xml": b"<x/>" for number in range(2001)}}),
        say.TOO_MANY_PARTS,
    ),
    "broken styles": (with_part("word/styles.xml", b"<w:styles"), say.BROKEN),
    "no main part": (zipped({name: part for name, part in PARTS.items() if name != "word/document.xml"}), say.BROKEN),
    "no relationships": (zipped({name: part for name, part in PARTS.items() if name != "_rels/.rels"}), say.BROKEN),
    "strict Open XML": (
        with_part(
            "_rels/.rels",
            PARTS["_rels/.rels"].replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006", b"http://purl.oclc.org/ooxml/officeDocument"
            ),
        ),
        say.STRICT,
    ),
}


@pytest.mark.parametrize(("content", "reason"), REFUSED.values(), ids=REFUSED)
def test_it_is_refused_with_its_reason(content: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "office.dotx"
    path.write_bytes(content)
    with pytest.raises(BadInput) as refused:
        write_docx(rich("briefing"), template=path)
    assert refused.value.what == reason
    assert str(refused.value.where) == "office.dotx"


def test_a_part_that_stands_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "office.dotx"
    path.write_bytes(named_twice())
    with pytest.raises(BadInput, match="path"):
        write_docx(rich("briefing"), template=path)


def test_one_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        write_docx(rich("briefing"), template=tmp_path / "office.dotx")
    assert refused.value.what == say.NOT_THERE


def test_a_folder_is_none_and_what_to_do_is_said_of_templates(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        write_docx(rich("briefing"), template=tmp_path)
    assert refused.value.hint == say.NOT_THERE_HINT


@pytest.mark.skipif(os.name != "posix", reason="makes links as anybody may on POSIX systems")
def test_a_link_is_not_followed(tmp_path: Path) -> None:
    real, link = tmp_path / "real.dotx", tmp_path / "office.dotx"
    real.write_bytes(zipped(PARTS))
    link.symlink_to(real)
    with pytest.raises(BriefingError, match="link"):
        write_docx(rich("briefing"), template=link)


@pytest.mark.parametrize("start", range(0, 4000, 250))
def test_a_damaged_file_is_refused_or_used_and_never_brings_the_program_down(start: int, tmp_path: Path) -> None:
    content = bytearray(zipped(PARTS))
    for place in range(start, min(start + 40, len(content))):
        content[place] ^= 0x5A
    path = tmp_path / "office.dotx"
    path.write_bytes(bytes(content))
    with contextlib.suppress(BadInput):
        assert write_docx(rich("briefing"), template=path).content
