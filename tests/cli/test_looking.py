"""Searching, showing and finding out where things are, as transcripts and as promised for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.cli.arguments import COMMANDS
from tests.cli.ground import Give, Story


class DescribeSearch:
    def it_prints_a_card_a_line(self, story: Story) -> None:
        story("""
            $ briefing search bypass
            bypass  ?  commitment  The bypass opens in spring
            2> 1 card.
            $ briefing search source:survey-2024 kind:statistic
            half  ?  statistic  Half the schools in Eastmere have a breakfast club
            2> 1 card.
        """)

    def it_leaves_out_what_is_not_wanted(self, story: Story) -> None:
        story(
            """
            $ briefing search breakfast -parents
            half   ?  statistic  Half the schools in Eastmere have a breakfast club
            2> 1 card.
        """.replace("half   ?", "half  ?")
        )

    def it_says_that_there_are_more(self, give: Give) -> None:
        answer = give("search", "source:survey-2024", "--limit", "1")
        assert len(answer.out.splitlines()) == 1
        assert answer.err == "1 of 3 cards. --limit shows more.\n"

    def it_says_that_nothing_matches(self, story: Story) -> None:
        story("""
            $ briefing search zebra
            2> No card matches.
        """)

    def it_takes_what_the_shell_left_of_a_phrase_as_a_phrase(self, story: Story) -> None:
        story("""
            $ briefing search bypass "opens in"
            bypass  ?  commitment  The bypass opens in spring
            2> 1 card.
            $ briefing search bypass "in opens"
            2> No card matches.
            $ briefing search kind:commitment -"opens in"
            2> No card matches.
            $ briefing search note:"breakfast clubs" tired
            tired  ?  quotation  A head teacher saw fewer tired children
            2> 1 card.
        """)

    def it_says_that_it_could_not_look_everywhere(self, story: Story, here: Path) -> None:
        with (here / "notes/roads.toml").open("a", encoding="utf-8") as roads:
            roads.write('\n[[card]]\nid = "torn"\nkind = "record"\nclaim = 7\n')
        story("""
            $ briefing search bypass
            bypass  ?  commitment  The bypass opens in spring
            2> 1 card.
            2> One place in the library cannot be read and was not searched: briefing check names it.
            $ briefing show torn
            2> Card 'torn': claim must be one line of text, not '7'.
            2> roads.toml:11
            2> Mend the field in an editor; the rest of the library works meanwhile.
            65$
            $ briefing edit torn claim=Whole
            2> Card 'torn': claim must be one line of text, not '7'.
            2> roads.toml:11
            2> Mend the field in an editor; the rest of the library works meanwhile.
            65$
            $ briefing add debate torn
            2> Card 'torn': claim must be one line of text, not '7'.
            2> roads.toml:11
            2> Mend the field in an editor; the rest of the library works meanwhile.
            65$
        """)

    def it_finds_what_was_made_a_moment_ago(self, story: Story) -> None:
        story("""
            $ briefing card roads id=lamps claim="Nine lamps in ten work"
            lamps
            $ briefing search lamps
            lamps  ?  assertion  Nine lamps in ten work
            2> 1 card.
        """)

    def it_answers_a_program(self, give: Give) -> None:
        answer = give("search", "awake", "--json")
        assert json.loads(answer.out) == {
            "count": 1,
            "exact": True,
            "cards": [
                {
                    "id": "tired",
                    "kind": "quotation",
                    "claim": "A head teacher saw fewer tired children",
                    "note": "schools/breakfast",
                    "source": "survey-2024",
                    "status": "unchecked",
                    "snippet": "They are awake by nine, and so am I.",
                }
            ],
        }
        assert answer.err == ""

    def it_shows_that_a_restricted_card_is_there_but_not_a_word_of_it(self, give: Give) -> None:
        answer = give("search", "kind:story")
        assert answer.out == "story  ?  story  \N{LOCK} restricted: briefing show story --open\n"
        assert json.loads(give("search", "kind:story", "--json").out)["cards"] == [
            {"id": "story", "kind": "story", "status": "unchecked"}
        ]
        assert give("search", "wrenfield").err == "No card matches.\n"


class DescribeShow:
    def it_shows_a_card_whole(self, story: Story) -> None:
        story("""
            $ briefing edit bypass supports=half
            $ briefing show half
            half  card in schools/breakfast.toml:12
            kind     statistic
            claim    Half the schools in Eastmere have a breakfast club
            source   survey-2024
                     Eastmere Schools Forum, Schools before nine, 5 March 2024, page 4 (forum.example). https://forum.example/before-nine
            at       page 4
            linked   supports of bypass
            used in  debate
        """)

    def it_shows_an_outline_whole(self, story: Story) -> None:
        story("""
            $ briefing show debate
            debate  outline in outlines/debate.toml
            title    Breakfast clubs: debate
            product  speech
            date     2025-02-03
            member   member-for-eastmere
            slot     5:00

            why1          Why it matters
            half  must      ? half  Half the schools in Eastmere have a breakfast club
            they  should  ↯ nanny  Breakfast is for parents to give
        """)

    def it_shows_a_source_and_what_rests_on_it(self, story: Story) -> None:
        story("""
            $ briefing show survey-2024
            survey-2024  source in schools/breakfast.toml:4
            kind       report
            title      Schools before nine
            author     Eastmere Schools Forum
            published  2024-03-05
            url        https://forum.example/before-nine
            used in    half, tired, nanny
        """)

    def it_answers_a_program_with_the_fields_of_the_file(self, give: Give) -> None:
        assert json.loads(give("show", "half", "--json").out) == {
            "id": "half",
            "type": "card",
            "kind": "statistic",
            "claim": "Half the schools in Eastmere have a breakfast club",
            "source": "survey-2024",
            "at": "page 4",
            "status": "unchecked",
            "handling": "office",
        }
        assert json.loads(give("show", "survey-2024", "--json").out)["published"] == "2024-03-05"
        outline = json.loads(give("show", "debate", "--json").out)
        assert (outline["id"], outline["type"], outline["date"]) == ("debate", "outline", "2025-02-03")
        assert outline["block"][1] == {"id": "half", "card": "half", "level": 2, "weight": "must"}

    def it_shows_a_restricted_card_only_when_it_is_opened(self, story: Story) -> None:
        story("""
            $ briefing show story
            2> story is restricted.
            2> Its words are shown with --open; see that nobody looks on who should not.
            1$
            $ briefing show story --json
            2> {
            2>   "error": {
            2>     "what": "story is restricted.",
            2>     "hint": "Its words are shown with --open; see that nobody looks on who should not."
            2>   }
            2> }
            1$
            $ briefing show story --open
            story  card in schools/breakfast.toml:35
            kind      story
            claim     Wrenfield is what the family calls itself
            quote     Wrenfield said this
            handling  restricted
        """)

    def it_keeps_a_restricted_cards_words_out_of_an_outline(self, give: Give) -> None:
        give("add", "debate", "story")
        answer = give("show", "debate")
        assert "\N{LOCK}" in answer.out
        assert "Wrenfield" not in answer.out + give("show", "debate", "--json").out

    def it_says_that_a_blocks_card_is_gone(self, give: Give, here: Path) -> None:
        path = here / "notes/outlines/debate.toml"
        path.write_text(path.read_text(encoding="utf-8").replace('card = "half"', 'card = "lost"'), encoding="utf-8")
        assert "lost  There is no card lost in this library." in give("show", "debate").out

    def it_says_that_a_check_is_of_other_words(self, give: Give) -> None:
        scope = ("source=survey-2024", "owner=Jo Hall", "due=2025-03")
        give("edit", "bypass", *scope, "status=checked", "checked=by: Jo Hall, on: 2025-01-09")
        assert "(of other words" not in give("show", "bypass").out
        give("edit", "bypass", "claim=The bypass opens in summer")
        assert "(of other words than these, so it counts as unchecked)" in give("show", "bypass").out

    def it_names_what_is_near(self, story: Story) -> None:
        story("""
            $ briefing show survey
            2> There is no card, source or outline survey in this library.
            2> Did you mean survey-2024?
            2$
        """)


class DescribeWhichLibrary:
    def it_is_the_one_named(self, story: Story, here: Path) -> None:
        (here / "notes").rename(here / "elsewhere")
        story("""
            $ briefing search bypass --library elsewhere
            bypass  ?  commitment  The bypass opens in spring
            2> 1 card.
            $ briefing --library elsewhere search bypass
            bypass  ?  commitment  The bypass opens in spring
            2> 1 card.
        """)

    def it_is_the_one_in_the_settings_where_there_is_none_here(self, give: Give, here: Path) -> None:
        settings = Path(json.loads(give("where", "--json").out)["settings"])
        settings.parent.mkdir(parents=True)
        (here / "notes").rename(here / "elsewhere")
        settings.write_text(f"library = '{here / 'elsewhere'}'\n", encoding="utf-8")
        assert json.loads(give("where", "--json").out)["library"] == str(here / "elsewhere")

    def it_is_the_folder_one_stands_in(self, give: Give, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(here / "notes")
        assert json.loads(give("where", "--json").out)["library"] == str(here / "notes")

    def it_says_what_to_do_where_there_is_none(self, story: Story, give: Give, here: Path) -> None:
        settings = json.loads(give("where", "--json").out)["settings"]
        (here / "notes").rename(here / "elsewhere")
        answer = give("search", "bypass")
        assert answer.code == 2
        assert answer.err.startswith("There is no library here.\nStart one with: briefing new notes.")
        assert answer.err.endswith(f"library = 'DIR' in {settings}\n")
        story("""
            $ briefing search bypass --library nowhere
            2> There is no library in nowhere.
            2> Start one there with: briefing new DIR. Or name another with --library DIR.
            2$
        """)


class DescribeWhere:
    def it_says_where_everything_is(self, give: Give, here: Path, user_folders: Path) -> None:
        places = json.loads(give("where", "--json").out)
        assert list(places) == ["library", "exports", "index", "settings"]
        assert places["library"] == str(here / "notes")
        assert places["exports"] == str(here / "exports")
        assert places["index"].startswith(str(user_folders))
        assert places["settings"].startswith(str(user_folders))
        assert [line.split(maxsplit=1) for line in give("where").out.splitlines()] == [
            [name, place] for name, place in places.items()
        ]

    def it_makes_nothing_by_asking(self, give: Give, here: Path) -> None:
        give("where")
        assert not (here / "exports").exists()


class DescribeNew:
    def it_starts_a_library_that_commands_work_on(self, story: Story) -> None:
        story("""
            $ briefing new fresh
            fresh
            2> Started a library in fresh. Open the desk on it with: briefing fresh
            2> To change how Word files look: briefing new fresh --template writes the house template there.
            $ briefing outlines --library fresh
        """)

    def it_writes_the_house_template_out_and_never_over_one_that_is_there(self, give: Give, here: Path) -> None:
        assert give("new", "fresh", "--template").out.split() == ["fresh", str(Path("fresh", "house.dotx"))]
        written = (here / "fresh" / "house.dotx").read_bytes()
        assert written.startswith(b"PK")

        assert give("new", "notes", "--template").code == 0, "a library that is there gets the template alone"
        (here / "notes" / "house.dotx").write_bytes(b"mine")
        assert give("new", "notes", "--template").code == 65
        assert (here / "notes" / "house.dotx").read_bytes() == b"mine"

    def it_copies_the_example(self, give: Give) -> None:
        give("new", "fresh", "--example")
        assert json.loads(give("search", "inquiry", "--library", "fresh", "--json").out)["count"] > 5

    def it_leaves_alone_what_is_there(self, give: Give, here: Path) -> None:
        before = sorted(path.name for path in (here / "notes").rglob("*"))
        answer = give("new", "notes")
        assert answer.code == 65
        assert sorted(path.name for path in (here / "notes").rglob("*")) == before


class DescribeIndex:
    def it_is_brought_up_to_date(self, story: Story) -> None:
        story("""
            $ briefing index
            2> The index is up to date.
            $ briefing index --rebuild
            2> The index is up to date.
            $ briefing search bypass
            bypass  ?  commitment  The bypass opens in spring
            2> 1 card.
        """)

    def it_may_be_deleted_or_broken_at_any_time(self, give: Give) -> None:
        index = Path(json.loads(give("where", "--json").out)["index"])
        for spoil in (index.unlink, lambda: index.write_bytes(b"no index at all")):
            assert give("search", "bypass").out.startswith("bypass  ?")
            spoil()
        assert give("search", "bypass").out.startswith("bypass  ?")


class DescribeCompletion:
    @pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "tcsh", "powershell"])
    def it_knows_every_command(self, shell: str, give: Give) -> None:
        answer = give("completion", shell)
        assert answer.code == 0
        assert all(name in answer.out for name in (*COMMANDS, "library", "rebuild"))
