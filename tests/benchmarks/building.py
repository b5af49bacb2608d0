"""A cold index beside the fastest parse with bare inserts, and how large it is beside what can be searched in it."""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks.figures import Figure
from tests.benchmarks.ground import Ground
from tests.benchmarks.measuring import RUNS, Spent, in_turn
from tests.benchmarks.peers.inserts import parse_and_insert
from tests.benchmarks.product import index_path, make_index, note_files, ready_index

LARGE = "1M"
"""Built once; the others five times."""
PEER = "rtoml + bare inserts"


def measure(ground: Ground) -> Iterator[Figure]:
    """Build the index by the product's command and, in turn, its peer."""
    ready_index(ground).close()
    finished, bare = index_path(ground.folder), ground.beside("bare-inserts.sqlite")
    files = note_files(ground.folder)

    def ours() -> Spent:
        return make_index(ground.folder)

    def theirs() -> Spent:
        return parse_and_insert(ground.folder, files, finished, bare)

    runs = 1 if ground.size == LARGE else RUNS
    product, peer = in_turn(runs, ours, theirs)
    many = f"{runs} {'run' if runs == 1 else 'runs'}"
    for kind, name in (("cpu", "CPU"), ("wall", "wall")):
        value, beside = getattr(product, kind) / 1000, getattr(peer, kind) / 1000
        yield Figure(f"cold index, {name}, {many}", ground.size, value, "s", "<= 1.4 x", 1.4 * beside, PEER, beside)


def measure_size(ground: Ground) -> Iterator[Figure]:
    """All files of the index beside the bytes of what can be searched."""
    ready_index(ground).close()
    path = index_path(ground.folder)
    files = [path.with_name(path.name + ending) for ending in ("", "-wal", "-shm", "-journal")]
    value = sum(file.stat().st_size for file in files if file.is_file()) / 1e6
    beside = ground.corpus.searchable / 1e6
    yield Figure("index size", ground.size, value, "MB", "<= 1.3 x", 1.3 * beside, "searchable bytes", beside)
