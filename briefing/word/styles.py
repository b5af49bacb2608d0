"""The names of the styles a file is set in beside those of its paragraphs: names are the same in every template."""

from briefing.document.document import Style

RUNNING_TEXT = (
    *(Style.BODY, Style.CLAIM, Style.CLAIM_LEADING, Style.QUOTATION, Style.BULLET, Style.BULLET_2, Style.NUMBER),
    *(Style.ATTACK, Style.ANSWER, Style.CALLOUT, Style.LETTER, Style.LETTER_END, Style.SPOKEN, Style.SPOKEN_PROVED),
)
"""Styles of running text; what stands beside it may be as small as a note."""

CONTENTS_HEADING = "TOC Heading"
CONTENTS_STYLES = ("toc 1", "toc 2")
"""An entry of the list of contents, by the level of its heading."""
TABLE_STYLE = "House Table"
CODE_STYLE = "Proof Code"
"""The code of a proof, in the margin or at the head of the proof."""
LINK_STYLE = "Hyperlink"
NOTE_STYLE = "footnote text"
MARK_STYLE = "footnote reference"
"""The mark that refers to a note."""
HEADER_STYLE = "header"
FOOTER_STYLE = "footer"
READING_HEADER_STYLE = "Reading Header"
"""What stands at the head of each page of a reading copy: the number of the page, at the right."""
