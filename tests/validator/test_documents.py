"""What Microsoft's validator and our own check say of everything the project writes: nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from briefing.document.composing import compose
from briefing.document.document import Document
from briefing.library.reading import read_library
from briefing.model.ids import OutlineName
from briefing.word.checking.file import check_file
from briefing.word.writing import write_docx
from tests.architecture.ground import ROOT
from tests.conftest import LONG
from tests.validator.outlines import Drawn, outlines
from tests.validator.validator import program, validate
from tests.word.ground import PRODUCTS, rich

LIBRARY = read_library(ROOT / "notes")
EXAMPLES = {outline.name: outline for outline in LIBRARY.outlines}
FEW, MANY = 15, 300
"""Outlines drawn at random: the validator takes a second or two for each."""
_SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example)


def faults(document: Document, content: bytes) -> list[str]:
    """What our own check finds in a file, a letter looked at as a letter."""
    return [f"{fault.rule}: {fault.part}: {fault.message}" for fault in check_file(content, document.kept_layout)]


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_the_examples_are_valid(name: str, tmp_path: Path) -> None:
    document = compose(EXAMPLES[OutlineName(name)], LIBRARY)
    content = write_docx(document).content
    assert faults(document, content) == []
    assert validate(content, tmp_path) == []


@pytest.mark.parametrize("product", PRODUCTS)
@pytest.mark.parametrize("copy", ["marking", "reading"])
def test_every_product_is_valid(product: str, copy: str, tmp_path: Path) -> None:
    assert validate(write_docx(rich(product), copy=copy).content, tmp_path) == []


@pytest.mark.documents
@settings(max_examples=FEW * 10 if os.environ.get(LONG) is None else MANY * 10, suppress_health_check=_SLOW)
@given(outlines())
def test_a_file_of_any_outline_passes_our_own_check(drawn: Drawn) -> None:
    document = drawn.document()
    assert faults(document, write_docx(document).content) == []


@pytest.mark.documents
def test_a_file_of_any_outline_is_valid(tmp_path: Path) -> None:
    program()

    @settings(max_examples=FEW if os.environ.get(LONG) is None else MANY, suppress_health_check=_SLOW)
    @given(outlines())
    def is_valid(drawn: Drawn) -> None:
        document = drawn.document()
        content = write_docx(document).content
        assert faults(document, content) == []
        assert validate(content, tmp_path) == []

    is_valid()
