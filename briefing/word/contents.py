"""The list of contents of a long document: every heading it names is there already, and leads to its place.

It is a field, which Word fills anew when it is asked to, with the numbers of pages. Until then there are none: where a
page ends is Word's to say, and a wrong number on paper is worse than none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from briefing.document.document import Document, Paragraph, Style
from briefing.word.body import Mark
from briefing.word.runs import Shown, run
from briefing.word.styles import CONTENTS_HEADING, CONTENTS_STYLES
from briefing.wording import document as say

_LEVELS = (Style.HEADING_1, Style.HEADING_2)
_MOST = 40
"""Entries of both levels: a longer list names the first level alone."""


def contents_place(document: Document) -> int | None:
    """Return before which part of the body the list stands: the first heading after what is seen at a glance."""
    parts = enumerate(document.body)
    return next(
        (
            place
            for place, part in parts
            if place >= document.at_a_glance and isinstance(part, Paragraph) and part.style is _LEVELS[0]
        ),
        None,
    )


def list_contents(marks: Sequence[Mark], styles: Mapping[str, str], shown: Shown) -> str:
    """Return the list of the headings among the marks of a body, filled in."""
    headings = [mark for mark in marks if mark.paragraph.style in _LEVELS]
    deepest = 2 if len(headings) <= _MOST else 1
    listed = [mark for mark in headings if mark.paragraph.style in _LEVELS[:deepest]]
    entries = [_entry(mark, shown) for mark in listed]
    entries[0] = _begin(deepest) + entries[0]
    entries[-1] += _mark("end")
    names = [CONTENTS_STYLES[_LEVELS.index(mark.paragraph.style)] for mark in listed]
    return _paragraph(CONTENTS_HEADING, run(say.CONTENTS), styles) + "".join(
        _paragraph(name, entry, styles) for name, entry in zip(names, entries, strict=True)
    )


def _begin(deepest: int) -> str:
    """Return the beginning of the field: headings to a level, each a link, by what they are and not how they look."""
    told = f' TOC \\o "1-{deepest}" \\h \\z \\u '
    return f'{_mark("begin")}<w:r><w:instrText xml:space="preserve">{told}</w:instrText></w:r>{_mark("separate")}'


def _mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _entry(mark: Mark, shown: Shown) -> str:
    words = run(mark.paragraph.text.replace("\n", " "), shown=shown)
    return f'<w:hyperlink w:anchor="{mark.bookmark}" w:history="1">{words}</w:hyperlink>'


def _paragraph(name: str, inner: str, styles: Mapping[str, str]) -> str:
    style = escape(styles.get(name.casefold(), ""))
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inner}</w:p>'
