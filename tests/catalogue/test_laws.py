"""Whatever is done to the files, a library looked up through its index is the one that reading all of it gives."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from briefing.catalogue.opening import open_catalogue
from briefing.disk.places import cache_folder
from briefing.library.reading import read_one
from briefing.library.survey import OFFICE_FILE
from tests.catalogue.ground import assert_same
from tests.library.ground import OUTLINE, block, card

NAMES = ("a", "b", "z/a", "z/y/a", "z-2024/a", "z/y/b", "m/c", "outlines")
IDS = ("one", "two", "three", "Two", "x.y")
SOURCES = ("survey", "report", "one")
RESTS_ON = dict(zip(IDS, ("survey", "report", "one", "survey", "missing"), strict=True))


def _written(names: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(names), max_size=2).map(lambda ids: str(ids).replace("'", '"'))


cards = st.builds(
    lambda card_id, claim, links, handling: card(
        card_id, claim, answers=links, source=f'"{RESTS_ON[card_id]}"', handling=f'"{handling}"'
    ),
    st.sampled_from(IDS),
    st.sampled_from(("A bridge", "An arch", "A toll")),
    _written(IDS),
    st.sampled_from(("office", "open", "restricted")),
)
sources = st.sampled_from(SOURCES).map(lambda source: f'[[source]]\nid = "{source}"\nkind = "report"\ntitle = "T"\n')
damaged = st.sampled_from(("x = \n", "\x01", '[[card]]\nid = "bad"\n', "[[crad]]\nid = 1\n", "title = 3\n"))
notes = st.builds(
    lambda title, entries: f'title = "{title}"\n{"".join(entries)}',
    st.sampled_from(("Roads", "Rivers")),
    st.lists(cards | sources | damaged, max_size=4),
)
outlines = st.lists(st.sampled_from(IDS), max_size=2).map(
    lambda used: OUTLINE + block("own") + "".join(f'[[block]]\nid = "b{n}"\ncard = "{c}"\n' for n, c in enumerate(used))
)
offices = st.sampled_from(("", '[office]\nname = "The office"\n', "x = \n"))
edits = st.one_of(
    st.tuples(st.sampled_from(NAMES).map(lambda name: f"{name}.toml"), st.none() | notes),
    st.tuples(st.just("outlines/speech.toml"), st.none() | outlines),
    st.tuples(st.just(OFFICE_FILE), st.none() | offices),
    st.tuples(st.just("odd.TOML"), st.sampled_from((None, ""))),
)


def _make(folder: Path, file: str, text: str | None) -> None:
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    if text is None:
        path.unlink(missing_ok=True)
    else:
        path.write_text(text, encoding="utf-8")


@given(st.lists(st.lists(edits, min_size=1, max_size=4), min_size=1, max_size=4))
def test_it_answers_as_a_library_that_was_read_whole(rounds: list[list[tuple[str, str | None]]]) -> None:
    folder = Path(tempfile.mkdtemp())
    catalogue = open_catalogue(folder)
    try:
        for made in rounds:
            for file, text in made:
                _make(folder, file, text)
            catalogue.catch_up()
            assert_same(catalogue.library, folder)
    finally:
        catalogue.close()
        shutil.rmtree(cache_folder(folder))
        shutil.rmtree(folder)


@given(st.lists(edits, min_size=1, max_size=6), st.lists(edits, min_size=1, max_size=4))
def test_what_was_saved_is_believed_before_the_index_knows_of_it(
    before: list[tuple[str, str | None]], saved: list[tuple[str, str | None]]
) -> None:
    folder = Path(tempfile.mkdtemp())
    for file, text in before:
        _make(folder, file, text)
    catalogue = open_catalogue(folder)
    try:
        catalogue.catch_up()
        for file, text in saved:
            if file != "odd.TOML":
                _make(folder, file, text)
                catalogue.take(file, read_one(folder, file))
        assert_same(catalogue.library, folder)
        catalogue.index_taken()
        assert_same(catalogue.library, folder)
    finally:
        catalogue.close()
        shutil.rmtree(cache_folder(folder))
        shutil.rmtree(folder)
