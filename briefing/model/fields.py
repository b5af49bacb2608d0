"""The fields of everything kept in files: one table, from which reading, forms and commands are made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing.model.products import product_names

PYTHON_TAKES = frozenset({"for", "from", "with"})
"""Field names that are words of Python: their attributes end in an underscore."""


class Shape(StrEnum):
    """What a field may hold in a file."""

    ID = "an id"
    LINE = "one line of text"
    TEXT = "text"
    CHOICE = "one of a list"
    WHEN = "a date, as 2025-01-08 (or 2025-01, or 2025)"
    MOMENT = "a date, or a date and time, as 2025-01-08T09:30:00"
    NUMBER = "a whole number"
    FLAG = "true or false"
    IDS = "a list of ids"
    WORDS = "a list of words"
    TABLE = "a table of further fields"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name in the file, what it may hold, and what it is for."""

    name: str
    shape: Shape
    help: str
    choices: tuple[str, ...] = ()

    @property
    def attribute(self) -> str:
        """The name in Python, where `for`, `from` and `with` are taken."""
        return f"{self.name}_" if self.name in PYTHON_TAKES else self.name


STATUSES = ("unchecked", "checked", "disputed", "superseded", "withdrawn")
HANDLINGS = ("open", "office", "restricted")
FLAGS = ("victim", "minor", "constituent", "proceedings")
CUTS = ("ellipsis", "splice")
WEIGHTS = ("must", "should", "could")
PRODUCTS = product_names()
ROLES = ("opening", "close")
SOURCE_KINDS = "report hansard bill act release news web letter dataset speech division judgment broadcast".split()

CARD_FIELDS = (
    Field("id", Shape.ID, "what the card goes by"),
    Field("kind", Shape.LINE, "what it is: statistic, quotation, commitment"),
    Field("claim", Shape.LINE, "what we say, in our words, on one line"),
    Field("quote", Shape.TEXT, "the exact words of the source"),
    Field("cut", Shape.CHOICE, "where something was left out of the exact words", CUTS),
    Field("say", Shape.TEXT, "how it is spoken, where that differs"),
    Field("short", Shape.LINE, "a shorter form"),
    Field("speaker", Shape.LINE, "who said it"),
    Field("role", Shape.LINE, "as what, at the time"),
    Field("for", Shape.LINE, "on whose behalf"),
    Field("source", Shape.ID, "the id of the source it rests on"),
    Field("at", Shape.LINE, "where in the source: page, paragraph, column, clause or time"),
    Field("primary", Shape.FLAG, "whether the source is first hand"),
    Field("of", Shape.LINE, "of whom or what: the population or denominator"),
    Field("unit", Shape.LINE, "per child, per year, up to"),
    Field("period", Shape.LINE, "when the figure holds"),
    Field("place", Shape.LINE, "where the figure holds"),
    Field("as_of", Shape.WHEN, "the day it is true on"),
    Field("review_after", Shape.WHEN, "look again after this day"),
    Field("status", Shape.CHOICE, "whether we can stand behind it", STATUSES),
    Field("why", Shape.TEXT, "why it is disputed, superseded or withdrawn"),
    Field("superseded_by", Shape.ID, "the card that takes its place"),
    Field("checked", Shape.TABLE, "who checked it, when, and the hash of what was checked"),
    Field("supports", Shape.IDS, "cards this one supports"),
    Field("answers", Shape.IDS, "cards this one answers"),
    Field("undercuts", Shape.IDS, "cards this one weakens"),
    Field("against", Shape.IDS, "cards that speak against this one"),
    Field("from", Shape.IDS, "cards a derived figure comes from"),
    Field("formula", Shape.LINE, "how a derived figure is worked out"),
    Field("search_log", Shape.TEXT, "for `never` and `not once`: what was searched, where, when"),
    Field("owner", Shape.LINE, "who must do it"),
    Field("due", Shape.WHEN, "by when"),
    Field("handling", Shape.CHOICE, "who may see it", HANDLINGS),
    Field("embargo", Shape.MOMENT, "not before this time"),
    Field("flags", Shape.WORDS, "people to take care of", FLAGS),
    Field("proceedings", Shape.TABLE, "court proceedings: state, as_of and dates"),
    Field("consent", Shape.TABLE, "recorded consent: by whom, when, for what"),
    Field("division", Shape.TABLE, "a vote: date, number, ayes, noes, did"),
    Field("tags", Shape.WORDS, "free tags"),
    Field("topics", Shape.WORDS, "further topics"),
    Field("private", Shape.TEXT, "words that never leave the office"),
)

SOURCE_FIELDS = (
    Field("id", Shape.ID, "what the source goes by"),
    Field("kind", Shape.CHOICE, "report, hansard, bill", tuple(SOURCE_KINDS)),
    Field("title", Shape.LINE, "its title"),
    Field("author", Shape.LINE, "who wrote or said it"),
    Field("publisher", Shape.LINE, "who published it"),
    Field("published", Shape.WHEN, "the day it came out"),
    Field("url", Shape.LINE, "its address"),
    Field("accessed", Shape.WHEN, "the day we read it"),
    Field("number", Shape.LINE, "its number: HC 68-I, CBP-10208"),
    Field("volume", Shape.LINE, "its volume"),
    Field("edition", Shape.LINE, "which print of a bill"),
    Field("archived", Shape.LINE, "the address of an archived copy"),
    Field("note", Shape.TEXT, "anything a colleague should know"),
    Field("text", Shape.TABLE, "its kept text: sha256, read_on, pages"),
)

NOTE_FIELDS = (
    Field("title", Shape.LINE, "the topic"),
    Field("summary", Shape.TEXT, "what a colleague needs in one screen"),
)

OUTLINE_FIELDS = (
    Field("title", Shape.LINE, "what the document is called"),
    Field("product", Shape.CHOICE, "what the outline becomes", PRODUCTS),
    Field("date", Shape.WHEN, "the document's date; `this week` is counted from it"),
    Field("member", Shape.ID, "the id of the Member in library.toml"),
    Field("event", Shape.LINE, "where and when it is used"),
    Field("slot", Shape.LINE, "the time there is, as minutes:seconds"),
    Field("interventions", Shape.NUMBER, "how many interventions are expected"),
    Field("handling", Shape.CHOICE, "who may see it", HANDLINGS),
    Field("embargo", Shape.MOMENT, "not before this time"),
    Field("audience", Shape.LINE, "who it is for"),
    Field("example", Shape.LINE, "a sentence for the first page of an example"),
    Field("aim", Shape.TEXT, "what we want, in one sentence"),
    Field("ask", Shape.TEXT, "what we ask of the Minister"),
    Field("stage", Shape.LINE, "the stage of the Bill"),
    Field("opens", Shape.LINE, "who opens the debate"),
    Field("winds", Shape.LINE, "who winds it up"),
    Field("to", Shape.TEXT, "who the reply goes to"),
    Field("reference", Shape.LINE, "the office's reference"),
    Field("salutation", Shape.LINE, "how the letter begins"),
    Field("their_point", Shape.TEXT, "what they wrote, in a sentence"),
    Field("owner", Shape.LINE, "who keeps these lines"),
    Field("cleared_by", Shape.LINE, "who cleared them"),
    Field("valid_until", Shape.WHEN, "when they run out"),
    Field("waived", Shape.TABLE, "findings let be: rule, with reason, by and on"),
)

BLOCK_FIELDS = (
    Field("id", Shape.ID, "what the block goes by; it travels through Word"),
    Field("heading", Shape.LINE, "a heading"),
    Field("card", Shape.ID, "the id of a card"),
    Field("attack", Shape.ID, "the id of what they will say"),
    Field("text", Shape.TEXT, "own words; beside a card they replace its words here"),
    Field("level", Shape.NUMBER, "how deep it stands, from 1"),
    Field("short", Shape.TEXT, "a shorter form"),
    Field("weight", Shape.CHOICE, "what goes first when time is short", WEIGHTS),
    Field("with", Shape.ID, "the id of an earlier block it needs"),
    Field("either", Shape.LINE, "a group of which one is used"),
    Field("part", Shape.LINE, "the product's section, on headings"),
    Field("role", Shape.CHOICE, "opening or close", ROLES),
    Field("pause", Shape.NUMBER, "seconds of silence after it"),
    Field("note", Shape.TEXT, "for colleagues only"),
    Field("waived", Shape.TABLE, "findings let be: rule, with reason, by and on"),
)


def named(fields: tuple[Field, ...]) -> dict[str, Field]:
    """Return the fields by name, in their order."""
    return {field.name: field for field in fields}
