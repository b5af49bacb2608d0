"""The settings of the layout: what they are, what counts where one cannot be, and what is said of it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields, replace
from pathlib import Path

import pytest

from briefing.document.layout import HOUSE, Layout, layout_of, misread, setting_findings
from briefing.evidence.checks import check_library
from briefing.library.reading import read_library
from briefing.model.finding import Finding, Severity
from briefing.model.library import WholeLibrary
from briefing.model.office import Office
from briefing.wording.evidence import RULES
from tests.architecture.ground import ROOT

_ROW = re.compile(r"\| `(\w+)` \| `([^`]+)` \|")


def office(**settings: object) -> Office:
    """An office with these settings."""
    return Office(settings={"layout": settings})


def told(folder: Path, written: str) -> list[Finding]:
    """What is said of the settings of a library."""
    (folder / "library.toml").write_text(written, encoding="utf-8")
    library = read_library(folder)
    return [found for found in check_library(library, also=setting_findings(library.office)) if found.rule == "LIB-10"]


class DescribeTheSettings:
    def they_are_those_of_the_house_where_nothing_is_set(self) -> None:
        assert layout_of(Office()) == HOUSE

    def they_are_taken_as_they_are_set(self) -> None:
        set_so = {
            "body_size": 14,
            "line_length": [50, 60],
            "paper": "Letter",
            "numbering": False,
            "creator": "An office",
        }
        assert layout_of(office(**set_so)) == replace(
            HOUSE, body_size=14, line_length=(50, 60), paper="Letter", numbering=False, creator="An office"
        )
        assert misread(office(**set_so)) == ()

    def they_stand_in_the_readme_with_their_defaults(self) -> None:
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        section = readme.partition("## Settings")[2].partition("\n## ")[0]
        listed = {name: tomllib.loads(f"is = {default}")["is"] for name, default in _ROW.findall(section)}
        defaults = {field.name: field.default for field in fields(Layout)}
        assert {name: tuple(held) if isinstance(held, list) else held for name, held in listed.items()}.items() <= (
            defaults.items()
        )
        rest = set(defaults) - set(listed)
        assert all(f"`{name}`" in section and defaults[name] is True for name in rest)


class DescribeASettingThatCannotBe:
    @pytest.mark.parametrize(
        ("name", "value", "wanted"),
        [
            ("body_size", "large", "it must be a number from 8 to 36"),
            ("body_size", 4, "it must be a number from 8 to 36"),
            ("body_size", float("inf"), "it must be a number from 8 to 36"),
            ("note_size", True, "it must be a number from 6 to 36"),
            ("contrast", 21, "it must be a number from 1 to 18"),
            ("pages", 0, "it must be a number from 1 to 1000"),
            ("line_length", [75, 45], "it must be two numbers in brackets from 20 to 200, the smaller first"),
            ("line_length", 60, "it must be two numbers in brackets from 20 to 200, the smaller first"),
            ("letter_line_length", [0, 90], "it must be two numbers in brackets from 20 to 200, the smaller first"),
            ("paper", "a4", "it must be one of A4, Letter"),
            ("align", "right", "it must be one of left, justified"),
            ("language", "en_GB <b>", 'it must be a language as in "en-GB" or "cy"'),
            ("language", "en" + "-abcdefgh" * 10, 'it must be a language as in "en-GB" or "cy"'),
            ("creator", "An\noffice", "it must be words in quotation marks, on one line"),
            ("template", 3, "it must be words in quotation marks, on one line"),
            ("numbering", 1, "it must be true or false"),
            ("margins", 2, "there is no such setting"),
        ],
    )
    def it_counts_as_its_default_and_says_what_it_should_be(self, name: str, value: object, wanted: str) -> None:
        spoilt = office(**{name: value, "paper": "Letter"} if name != "paper" else {name: value})
        assert [(one.name, one.wanted) for one in misread(spoilt)] == [(name, wanted)]
        assert layout_of(spoilt) == (HOUSE if name == "paper" else replace(HOUSE, paper="Letter"))

    def it_is_found_in_its_file_on_its_line(self, tmp_path: Path) -> None:
        (found,) = told(tmp_path, '[office]\nname = "An office"\n\n[settings.layout]\npages = 3\nbody_size = "large"\n')
        assert (found.severity, str(found.place), found.field) == (Severity.WARN, "library.toml:6", "body_size")
        assert found.message == "The setting “body_size” is not used: it must be a number from 8 to 36."
        assert found.suggestion == "Mend it in library.toml; until then it counts as 12."

    def it_is_found_where_the_table_is_written_within_another(self, tmp_path: Path) -> None:
        (found,) = told(tmp_path, '\n[settings]\nlayout = { align = "right" }\n')
        assert str(found.place) == "library.toml:3"
        assert found.suggestion.endswith('counts as "left".')

    def it_may_be_a_name_that_was_meant_for_another(self, tmp_path: Path) -> None:
        near, far = told(tmp_path, "[settings.layout]\nbodysize = 14\nwine = true\n")
        assert near.message == "The setting “bodysize” is not used: there is no such setting."
        assert near.suggestion.startswith("Perhaps “body_size” was meant")
        assert far.suggestion.startswith("Take it out of library.toml")

    def it_may_be_the_whole_table(self, tmp_path: Path) -> None:
        (found,) = told(tmp_path, "[settings]\nlayout = 3\n")
        assert str(found.place) == "library.toml:2"
        assert "[settings.layout]" in found.message
        (twice,) = told(tmp_path, "[settings.layout]\npages = 3\n\n[settings.layout]\npages = 4\n")
        assert "stands there once" in twice.message

    def it_shows_nothing_a_terminal_would_obey(self, tmp_path: Path) -> None:
        (found,) = told(tmp_path, '[settings.layout]\n"\\u001b[2J" = 1\n')
        assert "\x1b" not in found.message + found.field
        assert "␛[2J" in found.message

    def it_follows_a_rule_of_the_table(self) -> None:
        found = check_library(WholeLibrary(), also=setting_findings(office(pages=0)))
        assert {one.rule for one in found} == {"LIB-10"} <= set(RULES)
