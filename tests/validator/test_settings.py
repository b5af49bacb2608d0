"""What Microsoft's validator says of a file with each setting changed: nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.validator.validator import validate
from tests.word.ground import opened
from tests.word.template.shaped import CHANGED, document
from tests.word.test_contents import long


@pytest.mark.parametrize("name", CHANGED)
def test_a_file_is_valid_with_the_setting_changed(name: str, tmp_path: Path) -> None:
    for product in ("briefing", "reply"):
        assert validate(opened(document(product, **{name: CHANGED[name]})).content, tmp_path) == []


def test_a_file_is_valid_with_every_setting_changed(tmp_path: Path) -> None:
    for product in ("speech", "lines"):
        assert validate(opened(document(product, **CHANGED)).content, tmp_path) == []


def test_a_file_with_a_list_of_contents_is_valid(tmp_path: Path) -> None:
    assert validate(opened(long()).content, tmp_path) == []
