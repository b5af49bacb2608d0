"""Any settings together give a file that keeps them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from briefing.document.document import Document, Form
from briefing.document.layout import Layout
from briefing.word.checking.file import check_file
from briefing.word.measuring import LETTER
from tests.word.ground import PRODUCTS, opened, said
from tests.word.template.shaped import CHANGED, document, kept_by


def _choices() -> some.SearchStrategy[dict[str, object]]:
    """Settings as an office may have them, however odd together."""
    flags = (name for name, changed in CHANGED.items() if isinstance(changed, bool))
    sizes = some.floats(8, 36).map(lambda size: round(size, 1))
    lines = some.lists(some.integers(20, 200), min_size=2, max_size=2, unique=True).map(sorted)
    return some.fixed_dictionaries(
        {},
        optional={
            **dict.fromkeys(flags, some.booleans()),
            **dict.fromkeys(("body_size", "note_size", "letter_size"), sizes),
            **dict.fromkeys(("line_length", "letter_line_length"), lines),
            "contrast": some.floats(1, 18),
            "paper": some.sampled_from(["A4", "Letter"]),
            "align": some.sampled_from(["left", "justified"]),
            "language": some.sampled_from(["en-GB", "cy", "gd"]),
            "creator": some.text(some.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1),
        },
    )


@given(_choices(), some.sampled_from(PRODUCTS))
def test_any_settings_together_give_a_file_that_keeps_them(settings: dict[str, object], product: str) -> None:
    made = document(product, **settings)
    written, layout = opened(made), kept_by(made)
    found = {fault.rule for fault in check_file(written.content, layout)}
    assert found <= ({"LAYOUT-09"} if _is_too_wide(made, layout) else set())
    assert made.header == said(written.part("word/header1.xml")).removesuffix(" · Page 1 of 1")


def _is_too_wide(made: Document, layout: Layout) -> bool:
    """Whether the fewest letters of a line have no room on the sheet: then the office is told."""
    sheet = 11_906 if layout.paper == "A4" else 12_240
    largest = max(layout.body_size, layout.note_size) * (14 / 12 if made.form is Form.SPEECH else 1) + 0.5
    return layout.line_length[0] * 20 * LETTER * largest > sheet - 1_440
