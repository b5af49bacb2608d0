"""What was typed into a form and not saved yet, kept beside the library's history."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefing.errors import BriefingError
from briefing.library.drafts import Drafts
from briefing.tui.forms.subject import Subject

if TYPE_CHECKING:
    from briefing.tui.app import Desk


def drafts_of(desk: Desk) -> Drafts | None:
    """Return the drafts of the library on the desk."""
    opened = desk.papers.opened
    return Drafts(opened.state) if opened else None


class FormDraft:
    """The draft of one subject."""

    def __init__(self, desk: Desk, subject: Subject) -> None:
        """Look after the draft that goes by the subject's name."""
        self._desk = desk
        self._drafts = drafts_of(desk)
        self._name = subject.draft
        self._title = subject.title

    def find(self) -> dict[str, str] | None:
        """Return what was typed, by field; None where there is no draft."""
        draft = self._drafts.find(self._name) if self._drafts else None
        return fields_of(draft.text) if draft else None

    def keep(self, typed: Mapping[str, str]) -> None:
        """Keep what was typed; nothing typed is no draft."""
        if self._drafts is None:
            return
        try:
            if typed:
                text = json.dumps({"title": self._title, "fields": dict(typed)})
                self._drafts.keep(self._name, text)
            else:
                self._drafts.discard(self._name)
        except BriefingError as error:
            self._desk.tell(error)

    def discard(self) -> None:
        """Let the draft go."""
        if self._drafts:
            self._drafts.discard(self._name)


def title_of(text: str) -> str:
    """Return what the form of a draft was called."""
    found = _read(text).get("title")
    return found if isinstance(found, str) else ""


def fields_of(text: str) -> dict[str, str]:
    """Return the fields a draft holds; what is not a text is passed over."""
    fields = _read(text).get("fields")
    if not isinstance(fields, Mapping):
        return {}
    return {str(name): value for name, value in fields.items() if isinstance(value, str)}


def _read(text: str) -> Mapping[str, object]:
    try:
        found: object = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, Mapping) else {}
