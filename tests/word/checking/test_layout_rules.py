"""Every rule of a page an MP can use holds in the file of every product, and is found where a file breaks it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from briefing.document.layout import HOUSE, Layout
from briefing.model.finding import Severity
from briefing.word.checking import structure
from briefing.word.checking.colours import contrast
from briefing.word.checking.file import let_through
from briefing.word.checking.opened import open_file
from briefing.word.checking.rules import PACKAGE_RULES, RULES, Rule
from briefing.word.package import pack
from tests.word.checking.ground import (
    CORE,
    FOOTER,
    MAIN,
    NOTES,
    SETTINGS,
    STYLES,
    Parts,
    Plant,
    before_end,
    broken,
    drawn,
    exported,
    faults,
    layout_of,
    shows_at_the_foot,
    swaps,
)
from tests.word.ground import PRODUCTS

LAYOUT_RULES = [rule for rule in RULES if rule.id.startswith("LAYOUT")]
_BODY = '<w:pPr><w:pStyle w:val="BodyText"/></w:pPr>'


@pytest.mark.parametrize("product", PRODUCTS)
@pytest.mark.parametrize("rule", LAYOUT_RULES, ids=lambda rule: f"{rule.id} {rule.look.__name__}")
def test_every_product_keeps_the_rule(rule: Rule, product: str) -> None:
    layout = layout_of(product)
    stays_free = product == "reading" and rule.look is structure.runs_its_lines
    """The foot of a reading copy, which is not asked to say anything."""
    assert bool(rule.is_asked(layout)) is not stays_free
    assert stays_free or list(rule.look(open_file(exported(product).content), layout)) == []


def says(words: str, style: str = "BodyText", part: str = MAIN) -> Plant:
    """A plant that adds a paragraph."""
    return before_end(f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>', part)


def in_style(style: str, old: str, new: str) -> Plant:
    """A plant that changes something in one style."""

    def plant(parts: Parts) -> None:
        before, mark, rest = parts[STYLES].partition(f'w:styleId="{style}"'.encode())
        assert old.encode() in rest
        parts[STYLES] = before + mark + rest.replace(old.encode(), new.encode(), 1)

    return plant


def everywhere(part: str, old: str, new: str) -> Plant:
    """A plant that changes something wherever it stands."""
    return swaps(part, old, new, -1)


@dataclass(frozen=True)
class Breaks:
    """A file that breaks a rule."""

    rule: str
    name: str
    plant: Plant
    refuses: bool = True


BROKEN = (
    Breaks("LAYOUT-01", "a paragraph without a style", before_end("<w:p><w:r><w:t>a</w:t></w:r></w:p>")),
    Breaks(
        "LAYOUT-01",
        "a size on a run",
        before_end(f'<w:p>{_BODY}<w:r><w:rPr><w:sz w:val="40"/></w:rPr><w:t>a</w:t></w:r></w:p>'),
    ),
    Breaks("LAYOUT-02", "two titles", says("Another", "Title")),
    Breaks("LAYOUT-02", "no title", everywhere(MAIN, '<w:pStyle w:val="Title"/>', '<w:pStyle w:val="BodyText"/>')),
    Breaks("LAYOUT-02", "a level left out", says("Too deep", "Heading6")),
    Breaks("LAYOUT-02", "an empty heading", says(" ", "Heading1")),
    Breaks("LAYOUT-03", "another title among the properties", swaps(CORE, "Rural buses", "Rural trains")),
    Breaks("LAYOUT-03", "another language among the properties", swaps(CORE, "en-GB", "en-US")),
    Breaks(
        "LAYOUT-03",
        "text in another language",
        swaps(STYLES, 'w:lang w:val="en-GB"', 'w:lang w:val="en-US"'),
        refuses=False,
    ),
    Breaks(
        "LAYOUT-04",
        "whoever saved it last",
        swaps(CORE, "</cp:coreProperties>", "<cp:lastModifiedBy>A. N.</cp:lastModifiedBy></cp:coreProperties>"),
    ),
    Breaks(
        "LAYOUT-04",
        "the ids of its edits",
        swaps(SETTINGS, "<w:zoom", '<w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids><w:zoom'),
    ),
    Breaks("LAYOUT-05", "a table without a heading row", everywhere(MAIN, "<w:tblHeader/>", "")),
    Breaks("LAYOUT-05", "rows that may break", everywhere(MAIN, "<w:cantSplit/>", "")),
    Breaks("LAYOUT-05", "a table without a caption", everywhere(MAIN, "<w:tblCaption ", "<w:tblOverlap ")),
    Breaks(
        "LAYOUT-05",
        "an empty cell",
        swaps(MAIN, "</w:tc></w:tr>", f"</w:tc><w:tc><w:p>{_BODY}</w:p></w:tc></w:tr>"),
        refuses=False,
    ),
    Breaks(
        "LAYOUT-06",
        "a table of one cell",
        before_end(f"<w:tbl><w:tr><w:tc><w:p>{_BODY}</w:p></w:tc></w:tr></w:tbl><w:p>{_BODY}</w:p>"),
    ),
    Breaks("LAYOUT-06", "a text box", before_end(f"<w:p>{_BODY}<w:r><w:pict/></w:r></w:p>")),
    Breaks("LAYOUT-06", "a callout without a ground", in_style("Callout", "<w:shd ", "<w:x "), refuses=False),
    Breaks("LAYOUT-07", "pale text", in_style("Source", 'w:val="4A5A66"', 'w:val="A0A8AE"'), refuses=False),
    Breaks(
        "LAYOUT-07", "text on a dark ground", in_style("Callout", 'w:fill="F2F4F6"', 'w:fill="1F2A33"'), refuses=False
    ),
    Breaks("LAYOUT-08", "small text", swaps(STYLES, '<w:sz w:val="24"/>', '<w:sz w:val="22"/>'), refuses=False),
    Breaks("LAYOUT-08", "small notes", in_style("FootnoteText", 'w:sz w:val="20"', 'w:sz w:val="18"'), refuses=False),
    Breaks(
        "LAYOUT-08",
        "text set justified",
        in_style("Claim", "<w:spacing", '<w:jc w:val="both"/><w:spacing'),
        refuses=False,
    ),
    Breaks(
        "LAYOUT-08",
        "broken words",
        swaps(SETTINGS, 'Hyphenation w:val="false"', 'Hyphenation w:val="true"'),
        refuses=False,
    ),
    Breaks("LAYOUT-09", "long lines", everywhere(MAIN, 'w:right="1644"', 'w:right="200"'), refuses=False),
    Breaks("LAYOUT-10", "another paper", swaps(MAIN, 'w:w="11906"', 'w:w="12240"'), refuses=False),
    Breaks("LAYOUT-11", "no number of the page", everywhere(FOOTER, "w:instr=", "w:x=")),
    Breaks("LAYOUT-11", "a first page of its own", before_end("<w:titlePg/>", element="w:pgSz")),
    Breaks("LAYOUT-12", "a heading at the end of a page", in_style("Heading1", "<w:keepNext/>", ""), refuses=False),
    Breaks(
        "LAYOUT-12",
        "a line alone on a page",
        in_style("Normal", "<w:widowControl/>", '<w:widowControl w:val="0"/>'),
        refuses=False,
    ),
    Breaks(
        "LAYOUT-15",
        "a list that begins anew",
        before_end('<w:p><w:pPr><w:pStyle w:val="ListNumber"/><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:p>'),
    ),
    Breaks("LAYOUT-16", "a quotation without a note", says("“So it is.”", "Quote"), refuses=False),
    Breaks(
        "LAYOUT-16",
        "a link that is an address",
        swaps(NOTES, ">Rural Bus Services<", ">https://debates.example<"),
        refuses=False,
    ),
    Breaks("LAYOUT-18", "a question on opening", swaps(SETTINGS, "<w:zoom", "<w:updateFields/><w:zoom")),
    Breaks(
        "LAYOUT-18",
        "an empty list of contents",
        before_end(f'<w:p>{_BODY}<w:fldSimple w:instr=" TOC 1-3 "/></w:p>'),
    ),
    Breaks("LAYOUT-20", "a place on a disk among the styles", swaps(STYLES, "House Table", "D:\\Users\\ann\\Table")),
    Breaks("LAYOUT-20", "a place on a disk in the words", says("see D:\\Users\\ann\\Desktop"), refuses=False),
    Breaks("LAYOUT-21", "a number that may lose its unit", says("It costs £3 million."), refuses=False),
    Breaks("LAYOUT-21", "a clause that may lose its number", says("It is in clause 4."), refuses=False),
    Breaks("LAYOUT-21", "a day that may lose its month", says("It was on 5 March 2026."), refuses=False),
    Breaks("LAYOUT-23", "a picture nobody describes", shows_at_the_foot(drawn()), refuses=False),
)


@pytest.mark.parametrize("breaks", BROKEN, ids=lambda one: f"{one.rule} {one.name}")
def test_a_file_that_breaks_the_rule_is_found(breaks: Breaks) -> None:
    found = faults(broken(breaks.plant))
    assert breaks.rule in found
    assert found[breaks.rule].refuses is breaks.refuses


def test_every_layout_rule_is_broken_by_some_file() -> None:
    assert {rule.id for rule in LAYOUT_RULES} == {breaks.rule for breaks in BROKEN}


OFF: dict[str, Callable[[Layout], Layout]] = {
    "LAYOUT-01": lambda layout: replace(layout, styles_only=False),
    "LAYOUT-02": lambda layout: replace(layout, headings=False),
    "LAYOUT-04": lambda layout: replace(layout, clean_properties=False),
    "LAYOUT-05": lambda layout: replace(layout, table_headings=False),
    "LAYOUT-06": lambda layout: replace(layout, callouts=False),
    "LAYOUT-07": lambda layout: replace(layout, contrast=1),
    "LAYOUT-09": lambda layout: replace(layout, line_length=(1, 200)),
    "LAYOUT-12": lambda layout: replace(layout, keep_together=False),
    "LAYOUT-15": lambda layout: replace(layout, numbering=False),
    "LAYOUT-16": lambda layout: replace(layout, complete_notes=False),
    "LAYOUT-20": lambda layout: replace(layout, clean_properties=False),
    "LAYOUT-21": lambda layout: replace(layout, typography=False),
}


@pytest.mark.parametrize("breaks", [one for one in BROKEN if one.rule in OFF], ids=lambda one: f"{one.rule} {one.name}")
def test_an_office_that_does_not_want_a_rule_is_not_asked_to_keep_it(breaks: Breaks) -> None:
    assert breaks.rule not in faults(broken(breaks.plant), OFF[breaks.rule](HOUSE))


def test_an_office_may_want_smaller_text_words_that_are_broken_or_justified_lines() -> None:
    small = next(one for one in BROKEN if one.name == "small text")
    assert "LAYOUT-08" not in faults(broken(small.plant), replace(HOUSE, body_size=11))
    hyphenated = next(one for one in BROKEN if one.name == "broken words")
    assert "LAYOUT-08" not in faults(broken(hyphenated.plant), replace(HOUSE, hyphenation=True))
    assert "LAYOUT-08" in faults(exported().content, replace(HOUSE, align="justified"))


def test_what_only_warns_is_told_and_the_file_is_handed_over() -> None:
    (finding,) = let_through(broken(says("It costs £3 million.")), HOUSE)
    assert (finding.rule, finding.severity) == ("LAYOUT-21", Severity.INFO)
    assert "£3 million" in finding.message


def test_an_author_that_was_set_is_the_one_that_is_named() -> None:
    assert "LAYOUT-04" in faults(exported().content, replace(HOUSE, creator="Another office"))
    assert "LAYOUT-04" not in faults(exported().content, replace(HOUSE, creator="Office of Jane Example MP"))


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("777777", "FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("auto", "000000") == 21


def test_no_two_rules_ask_the_same() -> None:
    assert len({rule.id for rule in PACKAGE_RULES}) == len(PACKAGE_RULES)
    files = [rule.id for rule in RULES if rule.id.startswith("FILE")]
    assert len(set(files)) == len(files)


def test_a_page_of_two_thousand_paragraphs_is_checked_like_one_of_two() -> None:
    parts = dict(exported().parts)
    parts[MAIN] = parts[MAIN].replace(b"<w:sectPr>", f"<w:p>{_BODY}</w:p>".encode() * 2_000 + b"<w:sectPr>", 1)
    assert faults(pack(parts)) == {}
