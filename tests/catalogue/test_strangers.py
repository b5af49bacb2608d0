"""A library that somebody sent may hold Python files; whoever opens it from inside its folder runs none of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from briefing.catalogue.sharing import WORTH_IT
from tests.catalogue.ground import many, rested
from tests.library.ground import write

ROOT = Path(__file__).parents[2]
STRANGERS = ("json", "platformdirs", "multiprocessing", "struct", "hashlib", "briefing")
CODE = 'open({canary!r}, "a").write(__name__)\n'
OPENS = """
from pathlib import Path
from briefing.catalogue.opening import open_catalogue
if __name__ == "__main__":
    catalogue = open_catalogue(Path.cwd())
    catalogue.catch_up()
    print(catalogue.is_current, catalogue.library.card_count)
"""
READS = """
from pathlib import Path
from briefing.catalogue.sharing import read_packed
if __name__ == "__main__":
    folder = Path.cwd()
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.toml"))
    print(all(filed.packed for _, filed in read_packed(folder, files, b"")), len(files))
"""


@pytest.mark.hostile
@pytest.mark.parametrize("script", [OPENS, READS], ids=["opens", "reads"])
def test_no_code_in_a_library_is_run_by_a_process_that_is_started_in_it(tmp_path: Path, script: str) -> None:
    """As the installed command is run: from a folder of its own, while the current one is the library's."""
    notes = WORTH_IT + 20
    folder = rested(tmp_path / "notes", many(notes, 1))
    canary = tmp_path / "canary"
    write(folder, {f"{name}.py": CODE.format(canary=str(canary)) for name in STRANGERS})
    command = tmp_path / "command.py"
    command.write_text(f"import sys\nsys.path[0] = {str(ROOT)!r}\n{script}", encoding="utf-8")
    done = subprocess.run([sys.executable, str(command)], cwd=folder, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.split() == ["True", str(notes)]
    assert not canary.exists()
