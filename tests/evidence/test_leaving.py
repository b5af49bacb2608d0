"""What keeps an outline in the office, and what is only said before it leaves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from briefing.errors import Place
from briefing.evidence.leaving import check_leaving
from briefing.model.card import Card
from briefing.model.dates import Moment
from briefing.model.finding import Finding, Severity
from briefing.model.outline import Block, Outline
from briefing.rules.gate import stops
from briefing.wording.evidence import RULES
from tests.evidence.ground import TURNED, block, card, library, outline, summary

NOON = datetime(2025, 1, 8, 12, 0, tzinfo=UTC)
FIRST = datetime(1, 1, 1)  # noqa: DTZ001 - a file may give a time without a zone
LAST = datetime(9999, 12, 31, 23, 59)  # noqa: DTZ001 - as above


def gate(
    blocks: Iterable[Block], *cards: Card, on: datetime = NOON, damage: Iterable[Finding] = (), **head: str | date
) -> tuple[Finding, ...]:
    """What the gate says of an outline of the blocks."""
    leaving = replace(outline(*blocks), **head)  # type: ignore[arg-type]  # each test names real fields
    places = {("block", "speech/b2"): Place("outlines/speech.toml", 12)}
    return check_leaving(leaving, library(*cards, outlines=(leaving,), damage=damage, places=places), on)


TWO = (block("b1", heading="Why now"), block("b2", card="a"))


class DescribeAnOutlineThatMayLeave:
    def it_has_nothing_against_it(self) -> None:
        assert gate(TWO, card("a")) == ()
        assert gate([block("b1", text="Own words.")]) == ()

    def it_is_told_when_it_is_empty(self) -> None:
        (found,) = gate([])
        assert (found.rule, found.severity, str(found.place)) == ("GATE-05", Severity.INFO, "outlines/speech.toml")


class DescribeARestrictedCard:
    @pytest.mark.parametrize("field", ["card", "attack"])
    def it_stops_the_outline_and_shows_none_of_its_words(self, field: str) -> None:
        secret = card("a", claim=f"Wren Ashdown {TURNED}", status="disputed", handling="restricted", embargo=date.max)
        (found,) = gate([TWO[0], block("b2", **{field: "a"})], secret)
        assert (found.rule, found.severity) == ("GATE-01", Severity.STOP)
        assert found.message == "Block 2, under “Why now”: the card is restricted and never leaves the office."
        assert (found.words, found.block, str(found.place)) == ("", "b2", "outlines/speech.toml:12")

    def it_stops_an_outline_that_puts_own_words_in_its_place(self) -> None:
        found = gate([block("b1", card="a", text="A woman told us.")], card("a", handling="restricted"))
        assert summary(found) == [("GATE-01", "stop", "a", "")]


class DescribeAnEmbargo:
    @pytest.mark.parametrize(
        ("embargo", "ends"),
        [
            (datetime(2025, 1, 8, 12, 0, tzinfo=UTC), datetime(2025, 1, 8, 12, 0, tzinfo=UTC)),
            (
                datetime(2025, 1, 8, 13, 0, tzinfo=timezone(timedelta(hours=1))),
                datetime(2025, 1, 8, 12, 0, tzinfo=UTC),
            ),
            (datetime(2025, 1, 8, 9, 30), datetime(2025, 1, 8, 9, 30)),  # noqa: DTZ001 - as a file gives it
            (datetime(2025, 1, 8, 9, 30), datetime(2025, 1, 8, 9, 30).astimezone()),  # noqa: DTZ001 - as above
            (date(2025, 1, 8), datetime(2025, 1, 8)),  # noqa: DTZ001 - as above
            (date(2025, 1, 8), datetime(2025, 1, 8).astimezone()),
        ],
        ids=["UTC", "another zone", "local times", "local time", "local days", "a day"],
    )
    def it_stops_a_card_until_it_is_over_and_not_a_second_longer(self, embargo: Moment, ends: datetime) -> None:
        second = timedelta(seconds=1)
        held = card("a", embargo=embargo)
        assert summary(gate(TWO, held, on=ends - second)) == [("GATE-02", "stop", "a", "embargo")]
        assert gate(TWO, held, on=ends) == ()
        assert gate(TWO, held, on=ends + second) == ()

    def it_stops_the_outline_that_bears_it(self) -> None:
        (found,) = gate(TWO, card("a"), embargo=date(2025, 1, 12))
        assert (found.rule, found.severity) == ("GATE-02", Severity.STOP)
        assert found.message == "The outline is embargoed until 12 January 2025."

    def it_names_block_card_and_time(self) -> None:
        (found,) = gate(TWO, card("a", claim="Secret so far", embargo=datetime(2025, 1, 9, 0, 30, tzinfo=UTC)))
        assert found.message == "Block 2, under “Why now”: card a is embargoed until 00:30, 9 January 2025 (UTC)."
        assert found.words == ""

    @pytest.mark.parametrize("embargo", [date.max, LAST, LAST.replace(tzinfo=UTC)], ids=str)
    def it_may_last_as_long_as_there_are_years(self, embargo: Moment) -> None:
        assert summary(gate(TWO, card("a", embargo=embargo))) == [("GATE-02", "stop", "a", "embargo")]
        assert summary(gate(TWO, card("a", embargo=embargo), on=NOON.replace(tzinfo=None))) != []

    @pytest.mark.parametrize("embargo", [date.min, FIRST, FIRST.replace(tzinfo=UTC)], ids=str)
    def it_may_have_ended_long_ago(self, embargo: Moment) -> None:
        assert gate(TWO, card("a", embargo=embargo)) == ()
        assert gate(TWO, card("a", embargo=embargo), on=NOON.replace(tzinfo=None)) == ()


class DescribeWhatIsMissing:
    def it_stops_the_outline_and_is_named(self) -> None:
        (found,) = gate(TWO)
        assert (found.rule, found.severity) == ("GATE-03", Severity.STOP)
        assert found.message == "Block 2, under “Why now”: card a is not in the library."

    def it_is_told_apart_from_what_cannot_be_read(self) -> None:
        damage = Finding("LIB-01", Severity.WARN, "Card a has no kind.", Place("schools.toml", 9), card="a")
        (found,) = gate(TWO, damage=(damage,))
        assert found.message == "Block 2, under “Why now”: card a cannot be read; see schools.toml:9."

    def it_may_be_a_part_of_the_outlines_own_file(self) -> None:
        damage = Finding(
            "LIB-01", Severity.WARN, "Block b3 has no text.", Place("outlines/speech.toml", 20), block="b3"
        )
        elsewhere = Finding("LIB-01", Severity.WARN, "Odd.", Place("outlines/other.toml", 2))
        odd = Finding("LIB-08", Severity.WARN, "Two names.", Place("outlines/speech.toml"))
        (found,) = gate(TWO, card("a"), damage=(damage, elsewhere, odd))
        assert (found.rule, found.severity, str(found.place)) == ("GATE-03", Severity.STOP, "outlines/speech.toml:20")
        assert found.message.endswith("Block b3 has no text.")


class DescribeDisguisedWords:
    @pytest.mark.parametrize("field", ["claim", "quote", "say", "short", "speaker", "at", "place"])
    def they_stop_the_outline_where_a_card_may_print_them(self, field: str) -> None:
        (found,) = gate(TWO, card("a", **{field: TURNED}))
        assert (found.rule, found.severity, found.words) == ("GATE-04", Severity.STOP, "safe⟨RLO⟩elbisop")

    @pytest.mark.parametrize("field", ["private", "why", "search_log"])
    def they_stop_nothing_where_they_never_leave(self, field: str) -> None:
        assert gate(TWO, card("a", **{field: TURNED})) == ()
        assert gate([block("b1", text="x", note=TURNED)]) == ()

    def they_stop_the_outline_in_its_head_its_own_words_and_its_headings(self) -> None:
        found = gate([block("b1", heading=TURNED), block("b2", text=TURNED)], their_point=TURNED)
        assert summary(found) == [
            ("GATE-04", "stop", "", "their_point"),
            ("GATE-04", "stop", "b1", "heading"),
            ("GATE-04", "stop", "b2", "text"),
        ]
        assert "\u202e" not in "".join(one.message + one.words for one in found)


class DescribeACardInDoubt:
    @pytest.mark.parametrize("status", ["disputed", "superseded", "withdrawn"])
    def it_stops_as_evidence(self, status: str) -> None:
        (found,) = gate(TWO, card("a", status=status, why="x", claim="Half of them"))
        assert (found.rule, found.severity, found.words) == ("EVID-10", Severity.STOP, "Half of them")
        assert found.message == f"Block 2, under “Why now”: card a is {status}."

    @pytest.mark.parametrize(("status", "count"), [("disputed", 0), ("superseded", 1), ("withdrawn", 1)])
    def it_may_be_disputed_as_what_they_will_say(self, status: str, count: int) -> None:
        assert len(gate([block("b1", attack="a")], card("a", status=status, why="x"))) == count

    def it_may_be_unchecked(self) -> None:
        assert gate(TWO, card("a", status="checked", checked={"sha256": "0"})) == ()


class DescribeABlocksName:
    def it_is_its_position_and_the_nearest_heading_before_it(self) -> None:
        blocks = [
            block("b0", card="x"),
            block("b1", heading="First \x1b[1m"),
            block("b2", card="x"),
            block("b3", heading=TURNED, level=2),
            block("b4", card="x"),
        ]
        messages = [found.message.partition(":")[0] for found in gate(blocks)]
        assert messages == [
            "Block 1",
            "Block 3, under “First ␛[1m”",
            "Block 4, the heading “safe⟨RLO⟩elbisop”",
            "Block 5, under “safe⟨RLO⟩elbisop”",
        ]


class DescribeAcknowledging:
    def it_lifts_a_stop_that_a_reason_can_lift(self) -> None:
        findings = gate(TWO, card("a", claim=TURNED))
        assert stops(findings, {"GATE-04": "The mark belongs to the Arabic name."}) == ()

    @pytest.mark.parametrize("reason", ["", "  ", "\n"])
    def it_needs_a_reason(self, reason: str) -> None:
        findings = gate(TWO, card("a", claim=TURNED))
        assert stops(findings, {}) == stops(findings, {"GATE-04": reason}) == findings

    @pytest.mark.parametrize(
        "cards",
        [[card("a", handling="restricted")], [card("a", embargo=date(2026, 1, 1))], []],
        ids=["restricted", "embargoed", "missing"],
    )
    def it_never_lifts_what_no_reason_can(self, cards: list[Card]) -> None:
        findings = gate(TWO, *cards)
        assert stops(findings, dict.fromkeys(RULES, "Because.")) == findings != ()

    def it_lifts_the_stop_of_a_card_in_doubt(self) -> None:
        findings = gate(TWO, card("a", status="disputed", why="x"))
        assert stops(findings, {}) == findings
        assert stops(findings, {"EVID-10": "The other count is older."}) == ()

    def it_is_not_needed_for_a_warning(self) -> None:
        assert stops([Finding("ORD-12", Severity.WARN, "It is only advice.")], {}) == ()


def test_every_rule_of_the_gate_stands_in_the_table() -> None:
    leaving: Outline = outline(
        block("b1", card="gone"), block("b2", card="a"), block("b3", card="b"), title=TURNED, embargo=date(2026, 1, 1)
    )
    where = library(card("a", handling="restricted"), card("b", status="withdrawn", why="x"))
    found = {one.rule for one in (*check_leaving(leaving, where, NOON), *gate([]))}
    assert found == {rule for rule in RULES if not rule.startswith(("LIB", "CUT"))}
