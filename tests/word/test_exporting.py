"""An outline becomes a file and its record; what must stay in the office stays; a marked file is left alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from briefing.disk.reading import LARGEST
from briefing.document.composing import compose
from briefing.errors import BadInput, BriefingError, DiskFailed, NotFound, Refused, WrongUse
from briefing.model.card import Card
from briefing.model.library import Library
from briefing.model.outline import Outline
from briefing.word.beside import TEXT, write_words
from briefing.word.exporting import Exported, export
from tests.document.ground import MILEAGE, attack, card, heading, library, outline, own, shows
from tests.word.ground import NOON, Opened, options
from tests.word.template.ground import template_parts, zipped

SPEECH = outline(heading("h", "Facts"), shows("b", "s1"), own("c", "A bus."), product="speech")
CHANGED = outline(heading("h", "Facts"), own("c", "Two buses."), product="speech")


def made(tmp_path: Path, of: Outline = SPEECH, held: Library | None = None, **how: object) -> Exported:
    return export(of, held or library(), tmp_path / "exports", options(**how))


def tree(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())} if folder.exists() else {}


class DescribeAnExport:
    def it_writes_the_file_and_its_record_beside_it(self, tmp_path: Path) -> None:
        done = made(tmp_path)
        assert done.path == tmp_path / "exports" / "buses.docx"
        assert done.record == tmp_path / "exports" / f"buses.{done.export}.toml"
        assert set(tree(tmp_path / "exports")) == {done.record.name, done.path.name}
        assert "A bus." in Opened(done.path.read_bytes()).text()

    def it_says_how_many_words_it_takes_to_speak_and_how_long(self, tmp_path: Path) -> None:
        done = made(tmp_path)
        assert done.words == 13
        assert done.seconds == pytest.approx(60 * 13 / 150)

    def it_tells_how_far_it_is(self, tmp_path: Path) -> None:
        heard: list[float] = []
        long = outline(*(own(f"b{number}", "Words.") for number in range(600)))
        export(long, library(), tmp_path, options(), heard.append)
        assert heard == sorted(heard)
        assert len(heard) > 5
        assert heard[-1] == 1.0

    def it_makes_another_product_where_one_is_named(self, tmp_path: Path) -> None:
        done = made(tmp_path, product="lines")
        assert tomllib.loads(done.record.read_text(encoding="utf-8"))["product"] == "lines"

    def it_leaves_file_and_record_as_they_are_when_nothing_has_changed(self, tmp_path: Path) -> None:
        first = made(tmp_path)
        before = {path: path.stat().st_mtime_ns for path in (tmp_path / "exports").iterdir()}
        again = made(tmp_path, on=NOON + timedelta(days=9), by="Somebody else")
        assert again == first
        assert {path: path.stat().st_mtime_ns for path in (tmp_path / "exports").iterdir()} == before

    def it_writes_a_lost_file_again_and_a_lost_record(self, tmp_path: Path) -> None:
        first = made(tmp_path)
        first.path.unlink()
        assert made(tmp_path).sha256 == first.sha256
        first.record.unlink()
        assert made(tmp_path).record.exists()

    def it_takes_the_place_of_an_earlier_export_that_nobody_marked(self, tmp_path: Path) -> None:
        first, second = made(tmp_path), made(tmp_path, CHANGED)
        assert (second.path, second.message) == (first.path, "")
        assert "Two buses." in Opened(second.path.read_bytes()).text()
        assert first.record.exists()
        assert second.record.exists()

    def it_stops_at_the_doubtful_until_somebody_named_says_why_not(self, tmp_path: Path) -> None:
        doubtful = library(replace(MILEAGE, status="disputed", why="Another count."))
        with pytest.raises(Refused, match="disputed"):
            made(tmp_path, held=doubtful)
        reason = {"EVID-10": "The other count is older."}
        with pytest.raises(Refused, match="nobody is named"):
            made(tmp_path, held=doubtful, acknowledged=reason)
        done = made(tmp_path, held=doubtful, acknowledged=reason, by="A. Researcher")
        assert [finding.block for finding in done.findings] == ["b"]


class DescribeAMarkedFile:
    def it_is_never_overwritten(self, tmp_path: Path) -> None:
        first = made(tmp_path)
        first.path.write_bytes(first.path.read_bytes() + b"marks")
        marked = first.path.read_bytes()
        second = made(tmp_path, CHANGED)
        assert first.path.read_bytes() == marked
        assert second.path.name == "buses-2.docx"
        assert second.record.name == f"buses-2.{second.export}.toml"
        assert second.message == (
            "buses.docx has been changed since it was exported, so it was left as it is. The new one is buses-2.docx."
        )

    def it_keeps_the_next_exports_number_too(self, tmp_path: Path) -> None:
        first = made(tmp_path)
        first.path.write_bytes(b"marks")
        assert made(tmp_path).path.name == "buses-2.docx"
        assert made(tmp_path, CHANGED).path.name == "buses-2.docx"
        (tmp_path / "exports" / "buses-2.docx").write_bytes(b"more marks")
        assert made(tmp_path, CHANGED).path.name == "buses-3.docx"

    def it_is_one_that_no_record_tells_of(self, tmp_path: Path) -> None:
        (tmp_path / "exports").mkdir()
        (tmp_path / "exports" / "buses.docx").write_bytes(b"from elsewhere")
        done = made(tmp_path)
        assert done.path.name == "buses-2.docx"
        assert "is not known as an export of this outline" in done.message

    def it_is_one_whose_record_is_damaged(self, tmp_path: Path) -> None:
        first = made(tmp_path)
        first.record.write_bytes(b"\xff = [")
        assert made(tmp_path, CHANGED).path.name == "buses-2.docx"

    def it_is_one_that_another_outline_made(self, tmp_path: Path) -> None:
        first = made(tmp_path)
        other = replace(CHANGED, name="others")  # type: ignore[arg-type]  # a name is the string it is given
        second = made(tmp_path, other, out=first.path)
        assert second.path.name == "buses-2.docx"
        assert "has been changed" not in second.message

    @pytest.mark.parametrize("lock", ["~$buses.docx", ".~lock.buses.docx#"])
    def it_may_be_open_in_word_or_libreoffice(self, lock: str, tmp_path: Path) -> None:
        first = made(tmp_path)
        (tmp_path / "exports" / lock).write_bytes(b"")
        second = made(tmp_path, CHANGED)
        assert second.path.name == "buses-2.docx"
        assert "is open in Word" in second.message
        assert Opened(first.path.read_bytes()).text()[-1] == "A bus."

    def its_long_name_is_covered_by_words_lock(self, tmp_path: Path) -> None:
        done = made(tmp_path, replace(SPEECH, name="second-reading"))  # type: ignore[arg-type]  # as above
        (done.path.parent / "~$cond-reading.docx").write_bytes(b"")
        again = made(tmp_path, replace(CHANGED, name="second-reading"))  # type: ignore[arg-type]  # as above
        assert again.path.name == "second-reading-2.docx"

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
    def it_is_told_by_a_record_read_no_further_than_its_first_table(self, tmp_path: Path) -> None:
        first = made(tmp_path)
        head, table, _ = first.record.read_bytes().partition(b"\n[")
        first.record.write_bytes(head + table + b"and so on, for as many pages as there are")
        assert made(tmp_path, CHANGED).path == first.path

    def it_is_told_whatever_stands_in_the_other_records(self, tmp_path: Path) -> None:
        first = made(tmp_path)
        for number in range(40):
            first.record.with_name(f"buses.{number}.toml").write_bytes(b"\xff = [" if number % 2 else b"by = 1\n")
        assert made(tmp_path, CHANGED).path == first.path

    def it_may_be_no_file_at_all(self, tmp_path: Path) -> None:
        (tmp_path / "exports").mkdir()
        os.mkfifo(tmp_path / "exports" / "buses.docx")
        (tmp_path / "exports" / "buses-2.docx").symlink_to(tmp_path / "elsewhere.docx")
        (tmp_path / "exports" / "buses-3.docx").mkdir()
        done = made(tmp_path)
        assert done.path.name == "buses-4.docx"
        assert not (tmp_path / "elsewhere.docx").exists()


RESTRICTED = card("k1", claim="CANARY", quote="CANARY", handling="restricted")
EMBARGOED = card("k1", claim="CANARY", embargo=NOON + timedelta(seconds=1))


@pytest.mark.hostile
class DescribeWhatStaysInTheOffice:
    @pytest.mark.parametrize("block", [shows("b", "k1"), attack("b", "k1"), shows("b", "k1", "In other words.")])
    @pytest.mark.parametrize("held", [RESTRICTED, EMBARGOED])
    def it_stops_the_export_and_names_the_block_but_not_the_words(
        self, block: object, held: Card, tmp_path: Path
    ) -> None:
        of = outline(heading("h", "Facts"), block)  # type: ignore[arg-type]  # each is a block
        with pytest.raises(Refused) as refused:
            made(tmp_path, of, library(held))
        assert refused.value.exit_code == 1
        assert "2" in refused.value.what
        assert "Facts" in refused.value.what
        assert "CANARY" not in str(refused.value)
        assert not list((tmp_path / "exports").iterdir())

    @pytest.mark.parametrize("rule", ["GATE-01", "GATE-02", "GATE-03"])
    def it_stays_whatever_is_acknowledged(self, rule: str, tmp_path: Path) -> None:
        for held in (RESTRICTED, EMBARGOED, card("another")):
            with pytest.raises(Refused):
                made(tmp_path, outline(shows("b", "k1")), library(held), acknowledged={rule: "I know."})

    def it_may_leave_when_the_embargo_is_over(self, tmp_path: Path) -> None:
        of = outline(shows("b", "k1"))
        assert made(tmp_path, of, library(EMBARGOED), on=NOON + timedelta(seconds=1)).path.exists()
        assert made(tmp_path, of, library(card("k1", embargo=date(2025, 3, 5)))).path.exists()

    def it_is_named_when_it_is_not_in_the_library(self, tmp_path: Path) -> None:
        with pytest.raises(Refused, match="Facts"):
            made(tmp_path, outline(heading("h", "Facts"), shows("b", "gone")))

    def it_holds_characters_that_turn_words_until_they_are_acknowledged(self, tmp_path: Path) -> None:
        of = outline(own("b", "safe\u202eelbisop"))
        with pytest.raises(Refused) as refused:
            made(tmp_path, of)
        assert "GATE-04" in refused.value.hint
        done = made(tmp_path, of, acknowledged={"GATE-04": "It is Hebrew."}, by="A. Researcher")
        assert "safe⟨RLO⟩elbisop" in Opened(done.path.read_bytes()).text()
        record = tomllib.loads(done.record.read_text(encoding="utf-8"))
        assert record["acknowledged"] == [{"rule": "GATE-04", "by": "A. Researcher", "reason": "It is Hebrew."}]


class DescribeAnotherPlace:
    def it_is_where_the_file_is_asked_for(self, tmp_path: Path) -> None:
        done = made(tmp_path, out=tmp_path / "My speech.DOCX")
        assert done.path == tmp_path / "My speech.DOCX"
        assert done.record.parent == tmp_path
        assert not (tmp_path / "exports").exists()

    @pytest.mark.parametrize(
        "name",
        [
            "speech.doc",
            "speech",
            ".docx",
            "CON.docx",
            "nul.final.docx",
            "com1 .docx",
            "a:b.docx",
            "a?.docx",
            "a\x1b.docx",
            "a\u202exco.docx",
            " a.docx",
            "a\n.docx",
        ],
    )
    def it_has_a_name_that_is_one_on_every_system(self, name: str, tmp_path: Path) -> None:
        with pytest.raises(WrongUse):
            made(tmp_path, out=tmp_path / name)
        assert list(tmp_path.iterdir()) == []

    def it_is_in_a_folder_that_is_there(self, tmp_path: Path) -> None:
        with pytest.raises(WrongUse):
            made(tmp_path, out=tmp_path / "gone" / "a.docx")
        assert list(tmp_path.iterdir()) == []

    def it_is_not_a_link(self, tmp_path: Path) -> None:
        (tmp_path / "a.docx").symlink_to(tmp_path / "target.docx")
        with pytest.raises(WrongUse):
            made(tmp_path, out=tmp_path / "a.docx")
        assert not (tmp_path / "target.docx").exists()


@pytest.mark.parametrize("title", ["  ", "\u00a0"])
def test_a_document_without_a_title_is_called_as_its_outline_is(title: str, tmp_path: Path) -> None:
    done = made(tmp_path, replace(SPEECH, title=title))
    assert SPEECH.name in Opened(done.path.read_bytes()).part("docProps/core.xml").xpath("string()")


class DescribeWhatCannotBe:
    def it_is_a_copy_there_is_not(self, tmp_path: Path) -> None:
        with pytest.raises(WrongUse):
            made(tmp_path, copy="secret")

    def it_is_a_product_there_is_not(self, tmp_path: Path) -> None:
        with pytest.raises(NotFound):
            made(tmp_path, product="sonnet")

    @pytest.mark.parametrize("name", ["../a", "con", "a/b", ""])
    def it_is_an_outline_whose_name_is_no_files(self, name: str, tmp_path: Path) -> None:
        with pytest.raises(BadInput):
            made(tmp_path, replace(SPEECH, name=name))  # type: ignore[arg-type]  # a name is the string it is given

    @pytest.mark.parametrize("folder", ["notes", "notes/outlines"])
    def it_is_a_file_among_the_notes(self, folder: str, tmp_path: Path) -> None:
        (tmp_path / "notes" / "outlines").mkdir(parents=True)
        (tmp_path / "notes" / "library.toml").write_bytes(b"")
        with pytest.raises(WrongUse, match="one of the library's"):
            made(tmp_path, out=tmp_path / folder / "mine.docx")
        assert not list((tmp_path / folder).glob("mine*"))

    def it_is_a_folder_for_exports_that_is_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "exports").write_bytes(b"")
        with pytest.raises(DiskFailed):
            made(tmp_path)

    def it_is_a_record_that_is_a_link(self, tmp_path: Path) -> None:
        done = made(tmp_path)
        elsewhere = tmp_path / "elsewhere.toml"
        shutil.move(done.record, elsewhere)
        done.record.symlink_to(elsewhere)
        with pytest.raises(BriefingError):
            made(tmp_path)


class DescribeTheRecord:
    def it_tells_what_was_made_of_what_when_by_whom_and_for_whom(self, tmp_path: Path) -> None:
        done = made(tmp_path, by="A. Researcher", for_="A. Member")
        record = tomllib.loads(done.record.read_text(encoding="utf-8"))
        assert {
            name: record[name] for name in ("export", "outline", "product", "copy", "path", "by", "for", "sha256")
        } == {
            "export": done.export,
            "outline": "buses",
            "product": "speech",
            "copy": "marking",
            "path": "buses.docx",
            "by": "A. Researcher",
            "for": "A. Member",
            "sha256": done.sha256,
        }
        assert record["on"] == NOON
        assert len(record["template_sha256"]) == 64

    def it_holds_the_text_and_sources_of_every_paragraph_by_its_bookmark(self, tmp_path: Path) -> None:
        done = made(tmp_path)
        record = tomllib.loads(done.record.read_text(encoding="utf-8"))
        texts = {part["text"] for part in record["part"]}
        assert texts == set(Opened(done.path.read_bytes()).text())
        (shown,) = [part for part in record["part"] if part.get("card") == "s1"]
        assert (shown["block"], shown["kind"], shown["sources"]) == ("b", "paragraph", ["audit"])

    @pytest.mark.parametrize("sign", ['"', '\\"', "\\u0041", "\\", "\t", "\x7f", "\x01", "\x1b", "£", "👍🏽", "\u00a0"])
    def it_holds_every_sign_of_a_text_as_the_file_does(self, tmp_path: Path, sign: str) -> None:
        done = made(
            tmp_path,
            outline(own("a", f"Before {sign} after"), product="speech"),
            acknowledged={"GATE-04": "Odd."},
            by="A. R.",
        )
        record = tomllib.loads(done.record.read_text(encoding="utf-8"))
        assert record["part"][-1]["text"] == Opened(done.path.read_bytes()).text()[-1]

    def it_holds_the_outline_as_it_was_but_for_what_is_for_colleagues(self, tmp_path: Path) -> None:
        of = outline(own("a", "Words.", note="CANARY", weight="must", extra={"private": "CANARY", "ours": 1}))
        done = made(tmp_path, of)
        kept = done.record.read_text(encoding="utf-8")
        assert "CANARY" not in kept
        was = tomllib.loads(kept)["as_it_was"]
        assert was["block"] == [{"id": "a", "text": "Words.", "weight": "must", "ours": 1}]
        assert (was["title"], was["date"]) == ("Rural buses", date(2025, 3, 5))

    def it_never_names_a_folder(self, tmp_path: Path) -> None:
        assert str(tmp_path) not in made(tmp_path).record.read_text(encoding="utf-8")

    def it_can_be_written_whatever_the_words_are(self, tmp_path: Path) -> None:
        odd = "half \ud83d a pair, \x00 and \ufffe"
        done = made(tmp_path, outline(own("a", odd), title=odd), acknowledged={"GATE-04": "Odd."}, by=odd)
        assert "half ⟨U+D83D⟩ a pair" in tomllib.loads(done.record.read_text(encoding="utf-8"))["part"][-1]["text"]

    def it_is_of_the_last_export_though_the_file_is_the_same(self, tmp_path: Path) -> None:
        first = made(tmp_path, outline(own("a", "A \u202ebus.")), by="Ann", acknowledged={"GATE-04": "First."})
        write_words(first.path, first.record, TEXT, compose(SPEECH, library()))
        before = tomllib.loads(first.record.read_text(encoding="utf-8"))
        of = outline(own("a", "A \u202ebus.", weight="must"))
        second = made(tmp_path, of, by="Bob", acknowledged={"GATE-04": "Second."})
        assert (second.record, second.sha256) == (first.record, first.sha256)
        now = tomllib.loads(second.record.read_text(encoding="utf-8"))
        assert now["acknowledged"] == [{"rule": "GATE-04", "by": "Bob", "reason": "Second."}]
        assert now["as_it_was"]["block"][0]["weight"] == "must"
        assert (now["by"], now["text_sha256"]) == ("Bob", before["text_sha256"])

    def it_may_be_longer_than_any_note(self, tmp_path: Path) -> None:
        done = made(tmp_path)
        with done.record.open("ab") as record:
            record.write(b"#" * (LARGEST + 1))
        assert made(tmp_path).path == done.path
        assert write_words(done.path, done.record, TEXT, compose(SPEECH, library())).name == "buses.txt"

    def its_time_is_the_time_of_the_export_with_its_zone(self, tmp_path: Path) -> None:
        done = made(tmp_path, on=datetime(2025, 3, 5, 12, 0, 0, 123, tzinfo=UTC))
        assert tomllib.loads(done.record.read_text(encoding="utf-8"))["on"] == NOON


def test_a_file_that_is_not_sound_is_never_handed_over(tmp_path: Path) -> None:
    header = template_parts()["word/header1.xml"]
    odd = header.replace(b"<w:p ", b"<w:p><w:pPr><w:pStyle w:val='Nowhere'/></w:pPr></w:p><w:p ", 1)
    office = tmp_path / "office.dotx"
    office.write_bytes(zipped({**template_parts(), "word/header1.xml": odd}))
    with pytest.raises(Refused, match="Nowhere"):
        made(tmp_path, template=office)
    assert tree(tmp_path / "exports") == {}


class DescribeTheFolderOfAnExport:
    """It may be anybody's, and on a drive that others save to from other machines."""

    @staticmethod
    def left(folder: Path, name: str, seconds_ago: float) -> Path:
        """A file that a process which is no more was writing."""
        with subprocess.Popen([sys.executable, "-c", ""]) as child:
            child.wait()
        path = folder / f".{name}.{child.pid}.tmp"
        path.write_bytes(b"half")
        os.utime(path, (time.time() - seconds_ago,) * 2)
        return path

    @pytest.mark.parametrize("name", ["buses.docx", "buses-2.docx", "buses.k3v9d5.toml", "buses.pdf"])
    def it_is_rid_of_what_a_killed_export_left(self, name: str, tmp_path: Path) -> None:
        left = self.left(tmp_path, name, 3600)
        made(tmp_path, out=tmp_path / "buses.docx")
        assert not left.exists()

    @pytest.mark.parametrize("name", ["letter.docx", "buses", "buses.xlsx", "busesheet.docx", "library.toml"])
    def it_keeps_what_others_are_writing(self, name: str, tmp_path: Path) -> None:
        left = self.left(tmp_path, name, 3600)
        made(tmp_path, out=tmp_path / "buses.docx")
        assert left.exists()

    def it_keeps_what_a_colleague_saves_this_moment_on_another_machine(self, tmp_path: Path) -> None:
        left = self.left(tmp_path, "buses.docx", 0)
        made(tmp_path, out=tmp_path / "buses.docx")
        assert left.exists()
