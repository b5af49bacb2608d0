"""Another program at work in the library's files, which knows nothing of this one: it edits text as an editor does."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from pathlib import Path

HEADER = re.compile(r"^\[\[(?:card|block)\]\]", re.MULTILINE)
TOKEN = re.compile(r"token-\d+")


@dataclass
class Outsider:
    """One who edits a note or an outline now and then, each time from what is there at that moment."""

    folder: Path
    chance: random.Random
    tokens: int = 0
    did: list[str] = field(default_factory=list)

    def token(self) -> str:
        """A word nobody else has written."""
        self.tokens += 1
        return f"token-{self.tokens}"

    def edit(self, file: str) -> None:
        """Do one thing to a file, and save it in one of the ways editors do."""
        path = self.folder / file
        text = path.read_bytes().decode()
        acts = (
            self._field,
            self._field,
            self._key,
            self._comment,
            self._new,
            self._order,
            self._delete,
            self._line_ends,
        )
        act = self.chance.choice(acts)
        changed = act(text)
        self.did.append(f"{act.__name__.strip('_')} in {file}")
        content = changed.encode()
        if self.chance.random() < 0.4:
            path.write_bytes(content)
            return
        swap = path.with_suffix(".swp")
        swap.write_bytes(content)
        swap.replace(path)

    def _parts(self, text: str) -> list[str]:
        """The head, then every entry with what stands before the next."""
        starts = [match.start() for match in HEADER.finditer(text)]
        return [text[a:b] for a, b in zip([0, *starts], [*starts, len(text)], strict=True)]

    def _one(self, parts: list[str]) -> int:
        return self.chance.randrange(1, len(parts))

    def _field(self, text: str) -> str:
        """Another value in one of an entry's fields, or the field where it was missing."""
        parts = self._parts(text)
        number = self._one(parts)
        name = self.chance.choice(["claim", "quote", "at"] if "[[card]]" in text else ["text", "note"])
        line, end = f'{name} = "{self.token()}"', _line_end(text)
        found = re.search(rf"^{name} = .*?(?=\r?$)", parts[number], re.MULTILINE)
        if found:
            parts[number] = parts[number][: found.start()] + line + parts[number][found.end() :]
        else:
            parts[number] = _after_id(parts[number], line + end)
        return "".join(parts)

    def _key(self, text: str) -> str:
        """A key of their own, which this program does not know."""
        parts = self._parts(text)
        number = self._one(parts)
        parts[number] = _after_id(parts[number], f'their-{self.token()} = "{self.token()}"{_line_end(text)}')
        return "".join(parts)

    def _comment(self, text: str) -> str:
        """A comment in an entry, or between two."""
        parts = self._parts(text)
        number = self._one(parts)
        comment = f"# {self.token()}{_line_end(text)}"
        if self.chance.random() < 0.5:
            parts[number] = _after_id(parts[number], comment)
        else:
            parts[number] = comment + parts[number]
        return "".join(parts)

    def _new(self, text: str) -> str:
        parts = self._parts(text)
        end = _line_end(text)
        kind = "card" if "[[card]]" in text else "block"
        words = ["kind = 'assertion'", f"claim = '{self.token()}'"] if kind == "card" else [f"text = '{self.token()}'"]
        entry = end.join([f"[[{kind}]]", f"id = 'theirs-{self.token()}'", *words, "", ""])
        parts.insert(self._one(parts), entry)
        return "".join(parts)

    def _order(self, text: str) -> str:
        parts = self._parts(text)
        number, other = self._one(parts), self._one(parts)
        if parts[number].endswith("\n") and parts[other].endswith("\n"):
            parts[number], parts[other] = parts[other], parts[number]
        return "".join(parts)

    def _delete(self, text: str) -> str:
        parts = self._parts(text)
        if len(parts) > 4:
            del parts[self._one(parts)]
        return "".join(parts)

    def _line_ends(self, text: str) -> str:
        return text.replace("\r\n", "\n") if "\r\n" in text else text.replace("\n", "\r\n")


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _after_id(part: str, lines: str) -> str:
    found = re.search(r"^id = .*\n", part, re.MULTILINE)
    assert found
    return part[: found.end()] + lines + part[found.end() :]
