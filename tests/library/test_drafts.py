"""Words typed and not yet saved: kept where only the user can read them, and there after a crash."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.disk.places import state_folder
from briefing.errors import DiskFailed
from briefing.library.drafts import DRAFTS, Drafts
from tests.disk.failing import leftovers


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return state_folder(tmp_path)


def test_a_draft_is_there_for_the_next_desk(state: Path) -> None:
    Drafts(state).keep("card k1", "half a sen")
    found = Drafts(state).find("card k1")
    assert found
    assert (found.name, found.text) == ("card k1", "half a sen")
    assert Drafts(state).find("card k2") is None


def test_the_last_words_count(state: Path) -> None:
    for text in ("h", "ha", "half"):
        Drafts(state).keep("card k1", text)
    assert [draft.text for draft in Drafts(state).pending()] == ["half"]


def test_the_newest_draft_is_offered_first(state: Path) -> None:
    for name in ("one", "two", "three"):
        Drafts(state).keep(name, name)
    assert [draft.name for draft in Drafts(state).pending()] == ["three", "two", "one"]


def test_a_draft_that_is_saved_is_let_go(state: Path) -> None:
    drafts = Drafts(state)
    drafts.keep("card k1", "words")
    drafts.discard("card k1")
    drafts.discard("card k1")
    assert drafts.pending() == ()
    assert drafts.find("card k1") is None


def test_there_are_none_to_begin_with(state: Path) -> None:
    assert Drafts(state).pending() == ()


@given(st.text(), st.text(st.characters()))
def test_any_words_come_back_as_they_were_typed(tmp_path_factory: pytest.TempPathFactory, name: str, text: str) -> None:
    drafts = Drafts(tmp_path_factory.mktemp("state"))
    drafts.keep(name, text)
    assert [(draft.name, draft.text) for draft in drafts.pending()] == [(name, text)]


@pytest.mark.skipif(os.name != "posix", reason="needs the modes of a POSIX system")
def test_nobody_else_can_read_them(state: Path) -> None:
    Drafts(state).keep("card k1", "the name of a child")
    assert stat.S_IMODE((state / DRAFTS).stat().st_mode) == 0o700
    (kept,) = (state / DRAFTS).iterdir()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert "k1" not in kept.name


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'"x"', b"\xff", b'{"name": 1, "text": 2, "kept": 3}', b'{"name": "n"}', b"[" * 100_000],
)
def test_what_is_no_draft_is_passed_over(state: Path, content: bytes) -> None:
    drafts = Drafts(state)
    drafts.keep("card k1", "words")
    (state / DRAFTS / "odd.json").write_bytes(content)
    assert [draft.text for draft in drafts.pending()] == ["words"]


def test_two_windows_that_keep_one_draft_keep_the_words_of_one_of_them(state: Path) -> None:
    failures: list[BaseException] = []

    def keep(letter: str) -> None:
        try:
            for number in range(15):
                Drafts(state).keep("card k1", letter * 1000 + str(number))
        except BaseException as error:  # noqa: BLE001 - whatever it is, the test must hear of it
            failures.append(error)

    threads = [threading.Thread(target=keep, args=(letter,)) for letter in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    (draft,) = Drafts(state).pending()
    assert draft.text[:1000] in {letter * 1000 for letter in "abc"}
    assert leftovers(state / DRAFTS) == []


def test_a_draft_that_cannot_be_kept_is_said_so(state: Path) -> None:
    (state / DRAFTS).write_bytes(b"in the way")
    with pytest.raises(DiskFailed) as caught:
        Drafts(state).keep("card k1", "words")
    assert caught.value.hint
