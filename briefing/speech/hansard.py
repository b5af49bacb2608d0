"""A day of Hansard as XML: what was said in the House, contribution by contribution, and the time stamps between."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from io import BytesIO
from typing import Final
from xml.parsers import expat

from briefing.errors import BadInput, Place
from briefing.wording import hansard as say

_DEEPEST = 64
"""Elements within one another."""
_LONGEST_ENTITY = 8
"""Characters an entity may stand for: these declare single letters."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_CLOCK = re.compile(r"0*(\d{1,2}):([0-5]\d)(?::([0-5]\d))?", re.ASCII)
"""A time of day; the files of 2009 write the afternoon with three digits, as `013:42:00`."""
_TOP = 2
"""How deep what stands in the day itself is: a heading, a speech, a division."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """What somebody said without a break."""

    paragraphs: tuple[str, ...]
    speaker: str = ""
    """The name as the file has it; empty in a plain text."""
    on: date | None = None
    """The day it was said, where the file tells."""
    stamp: int | None = None
    """The place of the last time stamp before it among those of the day; None where there was none yet."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time stamp: what follows was said from then on."""

    at: int
    """Seconds after midnight."""
    has_division: bool = False
    """Whether the House divided before the next one."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day in the House."""

    contributions: tuple[Contribution, ...]
    stamps: tuple[Stamp, ...] = ()


def read_day(content: bytes, file: str) -> Day:
    """Return a day of Hansard as XML: each speech that has a speaker, and each time that differs from the one before.

    Raises BadInput, naming `file`, for XML that is not sound or declares more than characters.
    """
    return _Reader(file).read(content)


@dataclass(slots=True)
class _Reader:
    """A reader of one file. The files of 2009 declare letters by name, and nothing else that is declared is read."""

    file: str
    found: list[Contribution] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)
    within: list[str] = field(default_factory=list)
    speech: Mapping[str, str] | None = None
    paragraphs: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    def read(self, content: bytes) -> Day:
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
        return Day(tuple(self.found), tuple(self.stamps))

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
        if len(self.within) == _TOP:
            self._stamp(name, about.get("time", ""))
        if name == "speech":
            self.speech, self.paragraphs = about, []
        if name == "p":
            self.text = []

    def _stamp(self, name: str, time: str) -> None:
        at = _seconds(time)
        if at is not None and (not self.stamps or self.stamps[-1].at != at):
            self.stamps.append(Stamp(at))
        if name == "division" and self.stamps:
            self.stamps[-1] = replace(self.stamps[-1], has_division=True)

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
            stamp = len(self.stamps) - 1 if self.stamps else None
            self.found.append(Contribution(said, about["speakername"], _day(about.get("id", "")), stamp))


_PLAIN: Final = frozenset("&%<>")
"""What would let one entity hold another, or an element."""


def _day(name: str) -> date | None:
    found = _DAY.search(name)
    try:
        return date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None


def _seconds(time: str) -> int | None:
    found = _CLOCK.fullmatch(time)
    if found is None or int(found[1]) > 23:
        return None
    return 3600 * int(found[1]) + 60 * int(found[2]) + int(found[3] or 0)
