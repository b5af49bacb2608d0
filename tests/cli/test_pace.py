"""`briefing pace`: how fast a Member speaks, and a speech added to that."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.speech.hansard import read_day
from briefing.speech.stretches import find_stretches
from tests.cli.conftest import OFFICE
from tests.cli.ground import Give

MEMBER = "member-for-eastmere"
USUAL, NOW = "150 words a minute (130 to 170)", "152 words a minute (140 to 165)"


def office(here: Path) -> str:
    return (here / "notes/library.toml").read_text(encoding="utf-8")


def hansard(here: Path, *said: tuple[str, str, int], name: str = "day.xml") -> str:
    speeches = "".join(
        f'<speech id="uk/2020-12-16b.1.0" speakername="{speaker}" time="{time}"><p>{"word " * words}</p></speech>'
        for time, speaker, words in said
    )
    (here / name).write_text(f"<publicwhip>{speeches}</publicwhip>", encoding="utf-8")
    return name


def test_it_is_told_before_and_after_a_speech_is_added(give: Give) -> None:
    assert give("pace", MEMBER).out == "Ada Marlow MP: 150 words a minute (130 to 170), nothing measured yet\n"
    assert give("pace", MEMBER, "--words", "1650", "--minutes", "10:00").out == (
        "Ada Marlow MP: 1,650 words in 10:00, 165 a minute, added. "
        "Before: 150 words a minute (130 to 170). Now: 158 words a minute (145 to 170).\n"
    )
    assert give("pace", "Ada Marlow", "--words", "800", "--minutes", "5").code == 0
    told = give("pace", MEMBER).out
    assert told == "Ada Marlow MP: 158 words a minute (145 to 170), measured on 2,450 words in 15:00\n"


def test_one_line_of_the_file_is_written_and_no_other(here: Path, give: Give) -> None:
    before = f"# Ours.\n{OFFICE}# pace = none yet\n\n[lists]\n"
    (here / "notes/library.toml").write_text(before, encoding="utf-8")
    assert give("pace", MEMBER, "--words", "700", "--minutes", "4:30").code == 0
    line = 'constituency = "Eastmere"\n'
    assert office(here) == before.replace(line, f"{line}pace = {{ words = 700, minutes = 4.5 }}\n")


def test_nothing_is_written_where_nothing_is_added(here: Path, give: Give) -> None:
    before = (here / "notes/library.toml").stat()
    give("pace", MEMBER)
    after = (here / "notes/library.toml").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_the_times_of_an_outline_follow(give: Give) -> None:
    give("block", "debate", "text=" + "one " * 150)
    before = json.loads(give("time", "debate", "--json").out)
    give("pace", MEMBER, "--words", "1000", "--minutes", "10")
    after = json.loads(give("time", "debate", "--json").out)
    assert (before["pace"], after["pace"]) == (150, 125)
    assert after["seconds"] > before["seconds"]
    assert after["least"] == pytest.approx(after["seconds"] * 125 / 140, abs=1)
    assert after["most"] == pytest.approx(after["seconds"] * 125 / 110, abs=1)


def test_the_words_of_an_outline_are_counted_as_they_are_said_less_its_pauses(give: Give) -> None:
    give("outline", "talk", "--as", "speech", "title=Talk")
    give("block", "talk", "text=In 2016 the NPCC said " + "word " * 146, "pause=30")
    told = json.loads(give("pace", MEMBER, "--outline", "talk", "--minutes", "1:30", "--json").out)
    assert told["added"] == {"words": round(1 + 2 + 1 + 2.4 + 1 + 146), "minutes": 1}


def test_a_script_gets_what_is_known_as_json(give: Give) -> None:
    assert json.loads(give("pace", MEMBER, "--json").out) == {
        "member": MEMBER,
        "words": 0,
        "minutes": 0,
        "pace": 150.0,
        "range": [130, 170],
    }
    told = json.loads(give("pace", MEMBER, "--words", "1650", "--minutes", "10.0", "--json").out)
    assert (told["words"], told["minutes"], told["pace"], told["range"]) == (1650, 10, 157.5, [145, 170])
    assert told["added"] == {"words": 1650, "minutes": 10}
    assert told["before"] == {"words": 0, "minutes": 0, "pace": 150.0, "range": [130, 170]}
    assert told["stretches"] == []


@pytest.mark.parametrize(
    ("typed", "code", "told"),
    [
        ("--words 700", 2, "how many minutes"),
        ("--outline debate", 2, "how many minutes"),
        ("--minutes 4", 2, "belong to no speech"),
        ("--hansard day.xml --minutes 4", 2, "its own time stamps"),
        ("--words 700 --outline debate --minutes 4", 2, "not allowed"),
        ("--words 700 --minutes soon", 2, "is no number of minutes"),
        ("--words 700 --minutes 4:75", 2, "is no number of minutes"),
        ("--words 700 --minutes -4", 2, ""),
        ("--words 0 --minutes 4", 2, "a number from 1 up"),
        ("--words 7000 --minutes 4", 65, "7,000 words in 4:00, 1,750 a minute: nobody speaks so"),
        ("--words 7 --minutes 4", 65, "nobody speaks so"),
        ("--words 7 --minutes 0", 65, "nobody speaks so"),
        ("--outline nothing --minutes 4", 2, "no outline nothing"),
        ("--hansard gone.xml", 2, "gone.xml"),
    ],
)
def test_a_slip_is_told_and_nothing_is_written(here: Path, give: Give, typed: str, code: int, told: str) -> None:
    answer = give("pace", MEMBER, *typed.split())
    assert (answer.code, answer.out) == (code, "")
    assert told in answer.err
    assert office(here) == OFFICE


def test_a_member_who_is_not_there_is_met_with_those_who_are(give: Give) -> None:
    assert f"Did you mean {MEMBER}?" in give("pace", "member-for-eastmer").err
    answer = give("pace", "zzz")
    assert (answer.code, answer.err.splitlines()[-1]) == (2, f"There are: {MEMBER}.")


class DescribeADayOfHansard:
    def it_adds_the_members_own_stretches_and_says_which(self, here: Path, give: Give) -> None:
        said = (("13:42:00", "Ada Marlow", 1500), ("13:52:00", "Bo Field", 900), ("13:58:00", "Ada Marlow", 640))
        answer = give("pace", MEMBER, "--hansard", hansard(here, *said, ("14:02:00", "Bo Field", 1)))
        assert answer.out.splitlines() == [
            "2020-12-16  13:42  1,500 words in 10:00, 150 a minute",
            "2020-12-16  13:58  640 words in 4:00, 160 a minute",
            f"Ada Marlow MP: 2,140 words in 14:00, 153 a minute, added. Before: {USUAL}. Now: {NOW}.",
        ]
        assert "pace = { words = 2140, minutes = 14 }" in office(here)

    def it_counts_a_stretch_that_stands_in_two_files_once(self, here: Path, give: Give) -> None:
        said = (("13:42:00", "Ada Marlow", 1500), ("13:52:00", "Bo Field", 900))
        files = [hansard(here, *said, name="a.xml"), hansard(here, *said, name="b.xml")]
        told = json.loads(give("pace", MEMBER, "--json", "--hansard", *files).out)
        assert told["added"] == {"words": 1500, "minutes": 10}
        assert told["stretches"] == [{"on": "2020-12-16", "at": "13:42", "words": 1500, "minutes": 10}]

    def it_knows_the_member_by_the_other_names_in_the_lists(self, here: Path, give: Give) -> None:
        people = '\n[[lists.people]]\nname = "Ada Marlow"\nalso = ["Ada J. Marlow"]\n'
        (here / "notes/library.toml").write_text(OFFICE + people, encoding="utf-8")
        file = hansard(here, ("13:42:00", "Ada J. Marlow", 1500), ("13:52:00", "Bo Field", 1))
        assert give("pace", MEMBER, "--hansard", file).code == 0

    def it_says_when_the_member_does_not_speak_there(self, here: Path, give: Give) -> None:
        file = hansard(here, ("13:42:00", "Ada J. Marlow", 1500), ("13:52:00", "Bo Field", 1))
        answer = give("pace", MEMBER, "--hansard", file)
        assert answer.code == 65
        assert "Ada Marlow MP does not speak there. Somebody there is called Ada J. Marlow." in answer.err
        assert "lists.people" in answer.err
        assert office(here) == OFFICE

    def it_says_when_no_speech_of_theirs_can_be_timed(self, here: Path, give: Give) -> None:
        file = hansard(here, ("13:42:00", "Ada Marlow", 1500), ("13:45:00", "Bo Field", 1))
        answer = give("pace", MEMBER, "--hansard", file)
        assert (answer.code, answer.err.splitlines()[:2]) == (
            65,
            ["Ada Marlow MP speaks there, but no speech can be timed.", file],
        )

    @pytest.mark.parametrize(
        "content",
        [
            '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>',
            '<!DOCTYPE a [<!ENTITY b SYSTEM "notes/library.toml">]><a>&b;</a>',
            "<publicwhip><speech>",
            "Plain words.",
            "",
        ],
    )
    def it_is_refused_where_it_is_no_such_day(self, here: Path, give: Give, content: str) -> None:
        (here / "day.xml").write_text(content, encoding="utf-8")
        answer = give("pace", MEMBER, "--hansard", "day.xml")
        assert answer.code == 65
        assert "day.xml" in answer.err
        assert "Eastmere" not in answer.err
        assert office(here) == OFFICE

    def it_may_be_a_real_one(self, here: Path, give: Give, fixtures_folder: Path) -> None:
        file = next((fixtures_folder / "hansard").glob("*2020-12-16b.xml"))
        stretches = list(find_stretches(read_day(file.read_bytes(), file.name)))
        speaker = stretches[0].speaker
        own = [stretch.measured for stretch in stretches if stretch.speaker == speaker]
        member = f'[[member]]\nid = "m"\nname = "The Rt Hon. {speaker} MP"\n'
        (here / "notes/library.toml").write_text(member, encoding="utf-8")
        told = json.loads(give("pace", "m", "--hansard", str(file), "--json").out)
        assert told["minutes"] == sum(measured.minutes for measured in own)
        assert told["words"] == round(sum(measured.words for measured in own))
