"""Layout rules of what a file tells about itself and its making: its title, its language, and nobody's machine."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.document.document import Style
from briefing.document.layout import Layout
from briefing.word.checking.fault import Found
from briefing.word.checking.opened import Opened
from briefing.word.properties import CORE
from briefing.wording import checking as say

_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_CORE_NAMES = {
    *(f"{_DC}{name}" for name in ("title", "creator", "language")),
    *(f"{_TERMS}{name}" for name in ("created", "modified")),
}
_APP = "docProps/app.xml"
_TRACES = (
    *("rsids", "rsid", "attachedTemplate", "docVars", "documentProtection", "writeProtection", "mailMerge"),
    *("printerSettings", "saveThroughXslt", "doNotTrackMoves"),
)
_ON_A_DISK = re.compile(
    r"(?i)file:/|\b[a-z]:\\{1,2}(?:users|documents and settings)\\|(?<![\w./])/(?:home|users|root)/[\w.-]+/"
)
_HINTS = ("file:/", "FILE:/", "\\", "/home", "/Users", "/users", "/root")
"""One of these is in every such place, and is looked for in a fraction of the time."""


def names_its_title(file: Opened, layout: Layout) -> Found:
    """Find properties that name no title or another one than the page, or another language."""
    core = file.package.tree(CORE)
    title = (core.findtext(f"{_DC}title") or "").strip()
    styles = file.sheet.with_name(Style.TITLE.casefold())
    shown = next((passage.text for passage in file.main.passages if passage.style in styles), title)
    if not title or _squeezed(shown) != _squeezed(title):
        yield CORE, say.OTHER_TITLE
    if core.findtext(f"{_DC}language") != layout.language:
        yield CORE, say.language(core.findtext(f"{_DC}language") or "", layout.language)


def _squeezed(text: str) -> str:
    """Return a text without what a property cannot hold: breaks, and spaces that do not break."""
    return "".join(text.replace("␊", "").replace("␉", "").split())


def tells_nothing_of_its_making(file: Opened, layout: Layout) -> Found:
    """Find whoever and whatever made the file: names, programs, templates, pictures of its first page."""
    core = file.package.tree(CORE)
    yield from ((CORE, say.tells(_local(str(child.tag)))) for child in core if child.tag not in _CORE_NAMES)
    if layout.creator and core.findtext(f"{_DC}creator") != layout.creator:
        yield CORE, say.OTHER_CREATOR
    app = file.package.tree(_APP)
    yield from ((_APP, say.tells(_local(str(child.tag)))) for child in app)
    settings = file.package.related(file.main.part, "settings")
    yield from ((settings, say.tells(name)) for name in _traces(file))
    for one in file.package.relationships(""):
        if one.kind in {"thumbnail", "customXml"}:
            yield one.target, say.tells(one.kind)


def _traces(file: Opened) -> Iterator[str]:
    return (name for child in file.settings if (name := _local(str(child.tag))) in _TRACES)


def names_no_place_on_a_disk(file: Opened, _: Layout) -> Found:
    """Find paths of somebody's machine in the parts that are not text."""
    stories = {story.part for story in file.stories}
    for name in file.package.names:
        is_small = name not in stories and name.endswith((".xml", ".rels"))
        if is_small and _names_a_place(file.package.read(name).decode("utf-8", "replace")):
            yield name, say.PATH


def quotes_no_place_on_a_disk(file: Opened, _: Layout) -> Found:
    """Find paths of somebody's machine in the words."""
    for story in file.own:
        if any(_names_a_place(text) for text in story.stretches()):
            yield story.part, say.PATH


def _names_a_place(text: str) -> bool:
    return any(hint in text for hint in _HINTS) and _ON_A_DISK.search(text) is not None


def _local(name: str) -> str:
    return name.rpartition("}")[2]
