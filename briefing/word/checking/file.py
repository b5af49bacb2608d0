"""The check of a finished file by every rule there is; and the gate no faulty file gets through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.document.layout import Layout
from briefing.errors import Refused
from briefing.model.finding import Finding, Severity
from briefing.word.checking.fault import Fault
from briefing.word.checking.opened import Opened, open_file
from briefing.word.checking.package import UNREADABLE
from briefing.word.checking.rules import PACKAGE_RULES, RULES, Rule
from briefing.wording import checking as say

_UNREADABLE_RULE = PACKAGE_RULES[0].id


def check_file(content: bytes, layout: Layout) -> tuple[Fault, ...]:
    """Return what is wrong with a .docx, each fault once, in the order of the rules."""
    try:
        file = open_file(content)
    except UNREADABLE:
        return (Fault(_UNREADABLE_RULE, "", say.DAMAGED, refuses=True),)
    unsound = tuple(_faults(PACKAGE_RULES, file, layout))
    return unsound or tuple(dict.fromkeys(_faults(RULES, file, layout)))


def let_through(content: bytes, layout: Layout, *, on_template: bool = False) -> tuple[Finding, ...]:
    """Return what is to be said of a file that may be handed over; raises Refused for one that must not.

    `on_template` is whether it was set on a template of the office's own, which may be where the fault is.
    """
    faults = check_file(content, layout)
    refusing = [fault for fault in faults if fault.refuses]
    if refusing:
        first = refusing[0]
        raise Refused(
            say.refused(first.rule, first.message, len(refusing) - 1),
            hint=say.TEMPLATE_HINT if on_template else say.REFUSED_HINT,
        )
    return tuple(Finding(fault.rule, Severity.INFO, fault.message) for fault in faults)


def _faults(rules: Iterable[Rule], file: Opened, layout: Layout) -> Iterator[Fault]:
    for rule in rules:
        if rule.is_asked(layout):
            for part, message in rule.look(file, layout):
                yield Fault(rule.id, part, message, rule.refuses)
