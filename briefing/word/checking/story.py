"""A part that holds text, read once from its beginning to its end: what the rules ask about it, and no more.

A body of 10,000 cards has 400,000 elements. Each paragraph is read when it is complete and then emptied, so that
what is left of the part at its end is a skeleton of tables and sections.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import NamedTuple

from lxml import etree

from briefing.word.checking.names import (
    BLIP,
    DECORATIVE,
    FALLBACK,
    ID,
    OLD_PICTURE,
    PARA_ID,
    PICTURE,
    REFERS,
    VAL,
    w,
)

_P, _T, _DEL, _TAG, _NAME, _INSTR = (w(name) for name in ("p", "t", "del", "tag", "name", "instr"))
_CELL = w("tc")
_DESCRIPTIONS = ("descr", "title", "alt")
_AT_ONCE = 500
"""Paragraphs: a rule is asked of the text in large pieces, but never holds it twice."""
_CHANGES = tuple(
    w(name)
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange"),
        *("rPrChange", "pPrChange", "tblPrChange", "tcPrChange", "trPrChange", "sectPrChange", "tblGridChange"),
    )
)


class Passage(NamedTuple):
    """A paragraph as it was read."""

    style: str
    """The id of its style; empty where it names none."""
    text: str
    notes: int
    """How many notes it refers to."""


@dataclass(slots=True)
class Story:
    """What was read of one part."""

    part: str
    texts: list[str] = field(default_factory=list)
    """The text of each paragraph; and, of each, its style and how many notes it refers to."""
    paragraph_styles: list[str] = field(default_factory=list)
    paragraph_notes: list[int] = field(default_factory=list)
    skeleton: etree._Element = field(default_factory=lambda: etree.Element("none"))
    styles: tuple[str, ...] = ()
    """The id of every style paragraphs name, in the order of their first use."""
    names: set[object] = field(default_factory=set)
    """Every other element there is inside paragraphs, by its name."""
    run_styles: set[str] = field(default_factory=set)
    bookmarks: list[str] = field(default_factory=list)
    """The name of each bookmark; and the numbers by which they begin and end."""
    starts: list[str] = field(default_factory=list)
    ends: list[str] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    """The number of each tracked change."""
    comments: list[str] = field(default_factory=list)
    """The number of each stretch that is commented on."""
    comment_marks: list[str] = field(default_factory=list)
    note_marks: list[str] = field(default_factory=list)
    """The number of each note that is referred to."""
    refers: set[str] = field(default_factory=set)
    """Every relationship that is named."""
    links: list[str] = field(default_factory=list)
    """The words of each link."""
    lists: set[str] = field(default_factory=set)
    paragraph_ids: list[str] = field(default_factory=list)
    controls: list[tuple[str, str]] = field(default_factory=list)
    """The number and tag of each content control."""
    fields: list[str] = field(default_factory=list)
    """What each field is told to show."""
    broken_lines: int = 0
    """Texts that hold a line end, which is no line end to Word."""
    undeleted: int = 0
    """Deleted words that are not marked as deleted text."""
    empty_cells: int = 0
    undescribed: int = 0
    """Pictures without a word on what they show, which reading aloud passes over."""

    @property
    def passages(self) -> Iterator[Passage]:
        """Every paragraph, in order."""
        # Made when asked for: 30,000 values that are kept would set off searches for garbage while the file is read.
        return map(Passage._make, zip(self.paragraph_styles, self.texts, self.paragraph_notes, strict=True))

    def stretches(self) -> Iterator[str]:
        """Yield the text, some hundred paragraphs at a time, each in a line of its own."""
        for first in range(0, len(self.texts), _AT_ONCE):
            yield "\n".join(self.texts[first : first + _AT_ONCE])


def read_story(part: str, content: bytes) -> Story:
    """Return what a part says; raises lxml's XMLSyntaxError where it is not well formed."""
    reading = _Reading(part)
    events = etree.iterparse(BytesIO(content), tag=(_P, _CELL), resolve_entities=False, no_network=True, huge_tree=True)
    for _, element in events:
        if element.tag == _P:
            reading.take(element)
        else:
            reading.take_cell(element)
    if events.root is not None:
        reading.rest(events.root)
    return reading.story


class _Reading:
    """A part while it is read."""

    def __init__(self, part: str) -> None:
        self.story = Story(part)
        self._style = ""
        self._said: list[str] = []
        self._notes = 0
        self._acts: dict[object, Callable[[etree._Element], None]] = {
            _T: self._text,
            w("br"): lambda _: self._said.append("\n"),
            w("tab"): lambda _: self._said.append("\t"),
            w("pStyle"): self._named_style,
            w("rStyle"): lambda element: self.story.run_styles.add(element.get(VAL, "")),
            w("bookmarkStart"): self._bookmark,
            w("bookmarkEnd"): lambda element: self.story.ends.append(element.get(ID, "")),
            w("footnoteReference"): self._note,
            w("hyperlink"): self._link,
            w("headerReference"): self._refers,
            w("footerReference"): self._refers,
            BLIP: self._refers,
            w("numId"): lambda element: self.story.lists.add(element.get(VAL, "")),
            w("commentRangeStart"): lambda element: self.story.comments.append(element.get(ID, "")),
            w("commentReference"): lambda element: self.story.comment_marks.append(element.get(ID, "")),
            w("fldSimple"): lambda element: self.story.fields.append(element.get(_INSTR, "")),
            w("instrText"): lambda element: self.story.fields.append(element.text or ""),
            w("sdtPr"): self._control,
            PICTURE: self._picture,
            OLD_PICTURE: self._old_picture,
            **dict.fromkeys(_CHANGES, self._change),
        }

    def take(self, paragraph: etree._Element) -> None:
        """Read a paragraph and empty it."""
        self._style, self._said, self._notes = "", [], 0
        own = paragraph.get(PARA_ID)
        if own is not None:
            self.story.paragraph_ids.append(own)
        self._walk(paragraph)
        self.story.texts.append("".join(self._said))
        self.story.paragraph_styles.append(self._style)
        self.story.paragraph_notes.append(self._notes)
        paragraph.clear(keep_tail=True)

    def take_cell(self, cell: etree._Element) -> None:
        """Look at a cell whose paragraphs were all read."""
        own = sum(1 for _ in cell.iter(_P))
        if own and not any(text.strip() for text in self.story.texts[-own:]):
            self.story.empty_cells += 1

    def rest(self, root: etree._Element) -> None:
        """Read what stands outside of paragraphs."""
        story = self.story
        inside, story.names = story.names, set()
        self._walk(root)
        story.names, story.skeleton = inside, root
        story.styles = tuple(dict.fromkeys(story.paragraph_styles))

    def _walk(self, element: etree._Element) -> None:
        act_for, name = self._acts.get, self.story.names.add
        for inner in element.iter():
            tag = inner.tag
            act = act_for(tag)
            if act is None:
                name(tag)  # by far the most: formats, runs and what holds them
            else:
                act(inner)

    def _text(self, element: etree._Element) -> None:
        text = element.text or ""
        self._said.append(text)
        if "\n" in text or "\r" in text:
            self.story.broken_lines += 1

    def _named_style(self, element: etree._Element) -> None:
        self._style = element.get(VAL, "")

    def _bookmark(self, element: etree._Element) -> None:
        self.story.starts.append(element.get(ID, ""))
        self.story.bookmarks.append(element.get(_NAME, ""))

    def _note(self, element: etree._Element) -> None:
        self._notes += 1
        self.story.note_marks.append(element.get(ID, ""))

    def _link(self, element: etree._Element) -> None:
        self.story.links.append("".join(str(text) for text in element.itertext()))
        self._refers(element)

    def _refers(self, element: etree._Element) -> None:
        for name in REFERS:
            named = element.get(name)
            if named is not None:
                self.story.refers.add(named)

    def _change(self, element: etree._Element) -> None:
        self.story.changes.append(element.get(ID, ""))
        if element.tag == _DEL:
            self.story.undeleted += sum(1 for _ in element.iter(_T))

    def _picture(self, told: etree._Element) -> None:
        drawing = told.getparent()
        is_picture = drawing is not None and next(drawing.iter(BLIP), None) is not None
        if is_picture and not _describes(told) and not _is_decorative(told):
            self.story.undescribed += 1

    def _old_picture(self, image: etree._Element) -> None:
        """Look at a picture as Word drew it before 2007; one that only stands in for a drawing was looked at there."""
        around = list(image.iterancestors())
        if not any(one.tag == FALLBACK or _describes(one) for one in around):
            self.story.undescribed += 1

    def _control(self, element: etree._Element) -> None:
        number, tag = element.find(ID), element.find(_TAG)
        self.story.controls.append(
            ("" if number is None else number.get(VAL, ""), "" if tag is None else tag.get(VAL, ""))
        )


def _describes(told: etree._Element) -> bool:
    return any(told.get(name, "").strip() for name in _DESCRIPTIONS)


def _is_decorative(told: etree._Element) -> bool:
    return any(mark.get("val") in {"1", "true"} for mark in told.iter(DECORATIVE))
