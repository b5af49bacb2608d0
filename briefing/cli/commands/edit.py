"""`briefing edit ID FIELD=VALUE... [--text FILE]`: changes a card or a source as the form would."""

from __future__ import annotations

from argparse import Namespace
from functools import partial

from briefing.catalogue.kept import KeptTexts
from briefing.cli.changed import tell_changed
from briefing.cli.checked import checked_values
from briefing.cli.names import find_entry
from briefing.cli.output import say
from briefing.cli.saving import save
from briefing.cli.texts import read_text, save_with_text
from briefing.cli.which import open_library
from briefing.errors import WrongUse
from briefing.library.authoring import Values, change_entry
from briefing.library.keeping import SourceText
from briefing.library.opened import OpenLibrary
from briefing.library.values import parse_assignments
from briefing.model.card import Card
from briefing.model.entries import FIELDS_OF
from briefing.model.history import Step
from briefing.model.library import Library
from briefing.model.source import Source
from briefing.wording import commands as words
from briefing.wording import quotations


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
    text = _text(options, before)
    if text is not None:
        changes["text"] = text.about
    if not changes:
        raise WrongUse(words.NOTHING_TO_CHANGE, hint=words.NOTHING_TO_CHANGE_HINT)
    step = change_entry(opened.library, before.id, changes)
    save_with_text(opened.folder, before.id, text, partial(save, opened, step))
    if isinstance(before, Card):
        tell_changed(before, opened.library)
    if text is not None:
        _tell_compared(before.id, opened)
    return 0


def _text(options: Namespace, entry: Card | Source) -> SourceText | None:
    """Return the text to be kept; raises WrongUse where it would be a card's."""
    if options.text is None:
        return None
    if isinstance(entry, Card):
        raise WrongUse(words.text_of_card(entry.id, entry.source), hint=words.TEXT_OF_CARD_HINT)
    return read_text(options.text)


def _tell_compared(source: str, opened: OpenLibrary) -> None:
    """Say how the exact words of the source's cards compare with the text that is now kept."""
    texts = KeptTexts(opened.library, opened.folder)
    cards = [opened.library.cards[card] for card in opened.library.resting_on(source)]
    results = [texts.compare(card).result.value for card in cards if card.quote.strip()]
    say(quotations.compared(results))


def _changed(library: Library, card: Card, values: Values) -> Step:
    return change_entry(library, card.id, values)
