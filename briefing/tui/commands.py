"""Every command of the desk, once: bindings, footer, palette and help are all made from this table."""

from __future__ import annotations

from briefing.tui.command import Command, Place
from briefing.wording import search

__all__ = ["COMMANDS", "Command", "Place"]

P = Place

# fmt: off - a table is read by its columns: name, keys, places, label, help, places whose footer shows it
_LISTS = (
    Command("down", "down,j", (P.LIST, P.CARD), "down", "The next row, or the next link of a card.", in_palette=False),
    Command("up", "up,k", (P.LIST, P.CARD), "up", "The row before, or the link before.", in_palette=False),
    Command("page_down", "pagedown,ctrl+f", (P.LIST, P.CARD), "page down", "A screen further.", in_palette=False),
    Command("page_up", "pageup", (P.LIST, P.CARD), "page up", "A screen back.", in_palette=False),
    Command("first", "home,g", (P.LIST, P.CARD), "first", "To the first row or line.", in_palette=False),
    Command("last", "end,G", (P.LIST, P.CARD), "last", "To the last row or line.", in_palette=False),
    Command(
        "open",
        "enter",
        (P.LIST, P.CARD),
        "open",
        "Open the chosen row, or follow the chosen link.",
        (P.NOTES, P.EVIDENCE, P.CARD, P.FINDINGS),
        in_palette=False,
    ),
)

_DESK = (
    Command(
        "search",
        "/",
        (P.DESK, P.OUTLINE),
        "search",
        f"Type what you look for: {search.IN_A_LINE}",
        (P.NOTES, P.EVIDENCE),
    ),
    Command(
        "hits_down", "down", (P.SEARCH,), "next hit", "The next hit, while you type on.", (P.SEARCH,), in_palette=False
    ),
    Command("hits_up", "up", (P.SEARCH,), "hit before", "The hit before.", in_palette=False),
    Command(
        "clear",
        "escape",
        (P.SEARCH,),
        "clear, leave",
        "Clear the search; when it is clear, leave the box.",
        (P.SEARCH,),
        in_palette=False,
    ),
    Command(
        "leave",
        "escape",
        (P.DESK,),
        "leave",
        "One step back: from a card to the list, from the list to the notes.",
        in_palette=False,
    ),
    Command(
        "pane_right",
        "right,l",
        (P.DESK,),
        "pane right",
        "To the pane at the right: from a note to its cards, to the card.",
        in_palette=False,
    ),
    Command("pane_left", "left,h", (P.DESK,), "pane left", "To the pane at the left.", in_palette=False),
    Command("next_card", "J,shift+down", (P.DESK,), "next card", "The next card of the list, wherever the focus is."),
    Command("card_before", "K,shift+up", (P.DESK,), "card before", "The card before it in the list."),
    Command(
        "back", "backspace", (P.DESK,), "back", "Back to the card you came from, after following a link.", (P.CARD,)
    ),
    Command("fold", "space", (P.NOTES,), "fold", "Fold or unfold a folder of notes.", in_palette=False),
    Command(
        "add",
        "a",
        (P.DESK,),
        "add to outline",
        "Add the card to an outline; the one you used last is offered first.",
        (P.EVIDENCE, P.CARD),
    ),
    Command("new_card", "n", (P.DESK,), "new card", "Make a card in the chosen note.", (P.EVIDENCE,)),
    Command("new_source", "s", (P.DESK,), "new source", "Add a source to the chosen note."),
    Command("new_note", "t", (P.DESK,), "new note", "Start a note on a new topic.", (P.NOTES,)),
    Command("edit", "e", (P.DESK,), "edit", "Edit the card, note or outline in a form.", (P.EVIDENCE, P.CARD)),
    Command("edit_source", "", (P.DESK,), "edit source", "Edit the source the card rests on."),
    Command(
        "keep_text",
        "S",
        (P.DESK,),
        "keep text",
        "Keep the text of the card's source, from a file or pasted, to compare exact words with.",
    ),
    Command("edit_in_editor", "E", (P.DESK,), "edit file", "Open the file in your own editor, at the card's line."),
    Command(
        "verify",
        "v",
        (P.DESK,),
        "verify",
        "Check the card: its claim, exact words, scope and date beside what the source says; who and when is kept.",
        (P.EVIDENCE, P.CARD),
    ),
    Command(
        "queue",
        "u",
        (P.DESK,),
        "to check",
        "What to check next: unchecked, disputed and stale cards, the most used and the oldest first.",
        (P.NOTES,),
    ),
    Command("copy", "y", (P.DESK,), "copy", "Copy the claim, the exact words and the citation.", (P.CARD,)),
    Command("open_outline", "o", (P.DESK,), "outlines", "Open an outline and assemble it.", (P.NOTES,)),
    Command(
        "new_outline",
        "N",
        (P.DESK,),
        "new outline",
        "Start an outline: a briefing, a speech, a reply, lines to take.",
        (P.NOTES,),
    ),
    Command(
        "delete", "d", (P.DESK,), "delete", "Delete the card, or the outline, after asking once; z brings it back."
    ),
    Command("undo", "z,ctrl+z", (P.DESK, P.OUTLINE), "undo", "Undo the last change."),
    Command("redo", "Z,ctrl+y", (P.DESK, P.OUTLINE), "redo", "Do again what was undone."),
    Command(
        "check",
        "c",
        (P.DESK,),
        "check",
        "List what is wrong in the library: damaged cards, missing sources, dangling links. Again stops it.",
    ),
)

_OUTLINE = (
    Command(
        "move_down", "shift+down,J", (P.BLOCKS,), "move", "Move the block, and what stands under it, down.", (P.BLOCKS,)
    ),
    Command("move_up", "shift+up,K", (P.BLOCKS,), "move up", "Move the block, and what stands under it, up."),
    Command("level_in", "right,>", (P.BLOCKS,), "deeper", "One level deeper, with what stands under it."),
    Command("level_out", "left,<", (P.BLOCKS,), "less deep", "One level less deep, with what stands under it."),
    Command("weigh", "w", (P.BLOCKS,), "weight", "Turn the weight: must, should, could.", (P.BLOCKS,)),
    Command("shorten", "s", (P.BLOCKS,), "short form", "Write a shorter form of the block."),
    Command("own_words", "t", (P.BLOCKS,), "own words", "Write your own words after the chosen block.", (P.BLOCKS,)),
    Command("heading", "h", (P.BLOCKS,), "heading", "Put a heading after the chosen block."),
    Command("attack", "A", (P.BLOCKS,), "attack", "Choose what they will say; what you add after it answers it."),
    Command("edit_block", "e", (P.BLOCKS,), "edit", "Change the block's words, weight and notes for colleagues."),
    Command("drop", "d,delete", (P.BLOCKS,), "drop", "Take the block out; z brings it back.", (P.BLOCKS,)),
    Command(
        "export",
        "x",
        (P.BLOCKS,),
        "export",
        "Make the Word document, on the template you choose; as a PDF and text too.",
        (P.BLOCKS,),
    ),
    Command("fit", "f", (P.BLOCKS,), "fit", "The best version for each limit, side by side; cut to one.", (P.BLOCKS,)),
    Command(
        "rehearse", "R", (P.BLOCKS,), "rehearse", "Say it aloud, a block at a time, against the clock and the plan."
    ),
    Command("verify_block", "v", (P.BLOCKS,), "verify", "Check the block's card, as at the desk."),
    Command("read_whole", "r", (P.BLOCKS,), "read it all", "The whole document as it will read, and about how long."),
    Command("findings", "c", (P.BLOCKS,), "findings", "List what was noticed, with reason, authority and suggestion."),
    Command("let_be", "w", (P.FINDINGS,), "let be", "Let a finding be, with a reason that is kept.", in_palette=False),
    Command("details", "i", (P.BLOCKS,), "details", "Title, product, date, slot and the rest of the outline's head."),
    Command(
        "edit_file", "E", (P.BLOCKS,), "edit file", "Open the outline's file in your own editor, at the block's line."
    ),
    Command("delete_outline", "D", (P.BLOCKS,), "delete outline", "Move the outline to the trash, after asking once."),
    Command(
        "add_hit",
        "enter",
        (P.ADDING,),
        "add",
        "Add the chosen card after the chosen block; type on for the next.",
        (P.ADDING,),
        in_palette=False,
    ),
    Command(
        "other_pane",
        "tab,f6",
        (P.OUTLINE,),
        "outline",
        "From the search to the outline and back.",
        (P.ADDING,),
        in_palette=False,
    ),
    Command("leave_outline", "escape", (P.OUTLINE,), "back", "Back to the desk.", in_palette=False),
)

_CAME = (P.RETURNED,)
_RETURNED = (
    Command(
        "settle",
        "m",
        (P.DESK, P.BLOCKS),
        "marked-up file",
        "Settle a marked-up Word file that came back: tracked changes, comments, and what was typed untracked.",
    ),
    Command("accept", "a", _CAME, "accept", "Write the change into its block; a card is never changed.", _CAME),
    Command("reject", "r", _CAME, "reject", "Leave the outline as it is, with a reason where you give one.", _CAME),
    Command("make_task", "t", _CAME, "task", "Make it a task in the note of its block.", _CAME),
    Command(
        "accept_all",
        "A",
        _CAME,
        "accept all shown",
        "Accept all that is shown, but what alters a quotation or a figure, what has no place, and remarks.",
    ),
    Command("take_theirs", "T", _CAME, "take theirs", "Take their words where the outline has changed the same ones."),
    Command(
        "correct_card", "c", _CAME, "correct card", "Correct what the card claims instead; its check is void then."
    ),
    Command("write_note", "w", _CAME, "note", "Write a page for the Member of what was decided, among the exports."),
    Command("place_change", "p", _CAME, "place", "Choose the block of a change that could not be placed."),
    Command("narrow", "f", _CAME, "filter", "Show one author's, one kind, or the open ones only; again widens.", _CAME),
    Command("next_open", "n", _CAME, "next open", "To the next change that is open, round the end.", _CAME),
    Command("open_before", "N", _CAME, "open before", "To the open change before."),
    Command("take_back", "z,ctrl+z", _CAME, "take back", "Take back what was decided last, and what it wrote.", _CAME),
    Command("open_block", "o", _CAME, "open block", "Open the outline at the block of the change; esc comes back."),
    Command(
        "other_side", "tab,f6", _CAME, "in full", "To the change in full, to scroll it, and back.", in_palette=False
    ),
    Command("leave_returned", "escape", _CAME, "back", "Back to where you were.", in_palette=False),
)

_HERE = (P.REHEARSAL,)
_ALOUD = (
    Command("run_clock", "space", _HERE, "start, pause", "Start the clock, or let it stand.", _HERE),
    Command(
        "go_on", "right,enter,pagedown,l,j,down", _HERE, "next", "The next page, or block: this one was said.", _HERE
    ),
    Command("go_back", "left,pageup,h,k,up,backspace", _HERE, "back", "The page or block before.", _HERE),
    Command("say_again", "r", _HERE, "again", "Say this block again; the clock goes back with it.", _HERE),
    Command("mark_stop", "m", _HERE, "stopped here", "Mark the word at which you stopped, and see the pace.", _HERE),
    Command("leave_rehearsal", "escape,q", _HERE, "leave", "Back to the outline, once you are asked.", _HERE),
)

_FORMS = (
    Command(
        "save_form", "f2,ctrl+s,ctrl+enter", (P.FORM,), "save", "Save what the form holds.", (P.FORM,), in_palette=False
    ),
    Command(
        "find_id",
        "f4",
        (P.FORM,),
        "find",
        "Choose the source or the cards for this field from a list.",
        (P.FORM,),
        in_palette=False,
    ),
    Command(
        "leave_form",
        "escape",
        (P.FORM,),
        "leave",
        "Leave the form; what you typed is kept as a draft.",
        (P.FORM,),
        in_palette=False,
    ),
)

_APP = (
    Command(
        "command_palette",
        "ctrl+p,:",
        (P.APP,),
        "commands",
        "Find any command, note, outline or card by typing part of its name.",
        in_palette=False,
    ),
    Command(
        "show_keys",
        "?,f1",
        (P.APP,),
        "keys",
        "Show the keys of this pane; typing narrows the list.",
        (P.NOTES, P.EVIDENCE, P.SEARCH, P.CARD, P.BLOCKS, P.REHEARSAL, P.FINDINGS, P.RETURNED, P.ADDING),
    ),
    Command("show_tips", "", (P.APP,), "tips", "Show the five first tips again."),
    Command(
        "next_theme", "T", (P.APP,), "theme", "Change to the next theme: light, dark, high contrast, terminal colours."
    ),
    Command(
        "say_saved", "ctrl+s", (P.APP,), "save", "Nothing to do: every change is saved as it is made.", in_palette=False
    ),
    Command("quit", "ctrl+q", (P.APP,), "quit", "Leave. Everything is saved.", comes_first=True),
)

COMMANDS = (*_LISTS, *_DESK, *_OUTLINE, *_RETURNED, *_ALOUD, *_FORMS, *_APP)
# fmt: on
