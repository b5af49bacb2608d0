"""How the text of a source comes to be kept at the desk, and what is said of its cards then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.errors import BriefingError
from briefing.wording import keeping as say
from briefing.wording import quotations

if TYPE_CHECKING:
    from briefing.library.keeping import SourceText
    from briefing.model.card import Card
    from briefing.model.source import Source
    from briefing.tui.app import Desk


def ask_for_text(desk: Desk, card: Card) -> None:
    """Ask for the text of the source a card rests on, and keep it."""
    from briefing.tui.dialogs.keep_text import KeepText

    source = desk.library.source_of(card)
    if source is None:
        desk.say(say.NO_SOURCE, severity="warning")
        return

    def answered(text: SourceText | None) -> None:
        if text is not None:
            _keep(desk, source, text)

    desk.push_screen(KeepText(source), answered)


def _keep(desk: Desk, source: Source, text: SourceText) -> None:
    """Keep a text before its source names it; what could not be saved leaves none."""
    from briefing.library.authoring import change_entry
    from briefing.library.keeping import keep_text

    folder = desk.papers.folder
    try:
        kept = keep_text(folder, source.id, text)
        step = change_entry(desk.library, source.id, {"text": text.about})
    except BriefingError as error:
        desk.say(f"{error.what} {error.hint}".strip(), severity="error")
        return
    if desk.save(step):
        desk.say(say.kept(_compared(desk, source)))
    elif kept is not None:
        kept.unlink(missing_ok=True)


def _compared(desk: Desk, source: Source) -> str:
    from briefing.catalogue.kept import KeptTexts

    library = desk.library
    texts = KeptTexts(library, desk.papers.folder)
    cards = (library.cards[card] for card in library.resting_on(source.id) if card in library.cards)
    return quotations.compared([texts.compare(card).result.value for card in cards if card.quote.strip()])
