"""The names of the elements the checks look at, as lxml spells them out."""

from __future__ import annotations

from typing import Final

from docx.oxml.ns import nsmap

_W: Final = f"{{{nsmap['w']}}}"
_R: Final = f"{{{nsmap['r']}}}"
PARA_ID: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
BLIP: Final = f"{{{nsmap['a']}}}blip"
PICTURE: Final = f"{{{nsmap['wp']}}}docPr"
"""What names and describes a drawing as a whole."""
DECORATIVE: Final = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
OLD_PICTURE: Final = "{urn:schemas-microsoft-com:vml}imagedata"
FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""The same drawing once more, for programs that do not know it."""
REFERS: Final = (f"{_R}id", f"{_R}embed", f"{_R}link")
"""Attributes that name a relationship."""


def w(name: str) -> str:
    """Return a name of WordprocessingML in full."""
    return f"{_W}{name}"


VAL: Final = w("val")
ID: Final = w("id")
