"""A library is checked by what is kept of its notes: the findings are those of reading all of it anew."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.catalogue.checked_notes import FILE
from briefing.catalogue.checking import check_folder
from briefing.cli.findings import place_findings
from briefing.disk.places import cache_folder
from briefing.document.layout import setting_findings
from briefing.errors import NotFound
from briefing.evidence.checks import check_library
from briefing.library.files import decode, read_note_file
from briefing.library.reading import read_library
from briefing.model.card import fingerprint
from briefing.model.finding import Finding
from briefing.model.ids import NoteName
from briefing.rules.misentered import list_findings
from tests.catalogue.ground import FILES, LONG_AGO, many, rested
from tests.library.ground import OUTLINE, card

IDS = ("one", "two", "three", "Two", "x.y")
NAMES = ("a", "b", "z/a", "z/y/a", "z-2024/a", "outlines", "A")
TEXTS = ("A bridge", "12% never once", "saf\\u202ee", "")
KINDS = ("statistic", "record", "vote", "unheard", "un\\u202eheard", "odd")
STATUSES = ("unchecked", "checked", "disputed", "withdrawn")


def _ids() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from((*IDS, "nowhere")), max_size=2).map(lambda ids: str(ids).replace("'", '"'))


@st.composite
def _cards(draw: st.DrawFn) -> str:
    head = f'[[card]]\nid = "{draw(st.sampled_from(IDS))}"\nkind = "{draw(st.sampled_from(KINDS))}"\n'
    fields = {
        "claim": draw(st.sampled_from(TEXTS)),
        "source": draw(st.sampled_from(("survey", "report", "missing", ""))),
        "status": draw(st.sampled_from(STATUSES)),
        "superseded_by": draw(st.sampled_from(("", *IDS, "nowhere"))),
        "handling": draw(st.sampled_from(("office", "open", "restricted", "secret"))),
        "private": draw(st.sampled_from(TEXTS)),
    }
    links = f"answers = {draw(_ids())}\nfrom = {draw(_ids())}\n"
    return head + "".join(f'{name} = "{value}"\n' for name, value in fields.items() if value) + links


def _checked(text: str) -> str:
    """Give each card that says it is checked the print of what it says, as the desk records it."""
    found = read_note_file(NoteName("a"), decode(text.encode(), "a.toml"))
    prints = {each.id: fingerprint(each) for each in found.note.cards if each.status == "checked"}
    for card_id, sha in prints.items():
        record = f'checked = {{ by = "R. Hale", on = 2025-01-08, sha256 = "{sha}" }}\n'
        text = text.replace(f'[[card]]\nid = "{card_id}"\n', f'[[card]]\nid = "{card_id}"\n{record}')
    return text


sources = st.tuples(st.sampled_from(("survey", "report", "one")), st.sampled_from(TEXTS)).map(
    lambda pair: f'[[source]]\nid = "{pair[0]}"\nkind = "report"\ntitle = "T{pair[1]}"\n'
)
damaged = st.sampled_from(("x = \n", "\x01", '[[card]]\nid = "bad"\n', "[[crad]]\nid = 1\n", "title = 3\n"))
notes = st.builds(
    lambda title, entries, is_checked: (_checked if is_checked else str)(f'title = "{title}"\n{"".join(entries)}'),
    st.sampled_from(("Roads", "Riv\\u202eers")),
    st.lists(_cards() | _cards() | sources | damaged, max_size=4),
    st.booleans(),
)
outlines = st.lists(st.sampled_from((*IDS, "nowhere")), max_size=3).map(
    lambda used: OUTLINE + "".join(f'[[block]]\nid = "b{n % 2}"\ncard = "{c}"\n' for n, c in enumerate(used))
)
offices = st.sampled_from(
    (
        '[office]\nname = "The off\\u202eice"\n',
        '[kinds.odd]\ntitle = "Odd"\nneeds = ["source", "of"]\n',
        '[kinds.record]\ntitle = "Renamed"\nneeds = ["source", "at"]\n',
        '[settings.layout]\npaper = "foolscap"\n',
        "x = \n",
    )
)
files = st.sampled_from(NAMES).map(lambda name: f"{name}.toml")
edits = st.one_of(
    st.tuples(st.just("write"), files, notes),
    st.tuples(st.just("write"), st.just("outlines/speech.toml") | st.just("outlines/one.toml"), outlines),
    st.tuples(st.just("write"), st.just("library.toml"), offices),
    st.tuples(st.just("write"), st.just("odd.TOML"), st.just("")),
    st.tuples(st.just("remove"), files | st.just("library.toml"), st.just("")),
    st.tuples(st.just("move"), files, files),
    st.tuples(st.just("link"), files, files),
)
Edit = tuple[str, str, str]


def _do(folder: Path, edit: Edit, at: int) -> None:
    act, file, more = edit
    path, other = folder / file, folder / more
    if act == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(more, encoding="utf-8")
        # Some have rested long, others were written just now.
        os.utime(path, (LONG_AGO + at, LONG_AGO + at)) if at % 4 else None
    elif path.is_file() and act == "remove":
        path.unlink()
    elif path.is_file() and file != more:
        other.parent.mkdir(parents=True, exist_ok=True)
        other.unlink(missing_ok=True)
        path.rename(other) if act == "move" else other.hardlink_to(path)


def read_anew(folder: Path) -> tuple[Finding, ...]:
    """What the checks find in a library all of which is read."""
    whole = read_library(folder)
    noticed = (*setting_findings(whole.office), *list_findings(whole.office))
    return place_findings(check_library(whole, also=noticed), whole)


def check(folder: Path) -> tuple[Finding, ...]:
    """What they find by what is kept."""
    checked = check_folder(folder)
    return place_findings(checked.findings, checked.library)


@given(st.lists(st.lists(edits, min_size=1, max_size=5), min_size=1, max_size=5))
def test_the_findings_are_those_of_reading_all(rounds: list[list[Edit]]) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        for number, made in enumerate(rounds):
            for place, edit in enumerate(made):
                _do(folder, edit, 10 * number + place)
            assert check(folder) == read_anew(folder)
            assert check(folder) == read_anew(folder)
    finally:
        shutil.rmtree(cache_folder(folder))
        shutil.rmtree(folder)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library of a few notes with a thing or two to find, last changed long ago."""
    odd = 'title = "Odd"\n' + card("toll", source='"missing"') + card("lost", answers='["nowhere"]')
    return rested(tmp_path / "notes", {**FILES, **many(9, 3), "odd.toml": odd})


def kept(folder: Path) -> Path:
    """The file of what is kept."""
    return cache_folder(folder) / FILE


def shares_told(folder: Path) -> list[float]:
    """How far a check says it is, file by file."""
    told: list[float] = []
    check_folder(folder, told.append)
    return told


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "emptied": lambda _: b"",
    "other bytes": lambda _: b"\xff\x00" * 99,
    "cut off": lambda content: content[: len(content) // 2],
    "a word changed": lambda content: content.replace(b"toll", b"tool"),
    "another version": lambda content: b"older" + content,
    "more lines": lambda content: content + b"\n[]\n\n12345678 []",
}


class DescribeWhatIsKept:
    def it_spares_reading_what_has_not_changed(self, folder: Path) -> None:
        assert len(shares_told(folder)) == 12
        assert shares_told(folder) == []
        (folder / "odd.toml").write_text('title = "Even"\n', encoding="utf-8")
        assert shares_told(folder) == [0.0]

    def it_is_of_files_at_rest(self, folder: Path) -> None:
        check_folder(folder)
        os.utime(folder / "odd.toml", (4 * LONG_AGO, 4 * LONG_AGO))
        assert shares_told(folder) == [0.0]
        assert shares_told(folder) == [0.0]

    def it_is_forgotten_with_the_note(self, folder: Path) -> None:
        check_folder(folder)
        assert b"lost" in kept(folder).read_bytes()
        (folder / "odd.toml").unlink()
        check_folder(folder)
        assert b"lost" not in kept(folder).read_bytes()

    def it_holds_where_another_file_decides(self, folder: Path) -> None:
        sound = _checked('title = "T"\n' + card("sure", source='"elsewhere"', status='"checked"'))
        source = '[[source]]\nid = "elsewhere"\nkind = "report"\ntitle = "R"\n'
        rested(folder, {"sure.toml": sound, "more.toml": f'title = "M"\n{source}'})
        assert check(folder) == read_anew(folder)
        (folder / "more.toml").unlink()
        without = check(folder)
        assert {finding.rule for finding in without if finding.card == "sure"} == {"LIB-03", "LIB-09"}
        assert without == read_anew(folder)

    def it_can_be_deleted(self, folder: Path) -> None:
        before = check(folder)
        kept(folder).unlink()
        assert check(folder) == before == read_anew(folder)

    @pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
    def it_may_be_damaged_or_another_versions(self, folder: Path, damage: Callable[[bytes], bytes]) -> None:
        before = check(folder)
        kept(folder).write_bytes(damage(kept(folder).read_bytes()))
        assert check(folder) == before == read_anew(folder)
        assert shares_told(folder) == []

    def it_may_be_written_by_two_at_once(self, folder: Path) -> None:
        checked = check_folder(folder, lambda _: check_folder(folder))
        assert place_findings(checked.findings, checked.library) == read_anew(folder)
        assert shares_told(folder) == []
        assert check(folder) == read_anew(folder)

    def it_may_be_what_is_no_file(self, folder: Path) -> None:
        before = check(folder)
        kept(folder).unlink()
        kept(folder).mkdir()
        assert check(folder) == before

    def it_is_for_the_user_alone(self, folder: Path) -> None:
        check(folder)
        assert os.name != "posix" or kept(folder).stat().st_mode & 0o077 == 0

    def it_is_made_anew_where_the_kinds_are_others(self, folder: Path) -> None:
        check(folder)
        office = '[kinds.assertion]\ntitle = "Assertion"\nneeds = ["source"]\n'
        (folder / "library.toml").write_text(office, encoding="utf-8")
        assert len(shares_told(folder)) == 12
        assert {finding.rule for finding in check(folder)} >= {"LIB-04"}

    def it_holds_no_word_of_a_restricted_card(self, folder: Path) -> None:
        closed = {"handling": '"restricted"', "why": '"zeppelin"', "zeppelin": "1"}
        texts = {
            "whole.toml": card("r1", "A zeppelin", **closed),
            "hidden.toml": card("r2", "A zeppelin", **{**closed, "zeppelin": '"\\u202e"'}),
            "kind.toml": card("r3", handling='"restricted"').replace('"assertion"', '"zeppelin"'),
            "broken.toml": card("r4", handling='"restricted"') + "zeppelin = \n",
        }
        rested(folder, {file: f'title = "T"\n{text}' for file, text in texts.items()})
        assert check(folder) == read_anew(folder)
        assert b"r1" in kept(folder).read_bytes()
        assert b"zeppelin" not in kept(folder).read_bytes()
        assert check(folder) == read_anew(folder)


class _Stopped(Exception):
    """Nobody wants to know any more."""


class DescribeStopping:
    def it_keeps_what_was_read(self, folder: Path) -> None:
        def stop(share: float) -> None:
            if share >= 0.5:
                raise _Stopped

        with pytest.raises(_Stopped):
            check_folder(folder, stop)
        assert len(shares_told(folder)) == 6


def test_a_library_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        check_folder(tmp_path / "missing")
