"""Files made to keep the program busy for ever: each costs less than half a second, and costs nobody else anything."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.hostile

READ = """
import json, sys
from pathlib import Path
try:
    import resource
    # Five seconds of work on however busy a machine, start of Python included; and a laptop's memory.
    resource.setrlimit(resource.RLIMIT_CPU, (5, 5))
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
except ImportError:
    pass
from briefing.library.reading import read_library
library = read_library(Path(sys.argv[1]))
damage = [[str(finding.place), finding.field, finding.message, finding.suggestion] for finding in library.damage]
print(json.dumps({"cards": sorted(library.cards), "damage": damage}))
"""

CARD = '[[card]]\nid = "bomb"\nkind = "assertion"\nclaim = "A claim"\n'
SOUND = '\n[[card]]\nid = "beside"\nkind = "assertion"\nclaim = "It stands in the same file"\n'
LONG_STRING, LITERAL_STRING = '"""', "'''"

REFUSED = {
    "a dotted key of 10,000 parts": CARD + ".".join("a" * 10_000) + " = 1\n",
    "a dotted key of 17 parts": CARD + ".".join("a" * 17) + " = 1\n",
    "a dotted key in quotes": CARD + ".".join(['"a"'] * 40_000) + " = 1\n",
    "a dotted key in a table": CARD + "x = { " + ".".join("a" * 10_000) + " = 1 }\n",
    "a header of 20,000 parts": CARD + "[card." + ".".join("a" * 20_000) + "]\n",
    "100,000 brackets": CARD + "x = " + "[" * 100_000 + "\n",
    "100,000 brackets, closed": CARD + "x = " + "[" * 100_000 + "]" * 100_000 + "\n",
    "100,000 brackets, a line each": CARD + "x = " + "[\n" * 100_000,
    "17 brackets": CARD + "x = " + "[" * 17 + "]" * 17 + "\n",
    "30,000 tables in one another": CARD + "x = " + "{a=" * 30_000 + "\n",
    "tables in tables by every road": CARD + "x = " + ("{" + ".".join("a" * 15) + "=") * 12 + "1" + "}" * 12 + "\n",
    "a number of 10,000 digits": CARD + "x = " + "1" * 10_000 + "\n",
    "a number of 250,000 digits": CARD + "# " + "." * 20 + "\nx = " + "1" * 250_000 + "\n",
    "a number in base 16, of 5,000": CARD.replace('"assertion"', "0x" + "F" * 5_000),
    "a number beyond 64 bits": CARD + f"x = {2**63}\n",
    "10 MB in one string": CARD + 'x = "' + "a" * 10_000_000 + '"\n',
    "10 MB in lines": CARD + 'x = """' + "a\n" * 5_000_000 + '"""\n',
    "250,000 keys": CARD + "".join(f"a{number}=1\n" for number in range(250_000)),
    "a quote that is never closed": CARD + 'x = "' + '\\"' * 100_000 + "\n",
    "long quotes that are never closed": CARD + "#" + "." * 20 + '\nx = """' + ' \\"""' * 40_000 + "\n",
    "a header of spaces": CARD + "[" + " " * 200_000 + "\n",
    "a bare key of 250,000 letters": CARD + "#" + "." * 20 + "\n" + "a" * 250_000 + "\n",
    "a list that is never closed": CARD + "x = [\n" + '"a",\n' * 1000,
    "a table twice": CARD + "x = { a = 1, a = 2 }\n",
    "a key twice": CARD + 'claim = "Another"\n',
    "one bracket": CARD.replace("[[card]]", "[card]"),
    "a bare word": CARD + "!\n",
}
"""Each of these is damage, named with its line."""

READ_ALL_THE_SAME = {
    "a string of 250 KB": CARD + 'x = "' + "a" * 250_000 + '"\n',
    "a string of escapes": CARD + 'x = "' + "\\n" * 120_000 + '"\n',
    "quotes in a long string": CARD + "x = '''" + " '' " * 60_000 + "'''\n",
    "25,000 keys": CARD + "".join(f"a{number}=1\n" for number in range(25_000)),
    "dotted keys as deep as they may be": CARD + "".join(f"k{n}.{'.'.join('a' * 14)}=1\n" for n in range(6_000)),
    "20,000 tables of an array": CARD + "[[card.a]]\n" * 20_000,
    "120,000 numbers": CARD + "x = [" + "1," * 120_000 + "]\n",
    "infinity and what is no number": CARD + "x = inf\ny = -inf\nz = nan\n",
    "a comment of 5 MB": CARD + "# " + "a" * 5_000_000 + "\n",
    "a million empty lines": CARD + "\n" * 1_000_000,
    "many dots, none of them in a key": CARD + 'x = "' + "a." * 1_000 + '" # ' + "a." * 1_000 + "\n",
}
"""These are only long."""


def read(folder: Path, content: str) -> tuple[list[str], list[list[str]]]:
    """The cards of a library holding the content in one file and a sound card in another, and its damage."""
    (folder / "bomb.toml").write_text(content + SOUND, encoding="utf-8", newline="\n")
    (folder / "other.toml").write_text(SOUND.replace("beside", "elsewhere"), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", READ, str(folder)], capture_output=True, check=True, encoding="utf-8", timeout=120
    )
    found = json.loads(done.stdout)
    return found["cards"], found["damage"]


@pytest.mark.parametrize("name", REFUSED)
def test_a_bomb_is_named_with_its_place_and_every_other_card_is_there(tmp_path: Path, name: str) -> None:
    cards, damage = read(tmp_path, REFUSED[name])
    assert cards == ["beside", "elsewhere"]
    assert len(damage) == 1
    place, _field, message, suggestion = damage[0]
    assert place.startswith("bomb.toml:")
    assert message.endswith(".")
    assert len(message) < 300
    assert suggestion


@pytest.mark.parametrize("name", READ_ALL_THE_SAME)
def test_what_is_only_long_is_read(tmp_path: Path, name: str) -> None:
    cards, damage = read(tmp_path, READ_ALL_THE_SAME[name])
    assert cards == ["beside", "bomb", "elsewhere"]
    assert damage == []


def test_twenty_thousand_strings_that_are_never_closed_are_as_many_findings(tmp_path: Path) -> None:
    quotes = (LITERAL_STRING, LONG_STRING, "[", "{", '"')
    content = "".join(f"[[card]]\n!\nx = {quotes[number % 5]}\n" for number in range(10_000))
    cards, damage = read(tmp_path, content)
    assert cards == ["beside", "elsewhere"]
    assert len(damage) >= 5_000
