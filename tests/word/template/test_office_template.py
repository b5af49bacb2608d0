"""An office's own template: its styles by name, its margins, headers and footers; nothing of who made it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.word.writing import Written, write_docx
from tests.word.ground import PRODUCTS, Opened, W, rich, said, style_of, value
from tests.word.template.ground import DOCUMENT_TYPE, SECRET, TEMPLATE_TYPE, template_parts, zipped


@pytest.fixture(params=[TEMPLATE_TYPE, DOCUMENT_TYPE], ids=["dotx", "docx"])
def template(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The office's template, as either kind of file."""
    path = tmp_path / ("office.dotx" if request.param == TEMPLATE_TYPE else "office.docx")
    path.write_bytes(zipped(template_parts(request.param)))
    return path


@pytest.fixture
def written(template: Path) -> Written:
    """A briefing set on the template."""
    return write_docx(rich("briefing"), template=template)


@pytest.fixture
def file(written: Written) -> Opened:
    """The same, taken apart."""
    return Opened(written.content)


class DescribeWhatIsKept:
    def its_styles_are_used_by_their_names(self, file: Opened) -> None:
        title = next(paragraph for paragraph in file.paragraphs if style_of(paragraph) == "Titel")
        assert said(title) == rich("briefing").title
        assert "Kop1" in {style_of(paragraph) for paragraph in file.paragraphs}

    def its_styles_stay_as_they_are(self, file: Opened) -> None:
        heading = next(style for style in file.part("word/styles.xml") if style.get(f"{W}styleId") == "Kop1")
        assert [size.get(f"{W}val") for size in heading.iter(f"{W}sz", f"{W}color")] == ["7A1F1F", "36"]

    def its_margins_are_kept(self, file: Opened) -> None:
        (margins,) = file.body.iter(f"{W}pgMar")
        assert (margins.get(f"{W}top"), margins.get(f"{W}left")) == ("2000", "1800")

    def its_headers_and_footers_stay_on_every_page(self, file: Opened) -> None:
        assert said(file.part("word/header1.xml")).startswith("The Office of a Member")
        assert said(file.part("word/header2.xml")).startswith("Letterhead of a Member")
        assert said(file.part("word/footer1.xml")).startswith("Sheet 1")

    def it_keeps_nothing_that_stood_on_its_pages(self, file: Opened) -> None:
        assert SECRET not in said(file.body)


class DescribeWhatIsAdded:
    def it_says_on_every_page_who_may_see_it_below_what_the_office_has_there(self, file: Opened) -> None:
        for header in ("header1", "header2"):
            assert said(file.part(f"word/{header}.xml")).endswith("Office use only")

    def it_says_title_and_date_at_the_foot_of_every_page(self, file: Opened) -> None:
        feet = [part for name, part in file.parts.items() if name in {"word/footer1.xml", "word/house-footer.xml"}]
        assert len(feet) == 2, "the first page has a foot as well"
        assert all("Rural buses · 5 March 2025".encode() in part for part in feet)

    def it_numbers_a_page_once(self, file: Opened) -> None:
        fields = [field.get(f"{W}instr", "").strip() for field in file.part("word/footer1.xml").iter(f"{W}fldSimple")]
        assert fields == ["PAGE"]

    def it_names_the_styles_that_were_made(self, written: Written) -> None:
        assert {"Claim", "Quote", "Callout", "footnote text", "House Table"} <= set(written.template.made)
        assert not {"Title", "heading 1", "Normal"} & set(written.template.made)

    def it_takes_type_and_size_of_a_made_style_from_the_office_s_normal(self, file: Opened) -> None:
        made = next(
            style
            for style in file.part("word/styles.xml")
            if file.style_names.get(style.get(f"{W}styleId", "")) == "Subtitle"
        )
        assert [based.get(f"{W}val") for based in made.iter(f"{W}basedOn")] == ["Standard"]
        assert not list(made.iter(f"{W}rFonts"))
        assert [size.get(f"{W}val") for size in made.iter(f"{W}sz")] == [str(round(28 * 22 / 24))]

    def it_sets_a_reading_copy_as_large_as_the_house_does_whatever_the_templates_own_text(self, tmp_path: Path) -> None:
        path = tmp_path / "office.dotx"
        path.write_bytes(zipped(template_parts()))
        file = Opened(write_docx(rich("reading"), template=path).content)
        sizes = {"Spoken": "36", "Proof Line": "28", "Catchwords": "28", "Reading Header": "28"}
        for name, half_points in sizes.items():
            (own,) = (held for held in file.part("word/styles.xml").iter(f"{W}style") if value(held, "name") == name)
            assert [size.get(f"{W}val") for size in own.iter(f"{W}sz")] == [half_points]
        (margins,) = file.body.iter(f"{W}pgMar")
        assert int(margins.get(f"{W}bottom", "0")) >= round(9.9 / 2.54 * 1440)

    def it_makes_only_the_styles_the_document_needs(self, tmp_path: Path) -> None:
        path = tmp_path / "office.dotx"
        path.write_bytes(zipped(template_parts()))
        assert "Spoken" not in write_docx(rich("briefing"), template=path).template.made


@pytest.mark.parametrize("product", PRODUCTS)
class DescribeEveryProduct:
    def it_has_only_styles_that_are_there(self, product: str, template: Path) -> None:
        file = Opened(write_docx(rich(product), template=template).content)
        used = {style_of(paragraph) for paragraph in file.paragraphs}
        assert used <= set(file.style_names)
        assert "" not in used

    def it_tells_nothing_of_who_made_the_template(self, product: str, template: Path) -> None:
        file = Opened(write_docx(rich(product), template=template).content)
        telling = [name for name, part in file.parts.items() if SECRET.encode() in part or b"rsid" in part.lower()]
        assert not telling
        assert not [name for name in file.parts if "customXml" in name or "thumbnail" in name]
        assert not [
            field for part in file.parts.values() for field in (b"FILENAME", b"attachedTemplate") if field in part
        ]

    def it_is_the_same_file_twice(self, product: str, template: Path) -> None:
        assert (
            write_docx(rich(product), template=template).sha256 == write_docx(rich(product), template=template).sha256
        )


def test_another_template_is_another_export(template: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.dotx"
    other.write_bytes(
        zipped({**template_parts(), "word/footer1.xml": template_parts()["word/footer1.xml"] + b"<!-- -->"})
    )
    first, second = (write_docx(rich("briefing"), template=path) for path in (template, other))
    assert first.export != second.export != write_docx(rich("briefing")).export
