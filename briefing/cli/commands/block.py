"""`briefing block OUTLINE [BLOCK] FIELD=VALUE...`: adds, changes, moves or drops a block of an outline."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping, Sequence

from briefing.cli.names import find_block, find_card, find_outline
from briefing.cli.output import put
from briefing.cli.saving import save
from briefing.cli.which import open_library
from briefing.errors import BadInput, WrongUse
from briefing.library.authoring import change_outline
from briefing.library.values import parse_assignments
from briefing.model.assembling import change, drop, new_block_id, place_after
from briefing.model.entries import FIELDS_OF, FaultyEntryError, read_block, write_block
from briefing.model.library import Library
from briefing.model.outline import Block, Outline
from briefing.model.placing import add_after
from briefing.wording import commands as words
from briefing.wording import library as library_words

Values = Mapping[str, object | None]


def run(options: Namespace) -> int:
    """Do what is asked of the block, and print the id of a new one."""
    opened = open_library(options)
    before = find_outline(opened.library, options.outline)
    name, values = _split(options.words)
    _refuse_nothing(options, name, values)
    _refuse_id(before, name, values)
    _refuse_unknown_card(values, opened.library)
    if options.after:
        find_block(before, options.after)
    if name is None:
        block = _read({"id": new_block_id(before), **values})
        after = _insert(before, block, options, deep="level" in values)
        act = words.ADDED
    else:
        block = find_block(before, name)
        after, act = _alter(before, block, options, values)
    save(opened, change_outline(before, after, words.step(act, block.id)))
    if name is None:
        put(block.id)
    return 0


def _split(typed: Sequence[str]) -> tuple[str | None, Values]:
    """Return the id of the block, None where none is named, and the values to set."""
    named = bool(typed) and "=" not in typed[0]
    fields = FIELDS_OF["block"]
    return (typed[0] if named else None), parse_assignments(fields, typed[1:] if named else typed)


def _refuse_nothing(options: Namespace, name: str | None, values: Values) -> None:
    if name is None and (options.drop or not values):
        raise WrongUse(words.WHICH_BLOCK, hint=words.WHICH_BLOCK_HINT)
    if not (values or options.after or options.first or options.drop):
        raise WrongUse(words.NO_WORDS, hint=words.NO_WORDS_HINT)


def _refuse_id(outline: Outline, name: str | None, values: Values) -> None:
    """Refuse another id for a block that has one, and one that another block has."""
    given = values.get("id")
    if name is not None and "id" in values and given != name:
        raise WrongUse(words.BLOCK_ID_STAYS, hint=words.BLOCK_ID_STAYS_HINT)
    if name is None and given and outline.block(str(given)):
        raise BadInput(words.block_id_taken(str(given)), hint=words.BLOCK_ID_STAYS_HINT)


def _refuse_unknown_card(values: Values, library: Library) -> None:
    for field in ("card", "attack"):
        if values.get(field):
            find_card(library, str(values[field]))


def _insert(outline: Outline, block: Block, options: Namespace, *, deep: bool) -> Outline:
    """Return the outline with a new block, at the level that fits unless one was said."""
    added = add_after(outline, block, options.after or "")
    if options.first:
        added = place_after(added, block.id, None)
    return change(added, block) if deep else added


def _alter(outline: Outline, block: Block, options: Namespace, values: Values) -> tuple[Outline, str]:
    """Return the outline with the block changed and moved, or dropped, and what that is called."""
    if options.drop:
        return drop(outline, block.id), words.DROPPED
    altered = change(outline, _read({**write_block(block), **values}))
    if options.first:
        altered = place_after(altered, block.id, None)
    if options.after:
        altered = place_after(altered, block.id, _last_under(altered, block.id, options.after))
    return altered, words.CHANGED if values else words.MOVED


def _last_under(outline: Outline, moved: str, after: str) -> str:
    """Return the block to follow so that what stands under `after` stays there, unless the moved is deeper."""
    branch = outline.branch(moved)
    rest = outline.with_blocks(tuple(block for block in outline.blocks if block not in branch))
    target = rest.block(after)
    if target is None or branch[0].level > target.level:
        return after
    return rest.branch(after)[-1].id


def _read(entry: Values) -> Block:
    """Return the block the values describe; raises BadInput naming what is wrong with it."""
    try:
        return read_block({name: value for name, value in entry.items() if value is not None})
    except FaultyEntryError as error:
        fault = error.faults[0]
        told = library_words.wrong_field("block", "", fault.field, fault.expected, fault.found)
        raise BadInput(told, hint=words.NEW_BLOCK_HINT) from error
