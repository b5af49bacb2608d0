"""What the stories of an outline stand on: a larger invented library, a seat before it, and a look into Word."""

from __future__ import annotations

import tomllib
import zipfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from xml.etree import ElementTree as ET

from textual import events

from briefing.model.ids import OutlineName
from briefing.tui.screens.outline import OutlineScreen
from tests.stories.ground import OFFICE, WIDE, Sitting, sitting, write_library

CLAIMS = {
    "ferry": "The ferry to Fairholm sailed on 212 days of the year",
    "harbour": "The harbour wall lost nine metres in one storm",
    "lantern": "The lantern at Skerry Point went dark for six weeks",
    "orchard": "Half of the orchard at Lowmoor was felled in spring",
    "bakery": "The bakery in Mill Lane gave away 3,000 loaves",
    "viaduct": "The viaduct carries eleven trains an hour",
    "pond": "The pond at Hobthrush froze twice in ten winters",
    "choir": "The choir of St Osyth sang in four counties",
    "tannery": "The tannery closed after one hundred and six years",
    "beacon": "The beacon on Carrow Hill is lit each midsummer",
}
"""Ten cards, each found by its own word."""

OUTLINE = """
title = "Westmarch: what was done"
product = "briefing"
date = 2025-03-04
event = "Westmarch Hall"
slot = "3:00"
"""


def _cards() -> Iterator[str]:
    for number, word in enumerate(CLAIMS, 1):
        source = f'id = "s-{word}"\nkind = "report"\ntitle = "Survey {number}"\nauthor = "Westmarch Council"'
        yield f"[[source]]\n{source}\n"
    for number, (word, claim) in enumerate(CLAIMS.items(), 1):
        card = f'id = "{word}1"\nkind = "record"\nclaim = "{claim}"\nsource = "s-{word}"\nat = "page {number}"'
        yield f"[[card]]\n{card}\n"
    yield '[[card]]\nid = "theirs1"\nkind = "opposing-claim"\nclaim = "They say nothing was done in Westmarch"\n'
    yield (
        '[[card]]\nid = "shut1"\nkind = "story"\nclaim = "Jo Bloggs of Mill Lane fell ill"\nsource = "s-pond"\n'
        'handling = "restricted"\nflags = ["victim"]\n'
    )


FILES = {
    "library.toml": OFFICE,
    "westmarch.toml": 'title = "Westmarch"\n\n' + "\n".join(_cards()),
    "outlines/done.toml": OUTLINE,
}


def written(folder: Path) -> list[str]:
    """The blocks of the outline's file, in order, each as the word or words it holds."""
    blocks = tomllib.loads((folder / "outlines/done.toml").read_text(encoding="utf-8")).get("block", [])
    return [str(block.get("heading") or block.get("card") or block.get("attack") or block["text"]) for block in blocks]


def _lay_out(folder: Path) -> None:
    """Write the library, unless it is there from a sitting before."""
    if not folder.exists():
        write_library(folder, FILES)


@asynccontextmanager
async def assembling(folder: Path, size: tuple[int, int] = WIDE, theme: str = "dark") -> AsyncIterator[Sitting]:
    """Sit down before the outline."""
    _lay_out(folder)
    async with sitting(folder, size, tips=False, theme=theme) as at:
        await at.desk.push_screen(OutlineScreen(OutlineName("done")))
        await at.settle()
        yield at


async def burst(at: Sitting, *keys: str) -> None:
    """Press keys all at once, as a slow line delivers them, and let the desk come to rest."""
    for key in keys:
        character = key if len(key) == 1 else " " if key == "space" else None
        at.desk.post_message(events.Key(key, character))
    await at.settle()


_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _paragraphs(path: Path, part: str) -> Iterator[ET.Element]:
    with zipfile.ZipFile(path) as package:
        yield from ET.fromstring(package.read(f"word/{part}.xml")).iter(f"{_WORD}p")  # noqa: S314 - our own file


def _text(element: ET.Element) -> str:
    """What is read: a space that does not break the line is a space."""
    return "".join(text.text or "" for text in element.iter(f"{_WORD}t")).replace("\u00a0", " ")


def said_in_word(path: Path) -> list[tuple[str, list[str]]]:
    """Every paragraph of a document that says something, with the notes it refers to."""
    with zipfile.ZipFile(path) as package:
        notes = ET.fromstring(package.read("word/footnotes.xml"))  # noqa: S314 - our own file
    by_id = {note.get(f"{_WORD}id"): _text(note).strip() for note in notes.iter(f"{_WORD}footnote")}
    found = []
    for paragraph in _paragraphs(path, "document"):
        referred = [by_id[mark.get(f"{_WORD}id")] for mark in paragraph.iter(f"{_WORD}footnoteReference")]
        if _text(paragraph).strip():
            found.append((_text(paragraph).strip(), referred))
    return found
