"""The libraries the benchmarks are run on: sound, lifelike, and the same again for the same seed."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from briefing.library.reading import read_library
from briefing.model.card import Card
from briefing.model.entries import write_card
from briefing.model.library import WholeLibrary
from briefing.model.source import Source
from briefing.search.query import parse_query
from tests.benchmarks.corpus import Corpus, write_library
from tests.benchmarks.queries import SHARES, Typed, keystrokes, typed_queries
from tests.benchmarks.rendering import card_id
from tests.benchmarks.vocabulary import VOCABULARY, vocabulary

SEED = 11


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return write_library(tmp_path_factory.mktemp("corpus") / "notes", 1000, SEED, processes=1)


@pytest.fixture(scope="module")
def library(corpus: Corpus) -> WholeLibrary:
    return read_library(corpus.folder)


@pytest.fixture(scope="module")
def queries(corpus: Corpus) -> tuple[Typed, ...]:
    return typed_queries(corpus.folder, 300, SEED)


def searched(card: Card) -> int:
    told = (card.say, card.short, card.speaker, card.role, card.for_, card.of, card.place, card.period, card.why)
    texts = () if card.is_restricted else (card.claim, card.quote, *told, *card.tags)
    return sum(len(text.encode()) for text in texts)


def searched_of(source: Source) -> int:
    return sum(len(text.encode()) for text in (source.title, source.author, source.publisher))


def digests(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


class DescribeALargeLibrary:
    def it_is_without_damage(self, library: WholeLibrary) -> None:
        assert list(library.damage) == []
        assert list(library.repeats) == []

    def it_is_as_large_as_it_says(self, corpus: Corpus, library: WholeLibrary) -> None:
        notes = [corpus.folder / f"{note.name}.toml" for note in library.notes]
        assert corpus.cards == len(library.cards) == 1000
        assert corpus.notes == len(library.notes) == 20
        assert corpus.sources == len(library.sources)
        assert corpus.outlines == len(library.outlines) == 20
        assert corpus.file_bytes == sum(path.stat().st_size for path in notes)
        assert corpus.card_bytes == sum(map(searched, library.cards.values()))
        assert corpus.source_bytes == sum(map(searched_of, library.sources.values()))

    def its_cards_are_about_as_long_as_real_ones(self, corpus: Corpus) -> None:
        assert 480 < corpus.searchable / corpus.cards < 600

    def its_cards_have_what_their_kinds_need(self, library: WholeLibrary) -> None:
        kinds = library.office.kinds
        lacking = [
            (card.id, need)
            for card in library.cards.values()
            for need in kinds[card.kind].needs
            if need not in write_card(card)
        ]
        assert lacking == []

    def its_checks_hold(self, library: WholeLibrary) -> None:
        claimed = [card for card in library.cards.values() if card.status == "checked"]
        assert len(claimed) > 100
        assert {card.standing for card in claimed} == {"checked"}

    def its_links_lead_to_other_cards(self, library: WholeLibrary) -> None:
        links = [(card.id, one) for card in library.cards.values() for ids in card.links.values() for one in ids]
        assert links
        assert [link for link in links if link[0] == link[1] or link[1] not in library.cards] == []

    def its_outlines_use_its_cards(self, library: WholeLibrary) -> None:
        used = {block.evidence for outline in library.outlines for block in outline.blocks} - {""}
        assert used
        assert used <= set(library.cards)

    def its_cards_rest_on_its_sources(self, library: WholeLibrary) -> None:
        assert {card.source for card in library.cards.values()} - {""} <= set(library.sources)


class DescribeWritingIt:
    def it_gives_the_same_files_however_many_processes_write_them(self, tmp_path: Path) -> None:
        one = write_library(tmp_path / "one", 450, SEED, per_note=2, processes=1)
        two = write_library(tmp_path / "two", 450, SEED, per_note=2, processes=2)
        assert digests(one.folder) == digests(two.folder)
        assert one.searchable == two.searchable

    def it_gives_others_for_another_seed(self, tmp_path: Path) -> None:
        one = write_library(tmp_path / "one", 100, SEED)
        two = write_library(tmp_path / "two", 100, SEED + 1)
        assert not set(read_library(one.folder).cards) & set(read_library(two.folder).cards)

    def it_leaves_a_library_that_is_there_alone(self, tmp_path: Path) -> None:
        first = write_library(tmp_path / "notes", 100, SEED)
        (tmp_path / "notes" / "library.toml").unlink()
        assert write_library(tmp_path / "notes", 100, SEED) == first
        assert not (tmp_path / "notes" / "library.toml").exists()

    def it_writes_another_size_over_its_own(self, tmp_path: Path) -> None:
        write_library(tmp_path / "notes", 200, SEED)
        write_library(tmp_path / "notes", 100, SEED)
        assert len(read_library(tmp_path / "notes").cards) == 100

    def it_never_clears_a_folder_it_did_not_make(self, tmp_path: Path) -> None:
        (tmp_path / "ours.toml").write_text('title = "Ours"\n', encoding="utf-8")
        with pytest.raises(FileExistsError):
            write_library(tmp_path, 100, SEED)
        assert (tmp_path / "ours.toml").exists()


def test_no_two_cards_share_an_id() -> None:
    assert len({card_id(SEED, number) for number in range(100_000)}) == 100_000


def test_the_vocabulary_is_as_large_as_it_should_be() -> None:
    assert len(set(vocabulary())) == VOCABULARY


class DescribeWhatIsTyped:
    def it_is_of_every_kind(self, queries: tuple[Typed, ...]) -> None:
        assert len(queries) == 300
        assert {typed.kind for typed in queries} == set(SHARES)

    def it_is_the_same_again(self, corpus: Corpus, queries: tuple[Typed, ...]) -> None:
        assert typed_queries(corpus.folder, 300, SEED) == queries

    def it_asks_for_what_its_kind_says(self, queries: tuple[Typed, ...]) -> None:
        asked = {kind: [parse_query(typed.text) for typed in queries if typed.kind == kind] for kind in SHARES}
        assert all(query.terms and not query.filters for query in asked["plain"])
        assert all(any(len(term.words) > 1 for term in query.terms) for query in asked["phrase"])
        assert all(query.filters for query in asked["filtered"] + asked["mixed"])
        assert all(query.without or query.filters for query in asked["minus"])

    def it_narrows_down_by_every_field(self, queries: tuple[Typed, ...]) -> None:
        fields = {narrowed.field for typed in queries for narrowed in parse_query(typed.text).filters}
        assert fields >= {"kind", "status", "since", "by", "note", "source", "handling", "tag", "used"}

    def it_comes_letter_by_letter(self) -> None:
        assert list(keystrokes("a bc")) == ["a", "a ", "a b", "a bc"]
