"""A finished file as the rules look at it: its package, its styles, and each of its texts, read once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from briefing.word.checking.package import Package
from briefing.word.checking.sheet import Sheet
from briefing.word.checking.story import Passage, Story, read_story

_RUNNING = ("header", "footer")


@dataclass(frozen=True, slots=True)
class Opened:
    """One file."""

    package: Package
    sheet: Sheet
    main: Story
    notes: Story
    running: tuple[tuple[str, Story], ...]
    """What stands on every page: `header` or `footer`, and its text."""
    settings: etree._Element

    @property
    def stories(self) -> Iterator[Story]:
        """Every text of the file."""
        yield self.main
        yield self.notes
        yield from (story for _, story in self.running)

    @property
    def own(self) -> tuple[Story, Story]:
        """The texts that are ours alone, whatever the template."""
        return self.main, self.notes

    def named(self, passage: Passage) -> str:
        """Return the name of a paragraph's style, in small letters."""
        return self.sheet.names.get(passage.style, "")


def open_file(content: bytes) -> Opened:
    """Return a file as the rules look at it; raises one of package.UNREADABLE where it is no zip, or damaged.

    A part that is missing or not well formed counts as empty; `package.broken` says which.
    """
    package = Package(content)
    main = package.related("", "officeDocument")
    running = tuple(
        (one.kind, _story(package, one.target)) for one in package.relationships(main) if one.kind in _RUNNING
    )
    return Opened(
        package=package,
        sheet=Sheet(package.tree(package.related(main, "styles")), package.tree(package.related(main, "numbering"))),
        main=_story(package, main),
        notes=_story(package, package.related(main, "footnotes")),
        running=running,
        settings=package.tree(package.related(main, "settings")),
    )


def _story(package: Package, part: str) -> Story:
    content = package.read(part)
    if not content:
        return Story(part)
    try:
        return read_story(part, content)
    except etree.XMLSyntaxError as error:
        package.broken[part] = error.msg
        return Story(part)
