"""The transcripts themselves are honest: a wrong answer is noticed."""

from __future__ import annotations

import pytest

from tests.cli.ground import Answer
from tests.cli.transcripts import follow


def give(*typed: str) -> Answer:
    return Answer(1, f"{' '.join(typed)}\nk7f3\n", "a sentence\n")


def test_a_transcript_that_tells_the_truth_passes() -> None:
    follow("\n$ briefing 'a b'\na b\n@@@@\n2> a sentence\n1$\n", give)


@pytest.mark.parametrize("wrong", ["b\n@@@@\n2> a sentence\n1$", "a\n@@@@\n2> a sentence", "a\n@@@\n2> a sentence\n1$"])
def test_a_transcript_that_does_not_fails(wrong: str) -> None:
    with pytest.raises(AssertionError):
        follow(f"$ briefing a\n{wrong}\n", give)
