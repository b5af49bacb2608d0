"""`briefing verify`: exact words beside the kept text of their source."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.ground import Give

READ = "Foreword.\fThe clubs have readily admitted that 1,547 children were let down by them.\n"


@pytest.fixture
def quoted(give: Give, here: Path) -> str:
    """A card with exact words of a source whose text is kept."""
    (here / "read.txt").write_text(READ, encoding="utf-8")
    source = give("source", "schools/breakfast", "kind=report", "title=A review", "--text", "read.txt").out.strip()
    words = ("claim=They said so", "quote=The clubs have readily admitted", f"source={source}", "at=page 2")
    return give("card", "schools/breakfast", "kind=quotation", *words).out.strip()


def result(give: Give, card: str) -> dict[str, str]:
    (found,) = json.loads(give("verify", card, "--json").out)["quotations"]
    return {str(name): str(value) for name, value in found.items()}


def test_exact_words_are_exact(give: Give, quoted: str) -> None:
    answer = give("verify", quoted)
    assert (answer.code, answer.out) == (0, f"{quoted}  exact: as the source has them (page 2)\n")


def test_words_that_differ_are_shown_word_by_word(give: Give, quoted: str) -> None:
    give("edit", quoted, "quote=The clubs have not readily admitted that 1,574 children")
    answer = give("verify", quoted)
    assert answer.code == 1
    assert "have ⟪not⟫ readily admitted that ⟪1,574⟫ children" in answer.out
    assert "have ⟪—⟫ readily admitted that ⟪1,547⟫ children" in answer.out
    assert result(give, quoted) == {
        "card": quoted,
        "result": "differs",
        "at": "page 2",
        "expected": "The clubs have not readily admitted that 1,574 children",
        "found": "The clubs have readily admitted that 1,547 children",
    }


def test_what_a_cut_leaves_out_is_shown(give: Give, quoted: str) -> None:
    give("edit", quoted, "quote=The clubs … were let down")
    answer = give("verify", quoted)
    assert answer.code == 0
    assert "The clubs ⟪have readily admitted that 1,547 children⟫ were let down" in answer.out


def test_words_on_another_page_have_moved(give: Give, quoted: str) -> None:
    give("edit", quoted, "at=page 1")
    assert give("verify").code == 1
    assert (result(give, quoted)["result"], result(give, quoted)["at"]) == ("moved", "page 2")


def test_a_text_that_is_not_the_one_that_was_read_is_not_trusted(give: Give, quoted: str, here: Path) -> None:
    (text,) = (here / "notes/sources").glob("*.txt")
    text.write_text(READ + "And more.\n", encoding="utf-8")
    answer = give("verify", quoted)
    assert answer.code == 1
    assert "its hash differs" in answer.out
    text.unlink()
    assert result(give, quoted) == {"card": quoted, "result": "no-text"}


def test_no_word_of_a_restricted_card_is_printed(give: Give, quoted: str) -> None:
    give("edit", quoted, "handling=restricted", "quote=The clubs never admitted CANARY")
    for form in ((), ("--json",)):
        answer = give("verify", quoted, *form)
        assert answer.code == 1
        assert "CANARY" not in answer.out + answer.err
        assert "clubs" not in answer.out + answer.err


def test_a_card_is_checked_only_where_its_words_are_the_source_s(give: Give, quoted: str) -> None:
    give("edit", quoted, "speaker=The clubs", "quote=The clubs have not readily admitted")
    refused = give("edit", quoted, "status=checked", "--by", "A. Researcher")
    assert refused.code == 65
    give("edit", quoted, "quote=The clubs have readily admitted")
    assert give("edit", quoted, "status=checked", "--by", "A. Researcher").code == 0
