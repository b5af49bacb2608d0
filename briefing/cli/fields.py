"""The fields a command can set, listed for its help from the model's own table."""

from __future__ import annotations

from textwrap import fill
from typing import Final

from briefing.model.fields import BLOCK_FIELDS, CARD_FIELDS, OUTLINE_FIELDS, SOURCE_FIELDS, Field
from briefing.wording import help as words

OF: Final = {
    "card": CARD_FIELDS,
    "source": SOURCE_FIELDS,
    "outline": OUTLINE_FIELDS,
    "block": BLOCK_FIELDS,
}

_NAME_WIDTH = 18
_WIDTH = 80


def list_fields(of: str) -> str:
    """Return the fields of a card, source, outline or block, one below the other."""
    return "\n".join([words.fields_title(of), *(_line(field) for field in OF[of]), ""])


def _line(field: Field) -> str:
    about = field.help + (words.one_of(field.choices) if field.choices else "")
    margin = " " * (_NAME_WIDTH + 2)
    return fill(about, _WIDTH, initial_indent=f"  {field.name:<{_NAME_WIDTH}}", subsequent_indent=margin)
