"""What the cut ladder says."""

from __future__ import annotations

from briefing.wording.document import NO_SETTING, TAKE_SETTING_OUT, misread, used_instead

__all__ = ["NO_SETTING", "TAKE_SETTING_OUT", "misread", "used_instead"]

WANTED_TABLE = "it must be a table, [settings.speech], that stands there once"
ALL_DEFAULTS = "Mend it in library.toml; until then every setting of speeches counts as its default."
WANTED_SHARE = "it must be a number from 0 to 0.5, as 0.07 for 7 %"
WANTED_WEIGHT = "it must be a whole number from 0 to 1000"
