"""The letter this program began with, one block a card: what the rules must say of it, and must not.

The letter and the table of its cards stand beside the fixtures, outside the project; without them this is skipped.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest

from briefing.library.office_file import built_in_kinds
from briefing.model.office import Member, Office
from briefing.rules.sentences import find_sentences
from tests.rules.outlines import Said, flagged
from tests.rules.trials import HERE, house

_ROW = re.compile(r"^\| (C\d\d) \| ([^|]*) \| ([^|]*) \| ([^|]*) \| ([^|]*) \|", re.MULTILINE)
_KINDS = {
    "personal testimony": "testimony",
    "source link": "link",
    "vote/record": "record",
    "attack/record": "attack",
    "attack + call": "attack",
    "bill provision": "provision",
    "dated claim": "dated-claim",
    "case / story": "story",
    "statistic (derived)": "derived-statistic",
    "attribution": "record",
    "record + link": "record",
    "call to action": "call-to-action",
}
_MARKS = str.maketrans({"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"'})
_SPLICED: dict[str, object] = {"source": "committee-2013", "cut": "splice", "speaker": "Home Affairs Committee"}
FIELDS: dict[str, dict[str, object]] = {
    "C19": {"flags": ["minor", "proceedings"], "tags": ["deceased"], "proceedings": {"state": "sentenced"}},
    "C26": {"unit": "up to, per child, a year"},
    "C32": {"formula": "£189,300 + £177,000"},
    "C34": {"of": "Kemi Badenoch"},
    "C35": {"period": "June 2017 to January 2025"},
    "C47": _SPLICED,
    "C48": _SPLICED,
    "C68": {"source": "chiefs-report", "of": "crimes identified and reported"},
    "C69": {"from": ["C68"], "formula": "100% - 5%"},
}
"""What the table says of a card besides its words and its kind."""
SOURCES = [
    {"id": "committee-2013", "kind": "report", "title": "The Committee's report of 2013"},
    {"id": "chiefs-report", "kind": "report", "title": "The Council's report"},
    {"id": "linked", "kind": "web", "title": "A page", "url": "https://www.gov.uk/"},
]
LISTS: dict[str, object] = {
    "people": [
        {"name": "Kemi Badenoch", "party": "Conservative", "member_since": "2017-06"},
        {"name": "Nigel Farage", "party": "Reform", "member_since": "2024-07"},
        {"name": "Keir Starmer", "party": "Labour", "member_since": "2015-05"},
        {"name": "Josh MacAlister", "party": "Labour", "member_since": "2024-07"},
        {"name": "Alexis Jay", "style": "Professor"},
        {"name": "Elon Musk"},
    ],
    "bodies": [{"name": "National Police Chiefs' Council"}, {"name": "Home Affairs Select Committee"}],
    "parties": [{"name": "Labour"}, {"name": "Conservative", "members": "Conservatives"}, {"name": "Reform"}],
}

MUST_FLAG = {
    "STYLE-04": {"C10", "C18", "C32", "C37", "C45", "C67"},
    "STAT-02": {"C68"},
    "STAT-03": {"C68"},
    "STAT-05": {"C69"},
    "STAT-01": {"C26", "C32", "C41", "C53", "C54", "C59"},
    "STAT-06": {"C26", "C68"},
    "STAT-08": {"C32", "C35"},
    "REF-05": {"C68"},
    "REF-04": {"C61"},
    "EVID-02": {"C47", "C48"},
    "EVID-11": {"C47", "C48"},
    "EVID-05": {"C08", "C30", "C37", "C39", "C43", "C45", "C57", "C68"},
    "EVID-07": {"C27"},
    "EVID-09": {"C67", "C74"},
    "COMMIT-01": {"C66"},
    "LAW-03": {"C19"},
    "COURT-01": {"C30", "C34"},
    "RES-07": {"C74"},
}
"""What domain/letter-as-cards.md 1.4 lists, by rule and card."""
ONLY_THESE = {
    "STAT-05",
    "STAT-01",
    "STAT-06",
    "STAT-08",
    "REF-05",
    "REF-04",
    "EVID-02",
    "EVID-11",
    "EVID-07",
    "EVID-09",
}
ONLY_THESE |= {"LAW-03", "RES-07", "STYLE-04", "EVID-05"}
"""Rules that have nothing else to say of the letter."""


@pytest.fixture(scope="module")
def domain(fixtures_folder: Path) -> Path:
    folder = fixtures_folder.parent / "domain"
    if not (folder / "letter.txt").is_file():
        pytest.skip("needs the letter beside the fixtures, and it is not there")
    return folder


@pytest.fixture(scope="module")
def lines(domain: Path) -> list[str]:
    return (domain / "letter.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def letter(domain: Path, lines: list[str]) -> list[Said]:
    """The letter cut into its cards: each from where its sentence or its own words begin, up to the next."""
    table = (domain / "letter-as-cards.md").read_text(encoding="utf-8")
    rows = [found.groups() for found in _ROW.finditer(table)]
    starts: dict[int, list[tuple[int, str]]] = {}
    for name, _, words, line, _ in rows:
        number = int(re.split(r"\D", line)[0])
        starts.setdefault(number, []).append((_find(lines[number - 1], words), name))
    texts = {name: text for number, at in starts.items() for name, text in _cut(lines[number - 1], sorted(at))}
    return [Said(name, texts[name], _card(name, kind, source, texts[name])) for name, kind, _, _, source in rows]


def _find(line: str, words: str) -> int:
    first = re.split(r"\u2026|\[|/", words.strip().strip('"'))[0].strip().strip('"').translate(_MARKS)
    place = line.translate(_MARKS).lower().find(first.lower())
    assert place >= 0, words
    return place


def _cut(line: str, starts: list[tuple[int, str]]) -> list[tuple[str, str]]:
    sentences = [start for start, _ in find_sentences(line)]
    places: list[int] = []
    for place, _ in starts:
        begun = max(start for start in sentences if start <= place)
        own = place - (line[place - 1 : place] == "\u201c")
        places.append(begun if not places or begun > places[-1] else own)
    ends = [*places[1:], len(line)]
    return [(name, line[a:b].strip()) for (_, name), a, b in zip(starts, places, ends, strict=True)]


def _card(name: str, kind: str, source: str, text: str) -> dict[str, object]:
    known = kind.strip().split(" (")[0] if kind.startswith("commitment") else kind.strip()
    fields: dict[str, object] = {"kind": _KINDS.get(known, known if known in built_in_kinds() else "assertion")}
    quoted = re.findall("\u201c([^\u201d]*)\u201d", text)
    if quoted:
        fields["quote"] = quoted[0]
    if ".uk/" in source or "gov.uk" in source or "youtu.be" in source:
        fields["source"] = "linked"
    return fields | FIELDS.get(name, {})


@pytest.fixture(scope="module")
def office() -> Office:
    member = Member("member", "Josh MacAlister", "Whitehaven and Workington", "Labour")
    return Office("Office of the Member", members=(member,), lists=LISTS, kinds=built_in_kinds())


@pytest.fixture(scope="module")
def as_reply(letter: list[Said], office: Office) -> dict[str, set[str]]:
    return flagged(letter, office, "reply", SOURCES)


@pytest.fixture(scope="module")
def as_speech(letter: list[Said], office: Office) -> dict[str, set[str]]:
    return flagged(letter, office, "speech", SOURCES)


def test_the_letter_has_seventy_five_cards(letter: list[Said]) -> None:
    assert [one.id for one in letter] == [f"C{number:02}" for number in range(1, 76)]


@pytest.mark.parametrize("rule", MUST_FLAG)
def test_as_a_letter_its_faults_are_flagged(rule: str, as_reply: dict[str, set[str]]) -> None:
    assert as_reply.get(rule, set()) >= MUST_FLAG[rule]


@pytest.mark.parametrize("rule", sorted(ONLY_THESE))
def test_as_a_letter_nothing_else_of_it_is(rule: str, as_reply: dict[str, set[str]]) -> None:
    assert as_reply[rule] == MUST_FLAG[rule]


def test_as_a_letter_it_may_say_you_and_name_members(as_reply: dict[str, set[str]]) -> None:
    assert not {rule for rule in as_reply if rule.startswith("ORD-") or rule == "REF-01"}


def test_as_a_letter_twenty_two_sentences_are_long(lines: list[str], office: Office) -> None:
    each = [
        Said(f"L{at}-{start}", line[start:end].strip(), {"kind": "assertion"})
        for at, line in enumerate(lines, 1)
        for start, end in find_sentences(line)
    ]
    assert len(flagged(each, office, "reply")["STYLE-01"]) == 22


def test_as_a_speech_it_may_not(letter: list[Said], as_speech: dict[str, set[str]]) -> None:
    said = {one.id: one.text for one in letter}
    for name in ("Kemi Badenoch", "Nigel Farage", "Keir Starmer"):
        assert {block for block, text in said.items() if name in text} <= as_speech["REF-01"]
    you = re.compile(r"(?i)\byou\b")
    assert {block for block, text in said.items() if you.search(text) and block != "C75"} & as_speech["ORD-12"]


def test_as_a_speech_it_is_on_no_stationery(as_speech: dict[str, set[str]]) -> None:
    assert not {rule for rule in as_speech if rule.startswith(("RES-", "COURT-")) or rule in {"STYLE-04", "EVID-11"}}


MIRROR_SOURCES = [
    {"id": "committee-2014", "kind": "report", "title": "The Committee's report of 2014"},
    {"id": "chiefs", "kind": "report", "title": "The Council's report"},
    {"id": "linked", "kind": "web", "title": "A page", "url": "https://www.harbours.example/"},
]


def _mirror() -> list[Said]:
    """The mirror letter: the same claims by an invented Member of an invented other party."""
    said = tomllib.loads((HERE / "mirror-letter.toml").read_text(encoding="utf-8"))["said"]
    return [Said(one["id"], one["text"], {"kind": one["kind"], **one.get("card", {})}) for one in said]


def _mirrored(product: str) -> dict[str, set[str]]:
    party = Member("member", "Tomas Garrick", "Northgate Vale", "River Party")
    office = Office("Office of the Member", members=(party,), lists=house().lists, kinds=built_in_kinds())
    return flagged(_mirror(), office, product, MIRROR_SOURCES)


LENGTHS = {"STYLE-01"}
"""What depends on how many words a claim was put in, and not on what is claimed."""


def _without(found: dict[str, set[str]], rules: Iterable[str]) -> dict[str, set[str]]:
    return {rule: blocks for rule, blocks in found.items() if rule not in rules}


@pytest.mark.parametrize("rule", MUST_FLAG)
def test_the_mirror_letter_is_flagged_for_the_same(rule: str) -> None:
    found = _mirrored("reply").get(rule, set())
    assert found == MUST_FLAG[rule] if rule in ONLY_THESE else found >= MUST_FLAG[rule]


def test_the_same_is_said_of_the_letter_and_its_mirror(as_reply: dict[str, set[str]]) -> None:
    assert _without(_mirrored("reply"), LENGTHS) == _without(as_reply, LENGTHS)


def test_as_a_speech_the_mirror_is_off_the_stationery_and_may_name_nobody() -> None:
    found = _mirrored("speech")
    assert found["REF-01"] == {"C30", "C35", "C38"}
    assert "C05" in found["ORD-12"]
    assert not {rule for rule in found if rule.startswith(("RES-", "COURT-")) or rule in {"STYLE-04", "EVID-11"}}
