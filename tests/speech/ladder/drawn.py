"""Speeches drawn at random with everything the ladder knows, and beside each what it is to be weighed as."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from briefing.model.ids import BlockId, CardId, OutlineName
from briefing.model.library import WholeLibrary
from briefing.model.office import Member, Office
from briefing.model.outline import Block, Outline
from briefing.speech.ladder.piece import Piece
from tests.speech.ladder.ground import heading, says

PACES = 150, 137, 163
WORTH = {"must": None, "should": 3, "could": 1}
SCATTERED = 3
"""Groups at most whose members may need different blocks."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A speech, its library, and what is said of it as pieces."""

    outline: Outline
    library: WholeLibrary
    ids: tuple[str, ...]
    """Of the blocks that are pieces, in order."""
    pieces: tuple[Piece, ...]

    @property
    def milliseconds(self) -> int:
        """To say all of it."""
        return sum(piece.full for piece in self.pieces)

    def with_heads(self, kept: Collection[str]) -> tuple[str, ...]:
        """Return the ids of these pieces with those of the headings and attacks they stand under, in order."""
        heads, said = list[Block](), set(kept)
        for block in self.outline.blocks:
            heads = [head for head in heads if not _ends(head, block)]
            if block.id in kept:
                said.update(head.id for head in heads)
            elif block.id not in self.ids:
                heads.append(block)
        return tuple(block.id for block in self.outline.blocks if block.id in said)


def _ends(head: Block, block: Block) -> bool:
    """Whether a block ends what stands under another: only a heading ends what stands under a heading."""
    return block.level <= head.level and (bool(block.heading) or not head.heading)


def draw(chance: Random, count: int) -> Drawn:
    """Return a speech of so many pieces: their needs are chains and trees, and some of them are rivals."""
    said = [_one(chance, at) for at in range(count)]
    _make_rivals(chance, said)
    _scatter_rivals(chance, said)
    if chance.random() < 0.3:
        at = chance.randrange(count)
        said[at] = replace(said[at], role=chance.choice(("opening", "close")))
    if chance.random() < 0.06:
        _contradict(chance, said)
    pace = chance.choice(PACES)
    office = Office(members=(Member("m", "M", pace=pace),), settings={"speech": {"margin": 0}})
    outline = Outline(OutlineName("o"), "O", "speech", member="m", blocks=tuple(_with_heads(chance, said)))
    ids = tuple(block.id for block in said)
    return Drawn(outline, WholeLibrary(office, ()), ids, tuple(_pieces(said, pace)))


def _one(chance: Random, at: int) -> Block:
    return says(
        f"b{at}",
        _words(chance.randint(1, 120)),
        weight=chance.choices(tuple(WORTH), (1, 10, 10))[0],
        short=_words(chance.randint(1, 80)) if chance.random() < 0.4 else "",
        needs=_need(chance, at),
        pause=chance.choice((0, 0, 0, 2)),
        level=chance.randint(1, 3),
    )


def _words(count: int) -> str:
    return " ".join(["word"] * count)


def _need(chance: Random, at: int) -> str:
    """Return the id of the block before, of one anywhere before, or of one that cannot be needed."""
    drawn = chance.random()
    if drawn < 0.35 and at:
        return f"b{at - 1 if drawn < 0.15 else chance.randrange(at)}"
    return f"b{at + chance.randint(0, 3)}" if drawn > 0.97 else ""


def _make_rivals(chance: Random, said: list[Block]) -> None:
    """Make groups of blocks that follow one another and need the same: of each one is used."""
    for start in range(1, len(said) - 4, 4):
        if chance.random() < 0.3:
            for at in range(start, start + chance.randint(2, 4)):
                said[at] = replace(said[at], either=f"g{start}", with_=said[start].with_)


def _scatter_rivals(chance: Random, said: list[Block]) -> None:
    """Make groups of blocks anywhere in the speech, whatever they need."""
    for group in range(chance.randint(0, SCATTERED)):
        for at in chance.sample(range(len(said)), chance.randint(2, 3)):
            said[at] = replace(said[at], either=f"s{group}")


def _contradict(chance: Random, said: list[Block]) -> None:
    """Let two musts need two rivals."""
    first, second, *musts = sorted(chance.sample(range(len(said)), 4))
    for rival, must in zip((first, second), musts, strict=True):
        said[rival] = replace(said[rival], either="x")
        said[must] = replace(said[must], weight="must", with_=said[rival].id, either="")


def _with_heads(chance: Random, said: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks with headings among them, and attacks without own words over some that answer them."""
    for at, block in enumerate(said):
        if chance.random() < 0.1:
            yield heading(f"h{at}", chance.randint(1, 2))
        if chance.random() < 0.05 and block.level > 1:
            yield Block(BlockId(f"a{at}"), attack=CardId("tide"), level=chance.randint(1, block.level - 1))
        yield block


def _pieces(said: Sequence[Block], pace: int) -> Iterator[Piece]:
    """Yield what each block is to be weighed as; the first and the last are musts where no others open and close."""
    places = {block.id: at for at, block in enumerate(said)}
    opening = next((at for at, block in enumerate(said) if block.role == "opening"), 0)
    close = next((at for at, block in enumerate(said) if block.role == "close"), len(said) - 1)
    for at, block in enumerate(said):
        full, short = (_milliseconds(words, block, pace) for words in (block.text, block.short))
        needs = places.get(block.with_, at)
        yield Piece(
            full,
            short if block.short and short < full else None,
            None if at in {opening, close} else WORTH[block.weight],
            needs if needs < at else None,
            block.either,
        )


def _milliseconds(words: str, block: Block, pace: int) -> int:
    return round(60_000 * len(words.split()) / pace) + 1000 * block.pause
