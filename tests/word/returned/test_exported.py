"""The record of an export says what left, however it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import BadInput
from briefing.model.ids import BlockId, OutlineName
from briefing.model.outline import Block, Outline
from briefing.word.record import Circumstances, write_record
from briefing.word.returned.exported import read_exported
from briefing.word.writing import write_docx
from briefing.wording import returned as say
from tests.document.ground import composed, own
from tests.word.ground import NOON, rich


def test_a_record_says_what_every_paragraph_and_note_said() -> None:
    document = rich()
    written = write_docx(document)
    outline = Outline(OutlineName("buses"), "Buses", "briefing", blocks=(Block(BlockId("t1"), text="Own."),))
    exported = read_exported(write_record(outline, document, written, Path("buses.docx"), Circumstances(NOON)))
    assert (exported.export, exported.outline, exported.sha256) == (written.export, "buses", written.sha256)
    assert (exported.product, exported.copy) == ("briefing", "marking")
    assert [(one.bookmark, one.text, one.block, one.card, one.kind, one.notes) for one in exported.parts] == [
        (mark.bookmark, mark.text, mark.paragraph.block, mark.paragraph.card, mark.paragraph.kind, mark.notes)
        for mark in written.marks
    ]
    assert any(one.notes for one in exported.parts)
    assert any(one.sources for one in exported.parts)


def test_a_record_of_a_reading_copy_says_which_code_stood_beside_the_words() -> None:
    document = rich("reading")
    record = write_record(
        Outline(OutlineName("x"), "X", "reading"), document, write_docx(document), Path("x.docx"), Circumstances(NOON)
    )
    parts = read_exported(record).parts
    coded = [part for part in parts if part.code]
    assert coded
    assert all(part.text.startswith(f"{part.code}\t") and part.card for part in coded)


def test_texts_that_need_escapes_are_read_as_they_were() -> None:
    document = composed(own("t1", 'A "quoted" back\\slash\nand a line,\tand [[part]]'))
    written = write_docx(document)
    record = write_record(
        Outline(OutlineName("x"), "X", "briefing"), document, written, Path("x.docx"), Circumstances(NOON)
    )
    assert [one.text for one in read_exported(record).parts] == [mark.text for mark in written.marks]


def test_a_record_somebody_has_written_otherwise() -> None:
    record = b"""export = 'ex1234'
part = [{ bookmark = 'a', text = '''One
[[part]]
two.''', notes = ['A paper.'] }, 'stray']
"""
    (part,) = read_exported(record).parts
    assert (part.text, part.notes, part.kind) == ("One\n[[part]]\ntwo.", ("A paper.",), "paragraph")


@pytest.mark.parametrize("record", [b"", b"title = 'x'", b"\xff\xfe", b"export = ", b"part = " + b"[" * 5_000])
def test_what_is_no_record_is_refused(record: bytes) -> None:
    with pytest.raises(BadInput) as refused:
        read_exported(record, "x.toml")
    assert (refused.value.what, str(refused.value.where)) == (say.NO_RECORD, "x.toml")
