"""The checks that rules call by name: what no pattern can say, one module for each family of rules."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.rules.engine import Check
from briefing.rules.named import (
    bodies,
    conduct,
    duties,
    law,
    people,
    places,
    quotations,
    stationery,
    statistics,
    style,
    sums,
    votes,
)

CHECKS: Mapping[str, Check] = {
    "bad motive": conduct.find_bad_motives,
    "named in an attack": conduct.find_attacked,
    "spoken to": conduct.find_spoken_to,
    "member by name": people.find_named_members,
    "office-holder": people.find_misstyled,
    "constituency": places.find_no_seats,
    "body's name": bodies.find_misnamed,
    "active proceedings": law.find_active,
    "victim named": law.find_victims,
    "child named": law.find_children,
    "constituent's data": law.find_personal,
    "interest undeclared": duties.find_undeclared,
    "member attacked": duties.find_untold,
    "commitment unowned": duties.find_unowned,
    "over time": duties.find_overlong,
    "party work": stationery.find_party_work,
    "party share": stationery.find_party_share,
    "on stationery": stationery.find_on_stationery,
    "dissolved": stationery.find_dissolved,
    "figure without source": statistics.find_unsourced,
    "figure without period": statistics.find_undated,
    "figure without place": statistics.find_unplaced,
    "complement": statistics.find_complements,
    "lost qualifier": statistics.find_unqualified,
    "wrong sum": sums.find_wrong_sums,
    "altered quotation": quotations.find_altered,
    "spliced quotation": quotations.find_spliced,
    "quotation without address": quotations.find_unaddressed,
    "vote without division": votes.find_undivided,
    "absolute": style.find_absolutes,
    "long sentence": style.find_long_sentences,
    "relative date": style.find_relative_dates,
}
"""Every check by the name rules call it by."""
