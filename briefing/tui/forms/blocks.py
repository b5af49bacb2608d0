"""The forms for what stands in an outline: own words, headings, any block, and the outline's head."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefing.library.values import WrongField
from briefing.model.assembling import new_block_id
from briefing.model.entries import FIELDS_OF, FaultyEntryError, read_block, write_block
from briefing.model.outline import Block, Outline
from briefing.tui.forms import groups
from briefing.tui.forms.form import Form
from briefing.tui.forms.subject import Changes, Subject
from briefing.tui.forms.subjects import head_subject, with_head
from briefing.wording import forms as say

if TYPE_CHECKING:
    from briefing.tui.app import Desk

Write = Callable[[Block, str], str]
"""Adds a block that was written after the block of an id; returns its own id."""


def own_words_form(outline: Outline, after: str, write: Write) -> Form:
    """Return the form for own words after a block."""
    return _new_block(outline, after, "text", say.OWN_WORDS, write)


def heading_form(outline: Outline, after: str, write: Write) -> Form:
    """Return the form for a heading after a block."""
    return _new_block(outline, after, "heading", say.NEW_HEADING, write)


def _new_block(outline: Outline, after: str, name: str, title: str, write: Write) -> Form:
    def save(_: Desk, changes: Changes) -> str | None:
        words = str(changes.get(name) or "").strip()
        block_id = new_block_id(outline)
        return write(Block(block_id, heading=words) if name == "heading" else Block(block_id, text=words), after)

    draft = f"{name} in {outline.name} after {after}"
    fields = {name: FIELDS_OF["block"][name]}
    return Form(
        Subject(draft, title, groups.NEW_BLOCK_GROUPS, fields, {}, save, frozenset({name}), is_new=True, is_small=True)
    )


def block_form(
    outline: Outline, block: Block, words: str, rewrite: Callable[[Block], str | None], first: str = ""
) -> Form:
    """Return the form for a block that is there, beginning in the field `first`."""

    def save(_: Desk, changes: Changes) -> str | None:
        return rewrite(changed_block(block, changes))

    contents = {"heading", "card", "attack", "text"}
    shown = {"heading"} if block.heading else {"text", *_evidence(block)}
    fields = {
        name: field for name, field in FIELDS_OF["block"].items() if name not in {"id", "level", *contents - shown}
    }
    required = frozenset({"heading"} if block.heading else {"text"} if not block.evidence else _evidence(block))
    draft = f"block {block.id} in {outline.name}"
    return Form(
        Subject(
            draft,
            say.block_title(words),
            groups.BLOCK_GROUPS,
            fields,
            write_block(block),
            save,
            required,
            first,
            is_block=True,
        )
    )


def _evidence(block: Block) -> frozenset[str]:
    return frozenset({"card"} if block.card else {"attack"} if block.attack else ())


def changed_block(block: Block, changes: Changes) -> Block:
    """Return the block with changes made; raises WrongField."""
    entry = {name: value for name, value in {**write_block(block), **changes}.items() if value is not None}
    try:
        return read_block(entry)
    except FaultyEntryError as error:
        fault = error.faults[0]
        raise WrongField(fault.field, say.expected(fault.expected)) from error


def head_form(outline: Outline, rewrite: Callable[[Outline], object]) -> Form:
    """Return the form for the head of an outline that is being assembled."""

    def save(_: Desk, changes: Changes) -> str | None:
        rewrite(with_head(outline, changes))
        return outline.name

    return Form(head_subject(outline, save))
