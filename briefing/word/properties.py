"""What the file says about itself: its title, whose it is, its language, its own date, and the export's id."""

from __future__ import annotations

from html import escape

from briefing.document.document import Document
from briefing.model.literal import show_line
from briefing.word.package import DECLARATION

CORE = "docProps/core.xml"
CUSTOM = "docProps/custom.xml"
EXPORT_PROPERTY = "BriefingExport"

_CORE_NAMES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
_CUSTOM_NAMES = (
    'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
)
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The property set Office keeps custom properties in."""


def core_properties(document: Document) -> bytes:
    """Return the core properties. The dates are the document's: when it was exported is nobody's business."""
    day = (document.date + "-01-01"[len(document.date) - 4 :])[:10] if document.date else ""
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:{name}>'
        for name in ("created", "modified")
        if day
    )
    return (
        f"{DECLARATION}<cp:coreProperties {_CORE_NAMES}>"
        f"<dc:title>{_plain(document.title)}</dc:title><dc:creator>{_plain(document.creator)}</dc:creator>"
        f"<dc:language>{document.language}</dc:language>{dates}</cp:coreProperties>"
    ).encode()


def custom_properties(export: str) -> bytes:
    """Return the one custom property: the export's id, which says nothing to anybody else."""
    return (
        f'{DECLARATION}<Properties {_CUSTOM_NAMES}><property fmtid="{_USER_DEFINED}" pid="2" '
        f'name="{EXPORT_PROPERTY}"><vt:lpwstr>{export}</vt:lpwstr></property></Properties>'
    ).encode()


def _plain(text: str) -> str:
    return escape(show_line(text), quote=False)
