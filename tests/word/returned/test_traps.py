"""What other programs put into a file, element by element, and what must be read out of each."""

from __future__ import annotations

import pytest

from briefing.word.returned.values import Kind
from briefing.wording import returned as say
from tests.word.returned.ground import (
    BY,
    all_of,
    export,
    gone,
    ins,
    name,
    own,
    p,
    parts_of,
    read,
    read_parts,
    seen,
    t,
    told,
)

BUS = export("The bus never runs.", "The train is late.", "The ferry is gone.")
FIRST, SECOND, THIRD = (
    own(0, t("The bus never runs.")),
    own(1, t("The train is late.")),
    own(2, t("The ferry is gone.")),
)
ANOTHER = 'w:author="B. Adviser" w:date="2025-03-06T10:00:00Z"'


def run(inner: str) -> str:
    return f"<w:r>{inner}</w:r>"


def remark(number: int, text: str, para: str = "0000000A", by: str = BY) -> str:
    """A comment of its part."""
    return f'<w:comment w:id="{number}" {by}><w:p w14:paraId="{para}">{t(text)}</w:p></w:comment>'


def on(number: int, inner: str) -> str:
    """Something with a comment on it."""
    return (
        f'<w:commentRangeStart w:id="{number}"/>{inner}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


class DescribeComments:
    def it_may_be_on_an_insertion(self) -> None:
        body = own(0, t("The bus "), gone("never"), on(0, ins(t("always"))), t(" runs."))
        found = all_of(BUS, body + SECOND + THIRD, comments=remark(0, "Is that so?"))
        assert seen(found) == [
            ("replacement", "block b0", "never", "always"),
            ("comment", "block b0", "always", "always"),
        ]
        assert found.listed[1].text == "Is that so?"

    def it_may_be_on_what_was_deleted(self) -> None:
        found = all_of(BUS, own(0, on(0, gone("The bus never runs."))) + SECOND + THIRD, comments=remark(0, "Why?"))
        assert found.listed[1].before == "The bus never runs."

    def it_may_be_replied_to_and_done_with(self) -> None:
        comments = remark(0, "Is that so?", "0000000A") + remark(7, "Yes.", "0000000B", ANOTHER) + remark(3, "Ask him.")
        threads = (
            '<w15:commentEx w15:paraId="0000000A" w15:done="1"/>'
            '<w15:commentEx w15:paraId="0000000B" w15:paraIdParent="0000000A" w15:done="0"/>'
        )
        body = own(0, on(0, t("The bus never runs."))) + own(1, on(3, t("The train is late."))) + THIRD
        comments = comments.replace('w:id="3" ' + BY + '><w:p w14:paraId="0000000A"', f'w:id="3" {BY}><w:p')
        found = all_of(BUS, body, comments=comments, commentsExtended=threads)
        told_of = [(one.what.value, one.block, one.author, one.text, one.is_resolved) for one in found.listed]
        assert told_of == [
            ("comment", "b0", "A. Member", "Is that so?", True),
            ("reply", "b0", "B. Adviser", "Yes.", True),
            ("comment", "b1", "A. Member", "Ask him.", False),
        ]
        assert found.listed[1].thread == found.listed[0].id

    def it_may_be_on_several_paragraphs(self) -> None:
        body = (
            own(0, t("The bus "), '<w:commentRangeStart w:id="0"/>', t("never runs."))
            + own(1, t("The train"), '<w:commentRangeEnd w:id="0"/>', t(" is late."))
            + THIRD
        )
        found = all_of(BUS, body, comments=remark(0, "Both?"))
        (change,) = found.listed
        assert (change.before, change.block, change.parts) == ("never runs.\nThe train", "b0", (0, 1))

    @pytest.mark.parametrize("lost", ['<w:commentRangeEnd w:id="0"/>', '<w:commentRangeStart w:id="0"/>'])
    def its_end_or_its_beginning_may_be_lost(self, lost: str) -> None:
        body = own(0, on(0, t("The bus never runs."))).replace(lost, "") + SECOND + THIRD
        (change,) = all_of(BUS, body, comments=remark(0, "Why?")).listed
        assert change.block == "b0"

    def its_range_may_stand_between_paragraphs(self) -> None:
        body = f'{FIRST}<w:commentRangeStart w:id="0"/>{SECOND}<w:commentRangeEnd w:id="0"/>{THIRD}'
        (change,) = all_of(BUS, body, comments=remark(0, "Why?")).listed
        assert (change.before, change.block) == ("The train is late.", "b1")

    def it_may_have_lost_its_place(self) -> None:
        (change,) = all_of(BUS, FIRST + SECOND + THIRD, comments=remark(0, "Why?")).listed
        assert (change.home.where.value, change.text) == ("none", "Why?")


def test_what_one_inserted_and_another_deleted() -> None:
    nested = ins(t("nearly ") + gone("always", ANOTHER))
    found = all_of(BUS, own(0, t("The bus "), nested, t("never runs.")) + SECOND + THIRD)
    assert [(one.author, *which) for one, which in zip(found.listed, seen(found), strict=True)] == [
        ("A. Member", "insertion", "block b0", "", "nearly always"),
        ("B. Adviser", "deletion", "block b0", "always", ""),
    ]
    assert told(found.placed.file.paragraphs[0]) == ["=The bus ", "+nearly ", "+-always", "=never runs."]


def test_deleted_words_written_as_if_they_were_not() -> None:
    wrong = f'<w:del w:id="2" {BY}>{t("never ")}</w:del>'
    found = all_of(BUS, own(0, t("The bus "), wrong, t("runs.")) + SECOND + THIRD)
    assert seen(found) == [("deletion", "block b0", "never ", "")]


class DescribeMoves:
    FROM = f'<w:moveFromRangeStart w:id="20" w:name="move1" {BY}/>{{}}<w:moveFromRangeEnd w:id="20"/>'
    TO = f'<w:moveToRangeStart w:id="21" w:name="move1" {BY}/>{{}}<w:moveToRangeEnd w:id="21"/>'

    def moved(self, what: str, text: str) -> str:
        return f'<w:{what} w:id="22" {BY}>{t(text)}</w:{what}>'

    def it_is_one_change_with_the_old_place_for_its_home(self) -> None:
        body = (
            own(0, self.FROM.format(self.moved("moveFrom", "The bus never runs.")), mark="moveFrom")
            + SECOND
            + p(self.TO.format(self.moved("moveTo", "The bus never runs.")), mark="moveTo")
            + THIRD
        )
        found = all_of(BUS, body)
        assert seen(found) == [("move", "block b0", "The bus never runs.", "The bus never runs.")]
        (change,) = found.listed
        assert change.to is not None
        assert (change.to.where.value, change.to.part, len(change.revisions)) == ("new", 1, 4)

    def its_name_may_have_gone_along(self) -> None:
        body = (
            p(self.FROM.format(self.moved("moveFrom", "The bus never runs.")), mark="moveFrom")
            + SECOND
            + own(0, self.TO.format(self.moved("moveTo", "The bus never runs.")), mark="moveTo")
            + THIRD
        )
        assert seen(all_of(BUS, body)) == [("move", "block b0", "The bus never runs.", "The bus never runs.")]

    def it_may_be_a_sentence(self) -> None:
        parts = export("One. Two.", "Three.")
        body = own(0, t("One."), self.FROM.format(self.moved("moveFrom", " Two."))) + own(
            1, t("Three."), self.TO.format(self.moved("moveTo", " Two."))
        )
        found = all_of(parts, body)
        assert seen(found) == [("move", "block b0", " Two.", " Two.")]
        assert found.listed[0].parts == (0, 1)
        assert [wording.with_accepted(frozenset({found.listed[0].id})) for wording in found.wordings] == [
            "One.",
            "Three. Two.",
        ]

    def it_has_two_halves(self) -> None:
        body = own(0, self.FROM.format(self.moved("moveFrom", "The bus never runs.")), mark="moveFrom") + SECOND + THIRD
        assert seen(all_of(BUS, body)) == [("deletion", "block b0", "The bus never runs.", "")]


class DescribeFields:
    def code(self, what: str) -> str:
        return run(f'<w:fldChar w:fldCharType="{what}"/>')

    def they_say_their_results_and_not_their_instructions(self) -> None:
        link = self.code("begin") + run('<w:instrText> HYPERLINK "https://a.example" </w:instrText>')
        link += self.code("separate") + t("never") + self.code("end")
        found = all_of(BUS, own(0, t("The bus "), link, t(" runs.")) + SECOND + THIRD)
        assert seen(found) == []

    def they_may_be_deleted(self) -> None:
        field = self.code("begin") + run("<w:delInstrText> PAGE </w:delInstrText>") + self.code("separate")
        field = f'<w:del w:id="4" {BY}>{field}{run("<w:delText>12</w:delText>")}{self.code("end")}</w:del>'
        file = read(own(0, t("See page "), field, t(".")))
        assert told(file.paragraphs[0]) == ["=See page ", "-12", "=."]

    def they_say_nothing_within_the_instruction_of_another(self) -> None:
        inner = self.code("begin") + run("<w:instrText> PAGE </w:instrText>") + self.code("separate") + t("1")
        outer = self.code("begin") + run("<w:instrText> IF </w:instrText>") + inner + self.code("end")
        outer += self.code("separate") + t("so") + self.code("end")
        assert read(p(t("And "), outer)).paragraphs[0].accepted == "And so"

    def they_may_be_simple(self) -> None:
        file = read(p(t("Page "), f'<w:fldSimple w:instr=" PAGE ">{t("1")}</w:fldSimple>'))
        assert (file.paragraphs[0].accepted, file.paragraphs[0].is_generated) == ("Page 1", False)

    def they_fetch_nothing(self) -> None:
        field = self.code("begin") + run('<w:instrText> INCLUDETEXT "c:/x.docx" </w:instrText>')
        file = read(p(field, self.code("separate"), t("old"), self.code("end")))
        assert say.fetches("word/document.xml", "INCLUDETEXT") in file.warnings

    def they_may_list_the_contents_which_is_no_text_of_ours(self) -> None:
        begin = self.code("begin") + run("<w:instrText> TOC </w:instrText>") + self.code("separate")
        body = p(begin, t("The bus")) + p(t("The train"), self.code("end")) + FIRST + SECOND + THIRD
        assert seen(all_of(BUS, body)) == []


class DescribeNotes:
    PARTS = export("The bus never runs.", "The train is late.", n0=("A paper, page 3.",))
    MARK = run('<w:footnoteReference w:id="9"/>')

    def note(self, *inner: str) -> str:
        lines = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        said = "".join((run("<w:footnoteRef/>"), run("<w:tab/>"), *inner))
        return f'{lines}<w:footnote w:id="9"><w:p>{said}</w:p></w:footnote>'

    def they_are_at_home_with_their_mark(self) -> None:
        body = own(0, t("The bus never runs."), self.MARK) + SECOND
        found = all_of(self.PARTS, body, footnotes=self.note(t("A paper, page "), gone("3"), ins(t("4")), t(".")))
        assert seen(found) == [("replacement", "block b0 note 0", "3", "4")]
        assert found.listed[0].is_guarded

    def they_are_compared_with_the_record(self) -> None:
        body = own(0, t("The bus never runs."), self.MARK) + SECOND
        found = all_of(self.PARTS, body, footnotes=self.note(t("A long paper, page 3.")))
        assert seen(found) == [("insertion", "block b0 note 0", "", " long")]

    def they_may_be_put_there(self) -> None:
        put = ins(run('<w:footnoteReference w:id="9"/>'))
        found = all_of(
            BUS, own(0, t("The bus never runs."), put) + SECOND + THIRD, footnotes=self.note(ins(t("Says who?")))
        )
        assert seen(found) == [("insertion", "new b0", "", "Says who?")]
        assert len(found.listed[0].revisions) == 2

    def they_may_lose_their_marks(self) -> None:
        taken = f'<w:del w:id="4" {BY}>{self.MARK}</w:del>'
        body = own(0, t("The bus never runs."), taken) + SECOND
        found = all_of(self.PARTS, body, footnotes=self.note(t("A paper, page 3.")))
        assert seen(found) == [("deletion", "block b0 note 0", "A paper, page 3.", "")]

    def they_may_be_gone_without_a_trace(self) -> None:
        found = all_of(self.PARTS, own(0, t("The bus never runs.")) + SECOND)
        assert seen(found) == [("deletion", "block b0 note 0", "A paper, page 3.", "")]


class DescribeTables:
    HEAD = export("Bus", "Train", kinds={0: "cell", 1: "cell"})

    def row(self, *cells: str, properties: str = "") -> str:
        inner = "".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in cells)
        return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"

    def table(self, *rows: str) -> str:
        return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>{p()}"

    def it_is_one_change_to_put_a_row_there(self) -> None:
        cells = p(ins(t("Ferry")), mark="ins"), p(ins(t("Coach")), mark="ins")
        rows = self.row(own(0, t("Bus")), own(1, t("Train"))), self.row(*cells, properties=f'<w:ins w:id="5" {BY}/>')
        found = all_of(self.HEAD, self.table(*rows))
        assert seen(found) == [("table", "new b1", "", "Ferry\nCoach")]
        assert len(found.listed[0].revisions) == 5

    def it_is_one_change_to_take_a_row_away(self) -> None:
        cells = own(0, gone("Bus")), own(1, t("Train"))
        found = all_of(self.HEAD, self.table(self.row(*cells, properties=f'<w:del w:id="5" {BY}/>')))
        assert seen(found) == [("table", "block b0", "Bus\nTrain", "")]
        assert found.listed[0].parts == (0, 1)

    def they_may_have_cells_merged(self) -> None:
        merged = f'<w:tc><w:tcPr><w:cellMerge w:id="6" {BY} w:vMerge="rest"/></w:tcPr>{own(0, t("Bus"))}</w:tc>'
        found = all_of(self.HEAD, self.table(f"<w:tr>{merged}<w:tc>{own(1, t('Train'))}</w:tc></w:tr>"))
        assert seen(found) == [("table", "block b0", "", "")]
        assert found.placed.file.revisions[0].kind is Kind.CELL_MERGED

    def they_hold_words_as_any_text_does(self) -> None:
        found = all_of(self.HEAD, self.table(self.row(own(0, t("Bus"), ins(t("es"))), own(1, t("Train")))))
        assert seen(found) == [("insertion", "block b0", "", "es")]

    def they_part_the_paragraphs_on_either_side(self) -> None:
        body = own(0, t("Bus"), mark="del") + self.table(self.row(p(t("A cell")))) + own(1, t("Train"))
        found = all_of(self.HEAD, body)
        assert [one for one in seen(found) if one[0] == "merge"] == [("merge", "block b0", "", "")]


def test_looks_alone_are_told_as_such() -> None:
    bold = f'<w:r><w:rPr><w:b/><w:rPrChange w:id="8" {BY}><w:rPr/></w:rPrChange></w:rPr><w:t>never</w:t></w:r>'
    found = all_of(BUS, own(0, t("The bus "), bold, t(" runs.")) + SECOND + THIRD)
    assert seen(found) == [("format", "block b0", "never", "never")]
    assert found.listed[0].text == Kind.FORMAT.value


class DescribeTextBoxes:
    BOX = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent>"
        "</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent>"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )

    def they_are_read_once(self) -> None:
        file = read(p(t("Beside a box."), self.BOX.format(p(t("In it.")))))
        assert [(one.accepted, one.is_boxed) for one in file.paragraphs] == [("Beside a box.", False), ("In it.", True)]

    def they_hold_each_revision_twice_which_is_one_change(self) -> None:
        body = own(0, t("The bus never runs."), self.BOX.format(p(ins(t("In it."))))) + SECOND + THIRD
        found = all_of(BUS, body)
        assert seen(found) == [("insertion", "new b0", "", "In it.")]
        assert len(found.listed[0].revisions) == 2

    def they_may_be_told_to_older_programs_alone(self) -> None:
        older = f"<w:r><mc:AlternateContent><mc:Fallback>{t('older')}</mc:Fallback></mc:AlternateContent></w:r>"
        assert read(p(older)).paragraphs[0].accepted == "older"


class DescribeWrappings:
    @pytest.mark.parametrize(
        "wrapped",
        [
            "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
            "<w:smartTag w:element='place'>{}</w:smartTag>",
            "<w:customXml w:element='x'>{}</w:customXml>",
            "<w:hyperlink w:anchor='x'>{}</w:hyperlink>",
            "<w:bdo w:val='ltr'>{}</w:bdo>",
            "<w:ruby><w:rt><w:r><w:t>said</w:t></w:r></w:rt><w:rubyBase>{}</w:rubyBase></w:ruby>",
        ],
    )
    def they_do_not_hide_words(self, wrapped: str) -> None:
        body = own(0, t("The bus "), wrapped.format(t("never")), t(" runs.")) + SECOND + THIRD
        assert seen(all_of(BUS, body)) == []

    def they_may_hold_whole_paragraphs(self) -> None:
        body = f"<w:sdt><w:sdtPr/><w:sdtContent>{FIRST}{SECOND}</w:sdtContent></w:sdt>{THIRD}"
        assert seen(all_of(BUS, body)) == []

    def they_may_be_hidden_which_is_told(self) -> None:
        hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>SECRET</w:t></w:r>"
        file = read(own(0, t("The bus "), hidden, t("never runs.")) + SECOND + THIRD)
        assert (file.paragraphs[0].accepted, file.warnings) == ("The bus never runs.", (say.HIDDEN,))

    def they_may_be_signs_and_breaks(self) -> None:
        signs = '<w:tab/><w:br/><w:noBreakHyphen/><w:softHyphen/><w:sym w:font="Symbol" w:char="F041"/>'
        assert (
            read(p(run(f'{signs}<w:br w:type="page"/>'))).paragraphs[0].accepted
            == "\t\n\N{NON-BREAKING HYPHEN}\N{SOFT HYPHEN}A"
        )


class DescribeNames:
    def they_may_stand_within_what_was_deleted(self) -> None:
        name = own(0).removeprefix("<w:p>").removesuffix("</w:p>")
        body = p(
            f'<w:del w:id="4" {BY}>{name}<w:r><w:delText>The bus never runs.</w:delText></w:r></w:del>', mark="del"
        )
        assert seen(all_of(BUS, body + SECOND + THIRD)) == [("deletion", "block b0", "The bus never runs.", "")]

    def they_may_stand_before_their_paragraph(self) -> None:
        name = own(0).removeprefix("<w:p>").removesuffix("</w:p>")
        assert seen(all_of(BUS, f"{name}{p(t('The bus never runs, ever.'))}{SECOND}{THIRD}")) == [
            ("insertion", "block b0", "", ", ever")
        ]

    def they_may_all_be_gone(self) -> None:
        found = all_of(BUS, p(t("The bus never runs.")) + p(t("The train is often late.")) + p(t("The ferry is gone.")))
        assert seen(found) == [("insertion", "block b1", "", " often")]

    def they_may_go_along_with_words_typed_at_the_front(self) -> None:
        body = own(0, t("Something else comes first today.")) + p(t("The bus never runs.")) + SECOND + THIRD
        found = all_of(BUS, body)
        assert seen(found) == [("insertion", "new", "", "Something else comes first today.")]

    def they_are_a_copy_where_there_are_two(self) -> None:
        body = own(0, t("The bus never runs, they say.")) + SECOND + FIRST + THIRD
        assert seen(all_of(BUS, body)) == [
            ("insertion", "block b0", "", ", they say"),
            ("insertion", "copy b0", "", "The bus never runs."),
        ]

    def they_are_none_where_they_are_of_another_export(self) -> None:
        body = FIRST + SECOND + own(7, t("From elsewhere.")) + THIRD
        assert seen(all_of(BUS, body)) == [("insertion", "new b1", "", "From elsewhere.")]


class DescribeOtherFiles:
    def they_may_be_saved_as_strict(self) -> None:
        parts = parts_of(own(0, t("The bus "), gone("never"), ins(t("always")), t(" runs.")), footnotes="")
        strict = {
            name: part.replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            ).replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships",
            )
            for name, part in parts.items()
        }
        file = read_parts(strict)
        assert told(file.paragraphs[0]) == ["=The bus ", "-never", "+always", "= runs."]
        assert file.export == "ex1234"

    def they_may_be_ill_formed_and_are_mended(self) -> None:
        parts = parts_of(FIRST + SECOND)
        crossed = (
            f'<w:p><w:ins w:id="1" {BY}><w:sdt><w:sdtContent>{t("And more.")}</w:ins></w:sdtContent></w:sdt></w:p>'
        )
        parts["word/document.xml"] = parts["word/document.xml"].replace(b"</w:body>", f"{crossed}</w:body>".encode())
        file = read_parts(parts)
        assert [one.accepted for one in file.paragraphs] == ["The bus never runs.", "The train is late.", "And more."]
        assert file.warnings == (say.mended("word/document.xml"),)

    def they_may_be_no_export_which_is_told(self) -> None:
        file = read(p(t("Somebody else's letter.")))
        assert (file.export, file.warnings) == ("", (say.FOREIGN,))

    def they_may_have_revisions_in_a_header(self) -> None:
        found = all_of(BUS, FIRST + SECOND + THIRD, header1=p(t("Office use"), ins(t(" only"))))
        assert seen(found) == [("insertion", "none", "", " only")]
        assert found.placed.file.revisions[0].part == "word/header1.xml"

    def they_may_hold_another_document_which_is_told(self) -> None:
        assert say.embeds("word/document.xml") in read(f'{FIRST}<w:altChunk r:id="x"/>').warnings


def test_what_was_deleted_comes_by_way_of_odt_under_the_name_of_a_copy() -> None:
    renamed = own(0, gone("The bus never runs."), ins(t("It does."))).replace(name(0), f"{name(0)}_Copy_1")
    found = all_of(BUS, renamed + SECOND + THIRD)
    assert seen(found) == [("replacement", "block b0", "The bus never runs.", "It does.")]
