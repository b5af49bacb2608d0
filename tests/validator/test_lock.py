"""The validator's lock: one exact version, its hash, and no address."""

from __future__ import annotations

import json

from tests.validator.validator import FOLDER, PACKAGE

LOCK = (FOLDER / "package-lock.json").read_text(encoding="utf-8")
VERSION = "0.4.0"


def test_one_exact_version_is_wanted_and_locked() -> None:
    wanted = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))
    assert wanted["devDependencies"] == {PACKAGE: VERSION}
    locked = {name: entry for name, entry in json.loads(LOCK)["packages"].items() if name}
    assert {entry["version"] for entry in locked.values()} == {VERSION}
    assert all(name.startswith(f"node_modules/{PACKAGE}") for name in locked)


def test_what_the_build_machine_installs_is_known_by_its_hash() -> None:
    locked = json.loads(LOCK)["packages"]
    for name in (PACKAGE, f"{PACKAGE}-linux-x64"):
        assert locked[f"node_modules/{name}"]["integrity"].startswith("sha512-")


def test_the_lock_names_no_address() -> None:
    assert [word for word in ("://", "resolved", "file:") if word in LOCK] == []
