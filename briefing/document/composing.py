"""From an outline to a document: the product is found by its name in the folder of products, and writes it."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module

from briefing.document import products
from briefing.document.document import Document, Paragraph
from briefing.document.product import Product
from briefing.errors import NotFound
from briefing.model.library import Library
from briefing.model.outline import Outline
from briefing.model.products import product_names
from briefing.wording import document as say


def find_product(name: str) -> Product:
    """Return the product of that name; raises NotFound."""
    names = product_names()
    found: object = None
    if name in names:
        found = getattr(import_module(f"{products.__name__}.{name}"), "PRODUCT", None)
    if not isinstance(found, Product):
        raise NotFound(say.no_product(name), hint=say.products_there_are(names))
    return found


def compose(outline: Outline, library: Library, product: str = "") -> Document:
    """Return the document an outline becomes, as its own product or as the one named; raises NotFound.

    Where its title is blank it is called as its file is: no page, and no reader of pages, can do without one.
    """
    titled = outline if outline.title.strip() else replace(outline, title=outline.name)
    return find_product(product or outline.product).write(titled, library)


def preview(outline: Outline, library: Library, block_id: str) -> tuple[Paragraph, ...]:
    """Return one block's paragraphs as they stand in the document; none where it is not printed."""
    return compose(outline, library).of_block(block_id)
