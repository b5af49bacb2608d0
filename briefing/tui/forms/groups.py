"""How the fields of a form are grouped: every field of the model stands in one group, in the order people think."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.wording import forms as say


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that belong together under one heading."""

    title: str
    fields: tuple[str, ...]
    folded: bool = False
    """Whether it starts folded where none of its fields is filled in."""


def _group(title: str, fields: str, *, folded: bool = False) -> Group:
    return Group(title, tuple(fields.split()), folded)


CARD_GROUPS = (
    _group(say.WHAT_WE_SAY, "kind claim say short"),
    _group(say.EXACT_WORDS, "quote cut speaker role for"),
    _group(say.SOURCE, "source at primary"),
    _group(say.SCOPE, "of unit period place"),
    _group(say.DATES, "as_of review_after"),
    _group(say.STATUS, "status why superseded_by checked search_log"),
    _group(say.LINKS, "supports answers undercuts against from formula", folded=True),
    _group(say.HANDLING, "handling embargo flags proceedings consent", folded=True),
    _group(say.VOTE_AND_TASKS, "division owner due tags topics", folded=True),
    _group(say.PRIVATE, "private", folded=True),
)

SOURCE_GROUPS = (
    _group(say.WHAT_IT_IS, "id kind title author publisher"),
    _group(say.WHERE_IT_IS, "url archived accessed"),
    _group(say.DATES, "published"),
    _group(say.PRINT, "number volume edition", folded=True),
    _group(say.COLLEAGUES, "note text", folded=True),
)

NOTE_GROUPS = (_group(say.TOPIC, "name title summary"),)

OUTLINE_GROUPS = (
    _group(say.WHAT_IT_IS, "name title product date member"),
    _group(say.OCCASION, "event slot interventions audience aim ask stage opens winds"),
    _group(say.REPLY, "to reference salutation their_point", folded=True),
    _group(say.LINES, "owner cleared_by valid_until", folded=True),
    _group(say.HANDLING, "handling embargo example", folded=True),
    _group(say.LET_BE, "waived", folded=True),
)

BLOCK_GROUPS = (
    _group(say.WORDS, "heading text short card attack"),
    _group(say.PLACE, "weight part role pause with either", folded=True),
    _group(say.COLLEAGUES, "note", folded=True),
    _group(say.LET_BE, "waived", folded=True),
)

NEW_BLOCK_GROUPS = (_group(say.AFTER_CHOSEN, "heading text"),)
