"""The checks that rules call by name: what no pattern can say, one module for each family of rules."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.rules.engine import Check

CHECKS: Mapping[str, Check] = {}
"""Every check by the name rules call it by."""
