"""Rules of the package: every part is there, has a type, is well formed, and is reached from the file's beginning."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefing.word.checking.fault import Found
from briefing.word.checking.opened import Opened
from briefing.word.checking.package import UNREADABLE, Relationship, is_relationships, source_of
from briefing.word.package import CONTENT_TYPES
from briefing.wording import checking as say

_SCHEMES = {"http", "https", "mailto"}
_OF_ANY_TYPE = "customXml"
"""The kind of part that is XML and no more; of any other, Word must be told what it is."""


def has_proper_paths(file: Opened) -> Found:
    """Find parts that are there twice, or whose paths lead out of the file."""
    for name, times in Counter(name.lower() for name in file.package.names).items():
        if times > 1:
            yield name, say.TWICE
        if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
            yield name, say.ODD_PATH


def is_well_formed(file: Opened) -> Found:
    """Find parts that are no XML, or are damaged."""
    package = file.package
    stories = {story.part for story in file.stories}
    for name in package.names:
        try:
            if name.endswith((".xml", ".rels")) and name not in stories:
                package.tree(name)
            elif name not in stories:
                package.read(name)
        except UNREADABLE:
            package.broken[name] = say.DAMAGED
    yield from ((name, say.ill_formed(why)) for name, why in package.broken.items())


def has_types(file: Opened) -> Found:
    """Find parts without a type of their own, and types without a part."""
    by_path, by_ending = file.package.types()
    names = set(file.package.names) - {CONTENT_TYPES}
    for name in sorted(names):
        if by_path.get(name, by_ending.get(name.rpartition(".")[2].lower())) is None:
            yield name, say.NO_TYPE
    yield from ((name, say.NO_PART) for name in sorted(set(by_path) - names))
    for part in _related_parts(file):
        for one in _inside(file, part):
            if one.target.endswith(".xml") and one.target not in by_path and one.kind != _OF_ANY_TYPE:
                yield one.target, say.NO_TYPE


def has_whole_relationships(file: Opened) -> Found:
    """Find relationships that share a name, lead to no part, or lead to the reader's own disk."""
    for part in _related_parts(file):
        seen: Counter[str] = Counter()
        for one in file.package.relationships(part):
            seen[one.id] += 1
            if one.is_external and one.target.partition(":")[0].lower() not in _SCHEMES:
                yield part, say.outside(one.id)
            elif not one.is_external and one.target not in file.package.names:
                yield part, say.no_target(one.target)
        yield from ((part, say.id_twice(name)) for name, times in seen.items() if times > 1)


def _related_parts(file: Opened) -> Iterator[str]:
    for name in file.package.names:
        if is_relationships(name):
            yield source_of(name)


def is_reached(file: Opened) -> Found:
    """Find parts nothing leads to: Word would drop them or complain."""
    reached: set[str] = set()
    waiting = [""]
    while waiting:
        part = waiting.pop()
        for one in _inside(file, part):
            if one.target not in reached:
                reached.add(one.target)
                waiting.append(one.target)
    for name in file.package.names:
        if name == CONTENT_TYPES:
            continue
        source = source_of(name)
        is_held = source == "" or source in reached if is_relationships(name) else name in reached
        if not is_held:
            yield name, say.UNREACHED


def _inside(file: Opened, part: str) -> Iterator[Relationship]:
    return (one for one in file.package.relationships(part) if not one.is_external)


def refers_to_what_is_there(file: Opened) -> Found:
    """Find links, headers, footers and pictures that name no relationship."""
    for story in file.stories:
        there = {one.id for one in file.package.relationships(story.part)} if story.refers else set()
        yield from ((story.part, say.no_relationship(name)) for name in sorted(story.refers - there))
