"""`briefing where`: prints where everything is kept."""

from __future__ import annotations

from argparse import Namespace

from briefing.cli.output import put_json, put_rows
from briefing.cli.which import find_library
from briefing.disk.places import cache_folder, exports_folder, settings_file
from briefing.search.index import FILE


def run(options: Namespace) -> int:
    """Print the library, its exports, its index and the settings."""
    library = find_library(options.library)
    places = {
        "library": str(library.resolve()),
        "exports": str(exports_folder(library)),
        "index": str(cache_folder(library) / FILE),
        "settings": str(settings_file()),
    }
    if options.json:
        put_json(places)
    else:
        put_rows(places.items())
    return 0
