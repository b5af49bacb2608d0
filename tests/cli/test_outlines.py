"""Outlines assembled from the command line, as transcripts."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.library.opened import OpenLibrary
from briefing.model.outline import Outline
from tests.cli.ground import Give, Story


def outline_of(here: Path, name: str = "debate") -> Outline:
    outline = OpenLibrary(here / "notes").library.outline(name)
    assert outline
    return outline


def shape(here: Path, name: str = "debate") -> list[tuple[int, str]]:
    """The blocks of an outline as level and what they hold."""
    return [(block.level, block.heading or block.evidence or block.text) for block in outline_of(here, name).blocks]


class DescribeOutline:
    def it_starts_an_outline_and_prints_its_name(self, story: Story, here: Path) -> None:
        story("""
            $ briefing outline evening --as reply title="A letter about roads" date=2025-02-03 member=
            evening
        """)
        assert (here / "notes/outlines/evening.toml").read_text(encoding="utf-8") == (
            'title = "A letter about roads"\nproduct = "reply"\ndate = 2025-02-03\n'
        )

    def it_is_for_today_and_the_offices_member_unless_it_says_otherwise(self, give: Give, here: Path) -> None:
        give("outline", "late-night", "--as", "speech")
        outline = outline_of(here, "late-night")
        assert outline.title == "Late night"
        assert outline.date == datetime.now(UTC).astimezone().date()
        assert outline.member == "member-for-eastmere"

    def it_refuses_a_name_that_is_taken_or_no_name(self, story: Story) -> None:
        story("""
            $ briefing outline debate --as speech
            2> There is already a file debate.toml.
            2> Choose another name.
            65$
            $ briefing outline ../debate --as speech
            2> '../debate' cannot be an id or a name.
            2> Use letters, digits, dots, hyphens and underscores, starting with a letter or digit.
            65$
            $ briefing outline evening
            2> briefing outline: the following arguments are required: --as
            2> briefing outline --help shows what it takes.
            2$
        """)


class DescribeAdd:
    def it_adds_cards_in_their_order_and_prints_their_blocks(self, story: Story, here: Path) -> None:
        story("""
            $ briefing add debate tired bypass --after half
            @@@@
            @@@@
        """)
        assert shape(here) == [(1, "Why it matters"), (2, "half"), (2, "tired"), (2, "bypass"), (1, "nanny")]

    def it_adds_at_the_end_where_no_place_is_named(self, give: Give, here: Path) -> None:
        give("add", "debate", "tired")
        assert shape(here)[-1] == (2, "tired")

    def it_adds_what_the_other_side_says_as_an_attack(self, give: Give, here: Path) -> None:
        give("outline", "empty", "--as", "speech")
        give("add", "empty", "nanny", "tired")
        mine, theirs = outline_of(here, "empty").blocks[1], outline_of(here, "empty").blocks[0]
        assert (theirs.attack, theirs.level, mine.card, mine.level) == ("nanny", 1, "tired", 2)

    def it_says_what_to_think_about_first(self, story: Story) -> None:
        story("""
            $ briefing edit bypass status=disputed why="The contract is not let"
            $ briefing add debate bypass story
            @@@@
            @@@@
            2> bypass is disputed: The contract is not let
            2> story is restricted: the outline cannot be exported while it holds it.
        """)

    def it_adds_all_or_none(self, story: Story, here: Path) -> None:
        before = shape(here)
        story("""
            $ briefing add debate tired bypas
            2> There is no card bypas in this library.
            2> Did you mean bypass?
            2$
            $ briefing add debate tired --after nowhere
            2> There is no block nowhere in debate.
            2> briefing show with the outline's name lists its blocks.
            2$
            $ briefing add debat tired
            2> There is no outline debat in this library.
            2> Did you mean debate?
            2$
        """)
        assert shape(here) == before


class DescribeBlock:
    def it_makes_a_heading_and_prints_its_id(self, story: Story, here: Path) -> None:
        story("""
            $ briefing block debate heading="What we ask" part=ask
            @@@@
        """)
        assert shape(here)[-1] == (1, "What we ask")

    @pytest.mark.parametrize(("flag", "at"), [("--first", 0), ("--after=half", 2)])
    def it_makes_own_words_where_they_are_wanted(self, flag: str, at: int, give: Give, here: Path) -> None:
        give("block", "debate", "text=Thank you, Madam Deputy Speaker.", flag)
        assert shape(here)[at][1] == "Thank you, Madam Deputy Speaker."

    def it_takes_the_level_it_is_given(self, give: Give, here: Path) -> None:
        give("block", "debate", "text=Deep", "level=4", "--after", "half")
        assert shape(here)[2] == (4, "Deep")

    def it_changes_a_block_and_nothing_else(self, story: Story, here: Path) -> None:
        path = here / "notes/outlines/debate.toml"
        before = path.read_text(encoding="utf-8")
        story("""
            $ briefing block debate half weight=could
        """)
        assert path.read_text(encoding="utf-8") == before.replace('"must"', '"could"')

    def it_turns_evidence_into_own_words(self, give: Give, here: Path) -> None:
        give("block", "debate", "half", "card=", "text=In my own words")
        assert shape(here)[1] == (2, "In my own words")

    def it_moves_a_block_with_what_stands_under_it(self, story: Story, here: Path) -> None:
        story("""
            $ briefing block debate why1 --after they
        """)
        assert shape(here) == [(1, "nanny"), (1, "Why it matters"), (2, "half")]

    def it_does_not_move_a_heading_in_between_another_and_its_blocks(self, give: Give, here: Path) -> None:
        give("block", "debate", "they", "--first")
        give("block", "debate", "they", "--after", "why1")
        assert shape(here) == [(1, "Why it matters"), (2, "half"), (1, "nanny")]

    def it_moves_a_deeper_block_right_under_the_one_it_follows(self, give: Give, here: Path) -> None:
        give("block", "debate", "text=Second", "id=late", "--after", "half")
        give("block", "debate", "late", "--after", "why1")
        assert shape(here)[:3] == [(1, "Why it matters"), (2, "Second"), (2, "half")]

    def it_drops_a_block_and_raises_what_stood_under_it(self, story: Story, here: Path) -> None:
        story("""
            $ briefing block debate why1 --drop
        """)
        assert shape(here) == [(1, "half"), (1, "nanny")]

    def it_says_so_where_nothing_changes(self, story: Story) -> None:
        story("""
            $ briefing block debate half weight=must
            2> Nothing was changed: it is so already.
        """)

    def it_says_what_it_cannot_do(self, story: Story) -> None:
        story("""
            $ briefing block debate
            2> It is not said which block.
            2> Give its id before the fields.
            2$
            $ briefing block debate --drop
            2> It is not said which block.
            2> Give its id before the fields.
            2$
            $ briefing block debate half
            2> There is nothing to do.
            2> Give fields as FIELD=VALUE, --after BLOCK, --first or --drop.
            2$
            $ briefing block debate hlaf weight=must
            2> There is no block hlaf in debate.
            2> Did you mean half?
            2$
            $ briefing block debate card=nobody
            2> There is no card nobody in this library.
            2> briefing search finds cards by their words.
            2$
            $ briefing block debate half weight=heavy
            2> weight must be one of must, should, could, not 'heavy'.
            65$
            $ briefing block debate half heading=Both
            2> Block: card must be only one of heading, card and attack, not 'heading'.
            2> A block is one of heading=, card=, attack= or text=.
            65$
            $ briefing block debate half id=other
            2> A block keeps its id: exports know it by it.
            2> Leave id= out, and a new block draws one of its own.
            2$
            $ briefing block debate id=half text=x
            2> There is a block half already.
            2> Leave id= out, and a new block draws one of its own.
            65$
            $ briefing block debate weight=must
            2> Block: text must be one of heading, card, attack or text.
            2> A block is one of heading=, card=, attack= or text=.
            65$
        """)

    def it_can_be_undone_at_the_desk(self, give: Give, here: Path) -> None:
        before = shape(here)
        give("block", "debate", "why1", "--drop")
        OpenLibrary(here / "notes").undo("outlines/debate.toml")
        assert shape(here) == before
