"""What is said otherwise than it is written, written as it is said: for a page that is read aloud.

Numbers stay figures, which the eye takes in at once; signs and short forms become the words the mouth has for them, in
their order: “£1.2 million” is “1.2 million pounds”, “cl. 4” is “clause 4”, “45%” is “45 per cent”.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.speech.said import sayings as say
from briefing.speech.said.counting import parts_of
from briefing.speech.said.forms import forms

Match = re.Match[str]
_QUOTED = re.compile('[“"][^”"]*[”"]')
_ONE = "1"


def on_paper(text: str) -> str:
    """Return a text as a page to read aloud from has it; exact words in quotation marks stay as they are."""
    written: list[str] = []
    done = 0
    for quoted in _QUOTED.finditer(text):
        written += (_rewritten(text[done : quoted.start()]), quoted[0])
        done = quoted.end()
    return "".join((*written, _rewritten(text[done:])))


def _rewritten(text: str) -> str:
    return "".join(_written(part.found) if part.found else part.plain for part in parts_of(text))


def _written(found: Match) -> str:
    """Return one expression as the page has it: as it is written, where the eye is not misled."""
    write = _WRITTEN.get(found.lastgroup or "")
    return write(found) if write else found[0]


def _money(found: Match) -> str:
    """Return a sum with its coin behind it; one with pence is read as it stands."""
    if found["cents"] or found["note"] is not None:
        return found[0]
    scale = say.scale_name(found["scale"])
    until = f" to {found['until']}" if found["until"] else ""
    one, many = say.COINS[found["coin"]]
    coin = one if found["sum"] == _ONE and not scale and not until else many
    return " ".join(part for part in (f"{found['sum']}{until}", scale, coin) if part)


def _pence(found: Match) -> str:
    return "1 penny" if found["pence"] == _ONE else f"{found['pence']} pence"


def _share(found: Match) -> str:
    until = f" to {found['share_until']}" if found["share_until"] else ""
    return f"{found['share']}{until} per cent"


def _short(found: Match) -> str:
    return found[0] if found[0] in forms().familiar else say.short(found)


def _before(found: Match) -> str:
    """Return what stands before a number, with a capital where its short form has one: No. 10 is Number 10."""
    words = say.before(found)
    return words[0].upper() + words[1:] if found[0][0].isupper() else words


def _years(found: Match) -> str:
    return f"{found['first_year']} to {found['last_year']}" if found["last_year"] else found[0]


def _number(found: Match) -> str:
    unit = (found["unit"] or "").strip()
    one, many = forms().units.get(unit, ("", ""))
    scale = say.scale_name(found["number_scale"])
    words = (found["number"], scale, one if found["number"] == _ONE and not scale else many)
    return ("minus " if found["minus"] else "") + " ".join(part for part in words if part)


_WRITTEN: dict[str, Callable[[Match], str]] = {
    "_money": _money,
    "_pence": _pence,
    "_share": _share,
    "_slashed": lambda found: f"{found['y1']} to {found['y2']}",
    "_fraction": say.fraction,
    "_mixed": say.mixed,
    "_before": _before,
    "_short": _short,
    "_years": _years,
    "_range": lambda found: f"{found['from']} to {found['to']}",
    "_number": _number,
}
"""How each sort of expression is written; of the others none misleads the eye."""
