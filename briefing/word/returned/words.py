"""One paragraph walked from its beginning to its end: its words by what was done to them, and what is tied to it.

`paragraph.text` of python-docx leaves out what was inserted and keeps what is hidden: here every element is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lxml import etree

from briefing.word.returned import names as n
from briefing.word.returned.fields import Fields
from briefing.word.returned.values import NONE, NoteMark, Stretch
from briefing.word.returned.walked import Walked

SPECIAL = (
    *(n.DELETED_TEXT, n.FORMULA_TEXT, n.SYMBOL, n.FIELD_MARK, n.FIELD_CODE, n.SIMPLE_FIELD, n.COMMENT_MARK),
    *(n.RUBY_TEXT, n.VANISH, *map(n.w, ("ptab", "br", "cr", "noBreakHyphen", "softHyphen"))),
)
"""What a paragraph may hold, beside what is seen of it in any case, that has to be walked to be understood."""
_PLAIN = (n.T, n.TAB, n.BOOKMARK, n.STYLE, *n.REFERENCES)
_SILENT = frozenset({n.RPR, n.BOOKMARK, n.BOOKMARK_END, n.COMMENT_START, n.COMMENT_END, n.COMMENT_MARK})
_PRIVATE_USE = range(0xE000, 0xF900)
_SYMBOL_OFFSET = 0xF000
"""Where Word keeps the characters of fonts of signs."""


class Walker:
    """Walks the paragraphs of one part in order: a field may begin in one and end in a later one."""

    def __init__(self, numbers: Mapping[etree._Element, int]) -> None:
        """Take the numbers of the revisions in whatever is being walked, by their elements."""
        self._numbers = numbers
        self.fields = Fields()
        self._walked = Walked()
        self._said: list[str] = []
        self._inserted = self._deleted = NONE
        self._acts: dict[object, Callable[[etree._Element, int, int], None]] = {
            n.T: self._text,
            n.DELETED_TEXT: self._text,
            n.FORMULA_TEXT: self._text,
            n.R: self._run,
            n.PPR: self._paragraph_properties,
            n.BOOKMARK: lambda element, _, __: self._walked.take_bookmark(element.get(n.NAME, "")),
            n.TAB: lambda _, ins, gone: self._say("\t", ins, gone),
            n.w("ptab"): lambda _, ins, gone: self._say("\t", ins, gone),
            n.w("br"): self._break,
            n.w("cr"): lambda _, ins, gone: self._say("\n", ins, gone),
            n.w("noBreakHyphen"): lambda _, ins, gone: self._say("\N{NON-BREAKING HYPHEN}", ins, gone),
            n.w("softHyphen"): lambda _, ins, gone: self._say("\N{SOFT HYPHEN}", ins, gone),
            n.SYMBOL: self._symbol,
            n.FIELD_MARK: self._field_mark,
            n.FIELD_CODE: lambda element, _, __: self.fields.say(element.text or ""),
            n.SIMPLE_FIELD: self._simple_field,
            n.ALTERNATE: self._alternate,
            n.COMMENT_START: lambda element, _, __: self._comment("start", element),
            n.COMMENT_END: lambda element, _, __: self._comment("end", element),
            n.COMMENT_MARK: lambda element, _, __: self._comment("mark", element),
            **dict.fromkeys(n.REFERENCES, self._note),
            **dict.fromkeys(n.INSERTS, self._insert),
            **dict.fromkeys(n.DELETES, self._delete),
            **dict.fromkeys((n.P, n.RPR, n.BOX, n.RUBY_TEXT, n.FALLBACK), self._leave),
            **dict.fromkeys(map(n.w, ("delInstrText", "sdtPr", "sdtEndPr", "pPrChange", "fldData")), self._leave),
        }

    def walk(self, paragraph: etree._Element, walked: Walked) -> Walked:
        """Return what a paragraph holds, after what stood before it."""
        self._walked = walked
        self._said, self._inserted, self._deleted = [], NONE, NONE
        self._deeper(paragraph, NONE, NONE)
        self._finish()
        return walked

    def read_plain(self, paragraph: etree._Element, walked: Walked) -> Walked:
        """Return what a paragraph holds that has none of `SPECIAL` in it, and is in no field: the same, but sooner."""
        said: list[str] = []
        for element in paragraph.iter(*_PLAIN):
            tag = element.tag
            if tag == n.T:
                said.append(element.text or "")
            elif tag == n.BOOKMARK:
                walked.take_bookmark(element.get(n.NAME, ""))
            elif tag == n.STYLE:
                walked.style = element.get(n.VAL, "")
            elif tag != n.TAB:
                walked.notes.append(NoteMark(_note(element), len("".join(said))))
            elif element.getparent().tag == n.R:  # type: ignore[union-attr]  # what iter finds below has a parent
                said.append("\t")
        text = "".join(said)
        if text:
            walked.stretches.append(Stretch(text))
        walked.own = walked.length = len(text)
        return walked

    def _deeper(self, element: etree._Element, inserted: int, deleted: int) -> None:
        act_for, deeper = self._acts.get, self._deeper
        for child in element:
            act_for(child.tag, deeper)(child, inserted, deleted)

    def _leave(self, element: etree._Element, inserted: int, deleted: int) -> None:
        """Leave out what says nothing, or is read elsewhere."""

    def _run(self, run: etree._Element, inserted: int, deleted: int) -> None:
        for child in run:
            tag = child.tag
            if tag == n.T:  # nearly always
                self._say(child.text or "", inserted, deleted)
            elif tag != n.RPR:
                self._acts.get(tag, self._deeper)(child, inserted, deleted)
            elif len(child) and _is_on(child.find(n.VANISH)):
                self._hide(run)
                return

    def _hide(self, run: etree._Element) -> None:
        """Leave out what is hidden, but not what is tied to it."""
        self._walked.hides = True
        for child in run.iter(n.FIELD_MARK, n.FIELD_CODE, n.BOOKMARK, n.COMMENT_MARK, *n.REFERENCES):
            self._acts[child.tag](child, NONE, NONE)

    def _insert(self, element: etree._Element, _: int, deleted: int) -> None:
        number = self._numbers.get(element, NONE)
        if _is_empty(element):
            self._walked.empty.append(number)
        self._deeper(element, number, deleted)

    def _delete(self, element: etree._Element, inserted: int, _: int) -> None:
        self._deeper(element, inserted, self._numbers.get(element, NONE))

    def _text(self, element: etree._Element, inserted: int, deleted: int) -> None:
        self._say(element.text or "", inserted, deleted)

    def _say(self, text: str, inserted: int, deleted: int) -> None:
        walked = self._walked
        if not self.fields:
            walked.own += len(text)
        elif self.fields.say_nothing:
            return
        elif self.fields.are_computed:
            walked.computed += len(text)
        else:
            walked.own += len(text)
        if inserted != self._inserted or deleted != self._deleted:
            self._finish()
            self._inserted, self._deleted = inserted, deleted
        self._said.append(text)
        walked.length += len(text)

    def _finish(self) -> None:
        text = "".join(self._said)
        if text:
            self._walked.stretches.append(Stretch(text, self._inserted, self._deleted))
        self._said = []

    def _break(self, element: etree._Element, inserted: int, deleted: int) -> None:
        if element.get(n.TYPE, "textWrapping") == "textWrapping":
            self._say("\n", inserted, deleted)

    def _symbol(self, element: etree._Element, inserted: int, deleted: int) -> None:
        try:
            code = int(element.get(n.w("char"), ""), 16)
        except ValueError:
            return
        if code in _PRIVATE_USE:
            code -= _SYMBOL_OFFSET
        if 0x20 <= code < 0xD800:
            self._say(chr(code), inserted, deleted)

    def _comment(self, what: str, element: etree._Element) -> None:
        self._walked.comment_marks.append((what, element.get(n.ID, ""), self._walked.length))

    def _note(self, element: etree._Element, inserted: int, deleted: int) -> None:
        self._walked.notes.append(NoteMark(_note(element), self._walked.length, inserted, deleted))

    def _field_mark(self, element: etree._Element, _: int, __: int) -> None:
        kind = element.get(n.w("fldCharType"))
        if kind == "begin":
            self.fields.begin()
        elif kind == "separate":
            self.fields.separate()
        elif kind == "end":
            self.fields.end()

    def _simple_field(self, element: etree._Element, inserted: int, deleted: int) -> None:
        self.fields.begin(element.get(n.w("instr"), ""))
        self.fields.separate()
        self._deeper(element, inserted, deleted)
        self.fields.end()

    def _alternate(self, element: etree._Element, inserted: int, deleted: int) -> None:
        """Read the first of several tellings of the same."""
        told = element.find(n.CHOICE)
        if told is None:
            told = element.find(n.FALLBACK)
        if told is not None:
            self._deeper(told, inserted, deleted)

    def _paragraph_properties(self, properties: etree._Element, _: int, __: int) -> None:
        for child in properties:
            if child.tag == n.STYLE:
                self._walked.style = child.get(n.VAL, "")
            elif child.tag == n.RPR:
                self._mark(child)

    def _mark(self, properties: etree._Element) -> None:
        """Read what was done to the end of the paragraph."""
        for child in properties:
            if child.tag in n.INSERTS:
                self._walked.mark_inserted = self._numbers.get(child, NONE)
            elif child.tag in n.DELETES:
                self._walked.mark_deleted = self._numbers.get(child, NONE)


def _note(element: etree._Element) -> str:
    return f"{n.REFERENCES[str(element.tag)]} {element.get(n.ID, '')}"


def _is_empty(element: etree._Element) -> bool:
    """Whether what was put there or taken away says nothing, but perhaps where a comment or a bookmark is."""
    within = (one for child in element for one in (child if child.tag == n.R else [child]))
    return all(one.tag in _SILENT for one in within)


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and element.get(n.VAL, "1") not in {"0", "false", "off"}
