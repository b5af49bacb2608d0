"""Every command of the desk, once: bindings, footer, palette, help and the key sheet are all made from this table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """Where a command works. The value is how help calls the place."""

    APP = "Anywhere"
    LIST = "Lists"
    DESK = "The desk"
    SEARCH = "Search box"
    NOTES = "Notes"
    EVIDENCE = "Evidence"
    CARD = "Card"
    OUTLINE = "The outline"
    BLOCKS = "Blocks"
    FINDINGS = "Findings"
    ADDING = "The outline's search box"
    FORM = "Forms"


@dataclass(frozen=True, slots=True)
class Command:
    """One command: what it is called, which keys run it where, and what help says of it."""

    name: str
    """The action: `action_<name>` of the widget or screen the place stands for; also its name in preferences."""
    keys: str
    """Keys as Textual names them, separated by commas; the first is the one shown."""
    places: tuple[Place, ...]
    label: str
    """A word or two for the footer and the palette."""
    help: str
    footer: tuple[Place, ...] = ()
    """The places in whose footer it stands: at most seven a place."""
    in_palette: bool = True


_APP = (
    Command("command_palette", "ctrl+p,:", (Place.APP,), "commands",
            "Find any command, note, outline or card by typing part of its name.", in_palette=False),
    Command("show_keys", "f1,?", (Place.APP,), "keys", "Show the keys of this pane; typing narrows the list.",
            (Place.NOTES, Place.EVIDENCE, Place.SEARCH, Place.CARD, Place.BLOCKS, Place.FINDINGS,
             Place.ADDING)),
    Command("show_tips", "", (Place.APP,), "tips", "Show the five first tips again."),
    Command("next_theme", "T", (Place.APP,), "theme", "Change to the next theme: light, dark, high contrast, terminal colours."),
    Command("say_saved", "ctrl+s", (Place.APP,), "save", "Nothing to do: every change is saved as it is made.", in_palette=False),
    Command("quit", "ctrl+q", (Place.APP,), "quit", "Leave. Everything is saved."),
)

_LISTS = (
    Command("down", "down,j", (Place.LIST, Place.CARD), "down", "The next row, or the next link of a card.", in_palette=False),
    Command("up", "up,k", (Place.LIST, Place.CARD), "up", "The row before, or the link before.", in_palette=False),
    Command("page_down", "pagedown,ctrl+f", (Place.LIST, Place.CARD), "page down", "A screen further.", in_palette=False),
    Command("page_up", "pageup", (Place.LIST, Place.CARD), "page up", "A screen back.", in_palette=False),
    Command("first", "home,g", (Place.LIST, Place.CARD), "first", "To the first row or line.", in_palette=False),
    Command("last", "end,G", (Place.LIST, Place.CARD), "last", "To the last row or line.", in_palette=False),
    Command("open", "enter", (Place.LIST, Place.CARD), "open", "Open the chosen row, or follow the chosen link.",
            (Place.NOTES, Place.EVIDENCE, Place.CARD, Place.FINDINGS), in_palette=False),
)

_DESK = (
    Command("search", "/", (Place.DESK, Place.OUTLINE), "search",
            "Type what you look for: words, \"a phrase\", -without, kind:statistic, note:, source:, status:, since:2024, used:no.",
            (Place.NOTES, Place.EVIDENCE)),
    Command("hits_down", "down", (Place.SEARCH,), "next hit", "The next hit, while you type on.", (Place.SEARCH,), in_palette=False),
    Command("hits_up", "up", (Place.SEARCH,), "hit before", "The hit before.", in_palette=False),
    Command("clear", "escape", (Place.SEARCH,), "clear, leave", "Clear the search; when it is clear, leave the box.",
            (Place.SEARCH,), in_palette=False),
    Command("leave", "escape", (Place.DESK,), "leave", "One step back: from a card to the list, from the list to the notes.",
            (Place.CARD,), in_palette=False),
    Command("pane_right", "right,l", (Place.DESK,), "pane right", "To the pane at the right: from a note to its cards, to the card.",
            in_palette=False),
    Command("pane_left", "left,h", (Place.DESK,), "pane left", "To the pane at the left.", in_palette=False),
    Command("next_card", "J,shift+down", (Place.DESK,), "next card", "The next card of the list, wherever the focus is."),
    Command("card_before", "K,shift+up", (Place.DESK,), "card before", "The card before it in the list."),
    Command("back", "backspace", (Place.DESK,), "back", "Back to the card you came from, after following a link.", (Place.CARD,)),
    Command("toggle", "space", (Place.NOTES,), "fold", "Fold or unfold a folder of notes.", in_palette=False),
    Command("add", "a", (Place.DESK,), "add to outline", "Add the card to an outline; the one you used last is offered first.",
            (Place.EVIDENCE, Place.CARD)),
    Command("new_card", "n", (Place.DESK,), "new card", "Make a card in the chosen note.", (Place.NOTES, Place.EVIDENCE)),
    Command("new_source", "s", (Place.DESK,), "new source", "Add a source to the chosen note."),
    Command("new_note", "t", (Place.DESK,), "new note", "Start a note on a new topic.", (Place.NOTES,)),
    Command("edit", "e", (Place.DESK,), "edit", "Edit the card, note or outline in a form.", (Place.EVIDENCE, Place.CARD)),
    Command("edit_source", "", (Place.DESK,), "edit source", "Edit the source the card rests on."),
    Command("edit_in_editor", "E", (Place.DESK,), "edit file", "Open the file in your own editor, at the card's line."),
    Command("copy", "y", (Place.DESK,), "copy", "Copy the claim, the exact words and the citation.", (Place.EVIDENCE, Place.CARD)),
    Command("open_outline", "o", (Place.DESK,), "outlines", "Open an outline and assemble it.", (Place.NOTES,)),
    Command("new_outline", "N", (Place.DESK,), "new outline", "Start an outline: a briefing, a speech, a reply, lines to take.", (Place.NOTES,)),
    Command("delete", "d", (Place.DESK,), "delete", "Delete the card, or the outline, after asking once; z brings it back."),
    Command("undo", "z,ctrl+z", (Place.DESK, Place.OUTLINE), "undo", "Undo the last change.", (Place.BLOCKS,)),
    Command("redo", "Z,ctrl+y", (Place.DESK, Place.OUTLINE), "redo", "Do again what was undone."),
    Command("check", "c", (Place.DESK,), "check", "List what is wrong in the library: damaged cards, missing sources, dangling links."),
)

_OUTLINE = (
    Command("move_down", "shift+down,J", (Place.BLOCKS,), "move", "Move the block, and what stands under it, down.", (Place.BLOCKS,)),
    Command("move_up", "shift+up,K", (Place.BLOCKS,), "move up", "Move the block, and what stands under it, up."),
    Command("level_in", "right,>", (Place.BLOCKS,), "deeper", "One level deeper, with what stands under it."),
    Command("level_out", "left,<", (Place.BLOCKS,), "less deep", "One level less deep, with what stands under it."),
    Command("weigh", "w", (Place.BLOCKS,), "weight", "Turn the weight: must, should, could.", (Place.BLOCKS,)),
    Command("shorten", "s", (Place.BLOCKS,), "short form", "Write a shorter form of the block."),
    Command("own_words", "t", (Place.BLOCKS,), "own words", "Write your own words after the chosen block.", (Place.BLOCKS,)),
    Command("heading", "h", (Place.BLOCKS,), "heading", "Put a heading after the chosen block."),
    Command("attack", "A", (Place.BLOCKS,), "attack", "Choose what they will say; what you add after it answers it."),
    Command("edit_block", "e", (Place.BLOCKS,), "edit", "Change the block's words, weight and notes for colleagues."),
    Command("drop", "d,delete", (Place.BLOCKS,), "drop", "Take the block out; z brings it back.", (Place.BLOCKS,)),
    Command("export", "x", (Place.BLOCKS,), "export", "Make the Word document.", (Place.BLOCKS,)),
    Command("findings", "c", (Place.BLOCKS,), "findings", "List what was noticed, with reason, authority and suggestion."),
    Command("details", "i", (Place.BLOCKS,), "details", "Title, product, date, slot and the rest of the outline's head."),
    Command("edit_file", "E", (Place.BLOCKS,), "edit file", "Open the outline's file in your own editor, at the block's line."),
    Command("delete_outline", "D", (Place.BLOCKS,), "delete outline", "Move the outline to the trash, after asking once."),
    Command("add_hit", "enter", (Place.ADDING,), "add", "Add the chosen card after the chosen block; type on for the next.",
            (Place.ADDING,), in_palette=False),
    Command("other_pane", "f6", (Place.OUTLINE,), "other pane", "From the search to the outline and back; tab does the same.",
            in_palette=False),
    Command("leave_outline", "escape", (Place.OUTLINE,), "back", "Back to the desk.", in_palette=False),
)

_FORMS = (
    Command("save_form", "f2,ctrl+s,ctrl+enter", (Place.FORM,), "save", "Save what the form holds.", (Place.FORM,), in_palette=False),
    Command("find_id", "f4", (Place.FORM,), "find", "Choose the source or the cards for this field from a list.",
            (Place.FORM,), in_palette=False),
    Command("leave_form", "escape", (Place.FORM,), "leave", "Leave the form; what you typed is kept as a draft.",
            (Place.FORM,), in_palette=False),
)

COMMANDS = (*_DESK, *_OUTLINE, *_FORMS, *_LISTS, *_APP)

_CHAINS: Mapping[Place, tuple[Place, ...]] = {
    Place.NOTES: (Place.NOTES, Place.LIST, Place.DESK, Place.APP),
    Place.EVIDENCE: (Place.EVIDENCE, Place.LIST, Place.DESK, Place.APP),
    Place.SEARCH: (Place.SEARCH, Place.APP),
    Place.CARD: (Place.CARD, Place.DESK, Place.APP),
    Place.BLOCKS: (Place.BLOCKS, Place.LIST, Place.OUTLINE, Place.APP),
    Place.ADDING: (Place.ADDING, Place.SEARCH, Place.OUTLINE, Place.APP),
    Place.FORM: (Place.FORM, Place.APP),
    Place.FINDINGS: (Place.FINDINGS, Place.LIST, Place.APP),
}
"""Where a key is looked up, from each pane outwards: nearest first."""


def commands_at(place: Place) -> tuple[Command, ...]:
    """Return the commands of one place, in the table's order."""
    return tuple(command for command in COMMANDS if place in command.places)


def commands_within(pane: Place) -> Iterator[tuple[Place, Command]]:
    """Every command that works while a pane has the focus, nearest place first."""
    for place in _CHAINS.get(pane, (pane, Place.APP)):
        for command in commands_at(place):
            yield place, command


def footer_of(pane: Place) -> tuple[Command, ...]:
    """Return the commands that stand in a pane's footer."""
    return tuple(command for command in COMMANDS if pane in command.footer)


def keys_of(command: Command, remapped: Mapping[str, str]) -> tuple[str, ...]:
    """Return the keys of a command, the user's own where they have set them."""
    keys = remapped.get(command.name, command.keys)
    return tuple(key.strip() for key in keys.split(",") if key.strip())


@dataclass(frozen=True, slots=True)
class Clash:
    """One key that means two things in the same pane."""

    key: str
    pane: Place
    names: tuple[str, str]


def find_clashes(remapped: Mapping[str, str]) -> tuple[Clash, ...]:
    """Return the keys the user's own settings give to two commands of one place."""
    clashes: dict[tuple[str, tuple[str, str]], Clash] = {}
    for pane in _CHAINS:
        taken: dict[tuple[Place, str], str] = {}
        for place, command in commands_within(pane):
            for key in keys_of(command, remapped):
                first = taken.setdefault((place, key), command.name)
                if first != command.name and remapped.keys() & {first, command.name}:
                    clashes.setdefault((key, (first, command.name)), Clash(key, pane, (first, command.name)))
    return tuple(clashes.values())
