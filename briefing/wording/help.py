"""What the command line says of itself: every command and option in one line, and an example to copy."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.wording import search

PROGRAM = "Evidence in, Word out: from topic notes and evidence cards to a document."
USAGE = "usage: briefing [--library DIR] [DIR | COMMAND ...]"
DESK = ("Open the desk", (("briefing", "on the library here"), ("briefing DIR", "on another library")))
OPTIONS_TITLE = "Options"
TAKES = "takes"
MORE = "Each command says more, with an example: briefing COMMAND --help"

GROUPS = (
    (
        "Look",
        (
            *("search", "show", "outlines", "time", "pace", "check", "verify"),
            *("stale", "trace", "recall", "prove", "rules", "where"),
        ),
    ),
    ("Keep evidence", ("card", "source", "edit")),
    ("Assemble and export", ("outline", "add", "block", "export", "return")),
    ("Look after the library", ("new", "index", "completion")),
)
"""The commands as `briefing --help` lists them."""


@dataclass(frozen=True, slots=True)
class Help:
    """What a command does, in a line; more where a line is not enough; and an example."""

    line: str
    example: str
    more: str = ""
    fields: str = ""
    """What it sets fields of: card, source, outline or block."""


COMMANDS = {
    "search": Help(
        "find cards, best first",
        'briefing search register "not in school" -fines kind:statistic',
        'Words must all be there; "a phrase" word for word; -word must not be there. '
        f"{' '.join(search.FIELDS)} narrow it down. "
        "A restricted card shows neither its words nor its note.",
    ),
    "show": Help(
        "show one card, source or outline, whole",
        "briefing show k7f3qd2m",
        "A restricted card is shown only with --open.",
    ),
    "outlines": Help("list the outlines, with their length and findings", "briefing outlines --json"),
    "check": Help(
        "check the library, or one outline before it leaves",
        "briefing check second-reading",
        "Silent where all is well. Ends with 1 where there is a warning or a stop.",
    ),
    "rules": Help(
        "list the rules and their authority, or measure them",
        "briefing rules --measure debates2020-12-16b.xml",
        "With files, says in how many contributions each rule fires: the speeches of Hansard as XML, or the paragraphs "
        "of a plain text. The lists of the library count.",
    ),
    "verify": Help(
        "compare exact words with the kept text of their source",
        "briefing verify k7f3qd2m",
        "Without a card every card with exact words is compared. White space, quotation marks, dashes, soft hyphens, "
        "ligatures and hyphens at line ends do not count; an ellipsis or [brackets] are a cut that is seen. Words that "
        "differ, or stand on another page than the card says: exit code 1.",
    ),
    "time": Help(
        "say how long an outline takes, and cut it to limits",
        "briefing time second-reading-speech --limits 10,6,4,3",
        "With limits, the best version for each: what must be said, then what weighs most, then the fewest dropped, "
        "the fewest in short, and what comes first; 7 % of the time is left free. One that does not fit, or a block "
        "that leans on a dropped one: exit code 1.",
    ),
    "pace": Help(
        "say how fast a Member speaks, or add a speech to that",
        "briefing pace member-for-eastmere --words 1530 --minutes 10:12",
        "Words are counted as they are said; --outline counts those of an outline, less the pauses marked in it. "
        "A day of Hansard adds each stretch between two time stamps in which nearly all words are the Member's; one "
        "that is added twice counts twice. Until enough is known, it is drawn towards 150 words a minute.",
    ),
    "stale": Help(
        "list the cards to look at again, and since when",
        "briefing stale --on 2025-03-01",
        "A card is listed once its review or due date has passed, once it is superseded, or where its source is not as "
        "it was when the card was checked; lines to take once they are no longer valid. Any at all: exit code 1.",
    ),
    "trace": Help(
        "list the outlines and exports a card was used in",
        "briefing trace k7f3qd2m",
        "A file without a record is searched for the card's words, and called probable.",
    ),
    "return": Help(
        "list what was done to a Word file that came back, and settle it",
        "briefing return ~/Downloads/second-reading.docx --accept k7f3qd2m",
        "Tracked changes, comments and what was typed with tracking off, each under its block, with what the rules "
        "would find if it were accepted. What is accepted becomes the block's own words; a card is never changed.",
    ),
    "prove": Help(
        "show the proof behind a code in the margin of a reading copy",
        "briefing prove k7f3",
        "What the card says, its exact words, their source, what they hold for, and who checked them when.",
    ),
    "recall": Help(
        "list where a card in doubt was used, and draft the correction",
        "briefing recall k7f3qd2m",
        "For the office, for the reader of a letter, and for the record of the House.",
    ),
    "where": Help("say where everything is kept", "briefing where"),
    "card": Help(
        "make a card in a note, and print its id",
        "briefing card schools/breakfast kind=statistic claim='Half have a club' source=survey-2024",
        "Lists are split on commas; tables are written as 'key: value, key: value'.",
        fields="card",
    ),
    "source": Help(
        "make a source in a note, keep its text, and print its id",
        "briefing source schools/breakfast id=survey-2024 kind=report title='A survey' --text survey.txt",
        "The text is kept in the library, one form feed between pages, for quotations to be compared with.",
        fields="source",
    ),
    "edit": Help(
        "change a card or a source",
        "briefing edit k7f3qd2m status=disputed why='The later count differs'",
        "FIELD= with nothing after it removes the field. The rest of the file stays as it is. "
        "With status=checked and --by NAME the check is recorded, once the card has all that its kind needs. "
        "With --text the text of a source is kept, for the exact words of its cards to be compared with.",
    ),
    "outline": Help(
        "start an outline, and print its name",
        "briefing outline second-reading --as speech title='Second Reading' slot=5:00",
        fields="outline",
    ),
    "add": Help(
        "add cards to an outline, and print the ids of their blocks",
        "briefing add second-reading k7f3qd2m p4w8n1xz --after 7h2m",
        "What the other side says is added as an attack to answer.",
    ),
    "block": Help(
        "add, change, move or drop a block of an outline",
        "briefing block second-reading 9c4x weight=must --after 7h2m",
        "Without BLOCK makes a new one and prints its id: heading=, card=, attack= or text= says what it is. "
        "FIELD= with nothing after it removes the field. What stands under a block moves with it.",
        fields="block",
    ),
    "export": Help(
        "write the Word document and its record, and print the path",
        "briefing export second-reading --for 'Minister of State' --on 2025-01-08T09:00",
        "Refused, with reasons, where a check stops it. A document somebody has marked is never overwritten.",
    ),
    "new": Help("start a library", "briefing new notes --example"),
    "index": Help("bring the search index up to date (the desk does this itself)", "briefing index --rebuild"),
    "completion": Help(
        "print the completion for a shell",
        "briefing completion bash > ~/.local/share/bash-completion/completions/briefing",
    ),
}

OPTIONS = {
    "--help": "show this and end",
    "--version": "print the version and end",
    "--library": "the library; otherwise notes/ or this folder, or the usual one",
    "--json": "answer as one JSON document",
    "--limit": "how many cards at most (50)",
    "--open": "show a restricted card all the same",
    "--as": "what the outline becomes",
    "--on": "the time it is for, as 2025-01-08 or 2025-01-08T09:30 (now)",
    "--only": "only the findings of this rule",
    "--measure": "files to measure the rules on: Hansard as XML, or plain text",
    "--text-file": "the text of the source as UTF-8, kept in the library; - reads standard input",
    "--after": "the id of the block it is to follow",
    "--first": "move it to the beginning, or make it there",
    "--drop": "take it out; what stands under it stays",
    "--template": "set it on this .docx or .dotx instead of the house template",
    "--copy": "for marking in Word, or for reading out (as the product is meant)",
    "--out": "the file to write, instead of one in exports/",
    "--for": "who it is for, kept in the record",
    "--by": "who exports it, kept in the record",
    "VERIFIED": "the cards to compare; without any, all that have exact words",
    "--limits": "minutes or m:ss with commas between: the best version for each",
    "--words": "add a speech of so many words",
    "--outline": "add a speech of as many words as that outline is when it is said",
    "--minutes": "how long it took without interventions, as 4:30 or 4.5",
    "--hansard": "add the Member's speeches in days of Hansard as XML",
    "--on-date": "as of another day, as 2025-03-01",
    "--checked-by": "who checked it, kept with the check; for status=checked",
    "--acknowledge": "let a stop pass that may be acknowledged, and say why; kept in the record",
    "--text": "print the document as plain text instead",
    "--md": "print the document as Markdown instead",
    "--pdf": "a PDF beside the Word file too, where LibreOffice is installed",
    "--example": "begin with the example library",
    "--template of new": "write the house template for Word files there as well, to be changed in Word",
    "--rebuild": "forget the index and make it again",
    "DIR": "the folder of the library",
    "QUERY": search.IN_A_LINE,
    "ID": "the id of a card or a source, or the name of an outline",
    "ENTRY": "the id of a card or a source",
    "NOTE": "the note, as its path inside the library",
    "NAME": "the name of the outline",
    "OUTLINE": "the name of an outline",
    "RETURNED": "the .docx that came back, whatever it is called now; several readers' files of one export together",
    "--accept": "write these changes into the outline, by their ids; `all` leaves what wants a decision of its own",
    "--reject": "leave the outline as it is there; say why with --why",
    "--task": "make them tasks in the notes of their blocks",
    "--correct": "correct what the card claims instead: its check is void then, and every outline says it so",
    "--kind": "of all, only those of this kind: insertion, deletion, comment",
    "--by of return": "of all, only those by this author, as the file names them",
    "--why": "why, for the note to the Member",
    "--to": "the block to which what could not be placed belongs",
    "--decided-by": "who decides",
    "--report": "write a note of what was decided, for the Member: a .docx, .txt or .md",
    "--theirs": "take their words where the outline has changed the same words since",
    "--undo": "take back the last decisions, and what they wrote",
    "CODE": "the code, or the beginning of the id of a card",
    "MEMBER": "the id or the name of a Member in library.toml",
    "CARD": "the id of a card",
    "BLOCK": "the id of a block, and fields to set; without one a new block is made",
    "FIELD=VALUE": "a field and what it is to hold",
    "SHELL": "the shell",
    "FOLDER": "where the library is to be",
}


NOT_A_COUNT = "a number from 1 up"


def sentence(line: str) -> str:
    """A line of help as a sentence."""
    return f"{line[:1].upper()}{line[1:]}."


def misread(program: str, message: str) -> str:
    """What was typed does not fit the command."""
    return f"{program}: {message}"


def ask(program: str) -> str:
    """How to find out what a command takes."""
    return f"{program} --help shows what it takes."


def example(words: str) -> str:
    """The end of a command's help: something to copy."""
    return f"example:\n  {words}\n"


def unknown_option(word: str) -> str:
    """An option that is none."""
    return f"there is no option {word}"


def fields_title(of: str) -> str:
    """What stands over the list of fields."""
    return f"fields of {'an' if of == 'outline' else 'a'} {of}:"


def one_of(choices: tuple[str, ...]) -> str:
    """What a field may hold where there is a list."""
    return f" ({', '.join(choices)})"
