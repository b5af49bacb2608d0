"""A library for the stories, and a seat at the desk."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

from tests.stories.ground import FILES, WIDE, Sit, Sitting, sitting, write_library


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """The invented library, in a folder of its own."""
    return write_library(tmp_path / "notes", FILES)


@pytest.fixture
def sit(library: Path) -> Sit:
    """Sit down at the desk, with the invented library unless another is named."""

    def sit_down(
        folder: Path | None = None, *, size: tuple[int, int] = WIDE, tips: bool = False, theme: str = "dark"
    ) -> AbstractAsyncContextManager[Sitting]:
        return sitting(folder or library, size, tips=tips, theme=theme)

    return sit_down
