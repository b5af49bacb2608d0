"""The names of the elements a returned file is read by, as lxml spells them out."""

from __future__ import annotations

from typing import Final

from briefing.word.returned.values import Kind

STRICT: Final = b"http://purl.oclc.org/ooxml/"
"""What namespaces begin with in a file saved as Strict Open XML (ISO/IEC 29500-1)."""
TRANSITIONAL: Final = {
    STRICT + b"wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    STRICT + b"officeDocument/relationships": b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    STRICT + b"officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    STRICT + b"officeDocument/customProperties": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    ),
    STRICT + b"officeDocument/docPropsVTypes": b"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
}
"""What each is called in every other file."""

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"


def w(name: str) -> str:
    """Return a name of WordprocessingML in full."""
    return f"{_W}{name}"


P, R, T, TAB, DELETED_TEXT = w("p"), w("r"), w("t"), w("tab"), w("delText")
PPR, RPR, NUM_PR, STYLE = w("pPr"), w("rPr"), w("numPr"), w("pStyle")
TABLE, ROW, TABLE_CELL, ROW_PR = w("tbl"), w("tr"), w("tc"), w("trPr")
BOX = w("txbxContent")
NOTES = {w("footnote"): "footnote", w("endnote"): "endnote", w("comment"): "comment"}
"""What holds paragraphs of its own, and what it is called."""
REFERENCES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
BOOKMARK, BOOKMARK_END = w("bookmarkStart"), w("bookmarkEnd")
RANGES = {w("moveFromRangeStart"), w("moveToRangeStart")}
RANGE_ENDS = {w("moveFromRangeEnd"), w("moveToRangeEnd")}
COMMENT_START, COMMENT_END, COMMENT_MARK = w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")
FIELD_MARK, FIELD_CODE, SIMPLE_FIELD = w("fldChar"), w("instrText"), w("fldSimple")
SYMBOL, RUBY_TEXT, VANISH, EMBEDDED = w("sym"), w("rt"), w("vanish"), w("altChunk")
ALTERNATE, CHOICE, FALLBACK = f"{_MC}AlternateContent", f"{_MC}Choice", f"{_MC}Fallback"
FORMULA_TEXT = f"{_M}t"
ID, NAME, VAL, AUTHOR, DATE, TYPE = (w(name) for name in ("id", "name", "val", "author", "date", "type"))
PARA_ID = f"{_W14}paraId"
THREAD, THREAD_PARAGRAPH, THREAD_PARENT, THREAD_DONE = (
    f"{_W15}{name}" for name in ("commentEx", "paraId", "paraIdParent", "done")
)
ON = {"1", "true", "on"}

INSERTS = {w("ins"), w("moveTo")}
DELETES = {w("del"), w("moveFrom")}
_RUNS = {
    "ins": Kind.INSERTION,
    "del": Kind.DELETION,
    "moveFrom": Kind.MOVED_FROM,
    "moveTo": Kind.MOVED_TO,
}
_MARKS = {
    "ins": Kind.MARK_INSERTED,
    "del": Kind.MARK_DELETED,
    "moveFrom": Kind.MARK_MOVED_FROM,
    "moveTo": Kind.MARK_MOVED_TO,
}
_ROWS = {"ins": Kind.ROW_INSERTED, "del": Kind.ROW_DELETED}
_OTHERS = {
    "cellIns": Kind.CELL_INSERTED,
    "cellDel": Kind.CELL_DELETED,
    "cellMerge": Kind.CELL_MERGED,
    "rPrChange": Kind.FORMAT,
    "pPrChange": Kind.PARAGRAPH_FORMAT,
    "sectPrChange": Kind.SECTION_FORMAT,
    "tblPrChange": Kind.TABLE_FORMAT,
    "tblPrExChange": Kind.TABLE_FORMAT,
    "tblGridChange": Kind.TABLE_FORMAT,
    "trPrChange": Kind.TABLE_FORMAT,
    "tcPrChange": Kind.TABLE_FORMAT,
    "numberingChange": Kind.NUMBERING,
    "customXmlInsRangeStart": Kind.CUSTOM,
    "customXmlDelRangeStart": Kind.CUSTOM,
    "customXmlMoveFromRangeStart": Kind.CUSTOM,
    "customXmlMoveToRangeStart": Kind.CUSTOM,
}
REVISIONS: Final = {w(name): name for name in (*_RUNS, *_OTHERS)}
"""Every element that is a tracked change, and its short name."""


def kind_of(element: str, parent: object, grandparent: object) -> Kind:
    """Return what an element of a tracked change says, by its short name and by what it stands in."""
    if element in _OTHERS:
        return _OTHERS[element]
    if parent == ROW_PR and element in _ROWS:
        return _ROWS[element]
    if parent == NUM_PR:
        return Kind.NUMBERING
    if parent == RPR:
        return _MARKS[element] if grandparent == PPR else Kind.FORMAT
    return _RUNS[element]
