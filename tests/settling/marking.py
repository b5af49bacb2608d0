"""A file marked up at random, as a page is edited: words put in and taken away, paragraphs added and struck out."""

from __future__ import annotations

import copy
import io
import random
import zipfile
from collections.abc import Callable
from itertools import count

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LEAST = 4
"""Words of a run in which something is changed."""


class Marker:
    """Marks one file; what it puts in is made of words no document has, so that it can be found again."""

    def __init__(self, chance: random.Random, *, is_tracked: bool) -> None:
        """Mark with revisions, or as if they had been off."""
        self._chance = chance
        self._is_tracked = is_tracked
        self._ids = count(900_000)
        self._words = count(1)

    def mark(self, content: bytes, changes: int) -> bytes:
        """Return a Word file with so many changes, or a few less."""
        written = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(written, "w") as to:
            for name in archive.namelist():
                part = archive.read(name)
                to.writestr(name, self._marked(part, changes) if name == "word/document.xml" else part)
        return written.getvalue()

    def _marked(self, part: bytes, changes: int) -> bytes:
        body = etree.fromstring(part)
        ours = [one for one in body.iter(f"{_W}p") if one.find(f".//{_W}bookmarkStart") is not None]
        acts: tuple[Callable[[etree._Element], None], ...] = (
            self._edit,
            self._edit,
            self._edit,
            self._add,
            self._strike,
        )
        for paragraph in self._chance.sample(ours, min(changes, len(ours))):
            self._chance.choice(acts)(paragraph)
        return etree.tostring(body, xml_declaration=True, encoding="UTF-8", standalone=True)

    def _new_words(self) -> str:
        return f"zq{next(self._words)} wx"

    def _by(self) -> dict[str, str]:
        told = {"id": str(next(self._ids)), "author": "A. Member", "date": "2025-03-05T09:00:00Z"}
        return {f"{_W}{name}": value for name, value in told.items()}

    def _edit(self, paragraph: etree._Element) -> None:
        """Put words into a run, take some out of it, or both."""
        runs = [run for run in paragraph.findall(f"{_W}r") if len(_text(run).split(" ")) >= _LEAST]
        if not runs:
            return
        run = self._chance.choice(runs)
        words = _text(run).split(" ")
        start = self._chance.randrange(1, len(words) - 1)
        end = start + self._chance.randint(0, len(words) - 1 - start)
        put = f"{self._new_words()} " if end == start or self._chance.random() < 0.5 else ""
        ahead, gone, behind = (" ".join(part) for part in (words[:start], words[start:end], words[end:]))
        fresh = [_like(run, f"{ahead} ")]
        if gone and self._is_tracked:
            fresh.append(self._in("del", _struck(_like(run, f"{gone} "))))
        if put:
            fresh.append(self._in("ins", _like(run, put)) if self._is_tracked else _like(run, put))
        _replace(run, [*fresh, _like(run, behind)])

    def _in(self, element: str, run: etree._Element) -> etree._Element:
        around = etree.Element(f"{_W}{element}", self._by())
        around.append(run)
        return around

    def _add(self, paragraph: etree._Element) -> None:
        """Put a paragraph after one of the body."""
        if not _is_in_body(paragraph):
            return
        fresh = etree.Element(f"{_W}p")
        run = etree.SubElement(etree.Element(f"{_W}p"), f"{_W}r")
        etree.SubElement(run, f"{_W}t").text = f"New: {self._new_words()}."
        if self._is_tracked:
            mark = etree.SubElement(etree.SubElement(fresh, f"{_W}pPr"), f"{_W}rPr")
            etree.SubElement(mark, f"{_W}ins", self._by())
        fresh.append(self._in("ins", run) if self._is_tracked else run)
        paragraph.addnext(fresh)

    def _strike(self, paragraph: etree._Element) -> None:
        """Take a paragraph of the body away."""
        if not _is_in_body(paragraph):
            return
        if not self._is_tracked:
            _above(paragraph).remove(paragraph)
            return
        for run in [run for run in paragraph.findall(f"{_W}r") if run.find(f"{_W}t") is not None]:
            around = etree.Element(f"{_W}del", self._by())
            run.addprevious(around)
            around.append(_struck(run))
        properties = next(paragraph.iter(f"{_W}pPr"))
        mark = properties.find(f"{_W}rPr")
        if mark is None:
            mark = etree.SubElement(properties, f"{_W}rPr")
        mark.insert(0, etree.Element(f"{_W}del", self._by()))


def _text(run: etree._Element) -> str:
    return "".join(text.text or "" for text in run.findall(f"{_W}t"))


def _like(run: etree._Element, text: str) -> etree._Element:
    """Return a run that looks the same and says something else."""
    fresh = copy.deepcopy(run)
    for child in fresh:
        if child.tag != f"{_W}rPr":
            fresh.remove(child)
    said = etree.SubElement(fresh, f"{_W}t", {_SPACE: "preserve"})
    said.text = text
    return fresh


def _struck(run: etree._Element) -> etree._Element:
    for text in run.findall(f"{_W}t"):
        text.tag = f"{_W}delText"
    return run


def _replace(run: etree._Element, fresh: list[etree._Element]) -> None:
    for one in fresh:
        run.addprevious(one)
    _above(run).remove(run)


def _above(element: etree._Element) -> etree._Element:
    return next(element.iterancestors())


def _is_in_body(paragraph: etree._Element) -> bool:
    return _above(paragraph).tag == f"{_W}body"
