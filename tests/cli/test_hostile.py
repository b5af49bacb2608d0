"""Text out of files and out of the shell reaches the terminal as text, with nothing in it that would be obeyed."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest
import tomli_w

from tests.cli.ground import Give, Shell

ESCAPES = "\x1b]52;c;cHduZWQ=\x07 \x1b[6n \x9b31m \x7f \x08"
TURNS = "\u202egnihton\u202c \u200b \u2066 \ufeff \U000e0041"
BRACKETS = "[@click=app.quit]x[/] [not victims] [/] [bold"
NASTY = f"a {ESCAPES} {TURNS} {BRACKETS} b"

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)


@pytest.fixture
def nasty(here: Path) -> Path:
    """A library in which every field that can holds what a terminal would obey."""
    card = {
        "id": "evil",
        "kind": f"record {NASTY}",
        "claim": NASTY,
        "quote": f"{NASTY}\r\nsecond line",
        "speaker": NASTY,
        "source": "bad",
        "at": NASTY,
        "tags": [NASTY, "plain"],
        "checked": {"by": NASTY},
        NASTY: NASTY,
    }
    source = {"id": "bad", "kind": "web", "title": NASTY, "author": NASTY, "url": f"javascript:{NASTY}"}
    damaged = {"id": "torn", "kind": "record", "claim": 7, "as_of": NASTY}
    note = {"title": NASTY, "summary": NASTY, "source": [source], "card": [card, damaged]}
    (here / "notes/nasty.toml").write_bytes(tomli_w.dumps(note).encode())
    block = {"id": "b1", "text": NASTY, "note": NASTY}
    outline = {"title": NASTY, "product": "speech", "date": "2025", "event": NASTY, "block": [block]}
    (here / "notes/outlines/nasty.toml").write_bytes(tomli_w.dumps(outline).encode())
    return here


COMMANDS = [
    "search kind:record",
    "show evil",
    "show bad",
    "show nasty",
    "outlines",
    "check",
    "check nasty",
    "export nasty --text",
    "edit evil as_of=never",
]


def is_clean(text: str) -> bool:
    """Whether no character is left that a terminal would obey or hide."""
    return FORBIDDEN.search(text) is None


@pytest.mark.hostile
@pytest.mark.usefixtures("nasty")
@pytest.mark.parametrize("typed", COMMANDS)
def test_nothing_a_terminal_would_obey_is_printed(typed: str, give: Give) -> None:
    answer = give(*typed.split())
    assert is_clean(answer.out)
    assert is_clean(answer.err)
    assert "Traceback" not in answer.err
    assert "briefing itself" not in answer.err


@pytest.mark.hostile
@pytest.mark.usefixtures("nasty")
@pytest.mark.parametrize("typed", ["search kind:record", "show evil", "show nasty", "outlines", "check"])
def test_a_program_gets_every_character_and_the_terminal_none(typed: str, give: Give) -> None:
    answer = give(*typed.split(), "--json")
    assert is_clean(answer.out)
    json.loads(answer.out)
    if typed == "show evil":
        shown = json.loads(answer.out)
        assert shown["claim"] == NASTY
        assert shown["quote"] == f"{NASTY}\r\nsecond line"
        assert shown[NASTY] == NASTY


@pytest.mark.hostile
@pytest.mark.usefixtures("nasty")
def test_words_in_brackets_are_shown_as_they_are(give: Give) -> None:
    assert BRACKETS in give("show", "evil").out
    assert BRACKETS in give("search", "kind:record").out


@pytest.mark.hostile
@pytest.mark.usefixtures("nasty")
def test_a_sign_stands_for_every_hidden_character(give: Give) -> None:
    claim = next(line for line in give("show", "evil").out.splitlines() if line.startswith("claim"))
    assert "␛]52;c;cHduZWQ=␇" in claim
    assert "⟨RLO⟩gnihton⟨PDF⟩" in claim
    assert "⟨ZWSP⟩" in claim


@pytest.mark.hostile
@pytest.mark.parametrize(
    "typed",
    [
        [NASTY],
        ["show", NASTY],
        ["search", NASTY],
        ["card", NASTY, "claim=x"],
        ["card", "roads", NASTY],
        ["card", "roads", f"claim=x{NASTY}", f"as_of={NASTY}"],
        ["card", "roads", f"{NASTY}={NASTY}"],
        ["edit", "half", f"superseded_by={NASTY}"],
        ["add", "debate", NASTY],
        ["block", "debate", NASTY, "weight=must"],
        ["outline", NASTY, "--as", "speech"],
        ["check", NASTY],
        ["check", "debate", "--on", NASTY],
        ["search", "x", "--library", NASTY],
        ["search", "x", "--limit", NASTY],
        ["source", "roads", "kind=web", "title=x", "--text", NASTY],
        ["search", "x", f"--{NASTY}"],
        ["\udce9"],
        ["show", "\udce9\ud800"],
    ],
    ids=repr,
)
def test_what_was_typed_comes_back_in_an_error_as_text(typed: list[str], here: Path, give: Give) -> None:
    for words in (typed, [*typed, "--json"]):
        answer = give(*words)
        assert is_clean(answer.out + answer.err)
        assert "briefing itself" not in answer.err
        assert "Traceback" not in answer.err


@pytest.mark.hostile
@pytest.mark.skipif(os.name != "posix", reason="such a name cannot be given to a file on Windows")
def test_the_names_of_files_are_text_too(here: Path, give: Give) -> None:
    (here / "notes" / "a\x1b[31m\u202eb.toml").write_text("title = 'x'\n[[card]]\nid = 'deep'\n", encoding="utf-8")
    for typed in (["check"], ["check", "--json"], ["show", "deep"], ["search", "x"], ["card", "a", "claim=x"]):
        answer = give(*typed)
        assert is_clean(answer.out + answer.err)


BOMBS = {
    "many parts": b"a" + b".a" * 20_000 + b" = 1\n",
    "deep": b"x = " + b"[" * 100_000 + b"\n",
    "long number": b"x = " + b"9" * 10_000 + b"\n",
    "same key twice": b"title = 'a'\ntitle = 'b'\n",
    "no number": b"[[card]]\nid = 'n'\nkind = 'record'\nclaim = nan\n",
    "not text": b"title = '\xff\xfe'\n",
    "marked": b"\xef\xbb\xbftitle = 'a'\r\n",
    "never closed": b'title = """\n',
}


@pytest.mark.hostile
@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_a_file_made_to_do_harm_stops_nothing_else(bomb: bytes, here: Path, shell: Shell) -> None:
    (here / "notes/bomb.toml").write_bytes(bomb)
    assert shell("search", "bypass").out == b"bypass  ?  commitment  The bypass opens in spring\n"
    checked = shell("check")
    assert checked.code in {0, 1}
    assert b"Traceback" not in checked.err


@pytest.mark.hostile
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a system with named pipes")
def test_a_pipe_or_a_link_in_the_library_is_not_followed(here: Path, shell: Shell) -> None:
    (here / "secret.toml").write_text("title = 'not in the library'\n", encoding="utf-8")
    os.mkfifo(here / "notes/pipe.toml")
    (here / "notes/link.toml").symlink_to(here / "secret.toml")
    checked = shell("check")
    assert checked.code == 1
    assert b"pipe.toml" in checked.out
    assert b"link.toml" in checked.out
    assert shell("search", "bypass").code == 0
