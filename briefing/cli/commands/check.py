"""`briefing check [OUTLINE]`: prints what is wrong with the library, or with one outline before it leaves."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace

from briefing.catalogue.checking import check_folder
from briefing.cli.findings import are_bad, find_rule, finding_document, finding_line, place_findings
from briefing.cli.names import find_outline
from briefing.cli.output import put, put_json
from briefing.cli.progress import tell_share
from briefing.cli.times import read_time
from briefing.cli.which import find_library, look_into
from briefing.model.finding import Finding
from briefing.rules.gate import check_outline


def run(options: Namespace) -> int:
    """Print the findings; 1 where there is a warning or a stop among them."""
    only = find_rule(options.only) if options.only else None
    found = [finding for finding in _check(options) if only in {None, finding.rule}]
    if options.json:
        put_json({"findings": [finding_document(finding) for finding in found]})
    else:
        for finding in found:
            put(finding_line(finding))
    return 1 if are_bad(found) else 0


def _check(options: Namespace) -> tuple[Finding, ...]:
    if options.outline is None:
        with tell_share() as told:
            checked = check_folder(find_library(options.library), told)
        return place_findings(checked.findings, checked.library)
    library = look_into(options)
    outline = find_outline(library, options.outline)
    asked = replace(outline, product=options.product or outline.product)
    return place_findings(check_outline(asked, library, read_time(options.on)), library, outline.name)
