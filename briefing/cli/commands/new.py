"""`briefing new DIR`: starts a library, and writes out the house template for Word files."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from briefing.cli.output import put, say
from briefing.disk.saving import replace_file
from briefing.errors import BadInput, Place
from briefing.library.reading import OFFICE_FILE
from briefing.library.starting import start_library
from briefing.wording import commands as words

TEMPLATE = "house.dotx"


def run(options: Namespace) -> int:
    """Start the library and print where it is; one that is there already gets the template alone."""
    folder = Path(options.folder)
    if not (options.template and (folder / OFFICE_FILE).is_file()):
        start_library(folder, example=options.example)
        put(str(folder))
        say(words.started(options.folder))
    if options.template:
        put(str(_write_template(folder / TEMPLATE)))
        say(words.TEMPLATE_WRITTEN)
    else:
        say(words.template_offered(options.folder))
    return 0


def _write_template(path: Path) -> Path:
    """Write the house template where nothing stands yet; raises BadInput where something does."""
    from briefing.word.template.house import house_template

    if path.exists():
        raise BadInput(words.TEMPLATE_THERE, Place(str(path)), words.TEMPLATE_THERE_HINT)
    replace_file(path, house_template(), None)
    return path
