"""Names of those who speak: as an office writes them, with titles and honours, and as Hansard has them."""

from __future__ import annotations

import unicodedata

_TITLES = frozenset(
    "the rt right hon honourable mr mrs ms miss mx dr prof professor rev reverend sir dame lord lady baroness".split()
)
_HONOURS = frozenset(
    "mp kc qc pc jp dl ch cb cbe obe mbe kbe dbe kcb dcb kcmg dcmg cmg gcmg gbe td vrd frs fba phd".split()
)
_QUOTES = str.maketrans({"\u2019": "'", "\u2018": "'", ",": " "})


def is_same_name(one: str, other: str) -> bool:
    """Whether two names are one, whatever titles stand before them and whatever letters after: `MP`, `OBE`."""
    return bool(plain := _plain(one)) and plain == _plain(other)


def _plain(name: str) -> str:
    words = unicodedata.normalize("NFKD", name).translate(_QUOTES).split()
    while len(words) > 1 and words[0].rstrip(".").casefold() in _TITLES:
        words = words[1:]
    while len(words) > 1 and words[-1].replace(".", "").casefold() in _HONOURS:
        words = words[:-1]
    return "".join(letter for letter in " ".join(words).casefold() if not unicodedata.combining(letter))
