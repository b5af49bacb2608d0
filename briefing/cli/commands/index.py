"""`briefing index`: brings the search index up to date, or makes it again."""

from __future__ import annotations

from argparse import Namespace

from briefing.catalogue.opening import open_catalogue
from briefing.cli.output import say
from briefing.cli.progress import catch_up
from briefing.cli.which import find_library
from briefing.disk.places import cache_folder
from briefing.search.index import FILE, PATIENCE
from briefing.search.tables.opening import open_store
from briefing.wording import commands as words


def run(options: Namespace) -> int:
    """Update the index; with --rebuild from nothing. Interrupted, it is gone on with the next time."""
    folder = find_library(options.library)
    if options.rebuild:
        open_store(cache_folder(folder) / FILE, PATIENCE, anew=True).close()
    catalogue = open_catalogue(folder)
    try:
        catch_up(catalogue, tidy=True)
    finally:
        catalogue.close()
    say(words.INDEX_CURRENT)
    return 0
