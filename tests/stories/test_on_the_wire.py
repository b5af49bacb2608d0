"""What truly reaches the terminal: the bytes of a desk opened on a library made to do harm."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import tomli_w

from briefing.disk.places import settings_file
from tests.cli.terminals import at_terminal
from tests.stories.ground import FILES, write_library

pytestmark = [
    pytest.mark.hostile,
    pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal"),
]

PAYLOADS = {
    "OSC 52, which writes the clipboard": "\x1b]52;c;cHduZWQ=\x07",
    "OSC 0, which sets the title": "\x1b]0;pwned\x07",
    "CSI 6n, which is answered on the input": "\x1b[6n",
    "a C1 control": "\x9b31mred",
    "a direction mark": "\u202egnihton",
    "a tag letter": "\U000e0041",
    "a zero width": "a\u200bb",
}


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A library that holds all of them wherever it can hold words."""
    words = "before " + " ".join(PAYLOADS.values()) + " after"
    card = {"id": "evil", "kind": f"x {words}", "claim": words, "quote": words, "tags": [words], "why": words}
    files = {
        "library.toml": tomli_w.dumps({"office": {"name": words}}),
        "nasty.toml": tomli_w.dumps({"title": words, "summary": words, "card": [card]}),
        "outlines/nasty.toml": tomli_w.dumps(
            {"title": words, "product": "speech", "date": "2025", "block": [{"id": "b1", "text": words}]}
        ),
    }
    return write_library(tmp_path / "notes", files)


def test_no_byte_of_a_payload_reaches_the_terminal(hostile: Path) -> None:
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text("tips_seen = true\n")
    with at_terminal(hostile.parent, str(hostile)) as terminal:
        terminal.wait_for("saved")
        for keys, shows in (("before", "before"), ("\r", "X BEFORE"), ("\x10", "Find anything")):
            terminal.type(keys)
            terminal.wait_for(shows)
        terminal.type("\x11")
        assert terminal.end() == 0
    for payload in PAYLOADS.values():
        assert payload.encode() not in terminal.shown
    assert "␛]52;c;cHduZWQ=".encode() in terminal.shown


def test_the_desk_ends_with_its_terminal(tmp_path: Path) -> None:
    library = write_library(tmp_path / "notes", FILES)
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text("tips_seen = true\n")
    with at_terminal(tmp_path, str(library)) as terminal:
        terminal.wait_for("saved")
        assert terminal.vanish() == 0
