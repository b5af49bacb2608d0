"""How often each rule fires on what was really said, each rule and each contribution taken alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from briefing.document.composing import find_product
from briefing.model.ids import BlockId, OutlineName
from briefing.model.library import WholeLibrary
from briefing.model.office import Office
from briefing.model.outline import Block, Outline
from briefing.model.products import product_names
from briefing.rules.engine import Reading, find_breaches
from briefing.rules.named import CHECKS
from briefing.rules.passages import passages_of
from briefing.rules.rule import EVERY_TYPE, Rule
from briefing.speech.hansard import Contribution

SPEECH = "speech"


@dataclass(frozen=True, slots=True)
class Measured:
    """How a rule fares: in how many contributions it fires as it is marked, or only notes something, and where."""

    rule: Rule
    contributions: int
    """How many there are."""
    fired: tuple[Contribution, ...]
    noted: int
    """Contributions in which all it has to say matters less than the rule is marked."""

    @property
    def rate(self) -> float:
        """The share of contributions it fires in."""
        return len(self.fired) / self.contributions if self.contributions else 0.0


def measure(
    contributions: Iterable[Contribution], rules: Iterable[Rule], office: Office, on: date
) -> tuple[Measured, ...]:
    """Return how each rule fares, by the lists of an office; `on` is the day of what has none."""
    said = tuple(contributions)
    rules = tuple(rules)
    fired: dict[str, list[Contribution]] = {rule.id: [] for rule in rules}
    noted: dict[str, int] = dict.fromkeys(fired, 0)
    for contribution in said:
        readings: dict[str, Reading] = {}
        for rule in rules:
            document = type_of(rule)
            if document not in readings:
                readings[document] = reading_of(contribution.paragraphs, document, office, contribution.on or on)
            severities = {found.severity for found in find_breaches(readings[document], [rule], CHECKS)}
            if rule.severity in severities:
                fired[rule.id].append(contribution)
            elif severities:
                noted[rule.id] += 1
    return tuple(Measured(rule, len(said), tuple(fired[rule.id]), noted[rule.id]) for rule in rules)


def type_of(rule: Rule) -> str:
    """Return the type of document a rule is measured in: a speech, where it runs on one."""
    if rule.runs_on(SPEECH):
        return SPEECH
    return next(document for document in sorted(rule.types) if document != EVERY_TYPE)


def reading_of(paragraphs: Iterable[str], document: str, office: Office, on: date) -> Reading:
    """Return words as a document of that type, each paragraph a block of its own, with no card behind it."""
    blocks = tuple(Block(BlockId(f"b{place}"), text=text) for place, text in enumerate(paragraphs, 1))
    outline = Outline(OutlineName("said"), "", _products().get(document, ""), date=on, blocks=blocks)
    library = WholeLibrary(office=office, outlines=(outline,))
    return Reading(outline, library, document, on, passages_of(outline, library, is_spoken=document == SPEECH))


def _products() -> Mapping[str, str]:
    """Return a product of each type of document."""
    return dict(_typed())


def _typed() -> Iterator[tuple[str, str]]:
    for name in product_names():
        yield find_product(name).type, name
