"""A file Word opens without a murmur: its styles, language, bookmarks, notes, links, tables and properties."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from lxml import etree

from briefing.document.document import Document
from briefing.word.anchors import PREFIX, check_character
from briefing.word.writing import write_docx
from tests.document.ground import attack, composed, heading, own, shows
from tests.word.ground import PRODUCTS, Opened, R, W, opened, rich, said, style_of, value

MADE = {product: opened(rich(product)) for product in PRODUCTS}
every_product = pytest.mark.parametrize("file", MADE.values(), ids=MADE)

CORE = "docProps/core.xml"
DC = "{http://purl.org/dc/elements/1.1/}"
TERMS = "{http://purl.org/dc/terms/}"


@every_product
class DescribeEveryFile:
    def it_opens(self, file: Opened, tmp_path: Path) -> None:
        path = tmp_path / "a.docx"
        path.write_bytes(file.content)
        assert docx.Document(str(path)).paragraphs

    def its_every_paragraph_has_a_style_that_is_there(self, file: Opened) -> None:
        parts = (file.body, *(file.part(f"word/{name}.xml") for name in ("footnotes", "header1", "footer1")))
        used = {style_of(paragraph) for part in parts for paragraph in part.iter(f"{W}p")}
        used |= {value(run, "rStyle") for part in parts for run in part.iter(f"{W}rPr")} - {""}
        assert used <= set(file.style_names)
        assert "" not in used

    def its_runs_are_set_otherwise_only_in_bold_or_italics(self, file: Opened) -> None:
        direct = {
            etree.QName(child).localname
            for part in (file.body, file.part("word/footnotes.xml"))
            for properties in part.iter(f"{W}rPr")
            for child in properties
        }
        assert direct <= {"b", "bCs", "i", "iCs", "rStyle"}

    def its_paragraphs_are_set_by_their_styles_alone(self, file: Opened) -> None:
        direct = {etree.QName(child).localname for element in file.body.iter(f"{W}pPr") for child in element}
        assert direct - {"pageBreakBefore"} == {"pStyle"}

    def it_has_one_title_and_headings_without_gaps(self, file: Opened) -> None:
        names = [file.style_names[style_of(paragraph)] for paragraph in file.paragraphs]
        levels = [int(name.removeprefix("heading ")) for name in names if name.startswith("heading ")]
        assert names.count("Title") == 1
        assert all(after - before <= 1 for before, after in pairwise([0, *levels]))

    def it_is_in_british_english(self, file: Opened) -> None:
        defaults = file.part("word/styles.xml").find(f"{W}docDefaults")
        assert defaults is not None
        assert [language.get(f"{W}val") for language in defaults.iter(f"{W}lang")] == ["en-GB"]
        assert file.part(CORE).findtext(f"{DC}language") == "en-GB"

    def it_says_page_x_of_y_on_every_page(self, file: Opened) -> None:
        at_its_head = file is MADE["reading"]
        stands = file.part(f"word/{'header' if at_its_head else 'footer'}1.xml")
        fields = [field.get(f"{W}instr", "").strip() for field in stands.iter(f"{W}fldSimple")]
        assert fields == ["PAGE", "NUMPAGES"]
        beside = "Office use only · " if at_its_head else "Rural buses · 5 March 2025\t"
        assert said(stands) == f"{beside}Page 1 of 1"
        assert [len(list(file.body.iter(f"{W}{kind}Reference"))) for kind in ("header", "footer")] == [1, 1]
        assert not list(file.body.iter(f"{W}titlePg"))

    def it_is_a4(self, file: Opened) -> None:
        (size,) = file.body.iter(f"{W}pgSz")
        assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")

    def its_every_paragraph_is_within_one_hidden_bookmark(self, file: Opened) -> None:
        for paragraph in file.paragraphs:
            children = [etree.QName(child).localname for child in paragraph]
            assert children == ["pPr"] or (
                children[1] == "bookmarkStart"
                and children[-1] == "bookmarkEnd"
                and children.count("bookmarkStart") == children.count("bookmarkEnd") == 1
            )

    def its_bookmarks_have_names_and_numbers_of_their_own(self, file: Opened) -> None:
        starts = list(file.body.iter(f"{W}bookmarkStart"))
        names = [start.get(f"{W}name", "") for start in starts]
        numbers = [start.get(f"{W}id") for start in starts]
        assert len(set(names)) == len(names) > 0
        assert len(set(numbers)) == len(numbers)
        assert numbers == [end.get(f"{W}id") for end in file.body.iter(f"{W}bookmarkEnd")]
        assert all(re.fullmatch(r"_bf1[0-9a-hjkmnp-tv-z]{21}", name) for name in names)
        assert all(check_character(name[len(PREFIX) : -1]) == name[-1] for name in names)

    def its_notes_are_numbered_from_one_and_each_is_referred_to_once(self, file: Opened) -> None:
        numbers = [note.get(f"{W}id") for note in file.notes]
        referred = [mark.get(f"{W}id") for mark in file.body.iter(f"{W}footnoteReference")]
        assert numbers == referred == [str(number) for number in range(1, len(numbers) + 1)]

    def its_notes_have_their_separators(self, file: Opened) -> None:
        kinds = {note.get(f"{W}type"): note.get(f"{W}id") for note in file.part("word/footnotes.xml")}
        assert (kinds["separator"], kinds["continuationSeparator"]) == ("-1", "0")
        settings = file.part("word/settings.xml").find(f"{W}footnotePr")
        assert settings is not None
        assert [note.get(f"{W}id") for note in settings] == ["-1", "0"]

    def its_links_all_lead_somewhere_and_say_what_it_is(self, file: Opened) -> None:
        for name in ("word/document.xml", "word/footnotes.xml"):
            targets = file.relationships(name)
            links = list(file.part(name).iter(f"{W}hyperlink"))
            assert {link.get(f"{R}id") for link in links} == {key for key, (_, out) in targets.items() if out}
            assert not [link for link in links if "://" in said(link) or not said(link).strip()]

    def its_every_outside_relationship_is_a_web_address(self, file: Opened) -> None:
        outside = [
            target
            for name in file.parts
            if not name.endswith(".rels")
            for target, out in file.relationships(name).values()
            if out
        ]
        assert outside
        assert all(target.startswith("https://") for target in outside)

    def its_relationships_and_types_name_parts_that_are_there(self, file: Opened) -> None:
        types = file.part("[Content_Types].xml")
        named = {one.get("PartName", "").lstrip("/") for one in types if one.get("PartName")}
        assert named == {name for name in file.parts if not name.endswith(".rels") and "Content_Types" not in name}
        targets = {target for target, out in file.relationships("word/document.xml").values() if not out}
        assert {f"word/{target}" for target in targets} <= set(file.parts)

    def its_styles_differ_enough_from_their_ground_to_be_read(self, file: Opened) -> None:
        grounds = {"FFFFFF", *(shade.get(f"{W}fill", "") for shade in file.part("word/styles.xml").iter(f"{W}shd"))}
        inks = {
            ink.get(f"{W}val", "")
            for ink in file.part("word/styles.xml").iter(f"{W}color")
            if ink.get(f"{W}val") != "auto"
        }
        assert min(_contrast(ink, ground) for ink in inks for ground in grounds) >= 4.5

    def it_fills_no_field_that_asks_questions_on_opening(self, file: Opened) -> None:
        assert not list(file.part("word/settings.xml").iter(f"{W}updateFields"))
        assert [name for name, part in file.parts.items() if b"instrText" in part] == []


class DescribeTheSheet:
    def it_sets_running_text_at_12_points_and_notes_at_10(self) -> None:
        assert _sizes(MADE["briefing"], "BodyText", "Claim", "Quote", "ListBullet") == {24}
        assert _sizes(MADE["briefing"], "FootnoteText", "Footer", "Header") == {20}
        assert _sizes(MADE["speech"], "Spoken", "ListBullet", "Quote") == {28}
        assert _sizes(MADE["reply"], "Letter", "Title") == {22}

    def it_keeps_headings_and_quotations_with_what_follows(self) -> None:
        kept = {"Quote", "Title", "Closing", "Letter End", *(f"heading {level}" for level in range(1, 7))}
        for file in MADE.values():
            held = {style.get(f"{W}styleId", ""): style for style in file.part("word/styles.xml").iter(f"{W}style")}
            keeping = {value(style, "name") for style in held.values() if _keeps_next(style, held)}
            assert kept <= keeping

    def it_does_not_hyphenate(self) -> None:
        hyphenation = MADE["briefing"].part("word/settings.xml").find(f"{W}autoHyphenation")
        assert hyphenation is not None
        assert hyphenation.get(f"{W}val") == "false"

    def it_holds_between_45_and_75_letters_in_a_line(self) -> None:
        (size,), (margins,) = (MADE["briefing"].body.iter(f"{W}{name}") for name in ("pgSz", "pgMar"))
        twips = int(size.get(f"{W}w", "")) - int(margins.get(f"{W}left", "")) - int(margins.get(f"{W}right", ""))
        # Arial's letters, spaces among them, are half as wide as the type is high.
        assert 45 <= twips / 20 / (12 * 0.49) <= 75


class DescribeATable:
    def it_repeats_its_heading_keeps_rows_whole_and_describes_itself(self) -> None:
        (table,) = MADE["briefing"].body.iter(f"{W}tbl")
        rows = list(table.iter(f"{W}tr"))
        assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False]
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert value(table.find(f"{W}tblPr"), "tblCaption") == "They say, we say, proof"  # type: ignore[arg-type]  # every table has them
        assert "Rural buses" in value(table.find(f"{W}tblPr"), "tblDescription")  # type: ignore[arg-type]  # as above

    def its_columns_fill_the_line(self) -> None:
        (table,) = MADE["briefing"].body.iter(f"{W}tbl")
        columns = [int(column.get(f"{W}w", "")) for column in table.iter(f"{W}gridCol")]
        assert 8618 - len(columns) <= sum(columns) <= 8618

    def it_is_as_wide_as_the_line_on_a_telephone_too(self) -> None:
        (table,) = MADE["briefing"].body.iter(f"{W}tbl")
        (whole,) = table.iter(f"{W}tblW")
        assert (whole.get(f"{W}type"), whole.get(f"{W}w")) == ("pct", "5000")
        for row in table.iter(f"{W}tr"):
            widths = list(row.iter(f"{W}tcW"))
            assert {width.get(f"{W}type") for width in widths} == {"pct"}
            assert sum(int(width.get(f"{W}w", "")) for width in widths) == 5000

    def its_cells_hold_words(self) -> None:
        assert all(said(cell).strip() for cell in MADE["briefing"].body.iter(f"{W}tc"))

    def it_never_touches_another_nor_ends_the_document(self) -> None:
        file = opened(composed(attack("a", "x1"), heading("h", "", level=1), attack("b", "x1"), product="lines"))
        (body,) = file.body
        names = [etree.QName(child).localname for child in body]
        assert all(after == "p" for before, after in pairwise(names) if before == "tbl")


class DescribeTheProperties:
    def they_name_the_title_the_office_and_the_documents_own_date(self) -> None:
        core = MADE["briefing"].part(CORE)
        assert {etree.QName(child).localname for child in core} == {
            "title",
            "creator",
            "language",
            "created",
            "modified",
        }
        assert core.findtext(f"{DC}title") == "Rural buses"
        assert core.findtext(f"{DC}creator") == "Office of Jane Example MP"
        assert core.findtext(f"{TERMS}created") == core.findtext(f"{TERMS}modified") == "2025-03-05T00:00:00Z"

    @pytest.mark.parametrize(("date", "day"), [("2025-03", "2025-03-01"), ("2025", "2025-01-01")])
    def they_take_the_first_day_of_a_month_or_a_year(self, date: str, day: str) -> None:
        assert opened(rich(date=date)).part(CORE).findtext(f"{TERMS}created") == f"{day}T00:00:00Z"

    def they_hold_no_date_where_the_document_has_none(self) -> None:
        document = Document("A", "briefing", "", "", "", "", ())
        assert opened(document).part(CORE).find(f"{TERMS}created") is None

    def they_hold_the_exports_id_and_nothing_of_its_content(self) -> None:
        written = write_docx(rich())
        custom = etree.tostring(Opened(written.content).part("docProps/custom.xml"), method="text", encoding="unicode")
        assert custom == written.export
        assert re.fullmatch(r"[0-9a-hjkmnp-tv-z]{6}", written.export)

    def they_are_all_there_is_besides_the_house_template(self) -> None:
        for file in MADE.values():
            assert sorted(name for name in file.parts if not name.endswith(".rels")) == [
                "[Content_Types].xml",
                "docProps/app.xml",
                "docProps/core.xml",
                "docProps/custom.xml",
                "word/document.xml",
                "word/fontTable.xml",
                "word/footer1.xml",
                "word/footnotes.xml",
                "word/header1.xml",
                "word/numbering.xml",
                "word/settings.xml",
                "word/styles.xml",
            ]
            whole = b"".join(file.parts.values()).lower()
            for trace in (b"python", b"thumbnail", b"customxml", b"rsid", b"microsoft office", b"lastmodifiedby"):
                assert trace not in whole
            assert b"<!--" not in whole

    def its_changes_are_tracked_in_a_marking_copy_alone(self) -> None:
        tracking = f"{W}trackRevisions"
        assert opened(rich()).part("word/settings.xml").find(tracking) is not None
        assert opened(rich(), copy="reading").part("word/settings.xml").find(tracking) is None

    def its_header_says_who_may_see_it(self) -> None:
        assert said(MADE["briefing"].part("word/header1.xml")) == "Office use only"
        assert said(MADE["reply"].part("word/header1.xml")) == ""


class DescribeABookmark:
    def it_says_the_export_the_block_and_the_kind(self) -> None:
        written = write_docx(composed(heading("h", "H"), shows("b2", "q1")))
        marks = {(mark.paragraph.block, mark.paragraph.kind): mark.bookmark for mark in written.marks}
        assert marks["h", "heading"].startswith(f"_bf1{written.export}000000000hh000")
        assert marks["b2", "quotation"].startswith(f"_bf1{written.export}00000000b2q001")
        assert {len(mark) for mark in marks.values()} == {25}

    @pytest.mark.parametrize("block", ["0b2", "a-block", "ABC", "12345678901", "loiu"])
    def it_hashes_the_id_of_a_block_that_it_cannot_hold(self, block: str) -> None:
        written = write_docx(composed(own(block, "One."), own("b2", "Two.")))
        names = {mark.paragraph.block: mark.bookmark for mark in written.marks if mark.paragraph.block}
        assert re.fullmatch(r"_bf1[0-9a-hjkmnp-tv-z]{21}", names[block])
        assert names[block][10:20] != names["b2"][10:20]

    def it_shows_a_slip_in_any_character(self) -> None:
        name = write_docx(composed(own("b2", "One."))).marks[-1].bookmark.removeprefix(PREFIX)
        for place, character in enumerate(name[:-1]):
            for slip in set("0123456789abcdefghjkmnpqrstvwxyz") - {character}:
                assert check_character(f"{name[:place]}{slip}{name[place + 1 : -1]}") != name[-1]

    def it_is_missing_only_where_a_block_has_more_paragraphs_than_numbers(self) -> None:
        written = write_docx(composed(own("b", "\n\n".join(["x"] * 32_770))))
        assert len([mark for mark in written.marks if mark.paragraph.block == "b"]) == 32_768


def test_it_holds_an_address_once_however_often_it_is_cited() -> None:
    """A thousand cards of one source: one relationship, a thousand notes."""
    file = opened(composed(*(shows(f"b{number}", "s1") for number in range(1_000)), product="questions"))
    assert len(file.notes) == 1_000
    assert len(file.relationships("word/footnotes.xml")) == 1


def _sizes(file: Opened, *styles: str) -> set[int]:
    """The sizes of some styles in half points, as they inherit them."""
    held = {style.get(f"{W}styleId", ""): style for style in file.part("word/styles.xml").iter(f"{W}style")}

    def size(name: str) -> int:
        own_size = held[name].find(f"{W}rPr/{W}sz") if name else file.part("word/styles.xml").find(f".//{W}sz")
        return int(own_size.get(f"{W}val", "")) if own_size is not None else size(value(held[name], "basedOn"))

    return {size(name) for name in styles}


def _keeps_next(style: etree._Element, held: Mapping[str, etree._Element]) -> bool:
    """Whether a style, or one it is based on, keeps its paragraph on the page of the next."""
    under = held.get(value(style, "basedOn"))
    return style.find(f"{W}pPr/{W}keepNext") is not None or (under is not None and _keeps_next(under, held))


def _contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 counts it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
