"""Every rule of a finished file in one table: what it goes by, what it asks, and whether a file may break it.

FILE rules ask whether Word will open the file and bring every paragraph home. LAYOUT rules are the office's, each by
the number it has among the rules of a page an MP can use; a layout that sets its own to false is not asked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefing.document.layout import Layout
from briefing.word.checking import looks, numbers, packing, structure, telling, text
from briefing.word.checking.fault import Found
from briefing.word.checking.opened import Opened


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `is_asked` says of a layout whether the office wants it kept."""

    id: str
    look: Callable[[Opened, Layout], Found]
    refuses: bool
    is_asked: Callable[[Layout], object]


def _sound(number: int, look: Callable[[Opened], Found]) -> Rule:
    return Rule(f"FILE-{number:02}", lambda file, _: look(file), refuses=True, is_asked=lambda _: True)


def _ours(number: int, look: Callable[[Opened, Layout], Found], is_asked: Callable[[Layout], object]) -> Rule:
    """Return a rule that only the program can break."""
    return Rule(f"LAYOUT-{number:02}", look, refuses=True, is_asked=is_asked)


def _theirs(number: int, look: Callable[[Opened, Layout], Found], is_asked: Callable[[Layout], object]) -> Rule:
    """Return a rule that a template or the material can break."""
    return Rule(f"LAYOUT-{number:02}", look, refuses=False, is_asked=is_asked)


PACKAGE_RULES = (
    _sound(1, packing.has_proper_paths),
    _sound(2, packing.is_well_formed),
    _sound(3, packing.has_types),
    _sound(4, packing.has_whole_relationships),
    _sound(5, packing.is_reached),
)
"""Asked first: a file that breaks one is not read further."""

RULES = (
    _sound(6, packing.refers_to_what_is_there),
    _sound(7, numbers.names_bookmarks_once),
    _sound(8, numbers.ends_bookmarks),
    _sound(9, numbers.numbers_once),
    _sound(10, numbers.has_its_comments),
    _sound(11, numbers.has_its_styles),
    _sound(12, numbers.has_its_lists),
    _sound(13, numbers.orders_its_lists),
    _sound(14, numbers.numbers_paragraphs_once),
    _sound(15, numbers.numbers_controls_once),
    _sound(16, numbers.numbers_its_notes),
    _sound(17, numbers.separates_its_notes),
    _sound(18, text.marks_deleted_text),
    _sound(19, text.breaks_lines_properly),
    _sound(20, text.fills_rows_and_cells),
    _sound(21, text.shows_every_character),
    _ours(1, structure.sets_by_styles, lambda layout: layout.styles_only),
    _ours(2, structure.has_headings_in_order, lambda layout: layout.headings),
    _ours(3, telling.names_its_title, lambda layout: layout.language),
    _theirs(3, looks.speaks_its_language, lambda layout: layout.language),
    _ours(4, telling.tells_nothing_of_its_making, lambda layout: layout.clean_properties),
    _ours(5, structure.sets_out_tables, lambda layout: layout.table_headings),
    _theirs(5, structure.fills_its_cells, lambda layout: layout.table_headings),
    _ours(6, structure.sets_apart_by_paragraphs, lambda layout: layout.callouts),
    _theirs(6, looks.frames_callouts, lambda layout: layout.callouts),
    _theirs(7, looks.can_be_told_from_the_ground, lambda layout: layout.contrast),
    _theirs(8, looks.is_large_enough, lambda layout: layout.body_size),
    _theirs(8, looks.is_ranged, lambda layout: layout.align),
    _theirs(8, looks.keeps_words_whole, lambda layout: not layout.hyphenation),
    _theirs(9, looks.has_lines_of_good_length, lambda layout: layout.line_length),
    _theirs(10, looks.is_on_its_paper, lambda layout: layout.paper),
    _ours(11, structure.says_which_page, lambda layout: layout.page_numbers),
    _ours(11, structure.has_head_and_foot, lambda _: True),
    _ours(11, structure.runs_its_lines, lambda layout: layout.running_lines),
    _theirs(12, looks.keeps_together, lambda layout: layout.keep_together),
    _ours(15, structure.numbers_by_lists, lambda layout: layout.numbering),
    _theirs(16, structure.notes_its_quotations, lambda layout: layout.complete_notes),
    _theirs(16, structure.says_what_links_are, lambda layout: layout.complete_notes),
    _ours(18, structure.fills_its_contents, lambda layout: layout.contents_over),
    _ours(20, telling.names_no_place_on_a_disk, lambda layout: layout.clean_properties),
    _theirs(20, telling.quotes_no_place_on_a_disk, lambda layout: layout.clean_properties),
    _theirs(21, structure.binds_numbers, lambda layout: layout.typography),
    _theirs(23, looks.describes_its_pictures, lambda _: True),
)
