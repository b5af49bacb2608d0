"""A file that cannot be read is refused in one sentence, with the way out; nothing in it is obeyed or fetched."""

from __future__ import annotations

import io
import zipfile

import pytest

from briefing.errors import BadInput
from briefing.word.returned.reading import read_returned
from briefing.wording import returned as say
from tests.word.returned.ground import p, parts_of, t
from tests.word.template.ground import zipped

PARTS = parts_of(p(t("Words.")))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
DOCTYPE = b'<!DOCTYPE w:document [<!ENTITY held SYSTEM "file:///etc/hostname">]>'


def with_part(name: str, part: bytes) -> bytes:
    """A file with one part more, or another in its place."""
    return zipped({**PARTS, name: part})


def odt() -> bytes:
    """An OpenDocument file: its kind stands first, and is not packed."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<x/>")
    return held.getvalue()


REFUSED = {
    "nothing": (b"", say.NOTHING),
    "a letter in plain text": (b"Dear office", say.NOT_WORD),
    "a picture by another name": (b"\x89PNG\r\n\x1a\n" + bytes(300), say.NOT_WORD),
    "an old .doc": (OLE + "WordDocument".encode("utf-16-le"), say.OLD),
    "one with a password": (OLE + "EncryptedPackage".encode("utf-16-le"), say.LOCKED),
    "another old Office file": (OLE + "Workbook".encode("utf-16-le"), say.OLD_OR_LOCKED),
    "an .odt": (odt(), say.OPEN_DOCUMENT),
    "an .rtf": (rb"{\rtf1\ansi Words.}", say.RICH_TEXT),
    "a PDF": (b"%PDF-1.7\n", say.PDF),
    "a Pages file": (zipped({"Index/Document.iwa": b"x"}), say.PAGES),
    "a zip of something else": (zipped({"a.txt": b"a"}), say.NOT_WORD),
    "a spreadsheet by another name": (
        with_part("[Content_Types].xml", PARTS["[Content_Types].xml"].replace(b"wordprocessingml.document", b"x")),
        say.NOT_WORD,
    ),
    "half a file": (zipped(PARTS)[:600], say.BROKEN),
    "macros": (with_part("word/vbaProject.bin", b"x"), say.MACROS),
    "a document type": (with_part("word/document.xml", DOCTYPE + PARTS["word/document.xml"]), say.DOCUMENT_TYPE),
    "a document type in a part nobody reads": (with_part("word/theme.xml", DOCTYPE + b"<x/>"), say.DOCUMENT_TYPE),
    "a part that swells": (with_part("word/media.bin", b" " * 30_000_000), say.TOO_LARGE_INSIDE),
    "a part outside it": (with_part("../x.xml", b"<x/>"), say.ODD_PATHS),
    "a part with a drive's letter": (with_part("C:/x.xml", b"<x/>"), say.ODD_PATHS),
    "very many parts": (
        zipped({**PARTS, **{f"word/p{number}.xml": b"<x/>" for number in range(2001)}}),
        say.TOO_MANY_PARTS,
    ),
    "no main part": (zipped({name: part for name, part in PARTS.items() if name != "word/document.xml"}), say.BROKEN),
    "a main part with nothing in it": (with_part("word/document.xml", b""), say.BROKEN),
    "a main part that is no XML": (with_part("word/document.xml", b"\x00\x01\x02"), say.BROKEN),
    "a main part of another language": (with_part("word/document.xml", b"<html><p>Words</p></html>"), say.BROKEN),
}


@pytest.mark.parametrize(("content", "reason"), REFUSED.values(), ids=REFUSED)
def test_it_is_refused_with_its_reason(content: bytes, reason: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_returned(content, "back\x1b[2J.docx")
    assert refused.value.what == reason
    assert str(refused.value.where) == "back␛[2J.docx"


def test_what_is_very_large_inside_is_refused_before_it_is_read() -> None:
    many = PARTS["word/document.xml"].replace(b"</w:body>", b"<w:p/>" * 2_600_000 + b"</w:body>")
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:  # not packed, so that it swells no part
        for name, part in {**PARTS, "word/document.xml": many}.items():
            archive.writestr(name, part)
    with pytest.raises(BadInput) as refused:
        read_returned(held.getvalue())
    assert refused.value.what == say.TOO_LARGE_INSIDE


@pytest.mark.parametrize("what", ["an old .doc", "one with a password", "an .odt", "an .rtf", "half a file", "a PDF"])
def test_the_way_out_is_told(what: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_returned(REFUSED[what][0])
    assert "Word" in refused.value.hint


@pytest.mark.parametrize("kind", ["image", "attachedTemplate", "oleObject", "subDocument"])
def test_what_leads_out_of_the_file_is_told_and_left_alone(kind: str) -> None:
    row = f'<Relationship Id="x" Type="http://x/relationships/{kind}" Target="file://h/x" TargetMode="External"/>'
    name = "word/_rels/document.xml.rels"
    file = read_returned(with_part(name, PARTS[name].replace(b"</Relationships>", f"{row}</Relationships>".encode())))
    assert say.leads_out(name, kind) in file.warnings
