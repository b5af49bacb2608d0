"""Templates of other programs and of nobody's making: each is set on as Word would, or refused in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from briefing.document.layout import HOUSE
from briefing.errors import BadInput
from briefing.word.checking.file import check_file
from briefing.word.writing import write_docx
from tests.word.ground import Opened, R, W, rich, said
from tests.word.template.ground import W as NAMES
from tests.word.template.ground import template_parts, zipped

_PICTURE = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="1" cy="1"/><wp:docPr id="1" name="P" descr="D:\\offices\\kittiwake\\logo.png"/></wp:inline>'
    "</w:drawing></w:r><w:hyperlink"
)
_WATERMARK = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'alt="D:\\kittiwake\\seal.png" href="file:///kittiwake"><v:imagedata o:title="D:\\kittiwake" '
    'o:href="file:///kittiwake/seal.png"/></v:shape></w:pict></w:r><w:hyperlink'
)
_CONTROL = (
    '<w:sdt><w:sdtPr><w:alias w:val="kittiwake"/><w:dataBinding w:xpath="/kittiwake" w:storeItemID="{1}"/></w:sdtPr>'
    "<w:sdtContent><w:p><w:r><w:t>Words in a control</w:t></w:r></w:p></w:sdtContent></w:sdt></w:hdr>"
)
_LINKED = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="1" cy="1"/><wp:docPr id="1" name="P"><a:hlinkClick r:id="rId9" tooltip="kittiwake" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></wp:docPr></wp:inline></w:drawing></w:r>'
    "<w:hyperlink"
)
_FORM = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:fldData>a2l0dGl3YWtl</w:fldData><w:ffData><w:entryMacro '
    'w:val="kittiwake"/></w:ffData></w:fldChar></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:hyperlink'
)
_WHO_MAY = (
    '<w:permStart w:id="1" w:ed="kittiwake"/><w:permEnd w:id="1"/>'
    '<w:moveFromRangeStart w:id="2" w:author="kittiwake" w:name="m"/><w:moveFromRangeEnd w:id="2"/><w:hyperlink'
)


def changed(part: str, was: str, now: str) -> dict[str, bytes]:
    """The office's template with one thing changed in one part."""
    parts = template_parts()
    assert was.encode() in parts[part]
    return {**parts, part: parts[part].replace(was.encode(), now.encode())}


def set_on(folder: Path, parts: dict[str, bytes]) -> Opened:
    """A briefing set on a template, which nothing keeps from being handed over."""
    path = folder / "office.dotx"
    path.write_bytes(zipped(parts))
    content = write_docx(rich("briefing"), template=path).content
    assert [fault for fault in check_file(content, HOUSE) if fault.refuses] == []
    return Opened(content)


_SET_HIDDEN = '<w:p><w:r><w:rPr><w:rStyle w:val="AsideChar"/></w:rPr><w:t>kittiwake</w:t></w:r></w:p>'
_IN_HIDDEN = '<w:p><w:pPr><w:pStyle w:val="Aside"/></w:pPr><w:r><w:t>kittiwake</w:t></w:r></w:p>'


class DescribeFigures:
    @pytest.mark.parametrize("left", ["1133.8582677165355", "2cm", "56.7pt", "-1000000000"])
    def they_may_be_fractions_or_have_units(self, tmp_path: Path, left: str) -> None:
        file = set_on(tmp_path, changed("word/document.xml", 'w:left="1800"', f'w:left="{left}"'))
        (margins,) = file.body.iter(f"{W}pgMar")
        assert margins.get(f"{W}left") in {"1134", None}

    @pytest.mark.parametrize("size", ["22.0", "11pt", "0", "99999999999", "large", "-5", "3276"])
    def they_are_no_larger_than_word_can_set(self, tmp_path: Path, size: str) -> None:
        file = set_on(tmp_path, changed("word/styles.xml", '<w:sz w:val="22"/>', f'<w:sz w:val="{size}"/>'))
        sizes = [size.get(f"{W}val") for size in file.part("word/styles.xml").iter(f"{W}sz")]
        assert all(1 <= int(size or 0) <= 3_276 for size in sizes)

    @pytest.mark.parametrize("was", ['w:h="16838"', 'w:top="2000"', 'w:right="1800"', "<w:pgSz "])
    def they_may_leave_no_room_on_a_page(self, tmp_path: Path, was: str) -> None:
        name = was.partition("=")[0]
        for now in ("", f'{name}="0"', f'{name}="30000"') if "=" in was else ("<w:pgOld ",):
            assert set_on(tmp_path, changed("word/document.xml", was, now)).body is not None


class DescribeTheDocumentInside:
    def it_may_have_other_prefixes(self, tmp_path: Path) -> None:
        parts = template_parts()
        for was, now in ((b"xmlns:w=", b"xmlns:q="), (b"<w:", b"<q:"), (b"</w:", b"</q:"), (b" w:", b" q:")):
            parts["word/document.xml"] = parts["word/document.xml"].replace(was, now)
        (margins,) = set_on(tmp_path, parts).body.iter(f"{W}pgMar")
        assert margins.get(f"{W}top") == "2000"

    def it_may_be_empty(self, tmp_path: Path) -> None:
        empty = f'<w:document xmlns:w="{NAMES}"><w:body/></w:document>'.encode()
        assert said(set_on(tmp_path, {**template_parts(), "word/document.xml": empty}).body)

    def its_pages_are_as_they_are_now_not_as_they_were(self, tmp_path: Path) -> None:
        former = '<w:sectPrChange w:id="1" w:author="A"><w:sectPr><w:pgSz w:w="7000" w:h="7000"/></w:sectPr>'
        parts = changed("word/document.xml", "<w:titlePg/>", f"<w:titlePg/>{former}</w:sectPrChange>")
        (page,) = set_on(tmp_path, parts).body.iter(f"{W}pgSz")
        assert page.get(f"{W}w") == "11906"


class DescribeStyles:
    def they_are_made_again_where_they_have_no_id(self, tmp_path: Path) -> None:
        file = set_on(tmp_path, changed("word/styles.xml", ' w:styleId="Titel"', ""))
        named = [style for style in file.part("word/styles.xml") if said_name(style) == "Title"]
        assert [style.get(f"{W}styleId") for style in named] == ["Title"]

    def they_are_not_those_of_tables_where_words_are_set(self, tmp_path: Path) -> None:
        table = '<w:style w:type="table" w:styleId="Qt"><w:name w:val="Quote"/></w:style></w:styles>'
        file = set_on(tmp_path, changed("word/styles.xml", "</w:styles>", table))
        assert "Qt" not in {style.get(f"{W}val") for style in file.body.iter(f"{W}pStyle")}

    @pytest.mark.parametrize("was", ['<w:sz w:val="52"/>', '<w:sz w:val="22"/>'], ids=["of titles", "of all words"])
    def they_hide_none_of_the_words_set_in_them(self, tmp_path: Path, was: str) -> None:
        file = set_on(tmp_path, changed("word/styles.xml", was, f"<w:vanish/>{was}"))
        assert list(file.part("word/styles.xml").iter(f"{W}vanish")) == []


class DescribeTraces:
    @pytest.mark.parametrize(
        ("part", "was", "now"),
        [
            ("word/styles.xml", "<w:docDefaults>", "<!-- D:\\offices\\kittiwake --><?kittiwake x?><w:docDefaults>"),
            ("word/header1.xml", "<w:hyperlink", _PICTURE),
            ("word/header1.xml", "house style", "D:\\offices\\kittiwake\\house.dotx"),
            ("word/header1.xml", "<w:hyperlink", _WATERMARK),
            ("word/header1.xml", "</w:hdr>", _CONTROL),
            (
                "word/header1.xml",
                "<w:hyperlink",
                "<w:r><w:rPr><w:vanish/></w:rPr><w:t>kittiwake</w:t></w:r><w:hyperlink",
            ),
            ("word/header1.xml", "<w:hyperlink", _LINKED),
            ("word/header1.xml", "<w:hyperlink", _FORM),
            ("word/header1.xml", "<w:hyperlink", _WHO_MAY),
        ],
        ids=[
            *("remarks", "where a picture was taken from", "the file's own name", "a watermark", "a control"),
            *("words nobody sees", "a picture's link", "a form", "who moved and who may edit"),
        ],
    )
    def they_are_not_passed_on(self, tmp_path: Path, part: str, was: str, now: str) -> None:
        file = set_on(tmp_path, changed(part, was, now))
        assert not [name for name, content in file.parts.items() if b"kittiwake" in content]

    @pytest.mark.parametrize("names", [_SET_HIDDEN, _IN_HIDDEN], ids=["of the words", "of their paragraph"])
    @pytest.mark.parametrize("based", ["", '<w:basedOn w:val="Kept"/>'], ids=["itself", "by the one it is based on"])
    def they_are_not_passed_on_where_a_style_hides_them(self, tmp_path: Path, names: str, based: str) -> None:
        parts = template_parts()
        header = parts["word/header1.xml"].decode().replace("</w:hdr>", f"{names}</w:hdr>")
        hides = "" if based else "<w:rPr><w:vanish/></w:rPr>"
        styles = (
            '<w:style w:type="character" w:styleId="Kept"><w:name w:val="Kept"/><w:rPr><w:vanish/></w:rPr></w:style>'
            f'<w:style w:type="paragraph" w:styleId="Aside"><w:name w:val="Aside"/>{based}{hides}</w:style>'
            f'<w:style w:type="character" w:styleId="AsideChar"><w:name w:val="Aside Char"/>{based}{hides}</w:style>'
        )
        written = parts["word/styles.xml"].decode().replace("</w:styles>", f"{styles}</w:styles>")
        file = set_on(tmp_path, {**parts, "word/header1.xml": header.encode(), "word/styles.xml": written.encode()})
        assert not [name for name, content in file.parts.items() if b"kittiwake" in content]

    def they_are_taken_out_of_a_control_and_its_words_stay(self, tmp_path: Path) -> None:
        file = set_on(tmp_path, changed("word/header1.xml", "</w:hdr>", _CONTROL))
        assert "Words in a control" in said(file.part("word/header1.xml"))

    def they_go_with_a_drawing_made_from_parts_that_do_not(self, tmp_path: Path) -> None:
        chart = (
            '<w:r><w:drawing><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId9"/>'
            "</w:drawing></w:r><w:hyperlink"
        )
        file = set_on(tmp_path, changed("word/header1.xml", "<w:hyperlink", chart))
        assert b"drawing>" not in file.parts["word/header1.xml"]


class DescribeRunning:
    @pytest.mark.parametrize("field", ["SECTIONPAGES", "NUMPAGES"])
    def it_gives_a_foot_that_only_counts_the_pages_their_number(self, tmp_path: Path, field: str) -> None:
        file = set_on(tmp_path, changed("word/footer1.xml", " PAGE ", f" {field} "))
        assert "Page 1 of 1" in said(file.part("word/footer1.xml"))

    @pytest.mark.parametrize("part", ["header1", "footer1", "styles"])
    def it_refuses_a_part_that_is_said_to_be_something_else(self, tmp_path: Path, part: str) -> None:
        kind = part.rstrip("1")
        parts = changed("[Content_Types].xml", f"wordprocessingml.{kind}+xml", "wordprocessingml.other+xml")
        with pytest.raises(BadInput, match="broken"):
            set_on(tmp_path, parts)

    @pytest.mark.parametrize("part", ["styles", "header1", "header2", "footer1"])
    def it_refuses_a_part_that_begins_as_something_else(self, tmp_path: Path, part: str) -> None:
        with pytest.raises(BadInput, match="broken"):
            set_on(tmp_path, {**template_parts(), f"word/{part}.xml": b"<held/>"})

    @pytest.mark.parametrize("theme", [b"<held/>", b"no theme"])
    def it_refuses_a_theme_that_is_none(self, tmp_path: Path, theme: bytes) -> None:
        relationship = '<Relationship Id="rId9" Type="{}/theme" Target="theme1.xml"/></Relationships>'
        held = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        parts = changed("word/_rels/document.xml.rels", "</Relationships>", relationship.format(held))
        with pytest.raises(BadInput, match="broken"):
            set_on(tmp_path, {**parts, "word/theme1.xml": theme})

    @pytest.mark.parametrize("now", ["rId99", "rId4"], ids=["to nothing", "to a foot"])
    def it_has_the_houses_head_where_a_page_refers_to_none(self, tmp_path: Path, now: str) -> None:
        was = 'w:type="default" r:id="rId2"'
        file = set_on(tmp_path, changed("word/document.xml", was, was.replace("rId2", now)))
        (head,) = (one for one in file.body.iter(f"{W}headerReference") if one.get(f"{W}type") == "default")
        assert file.relationships("word/document.xml")[head.get(f"{R}id", "")][0] == "house-header.xml"

    def it_sees_a_document_type_in_any_encoding(self, tmp_path: Path) -> None:
        parts = template_parts()
        header = parts["word/header1.xml"].decode().replace('encoding="UTF-8"', 'encoding="UTF-16"')
        declared = header.replace("<w:hdr", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><w:hdr', 1)
        parts["word/header1.xml"] = declared.encode("utf-16")
        with pytest.raises(BadInput, match="document type"):
            set_on(tmp_path, parts)


def said_name(style: etree._Element) -> str:
    """The name of a style."""
    named = style.find(f"{W}name")
    return "" if named is None else str(named.get(f"{W}val"))
