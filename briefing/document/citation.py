"""How a source is named: who, what, when, where in it, and an address that is safe to follow."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import SplitResult, parse_qs, quote, urlsplit, urlunsplit

from briefing.document.document import Link, Words
from briefing.model.dates import spell
from briefing.model.literal import hidden
from briefing.model.source import Source
from briefing.wording import document as say

Citation = tuple[Words | Link, ...]

LONGEST_ADDRESS = 2048
"""Characters: Word and Windows stop at 2,083."""

_NEVER_IN_ADDRESS = re.compile(r'[\s\\<>"^`{|}]')
_MAIL = re.compile(r"[^\s@?%]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_MAIL_FIELDS = frozenset({"subject", "body", "cc"})
"""What may go with an address; `attach` can name a file on the reader's own disk."""
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_KEPT = "/%:@!$&'()*+,;=~-._?[]#"


def cite(source: Source, at: str = "") -> Citation:
    """Return the whole citation of a source: the words of a note, its title the link."""
    who = source.author or source.publisher
    by = source.publisher if source.publisher != who else ""
    before = f"{who[0].upper()}{who[1:]}, " if who and not _begins_with(source.title, who) else ""
    number = "" if _is_said(source.number, source.title, at) else source.number
    after = _listed((by, number, say.volume(source.volume), source.edition, _day(source), at))
    return tuple(_joined((Words(before), _title(source), Words(after), *_address(source))))


def cite_again(source: Source, at: str = "") -> Citation:
    """Return the citation of a source that was named whole before: title, edition, date, where in it."""
    return tuple(_joined((_title(source), Words(f"{_listed((source.edition, _day(source), at))}."))))


def cite_text(source: Source, at: str = "") -> str:
    """Return the whole citation as one line of text, with the address written out."""
    text = "".join(part.text for part in cite(source, at))
    link = safe_link(source.url)
    return f"{text} {link}" if link else text


def name_source(source: Source) -> str:
    """Return the shortest name of a source: who, or else what, and the day."""
    who = source.author or source.publisher or source.title
    return f"{who[0].upper()}{who[1:]}{_listed((_day(source),))}"


def safe_link(url: str) -> str | None:
    """Return the address as a link may carry it, or None where it must not be one.

    Only web and mail addresses pass. What opens a file, a share or a program, hides its host behind a user's name, or
    holds characters that do not show, does not (safety 3.3, row 13: opening a share leaks a password's hash).
    """
    address = url.strip(" \n")
    if len(address) > LONGEST_ADDRESS or _NEVER_IN_ADDRESS.search(address) or hidden(address):
        return None
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018 - asking for the port is what finds a wrong one
    except ValueError:
        return None
    if parts.scheme == "mailto":
        return address if _is_safe_mail(parts) else None
    return _safe_web(address, parts) if parts.scheme in {"http", "https"} else None


def _safe_web(address: str, parts: SplitResult) -> str | None:
    host = parts.hostname
    if not host or not address.lower().startswith(f"{parts.scheme}://") or any(c in parts.netloc for c in "@%"):
        return None
    if address.isascii():
        return address
    try:
        shown = host.encode("idna").decode("ascii")
    except UnicodeError:
        return None
    port = f":{parts.port}" if parts.port is not None else ""
    path, query, fragment = (quote(part, safe=_KEPT) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, shown + port, path, query, fragment))


def _is_safe_mail(parts: SplitResult) -> bool:
    fields = parse_qs(parts.query, keep_blank_values=True)
    return bool(_MAIL.fullmatch(parts.path)) and not parts.netloc and fields.keys() <= _MAIL_FIELDS


def _title(source: Source) -> Words | Link:
    link = safe_link(source.url) or safe_link(source.archived)
    return Link(source.title, link) if link else Words(source.title, italic=True)


def _address(source: Source) -> Iterator[Words | Link]:
    """Yield where the source is, in brackets: the real host of its link, or as it was written what cannot be a link.

    A link to the archived copy goes with it, where the title already leads to the source itself.
    """
    link, copy = safe_link(source.url), safe_link(source.archived)
    where = urlsplit(link).hostname if link else source.url
    read = say.read_on(spell(source.accessed)) if source.accessed else ""
    inside = ", ".join(part for part in (where, read) if part)
    if link and copy:
        yield from (Words(f" ({inside}; "), Link(say.ARCHIVED, copy), Words(")."))
    else:
        yield Words(f" ({inside})." if inside else ".")


def _day(source: Source) -> str:
    return spell(source.published) if source.published else ""


def _begins_with(title: str, who: str) -> bool:
    """Whether a title begins with a name, as whole words and with or without its article, so that it says who."""
    said, name = (_ARTICLE.sub("", text).casefold() for text in (title, who))
    return said.startswith(name) and re.match(r"[\w-]", said[len(name) :]) is None


def _is_said(number: str, *elsewhere: str) -> bool:
    """Whether a number already stands, as a word of its own, in what is said beside it."""
    return any(number in re.split(r"[\s,:;]+", said) for said in elsewhere)


def _listed(parts: Iterable[str]) -> str:
    return "".join(f", {part}" for part in parts if part)


def _joined(parts: Iterable[Words | Link]) -> Iterator[Words | Link]:
    return (part for part in parts if part.text)
