"""The practical limit of a writer of Word files: escaped strings straight into a deflate stream.

It writes the parts a file needs, each paragraph in its style with a bookmark, each note with its link, and nothing
else: it takes no template apart, makes no text visible, binds no number to its unit, foretells no pages, and knows the
ids of its styles beforehand.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from html import escape
from io import BytesIO

from briefing.document.document import Document, Footnote, Inline, Link, Paragraph, Words

_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def write(document: Document, template: Mapping[str, bytes], styles: Mapping[str, str]) -> bytes:
    """Return a document as a .docx; `template` are the parts it stands on, `styles` their ids by name."""
    body: list[str] = []
    notes: list[str] = []
    links: list[str] = []

    def inline(part: Inline) -> str:
        match part:
            case Footnote():
                text = "".join(inline(words) for words in part.words)
                notes.append(
                    f'<w:footnote w:id="{len(notes) + 1}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
                    f"<w:r><w:footnoteRef/></w:r>{text}</w:p></w:footnote>"
                )
                return f'<w:r><w:footnoteReference w:id="{len(notes)}"/></w:r>'
            case Link():
                name = f"l{len(links)}"
                where = escape(part.url)
                links.append(f'<Relationship Id="{name}" Type="{_LINK}" Target="{where}" TargetMode="External"/>')
                return f'<w:hyperlink r:id="{name}"><w:r><w:t>{escape(part.text)}</w:t></w:r></w:hyperlink>'
            case _:
                bold = "<w:rPr><w:b/></w:rPr>" if isinstance(part, Words) and part.bold else ""
                return f'<w:r>{bold}<w:t xml:space="preserve">{escape(part.text)}</w:t></w:r>'

    for number, paragraph in enumerate(document.body):
        if isinstance(paragraph, Paragraph):
            words = "".join(map(inline, paragraph.words))
            body.append(
                f'<w:p><w:pPr><w:pStyle w:val="{styles[paragraph.style.value.casefold()]}"/></w:pPr>'
                f'<w:bookmarkStart w:id="{number}" w:name="_b{number}"/>{words}<w:bookmarkEnd w:id="{number}"/></w:p>'
            )
    parts = {
        **template,
        "word/document.xml": _within(template["word/document.xml"], b"<w:body>", body, after=True),
        "word/footnotes.xml": _within(template["word/footnotes.xml"], b"</w:footnotes>", notes, after=False),
        "word/_rels/footnotes.xml.rels": ("<Relationships>" + "".join(links) + "</Relationships>").encode(),
    }
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return held.getvalue()


def _within(part: bytes, mark: bytes, written: list[str], *, after: bool) -> bytes:
    inside = "".join(written).encode()
    return part.replace(mark, mark + inside if after else inside + mark, 1)
