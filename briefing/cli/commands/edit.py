"""`briefing edit ID FIELD=VALUE...`: changes a card or a source as the form would."""

from __future__ import annotations

from argparse import Namespace
from functools import partial

from briefing.cli.checked import checked_values
from briefing.cli.names import find_entry
from briefing.cli.output import say
from briefing.cli.saving import save
from briefing.cli.which import open_library
from briefing.errors import WrongUse
from briefing.library.authoring import Values, change_entry
from briefing.library.values import parse_assignments
from briefing.model.card import Card
from briefing.model.entries import FIELDS_OF
from briefing.model.history import Step
from briefing.model.library import Library
from briefing.wording import commands as words


def run(options: Namespace) -> int:
    """Change the fields; say where the card is used, and whether its check is void now."""
    opened = open_library(options)
    before = find_entry(opened.library, options.id)
    fields = FIELDS_OF["card" if isinstance(before, Card) else "source"]
    changes = parse_assignments(fields, options.values)
    if changes.get("id", before.id) != before.id:
        raise WrongUse(words.ID_STAYS, hint=words.ID_STAYS_HINT)
    if isinstance(before, Card):
        changes = dict(checked_values(changes, opened, options.by, partial(_changed, opened.library, before), before))
    save(opened, change_entry(opened.library, before.id, changes))
    if isinstance(before, Card):
        _tell(before, opened.library)
    return 0


def _changed(library: Library, card: Card, values: Values) -> Step:
    return change_entry(library, card.id, values)


def _tell(before: Card, library: Library) -> None:
    after = library.cards.get(before.id, before)
    if before.standing == "checked" and after.status == "checked" and after.standing != "checked":
        say(words.CHECK_VOID)
    outlines = library.uses(before.id)
    if outlines and after != before:
        say(words.used_in([outline.name for outline in outlines]))
