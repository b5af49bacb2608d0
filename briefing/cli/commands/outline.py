"""`briefing outline NAME --as PRODUCT [FIELD=VALUE...]`: starts an outline and prints its name."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, datetime

from briefing.cli.names import ENDING
from briefing.cli.output import put
from briefing.cli.saving import save
from briefing.cli.which import open_library
from briefing.library.authoring import new_outline
from briefing.library.reading import OUTLINES
from briefing.library.values import parse_assignments
from briefing.model.fields import OUTLINE_FIELDS, named
from briefing.model.ids import OutlineName
from briefing.model.library import Library


def run(options: Namespace) -> int:
    """Start the outline: today's, named for its file, for the office's one Member, unless it is said otherwise."""
    opened = open_library(options)
    name = OutlineName(options.name.removeprefix(f"{OUTLINES}/").removesuffix(ENDING))
    given = parse_assignments(named(OUTLINE_FIELDS), options.values)
    values = {**_usual(name, opened.library), **given, "product": options.product}
    save(opened, new_outline(opened.library, name, values))
    put(name)
    return 0


def _usual(name: OutlineName, library: Library) -> dict[str, object]:
    members = library.office.members
    return {
        "title": name.replace("-", " ").capitalize(),
        "date": datetime.now(UTC).astimezone().date(),
        "member": members[0].id if len(members) == 1 else None,
    }
