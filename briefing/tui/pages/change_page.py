"""One change in full: the words around it, what the card says, how it would read, and what is in the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from briefing.model.dates import spell
from briefing.model.finding import Severity
from briefing.settling.marked import Fate, Marked, Stretch, marked
from briefing.settling.outlook import Outlook
from briefing.settling.settlement import REMARKS, Settlement
from briefing.tui.widgets.change_rows import spaces
from briefing.tui.widgets.literal import Look, Run
from briefing.tui.widgets.page import BLANK, Page, Par, labelled
from briefing.word.returned.change import Change
from briefing.word.returned.homes import Where
from briefing.wording import desk
from briefing.wording import homecoming as say

NEAR = 200
"""Characters of what stays that are shown at either side of what is marked."""
_LOOKS = {Fate.KEPT: Look.PLAIN, Fate.TAKEN: Look.TAKEN, Fate.PUT: Look.PUT, Fate.MEANT: Look.LIT}
_SIGNS = {Fate.TAKEN: ("[-", "-]"), Fate.PUT: ("{+", "+}")}
"""What stands around words that go and words that come, for whoever sees no colour."""
_FOUND = {Severity.STOP: Run("✗ ", Look.BAD), Severity.WARN: Run("! ", Look.WARN), Severity.INFO: Run("· ", Look.SOFT)}


@dataclass(frozen=True, slots=True)
class Seen:
    """A change as it is looked at."""

    settlement: Settlement
    change: Change
    below: Sequence[Change] = ()
    """The remarks below it."""
    place: str = ""
    """Words of the block it is to belong to, where it was not placed and somebody has said so."""
    outlook: Outlook | None = None
    """What would come of it, once that is worked out."""

    @property
    def is_remark(self) -> bool:
        """Whether it asks for an answer and changes no word."""
        return self.change.what in REMARKS


def change_page(seen: Seen) -> Page:
    """Return the page of a change."""
    pars = (*_head(seen), *_in_the_way(seen), *_words(seen), *_card(seen), *_outlook(seen), *_thread(seen))
    return Page(say.CHANGE, pars, key=f"change:{seen.change.id}")


def words_page(words: str) -> Page:
    """Return a page that says why there is no change to show."""
    return Page(say.CHANGE, (Par((Run(words, Look.SOFT),)),))


def _head(seen: Seen) -> Iterator[Par]:
    change = seen.change
    name = (Run(f"{say.SIGNS[change.what]} ", Look.KEY), Run(change.what.value, Look.STRONG))
    resolved = (Run(say.RESOLVED, Look.SOFT),) if change.is_resolved else ()
    yield Par(name, right=resolved)
    told = say.by(change.author, _day(change.date), "" if change.is_tracked or seen.is_remark else say.UNTRACKED)
    if told:
        yield Par((Run(told, Look.SOFT),))
    if len(seen.settlement.came) > 1:
        names = ", ".join(came.name for came in seen.settlement.files_of(change.id))
        yield Par((Run(f"{say.FILES} {names}", Look.SOFT),))
    decision = seen.settlement.decisions.get(change.id)
    if decision is not None:
        yield Par((Run(say.decided(decision.state, decision.by, decision.on, decision.why), Look.GOOD),))


def _day(date: str) -> str:
    """Return a date as people write it; one that is none as it stands in the file."""
    with suppress(ValueError):
        return spell(datetime.fromisoformat(date.removesuffix("Z")))
    return date


def _in_the_way(seen: Seen) -> Iterator[Par]:
    change, outlook = seen.change, seen.outlook
    if seen.change.id in seen.settlement.decisions:
        return
    if change.is_guarded:
        yield Par((Run(f"{say.GUARDED_MARK} {say.GUARDED}", Look.WARN),), hang=2)
    if change.home.where is Where.NONE:
        yield Par((Run(say.placed_in(seen.place) if seen.place else say.NOT_PLACED, Look.WARN),))
    elif outlook and outlook.refusal and outlook.refusal.is_conflict:
        yield Par((Run(f"{say.CONFLICT_MARK} {say.CONFLICT} ", Look.BAD), Run(say.CONFLICT_KEYS, Look.KEY)), hang=2)
    elif outlook and outlook.refusal:
        why = f"{say.CONFLICT_MARK} {say.CANNOT} {outlook.refusal.why}"
        yield Par((Run(why, Look.BAD),), hang=2)


def _words(seen: Seen) -> Iterator[Par]:
    yield BLANK
    if seen.change.text:
        yield Par((Run(seen.change.text, Look.STRONG),))
        yield BLANK
    came = seen.settlement.files_of(seen.change.id)[0]
    for text in marked(came, seen.change, seen.settlement.accepted):
        yield _marked(text)
        yield BLANK


def _marked(text: Marked) -> Par:
    last = len(text) - 1
    near = (_near(one, is_first=at == 0, is_last=at == last) for at, one in enumerate(text))
    return Par(tuple(run for stretch in near for run in _runs(stretch)))


def _near(stretch: Stretch, *, is_first: bool, is_last: bool) -> Stretch:
    """Return words that stay without those far from any that do not: what is marked is to be in view."""
    text = stretch.text
    if stretch.fate is not Fate.KEPT or len(text) <= 2 * NEAR or (is_first and is_last):
        return stretch
    head = "" if is_first else text[:NEAR].rpartition(" ")[0] + " "
    tail = "" if is_last else " " + text[-NEAR:].partition(" ")[2]
    return replace(stretch, text=f"{head}…{tail}")


def _runs(stretch: Stretch) -> Iterator[Run]:
    """Yield words with their signs; the white space around them stands outside, so that a line may end there."""
    look, (before, after) = _LOOKS[stretch.fate], _SIGNS.get(stretch.fate, ("", ""))
    words = stretch.text.strip()
    if not before or not words:
        yield Run(f"{before}{spaces(stretch.text) if before else stretch.text}{after}", look)
        return
    lead, _, trail = stretch.text.partition(words)
    yield Run(lead)
    yield Run(f"{before}{words}{after}", look)
    yield Run(trail)


def _card(seen: Seen) -> Iterator[Par]:
    """Yield what the card says where a change alters what must not be mended unseen: its exact words, or its claim."""
    card = seen.settlement.library.cards.get(seen.change.card) if seen.change.is_guarded else None
    if card is None:
        return
    label, words = (say.EXACT, f"“{card.quote}”") if card.quote.strip() else (say.CLAIM, card.claim)
    shut = Run(f"{desk.LOCK} {desk.RESTRICTED}", Look.PRIVATE)
    yield labelled(Run(label, Look.SOFT), (shut if card.is_restricted else Run(words, Look.QUOTE),))
    yield labelled(Run(""), (Run(card.id, Look.LINK, f"card:{card.id}"),))
    yield BLANK


def _outlook(seen: Seen) -> Iterator[Par]:
    """Yield how the outline would read, what it says now where that is in the way, and what would be noticed."""
    outlook = seen.outlook
    if outlook is None or not outlook.reads:
        return
    if outlook.refusal:
        for _, text in outlook.now:
            yield labelled(Run(say.SAYS_NOW, Look.SOFT), (Run(text),))
    label = say.THEIRS if outlook.refusal else say.READS
    for _, text in outlook.reads:
        yield labelled(Run(label, Look.SOFT), (Run(text) if text else Run(say.GOES, Look.WARN),))
    yield BLANK
    for finding in outlook.findings:
        yield labelled(Run(say.FINDING, Look.SOFT), (_FOUND[finding.severity], Run(finding.message)))
        if finding.suggestion:
            yield labelled(Run(""), (Run(finding.suggestion, Look.SOFT),))


def _thread(seen: Seen) -> Iterator[Par]:
    if seen.below:
        yield BLANK
        yield Par((Run(say.THREAD, Look.HEADING),))
    for remark in seen.below:
        told = say.by(remark.author, _day(remark.date), say.RESOLVED if remark.is_resolved else "")
        yield Par((Run(f"{say.SIGNS[remark.what]} "), Run(remark.text), Run(f"  {told}", Look.SOFT)), hang=2)
