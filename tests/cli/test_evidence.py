"""Cards and sources from the command line, as transcripts."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.library.opened import OpenLibrary
from tests.cli.ground import Give, Shell, Story


class DescribeCard:
    def it_makes_a_card_and_prints_its_id(self, story: Story, here: Path) -> None:
        before = (here / "notes/roads.toml").read_text(encoding="utf-8")
        story("""
            $ briefing card roads id=lamps kind=statistic claim="Nine lamps in ten work" place=Eastmere
            lamps
        """)
        after = (here / "notes/roads.toml").read_text(encoding="utf-8")
        assert after == before + (
            '\n[[card]]\nid = "lamps"\nkind = "statistic"\nclaim = "Nine lamps in ten work"\nplace = "Eastmere"\n'
        )

    def it_draws_an_id_where_none_is_given(self, story: Story) -> None:
        story("""
            $ briefing card roads claim="The bridge is closed on Sundays"
            @@@@@@@@
        """)

    @pytest.mark.parametrize(
        "typed",
        [
            "schools/breakfast",
            "schools/breakfast.toml",
            "notes/schools/breakfast.toml",
            "./notes/schools/breakfast.toml",
        ],
    )
    def it_takes_a_note_by_name_or_as_the_shell_completes_it(self, typed: str, give: Give, here: Path) -> None:
        assert give("card", typed, "id=new", "kind=record", "claim=A claim").out == "new\n"
        assert 'id = "new"' in (here / "notes/schools/breakfast.toml").read_text(encoding="utf-8")

    def it_names_the_notes_that_are_near(self, story: Story) -> None:
        story("""
            $ briefing card brekfast claim=x
            2> There is no note brekfast in this library.
            2> Did you mean schools/breakfast?
            2$
            $ briefing card zebra claim=x
            2> There is no note zebra in this library.
            2> A note is a file in the library; one line is enough to begin it: title = "The topic"
            2$
        """)

    def it_says_what_is_wrong_with_a_field(self, story: Story) -> None:
        story("""
            $ briefing card roads claim=x as_of=yesterday
            2> as_of must be a date, as 2025-01-08 (or 2025-01, or 2025), not 'yesterday'.
            65$
            $ briefing card roads kind=record
            2> claim is needed.
            65$
            $ briefing card roads id=half claim=x
            2> The id 'half' is already used in schools/breakfast.
            65$
        """)

    def it_says_which_fields_there_are(self, give: Give) -> None:
        answer = give("card", "roads", "clam=x")
        assert answer.code == 2
        assert answer.err.startswith("There is no field 'clam'.\nThe fields are: id, kind, claim, quote,")

    def it_reads_lists_and_tables(self, give: Give, here: Path) -> None:
        give("card", "roads", "id=vote", "kind=vote", "claim=We voted", "tags=a, b", "division=number: 12, did: no")
        card = OpenLibrary(here / "notes").library.cards["vote"]
        assert card.tags == ("a", "b")
        assert card.division == {"number": 12, "did": "no"}


class DescribeSource:
    def it_makes_a_source_and_prints_its_id(self, story: Story) -> None:
        story("""
            $ briefing source roads id=plan kind=report title="The roads plan" published=2024-11
            plan
            $ briefing show plan
            plan  source in roads.toml:3
            kind       report
            title      The roads plan
            published  2024-11
        """)

    def it_keeps_the_text_with_what_it_takes_to_know_it_again(self, story: Story, here: Path) -> None:
        (here / "plan.txt").write_bytes("\ufeffPage one\r\nsays so.\fPage two\r\n\f".encode())
        story("""
            $ briefing source roads id=plan kind=report title=Plan --text plan.txt
            plan
        """)
        kept = (here / "notes/sources/plan.txt").read_bytes()
        assert kept == b"Page one\nsays so.\fPage two\n"
        assert OpenLibrary(here / "notes").library.sources["plan"].text == {
            "sha256": hashlib.sha256(kept).hexdigest(),
            "read_on": datetime.now(UTC).astimezone().date(),
            "pages": 2,
        }

    def it_reads_the_text_from_another_command(self, shell: Shell, here: Path) -> None:
        shell("source", "roads", "id=plan", "kind=report", "title=Plan", "--text", "-", stdin=b"One\fTwo\f")
        assert (here / "notes/sources/plan.txt").read_bytes() == b"One\fTwo\n"

    def it_refuses_a_text_it_cannot_keep_and_makes_nothing(self, story: Story, here: Path) -> None:
        (here / "latin.txt").write_bytes(b"caf\xe9")
        (here / "empty.txt").write_bytes(b"\f\n")
        (here / "notes/sources").mkdir()
        (here / "notes/sources/plan.txt").write_bytes(b"other words\n")
        (here / "words.txt").write_bytes(b"words")
        before = (here / "notes/roads.toml").read_bytes()
        story("""
            $ briefing source roads id=plan kind=report title=Plan --text latin.txt
            2> The text is not plain text in UTF-8.
            2> latin.txt
            2> Save it as plain text in UTF-8, then try again.
            65$
            $ briefing source roads id=plan kind=report title=Plan --text empty.txt
            2> There are no words in it.
            2> empty.txt
            2> Give a file that holds the words of the source.
            65$
            $ briefing source roads id=plan kind=report title=Plan --text gone.txt
            2> There is no file gone.txt.
            2$
            $ briefing source roads id=plan kind=report title=Plan --text words.txt
            2> sources/plan.txt is there already.
            2> Remove it, or give the source another id.
            65$
        """)
        assert (here / "notes/roads.toml").read_bytes() == before
        assert (here / "notes/sources/plan.txt").read_bytes() == b"other words\n"

    def it_keeps_the_text_of_a_source_that_is_there_already(self, story: Story, give: Give, here: Path) -> None:
        (here / "survey.txt").write_text("Many of them start the day without breakfast.\fNo more.\n", encoding="utf-8")
        give("edit", "tired", "quote=Many of them start the day without breakfast.", "at=", "source=survey-2024")
        give("edit", "half", "quote=Half of them do.", "source=survey-2024")
        story("""
            $ briefing edit survey-2024 --text survey.txt
            2> Exact words of 2 cards: 1 exact, 1 differs.
            $ briefing edit survey-2024 --text survey.txt
            2> Exact words of 2 cards: 1 exact, 1 differs.
            $ briefing edit half --text survey.txt
            2> half is a card; its source is survey-2024.
            2> A text is kept of a source, and serves all its cards.
            2$
            $ briefing edit survey-2024
            2> Nothing is to be changed.
            2> Name a field and its value, as in: claim='Half the schools have one'
            2$
        """)
        assert OpenLibrary(here / "notes").library.sources["survey-2024"].text["pages"] == 2

    def it_lets_no_other_text_take_the_place_of_one_that_is_kept(self, story: Story, give: Give, here: Path) -> None:
        (here / "one.txt").write_text("One.", encoding="utf-8")
        (here / "two.txt").write_text("Two.", encoding="utf-8")
        give("edit", "survey-2024", "--text", "one.txt")
        story("""
            $ briefing edit survey-2024 title=Another --text two.txt
            2> sources/survey-2024.txt is there already.
            2> Remove it, or give the source another id.
            65$
        """)
        assert OpenLibrary(here / "notes").library.sources["survey-2024"].title == "Schools before nine"


class DescribeEdit:
    def it_changes_one_field_and_leaves_the_rest_of_the_file_alone(self, story: Story, here: Path) -> None:
        before = (here / "notes/schools/breakfast.toml").read_text(encoding="utf-8")
        story("""
            $ briefing edit half at="page 5"
            2> It is used in debate.
        """)
        after = (here / "notes/schools/breakfast.toml").read_text(encoding="utf-8")
        assert after == before.replace("page 4", "page 5")

    def it_removes_a_field_that_is_given_nothing(self, story: Story) -> None:
        story("""
            $ briefing edit tired at= speaker=
            $ briefing show tired
            tired  card in schools/breakfast.toml:19
            kind    quotation
            claim   A head teacher saw fewer tired children
            quote   They are awake by nine, and so am I.
            source  survey-2024
                    Eastmere Schools Forum, Schools before nine, 5 March 2024 (forum.example). https://forum.example/before-nine
        """)

    def it_changes_a_source(self, story: Story, here: Path) -> None:
        story("""
            $ briefing edit survey-2024 number="EF 12"
        """)
        assert OpenLibrary(here / "notes").library.sources["survey-2024"].number == "EF 12"

    def it_says_that_a_check_of_other_words_is_void(self, story: Story, here: Path) -> None:
        story("""
            $ briefing edit half of=schools unit="of all schools" period=2024 place=Eastmere
            2> It is used in debate.
            $ briefing edit half status=checked --by "Jo Hall"
            2> It is used in debate.
            $ briefing edit half tags=food
            2> It is used in debate.
            $ briefing edit half claim="Most schools in Eastmere have a breakfast club"
            2> Its check no longer holds: other words were checked than these. It counts as unchecked again.
            2> It is used in debate.
        """)
        assert OpenLibrary(here / "notes").library.cards["half"].standing == "unchecked"

    def it_marks_a_card_as_checked_with_a_name_once_it_has_what_its_kind_needs(self, give: Give, here: Path) -> None:
        scope = ("of=schools", "unit=of all schools", "period=2024", "place=Eastmere")
        refused = give("edit", "half", "status=checked", "--by", "Jo Hall", *scope[:1])
        assert (refused.code, refused.err.splitlines()[0]) == (
            65,
            "It cannot be marked as checked yet: it needs the unit (unit), the period (period) and the place (place).",
        )
        nobody = give("edit", "half", "status=checked", *scope)
        assert (nobody.code, nobody.err.splitlines()[0]) == (65, "Say who checked it.")
        assert give("edit", "half", "status=checked", "--by", "Jo Hall", *scope).code == 0
        found = OpenLibrary(here / "notes").library.cards["half"]
        today = datetime.now(UTC).astimezone().date()
        assert (found.standing, found.checked["by"], found.checked["on"]) == ("checked", "Jo Hall", today)

    def it_holds_a_new_card_to_the_same(self, give: Give, here: Path) -> None:
        new = ("card", "roads", "id=sign", "kind=soundbite", "status=checked", "--by", "Jo Hall")
        assert "the population" not in give(*new, "claim=Five in a hundred signs").err
        assert OpenLibrary(here / "notes").library.cards["sign"].standing == "checked"
        assert "of whom or what (of)" in give(*new, "claim=5% of signs", "id=other").err

    def it_needs_a_reason_for_a_doubt(self, story: Story) -> None:
        story("""
            $ briefing edit bypass status=disputed
            2> Say why: a card that is disputed, superseded or withdrawn needs a reason.
            65$
            $ briefing edit bypass status=disputed why="The contract is not let"
        """)

    def it_keeps_the_id(self, story: Story) -> None:
        story("""
            $ briefing edit bypass id=road
            2> An id stays as it is: outlines and exports know the entry by it.
            2> To use another, make a new entry and mark this one superseded.
            2$
        """)

    def it_says_where_an_outline_is_changed(self, story: Story) -> None:
        story("""
            $ briefing edit debate title=x
            2> There is no card or source debate in this library.
            2> An outline's blocks are changed with: briefing block OUTLINE BLOCK FIELD=VALUE
            2$
            $ briefing edit bypas claim=x
            2> There is no card or source bypas in this library.
            2> Did you mean bypass?
            2$
        """)

    def it_can_be_undone_at_the_desk(self, give: Give, here: Path) -> None:
        give("edit", "bypass", "claim=The bypass opens in summer")
        opened = OpenLibrary(here / "notes")
        opened.undo()
        assert opened.library.cards["bypass"].claim == "The bypass opens in spring"


class DescribeAnEditThatSomebodyElseMadeToo:
    def it_shows_both_and_saves_neither(self, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
        from briefing.cli.saving import save
        from briefing.errors import Refused
        from briefing.library.authoring import change_entry

        opened = OpenLibrary(here / "notes")
        step = change_entry(opened.library, "bypass", {"claim": "The bypass opens in May"})
        path = here / "notes/roads.toml"
        path.write_text(path.read_text(encoding="utf-8").replace("spring", "autumn"), encoding="utf-8")
        with pytest.raises(Refused) as refused:
            save(opened, step)
        assert refused.value.exit_code == 1
        assert "you said The bypass opens in May; it now holds The bypass opens in autumn." in refused.value.what
        assert "autumn" in path.read_text(encoding="utf-8")
