"""One entry's lines as pieces, a key each and what stands between them, so that a key is one thing to replace."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.library.lines import Chunk, comments_of
from briefing.library.render import render_key


@dataclass(frozen=True, slots=True)
class Piece:
    """The lines of one key, or a header, comment or blank lines where `name` is None."""

    name: str | None
    text: str
    dotted: bool = False
    """Whether the key is written `checked.by = ...` or under a header of its own."""

    @property
    def is_plain(self) -> bool:
        """Whether it is a key with its whole value in one place."""
        return self.name is not None and not self.dotted


def cut_pieces(lines: Sequence[str], chunk: Chunk) -> tuple[Piece, ...]:
    """Return the entry as pieces; joined they are the entry, with a line end after its last line."""
    pieces = tuple(_pieces(lines, chunk))
    if pieces and not pieces[-1].text.endswith("\n"):
        pieces = (*pieces[:-1], Piece(pieces[-1].name, pieces[-1].text + "\n", pieces[-1].dotted))
    return pieces


def _pieces(lines: Sequence[str], chunk: Chunk) -> Iterator[Piece]:
    at = chunk.first
    for key in chunk.keys:
        if key.first > at:
            yield Piece(None, "".join(lines[at : key.first]))
        yield Piece(key.name, "".join(lines[key.first : key.last]), key.dotted)
        at = key.last
    if chunk.last > at:
        yield Piece(None, "".join(lines[at : chunk.last]))


def with_key(pieces: tuple[Piece, ...], order: Sequence[str], name: str, value: object | None) -> tuple[Piece, ...]:
    """Return the pieces with one key written, or taken out where `value` is None.

    A key stays where it is; a new one follows the last that `order` puts before it.
    """
    old = [number for number, piece in enumerate(pieces) if piece.name == name]
    rest = tuple(piece for piece in pieces if piece.name != name)
    if value is None:
        return rest
    if old and pieces[old[0]].is_plain:
        return (*pieces[: old[0]], _rewritten(pieces[old[0]], name, value), *rest[old[0] :])
    where = _place(rest, order, name)
    fresh = Piece(name, _above(pieces[number] for number in old) + render_key(name, value))
    return (*rest[:where], fresh, *rest[where:])


def _rewritten(piece: Piece, name: str, value: object) -> Piece:
    """Return the key with another value; its comments stay: the last behind it, those inside it above it."""
    inside, behind = comments_of(piece.text)
    text = render_key(name, value).rstrip("\n")
    return Piece(name, "".join(f"{comment}\n" for comment in inside) + text + behind + "\n")


def _above(pieces: Iterable[Piece]) -> str:
    """Return the comments of keys that become one, a line each."""
    found = (comments_of(piece.text) for piece in pieces)
    return "".join(f"{comment.strip()}\n" for inside, behind in found for comment in (*inside, behind) if comment)


def _place(pieces: tuple[Piece, ...], order: Sequence[str], name: str) -> int:
    """Return where a new key is to stand: never under the header of a table below the entry."""
    rank = {field: number for number, field in enumerate(order)}
    mine = rank.get(name, len(rank))
    plain = [number for number, piece in enumerate(pieces) if piece.is_plain]
    earlier = [number for number in plain if rank.get(pieces[number].name or "", len(rank)) <= mine]
    if earlier:
        return earlier[-1] + 1
    if plain:
        return plain[0]
    return next((number for number, piece in enumerate(pieces) if piece.name is not None), len(pieces))
