"""What the command line says of where a card was used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.ground import Give

CLAIM = "Half the schools in Eastmere have a breakfast club"


@pytest.fixture
def exported(give: Give, here: Path) -> Path:
    """An export of the debate, for the Member."""
    answer = give("export", "debate", "--for", "Ada Marlow", "--on", "2025-02-01T09:00")
    assert answer.code == 0, answer.err
    return here / answer.out.strip()


def traced(give: Give, card: str = "half") -> dict[str, object]:
    """Return what `briefing trace` answers."""
    answer = give("trace", card, "--json")
    assert answer.code == 0
    told: dict[str, object] = json.loads(answer.out)
    return told


def only(give: Give) -> dict[str, object]:
    """Return the one export a card is found in."""
    exports = traced(give)["exports"]
    assert isinstance(exports, list)
    (export,) = exports
    assert isinstance(export, dict)
    return export


def test_it_names_the_outline_and_the_export_with_its_words(give: Give, exported: Path) -> None:
    export = only(give)
    assert traced(give)["outlines"] == ["debate"]
    assert (export["path"], export["for"], export["probable"]) == (exported.name, "Ada Marlow", False)
    assert CLAIM in str(export["words"])


@pytest.mark.usefixtures("exported")
def test_it_finds_what_was_said_before_the_claim_changed(give: Give) -> None:
    give("edit", "half", "claim=A third of the schools have one")
    assert CLAIM in str(only(give)["words"])


@pytest.mark.parametrize("damage", [True, False])
def test_an_export_whose_record_is_lost_or_damaged_is_probable(give: Give, exported: Path, *, damage: bool) -> None:
    for record in exported.parent.glob("*.toml"):
        record.write_text("export = [", encoding="utf-8") if damage else record.unlink()
    export = only(give)
    assert (export["path"], export["probable"]) == (exported.name, True)
    assert CLAIM in str(export["words"])


def test_a_renamed_export_is_known_by_its_record(give: Give, exported: Path) -> None:
    exported.rename(exported.with_name("other.docx"))
    assert (only(give)["path"], only(give)["probable"]) == ("other.docx", False)


@pytest.mark.usefixtures("exported")
def test_a_card_that_was_not_used_is_found_nowhere(give: Give) -> None:
    assert traced(give, "bypass") == {"card": "bypass", "outlines": [], "exports": []}


def test_a_file_that_is_no_document_is_told_of(give: Give, exported: Path) -> None:
    exported.with_name("broken.docx").write_bytes(b"PK\x03\x04 no more")
    answer = give("trace", "half")
    assert "broken.docx" in answer.err
    assert exported.name in answer.out


def test_a_document_without_a_record_that_does_not_say_it_is_not_listed(give: Give, exported: Path) -> None:
    give("outline", "roads", "--as", "speech", "title=Roads", "date=2025-02-03")
    give("add", "roads", "bypass")
    assert give("export", "roads", "--on", "2025-02-01T09:00").code == 0
    for record in exported.parent.glob("roads.*.toml"):
        record.unlink()
    assert (exported.parent / "roads.docx").is_file()
    assert only(give)["path"] == exported.name


def test_a_document_that_lost_its_record_is_found_by_older_wording_another_record_knows(
    give: Give, exported: Path
) -> None:
    exported.with_name("marked.docx").write_bytes(exported.read_bytes() + b"\0")
    give("edit", "half", "claim=A third of the schools have one")
    exports = traced(give)["exports"]
    assert isinstance(exports, list)
    assert [(each["path"], each["probable"]) for each in exports] == [(exported.name, False), ("marked.docx", True)]
