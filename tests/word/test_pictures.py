"""A picture leaves the office with its pixels and nothing that tells who took it, when, where and with what."""

from __future__ import annotations

import random
import struct
import subprocess
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.word.pictures import bare_picture
from briefing.word.writing import write_docx
from tests.word.ground import Opened, rich
from tests.word.template.ground import PICTURE, SECRET, template_parts, zipped

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_TOLD = SECRET.encode()
_TELLING = ("tEXt", "iTXt", "zTXt", "eXIf", "tIME", "prVt")
_DRAWN = ("gAMA", "pHYs", "iCCP")

Chunk = tuple[str, bytes]
Segment = tuple[int, bytes]


def png(chunks: Sequence[Chunk], after: bytes = b"") -> bytes:
    """A PNG of some chunks."""
    written = (struct.pack(">I", len(held)) + kind.encode() + held + _sum(kind, held) for kind, held in chunks)
    return b"".join((_PNG, *written, after))


def _sum(kind: str, held: bytes) -> bytes:
    return struct.pack(">I", zlib.crc32(kind.encode() + held))


def jpeg(segments: Sequence[Segment], scan: bytes, after: bytes = b"") -> bytes:
    """A JPEG of some segments and what is drawn."""
    written = (bytes((0xFF, marker)) + struct.pack(">H", len(held) + 2) + held for marker, held in segments)
    return b"".join((_JPEG, *written, scan, b"\xff\xd9", after))


def exif(turn: int, order: str = ">") -> bytes:
    """What a camera tells: who has it, how it was held, and where."""
    head = b"MM\0*" if order == ">" else b"II*\0"
    entries = [(0x010F, 2, 4, 0x6B6B, 0), (0x0112, 3, 1, turn, 0), (0x8825, 4, 1, 0, 0)]
    held = b"".join(struct.pack(f"{order}HHIHH", *entry) for entry in entries)
    return b"Exif\0\0" + head + struct.pack(f"{order}IH", 8, len(entries)) + held + b"\0\0\0\0" + _TOLD


@st.composite
def pngs(draw: st.DrawFn) -> tuple[list[Chunk], list[Chunk]]:
    """The chunks of a picture that can be drawn, with what tells and without."""
    width, height = draw(st.integers(1, 9)), draw(st.integers(1, 9))
    rows = b"".join(b"\0" + draw(st.binary(min_size=width, max_size=width)) for _ in range(height))
    packed = zlib.compress(rows)
    cut = draw(st.integers(0, len(packed)))
    kept = [("IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))]
    kept += [(name, draw(st.binary(max_size=9))) for name in draw(st.lists(st.sampled_from(_DRAWN), max_size=3))]
    kept += [("IDAT", packed[:cut]), ("IDAT", packed[cut:])]
    whole = [chunk for each in kept for chunk in (each, *draw(_tellings))]
    return [*whole, ("IEND", b"")], [*kept, ("IEND", b"")]


_tellings = st.lists(st.tuples(st.sampled_from(_TELLING), st.binary(max_size=40)), max_size=3)
_told_by_programs = st.one_of(
    st.tuples(st.sampled_from([0xE1, 0xED, 0xFE, 0xE3, 0xEF]), st.binary(max_size=40)),
    st.just((0xE2, b"MPF\0" + _TOLD)),
    st.just((0xE0, b"JFXX\0" + _TOLD)),
)
_drawn_from = st.one_of(
    st.tuples(st.sampled_from([0xDB, 0xC4, 0xC0, 0xDD]), st.binary(max_size=40)),
    st.sampled_from([(0xE0, b"JFIF\0\1\1"), (0xE2, b"ICC_PROFILE\0\1\1colours"), (0xEE, b"Adobe\0")]),
)
_scan_bytes = st.binary(max_size=60).map(lambda held: held.replace(b"\xff", b"\xff\x00"))
_scans = st.lists(_scan_bytes, min_size=1, max_size=4).map(b"\xff\xd0".join)


@given(pngs(), st.binary(max_size=20))
def test_a_png_keeps_the_chunks_it_is_drawn_from_and_no_other(
    drawn: tuple[list[Chunk], list[Chunk]], after: bytes
) -> None:
    whole, kept = drawn
    assert bare_picture(png(whole, after)) == png(kept)


@given(st.lists(st.tuples(st.booleans(), _drawn_from, _told_by_programs), max_size=6), _scans, st.binary(max_size=20))
def test_a_jpeg_keeps_the_segments_it_is_drawn_from_and_no_other(
    rows: list[tuple[bool, Segment, Segment]], scan: bytes, after: bytes
) -> None:
    drawn = b"\xff\xda\x00\x04ab" + scan
    kept = [segment for _, segment, _ in rows]
    whole = [segment for telling, own, told in rows for segment in ((told, own) if telling else (own,))]
    assert bare_picture(jpeg(whole, drawn, after)) == jpeg(kept, drawn)


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("turn", range(10))
def test_a_picture_that_was_taken_sideways_is_still_shown_upright(turn: int, order: str) -> None:
    drawn = b"\xff\xda\x00\x04abpixels"
    bare = bare_picture(jpeg([(0xE1, exif(turn, order))], drawn))
    assert _TOLD not in bare
    says = [(0xE1, b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0" + bytes((turn, 0, 0, 0, 0, 0, 0)))]
    assert bare == jpeg(says if 2 <= turn <= 8 else [], drawn)
    assert bare_picture(bare) == bare


@given(st.binary(max_size=80), st.sampled_from([_PNG, _JPEG, _JPEG + b"\xff\xe1", b""]))
def test_what_is_no_picture_or_damaged_is_nothing_to_stumble_over(held: bytes, begins: bytes) -> None:
    bare = bare_picture(begins + held)
    assert bare_picture(bare) == bare


@pytest.mark.parametrize(
    "whole",
    [
        png([("IHDR", bytes(13)), ("tEXt", _TOLD), ("IDAT", b"pixels"), ("IEND", b"")]),
        jpeg([(0xE1, exif(6)), (0xDB, b"table"), (0xFE, _TOLD)], b"\xff\xda\x00\x04abpixels"),
    ],
    ids=["png", "jpeg"],
)
def test_one_that_breaks_off_is_left_as_it_is(whole: bytes) -> None:
    assert _TOLD not in bare_picture(whole)
    for end in range(len(whole)):
        assert bare_picture(whole[:end]) == whole[:end]


def test_a_picture_with_bytes_changed_anywhere_never_fails(
    chance: random.Random, often: Callable[[int, int], int]
) -> None:
    whole = jpeg([(0xE1, exif(6)), (0xDB, b"table"), (0xFE, _TOLD)], b"\xff\xda\x00\x04abpixels")
    for picture in (PICTURE, whole):
        for _ in range(often(200, 5000)):
            damaged = bytearray(picture)
            for _ in range(chance.randint(1, 4)):
                damaged[chance.randrange(len(damaged))] = chance.choice((0, 1, 0x7F, 0x80, 0xD9, 0xFF))
            once = bare_picture(bytes(damaged))
            assert bare_picture(once) == once


def test_a_logo_of_a_template_is_passed_on_without_what_it_told(tmp_path: Path) -> None:
    parts = template_parts()
    told = PICTURE[:33] + png([("tEXt", b"Author\0" + _TOLD)])[len(_PNG) :] + PICTURE[33:]
    link = b'TargetMode="External"/></Relationships>'
    own = b'<Relationship Id="rId7" Type="%s/image" Target="media/logo.png"/></Relationships>'
    office = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    named = parts["word/_rels/header1.xml.rels"]
    assert link in named
    path = tmp_path / "office.dotx"
    parts["word/_rels/header1.xml.rels"] = named.replace(link, link.partition(b"</")[0] + own % office)
    path.write_bytes(zipped({**parts, "word/media/logo.png": told}))
    file = Opened(write_docx(rich("briefing"), template=path).content)
    assert file.parts["word/media/logo.png"] == PICTURE


def test_a_photograph_looks_the_same(tmp_path: Path, needs: Callable[[str], Path]) -> None:
    shown = needs("pdftoppm")
    (tmp_path / "page.pdf").write_bytes(_page(b"0.8 0.3 0.1 rg 20 30 40 25 re f 0 0 1 RG 5 5 m 90 80 l S"))
    _run(shown, "-jpeg", "-r", "72", "-singlefile", tmp_path / "page.pdf", tmp_path / "photograph")
    photograph = (tmp_path / "photograph.jpg").read_bytes()
    told = photograph[:2] + jpeg([(0xE1, exif(1)), (0xED, _TOLD), (0xFE, _TOLD)], b"")[2:-2] + photograph[2:]
    bare = bare_picture(told)
    assert _TOLD in told
    assert _TOLD not in bare
    assert len(bare) <= len(photograph)
    assert _pixels(shown, bare, tmp_path) == _pixels(shown, told, tmp_path)


def _pixels(shown: Path, photograph: bytes, folder: Path) -> bytes:
    """What a photograph looks like to another program, which knows it by its being on a page."""
    picture = b"<</Type/XObject/Subtype/Image/Width 100/Height 100/ColorSpace/DeviceRGB/BitsPerComponent 8"
    held = b"%s/Filter/DCTDecode/Length %d>>stream\n%s\nendstream" % (picture, len(photograph), photograph)
    (folder / "shown.pdf").write_bytes(_page(b"100 0 0 100 0 0 cm /P Do", held))
    _run(shown, "-r", "72", "-singlefile", folder / "shown.pdf", folder / "shown")
    pixels = (folder / "shown.ppm").read_bytes()
    assert len(set(pixels[-30_000:])) > 2, "something is to be seen"
    return pixels


def _page(drawn: bytes, picture: bytes = b"null") -> bytes:
    """A PDF of one page of 100 by 100 points."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R/Resources<</XObject<</P 5 0 R>>>>>>"
    stream = b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn)
    objects = (b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page, stream, picture)
    written = b"".join(b"%d 0 obj%s\nendobj\n" % (number, held) for number, held in enumerate(objects, 1))
    return b"%PDF-1.4\n" + written + b"trailer<</Root 1 0 R/Size 6>>\n%%EOF"


def _run(*command: object) -> None:
    subprocess.run([str(part) for part in command], check=True, capture_output=True)
