"""Edits Word files in LibreOffice as a person would: run by a Python that LibreOffice has its bridge for.

It takes one job a line on its input, as JSON, and answers each with a line: what it did not get done, and what the text
reads once everything is accepted. It knows nothing of the project, so that what it says of a text stands by itself.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.uno import RuntimeException

if TYPE_CHECKING:
    from com.sun.star.datatransfer import XTransferable
    from com.sun.star.text import XText, XTextCursor, XTextDocument, XTextRange
    from com.sun.star.uno import XComponentContext

_PATIENCE = 60
"""Seconds in which LibreOffice has to come up."""
_FILTERS = {".docx": "MS Word 2007 XML", ".odt": "writer8"}
_PARAGRAPH = "com.sun.star.text.Paragraph"
_TABLE = "com.sun.star.text.TextTable"
_END = 0
"""The control character that ends a paragraph (com.sun.star.text.ControlCharacter)."""
_ONE_STEP = {"Footnote", "TextField"}
"""What a cursor passes in one step, and is no word."""
_LIBRARY = "RoundTrips"

Edit = Mapping[str, str | int]


class Job(TypedDict):
    """What is to be done to a file."""

    file: str
    edits: list[Edit]
    """Each with whether it is tracked."""
    saves: list[str]
    """The names to save it under, once it is edited."""
    again: list[tuple[str, str]]
    """Which of those to open anew, and the name to save each under."""


class Answer(TypedDict):
    """What was done."""

    failed: Mapping[int, str]
    texts: list[str]
    notes: list[str]


def connect(pipe: str) -> XComponentContext:
    """The context of the LibreOffice that listens to a pipe; waits for it to come up."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


class Office:
    """A LibreOffice that is running."""

    def __init__(self, context: XComponentContext) -> None:
        """Take its context, and teach it to save."""
        self._context = context
        self.dispatcher = self._make("com.sun.star.frame.DispatchHelper")
        libraries = self._make("com.sun.star.script.ApplicationScriptLibraryContainer")
        if not libraries.hasByName(_LIBRARY):
            source = Path(__file__).with_name("saving.bas").read_text(encoding="utf-8")
            libraries.createLibrary(_LIBRARY).insertByName("Saving", source)
        providers = self._make("com.sun.star.script.provider.MasterScriptProviderFactory")
        self._scripts = providers.createScriptProvider("")

    def _make(self, name: str) -> XTextDocument:
        return self._context.ServiceManager.createInstanceWithContext(name, self._context)

    def open(self, path: str) -> XTextDocument:
        """Open a file."""
        hidden = (_value("Hidden", True),)
        return self._make("com.sun.star.frame.Desktop").loadComponentFromURL(Path(path).as_uri(), "_blank", 0, hidden)

    def call(self, name: str, *arguments: object) -> None:
        """Call a function of `saving.bas`."""
        uri = f"vnd.sun.star.script:{_LIBRARY}.Saving.{name}?language=Basic&location=application"
        self._scripts.getScript(uri).invoke(arguments, (), ())


def _value(name: str, value: object) -> PropertyValue:
    told = PropertyValue()
    told.Name, told.Value = name, value
    return told


class Writer:
    """An open document, and what a person can do to it."""

    def __init__(self, office: Office, path: str) -> None:
        """Open a file."""
        self._office = office
        self.document = office.open(path)
        self._controller = self.document.CurrentController
        self._remarks: list[tuple[XTextCursor, str, str]] = []
        self._deeds: Mapping[str, Callable[[Edit], None]] = {
            "type": self._type,
            "replace": self._replace,
            "twice": self._twice,
            "restyle": self._restyle,
            "split": self._split,
            "merge": self._merge,
            "across": self._across,
            "add": self._add,
            "drop": self._drop,
            "move": self._move,
            "copy": self._copy,
            "note": self._note,
            "put_note": self._put_note,
            "drop_note": self._drop_note,
            "remark": self._remark,
            "bold": self._bold,
            "row": self._row,
            "drop_row": self._drop_row,
        }

    def save(self, paths: Sequence[str]) -> None:
        """Put the remarks in, save under each of the names, and stop to record changes."""
        spans, authors, texts = (tuple(remark[which] for remark in self._remarks) for which in range(3))
        urls = tuple(Path(path).as_uri() for path in paths)
        filters = tuple(_FILTERS[Path(path).suffix] for path in paths)
        self._office.call("Save", self.document, spans, authors, texts, urls, filters)

    def order(self, command: str, **how: object) -> None:
        """Give an order of the menu."""
        told = tuple(_value(name, value) for name, value in how.items())
        self._office.dispatcher.executeDispatch(self._controller.Frame, f".uno:{command}", "", 0, told)

    def do(self, edit: Edit) -> None:
        """Make one edit, tracked or not."""
        self.document.setPropertyValue("RecordChanges", bool(edit["tracked"]))
        self._deeds[str(edit["do"])](edit)

    def _type(self, edit: Edit) -> None:
        """Type words at a place."""
        at = self._at(edit, "start")
        at.Text.insertString(at, edit["text"], False)

    def _replace(self, edit: Edit) -> None:
        """Put words, or none, in the place of others."""
        self._span(edit).setString(edit["text"])

    def _twice(self, edit: Edit) -> None:
        """Put words in the place of others at two places of a paragraph, the later one first."""
        self._span({**edit, "start": edit["again"], "end": edit["again_end"]}).setString(edit["again_text"])
        self._replace(edit)

    def _restyle(self, edit: Edit) -> None:
        """Give a paragraph another style."""
        self._paragraph(edit).setPropertyValue("ParaStyleName", edit["text"])

    def _split(self, edit: Edit) -> None:
        """End a paragraph in its midst."""
        at = self._at(edit, "start")
        at.Text.insertControlCharacter(at, _END, False)

    def _merge(self, edit: Edit) -> None:
        """Take away the end of a paragraph."""
        end = self._paragraph(edit).End
        cursor = end.Text.createTextCursorByRange(end)
        cursor.goRight(1, True)
        cursor.setString("")

    def _across(self, edit: Edit) -> None:
        """Take away from a place in one paragraph to a place in the next."""
        cursor = self._at(edit, "start")
        cursor.gotoRange(self._place(self._named(edit["other"]), edit["end"]), True)
        cursor.setString("")

    def _add(self, edit: Edit) -> None:
        """Write a paragraph after another."""
        end = self._paragraph(edit).End
        cursor = end.Text.createTextCursorByRange(end)
        cursor.Text.insertControlCharacter(cursor, _END, False)
        cursor.Text.insertString(cursor, edit["text"], False)

    def _drop(self, edit: Edit) -> None:
        """Take a paragraph away."""
        self._line(edit).setString("")

    def _move(self, edit: Edit) -> None:
        """Cut a paragraph out and paste it before another."""
        held = self._take(self._line(edit))
        self._line(edit).setString("")
        self._put(held, edit)

    def _copy(self, edit: Edit) -> None:
        """Paste a copy of a paragraph before another."""
        self._put(self._take(self._line(edit)), edit)

    def _note(self, edit: Edit) -> None:
        """Put words in the place of others in a note."""
        note = self._found_note(edit)
        cursor = note.createTextCursor()
        cursor.gotoStart(False)
        cursor.goRight(int(edit["start"]), False)
        cursor.goRight(int(edit["end"]) - int(edit["start"]), True)
        cursor.setString(edit["text"])

    def _put_note(self, edit: Edit) -> None:
        """Write a new note."""
        note = self.document.createInstance("com.sun.star.text.Footnote")
        at = self._at(edit, "start")
        at.Text.insertTextContent(at, note, False)
        note.insertString(note.createTextCursor(), edit["text"], False)

    def _drop_note(self, edit: Edit) -> None:
        """Take a note away by its mark."""
        mark = self._found_note(edit).Anchor
        mark.Text.createTextCursorByRange(mark).setString("")

    def _remark(self, edit: Edit) -> None:
        """Write in the margin, when all else is done."""
        self._remarks.append((self._span(edit), str(edit["author"]), str(edit["text"])))

    def _bold(self, edit: Edit) -> None:
        """Set words in bold letters."""
        self._controller.select(self._span(edit))
        self.order("Bold", Bold=True)

    def _row(self, edit: Edit) -> None:
        """Put a row below that of a cell, with words in its first cell."""
        self._controller.select(self._paragraph(edit).End)
        self.order("InsertRowsAfter")
        table = self._paragraph(edit).TextTable
        name = self._paragraph(edit).Cell.CellName
        below = table.getCellByName(f"A{int(name.lstrip('ABCDEFGH')) + 1}")
        below.insertString(below.createTextCursor(), edit["text"], False)

    def _drop_row(self, edit: Edit) -> None:
        """Take the row of a cell away."""
        self._controller.select(self._paragraph(edit).End)
        self.order("DeleteRows")

    def _found_note(self, edit: Edit) -> XText:
        """A note of a paragraph, by its number there."""
        portions = _each(_first(self._paragraph(edit)))
        notes = [portion.Footnote for portion in portions if portion.TextPortionType == "Footnote"]
        return notes[int(edit["note"])]

    def _take(self, span: XTextRange) -> XTransferable:
        self._controller.select(span)
        return self._controller.getTransferable()

    def _put(self, held: XTransferable, edit: Edit) -> None:
        self._controller.select(self._named(edit["before"]).Start)
        self._controller.insertTransferable(held)

    def _named(self, bookmark: str | int) -> XTextCursor:
        """The paragraph a bookmark stands in."""
        start = self.document.Bookmarks.getByName(bookmark).Anchor.Start
        cursor = start.Text.createTextCursorByRange(start)
        cursor.gotoStartOfParagraph(False)
        cursor.gotoEndOfParagraph(True)
        return cursor

    def _paragraph(self, edit: Edit) -> XTextCursor:
        return self._named(edit["at"])

    def _line(self, edit: Edit) -> XTextCursor:
        """A paragraph with its end: as far as the beginning of the next."""
        cursor = self._paragraph(edit)
        cursor.goRight(1, True)
        return cursor

    def _at(self, edit: Edit, what: str) -> XTextCursor:
        return self._place(self._paragraph(edit), edit[what])

    def _place(self, paragraph: XTextCursor, count: str | int) -> XTextCursor:
        """A place in a paragraph, after so many characters of its words: the mark of a note counts for none."""
        cursor = paragraph.Text.createTextCursorByRange(paragraph.Start)
        cursor.goRight(_steps(paragraph, int(count)), False)
        return cursor

    def _span(self, edit: Edit) -> XTextCursor:
        cursor = self._at(edit, "start")
        cursor.gotoRange(self._at(edit, "end"), True)
        return cursor


def _steps(paragraph: XTextRange, count: int) -> int:
    """How many steps a cursor takes for so many characters of words."""
    steps, left = 0, count
    for portion in _each(_first(paragraph)):
        if portion.TextPortionType == "Text":
            length = min(len(portion.String), left)
            steps, left = steps + length, left - length
        elif portion.TextPortionType in _ONE_STEP:
            steps += 1
        if not left:
            break
    return steps


def _each(holder: XText) -> Iterator[XTextRange]:
    held = holder.createEnumeration()
    while held.hasMoreElements():
        yield held.nextElement()


def _first(holder: XTextRange) -> XText:
    return next(_each(holder))


def told(document: XTextDocument) -> list[str]:
    """What every paragraph of the body says, those in cells too."""
    return list(_told(document.Text))


def _told(text: XText) -> Iterator[str]:
    for block in _each(text):
        if block.supportsService(_TABLE):
            for name in block.CellNames:
                yield from _told(block.getCellByName(name))
        elif block.supportsService(_PARAGRAPH):
            yield "".join(portion.String for portion in _each(block) if portion.TextPortionType == "Text")


def _notes(document: XTextDocument) -> list[str]:
    return [document.Footnotes.getByIndex(number).String for number in range(document.Footnotes.Count)]


def work(office: Office, job: Job) -> Answer:
    """Do a job: open a file, edit it, save it, and say what it reads; then go by way of another kind of file."""
    writer = Writer(office, job["file"])
    try:
        failed = dict(_failed(writer, job["edits"]))
        writer.save(job["saves"])
        writer.order("AcceptAllTrackedChanges")
        texts = told(writer.document), _notes(writer.document)
    finally:
        writer.document.close(True)
    for source, target in job["again"]:
        office.call("Convert", Path(source).as_uri(), Path(target).as_uri(), _FILTERS[Path(target).suffix])
    return {"failed": failed, "texts": texts[0], "notes": texts[1]}


def _failed(writer: Writer, edits: Iterable[Edit]) -> Iterator[tuple[int, str]]:
    """What could not be done, by its place, and why."""
    for number, edit in enumerate(edits):
        try:
            writer.do(edit)
        except (RuntimeException, AttributeError, IndexError) as error:
            yield number, f"{type(error).__name__}: {error}"


def main(pipe: str) -> None:
    """Take jobs until there are no more."""
    office = Office(connect(pipe))
    for line in sys.stdin:
        print(json.dumps(work(office, json.loads(line))), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
