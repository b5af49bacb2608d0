"""Which products there are: each module in the folder of products is one. Only names are read here, nothing is loaded.

A further product is one new file in that folder. From then on an outline may name it, and every form and command
offers it; `document.composing` is what loads it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parents[1] / "document" / "products"


def product_names() -> tuple[str, ...]:
    """Return the names of the products there are, in order."""
    return tuple(sorted(module.stem for module in FOLDER.glob("*.py") if not module.stem.startswith("_")))
