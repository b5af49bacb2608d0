"""What a module calls by a name, it calls by it once."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

from tests.architecture.ground import PACKAGE, ROOT, modules, tree_of


def bound(path: Path) -> list[str]:
    """The names a module binds at its top, one for each time; a branch may bind what another does."""
    return [
        target.id
        for node in tree_of(path).body
        for target in (node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)])
        if isinstance(target, ast.Name)
    ]


def test_no_module_says_twice_what_a_name_stands_for() -> None:
    twice = [
        f"{path.relative_to(ROOT)}: {name}"
        for path in modules(PACKAGE)
        for name, times in Counter(bound(path)).items()
        if times > 1
    ]
    assert twice == []
