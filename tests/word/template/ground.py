"""What the tests of templates stand on: an office's own, made part by part, with what one would not pass on."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NAMES = f'xmlns:w="{W}" xmlns:r="{R}"'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TEMPLATE_TYPE = f"{_WORD}.template.main+xml"
DOCUMENT_TYPE = f"{_WORD}.document.main+xml"

SECRET = "kittiwake"
"""Stands wherever a template tells of its maker, its machine or its former words."""

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)

_STYLES = f"""<w:styles {_NAMES}>
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:sz w:val="22"/>
<w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard">
<w:name w:val="Normal"/><w:rsid w:val="00AB12CD"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/>
<w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr>
<w:rPr><w:color w:val="7A1F1F"/><w:sz w:val="36"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:basedOn w:val="Standard"/>
<w:rPr><w:sz w:val="52"/></w:rPr></w:style>
</w:styles>"""

_DOCUMENT = f"""<w:document {_NAMES}><w:body>
<w:p w:rsidR="00AB12CD"><w:r><w:t>{SECRET} stood on the page</w:t></w:r></w:p>
<w:sectPr w:rsidR="00AB12CD"><w:headerReference w:type="default" r:id="rId2"/>
<w:headerReference w:type="first" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>
<w:pgSz w:w="11906" w:h="16838"/>
<w:pgMar w:top="2000" w:right="1800" w:bottom="1800" w:left="1800" w:header="700" w:footer="700" w:gutter="0"/>
<w:titlePg/></w:sectPr></w:body></w:document>"""

_HEADER = f"""<w:hdr {_NAMES}><w:p w:rsidR="00AB12CD"><w:r><w:t>The Office of a Member</w:t></w:r>
<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> FILENAME \\p </w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>house style</w:t></w:r>
<w:r><w:fldChar w:fldCharType="end"/></w:r>
<w:hyperlink r:id="rId1"><w:r><w:t>our page</w:t></w:r></w:hyperlink></w:p></w:hdr>"""
_FIRST = f"""<w:hdr {_NAMES}><w:p><w:r><w:t>Letterhead of a Member</w:t></w:r></w:p></w:hdr>"""
_FOOTER = f"""<w:ftr {_NAMES}><w:p><w:r><w:t xml:space="preserve">Sheet </w:t></w:r>
<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>"""
_SETTINGS = f"""<w:settings {_NAMES}><w:attachedTemplate r:id="rId1"/><w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids>
<w:docVars><w:docVar w:name="who" w:val="{SECRET}"/></w:docVars></w:settings>"""
_CORE = (
    f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
    f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{SECRET}</dc:creator></cp:coreProperties>'
)


def _relationships(*rows: tuple[str, str, str, bool]) -> str:
    written = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}" TargetMode="{"External" if out else "Internal"}"/>'
        for name, kind, target, out in rows
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{written}</Relationships>'


def template_parts(main_type: str = TEMPLATE_TYPE) -> dict[str, bytes]:
    """The parts of an office's template."""
    overrides = {
        "/word/document.xml": main_type,
        "/word/styles.xml": f"{_WORD}.styles+xml",
        "/word/settings.xml": f"{_WORD}.settings+xml",
        "/word/header1.xml": f"{_WORD}.header+xml",
        "/word/header2.xml": f"{_WORD}.header+xml",
        "/word/footer1.xml": f"{_WORD}.footer+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    types = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    parts = {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>'
            f'<Default Extension="png" ContentType="image/png"/>{types}</Types>'
        ),
        "_rels/.rels": _relationships(
            ("rId1", f"{R}/officeDocument", "word/document.xml", False),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml", False),
            ("rId3", f"{_PACKAGE}/relationships/metadata/thumbnail", "docProps/thumbnail.png", False),
        ),
        "word/_rels/document.xml.rels": _relationships(
            ("rId1", f"{R}/styles", "styles.xml", False),
            ("rId2", f"{R}/header", "header1.xml", False),
            ("rId3", f"{R}/header", "header2.xml", False),
            ("rId4", f"{R}/footer", "footer1.xml", False),
            ("rId5", f"{R}/settings", "settings.xml", False),
            ("rId6", f"{R}/customXml", "../customXml/item1.xml", False),
        ),
        "word/_rels/settings.xml.rels": _relationships(
            ("rId1", f"{R}/attachedTemplate", f"file://{SECRET}/office.dotx", True),
        ),
        "word/_rels/header1.xml.rels": _relationships(
            ("rId1", f"{R}/hyperlink", "https://office.example/", True),
            ("rId2", f"{R}/image", f"file://{SECRET}/share/logo.png", True),
        ),
        "word/document.xml": _DOCUMENT,
        "word/styles.xml": _STYLES,
        "word/settings.xml": _SETTINGS,
        "word/header1.xml": _HEADER,
        "word/header2.xml": _FIRST,
        "word/footer1.xml": _FOOTER,
        "docProps/core.xml": _CORE,
        "customXml/item1.xml": f"<held>{SECRET}</held>",
    }
    held = {
        name: (part if name == "[Content_Types].xml" else _DECLARED + part).encode() for name, part in parts.items()
    }
    return {**held, "docProps/thumbnail.png": PICTURE}


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """Parts as a file."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return held.getvalue()
