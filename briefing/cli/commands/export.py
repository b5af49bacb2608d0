"""`briefing export OUTLINE`: writes the Word document and its record, or prints the words of the document."""

from __future__ import annotations

import gc
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from briefing.cli.findings import find_rule, finding_document, finding_line, with_places
from briefing.cli.names import find_outline
from briefing.cli.output import put, put_json, put_text, say
from briefing.cli.times import read_time
from briefing.cli.which import find_library, look_into
from briefing.disk.places import exports_folder
from briefing.document.composing import compose
from briefing.document.layout import layout_of
from briefing.errors import BriefingError, WrongUse
from briefing.model.library import Library
from briefing.model.literal import show_line
from briefing.model.outline import Outline
from briefing.word.beside import older_forms
from briefing.word.exporting import Exported, Options, check, export
from briefing.word.template.opening import chosen_template
from briefing.wording import commands as words
from briefing.wording.export import older as say_older


def run(options: Namespace) -> int:
    """Export it; raises Refused, with every reason, where it must stay in the office."""
    _refuse_odd(options)
    library = look_into(options)
    outline = find_outline(library, options.outline)
    asked = Options(
        on=read_time(options.on),
        product=options.product or "",
        out=Path(options.out) if options.out else None,
        for_=options.for_ or "",
        by=options.by or "",
        copy=options.copy,
        template=chosen_template(layout_of(library.office), find_library(options.library), options.template or ""),
        acknowledged=_reasons(options.acknowledge),
    )
    if options.text or options.md:
        _print_text(outline, library, asked, markdown=options.md)
        return 0
    with _uncollected():
        made = export(outline, library, exports_folder(find_library(options.library)), asked)
    # A restricted card stops an export, so that there are no words of one to be left out.
    made = replace(made, findings=with_places(made.findings, library, outline.name))
    pdf, lacking = _make_pdf(made) if options.pdf else (None, None)
    made = replace(made, message=" ".join(filter(None, (made.message, *_older(made)))))
    _tell(made, pdf, asked.acknowledged, as_json=options.json)
    if lacking:
        raise lacking
    return 0


def _refuse_odd(options: Namespace) -> None:
    """Raise WrongUse where a file that is named has no name, or a file is wanted of words that are only printed."""
    for name, typed in (("--out", options.out), ("--template", options.template)):
        if typed is not None and not typed.strip():
            raise WrongUse(words.no_file_named(name), hint=words.NO_FILE_NAMED_HINT)
    about_file = [name for name, given in (("--pdf", options.pdf), ("--json", options.json)) if given]
    if about_file and (options.text or options.md):
        form = "--text" if options.text else "--md"
        raise WrongUse(words.only_printed(form, about_file), hint=words.ONLY_PRINTED_HINT)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no garbage: nearly all that an export makes is needed to its end, and to look takes a tenth of it."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _older(made: Exported) -> Iterator[str]:
    """Yield what is to be said of each file beside the document that was made from an earlier one."""
    return (say_older(form, show_line(name)) for form, name in older_forms(made.path, made.export))


def _make_pdf(made: Exported) -> tuple[Path | None, BriefingError | None]:
    """Return where the PDF is, or why there is none: the Word file is there all the same, and is told of first."""
    from briefing.word.pdf import write_pdf

    try:
        return write_pdf(made.path, made.record), None
    except BriefingError as error:
        return None, error


def _tell(made: Exported, pdf: Path | None, reasons: Mapping[str, str], *, as_json: bool) -> None:
    if made.message:
        say(made.message)
    if as_json:
        put_json({**_document(made, reasons), **({"pdf": str(pdf)} if pdf else {})})
        return
    for finding in made.findings:
        say(finding_line(finding, reasons.get(finding.rule, "")))
    put(str(made.path))
    if pdf:
        put(str(pdf))


def _document(made: Exported, reasons: Mapping[str, str]) -> dict[str, object]:
    return {
        "path": str(made.path),
        "record": str(made.record),
        "export": made.export,
        "sha256": made.sha256,
        "words": made.words,
        "seconds": round(made.seconds),
        "findings": [finding_document(finding, reasons.get(finding.rule, "")) for finding in made.findings],
        **({"message": made.message} if made.message else {}),
    }


def _print_text(outline: Outline, library: Library, asked: Options, *, markdown: bool) -> None:
    """Print the words of the document, which may leave the office only as the document may."""
    from briefing.document.markdown import markdown_text
    from briefing.document.plain import plain_text

    check(outline, library, asked)
    document = compose(outline, library, asked.product)
    put_text((markdown_text if markdown else plain_text)(document).rstrip("\n"))


def _reasons(typed: Sequence[str]) -> Mapping[str, str]:
    """Return the reason given for each rule; raises WrongUse where one has none."""
    reasons = {rule: reason.strip() for rule, _, reason in (word.partition("=") for word in typed)}
    if not all(reasons.values()):
        raise WrongUse(words.NO_REASON, hint=words.NO_REASON_HINT)
    return {find_rule(rule): reason for rule, reason in reasons.items()}
