"""A picture without a word on what it shows is nothing to whoever hears the page read, so it is told of."""

from __future__ import annotations

import pytest

from briefing.document.layout import HOUSE
from briefing.model.finding import Severity
from briefing.word.checking.file import let_through
from tests.word.checking.ground import FOOTER, broken, drawn, faults, shows_at_the_foot

RULE = "LAYOUT-23"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_DECORATIVE = '<x:decorative xmlns:x="http://schemas.microsoft.com/office/drawing/2017/decorative" val="{}"/>'


def drawn_of_old(described: str = "") -> str:
    """A picture as Word drew it before 2007."""
    return f'<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" {described}><v:imagedata/></v:shape></w:pict>'


def drawn_twice(described: str = "") -> str:
    """A drawing with the same for a program that does not know it."""
    return (
        f'<mc:AlternateContent xmlns:mc="{_MC}"><mc:Choice Requires="wps">{drawn(described)}</mc:Choice>'
        f"<mc:Fallback>{drawn_of_old()}</mc:Fallback></mc:AlternateContent>"
    )


@pytest.mark.parametrize(
    "picture",
    [
        drawn(),
        drawn('descr=" "'),
        drawn(inside=_DECORATIVE.format(0)),
        drawn_of_old(),
        drawn_of_old('alt=""'),
        drawn_twice(),
    ],
)
def test_it_is_told_of(picture: str) -> None:
    fault = faults(broken(shows_at_the_foot(picture)))[RULE]
    assert (fault.part, fault.refuses) == (FOOTER, False)
    assert fault.message.startswith("A picture has no alternative text. ")


@pytest.mark.parametrize(
    "picture",
    [
        drawn('descr="The portcullis"'),
        drawn('title="The portcullis"'),
        drawn(inside=_DECORATIVE.format(1)),
        drawn(picture=""),
        drawn_of_old('alt="The portcullis"'),
        drawn_twice('descr="The portcullis"'),
    ],
    ids=["described", "with a title", "decorative", "a line", "of an older Word", "drawn twice"],
)
def test_one_that_says_what_it_shows_or_shows_nothing_is_not(picture: str) -> None:
    assert RULE not in faults(broken(shows_at_the_foot(picture)))


def test_several_are_told_of_together_and_the_file_is_handed_over() -> None:
    (finding,) = let_through(broken(shows_at_the_foot(drawn(), drawn('descr="A seal"'), drawn())), HOUSE)
    assert (finding.rule, finding.severity) == (RULE, Severity.INFO)
    assert finding.message.startswith("2 pictures have no alternative text. ")
