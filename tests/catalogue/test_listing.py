"""The lists of a library, with notes in them that were saved since the index was told."""

from __future__ import annotations

from pathlib import Path

from briefing.library.reading import read_one
from tests.catalogue.ground import assert_same, catalogue, rested
from tests.library.ground import card, write


def test_a_folder_is_listed_whole_where_another_stands_in_the_middle_of_it(tmp_path: Path) -> None:
    """By their names, `schools-2024` stands between `schools` and `schools/primary`."""
    folder = rested(
        tmp_path / "notes",
        {
            "schools/a.toml": card("a1") + card("a2"),
            "schools-2024/x.toml": card("x1"),
            "schools-2024/y.toml": card("y1"),
            "schools/primary/b.toml": card("b1") + card("b2"),
            "schools/primary/c.toml": card("c1"),
            "schools/primary/d.toml": card("d1"),
        },
    )
    with catalogue(folder) as opened:
        write(folder, {"schools/primary/b.toml": card("b1") + card("b2") + card("b3")})
        opened.take("schools/primary/b.toml", read_one(folder, "schools/primary/b.toml"))
        listed = [each.id for each in opened.library.listing("schools/")]
        assert listed == ["a1", "a2", "b1", "b2", "b3", "c1", "d1"]
        assert_same(opened.library, folder)
