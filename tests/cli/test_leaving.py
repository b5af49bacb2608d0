"""What leaves the office: outlines listed, checked and exported from the command line."""

from __future__ import annotations

import json
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.wording.library import MEND_FIELD
from tests.cli.ground import Give, Story


class DescribeOutlines:
    def it_lists_them_with_their_length_and_findings(self, story: Story) -> None:
        story("""
            $ briefing outline empty --as lines title=Empty date=2025-02
            empty
            $ briefing outlines
            debate  speech  2025-02-03  9 words  0:04  no findings  Breakfast clubs: debate
            empty   lines   2025-02     0 words  0:00  1 finding    Empty
        """)

    def it_answers_a_program(self, give: Give) -> None:
        assert json.loads(give("outlines", "--json").out) == {
            "outlines": [
                {
                    "name": "debate",
                    "title": "Breakfast clubs: debate",
                    "product": "speech",
                    "date": "2025-02-03",
                    "words": 9,
                    "seconds": 4,
                    "findings": 0,
                }
            ]
        }


class DescribeCheck:
    def it_says_nothing_where_all_is_well(self, story: Story) -> None:
        story("""
            $ briefing check --only LIB-01
            $ briefing check debate
        """)

    def it_names_file_and_line_and_a_way_to_mend(self, story: Story, here: Path) -> None:
        (here / "notes/torn.toml").write_text(
            'title = "Torn"\n\n[[card]]\nid = "torn"\nkind = "record"\n', encoding="utf-8"
        )
        story(
            """
            $ briefing check --only LIB-01
            torn.toml:3: warn: Card 'torn' has no claim. {0} [LIB-01]
            1$
        """.replace("{0}", MEND_FIELD)
        )

    def it_tells_of_a_setting_that_cannot_be_and_stops_no_export(self, give: Give, story: Story, here: Path) -> None:
        (here / "notes/library.toml").write_text('[settings.layout]\npaper = "foolscap"\n', encoding="utf-8")
        story("""
            $ briefing check --only LIB-10
            library.toml:2: warn: The setting “paper” is not used: it must be one of A4, Letter. \
Mend it in library.toml; until then it counts as "A4". [LIB-10]
            1$
        """)
        assert give("export", "debate").code == 0

    def it_answers_a_program(self, give: Give, here: Path) -> None:
        give("edit", "half", "supports=nobody")
        answer = give("check", "--json")
        assert answer.code == 1
        told = next(finding for finding in json.loads(answer.out)["findings"] if finding["severity"] == "warn")
        assert {"rule", "severity", "file", "line", "card", "message", "suggestion"} <= set(told)
        assert (told["file"], told["card"]) == ("schools/breakfast.toml", "half")
        assert isinstance(told["line"], int)
        assert all(told.values())

    def it_finds_ids_given_twice_links_that_lead_nowhere_and_missing_sources(self, give: Give, here: Path) -> None:
        (here / "notes/again.toml").write_text(
            '[[card]]\nid = "half"\nkind = "record"\nclaim = "x"\nsource = "lost"\nanswers = ["gone"]\n',
            encoding="utf-8",
        )
        answer = give("check")
        assert answer.code == 1
        assert all(name in answer.out for name in ("half", "lost", "gone", "schools/breakfast.toml", "again.toml:"))

    def it_stops_an_outline_that_must_not_leave(self, give: Give) -> None:
        give("add", "debate", "story")
        answer = give("check", "debate")
        assert answer.code == 1
        assert answer.out.startswith("outlines/debate.toml:")
        assert ": stop: " in answer.out
        assert "Wrenfield" not in answer.out

    def it_counts_an_embargo_from_the_time_it_is_asked_for(self, give: Give) -> None:
        give("edit", "half", "embargo=2025-02-03T09:00:00")
        assert give("check", "debate", "--on", "2025-02-03T08:59").code == 1
        assert give("check", "debate", "--on", "2025-02-03T09:00").code == 0
        assert give("check", "debate", "--on", "2025-02-04").code == 0

    def it_can_look_for_one_thing_alone(self, give: Give) -> None:
        give("edit", "half", "supports=nobody")
        assert give("check", "--only", "lib-03").code == 1
        assert give("check", "--only", "LIB-02").code == 0
        unknown = give("check", "--only", "LIB-99")
        assert unknown.code == 2
        assert unknown.err.startswith("There is no rule LIB-99.\nThe rules are: LIB-01, LIB-02,")

    def it_says_what_is_no_time(self, story: Story) -> None:
        story("""
            $ briefing check debate --on tomorrow
            2> tomorrow is not a time.
            2> As in 2025-01-08 or 2025-01-08T09:30.
            2$
        """)


class DescribeExport:
    def it_writes_the_document_and_its_record_and_prints_the_path(self, give: Give, here: Path) -> None:
        answer = give("export", "debate", "--for", "Ada Marlow", "--by", "Jo Hall", "--on", "2025-02-01T10:00")
        path = here / "exports/debate.docx"
        assert (answer.code, answer.out, answer.err) == (0, f"{path}\n", "")
        assert zipfile.is_zipfile(path)
        record = tomllib.loads(next((here / "exports").glob("debate.*.toml")).read_text(encoding="utf-8"))
        assert (record["for"], record["by"], record["product"]) == ("Ada Marlow", "Jo Hall", "speech")

    def it_answers_a_program(self, give: Give, here: Path) -> None:
        answer = give("export", "debate", "--json")
        told = json.loads(answer.out)
        assert list(told) == ["path", "record", "export", "sha256", "words", "seconds", "findings"]
        assert Path(told["path"]).is_file()
        assert Path(told["record"]).is_file()
        assert told["findings"] == []

    def it_tells_a_program_why_the_file_has_another_name(self, give: Give, here: Path) -> None:
        give("export", "debate")
        marked = here / "exports/debate.docx"
        marked.write_bytes(marked.read_bytes() + b"marks")
        told = json.loads(give("export", "debate", "--json").out)
        assert Path(told["path"]).name == "debate-2.docx"
        assert "debate.docx has been changed since it was exported" in told["message"]

    def it_writes_another_product_to_another_file(self, give: Give, here: Path) -> None:
        answer = give("export", "debate", "--as", "lines", "--out", "lines.docx")
        assert (answer.code, answer.out) == (0, "lines.docx\n")
        assert (here / "lines.docx").is_file()

    def it_makes_the_same_bytes_of_the_same_outline(self, give: Give, here: Path) -> None:
        give("export", "debate", "--out", "a.docx")
        give("export", "debate", "--out", "b.docx")
        assert (here / "a.docx").read_bytes() == (here / "b.docx").read_bytes()

    def it_leaves_alone_what_somebody_has_marked(self, give: Give, here: Path) -> None:
        give("export", "debate")
        marked = here / "exports/debate.docx"
        marked.write_bytes(marked.read_bytes() + b"marks")
        before = marked.read_bytes()
        answer = give("export", "debate")
        assert answer.out == f"{here / 'exports/debate-2.docx'}\n"
        assert "debate.docx has been changed since it was exported" in answer.err
        assert marked.read_bytes() == before

    def it_says_which_file_beside_it_is_of_an_earlier_export_and_leaves_it(
        self, give: Give, here: Path, needs: Callable[[str], Path]
    ) -> None:
        needs("soffice")
        assert give("export", "debate", "--pdf").err == ""
        pdf = here / "exports/debate.pdf"
        before = pdf.read_bytes()
        give("block", "debate", "text=A word more.")
        told = give("export", "debate").err
        assert told.startswith("debate.pdf beside it is from an earlier export: make it anew (--pdf")
        assert pdf.read_bytes() == before
        assert "debate.pdf beside it" in json.loads(give("export", "debate", "--json").out)["message"]
        assert give("export", "debate", "--pdf").err == ""

    @pytest.mark.parametrize("form", ["--text", "--md"])
    @pytest.mark.parametrize("others", [["--pdf"], ["--json"], ["--pdf", "--json"]], ids=" ".join)
    def it_says_what_printed_words_do_not_go_with(self, form: str, others: list[str], give: Give, here: Path) -> None:
        answer = give("export", "debate", *others, form)
        assert (answer.code, answer.out) == (2, "")
        named = " and ".join(others)
        assert f"{form} prints the words and writes no file, so it does not go with {named}." in answer.err
        assert not (here / "exports").exists()

    @pytest.mark.parametrize("option", ["--out", "--template"])
    @pytest.mark.parametrize("name", ["", "  "], ids=["nothing", "spaces"])
    def it_says_that_no_file_is_named(self, option: str, name: str, give: Give, here: Path) -> None:
        answer = give("export", "debate", option, name)
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.startswith(f"{option} names no file.\n")
        assert not (here / "exports").exists()

    @pytest.mark.parametrize("form", [[], ["--text"], ["--md"]], ids=["docx", "text", "md"])
    def it_is_refused_with_its_reasons(self, form: list[str], give: Give, here: Path) -> None:
        give("add", "debate", "story")
        answer = give("export", "debate", *form)
        assert answer.code == 1
        assert answer.out == ""
        assert answer.err.startswith("It was not exported. ")
        assert "outlines/debate.toml:" in answer.err
        assert "Wrenfield" not in answer.err
        assert not list(here.glob("exports/*"))

    def it_tells_a_program_why_it_is_refused(self, give: Give) -> None:
        give("add", "debate", "story")
        told = json.loads(give("export", "debate", "--json").err)["error"]
        assert told["what"].startswith("It was not exported. ")
        assert told["where"].startswith("outlines/debate.toml:")

    def it_passes_where_a_reason_is_given_and_keeps_the_reason(self, give: Give, here: Path) -> None:
        give("block", "debate", "text=a\u200bb")
        refused = give("export", "debate")
        assert refused.code == 1
        assert "--acknowledge GATE-04=REASON" in refused.err
        assert give("export", "debate", "--acknowledge", "GATE-04=").code == 2
        assert give("export", "debate", "--acknowledge", "GATE-99=It is so").code == 2
        reason = ("--acknowledge", "GATE-04=It stands so in the original")
        assert "--by NAME" in give("export", "debate", *reason).err
        made = give("export", "debate", *reason, "--by", "A. Researcher")
        assert made.code == 0
        assert ": acknowledged: " in made.err
        assert "Let pass because: It stands so in the original [GATE-04]" in made.err
        assert "stop: " not in made.err
        told = json.loads(give("export", "debate", *reason, "--by", "A. Researcher", "--json").out)["findings"]
        assert [finding["acknowledged"] for finding in told if finding["severity"] == "stop"] == [
            "It stands so in the original"
        ]
        record = tomllib.loads(next((here / "exports").glob("debate.*.toml")).read_text(encoding="utf-8"))
        assert record["acknowledged"][0]["reason"] == "It stands so in the original"

    def it_prints_the_words_of_the_same_document(self, give: Give, here: Path) -> None:
        text, markdown = (give("export", "debate", form).out for form in ("--text", "--md"))
        assert "Half the schools in Eastmere have a breakfast club" in text
        assert text.startswith("Office use only\n\nBreakfast clubs: debate\n===")
        assert markdown.startswith("Office use only\n\n# Breakfast clubs: debate\n")
        assert "[^1]" in markdown
        assert not (here / "exports").exists()

    def it_exports_the_whole_example(self, give: Give, here: Path) -> None:
        give("new", "fresh", "--example")
        names = [row["name"] for row in json.loads(give("outlines", "--library", "fresh", "--json").out)["outlines"]]
        assert len(names) == 4
        for name in names:
            assert give("export", name, "--library", "fresh").code == 0
        assert sorted(path.stem for path in (here / "exports").glob("*.docx")) == sorted(names)
