"""The groups of a form."""

from __future__ import annotations

from collections import Counter

import pytest

from briefing.model.fields import BLOCK_FIELDS, CARD_FIELDS, NOTE_FIELDS, OUTLINE_FIELDS, SOURCE_FIELDS
from briefing.tui.forms import groups
from briefing.wording import forms as say

FORMS = {
    "card": (CARD_FIELDS, groups.CARD_GROUPS, {"id"}),
    "source": (SOURCE_FIELDS, groups.SOURCE_GROUPS, set[str]()),
    "note": (NOTE_FIELDS, groups.NOTE_GROUPS, set[str]()),
    "outline": (OUTLINE_FIELDS, groups.OUTLINE_GROUPS, set[str]()),
    "block": (BLOCK_FIELDS, groups.BLOCK_GROUPS, {"id", "level"}),
}


@pytest.mark.parametrize("form", FORMS)
class DescribeTheGroupsOfAForm:
    def they_hold_every_field_of_the_file_once(self, form: str) -> None:
        fields, shown, elsewhere = FORMS[form]
        counted = Counter(name for group in shown for name in group.fields)
        assert set(counted.values()) == {1}
        assert set(counted) - {"name"} == {field.name for field in fields} - elsewhere

    def they_have_a_label_for_each(self, form: str) -> None:
        fields, _, _ = FORMS[form]
        assert {field.name for field in fields} <= set(say.LABELS) | {"card", "attack", "level"}
