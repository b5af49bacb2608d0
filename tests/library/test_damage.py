"""Damage is local: what cannot be read is named, with the way to mend it, and everything else works."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import DiskFailed, NotFound
from briefing.library.opened import OpenLibrary
from briefing.library.reading import read_library
from briefing.model.finding import Finding, Severity
from tests.library.ground import OUTLINE, block, card, write

SOUND = card("sound")


def findings(folder: Path, text: str, file: str = "note.toml") -> list[Finding]:
    """What is found in a library holding one file; a sound card beside the damage must be there all the same."""
    library = read_library(write(folder, {file: text, "other.toml": card("elsewhere")}))
    assert {"elsewhere"} <= library.cards.keys()
    assert "sound" not in text or "sound" in library.cards
    return list(library.damage)


def only(found: list[Finding]) -> Finding:
    """The one finding there is, with nothing missing from it."""
    assert len(found) == 1
    assert found[0].message.endswith(".")
    assert found[0].suggestion.endswith(".")
    return found[0]


def without(field: str) -> str:
    """A card that lacks a field."""
    return "".join(line for line in card("a").splitlines(keepends=True) if not line.startswith(field))


@pytest.mark.parametrize(
    ("entry", "line", "field", "expected"),
    [
        (without("id"), 1, "id", "Card has no id."),
        (without("kind"), 1, "kind", "Card 'a' has no kind."),
        (without("claim"), 1, "claim", "Card 'a' has no claim."),
        (card("a", ""), 4, "claim", "Card 'a' has no claim."),
        (card("a b"), 2, "id", "Card 'a b': id must be an id, not 'a b'."),
        (card("con"), 2, "id", "Card 'con': id must be an id, not 'con'."),
        (card("../x"), 2, "id", "Card '../x': id must be an id, not '../x'."),
        (card("a", as_of='"soon"'), 5, "as_of", "a date, as 2025-01-08 (or 2025-01, or 2025), not 'soon'."),
        (card("a", as_of='"2025-13"'), 5, "as_of", "a date, as 2025-01-08 (or 2025-01, or 2025), not '2025-13'."),
        (card("a", status='"true"'), 5, "status", "one of unchecked, checked, disputed, superseded, withdrawn, not"),
        (card("a", handling='"secret"'), 5, "handling", "one of open, office, restricted, not 'secret'."),
        (card("a", flags='["friend"]'), 5, "flags", "one of victim, minor, constituent, proceedings, not"),
        (card("a", primary='"yes"'), 5, "primary", "true or false, not 'yes'."),
        (card("a", supports='"b"'), 5, "supports", "a list of ids, not 'b'."),
        (card("a", checked='"Jo"'), 5, "checked", "a table of further fields, not 'Jo'."),
        (card("a", speaker='"""one\ntwo"""'), 5, "speaker", "one line of text, not 'one\\ntwo'."),
        (card("a", quote="12"), 5, "quote", "text, not '12'."),
        (card("a", tags="[1]"), 5, "tags", "a list of words, not '[1]'."),
        ('[[source]]\nid = "s"\nkind = "blog"\ntitle = "t"\n', 3, "kind", "Source 's': kind must be one of report, "),
    ],
)
def test_a_field_that_is_wrong_is_named_with_its_line_and_what_was_expected(
    tmp_path: Path, entry: str, line: int, field: str, expected: str
) -> None:
    found = only(findings(tmp_path, f"{SOUND}\n{entry}"))
    assert (str(found.place), found.field) == (f"note.toml:{5 + line}", field)
    assert expected in found.message
    assert field in found.message


def test_every_fault_of_a_card_is_told_at_once(tmp_path: Path) -> None:
    found = findings(tmp_path, '[[card]]\nid = "a"\nas_of = 1\nstatus = 2\n')
    assert [finding.field for finding in found] == ["kind", "claim", "as_of", "status"]


@pytest.mark.parametrize(
    ("entry", "line", "says"),
    [
        ('[[card]]\nid = "a"\nclaim = "unclosed\n', 3, "not TOML"),
        ('[[card]]\nid = "a"\nquote = """unclosed\n', 3, "never closed"),
        ('[[card]]\nid = "a"\ntags = ["unclosed",\n', 3, "never closed"),
        ('[[card]]\nid = "a"\nid = "b"\n', 3, "not TOML"),
        ('[[card]]\nid = "a"\nclaim = no quotes\n', 3, "not TOML"),
        ('[[card]]\nid = "a"\nclaim = “typeset”\n', 3, "typographic quotation marks"),
        ('[[card]]\nid = "a"\ntags = ["x", ‘y’]\n', 3, "typographic quotation marks"),
        ('[[card]]\nid = "a"\na line of prose\n', 3, "not TOML"),
        ('[[card]]\nid = "a"\nas_of = 2025-02-30\n', 3, "not TOML"),
        ('[[card]\nid = "a"\n', 1, "not TOML"),
        ('[card]\nid = "a"\nkind = "k"\nclaim = "c"\n', 1, "two: [[card]]"),
        ('[[card]]\nid = "a"\nclaim = "\x01"\n', 3, "not TOML"),
    ],
)
def test_an_entry_that_cannot_be_read_is_named_with_its_line(tmp_path: Path, entry: str, line: int, says: str) -> None:
    found = only(findings(tmp_path, f"{entry}\n{SOUND}"))
    assert str(found.place) == f"note.toml:{line}"
    assert says in found.message


def test_cards_before_and_after_a_damaged_one_are_all_there(tmp_path: Path) -> None:
    entries = [card(f"c{number}") for number in range(20)]
    entries[7] = entries[7].replace('claim = "', 'quote = """\nclaim = "')
    entries[13] = entries[13].replace("kind = ", "kind ")
    library = read_library(write(tmp_path, {"note.toml": "\n".join(entries)}))
    assert sorted({f"c{number}" for number in range(20)} - library.cards.keys()) == ["c13", "c7"]
    assert len(library.damage) == 2


SOURCE = '[[source]]\nid = "s"\nkind = "report"\ntitle = "t"\n'
MEANT = "Should it be [[card]]? As it is, it is kept and passed over."


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ('[[cards]]\nid = "a"\n', 1, MEANT),
        ('[[Card]]\nid = "a"\n', 1, MEANT),
        (f"{SOURCE}{SOUND}[source.text]\npages = 1\n", 9, "Move it right below the entry it belongs to."),
        ('title = "T"\ncard = [{ id = "a" }]\n', 2, "Give each one a header of its own: [[card]]."),
    ],
)
def test_words_that_nothing_is_read_from_are_not_passed_over_in_silence(
    tmp_path: Path, text: str, line: int, hint: str
) -> None:
    found = only(findings(tmp_path, text))
    assert (str(found.place), found.suggestion) == (f"note.toml:{line}", hint)
    assert found.severity is Severity.WARN


def test_a_table_of_the_offices_own_is_a_remark(tmp_path: Path) -> None:
    assert only(findings(tmp_path, '[ours]\nfolder = "blue"\n')).severity is Severity.INFO


def test_a_damaged_head_takes_no_card_with_it(tmp_path: Path) -> None:
    found = only(findings(tmp_path, f"title = \n\n{SOUND}"))
    assert str(found.place) == "note.toml:1"


def test_a_wrong_title_is_named_and_the_rest_of_the_head_kept(tmp_path: Path) -> None:
    text = f'title = 7\nsummary = "What we know"\n\n{SOUND}'
    assert only(findings(tmp_path, text)).message == "The head of the file: title must be one line of text, not '7'."
    assert read_library(tmp_path).notes[0].summary == "What we know"


class DescribeAnOutline:
    @pytest.mark.parametrize(
        ("entry", "field", "says"),
        [
            ('[[block]]\nid = "b"\n', "text", "one of heading, card, attack or text"),
            ('[[block]]\nid = "b"\nheading = "H"\ncard = "c"\n', "card", "only one of heading, card and attack"),
            ('[[block]]\nid = "b"\nheading = "H"\ntext = "w"\n', "text", "own words beside a card or an attack"),
            ('[[block]]\nid = "b"\ntext = "w"\nlevel = 0\n', "level", "a whole number from 1 to 9"),
            ('[[block]]\nid = "b"\ntext = "w"\nlevel = 999999999\n', "level", "a whole number from 1 to 9"),
            ('[[block]]\nid = "b"\ntext = "w"\npause = -1\n', "pause", "a whole number"),
            ('[[block]]\nid = "b"\ntext = "w"\nweight = "heavy"\n', "weight", "one of must, should, could"),
        ],
    )
    def its_damaged_block_is_named_and_the_others_are_there(
        self, tmp_path: Path, entry: str, field: str, says: str
    ) -> None:
        text = f"{OUTLINE}\n{block('one')}\n{entry}\n{block('two')}"
        found = only(findings(tmp_path, text, "outlines/speech.toml"))
        assert (found.field, found.block) == (field, "b")
        assert says in found.message
        assert [each.id for each in read_library(tmp_path).outlines[0].blocks] == ["one", "two"]

    def it_is_there_even_without_a_title(self, tmp_path: Path) -> None:
        found = findings(tmp_path, block("one"), "outlines/speech.toml")
        assert [finding.field for finding in found] == ["title", "product", "date"]
        assert read_library(tmp_path).outlines[0].title == "speech"

    def its_cards_are_named_for_they_belong_in_notes(self, tmp_path: Path) -> None:
        assert only(findings(tmp_path, OUTLINE + card("a"), "outlines/speech.toml")).field == "card"


class DescribeTheOffice:
    def it_opens_with_a_damaged_file_of_its_own(self, tmp_path: Path) -> None:
        text = '[office]\nname = "Ours"\n\n[[member]]\nid = "m"\nname = \n\n[[member]]\nid = "n"\nname = "N"\n'
        library = read_library(write(tmp_path, {"library.toml": text}))
        assert library.office.name == "Ours"
        assert [member.id for member in library.office.members] == ["n"]
        assert str(only(list(library.damage)).place) == "library.toml:6"

    @pytest.mark.parametrize(
        "text",
        [
            "office = 3\nmember = 4\nkinds = 5\n",
            "[office]\nname = 3\n[[member]]\nid = 3\npace = 4\n[kinds]\nx = 3\n[kinds.y]\nneeds = 3\ntitle = 4\n",
            '[[member]]\nid = "m"\npace = { words = 0, minutes = 0 }\n',
            '[[office]]\nname = "x"\n[[office]]\nname = "y"\n[member]\nid = "m"\n',
            "[[kinds]]\n[[kinds.x]]\n[[lists]]\n[[lists.people]]\n",
        ],
    )
    def it_opens_whatever_its_file_holds(self, tmp_path: Path, text: str) -> None:
        library = read_library(write(tmp_path, {"library.toml": text, "note.toml": SOUND}))
        assert library.cards
        assert "statistic" in library.office.kinds
        assert library.office.pace("m") == 150


class DescribeAFileThatIsNoText:
    @pytest.mark.parametrize(
        ("content", "line"),
        [
            (SOUND.encode("utf-16"), 1),
            (SOUND.replace("A claim", "caf\xe9").encode("latin-1"), 4),
            (b"\x00\xff\xfe", 1),
            (SOUND.encode() + b"\n# \xc3\x28\n", 6),
        ],
    )
    def it_is_named_with_the_line(self, tmp_path: Path, content: bytes, line: int) -> None:
        write(tmp_path, {"other.toml": SOUND})
        (tmp_path / "note.toml").write_bytes(content)
        library = read_library(tmp_path)
        assert library.cards.keys() == {"sound"}
        found = only(list(library.damage))
        assert str(found.place) == f"note.toml:{line}"
        assert "not UTF-8" in found.message

    def it_is_read_with_a_byte_order_mark(self, tmp_path: Path) -> None:
        assert findings(tmp_path, "\ufeff" + SOUND) == []

    def it_says_where_files_were_joined(self, tmp_path: Path) -> None:
        found = only(findings(tmp_path, f"{SOUND}\n\ufeff{card('joined')}"))
        assert str(found.place) == "note.toml:6"


def test_a_library_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(NotFound) as caught:
        read_library(tmp_path / "notes")
    assert caught.value.hint
    with pytest.raises(NotFound):
        OpenLibrary(tmp_path / "notes")


def test_a_library_that_is_a_file_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "notes").write_bytes(b"")
    with pytest.raises((NotFound, DiskFailed)):
        read_library(tmp_path / "notes")


def test_a_damaged_entry_does_not_stand_in_the_way_of_its_neighbours(tmp_path: Path) -> None:
    """They are edited, and the damaged lines stay as they are, for somebody to mend."""
    from briefing.library.authoring import change_entry, drop_entry, new_card
    from briefing.model.ids import NoteName

    damaged = '[[card]]\nid = "broken"\nclaim = "unclosed\n'
    write(tmp_path, {"note.toml": f"{card('one')}\n{damaged}\n{card('two')}"})
    desk = OpenLibrary(tmp_path)
    assert desk.apply(change_entry(desk.library, "one", {"claim": "Changed"})).saved
    assert desk.apply(change_entry(desk.library, "two", {"quote": "words"})).saved
    assert desk.apply(new_card(desk.library, NoteName("note"), {"id": "three", "claim": "New"})[1]).saved
    assert desk.apply(drop_entry(desk.library, "one")).saved
    text = (tmp_path / "note.toml").read_text(encoding="utf-8")
    assert damaged in text
    assert sorted(desk.library.cards) == ["three", "two"]
    while desk.undo():
        pass
    assert (tmp_path / "note.toml").read_text(encoding="utf-8") == f"{card('one')}\n{damaged}\n{card('two')}"


def test_a_damaged_card_that_is_restricted_shows_none_of_its_words(tmp_path: Path) -> None:
    write(tmp_path, {"note.toml": card("a", handling='"restricted"', speaker='["Rowan Ashby"]')})
    (finding,) = read_library(tmp_path).damage
    assert finding.field == "speaker"
    assert "Rowan" not in repr(finding)


def test_a_handling_of_the_wrong_shape_closes_the_card(tmp_path: Path) -> None:
    write(tmp_path, {"note.toml": card("a", handling='["open"]', speaker='["Rowan Ashby"]')})
    assert {finding.field for finding in read_library(tmp_path).damage} == {"handling", "speaker"}
    assert "Rowan" not in repr(read_library(tmp_path).damage)
