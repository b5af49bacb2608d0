"""Outlines drawn at random: every kind of block, empty and huge texts, odd characters, every product."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hypothesis import strategies as st

from briefing.document.composing import compose
from briefing.document.document import Document
from briefing.model.card import Card
from briefing.model.ids import BlockId, CardId, SourceId
from briefing.model.library import WholeLibrary
from briefing.model.outline import Block, Outline
from briefing.model.products import product_names
from briefing.model.source import Source
from tests.document.ground import AUDIT, library, outline

HUGE = 10_000
"""Words of the longest quotation."""
_WORDS = (
    *("bus", "buses", "the", "of", "£3 million", "27 per cent", "clause 4", "5 March 2026", "Ms Writer", "page 12"),
    *("a\tb", "a\nb", "a\r\nb", "\n\n", "- one\n- two\n  - three\n- ", "\n- - -\n", " ", "\u00a0", "…", "“so”", "'"),
    *("<w:p>", "]]>", "&amp;", "&#0;", "<!--", "\\", '"', "%s", "{0}", "[b]", "rId1", "_bf1"),
    *("\x00", "\x08", "\x1b[31m", "\x7f", "\x85", "\u2028", "\ufeff", "\ufffe", "\uffff", "\ud800", "\U000e0041"),
    *("\u202e", "\u2066", "\u200b", "\u200d", "شارع", "רחוב", "السلام عليكم \u200f", "\u0e01\u0e33", "नमस्ते"),
    *("e\u0301\u0302\u0323", "Z͑ͫ̓ͪ̂ͫ̽", "👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "🚌", "𝔘𝔫𝔦", "漢字", "\U0010fffd", "ﬁ", "a" * 300),
)

_ANY = st.text(st.characters(exclude_characters="/"), max_size=12)
"""Without strokes: what is drawn must not happen to be a place on a disk, which our own check would find."""
odd = st.lists(st.one_of(st.sampled_from(_WORDS), _ANY), max_size=8).map(" ".join)
"""Text as nobody would write it, and somebody will paste it."""
huge = st.tuples(st.integers(2_000, HUGE), st.sampled_from(_WORDS)).map(lambda drawn: " ".join([drawn[1]] * drawn[0]))
text = st.one_of(odd, odd, odd, odd, odd, huge)
shown = odd.filter(lambda said: bool(said.strip()))
"""A title, which no outline is without."""
addresses = st.one_of(
    st.just("https://source.example/a?b=c&d=<e>"), st.just("javascript:alert(1)"), st.just("ftp://a/b"), odd
)
days = st.dates(date(1800, 1, 1), date(2200, 1, 1))


@st.composite
def _sources(draw: st.DrawFn) -> Source:
    said = {name: draw(odd) for name in ("author", "publisher", "number", "volume", "edition")}
    address, day = draw(addresses), draw(days)
    return Source(SourceId("s"), "report", draw(shown), url=address, published=day, **said)  # type: ignore[arg-type]  # as above


@st.composite
def _cards(draw: st.DrawFn, own: str) -> Card:
    said = {name: draw(odd) for name in ("speaker", "role", "at", "of", "unit", "period", "place")}
    return Card(
        CardId(own),
        draw(st.sampled_from(("quotation", "statistic", "record", "opposing-claim", "rebuttal"))),
        draw(shown),
        quote=draw(st.one_of(st.just(""), text)),
        cut=draw(st.sampled_from(("", "ellipsis", "splice"))),
        source=SourceId(draw(st.sampled_from(("s", "audit")))),
        answers=(CardId("c0"),),
        as_of=draw(st.one_of(st.none(), days)),
        **said,  # type: ignore[arg-type]  # the fields above
    )


@st.composite
def _blocks(draw: st.DrawFn, own: str) -> Block:
    named = {"id": BlockId(own), "level": draw(st.integers(1, 6)), "part": draw(st.sampled_from(("", "sources", "x")))}
    card = CardId(draw(st.sampled_from(("c0", "c1", "c2", "gone"))))
    match draw(st.sampled_from(("heading", "card", "attack", "text"))):
        case "heading":
            return Block(heading=draw(odd), **named)  # type: ignore[arg-type]  # the fields above
        case "card":
            return Block(card=card, text=draw(st.one_of(st.just(""), odd)), **named)  # type: ignore[arg-type]  # as above
        case "attack":
            return Block(attack=card, text=draw(st.one_of(st.just(""), odd)), **named)  # type: ignore[arg-type]  # as above
        case _:
            return Block(text=draw(text), **named)  # type: ignore[arg-type]  # as above


@dataclass(frozen=True, repr=False)
class Drawn:
    """An outline and the library it stands on."""

    outline: Outline
    library: WholeLibrary

    def __repr__(self) -> str:
        """Only what can be read at a glance: the seed brings the rest back."""
        return f"{self.outline.product}: {', '.join(repr(block)[:200] for block in self.outline.blocks)}"

    def document(self) -> Document:
        """What it becomes."""
        return compose(self.outline, self.library)


@st.composite
def outlines(draw: st.DrawFn) -> Drawn:
    """Outlines of nought to a dozen blocks."""
    blocks = [draw(_blocks(f"b{number}")) for number in range(draw(st.integers(0, 12)))]
    head = {name: draw(odd) for name in ("event", "aim", "ask", "example", "to", "reference", "salutation", "owner")}
    cards = [draw(_cards(f"c{number}")) for number in range(3)]
    made = outline(
        *blocks,
        product=draw(st.sampled_from(product_names())),
        title=draw(shown),
        member=draw(st.sampled_from(("jane", "nobody"))),
        date=draw(st.one_of(days, st.just(date.min))),
        slot=draw(st.sampled_from(("", "5", "4:30", "soon"))),
        **head,
    )
    return Drawn(made, library(*cards, sources=(draw(_sources()), AUDIT)))
