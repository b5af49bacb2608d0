"""Words as Word keeps them: runs, breaks, links and notes, as strings, since a page of elements is slow to build."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from html import escape

from briefing.document.document import Footnote, Link, Words
from briefing.model.literal import show

Shown = Callable[[str], str]
"""How text is written: what hides made visible."""

_TEXT = '<w:t xml:space="preserve">'
_BREAKS = re.compile(r"([\n\t])")
_BREAK = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_BOLD, _ITALIC = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>"
_SET = {(False, False): "", (True, False): _BOLD, (False, True): _ITALIC, (True, True): _BOLD + _ITALIC}
_EXTERNAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def run(text: str, properties: str = "", shown: Shown = show) -> str:
    """Return a run of text. What Word would obey or hide is made visible, so that every character can be written."""
    return run_of(shown(text), properties)


def run_of(written: str, properties: str = "") -> str:
    """Return a run of text that shows all it holds."""
    # As `escape` does it, without the call: every word of a document goes through here.
    escaped = written.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if "\n" in escaped or "\t" in escaped or not escaped:
        inner = "".join([_BREAK.get(piece) or f"{_TEXT}{piece}</w:t>" for piece in _BREAKS.split(escaped) if piece])
        return f"{_begun(properties)}{inner}</w:r>"
    return f"{_begun(properties)}{_TEXT}{escaped}</w:t></w:r>"


@cache
def _begun(properties: str) -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>" if properties else "<w:r>"


def words_run(words: Words, written: str) -> str:
    """Return words set alike, as they are `written`: with all they hold shown."""
    return run_of(written, _SET[words.bold, words.italic])


class Links:
    """The addresses one part of the file leads to, each once, and the relationships that hold them."""

    def __init__(self, style: str) -> None:
        """Take the id of the style links are set in."""
        self._style = f'<w:rStyle w:val="{escape(style)}"/>'
        self._ids: dict[str, str] = {}

    def link(self, link: Link, written: str) -> str:
        """Return a link as the part holds it, its words as they are `written`."""
        name = self._ids.setdefault(link.url, f"link{len(self._ids) + 1}")
        return f'<w:hyperlink r:id="{name}" w:history="1">{run_of(written, self._style)}</w:hyperlink>'

    def relationships(self) -> str:
        """Return the relationships, to go with the part's others."""
        return "".join(
            f'<Relationship Id="{name}" Type="{_EXTERNAL}" Target="{escape(url)}" TargetMode="External"/>'
            for url, name in self._ids.items()
        )


class NotesPart:
    """The notes of one file, numbered as they come."""

    def __init__(self, text_style: str, mark_style: str, links: Links, shown: Shown) -> None:
        """Take the ids of the styles of a note and of its mark, the links of the notes' part, how text is written."""
        self._shown = shown
        self._paragraph = f'<w:p><w:pPr><w:pStyle w:val="{escape(text_style)}"/></w:pPr>'
        self._mark = f'<w:r><w:rPr><w:rStyle w:val="{escape(mark_style)}"/></w:rPr>'
        self._links = links
        self.notes: list[bytes] = []
        """Those so far, to go after the separators of their part."""

    def refer(self, note: Footnote, texts: list[str]) -> str:
        """Take in a note, put its text as it is written with the others, and return the mark that refers to it."""
        number = len(self.notes) + 1
        shown = [self._shown(part.text) for part in note.words]
        written = (
            f'<w:footnote w:id="{number}">{self._paragraph}{self._mark}<w:footnoteRef/></w:r>'
            f"<w:r><w:tab/></w:r>{self._written(note.words, shown)}</w:p></w:footnote>"
        )
        self.notes.append(written.encode())
        texts.append("".join(shown))
        return f'{self._mark}<w:footnoteReference w:id="{number}"/></w:r>'

    def _written(self, words: Iterable[Words | Link], shown: Iterable[str]) -> str:
        return "".join(
            [
                self._links.link(part, text) if isinstance(part, Link) else words_run(part, text)
                for part, text in zip(words, shown, strict=True)
            ]
        )
