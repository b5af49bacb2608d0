"""Two people export one outline to one folder at the same moment: nobody is told of anything, and nothing is lost."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.disk.failing import leftovers

TIMES = 15
EXPORTS = """
import sys
from pathlib import Path
from briefing.word.exporting import export
from tests.document.ground import library, outline, own
from tests.word.ground import options
folder, whom, times = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
print("ready", flush=True)
sys.stdin.readline()
for number in range(times):
    of = outline(own("a", f"Buses, counted {number} times."))
    print(export(of, library(), folder, options(for_=whom)).path.name, flush=True)
"""


@pytest.mark.parametrize("whom", ["", "A. Member"])
def test_two_exports_at_once_both_succeed(whom: str, tmp_path: Path) -> None:
    """Both of the very same file, or each of a copy for somebody else."""
    people = [
        subprocess.Popen(
            [sys.executable, "-c", EXPORTS, str(tmp_path), for_, str(TIMES)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            cwd=Path(__file__).parents[2],
        )
        for for_ in ("", whom)
    ]
    for person in people:
        assert person.stdout
        assert person.stdout.readline() == "ready\n"
    for person in people:
        assert person.stdin
        person.stdin.write("go\n")
        person.stdin.flush()
    said = [person.communicate()[0].splitlines() for person in people]
    assert said == [["buses.docx"] * TIMES] * 2
    last = hashlib.sha256((tmp_path / "buses.docx").read_bytes()).hexdigest()
    records = [tomllib.loads(path.read_text(encoding="utf-8")) for path in tmp_path.glob("*.toml")]
    assert last in {record["sha256"] for record in records}
    assert leftovers(tmp_path) == []
