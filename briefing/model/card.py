"""A card: one piece of evidence, with everything that must not be lost on the way to the Member's mouth."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.model.dates import Moment, When
from briefing.model.fields import CARD_FIELDS, named
from briefing.model.ids import CardId, SourceId

CHECKED_FIELDS = (
    "kind claim quote cut say speaker role for source at primary of unit period place as_of "
    "from formula search_log division short owner due".split()
)
"""The words, source and scope that a check covers: change one and the check is void."""
_WHERE_SET = frozenset({"short", "owner", "due"})
"""These count only where they are set: they were not covered at first, and a check made then still stands."""
_FIELDS = named(CARD_FIELDS)
_COVERED = tuple((name, _FIELDS[name].attribute) for name in CHECKED_FIELDS)
_AS_JSON = json.JSONEncoder(default=str, sort_keys=True, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Listed:
    """A card as a list shows it."""

    id: CardId
    kind: str
    claim: str
    """Empty for a restricted card: its words are seen only where it is opened."""
    status: str
    """The status as it holds today."""
    handling: str


@dataclass(frozen=True, slots=True)
class Card:
    """One piece of evidence. The fields are those of `fields.CARD_FIELDS`, where each is explained."""

    id: CardId
    kind: str
    claim: str
    quote: str = ""
    cut: str = ""
    say: str = ""
    short: str = ""
    speaker: str = ""
    role: str = ""
    for_: str = ""
    source: SourceId = SourceId("")
    at: str = ""
    primary: bool | None = None
    of: str = ""
    unit: str = ""
    period: str = ""
    place: str = ""
    as_of: When | None = None
    review_after: When | None = None
    status: str = "unchecked"
    why: str = ""
    superseded_by: CardId = CardId("")
    checked: Mapping[str, object] = field(default_factory=dict)
    supports: tuple[CardId, ...] = ()
    answers: tuple[CardId, ...] = ()
    undercuts: tuple[CardId, ...] = ()
    against: tuple[CardId, ...] = ()
    from_: tuple[CardId, ...] = ()
    formula: str = ""
    search_log: str = ""
    owner: str = ""
    due: When | None = None
    handling: str = "office"
    embargo: Moment | None = None
    flags: tuple[str, ...] = ()
    proceedings: Mapping[str, object] = field(default_factory=dict)
    consent: Mapping[str, object] = field(default_factory=dict)
    division: Mapping[str, object] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    private: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)
    """Keys of the file this program does not know: kept as they are."""

    @property
    def is_restricted(self) -> bool:
        """Whether its words may be seen only when it is opened, and never leave the office."""
        return self.handling == "restricted"

    @property
    def standing(self) -> str:
        """The status as it holds today: a check of other words than these is no check."""
        if self.status == "checked" and self.checked.get("sha256") != fingerprint(self):
            return "unchecked"
        return self.status

    @property
    def listed(self) -> Listed:
        """What a list shows of it."""
        claim = "" if self.is_restricted else self.claim
        return Listed(self.id, self.kind, claim, self.standing, self.handling)

    @property
    def links(self) -> Mapping[str, tuple[CardId, ...]]:
        """The ids of other cards it names, by the field that names them."""
        named = {
            "supports": self.supports,
            "answers": self.answers,
            "undercuts": self.undercuts,
            "against": self.against,
            "from": self.from_,
            "superseded_by": (self.superseded_by,) if self.superseded_by else (),
        }
        return {name: ids for name, ids in named.items() if ids}


def fingerprint(card: Card) -> str:
    """Return the SHA-256, in hex, of what a check of the card covers (`CHECKED_FIELDS`)."""
    covered = {
        name: value for name, attribute in _COVERED if (value := getattr(card, attribute)) or name not in _WHERE_SET
    }
    return hashlib.sha256(_AS_JSON.encode(covered).encode()).hexdigest()
