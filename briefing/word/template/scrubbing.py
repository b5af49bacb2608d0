"""Cleaning a part of an office's template: no field but those of the page, nothing fetched, no trace of who edited."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping

from docx.oxml.ns import nsmap, qn
from lxml import etree

from briefing.word.template.figures import settle_figures

_DROPPED = tuple(
    qn(f"w:{name}")
    for name in (
        *("object", "control", "altChunk", "subDoc"),
        *("commentRangeStart", "commentRangeEnd", "commentReference", "bookmarkStart", "bookmarkEnd"),
        *("del", "moveFrom", "rPrChange", "pPrChange", "tblPrChange", "tcPrChange", "trPrChange", "proofErr", "rsid"),
        *("sectPrChange", "tblGridChange", "tblPrExChange", "numberingChange", "cellIns", "cellDel", "cellMerge"),
        *("fldData", "ffData", "sdtPr", "sdtEndPr", "permStart", "permEnd"),
        *(f"{kind}Range{end}" for kind in ("moveFrom", "moveTo") for end in ("Start", "End")),
        *(f"customXml{kind}Range{end}" for kind in ("Ins", "Del", "MoveFrom", "MoveTo") for end in ("Start", "End")),
    )
)
_UNWRAPPED = tuple(qn(f"w:{name}") for name in ("ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent"))
_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "STYLEREF"})
"""Fields that say something of the page; another may read a file, a name or a clock."""
_TELLING = frozenset(
    "FILENAME AUTHOR LASTSAVEDBY USERNAME USERINITIALS USERADDRESS TEMPLATE INFO DOCPROPERTY DOCVARIABLE COMMENTS "
    "KEYWORDS SUBJECT INCLUDETEXT INCLUDEPICTURE LINK DDE DDEAUTO DATABASE HYPERLINK MERGEFIELD".split()
)
"""Fields whose words may name somebody, or a place on somebody's machine: these words go with them."""
_PICTURES = frozenset({"docPr", "cNvPr"})
"""What describes a picture, in whatever kind of drawing it stands."""
_OLD_DRAWING = "urn:schemas-microsoft-com:"
"""How the spaces of names begin in which Word writes watermarks still."""
_LINKS = (qn("a:hlinkClick"), qn("a:hlinkHover"))
"""What makes a picture a link: nothing, where the link does not go with it."""
_ELSEWHERE = (qn("c:chart"), qn("dgm:relIds"))
"""What is drawn from parts that no template is asked for."""
_DESCRIPTIONS = frozenset({"descr", "title", "name", "alt"})
_FETCHED = frozenset({"href", "althref", "src"})
_PATH = re.compile(r"[\\/]")


def hiding_styles(styles: etree._Element) -> frozenset[str]:
    """Return the ids of the styles that hide what is set in them, by themselves or as the style they are based on."""
    own = {style.get(qn("w:styleId"), ""): style for style in styles.iter(qn("w:style"))}
    return frozenset(name for name in own if _hides_by(name, own))


def _hides_by(name: str, own: Mapping[str, etree._Element]) -> bool:
    seen: set[str] = set()
    while name in own and name not in seen:
        seen.add(name)
        style = own[name]
        hides = _hides(style)
        if hides is not None:
            return hides
        based = style.find(qn("w:basedOn"))
        name = "" if based is None else based.get(qn("w:val"), "")
    return False


def _hides(element: etree._Element) -> bool | None:
    """Whether a run or a style hides what it holds; None where it does not say."""
    said = element.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return None if said is None else said.get(qn("w:val"), "1") not in {"0", "false", "off"}


def scrub(part: etree._Element, kept: Container[str], hiding: Container[str] = ()) -> None:
    """Clean a part in place. `kept` are the ids of the relationships it may still point to.

    `hiding` are the styles that hide what is set in them.
    """
    etree.strip_tags(part, etree.Comment, etree.ProcessingInstruction)
    for element in list(part.iter(*_DROPPED)):
        _drop(element)
    for element in list(part.iter(*_UNWRAPPED)):
        _unwrap(element)
    _unwrap_fields(part)
    _drop_hidden(part, hiding)
    _drop_dangling(part, kept)
    settle_figures(part)
    for element in part.iter(etree.Element):
        _forget_path(element)
        for name in list(element.attrib):
            space, _, local = str(name)[1:].partition("}")
            traces = space == nsmap["w"] and local.startswith("rsid")
            dangles = space == nsmap["r"] and element.get(name) not in kept
            if traces or dangles:
                del element.attrib[name]


def _unwrap_fields(part: etree._Element) -> None:
    """Leave of a field that is not one of the page the words it showed last."""
    for field in list(part.iter(qn("w:fldSimple"))):
        name = _name(field.get(qn("w:instr"), ""))
        if name not in _FIELDS:
            _drop(field) if name in _TELLING else _unwrap(field)
    for paragraph in part.iter(qn("w:p")):
        _unwrap_complex(list(paragraph.iter(qn("w:r"))))


def _unwrap_complex(runs: list[etree._Element]) -> None:
    """Take the marks and instructions of fields out of a paragraph's runs, unless they are of the page.

    A field that does not begin and end in one paragraph goes with its instruction.
    """
    open_fields: list[list[etree._Element]] = []
    for run in runs:
        for child in list(run):
            kind = child.get(qn("w:fldCharType")) if child.tag == qn("w:fldChar") else None
            if kind == "begin":
                open_fields.append([])
            if open_fields:
                open_fields[-1].append(child)
                if kind == "end":
                    _settle(open_fields.pop())
            elif kind is not None or child.tag == qn("w:instrText"):
                _drop(child)
    for held in open_fields:
        _drop_all(_marks(held))


def _settle(held: list[etree._Element]) -> None:
    """Keep a whole field of the page; of any other keep its words at most, and those only where they tell nothing."""
    name = _name("".join(mark.text or "" for mark in held if mark.tag == qn("w:instrText")))
    if name not in _FIELDS:
        _drop_all(held if name in _TELLING else _marks(held))


def _marks(held: list[etree._Element]) -> list[etree._Element]:
    return [child for child in held if child.tag in {qn("w:fldChar"), qn("w:instrText")}]


def _drop_hidden(part: etree._Element, hiding: Container[str]) -> None:
    """Take out the words nobody sees, and what would hide a document's own: a style that hides what is set in it."""
    for run in list(part.iter(qn("w:r"))):
        hides = _hides(run)
        if hides or (hides is None and any(style in hiding for style in _styles_of(run))):
            _drop(run)
    for mark in list(part.iter(qn("w:vanish"))):
        _drop(mark)


def _styles_of(run: etree._Element) -> Iterator[str]:
    """Yield the styles of a run and of its paragraph."""
    named = [run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")]
    named += [paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}") for paragraph in run.iterancestors(qn("w:p"))][:1]
    return (style.get(qn("w:val"), "") for style in named if style is not None)


def _drop_dangling(part: etree._Element, kept: Container[str]) -> None:
    """Take out the links of pictures that lead nowhere now, and the drawings whose parts do not go with them."""
    for link in list(part.iter(*_LINKS)):
        if link.get(qn("r:id"), "") not in kept:
            _drop(link)
    for drawn in list(part.iter(*_ELSEWHERE)):
        for drawing in drawn.iterancestors(qn("w:drawing")):
            _drop(drawing)


def _forget_path(element: etree._Element) -> None:
    """Take out of what describes a picture the path it was taken from, and of an old drawing what it would fetch."""
    space, _, tag = str(element.tag)[1:].partition("}")
    old = space.startswith(_OLD_DRAWING)
    if not old and tag not in _PICTURES:
        return
    for name in list(element.attrib):
        local = str(name).rpartition("}")[2]
        if old and local in _FETCHED:
            del element.attrib[name]
        elif local in _DESCRIPTIONS and _PATH.search(element.get(name, "")):
            element.set(name, "")


def _drop_all(marks: list[etree._Element]) -> None:
    for mark in marks:
        _drop(mark)


def _name(instruction: str) -> str:
    return (instruction.split() or [""])[0].upper()


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    where = parent.index(element)
    parent[where : where + 1] = list(element)
