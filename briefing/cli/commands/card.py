"""`briefing card NOTE FIELD=VALUE...`: makes a card and prints its id."""

from __future__ import annotations

from argparse import Namespace

from briefing.cli.checked import checked_values
from briefing.cli.names import find_note
from briefing.cli.output import put
from briefing.cli.saving import save
from briefing.cli.which import open_library
from briefing.library.authoring import new_card
from briefing.library.values import parse_assignments
from briefing.model.entries import FIELDS_OF


def run(options: Namespace) -> int:
    """Add the card to its note, last."""
    opened = open_library(options)
    note = find_note(opened.library, opened.folder, options.note)
    typed = parse_assignments(FIELDS_OF["card"], options.values)
    values = checked_values(typed, opened, options.by, lambda values: new_card(opened.library, note, values)[1])
    card, step = new_card(opened.library, note, values)
    save(opened, step)
    put(card)
    return 0
