"""The words of a document beside its Word file, as plain text and as Markdown."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.disk import saving
from briefing.disk.reading import LARGEST
from briefing.document.composing import compose
from briefing.document.document import Document
from briefing.document.markdown import markdown_text
from briefing.document.plain import plain_text
from briefing.errors import BadInput
from briefing.word.beside import MARKDOWN, PDF, TEXT, older_forms, save_beside, write_words
from briefing.word.exporting import Exported, export
from tests.document.ground import heading, library, outline, own, shows
from tests.word.ground import options

SPEECH = outline(heading("h", "Facts"), shows("b", "s1"), own("c", "A bus."), product="speech")


@pytest.fixture
def made(tmp_path: Path) -> Exported:
    """A speech that was exported."""
    return export(SPEECH, library(), tmp_path / "exports", options())


@pytest.mark.parametrize(
    ("form", "name", "words"), [(TEXT, "buses.txt", plain_text), (MARKDOWN, "buses.md", markdown_text)]
)
def test_they_are_those_of_the_document_and_named_in_its_record(
    made: Exported, form: str, name: str, words: Callable[[Document], str]
) -> None:
    document = compose(SPEECH, library())
    path = write_words(made.path, made.record, form, document)
    assert path == made.path.with_name(name)
    assert path.read_text(encoding="utf-8") == words(document)
    assert f"{form}_sha256" in tomllib.loads(made.record.read_text(encoding="utf-8"))


def test_they_are_replaced_as_long_as_nobody_has_written_in_them(made: Exported) -> None:
    first = write_words(made.path, made.record, TEXT, compose(SPEECH, library()))
    shorter = compose(outline(own("c", "A bus."), product="speech"), library())
    assert write_words(made.path, made.record, TEXT, shorter) == first
    assert first.read_text(encoding="utf-8") == plain_text(shorter)


def test_what_somebody_has_written_in_is_left_alone(made: Exported) -> None:
    document = compose(SPEECH, library())
    first = write_words(made.path, made.record, TEXT, document)
    first.write_text("My own notes", encoding="utf-8")
    assert write_words(made.path, made.record, TEXT, document).name == "buses-2.txt"
    assert first.read_text(encoding="utf-8") == "My own notes"


def test_a_file_of_another_program_is_left_alone(made: Exported) -> None:
    taken = made.path.with_suffix(".md")
    taken.write_text("A list of mine", encoding="utf-8")
    assert write_words(made.path, made.record, MARKDOWN, compose(SPEECH, library())).name == "buses-2.md"
    assert taken.read_text(encoding="utf-8") == "A list of mine"


def test_what_could_not_be_replaced_is_replaced_the_next_time(made: Exported) -> None:
    first = save_beside(made.path, made.record, PDF, b"first")
    before = made.record.read_bytes()
    with pytest.raises(BadInput):
        save_beside(made.path, made.record, PDF, b"x" * (LARGEST + 1))
    assert (first.read_bytes(), made.record.read_bytes()) == (b"first", before)
    assert save_beside(made.path, made.record, PDF, b"second") == first
    assert first.read_bytes() == b"second"


def test_one_that_another_program_holds_is_left_for_the_next_number(
    made: Exported, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = save_beside(made.path, made.record, PDF, b"first")
    really = saving._swap

    def held(beside: Path, path: Path, expected: bytes | None) -> None:
        if path == first:
            raise PermissionError
        really(beside, path, expected)

    with monkeypatch.context() as windows:
        windows.setattr(saving, "_swap", held)
        assert save_beside(made.path, made.record, PDF, b"second").name == "buses-2.pdf"
    assert first.read_bytes() == b"first"


class DescribeOnesOfAnEarlierDocument:
    SHORTER = outline(own("c", "A bus."), product="speech")

    def _with_forms(self, made: Exported) -> None:
        save_beside(made.path, made.record, PDF, b"first")
        write_words(made.path, made.record, TEXT, compose(SPEECH, library()))

    def _again(self, made: Exported) -> Exported:
        return export(self.SHORTER, library(), made.path.parent, options())

    def they_are_none_as_long_as_the_document_is_the_same(self, made: Exported) -> None:
        assert not older_forms(made.path, made.export)
        self._with_forms(made)
        assert not older_forms(made.path, made.export)
        same = export(SPEECH, library(), made.path.parent, options())
        assert not older_forms(same.path, same.export)

    def they_are_those_left_beside_a_newer_one_until_they_are_made_anew(self, made: Exported) -> None:
        self._with_forms(made)
        again = self._again(made)
        assert again.path == made.path
        assert older_forms(again.path, again.export) == ((PDF, "buses.pdf"), (TEXT, "buses.txt"))
        save_beside(again.path, again.record, PDF, b"second")
        assert older_forms(again.path, again.export) == ((TEXT, "buses.txt"),)
        back = export(SPEECH, library(), made.path.parent, options())
        assert older_forms(back.path, back.export) == ((PDF, "buses.pdf"),), "the text is of this one again"

    def they_are_told_though_somebody_has_written_in_one_since(self, made: Exported) -> None:
        self._with_forms(made)
        made.path.with_suffix(".pdf").write_bytes(b"first, and a note in the margin")
        assert not older_forms(made.path, made.export)
        again = self._again(made)
        assert (PDF, "buses.pdf") in older_forms(again.path, again.export)

    def they_are_never_the_files_of_another_program(self, made: Exported) -> None:
        made.path.with_suffix(".md").write_text("A list of mine", encoding="utf-8")
        again = self._again(made)
        assert not older_forms(again.path, again.export)
