"""Characters that hide words, turn them round or pass for others: what they are called, and the words they stand in."""

from __future__ import annotations

import re

from briefing.model.literal import hidden, show, turns_text

# Cyrillic and Greek letters drawn like Latin ones. A word of another alphabet is no disguise; one letter of it
# among Latin letters is. The micro sign and the letters of formulas are not among them.
_ALIKE = (
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u04bb\u051b\u051d"
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405\u050c"
    "\u03bf\u03bd\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
)
_AMONG_LATIN = re.compile(f"[{_ALIKE}](?:(?<=[A-Za-z].)|(?=[A-Za-z]))")
_RUN = re.compile(r"\S+")

MOST = 3
"""Disguised words that are shown of one text."""


def signs(text: str) -> tuple[str, ...]:
    """Return the signs of a text's disguising characters, in order, each once; none for ordinary text."""
    if text.isascii():
        return ()
    turned = hidden("".join(filter(turns_text, text))) if turns_text(text) else ()
    alike = (_sign(match[0]) for match in _AMONG_LATIN.finditer(text))
    return tuple(dict.fromkeys((*turned, *alike)))


def disguised_words(text: str) -> str:
    """Return the words that hold such characters, each character as a sign one can see."""
    found = [show(_marked(run)) for run in _RUN.findall(text) if signs(run)]
    return " … ".join(found[:MOST])


def _marked(text: str) -> str:
    return _AMONG_LATIN.sub(lambda match: _sign(match[0]), text)


def _sign(letter: str) -> str:
    return f"⟨U+{ord(letter):04X}⟩"
