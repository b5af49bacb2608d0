"""A card as the reader shows it: everything that must not be lost on the way to the Member's mouth."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from briefing.evidence.checking import is_other_source
from briefing.model.card import Card
from briefing.model.dates import spell
from briefing.model.library import Library
from briefing.tui.pages.card_details import details
from briefing.tui.pages.signs import card_link, kind_name, standing_line
from briefing.tui.widgets.literal import Line, Look, Run, Spans, lit_line
from briefing.tui.widgets.page import BLANK, Page, Par, labelled
from briefing.wording import desk as wording
from briefing.wording import standing

Lit = Callable[[str], Spans]
"""The spans of a text that the search matched."""


def card_page(card: Card, library: Library, lit: Lit, *, opened: bool = False) -> Page:
    """Return the page of a card; of a restricted one that was not opened, only what finds it."""
    head = Par((Run(kind_name(card.kind).upper(), Look.HEADING),), right=standing_line(card.standing))
    shut = card.is_restricted and not opened
    body = _shut(card) if shut else _open(card, library, lit)
    return Page(wording.CARD, (head, BLANK, *body), key=f"card:{card.id}:{opened}", may_copy=not card.is_restricted)


def _shut(card: Card) -> Iterator[Par]:
    yield Par((Run(f"{wording.LOCK} {wording.RESTRICTED_SHUT}", Look.PRIVATE),))
    yield BLANK
    yield Par((Run(card.id, Look.SOFT),))


def _open(card: Card, library: Library, lit: Lit) -> Iterator[Par]:
    if card.is_restricted:
        yield Par((Run(f"{wording.LOCK} {wording.RESTRICTED_OPEN}", Look.PRIVATE),))
        yield BLANK
    yield Par(lit_line(card.claim, lit(card.claim), Look.STRONG))
    yield from _group(_words(card, lit))
    yield from _group(_why(card, library))
    yield from _group(_source(card, library))
    yield from _group(details(card))
    yield from _group(_ledger(card, library))
    yield from _group(_links(card, library))
    yield from _group(_private(card, lit))
    yield from _group(_place(card, library))


def _group(pars: Iterable[Par]) -> Iterator[Par]:
    """The paragraphs with a blank line before them, where there are any."""
    for position, par in enumerate(pars):
        if not position:
            yield BLANK
        yield par


def _words(card: Card, lit: Lit) -> Iterator[Par]:
    if card.quote:
        spans = tuple((start + 1, end + 1) for start, end in lit(card.quote))
        yield Par(lit_line(f"“{card.quote}”", spans, Look.QUOTE))
    if card.cut:
        yield Par((Run(wording.CUTS.get(card.cut, card.cut), Look.SOFT),))
    if card.speaker or card.role or card.for_:
        who = ", ".join(part for part in (card.speaker, card.role, card.for_) if part)
        yield labelled(Run(wording.SAID_BY, Look.SOFT), lit_line(who, lit(who)))
    if card.say:
        yield labelled(Run(wording.SAID_AS, Look.SOFT), (Run(card.say),))
    if card.short:
        yield labelled(Run(wording.SHORT, Look.SOFT), (Run(card.short),))


def _why(card: Card, library: Library) -> Iterator[Par]:
    if card.why:
        label = wording.WHY.get(card.status, wording.NOTED)
        yield labelled(Run(label, Look.WARN), (Run(card.why),))
    if card.checked:
        yield labelled(Run(wording.CHECKED, Look.SOFT), (Run(_checked(card)),))
    if card.standing == "checked" and is_other_source(card, library.source_of(card)):
        yield Par((Run(standing.OTHER_SOURCE, Look.WARN),))


def _checked(card: Card) -> str:
    if card.status == "checked" and card.standing != "checked":
        return wording.CHECK_VOID
    by, on = str(card.checked.get("by", "")), card.checked.get("on")
    return ", ".join(part for part in (by, spell(on) if isinstance(on, str) else _day(on)) if part)


def _day(value: object) -> str:
    from datetime import date

    return spell(value) if isinstance(value, date) else ""


def _source(card: Card, library: Library) -> Iterator[Par]:
    from briefing.document.citation import cite
    from briefing.document.document import Link

    source = library.source_of(card)
    if source is None:
        yield Par((Run(wording.NO_SOURCE if not card.source else card.source, Look.WARN),))
        return
    yield Par(
        tuple(
            Run(part.text, Look.LINK, f"url:{part.url}") if isinstance(part, Link) else Run(part.text)
            for part in cite(source, card.at)
        )
    )


def _ledger(card: Card, library: Library) -> Iterator[Par]:
    from briefing.evidence.ledger import read_ledger, tell_ledger

    ledger = read_ledger(card, library)
    if ledger:
        look = Look.PLAIN if ledger.agrees else Look.WARN
        yield labelled(Run(standing.LEDGER, Look.SOFT), (Run(tell_ledger(ledger), look),))


def _links(card: Card, library: Library) -> Iterator[Par]:
    for name, ids in card.links.items():
        for linked in ids:
            yield labelled(Run(wording.LABELS[name], Look.SOFT), _linked(linked, library))
    for name, other in library.linked_from(card.id):
        yield labelled(Run(wording.LABELS_BACK[name], Look.SOFT), card_link(other))
    if not library.knows_links:
        yield Par((Run(wording.LINKS_TO_COME, Look.SOFT),))


def _linked(card_id: str, library: Library) -> Line:
    card = library.cards.get(card_id)
    return card_link(card) if card else (Run(f"{card_id}, {wording.MISSING_CARD}", Look.WARN),)


def _private(card: Card, lit: Lit) -> Iterator[Par]:
    if card.private:
        yield Par((Run(wording.PRIVATE, Look.PRIVATE),))
        yield Par(lit_line(card.private, lit(card.private), Look.PRIVATE))


def _place(card: Card, library: Library) -> Iterator[Par]:
    for outline in library.uses(card.id):
        link = Run(outline.title, Look.LINK, f"outline:{outline.name}")
        yield labelled(Run(wording.USED_IN, Look.SOFT), (link,))
    home = library.home(card.id)
    if home:
        link = Run(home.title or home.name, Look.LINK, f"note:{home.name}")
        yield labelled(Run(wording.IN_NOTE, Look.SOFT), (link,))
    yield Par((Run(card.id, Look.SOFT),))
