"""Every product of the example library goes to LibreOffice, is edited in every way, and what was done is read back.

Whatever LibreOffice makes of a file in saving it, the reader tells exactly what was asked for: nothing is lost, nothing
stands elsewhere, and nothing is told that nobody did.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from briefing.word.returned.changes import Changes, changes
from briefing.word.returned.passages import accepted, rejected
from briefing.word.returned.placing import place
from briefing.word.returned.reading import read_returned
from tests.word.returned.ground import hold
from tests.word.returned.round_trips.asking import KINDS, Asked, Asking
from tests.word.returned.round_trips.judging import differences, judge, shown
from tests.word.returned.round_trips.office import Edited, Office
from tests.word.returned.round_trips.places import NoPlace, Places
from tests.word.returned.round_trips.products import OUTLINES, Product, product

pytestmark = pytest.mark.libreoffice

FEWEST = 12
"""Kinds of edit every product has a place for."""
_HOW = pytest.mark.parametrize("how", ["tracked", "untracked", "by turns"])


@pytest.mark.parametrize("name", OUTLINES)
def test_what_nobody_touched_has_no_change(name: str, office: Office, tmp_path: Path) -> None:
    made = product(name, tmp_path / "exports")
    for file in office.edit(made.written(tmp_path), []).files:
        assert _read(file, made).listed == ()


@pytest.mark.parametrize("name", ["briefing", "speech"])
@_HOW
def test_edits_of_every_kind_in_one_file(
    name: str, how: str, office: Office, chance: random.Random, tmp_path: Path
) -> None:
    made = product(name, tmp_path / "exports")
    _round_trip(made, _of_every_kind(made, chance, how, 1), office, tmp_path, how)


@pytest.mark.long
@pytest.mark.parametrize("name", OUTLINES)
@_HOW
def test_many_edits_in_many_files(
    name: str, how: str, office: Office, chance: random.Random, often: Callable[[int, int], int], tmp_path: Path
) -> None:
    made = product(name, tmp_path / "exports")
    for number in range(often(1, 20)):
        asked = _of_every_kind(made, chance, how, 1 + number % 3)
        _round_trip(made, asked, office, tmp_path / str(number), how)


@pytest.mark.long
@pytest.mark.parametrize("name", OUTLINES)
@pytest.mark.parametrize("how", ["tracked", "untracked"])
def test_one_edit_in_a_file(
    name: str, how: str, office: Office, chance: random.Random, often: Callable[[int, int], int], tmp_path: Path
) -> None:
    made = product(name, tmp_path / "exports")
    counts: Counter[str] = Counter()
    for kind in KINDS:
        for number in range(often(1, 3)):
            try:
                asked = _asking(Places(made, chance), chance, how).ask(kind)
            except NoPlace:
                break
            _round_trip(made, [asked], office, tmp_path / f"{kind}{number}", how)
            counts[kind] += 1
    print(f"{name}, {how}: {dict(counts)}")
    assert len(counts) >= FEWEST


def _of_every_kind(made: Product, chance: random.Random, how: str, times: int) -> list[Asked]:
    """As many edits as there is room for, so many of a kind at most."""
    kinds = sorted(KINDS) * times
    return list(_asked(chance.sample(kinds, k=len(kinds)), Places(made, chance), chance, how))


def _asked(kinds: Sequence[str], places: Places, chance: random.Random, how: str) -> Iterator[Asked]:
    for kind in kinds:
        try:
            yield _asking(places, chance, how).ask(kind)
        except NoPlace:
            continue


def _asking(places: Places, chance: random.Random, how: str) -> Asking:
    return Asking(places, tracked=chance.choice([True, False]) if how == "by turns" else how == "tracked")


def _round_trip(made: Product, asked: Sequence[Asked], office: Office, folder: Path, how: str) -> None:
    """Have a file edited, and hold what is read of it to what was asked."""
    edited = office.edit(made.written(folder), [one.edit for one in asked])
    for file in edited.files:
        found = _read(file, made)
        verdict = judge(found, asked)
        assert verdict.is_right, f"{file}\n{shown(verdict)}"
        _compare(found, edited, made, how)
    print(f"{made.name}, {how}: {sum(len(one.due) for one in asked)} changes, in each of {len(edited.files)} files")


def _read(file: Path, made: Product) -> Changes:
    found = changes(place(read_returned(file.read_bytes(), file.name), made.exported))
    hold(found)
    assert found.placed.file.warnings == ()
    return found


def _compare(found: Changes, edited: Edited, made: Product, how: str) -> None:
    """Hold the texts of a file to what LibreOffice says: accepted as edited and, where tracked, rejected as it left."""
    file = found.placed.file
    main = file.paragraphs[0].part
    now, before = list(accepted(file.paragraphs)), list(rejected(file.paragraphs))
    assert differences([one.text for one in now if one.members[0].part == main], edited.texts) == []
    notes = [one.text.strip() for one in now if one.members[0].inside.startswith("footnote")]
    assert sorted(notes) == sorted(note.strip() for note in edited.notes)
    if how == "tracked":
        exported = [part.text for part in made.exported.parts]
        assert differences([one.text for one in before if one.members[0].part == main], exported) == []
