"""The names of the styles a file is set in beside those of its paragraphs: names are the same in every template."""

TABLE_STYLE = "House Table"
LINK_STYLE = "Hyperlink"
NOTE_STYLE = "footnote text"
MARK_STYLE = "footnote reference"
"""The mark that refers to a note."""
HEADER_STYLE = "header"
FOOTER_STYLE = "footer"
