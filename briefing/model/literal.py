"""Text as it is: what a terminal or Word would obey or hide is made visible instead, and nothing is dropped."""

from __future__ import annotations

import re
from typing import Final

_NAMED: Final = {
    0x061C: "ALM",
    0x180E: "MVS",
    0x200B: "ZWSP",
    0x200C: "ZWNJ",
    0x200D: "ZWJ",
    0x200E: "LRM",
    0x200F: "RLM",
    0x2028: "LSEP",
    0x2029: "PSEP",
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x2060: "WJ",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
    0xFEFF: "BOM",
}
"""Characters that change how their neighbours read, by the short names Unicode gives them."""

_CONTROL_PICTURES = 0x2400
"""Where Unicode keeps a visible sign for each control character: ␛ is U+2400 + 0x1B."""

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f]"
)
_DIRECTION = re.compile("[\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\U000e0000-\U000e007f]")


def show(text: str) -> str:
    """Return `text` with every hidden character as a sign one can see; line ends and tabs stay.

    A text without hidden characters is returned as it is, character for character.
    """
    if text.isprintable():
        return text  # nearly always, and far sooner found out: nothing that hides is printable
    return _HIDDEN.sub(_sign, text)


def show_line(text: str) -> str:
    """Return `text` as one line: line ends and tabs become signs too."""
    return show(text).replace("\n", "␊").replace("\t", "␉")


def hidden(text: str) -> tuple[str, ...]:
    """Return the names of the hidden characters of a text, in order, each once."""
    return tuple(dict.fromkeys(_sign(match) for match in _HIDDEN.finditer(text)))


def turns_text(text: str) -> bool:
    """Whether a text holds characters that reorder or hide its words: direction marks, zero widths, tags."""
    return _DIRECTION.search(text) is not None


def _sign(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(_CONTROL_PICTURES + code)
    if code == 0x7F:
        return "␡"
    return f"⟨{_NAMED.get(code, f'U+{code:04X}')}⟩"
