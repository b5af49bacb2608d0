"""The top of the project: what lies there, what the locks hold, and that the rules give their reasons."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib.metadata import metadata
from pathlib import Path

import pytest

from tests.architecture.ground import ROOT, kept_by_git

TOP = frozenset(
    """
    .ci .editorconfig .gitattributes .gitignore
    CHANGELOG.md CONTRIBUTING.md LICENSE Makefile README.md
    briefing exports notes pyproject.toml requirements.lock tests
    """.split()
)

RUNTIME = ROOT / "requirements.lock"
TESTING = ROOT / "tests" / "requirements.lock"
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")

ADDRESSES = ("://", "--index", "--extra-index", "--find-links", "file:", " @ ")

LICENCES = re.compile(r"\b(MIT|BSD|PSF|Apache)\b")
NEVERTHELESS = {"shtab": "MPL-2.0"}
"""Beyond the usual: MPL-2.0 asks only that changes to shtab's own files be shared, and there are none."""


def pins(lock: Path) -> set[tuple[str, ...]]:
    """The name and version of everything a lock installs."""
    return set(PIN.findall(lock.read_text(encoding="utf-8")))


def test_the_top_of_the_project_holds_what_it_should_and_nothing_else(needs: Callable[[str], Path]) -> None:
    assert {name.split("/")[0] for name in kept_by_git(needs("git"))} == TOP


def test_nothing_that_came_out_is_kept(needs: Callable[[str], Path]) -> None:
    kept = kept_by_git(needs("git"))
    assert [name for name in kept if name.startswith("exports/")] == ["exports/README.md"]
    assert [name for name in kept if name.startswith(".ci/")] == [".ci/run"]


@pytest.mark.parametrize("lock", [RUNTIME, TESTING], ids=["runtime", "testing"])
class DescribeALock:
    def it_holds_pins_and_hashes_alone(self, lock: Path) -> None:
        lines = lock.read_text(encoding="utf-8").splitlines()
        assert [line for line in lines if not (PIN.match(line) or HASH.match(line))] == []

    def it_names_no_address(self, lock: Path) -> None:
        text = lock.read_text(encoding="utf-8").lower()
        assert [word for word in ADDRESSES if word in text] == []


def test_the_tests_run_on_the_versions_people_get() -> None:
    assert pins(RUNTIME) <= pins(TESTING)


def licence_of(name: str) -> str:
    """What an installed package says of its licence, in whichever of the three places it says so."""
    about = metadata(name)
    filed = [line for line in about.get_all("Classifier", []) if line.startswith("License ::")]
    return " ".join([*about.get_all("License-Expression", []), *about.get_all("License", []), *filed])


@pytest.mark.parametrize("name", sorted({name for name, _ in pins(RUNTIME)}))
def test_what_is_installed_may_be_passed_on(name: str) -> None:
    licence = licence_of(name)
    assert LICENCES.search(licence) or licence == NEVERTHELESS.get(name)


def test_every_exception_to_a_rule_gives_its_reason() -> None:
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    exceptions = [line for line in lines if re.match(r'^    "[A-Z]{1,4}\d{3,4}",', line)]
    assert exceptions
    assert [line for line in exceptions if not re.search(r"# \S+", line)] == []
