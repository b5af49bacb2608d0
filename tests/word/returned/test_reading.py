"""A returned file is read with what was put there and what was taken away."""

from __future__ import annotations

import pytest

from briefing.word.returned.changes import changes
from briefing.word.returned.placing import place
from briefing.word.returned.reading import read_returned
from briefing.word.returned.values import Kind
from briefing.word.writing import write_docx
from tests.word.ground import PRODUCTS, rich
from tests.word.returned.ground import exported_by, gone, ins, p, read, t, told


def test_an_insertion_and_a_deletion() -> None:
    file = read(p(t("The bus "), gone("never"), ins(t("always")), t(" runs.")))
    (paragraph,) = file.paragraphs
    assert told(paragraph) == ["=The bus ", "-never", "+always", "= runs."]
    assert paragraph.rejected == "The bus never runs."
    assert paragraph.accepted == "The bus always runs."
    assert [one.kind for one in file.revisions] == [Kind.DELETION, Kind.INSERTION]
    assert {one.author for one in file.revisions} == {"A. Member"}
    assert {one.date for one in file.revisions} == {"2025-03-05T09:00:00Z"}


@pytest.mark.parametrize("product", PRODUCTS)
def test_an_export_nobody_touched(product: str) -> None:
    written = write_docx(rich(product))
    file = read_returned(written.content)
    ours = [paragraph for paragraph in file.paragraphs if paragraph.bookmarks]
    assert [(paragraph.bookmarks, paragraph.accepted) for paragraph in ours] == [
        ((mark.bookmark,), mark.text) for mark in written.marks
    ]
    assert (file.export, file.revisions, file.comments, file.warnings) == (written.export, (), (), ())
    assert file.sha256 == written.sha256
    assert changes(place(file, exported_by(written))).listed == ()
