"""The head of a document: what it is, when and where it is used, and what we want; and what stands on every page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from briefing.document.document import Document, Form, Paragraph, Style, Table, Words
from briefing.document.layout import layout_of
from briefing.document.product import Product
from briefing.document.reading_copy import reading_copy_of
from briefing.model.dates import iso, spell
from briefing.model.library import Library
from briefing.model.outline import Outline
from briefing.wording import document as say

Labelled = tuple[str, str]

_FOOTER_ROOM = 72
"""Characters that stand in a line beside the page number."""


def title_block(outline: Outline, product: Product, said: Iterable[Labelled]) -> Iterator[Paragraph]:
    """Yield the notice of an example, the title, the details that say something, and what we want."""
    yield from notice(outline)
    yield heading_title(outline)
    if not outline.title.casefold().startswith(product.title.casefold()):
        yield Paragraph(Style.SUBTITLE, (Words(product.title),))
    yield from details(said)
    for label, value in ((say.AIM, outline.aim), (say.ASK, outline.ask)):
        if value:
            yield Paragraph(Style.CALLOUT, (Words(f"{label}: ", bold=True), Words(value.strip("\n"))))


def details(said: Iterable[Labelled]) -> Iterator[Paragraph]:
    """Yield a line for each detail that says something."""
    for label, value in said:
        if value:
            yield Paragraph(Style.DETAIL, (Words(f"{label}\t", bold=True), Words(value)))


def notice(outline: Outline) -> Iterator[Paragraph]:
    """Yield the sentence that marks an example, set apart."""
    if outline.example:
        yield Paragraph(Style.CALLOUT, (Words(outline.example, bold=True),))


def heading_title(outline: Outline) -> Paragraph:
    """Return the title."""
    return Paragraph(Style.TITLE, (Words(outline.title),), kind="heading")


def occasion(outline: Outline, library: Library) -> tuple[Labelled, ...]:
    """Return when, where, for whom and how long: the details every product on paper begins with."""
    stage = "" if outline.stage and outline.stage in outline.event else outline.stage
    return (
        (say.DATE, day(outline)),
        (say.EVENT, outline.event),
        (say.STAGE, stage),
        (say.MEMBER, _member(outline, library)),
        (say.TIME, _time(outline)),
    )


def ownership(outline: Outline) -> tuple[Labelled, ...]:
    """Return for whom it is, who keeps and cleared it, and until when it holds."""
    return (
        (say.AUDIENCE, outline.audience),
        (say.OWNER, outline.owner),
        (say.CLEARED_BY, outline.cleared_by),
        (say.VALID_UNTIL, spell(outline.valid_until) if outline.valid_until else ""),
    )


def on_one_line(*details: Labelled) -> Iterator[Labelled]:
    """Yield details as one: the first that says something under its own label, the others behind it with theirs."""
    said = [(label, value) for label, value in details if value]
    if said:
        label, value = said[0]
        yield label, _dotted(value, *(f"{label[0].lower()}{label[1:]} {value}" for label, value in said[1:]))


def day(outline: Outline) -> str:
    """Return the document's date as it is spelled; empty where it has none."""
    return "" if outline.date == date.min else spell(outline.date)


def finished(
    outline: Outline,
    library: Library,
    product: Product,
    body: Iterable[Paragraph | Table],
    form: Form = Form.PAPER,
) -> Document:
    """Return the document, with what stands on every page of it. A letter says nothing of who may see it."""
    handling = "" if form is Form.LETTER else say.handling(outline.handling)
    embargo = say.embargoed(spell(outline.embargo)) if outline.embargo else ""
    layout = layout_of(library.office)
    reading = reading_copy_of(library.office) if form is Form.READING else None
    return Document(
        title=outline.title,
        product=product.name,
        date="" if outline.date == date.min else iso(outline.date),
        creator=layout.creator or library.office.name,
        header=_dotted(handling, embargo),
        footer=_footer(outline),
        body=tuple(body),
        form=form,
        language=layout.language,
        layout=layout,
        reading=reading,
    )


def _member(outline: Outline, library: Library) -> str:
    member = library.office.member(outline.member)
    return ", ".join(part for part in (member.name, member.constituency) if part) if member else ""


def _time(outline: Outline) -> str:
    seconds = outline.slot_seconds
    return outline.slot if seconds is None else say.slot(seconds, outline.interventions)


def _footer(outline: Outline) -> str:
    """Return the title and date, the date under a title that leaves it no room beside the page number."""
    beside = _dotted(outline.title, day(outline))
    return beside if len(beside) <= _FOOTER_ROOM else "\n".join((outline.title, day(outline)))


def _dotted(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
