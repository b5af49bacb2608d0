"""The names of the elements the checks look at, as lxml spells them out."""

from __future__ import annotations

from typing import Final

from docx.oxml.ns import nsmap

_W: Final = f"{{{nsmap['w']}}}"
_R: Final = f"{{{nsmap['r']}}}"
PARA_ID: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
REFERS: Final = (f"{_R}id", f"{_R}embed", f"{_R}link")
"""Attributes that name a relationship."""


def w(name: str) -> str:
    """Return a name of WordprocessingML in full."""
    return f"{_W}{name}"


VAL: Final = w("val")
ID: Final = w("id")
