"""Files that were damaged, on purpose or not: each is read or refused, in little time and little memory."""

from __future__ import annotations

import contextlib
import io
import random
import re
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Mapping

import pytest

from briefing.errors import BadInput
from briefing.word.returned.changes import changes, count_in, count_out
from briefing.word.returned.exported import Exported
from briefing.word.returned.placing import place
from briefing.word.returned.reading import read_returned
from briefing.word.writing import write_docx
from tests.word.ground import rich
from tests.word.returned.ground import BY, exported_by, gone, ins, p, t
from tests.word.template.ground import zipped

pytestmark = [pytest.mark.returned, pytest.mark.hostile]

MOST_MEMORY = 512 * 1024 * 1024
MOST_TIME = 2.0
"""Seconds of CPU."""
_TAG = re.compile(rb"<[^>]+>")
_READ = (
    "word/document.xml",
    "word/footnotes.xml",
    "word/comments.xml",
    "word/styles.xml",
    "word/_rels/document.xml.rels",
)
_COMMENTS = b'<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">%s</w:comments>'


@pytest.fixture(scope="module")
def marked() -> tuple[Mapping[str, bytes], Exported]:
    """A file of ours with marks of every kind in it, and its record."""
    written = write_docx(rich())
    with zipfile.ZipFile(io.BytesIO(written.content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = parts["word/document.xml"].decode()
    said = f'<w:commentRangeStart w:id="0"/>{ins(t("put "))}{gone("taken")}<w:commentRangeEnd w:id="0"/>'
    moved = f'<w:moveFromRangeStart w:id="9" w:name="m"/><w:moveFrom w:id="8" {BY}>{t("x")}</w:moveFrom>'
    body = body.replace("</w:p>", f"{said}</w:p>", 3).replace("<w:tr>", f"{p(t('stray'))}<w:tr>", 1)
    body = body.replace("</w:p>", f"{moved}</w:p>{p(ins(t('new')), mark='ins')}", 1)
    parts["word/document.xml"] = body.encode()
    parts["word/comments.xml"] = _COMMENTS % f'<w:comment w:id="0" {BY}>{p(t("Why?"))}</w:comment>'.encode()
    return parts, exported_by(written)


def test_damaged_parts(
    marked: tuple[Mapping[str, bytes], Exported], chance: random.Random, often: Callable[[int, int], int]
) -> None:
    parts, exported = marked
    for _ in range(often(300, 90_000)):
        name = chance.choice([name for name in _READ if name in parts])
        damaged = {**parts, name: _damaged(parts[name], chance)}
        _take(zipped(damaged), exported)


def test_damaged_zips(
    marked: tuple[Mapping[str, bytes], Exported], chance: random.Random, often: Callable[[int, int], int]
) -> None:
    parts, exported = marked
    content = zipped(parts)
    for _ in range(often(100, 10_000)):
        _take(_damaged(content, chance), exported)


def test_memory(
    marked: tuple[Mapping[str, bytes], Exported], chance: random.Random, often: Callable[[int, int], int]
) -> None:
    parts, exported = marked
    for _ in range(often(10, 500)):
        body = parts["word/document.xml"]
        for _ in range(chance.randrange(1, 5)):
            body = _damaged(body, chance)
        tracemalloc.start()
        _take(zipped({**parts, "word/document.xml": body}), exported)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert most < MOST_MEMORY


def _take(content: bytes, exported: Exported) -> None:
    """Read a file to the end, or refuse it."""
    start = time.process_time()
    with contextlib.suppress(BadInput):
        file = read_returned(content)
        found = changes(place(file, exported))
        assert count_out(found.listed, file) == count_in(file)
    assert time.process_time() - start < MOST_TIME


def _damaged(content: bytes, chance: random.Random) -> bytes:
    """Something with a piece changed, left out, said twice, or moved."""
    how = chance.choice([_flip, _leave_out, _repeat, _swap_tags, _drop_tag, _cut, _rename])
    return how(content, chance)


def _flip(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randrange(1, 9)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _stretch(content: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(content))
    return start, min(start + chance.choice([1, 10, 100, 1_000]), len(content))


def _leave_out(content: bytes, chance: random.Random) -> bytes:
    start, end = _stretch(content, chance)
    return content[:start] + content[end:]


def _repeat(content: bytes, chance: random.Random) -> bytes:
    start, end = _stretch(content, chance)
    return content[:start] + content[start:end] * chance.randrange(2, 50) + content[end:]


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _swap_tags(content: bytes, chance: random.Random) -> bytes:
    tags = list(_TAG.finditer(content))
    if len(tags) < 2:
        return content
    first, second = sorted(chance.sample(tags, 2), key=lambda tag: tag.start())
    between = content[first.end() : second.start()]
    return content[: first.start()] + second[0] + between + first[0] + content[second.end() :]


def _drop_tag(content: bytes, chance: random.Random) -> bytes:
    tags = list(_TAG.finditer(content))
    if not tags:
        return content
    tag = chance.choice(tags)
    return content[: tag.start()] + content[tag.end() :]


def _rename(content: bytes, chance: random.Random) -> bytes:
    names = [b"p", b"r", b"t", b"ins", b"del", b"tbl", b"tr", b"tc", b"txbxContent", b"sdt", b"fldChar", b"comment"]
    one, other = chance.sample(names, 2)
    return content.replace(b"w:" + one + b" ", b"w:" + other + b" ").replace(b"w:" + one + b">", b"w:" + other + b">")
