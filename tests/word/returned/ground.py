"""What the tests of returned files stand on: small files written element by element, and ours with marks put in."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefing.word.returned.change import Change
from briefing.word.returned.changes import Changes, changes, count_in, count_out
from briefing.word.returned.exported import Exported, ExportedPart
from briefing.word.returned.homes import Where
from briefing.word.returned.passages import accepted
from briefing.word.returned.placing import place
from briefing.word.returned.reading import read_returned
from briefing.word.returned.values import NONE, ReturnedFile, ReturnedParagraph
from briefing.word.writing import Written
from tests.word.template.ground import DOCUMENT_TYPE, zipped

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
BY = 'w:author="A. Member" w:date="2025-03-05T09:00:00Z"'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KINDS = {
    "styles": "styles",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "commentsExtended": "commentsExtended",
    "header1": "header",
    "footer1": "footer",
}
_ROOTS = {
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "commentsExtended": "w15:commentsEx",
    "header1": "hdr",
    "footer1": "ftr",
    "styles": "styles",
}


def parts_of(body: str, **others: str) -> dict[str, bytes]:
    """The parts of a file: what is in its body, and in others of its parts, as `footnotes="..."`."""
    types = "".join(f'<Override PartName="/word/{name}.xml" ContentType="application/xml"/>' for name in others)
    rows = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{_KINDS[name]}" Target="{name}.xml"/>' for name in others
    )
    parts = {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{DOCUMENT_TYPE}"/>{types}</Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
            'Target="word/document.xml"/></Relationships>'
        ),
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>',
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
    }
    for name, inner in others.items():
        root = _ROOTS[name] if ":" in _ROOTS[name] else f"w:{_ROOTS[name]}"
        parts[f"word/{name}.xml"] = f"<{root} {NAMES}>{inner}</{root}>"
    return {name: part.encode() for name, part in parts.items()}


def read(body: str, **others: str) -> ReturnedFile:
    """A file with that in its body, read."""
    return read_returned(zipped(parts_of(body, **others)), "back.docx")


def read_parts(parts: Mapping[str, bytes]) -> ReturnedFile:
    """A file of these parts, read."""
    return read_returned(zipped(parts), "back.docx")


def t(text: str) -> str:
    """A run of text."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def ins(inner: str, by: str = BY) -> str:
    """What was inserted."""
    return f'<w:ins w:id="1" {by}>{inner}</w:ins>'


def gone(text: str, by: str = BY) -> str:
    """Words that were deleted."""
    return f'<w:del w:id="2" {by}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def p(*inner: str, mark: str = "", style: str = "") -> str:
    """A paragraph; `mark` is what was done to its end, as `ins` or `del`."""
    done = f"<w:rPr><w:{mark} w:id='3' {BY}/></w:rPr>" if mark else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{named}{done}</w:pPr>" if done or named else ""
    return f"<w:p>{properties}{''.join(inner)}</w:p>"


def told(paragraph: ReturnedParagraph) -> list[str]:
    """The words of a paragraph, each stretch with what was done: + put there, - taken away, = neither."""
    return [
        ("+" if one.inserted != NONE else "") + ("-" if one.deleted != NONE else "") + one.text
        if (one.inserted, one.deleted) != (NONE, NONE)
        else f"={one.text}"
        for one in paragraph.stretches
    ]


def name(number: int) -> str:
    """The bookmark of a part."""
    return f"_bf1ex1234000000000{number}p0000"


def own(number: int, *inner: str, mark: str = "", style: str = "") -> str:
    """A paragraph of ours, by its number."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name(number)}"/>'
    return p(start, *inner, f'<w:bookmarkEnd w:id="{number}"/>', mark=mark, style=style)


def export(*texts: str, kinds: Mapping[int, str] = MappingProxyType({}), **notes: tuple[str, ...]) -> Exported:
    """The record of an export of these paragraphs, each a block `b0`, `b1`; notes as in `n1=("...",)`."""
    return Exported(
        "ex1234",
        tuple(
            ExportedPart(
                name(number), text, f"b{number}", kind=kinds.get(number, "paragraph"), notes=notes.get(f"n{number}", ())
            )
            for number, text in enumerate(texts)
        ),
    )


def exported_by(written: Written) -> Exported:
    """The record of a file that was written."""
    return Exported(
        written.export,
        tuple(
            ExportedPart(one.bookmark, one.text, one.paragraph.block, kind=one.paragraph.kind, notes=one.notes)
            for one in written.marks
        ),
    )


def all_of(exported: Exported, body: str, **others: str) -> Changes:
    """All that was done to an export, with what must hold of every file held to this one."""
    found = changes(place(read(body, **others), exported))
    hold(found)
    return found


def hold(found: Changes) -> None:
    """Hold a file to what must be so of every one."""
    file, parts = found.placed.file, found.placed.exported.parts
    assert count_out(found.listed, file) == count_in(file)
    numbers = [number for change in found.listed for number in change.revisions]
    assert sorted(numbers) == list(range(len(file.revisions)))
    ids = frozenset(change.id for change in found.listed)
    assert len(ids) == len(found.listed)
    for wording in found.wordings:
        if wording.home.where is Where.BLOCK and wording.home.note == NONE:
            were = (wording.home.part, *wording.home.joined)
            assert wording.with_accepted(frozenset()) == "\n".join(parts[number].text for number in were)
        assert {piece.inserted for piece in wording.pieces} | {piece.deleted for piece in wording.pieces} <= ids | {""}
    came = [one.text for one in accepted(file.paragraphs) if one.text]
    assert sorted(_told_apart(_accepted(found))) == sorted(_told_apart("\n".join(came)))


def _told_apart(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _accepted(found: Changes) -> str:
    """Everything the file says with every change accepted, by the wordings and by what was left as it was."""
    ids = frozenset(change.id for change in found.listed)
    touched = {number for wording in found.wordings for number in wording.paragraphs}
    lines: dict[int, str] = {}
    for wording in found.wordings:
        if wording.paragraphs:
            lines[wording.paragraphs[0]] = wording.with_accepted(ids)
    file = found.placed.file
    staying = {one.number: one.accepted for passage in accepted(file.paragraphs) for one in passage.members}
    lines |= {number: text for number, text in staying.items() if number not in touched}
    open_ = {wording.paragraphs[-1] for wording in found.wordings if wording.goes_on(ids)}
    first = {wording.paragraphs[-1]: wording.paragraphs[0] for wording in found.wordings if wording.paragraphs}
    open_ = {first[number] for number in open_}
    return "".join(text + ("" if number in open_ else "\n") for number, text in sorted(lines.items()))


def seen(found: Changes) -> list[tuple[object, ...]]:
    """What a person is told of each change: what, where, before and after."""
    return [(change.what.value, _where(change), change.before, change.after) for change in found.listed]


def _where(change: Change) -> str:
    home = change.home
    told = f"{home.where.value} {change.block}".strip()
    return f"{told} note {home.note}" if home.note != NONE else told
