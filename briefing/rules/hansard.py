"""What was said in the House, contribution by contribution, from a day of Hansard as XML or from plain text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from typing import Final
from xml.parsers import expat

from briefing.errors import BadInput, Place
from briefing.wording import rules as say

_DEEPEST = 64
"""Elements within one another."""
_LONGEST_ENTITY = 8
"""Characters an entity may stand for: these declare single letters."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_BEGUN = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*<(?:\?xml|!DOCTYPE|publicwhip)")


@dataclass(frozen=True, slots=True)
class Contribution:
    """What somebody said without a break."""

    paragraphs: tuple[str, ...]
    speaker: str = ""
    """The name as the file has it; empty in a plain text."""
    on: date | None = None
    """The day it was said, where the file tells."""


def read_contributions(content: bytes, file: str) -> tuple[Contribution, ...]:
    """Return what is said in a file: each speech of Hansard that has a speaker, or each paragraph of a plain text.

    Raises BadInput for XML that is not sound or declares more than characters, and for text that is not UTF-8.
    """
    if _BEGUN.match(content):
        return _Day(file).read(content)
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise BadInput(say.NOT_TEXT, Place(file), say.NOT_TEXT_HINT) from error
    paragraphs = (" ".join(part.split()) for part in _BLANK_LINES.split(text))
    return tuple(Contribution((paragraph,)) for paragraph in paragraphs if paragraph)


@dataclass(slots=True)
class _Day:
    """A reader of one file. The files of 2009 declare letters by name, and nothing else that is declared is read."""

    file: str
    found: list[Contribution] = field(default_factory=list)
    within: list[str] = field(default_factory=list)
    speech: Mapping[str, str] | None = None
    paragraphs: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    def read(self, content: bytes) -> tuple[Contribution, ...]:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartDoctypeDeclHandler = self._declared
        parser.EntityDeclHandler = self._entity
        parser.ExternalEntityRefHandler = self._elsewhere
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._said
        try:
            parser.ParseFile(BytesIO(content))
        except expat.ExpatError as error:
            raise BadInput(say.NOT_XML, Place(self.file, error.lineno), say.NOT_XML_HINT) from error
        except (LookupError, ValueError) as error:  # an encoding that nobody knows, or that has more than one byte
            raise BadInput(say.NOT_XML, Place(self.file), say.NOT_XML_HINT) from error
        return tuple(self.found)

    def _declared(self, _: str, system: str | None, public: str | None, _inside: object) -> None:
        if system or public:
            raise self._refused()

    def _entity(self, _: str, is_parameter: object, value: str | None, *elsewhere: str | None) -> None:
        if (
            is_parameter
            or any(elsewhere)
            or value is None
            or len(value) > _LONGEST_ENTITY
            or not _PLAIN.isdisjoint(value)
        ):
            raise self._refused()

    def _elsewhere(self, *_: str | None) -> int:
        raise self._refused()

    def _refused(self) -> BadInput:
        return BadInput(say.DECLARES, Place(self.file), say.DECLARES_HINT)

    def _begin(self, name: str, about: Mapping[str, str]) -> None:
        self.within.append(name)
        if len(self.within) > _DEEPEST:
            raise BadInput(say.TOO_DEEP, Place(self.file), say.NOT_XML_HINT)
        if name == "speech":
            self.speech, self.paragraphs = about, []
        if name == "p":
            self.text = []

    def _said(self, text: str) -> None:
        if self.speech is not None:
            self.text.append(text)

    def _end(self, name: str) -> None:
        self.within.pop()
        if name == "p" and self.speech is not None:
            self.paragraphs.append(" ".join("".join(self.text).split()))
            self.text = []
        if name == "speech" and self.speech is not None:
            self._ended(self.speech)
            self.speech = None

    def _ended(self, about: Mapping[str, str]) -> None:
        said = tuple(filter(None, self.paragraphs))
        if about.get("speakername") and said:
            self.found.append(Contribution(said, about["speakername"], _day(about.get("id", ""))))


_PLAIN: Final = frozenset("&%<>")
"""What would let one entity hold another, or an element."""


def _day(name: str) -> date | None:
    found = _DAY.search(name)
    try:
        return date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None
