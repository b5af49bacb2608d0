"""`briefing index`: brings the search index up to date, or makes it again."""

from __future__ import annotations

from argparse import Namespace

from briefing.cli.output import say
from briefing.cli.which import find_library
from briefing.disk.places import cache_folder
from briefing.library.reading import read_library
from briefing.search.index import FILE, PATIENCE, open_index
from briefing.search.store import open_store
from briefing.wording import commands as words


def run(options: Namespace) -> int:
    """Update the index; with --rebuild from nothing."""
    folder = find_library(options.library)
    if options.rebuild:
        open_store(cache_folder(folder) / FILE, PATIENCE, anew=True).close()
    index = open_index(folder)
    try:
        index.update(read_library(folder))
    finally:
        index.close()
    say(words.INDEX_CURRENT)
    return 0
