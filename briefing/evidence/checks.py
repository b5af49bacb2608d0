"""What is wrong in a library: what cannot be read, ids, links, sources, statuses, disguised text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from briefing.errors import Place
from briefing.evidence.checking import find_lacking
from briefing.evidence.disguised import find_disguised
from briefing.evidence.links import find_dangling
from briefing.evidence.repeats import find_repeats
from briefing.model.card import Card
from briefing.model.finding import Finding, Severity
from briefing.model.library import WholeLibrary
from briefing.model.literal import show_line
from briefing.wording import evidence as say
from briefing.wording import standing

NO_SOURCE = "LIB-04"
NO_WHY = "LIB-05"
UNKNOWN_KIND = "LIB-07"
VOID_CHECK = "LIB-09"

NEEDS_WHY = frozenset({"disputed", "superseded", "withdrawn"})


def nobody(_: float) -> None:
    """Hear nothing of how far it is."""


def check_library(
    library: WholeLibrary, told: Callable[[float], object] = nobody, also: Iterable[Finding] = ()
) -> tuple[Finding, ...]:
    """Return everything the checks notice and everything that could not be read, in the order of files and lines.

    `also` is what another room noticed. `told` hears every now and then what share of that is done, and may raise to
    have no more looked for.
    """
    told(0.0)
    found = [
        *library.damage,
        *find_repeats(library),
        *find_dangling(library),
        *_check_cards(library),
        *find_disguised(library, told),
        *also,
    ]
    return in_order(found)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings in the order of files and lines; those of one line and rule stay as they come."""
    return tuple(sorted(findings, key=_where))


def _where(finding: Finding) -> tuple[str, int, str]:
    place = finding.place or Place("")
    return place.file, place.line or 0, finding.rule


def _check_cards(library: WholeLibrary) -> Iterator[Finding]:
    for note, card in library.all_cards():
        place = library.places.get(("card", card.id), Place(note.file))
        yield from (replace(finding, place=place) for finding in check_card(card, library))


def check_card(card: Card, library: WholeLibrary) -> Iterator[Finding]:
    """Everything noticed of a card by itself, without its place; of the library it takes the kinds and its source."""
    for check in (_check_source, _check_why, _check_kind, _check_check):
        yield from (replace(finding, card=card.id) for finding in check(card, library))


def _check_source(card: Card, library: WholeLibrary) -> Iterator[Finding]:
    kind = library.office.kinds.get(card.kind)
    if kind and "source" in kind.needs and not card.source:
        message = say.names_no_source(card.id, show_line(kind.title))
        yield Finding(NO_SOURCE, Severity.INFO, message, field="source", suggestion=say.NAME_A_SOURCE)


def _check_why(card: Card, _: WholeLibrary) -> Iterator[Finding]:
    if card.status in NEEDS_WHY and not card.why.strip():
        message = say.says_no_why(card.id, card.status)
        yield Finding(NO_WHY, Severity.WARN, message, field="why", suggestion=say.SAY_WHY)


def _check_kind(card: Card, library: WholeLibrary) -> Iterator[Finding]:
    if card.kind not in library.office.kinds:
        message = say.unknown_kind(card.id, show_line(card.kind))
        yield Finding(UNKNOWN_KIND, Severity.WARN, message, field="kind", suggestion=say.DESCRIBE_KIND)


def _check_check(card: Card, library: WholeLibrary) -> Iterator[Finding]:
    if card.status == "checked" and card.standing != "checked":
        message = say.check_changed(card.id) if card.checked.get("sha256") else say.check_unrecorded(card.id)
        yield Finding(VOID_CHECK, Severity.WARN, message, field="checked", suggestion=say.CHECK_AGAIN)
    lacking = find_lacking(card, library) if card.standing == "checked" else ()
    if lacking:
        message = standing.checked_without(card.id, [each.wanted for each in lacking])
        yield Finding(VOID_CHECK, Severity.WARN, message, field=lacking[0].field, suggestion=say.CHECK_AGAIN)
