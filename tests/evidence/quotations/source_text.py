"""A source to quote from: what was really said where that is at hand, else an invented debate of the same kind."""

from __future__ import annotations

import random

_NOUNS = "harbour ferry bridge lock inspector report council Minister Committee victim family scheme Bill".split()
_VERBS = "closed opened promised delayed admitted ignored published withdrew inspected refused".split()
_LINKS = "and that because although while after before unless where since".split()
_EXTRA = "not never only readily 15 1,547 £3 million per cent multi-agency co-operation well-being office's".split()


def invented(chance: random.Random, words: int) -> str:
    """Return so many words of a debate nobody held, in pages of some 400 words."""
    said: list[str] = []
    while len(said) < words:
        sentence = []
        for _ in range(chance.randint(2, 5)):
            sentence += ["the", chance.choice(_NOUNS), chance.choice(_VERBS), "the", chance.choice(_NOUNS)]
            sentence += [chance.choice(_EXTRA), chance.choice(_LINKS), str(chance.randint(2, 9_999))]
        said += [sentence[0].capitalize(), *sentence[1:-2], f"{chance.choice(_NOUNS)}."]
        if len(said) % 400 < len(sentence):
            said[-1] += "\f"
    return " ".join(said)


def stretch(text: list[str], chance: random.Random) -> list[str]:
    """Return from 6 to 40 words of a text that follow one another."""
    length = chance.randint(6, 40)
    start = chance.randrange(len(text) - length)
    return text[start : start + length]
