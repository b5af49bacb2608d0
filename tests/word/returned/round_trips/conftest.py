"""LibreOffice, kept open for all round trips of a process."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.word.returned.round_trips.office import Office

_SYSTEMS_OWN = Path("/usr/bin/python3")
"""The Python that a system's LibreOffice has its bridge for; ours is another."""


@pytest.fixture(scope="session")
def office(needs: Callable[[str], Path]) -> Iterator[Office]:
    """A LibreOffice that edits files; where it or its bridge is missing, the test is skipped."""
    program = needs("soffice")
    beside = program.resolve().with_name("python")
    python = beside if beside.exists() else _SYSTEMS_OWN
    tried = (
        subprocess.run([str(python), "-c", "import uno"], check=False, capture_output=True) if python.exists() else None
    )
    if tried is None or tried.returncode:
        pytest.skip("needs the bridge from LibreOffice to Python (python3-uno)")
    office = Office(program, python)
    yield office
    office.end()
