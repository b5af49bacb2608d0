"""An outline becomes a document, its own product or another, in its order but for what must be read first."""

from __future__ import annotations

import pytest

from briefing.document.composing import compose, preview
from briefing.document.document import Style
from briefing.document.plain import plain_text
from briefing.errors import NotFound
from tests.document.ground import attack, composed, heading, library, outline, own, shows


class DescribeComposing:
    def it_keeps_the_order_of_the_blocks(self) -> None:
        document = composed(own("a", "One."), shows("b", "s1"), heading("c", "H"), own("d", "Two."))
        blocks = [paragraph.block for paragraph in document.paragraphs() if paragraph.block]
        assert list(dict.fromkeys(blocks)) == ["a", "b", "c", "d"]

    def it_makes_another_product_of_the_same_outline_where_one_is_named(self) -> None:
        assert compose(outline(own("a", "Words.")), library(), "speech").product == "speech"

    def it_refuses_a_product_there_is_not_and_says_which_there_are(self) -> None:
        with pytest.raises(NotFound) as refused:
            compose(outline(product="sonnet"), library())
        assert str(refused.value) == (
            "There is no product called “sonnet”. "
            "Choose one of: briefing, lines, points, questions, reading, reply, speech."
        )

    @pytest.mark.parametrize("name", ["../speech", "speech.PRODUCT", "__init__", ""])
    def it_looks_only_in_its_folder(self, name: str) -> None:
        with pytest.raises(NotFound):
            compose(outline(product=name), library())


class DescribeThePreview:
    def it_is_the_block_as_it_stands_in_the_document(self) -> None:
        whole = outline(own("a", "One."), shows("b", "q1"))
        shown = preview(whole, library(), "b")
        assert shown == compose(whole, library()).of_block("b")
        assert [paragraph.style for paragraph in shown] == [Style.CLAIM_LEADING, Style.QUOTATION, Style.SOURCE]

    def it_is_empty_for_what_is_not_printed(self) -> None:
        assert preview(outline(heading("a", "Thanks", part="thanks"), product="reply"), library(), "a") == ()


def test_plain_text_says_everything_with_its_notes_at_the_end() -> None:
    text = plain_text(
        composed(heading("h", "Facts"), shows("a", "s1"), attack("b", "x1"), own("c", "No.\x1b", level=2))
    )
    assert "Facts\n-----" in text
    assert "• Bus mileage outside the capital fell by 27 per cent. [1]" in text
    assert "We say: No.␛" in text
    assert "\n[1] Audit Office, " in text


@pytest.mark.parametrize("blocks", [1_000])
def test_a_thousand_cards_are_a_thousand_cards(blocks: int) -> None:
    document = composed(*(shows(f"b{number}", "s1") for number in range(blocks)))
    assert len(list(document.footnotes())) == blocks
