"""A document being made, off the screen's thread: the Word file, then whatever other forms were wished for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.disk.places import exports_folder
from briefing.errors import BriefingError, Refused
from briefing.model.finding import Finding
from briefing.model.literal import show_line
from briefing.wording import export as say

if TYPE_CHECKING:
    from briefing.model.outline import Outline
    from briefing.tui.papers import Papers
    from briefing.word.exporting import Exported, Options


class Standing(Refused):
    """The document may not leave the office like this."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        """Carry what stands in its way."""
        super().__init__(say.REFUSED)
        self.findings = findings


def make(outline: Outline, papers: Papers, options: Options, came: Callable[[float], None]) -> Exported:
    """Look once more whether the document may leave the office, then write it; raises Standing and BriefingError."""
    from briefing.rules.gate import check_outline, stops
    from briefing.word.exporting import export

    asked = replace(outline, product=options.product or outline.product)
    standing = stops(check_outline(asked, papers.library, options.on), options.acknowledged)
    if standing:
        raise Standing(standing)
    return export(outline, papers.library, exports_folder(papers.folder), options, came)


def put_beside(made: Exported, outline: Outline, papers: Papers, product: str, forms: Iterable[str]) -> tuple[str, ...]:
    """Write the words of a document that was made in other forms too; return what is to be said of each."""
    return tuple(_put_beside(made, outline, papers, product, form) for form in forms)


def _put_beside(made: Exported, outline: Outline, papers: Papers, product: str, form: str) -> str:
    from briefing.document.composing import compose
    from briefing.word.beside import write_words

    try:
        return say.also(str(write_words(made.path, made.record, form, compose(outline, papers.library, product))))
    except BriefingError as error:
        return say.failed(str(error))


def tell_older(made: Exported) -> str:
    """Return what is to be said of the files beside a document that were made from an earlier one."""
    from briefing.word.beside import older_forms

    return "\n".join(say.older(form, show_line(name)) for form, name in older_forms(made.path, made.export))


def make_pdf(made: Exported) -> str:
    """Have LibreOffice make the PDF, which takes it some seconds; return what is to be said of it."""
    from briefing.word.pdf import write_pdf

    try:
        return say.also(str(write_pdf(made.path, made.record)))
    except BriefingError as error:
        return say.failed(str(error))
