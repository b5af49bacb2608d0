"""The documents of the example library, marked up and settled: what was accepted is what the outline then says."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.document.composing import compose
from briefing.library.opened import OpenLibrary
from briefing.library.starting import start_library
from briefing.model.outline import Outline
from briefing.settling.decisions import State
from briefing.settling.keeping import bring_all, decide, take_back
from briefing.settling.settlement import Settlement, Wish
from briefing.word.record import Circumstances, record_path, write_record
from briefing.word.returned.change import What
from briefing.word.returned.homes import Where
from briefing.word.returned.values import NONE
from briefing.word.writing import write_docx
from tests.settling.marking import Marker

CHANGES = 12
REFUSED_FOR = ("It is in words the product puts there", "It could not be placed", "It is in a note")
"""Why a change may not be accepted here, where the outline is as it was."""


def _settling(folder: Path, opened: OpenLibrary, outline: Outline, marker: Marker) -> Settlement:
    """A document of an outline, as it came back."""
    document = compose(outline, opened.library)
    written = write_docx(document)
    file = folder / f"{outline.name}.docx"
    record = write_record(outline, document, written, file, Circumstances(datetime(2025, 1, 8, tzinfo=UTC)))
    record_path(file, written.export).write_bytes(record)
    file.write_bytes(marker.mark(written.content, CHANGES))
    return bring_all([file], folder, opened.library)


@pytest.mark.returned
@pytest.mark.parametrize("is_tracked", [True, False], ids=["tracked", "untracked"])
def test_what_was_accepted_is_what_the_document_says_next(
    chance: random.Random, often: Callable[[int, int], int], tmp_path: Path, *, is_tracked: bool
) -> None:
    start_library(tmp_path / "notes", example=True)
    for _ in range(often(1, 40)):
        opened = OpenLibrary(tmp_path / "notes")
        for outline in opened.library.outlines:
            before = opened.library.outline(outline.name)
            assert before is not None
            settlement = _settling(tmp_path, opened, before, Marker(chance, is_tracked=is_tracked))
            changes = [change for change in settlement.listed if change.what is not What.TABLE]
            settlement, refused = decide(opened, settlement, changes, Wish(State.ACCEPTED))
            assert [one.why for one in refused if not one.why.startswith(REFUSED_FOR)] == []
            assert settlement.decisions
            _holds(settlement)
            again, _ = decide(opened, settlement, changes, Wish(State.ACCEPTED))
            assert again.outline == settlement.outline, "settled twice it is settled once"
            assert take_back(opened, again).outline == before


def _holds(settlement: Settlement) -> None:
    """Hold every paragraph of the file, with what was accepted, to the document the outline makes now."""
    assert settlement.outline is not None
    document = compose(settlement.outline, settlement.library)
    says = " ".join(_plain(paragraph.text) for paragraph in document.paragraphs())
    accepted = frozenset(name for name, one in settlement.decisions.items() if one.state is State.ACCEPTED)
    for wording in settlement.came[0].changes.wordings:
        if wording.home.where is Where.BLOCK and wording.home.note == NONE and _is_open(settlement, wording.home.part):
            for line in wording.with_accepted(accepted).split("\n"):
                assert _plain(line) in says


def _is_open(settlement: Settlement, part: int) -> bool:
    """Whether a part is a block's own: what a product adds follows from the blocks, and goes with them."""
    told = settlement.came[0].exported.parts[part]
    outline = settlement.outline
    block = outline.block(told.block) if outline is not None else None
    return block is not None and not block.heading


def _plain(text: str) -> str:
    return " ".join(text.split())
