"""A file in which some lines were changed is the same whether all of it is read anew or only what they may alter."""

from __future__ import annotations

import random
from collections.abc import Callable

from briefing.library.tables import cut, read_text, recut

_SOUND = (
    '[[block]]\nid = "a"\n',
    '[[card]]\nid = "b"\ntext = """\nlong\n[[block]]\n"""\n',
    "# comment\n\n",
    '[block.checked]\nby = "x"\n',
    '[office]\nname = "n"\n',
    'title = "x"\n',
    "[[source]]\nlist = [\n1,\n2\n]\n",
    "",
)
_ANYTHING = (
    *"[[block]]|[[card]]|[block.checked]|[block.checked.more]|[card.x]|[[broken|= 3".split("|"),
    *'id = "a"|text = """|"""|k = \'\'\'|\'\'\'|# c||n = [|1,|]|a.b = 1|x = "unclosed|[[block]] # x|"""x"""'.split("|"),
)


def _some(chance: random.Random, sound: int, odd: int) -> str:
    if chance.random() < 0.5:
        return "".join(chance.choices(_SOUND, k=chance.randint(0, sound)))
    ends = ("\n", "\n", "\r\n")
    return "".join([line + chance.choice(ends) for line in chance.choices(_ANYTHING, k=odd)])


def test_lines_put_into_any_file(chance: random.Random, often: Callable[[int, int], int]) -> None:
    for _ in range(often(3_000, 60_000)):
        text = read_text(_some(chance, 8, chance.randint(0, 14)).encode())
        first = chance.randint(0, len(text.lines))
        last = chance.randint(first, min(len(text.lines), first + 4))
        fresh = _some(chance, 2, chance.randint(0, 4)).splitlines(keepends=True)
        assert recut(text, first, last, fresh) == cut((*text.lines[:first], *fresh, *text.lines[last:]))
