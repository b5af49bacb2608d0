"""What the command line says of the time a speech takes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.ground import Give


def speech(give: Give) -> None:
    give("outline", "talk", "--as", "speech", "title=Talk", "slot=1:00")
    for block in (
        ("role=opening", "text=" + "one " * 25),
        ("weight=could", "text=First, " + "two " * 48),
        ("text=Secondly, " + "three " * 48, "short=" + "three " * 10),
        ("role=close", "text=" + "four " * 24),
    ):
        assert give("block", "talk", *block).code == 0


def test_it_says_how_long_each_block_and_the_whole_takes(give: Give) -> None:
    speech(give)
    told = give("time", "talk").out.splitlines()
    assert [line.split()[1:3] for line in told[:-1]] == [["0:10", "25"], ["0:20", "49"], ["0:20", "49"], ["0:10", "24"]]
    assert told[-1] == "0:59 (0:52 to 1:08) of 1:00, 147 words, at 130 to 170 words a minute"
    document = json.loads(give("time", "talk", "--json").out)
    assert (document["least"], document["seconds"], document["most"]) == (52, 59, 68)


def test_it_finds_the_best_version_for_each_limit(give: Give) -> None:
    speech(give)
    told = json.loads(give("time", "talk", "--limits", "2,0:35,0:10", "--json").out)
    whole, cut, refused = told["ladder"]
    ids = [block["id"] for block in told["blocks"]]
    assert (whole["limit"], whole["plan"], whole["seconds"], whole["blocks"]) == (120, 111, 59, ids)
    assert cut["plan"] == 32
    assert cut["blocks"] == [ids[0], ids[2], ids[3]]
    assert (cut["short"], cut["dropped"], cut["seconds"]) == ([ids[2]], [ids[1]], 24)
    assert (refused["blocks"], refused["over"]) == ([], 20 - 9)
    assert [finding["rule"] for finding in refused["findings"]] == ["CUT-01"]


def test_it_says_what_leans_on_what_is_dropped_and_where(give: Give) -> None:
    speech(give)
    answer = give("time", "talk", "--limits", "0:45")
    assert answer.code == 1
    assert re.search(
        r"outlines/talk\.toml:\d+: warn: “Secondly” counts on from block 2 \(....\), which is dropped\..*\[CUT-02\]",
        answer.out,
    )


def test_it_ends_well_where_every_limit_is_met(give: Give) -> None:
    speech(give)
    answer = give("time", "talk", "--limits", "2")
    assert (answer.code, answer.out) == (0, "2:00  takes 0:59 of 1:51 to plan for, 4 blocks\n")


@pytest.mark.parametrize("limit", ["soon", "0", "4:75", "-3", "4;3", "٣", "4,,3", " "])
def test_a_limit_that_is_none_is_refused(give: Give, limit: str) -> None:
    speech(give)
    answer = give("time", "talk", f"--limits={limit}")
    assert answer.code == 2
    assert "is no limit" in answer.err


def test_a_need_that_cannot_be_kept_is_told_of_by_a_check(give: Give) -> None:
    speech(give)
    first = json.loads(give("time", "talk", "--json").out)["blocks"][0]["id"]
    give("block", "talk", first, "with=zzzz")
    assert "no block before it that is said has that id" in give("check", "talk").out
    assert give("check", "talk", "--only", "cut-03").code == 1


def expecting_two(give: Give) -> None:
    give("outline", "talk", "--as", "speech", "title=Talk", "slot=3:00", "interventions=2")
    give("block", "talk", "text=" + "one " * 150)


def test_it_says_what_interventions_cost_and_on_whose_authority(give: Give) -> None:
    expecting_two(give)
    whole, cost, authority = give("time", "talk").out.splitlines()[-3:]
    assert whole.startswith("1:54 (1:47 to 2:03) of 5:00, 150 words")
    assert cost == "2 interventions: 0:54 to hear, 2:00 more on the clock"
    assert "Guide to Procedure" in authority
    assert authority.endswith("Looked up on 23 November 2026.")
    told = json.loads(give("time", "talk", "--json").out)["interventions"]
    assert (told["hearing"], told["given"], told["checked"]) == (54, 120, "2026-11-23")


def test_an_office_sets_its_own_figures_for_them_and_is_told_of_one_that_cannot_be(here: Path, give: Give) -> None:
    expecting_two(give)
    office = here / "notes/library.toml"
    said = office.read_text(encoding="utf-8")
    office.write_text(f"{said}\n[settings.interventions]\ngiven_for = 1\nhearing = -3\n", encoding="utf-8")
    *_, cost, authority = give("time", "talk").out.splitlines()
    assert cost == "2 interventions: 0:54 to hear, 1:00 more on the clock"
    assert authority.startswith("The office's own: given_for. Hearing: ")
    line = said.count("\n") + 4
    assert f"library.toml:{line}: warn: The setting “hearing” is not used" in give("check").out
