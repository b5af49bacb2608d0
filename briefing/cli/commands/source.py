"""`briefing source NOTE FIELD=VALUE... [--text FILE]`: makes a source, keeps its text and prints its id."""

from __future__ import annotations

from argparse import Namespace
from functools import partial

from briefing.cli.names import find_note
from briefing.cli.output import put
from briefing.cli.saving import save
from briefing.cli.texts import read_text, save_with_text
from briefing.cli.which import open_library
from briefing.library.authoring import new_source
from briefing.library.values import parse_assignments
from briefing.model.entries import FIELDS_OF


def run(options: Namespace) -> int:
    """Add the source to its note, last, its text first: a source never names a text that is not there."""
    opened = open_library(options)
    note = find_note(opened.library, opened.folder, options.note)
    values = parse_assignments(FIELDS_OF["source"], options.values)
    text = None if options.text is None else read_text(options.text)
    if text is not None:
        values["text"] = text.about
    source, step = new_source(opened.library, note, values)
    save_with_text(opened.folder, source, text, partial(save, opened, step))
    put(source)
    return 0
