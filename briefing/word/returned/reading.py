"""A returned file read: from its bytes to plain values, with nothing in it obeyed, fetched or written."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from briefing.errors import BadInput, Place
from briefing.model.ids import CROCKFORD
from briefing.model.literal import show_line
from briefing.word.anchors import PREFIX
from briefing.word.properties import EXPORT_PROPERTY
from briefing.word.returned import names as n
from briefing.word.returned.margins import gather_comments
from briefing.word.returned.opening import STORIES, OpenedFile, open_returned, tree
from briefing.word.returned.story import read_story
from briefing.word.returned.told import Counts, Told
from briefing.word.returned.values import ReturnedFile, ReturnedParagraph
from briefing.wording import returned as say

_EXPORT = re.compile(f"[{CROCKFORD}]{{6}}")
_THREADS = "commentsExtended"


def read_returned(content: bytes, name: str = "") -> ReturnedFile:
    """Return what is in a .docx that came back; `name` is what it is called in an error.

    Raises BadInput, with the way out, for what is no Word file, is locked, broken, or was made to do harm. A file that
    is no export of ours is read all the same, and its warnings say so.
    """
    opened = open_returned(content, name)
    styles = _style_names(tree(opened.first("styles")))
    warnings: list[str] = []
    told = dict(_read_parts(opened, styles, warnings))
    paragraphs = tuple(paragraph for part in told.values() for paragraph in part.paragraphs)
    if not paragraphs:
        raise BadInput(say.BROKEN, Place(show_line(name)), say.BROKEN_HINT)
    export = _export_id(opened) or _most_named(paragraphs)
    warnings += _noticed(told)
    warnings += [say.leads_out(show_line(part), kind) for part, kind in opened.leading_out]
    return ReturnedFile(
        name,
        hashlib.sha256(content).hexdigest(),
        export,
        paragraphs,
        tuple(revision for part in told.values() for revision in part.revisions),
        gather_comments(
            paragraphs,
            {note: by for part in told.values() for note, by in part.notes.items()},
            (mark for part in told.values() for mark in part.comment_marks),
            tree(opened.first(_THREADS)),
        ),
        tuple(dict.fromkeys(warnings if export else (say.FOREIGN, *warnings))),
        {(path, element): count for path, part in told.items() for element, count in part.elements.items()},
    )


def _read_parts(opened: OpenedFile, styles: Mapping[str, str], warnings: list[str]) -> Iterator[tuple[str, Told]]:
    """Yield every part that holds text, by its path, in reading order."""
    counts = Counts()
    paths = dict.fromkeys(path for kind in STORIES for path in sorted(opened.related.get(kind, ())))
    for path in paths:
        told = _read_part(path, opened.parts[path], styles, counts, warnings)
        counts = told.counts
        yield path, told


def _read_part(path: str, content: bytes, styles: Mapping[str, str], counts: Counts, warnings: list[str]) -> Told:
    try:
        return read_story(path, content, styles, counts)
    except etree.XMLSyntaxError:
        warnings.append(say.mended(show_line(path)))
    try:
        return read_story(path, content, styles, counts, mends=True)
    except etree.XMLSyntaxError:
        return Told(counts=counts)


def _noticed(parts: Mapping[str, Told]) -> Iterator[str]:
    """Yield what was left out of each part."""
    for path, part in parts.items():
        if part.embeds:
            yield say.embeds(show_line(path))
        yield from (say.fetches(show_line(path), name) for name in sorted(part.fetching))
        if part.hides:
            yield say.HIDDEN


def _style_names(styles: etree._Element) -> Mapping[str, str]:
    """Return the names of paragraph styles in small letters by their ids; that of the default by none."""
    found: dict[str, str] = {"": "normal"}
    for style in styles.iter(n.w("style")):
        name = style.find(n.w("name"))
        if name is not None and style.get(n.TYPE, "paragraph") == "paragraph":
            found[style.get(n.w("styleId"), "")] = name.get(n.VAL, "").casefold()
    return found


def _export_id(opened: OpenedFile) -> str:
    """Return the id the file's own property says; empty where it says none."""
    for one in tree(opened.first("custom-properties")):
        if one.get("name") == EXPORT_PROPERTY:
            said = "".join(str(text) for text in one.itertext()).strip()
            return said if _EXPORT.fullmatch(said) else ""
    return ""


def _most_named(paragraphs: Iterable[ReturnedParagraph]) -> str:
    """Return the id that most bookmarks say."""
    start = len(PREFIX)
    said = Counter(name[start : start + 6] for paragraph in paragraphs for name in paragraph.bookmarks)
    return said.most_common(1)[0][0] if said else ""
