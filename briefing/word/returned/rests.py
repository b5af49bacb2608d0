"""What was split off a paragraph: the words that are missing from it, in those beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from briefing.word.returned.likeness import ACCEPTED, BETWEEN, Likeness, words_of
from briefing.word.returned.units import Unit
from briefing.word.returned.values import NONE


def find_rests(units: Sequence[Unit], texts: Mapping[int, str]) -> None:
    """Find what was split off a part: its words are those that are missing from the paragraphs beside it."""
    _find_one_way(units, texts, lambda said, more: said + more, str.startswith)
    _find_one_way(units[::-1], texts, lambda said, more: more + said, str.endswith)


def _find_one_way(
    units: Sequence[Unit],
    texts: Mapping[int, str],
    join: Callable[[str, str], str],
    is_told_by: Callable[[str, str], bool],
) -> None:
    part, said = NONE, ""
    for unit in units:
        if unit.part != NONE:
            part, said = unit.part, unit.text
        elif part == NONE or not unit.may_be_rest(part) or said == texts[part]:
            part = NONE
        elif is_told_by(_close(texts[part]), _close(join(said, unit.text))) or _is_rest(unit, said, texts[part]):
            unit.rest_of, unit.copy_of = part, NONE
            said = join(said, f" {unit.text} ")
        else:
            part = NONE


def _close(text: str) -> str:
    """Return a text without its white space: what stood where it was split may be gone."""
    return "".join(text.split())


def _is_rest(unit: Unit, said: str, text: str) -> bool:
    likeness = Likeness({0: text}, (unit.text, said))
    missing = likeness.words[0] - words_of(said)
    words = words_of(unit.text)
    return likeness.share(words, missing) >= ACCEPTED and likeness.share(missing, words) >= BETWEEN
