"""What the command line says of facts with a shelf life."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.ground import Give, Story


def test_it_is_silent_while_all_is_fresh(story: Story) -> None:
    story("""
        $ briefing stale
        $ briefing stale --json
        {
          "cards": []
        }
    """)


def test_it_lists_what_has_passed_or_moved_on_a_day(story: Story, give: Give) -> None:
    give("edit", "half", "review_after=2025-03")
    give("edit", "nanny", "superseded_by=half")
    story("""
        $ briefing stale --on 2025-03-31
        nanny    superseded by half  Breakfast is for parents to give (in debate)
        1$
        $ briefing stale --on 2025-04-01
        half   2025-03  review date passed  Half the schools in Eastmere have a breakfast club (in debate)
        nanny           superseded by half  Breakfast is for parents to give (in debate)
        1$
        $ briefing stale --on 2025-04-01 --json
        {
          "cards": [
            {
              "id": "half",
              "reason": "review date passed",
              "since": "2025-03"
            },
            {
              "id": "nanny",
              "reason": "superseded",
              "superseded_by": "half"
            }
          ]
        }
        1$
    """)


def test_it_says_no_word_of_a_restricted_card(give: Give) -> None:
    give("edit", "story", "review_after=2025-03")
    answer = give("stale", "--on", "2025-04-01")
    assert "story" in answer.out
    assert "Wrenfield" not in answer.out


def test_it_lists_lines_past_their_date(give: Give, here: Path) -> None:
    path = here / "notes/outlines/debate.toml"
    path.write_text("valid_until = 2025-03-01\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    answer = give("stale", "--on", "2025-04-01")
    assert (answer.code, answer.out) == (1, "debate  2025-03-01  validity ended  Breakfast clubs: debate\n")
    assert '"outlines"' in give("stale", "--on", "2025-04-01", "--json").out


def test_a_day_that_is_none_is_wrong_use(give: Give) -> None:
    assert give("stale", "--on", "soon").code == 2


def test_a_card_that_counts_others_shows_which_are_missing(give: Give) -> None:
    give("card", "roads", "id=r1", "kind=recommendation", "claim=Build the bypass")
    give("card", "roads", "id=r2", "kind=recommendation", "claim=Light the bypass")
    give("edit", "bypass", "supports=r1")
    give(
        "card", "roads", "id=count", "kind=statistic", "claim=1 of the 2 is promised", "from=r1, r2", "as_of=2025-01-06"
    )
    assert "counted  1 of 2 on cards, on 6 January 2025. Missing: r2." in give("show", "count").out


def test_a_source_that_is_another_than_when_it_was_checked_is_told_with_its_cards(give: Give) -> None:
    scope = ("of=schools", "unit=of all schools", "period=2024", "place=Eastmere")
    assert give("edit", "half", "status=checked", "--by", "Jo Hall", *scope).code == 0
    assert give("stale").code == 0
    give("edit", "survey-2024", "number=2nd print")
    assert give("stale").out.split("  ")[0] == "half"
    assert "source changed since it was checked" in give("stale").out
    assert "Look again" in give("show", "half").out
    assert give("edit", "half", "status=checked", "--by", "Jo Hall").code == 0
    assert give("stale").code == 0


def test_it_names_the_exports_that_said_what_is_stale(give: Give) -> None:
    assert give("export", "debate", "--on", "2025-02-01T09:00").code == 0
    give("edit", "half", "review_after=2025-03")
    give("edit", "nanny", "superseded_by=bypass")
    told = json.loads(give("stale", "--on", "2025-04-01", "--json").out)
    assert {card["id"]: card.get("exports") for card in told["cards"]} == {
        "half": ["debate.docx"],
        "nanny": ["debate.docx"],
    }
