"""The fields that are open while paragraphs are read: whether words are an instruction, a result, or neither."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FIRST_WORD = re.compile(r"\s*(\S*)")
_SAYS_WORDS = {"HYPERLINK", "REF", "QUOTE", "FORMTEXT", ""}
"""Fields whose result is words somebody wrote, and no computation."""
_FETCHES = {"DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "LINK", "IMPORT", "INCLUDE"}
"""Fields that would have Word look elsewhere."""
_DEEPEST = 32
"""Fields within one another that are told apart; Word itself stops at twenty."""


@dataclass(slots=True)
class Field:
    """A field that is open: until it is separated its words are its instruction, and then its result."""

    code: str = ""
    is_result: bool = False

    @property
    def name(self) -> str:
        """The first word of its instruction."""
        found = _FIRST_WORD.match(self.code)
        return found[1].upper() if found else ""

    @property
    def is_computed(self) -> bool:
        """Whether its words are worked out, as a page number is."""
        return self.name not in _SAYS_WORDS


class Fields:
    """All fields that are open, the innermost last."""

    def __init__(self) -> None:
        self._open: list[Field] = []
        self._deeper = 0
        self.fetching: set[str] = set()
        """The names of those that would have looked elsewhere."""

    def __bool__(self) -> bool:
        """Whether any is open."""
        return bool(self._open)

    @property
    def say_nothing(self) -> bool:
        """Whether what comes now is part of an instruction."""
        return not all(one.is_result for one in self._open)

    @property
    def are_computed(self) -> bool:
        """Whether what comes now is worked out."""
        return any(one.is_computed for one in self._open)

    def begin(self, code: str = "") -> None:
        """Open one."""
        if len(self._open) < _DEEPEST:
            self._open.append(Field(code))
        else:
            self._deeper += 1

    def say(self, code: str) -> None:
        """Take more of the instruction of the innermost."""
        if self._open and not self._deeper and not self._open[-1].is_result:
            self._open[-1].code += code

    def separate(self) -> None:
        """End the instruction of the innermost: its result comes next."""
        if self._open and not self._deeper:
            opened = self._open[-1]
            opened.is_result = True
            if opened.name in _FETCHES:
                self.fetching.add(opened.name)

    def end(self) -> None:
        """Close the innermost."""
        if self._deeper:
            self._deeper -= 1
        elif self._open:
            self._open.pop()
