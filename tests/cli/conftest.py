"""A small library of an invented office, and ways to give commands on it: in this process, or as a shell would."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.cli.main import main
from tests.cli.ground import Answer, Give, Process, Shell, Story
from tests.cli.terminals import ROOT
from tests.cli.transcripts import follow

OFFICE = """\
[office]
name = "Office of the Member for Eastmere"

[[member]]
id = "member-for-eastmere"
name = "Ada Marlow MP"
constituency = "Eastmere"
"""

BREAKFAST = """\
# What the office knows of breakfast clubs.
title = "Breakfast clubs"

[[source]]
id = "survey-2024"
kind = "report"
title = "Schools before nine"
author = "Eastmere Schools Forum"
published = 2024-03-05
url = "https://forum.example/before-nine"

[[card]]
id = "half"
kind = "statistic"
claim = "Half the schools in Eastmere have a breakfast club"   # not the private ones
source = "survey-2024"
at = "page 4"

[[card]]
id = "tired"
kind = "quotation"
claim = "A head teacher saw fewer tired children"
quote = "They are awake by nine, and so am I."
speaker = "Rosa Field"
source = "survey-2024"
at = "page 9"

[[card]]
id = "nanny"
kind = "opposing-claim"
claim = "Breakfast is for parents to give"
speaker = "Eastmere Ratepayers"
source = "survey-2024"

[[card]]
id = "story"
kind = "story"
claim = "Wrenfield is what the family calls itself"
quote = "Wrenfield said this"
handling = "restricted"
"""

ROADS = """\
title = "Roads"

[[card]]
id = "bypass"
kind = "commitment"
claim = "The bypass opens in spring"
"""

DEBATE = """\
title = "Breakfast clubs: debate"
product = "speech"
date = 2025-02-03
member = "member-for-eastmere"
slot = "5:00"

[[block]]
id = "why1"
heading = "Why it matters"
part = "substance"

[[block]]
id = "half"
card = "half"
level = 2
weight = "must"

[[block]]
id = "they"
attack = "nanny"
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder one stands in, with a library of the usual name in it."""
    texts = {"library.toml": OFFICE, "schools/breakfast.toml": BREAKFAST, "roads.toml": ROADS}
    for name, text in {**texts, "outlines/debate.toml": DEBATE}.items():
        path = tmp_path / "notes" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def give(here: Path, capsys: pytest.CaptureFixture[str]) -> Give:
    """Gives one command in this process, in the folder of the library."""

    def command(*typed: str) -> Answer:
        code = main(typed)
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return command


@pytest.fixture
def story(give: Give) -> Story:
    """Follows a transcript of a shell, command by command, in the folder of the library."""
    return lambda transcript: follow(transcript, give)


@pytest.fixture
def shell(here: Path) -> Shell:
    """Gives one command as a process of its own, as a shell does."""

    def command(*typed: str, stdin: bytes = b"", **environment: str) -> Process:
        asked = subprocess.run(
            [sys.executable, "-m", "briefing", *typed],
            cwd=here,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            input=stdin,
            capture_output=True,
            check=False,
        )
        return Process(asked.returncode, asked.stdout, asked.stderr)

    return command
