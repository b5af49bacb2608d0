"""The same input is the same file: on any day, in any time zone, locale or order of hashing."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from dataclasses import replace

import pytest

from briefing.word.writing import write_docx
from tests.document.ground import composed, own
from tests.word.ground import PRODUCTS, rich

ELSEWHERE = """
from tests.word.ground import PRODUCTS, rich
from briefing.word.writing import write_docx
for product in PRODUCTS:
    print(write_docx(rich(product)).sha256)
"""


@pytest.mark.parametrize(
    ("zone", "locale", "seed"), [("Pacific/Kiritimati", "C", "1"), ("America/Los_Angeles", "tr_TR.UTF-8", "77")]
)
def test_it_is_the_same_in_another_zone_locale_and_process(zone: str, locale: str, seed: str) -> None:
    there = {"TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
    told = subprocess.run([sys.executable, "-c", ELSEWHERE], env=os.environ | there, check=True, capture_output=True)
    assert told.stdout.decode().split() == [write_docx(rich(product)).sha256 for product in PRODUCTS]


def test_its_parts_stand_in_order_under_one_date() -> None:
    with zipfile.ZipFile(io.BytesIO(write_docx(rich()).content)) as archive:
        names = [entry.filename for entry in archive.infolist()]
        assert names == ["[Content_Types].xml", *sorted(names[1:])]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {(entry.create_system, entry.external_attr) for entry in archive.infolist()} == {(3, 0o644 << 16)}


class DescribeTheExportsId:
    def it_changes_with_the_words(self) -> None:
        assert write_docx(composed(own("a", "One."))).export != write_docx(composed(own("a", "Two."))).export

    def it_changes_with_whom_the_copy_is_for_and_what_copy_it_is(self) -> None:
        ids = {
            write_docx(rich()).export,
            write_docx(rich(), addressee="A. Reader").export,
            write_docx(rich(), copy="reading").export,
        }
        assert len(ids) == 3

    def it_changes_with_what_stands_on_every_page(self) -> None:
        document = rich()
        assert write_docx(document).export != write_docx(replace(document, header="Restricted")).export
