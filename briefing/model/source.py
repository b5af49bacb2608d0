"""A source: what a card rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.model.dates import When
from briefing.model.ids import SourceId


@dataclass(frozen=True, slots=True)
class Source:
    """A report, a debate, a bill, a page. The fields are those of `fields.SOURCE_FIELDS`."""

    id: SourceId
    kind: str
    title: str
    author: str = ""
    publisher: str = ""
    published: When | None = None
    url: str = ""
    accessed: When | None = None
    number: str = ""
    volume: str = ""
    edition: str = ""
    archived: str = ""
    note: str = ""
    text: Mapping[str, object] = field(default_factory=dict)
    extra: Mapping[str, object] = field(default_factory=dict)
    """Keys of the file this program does not know: kept as they are."""
