"""The checks that rules call by name: what no pattern can say, one module for each family of rules."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.rules.engine import Check
from briefing.rules.named import bodies, conduct, people, places

CHECKS: Mapping[str, Check] = {
    "bad motive": conduct.find_bad_motives,
    "named in an attack": conduct.find_attacked,
    "spoken to": conduct.find_spoken_to,
    "member by name": people.find_named_members,
    "office-holder": people.find_misstyled,
    "constituency": places.find_no_seats,
    "body's name": bodies.find_misnamed,
}
"""Every check by the name rules call it by."""
