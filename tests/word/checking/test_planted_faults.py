"""Every fault planted in an exported file is found: by the check after each export, by the validator, or by both.

The first group are faults Microsoft's validator catches, the second those it misses, and Word does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing.errors import Refused
from briefing.word.checking.file import check_file, let_through
from tests.validator.validator import validate
from tests.word.checking.ground import (
    MAIN,
    MAIN_LINKS,
    NOTES,
    NUMBERING,
    SETTINGS,
    STYLES,
    Parts,
    Plant,
    before_end,
    broken,
    exported,
    faults,
    layout_of,
    swaps,
    with_ids,
)
from tests.word.ground import PRODUCTS

_STYLED = '<w:pPr><w:pStyle w:val="BodyText"/></w:pPr>'
_DELETED = '<w:del w:id="{}" w:author="A" w:date="2025-03-05T00:00:00Z"><w:r><w:delText>gone</w:delText></w:r></w:del>'
_CONTROL = (
    '<w:sdt><w:sdtPr><w:id w:val="7"/><w:tag w:val="{}"/></w:sdtPr>'
    f"<w:sdtContent><w:p>{_STYLED}</w:p></w:sdtContent></w:sdt>"
)
_TABLE = (
    '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="100"/></w:tblGrid>{}</w:tbl>'
)


def _paragraph(inside: str) -> Plant:
    return before_end(f"<w:p>{_STYLED}{inside}</w:p>")


def _without(part: str) -> Plant:
    def plant(parts: Parts) -> None:
        del parts[part]

    return plant


def _adds(part: str, content: bytes) -> Plant:
    def plant(parts: Parts) -> None:
        parts[part] = content

    return plant


@dataclass(frozen=True)
class Planted:
    """A fault, and which of our rules finds it."""

    name: str
    plant: Plant
    rule: str = ""


CAUGHT = (
    Planted(
        "children of a paragraph's properties in the wrong order",
        before_end('<w:p><w:pPr><w:keepNext/><w:pStyle w:val="BodyText"/></w:pPr></w:p>'),
    ),
    Planted(
        "children of a run's properties in the wrong order",
        _paragraph("<w:r><w:rPr><w:i/><w:b/></w:rPr><w:t>a</w:t></w:r>"),
    ),
    Planted("an element there is not", _paragraph("<w:nonsense/>")),
    Planted(
        "two bookmarks of one number",
        _paragraph(
            '<w:bookmarkStart w:id="0" w:name="another"/><w:bookmarkEnd w:id="0"/>',
        ),
        "FILE-09",
    ),
    Planted(
        "a bookmark's name of 41 characters",
        _paragraph(f'<w:bookmarkStart w:id="9999" w:name="{"b" * 41}"/><w:bookmarkEnd w:id="9999"/>'),
        "FILE-07",
    ),
    Planted(
        "a link to no relationship",
        _paragraph('<w:hyperlink r:id="nowhere"><w:r><w:t>a report</w:t></w:r></w:hyperlink>'),
        "FILE-06",
    ),
    Planted("a mark of no note", _paragraph('<w:r><w:footnoteReference w:id="999"/></w:r>'), "FILE-16"),
    Planted("two notes of one number", swaps(NOTES, '<w:footnote w:id="2">', '<w:footnote w:id="1">'), "FILE-16"),
    Planted("no line above the notes", swaps(NOTES, 'w:type="separator" w:id="-1"', 'w:id="900"'), "FILE-17"),
    Planted("a mark of no comment", _paragraph('<w:r><w:commentReference w:id="5"/></w:r>'), "FILE-10"),
    Planted("an id of a paragraph that is too large", with_ids("80000000"), "FILE-14"),
    Planted(
        "a part without a type",
        swaps(
            "[Content_Types].xml",
            '<Override PartName="/word/styles.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>',
            "",
        ),
        "FILE-03",
    ),
    Planted("a part that is not there", _without(STYLES), "FILE-03"),
    Planted("a part that is not well formed", swaps(MAIN, "</w:body>", "</w:bod>"), "FILE-02"),
)

MISSED = (
    Planted(
        "two bookmarks of one name",
        _paragraph(
            '<w:bookmarkStart w:id="9998" w:name="a"/><w:bookmarkEnd w:id="9998"/>'
            '<w:bookmarkStart w:id="9999" w:name="a"/><w:bookmarkEnd w:id="9999"/>'
        ),
        "FILE-07",
    ),
    Planted("a bookmark without an end", _paragraph('<w:bookmarkStart w:id="9999" w:name="a"/>'), "FILE-08"),
    Planted("one number on a bookmark and a change", _paragraph(_DELETED.format(0)), "FILE-09"),
    Planted("two changes of one number", _paragraph(_DELETED.format(9999) * 2), "FILE-09"),
    Planted("a style that is not defined", swaps(MAIN, 'w:val="Claim"', 'w:val="Nowhere"'), "FILE-11"),
    Planted(
        "a list that is not defined",
        before_end('<w:p><w:pPr><w:pStyle w:val="BodyText"/><w:numPr><w:numId w:val="77"/></w:numPr></w:pPr></w:p>'),
        "FILE-12",
    ),
    Planted("two paragraphs of one id", with_ids("1A2B3C4D", "1A2B3C4D"), "FILE-14"),
    Planted("two content controls of one number", before_end(_CONTROL.format("a") + _CONTROL.format("b")), "FILE-15"),
    Planted("a content control's tag of 65 characters", before_end(_CONTROL.format("t" * 65)), "FILE-15"),
    Planted("deleted words written as text", _paragraph(_DELETED.format(9999).replace("delText", "t")), "FILE-18"),
    Planted("a line end in a text", _paragraph("<w:r><w:t>one\ntwo</w:t></w:r>"), "FILE-19"),
    Planted("a row without a cell", before_end(_TABLE.format("<w:tr/>") + f"<w:p>{_STYLED}</w:p>"), "FILE-20"),
    Planted(
        "a cell without a paragraph",
        before_end(_TABLE.format("<w:tr><w:tc><w:tcPr/></w:tc></w:tr>") + f"<w:p>{_STYLED}</w:p>"),
        "FILE-20",
    ),
)

ADDED = (
    Planted(
        "a note with a large number", swaps(NOTES, '<w:footnote w:id="1">', '<w:footnote w:id="94736285">'), "FILE-16"
    ),
    Planted("a header that is not there", swaps(MAIN, 'r:id="rId6"', 'r:id="rId66"'), "FILE-06"),
    Planted(
        "a list before the way it is numbered",
        swaps(
            NUMBERING, '<w:abstractNum w:abstractNumId="0">', '<w:num w:numId="9"/><w:abstractNum w:abstractNumId="0">'
        ),
        "FILE-13",
    ),
    Planted("a control character", _paragraph("<w:r><w:t>a\u0085b</w:t></w:r>"), "FILE-21"),
    Planted("a character that turns words round", _paragraph("<w:r><w:t>a\u202eb</w:t></w:r>"), "FILE-21"),
    Planted("a null", _paragraph("<w:r><w:t>a&#0;b</w:t></w:r>"), "FILE-02"),
    Planted(
        "a path on somebody's disk",
        swaps(
            MAIN_LINKS,
            "</Relationships>",
            '<Relationship Id="t" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" '
            'Target="file:///C:/letters/a.dotx" TargetMode="External"/></Relationships>',
        ),
        "FILE-04",
    ),
    Planted("a part that nothing leads to", _adds("word/stray.xml", b"<stray/>"), "FILE-05"),
    Planted("a part whose path leads out of the file", _adds("../stray.xml", b"<stray/>"), "FILE-01"),
    Planted("a document type", swaps(SETTINGS, "<w:settings", "<!DOCTYPE w:settings><w:settings"), "FILE-02"),
)

EVERY = (*CAUGHT, *MISSED, *ADDED)


def test_there_are_27_faults_and_more() -> None:
    assert (len(CAUGHT), len(MISSED)) == (14, 13)
    assert len({planted.name for planted in EVERY}) == len(EVERY)


@pytest.mark.parametrize("planted", [one for one in EVERY if one.rule], ids=lambda one: one.name)
def test_a_planted_fault_is_found_by_the_check_and_keeps_the_file_back(planted: Planted) -> None:
    content = broken(planted.plant)
    assert planted.rule in faults(content)
    with pytest.raises(Refused) as refused:
        let_through(content, layout_of("briefing"))
    assert refused.value.exit_code == 1


@pytest.mark.parametrize("planted", CAUGHT, ids=lambda one: one.name)
def test_a_planted_fault_is_found_by_the_validator(planted: Planted, tmp_path: Path) -> None:
    assert validate(broken(planted.plant), tmp_path)


@pytest.mark.parametrize("content", [b"", b"PK", b"no zip at all", exported().content[:-40], exported().content[:2000]])
def test_a_file_that_is_cut_off_is_found(content: bytes) -> None:
    assert [(fault.rule, fault.refuses) for fault in check_file(content, layout_of("briefing"))] == [("FILE-01", True)]


def test_a_file_with_a_damaged_part_is_found() -> None:
    content = bytearray(exported().content)
    where = content.index(b"word/styles.xml") + 200
    content[where : where + 20] = bytes(20)
    assert any(fault.refuses for fault in check_file(bytes(content), layout_of("briefing")))


@pytest.mark.parametrize("product", PRODUCTS)
def test_what_we_write_has_no_fault(product: str) -> None:
    assert check_file(exported(product).content, layout_of(product)) == ()
