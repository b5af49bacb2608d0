"""What must stand in the code, and what must never stand in it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.architecture.ground import PACKAGE, TESTS, lines_naming, modules, tree_of

MARKUP = ("markup" + "=True", "markup " + "= True", "from_" + "markup", "Text.from_" + "ansi")
"""The ways in which words out of a file could come to be read as commands to the screen."""

SOMEBODYS_FOLDERS = (
    "/wo" + "rk",
    "/ho" + "me/",
    "/tm" + "p/",
    "/ro" + "ot/",
    "/Us" + "ers/",
    "C:\\\\Us" + "ers",
)
"""Places that exist on one machine and not on the next."""


@pytest.mark.parametrize("path", modules(PACKAGE, TESTS), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(tree_of(path))


def test_words_from_files_are_never_read_as_markup() -> None:
    assert [line for path in modules(PACKAGE) for line in lines_naming(path, *MARKUP)] == []


def test_nothing_names_a_place_outside_the_project() -> None:
    assert [line for path in modules(PACKAGE, TESTS) for line in lines_naming(path, *SOMEBODYS_FOLDERS)] == []
