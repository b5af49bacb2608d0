"""What the disk refused, and what to do about it."""

from __future__ import annotations

LINK = "This is a link to another file, and links are not followed."
LINK_HINT = "Put the file itself in the library."
NOT_A_FILE = "This is not an ordinary file."
NOT_A_FILE_HINT = "Remove it from the library, or put an ordinary file in its place."
TOO_LARGE_HINT = "Split it into several notes."
UNREADABLE_HINT = "Check that it is still there and that you may read it."
CHANGED_OUTSIDE = "The file was changed by somebody else meanwhile."
CHANGED_OUTSIDE_HINT = "Nothing was overwritten; read it again and repeat the change."
UNSAVED_HINT = "The file is as it was. Free some space or check the folder, then try again."
READ_ONLY = "The file is marked read-only."
READ_ONLY_HINT = "Whoever marked it can lift that; nothing was changed."
NOT_KEPT = "The disk did not keep what was written to it."
NOT_KEPT_HINT = "The file is as it was. Copy the library to another disk before you go on."
NOT_AS_WRITTEN = "The file does not hold what was written to it."
NOT_AS_WRITTEN_HINT = "Somebody else may have saved it at the same moment, or the disk is failing. Look at it now."


NO_FOLDER_HINT = "This program keeps drafts, history and its index there. Check that you may write to it."


def no_folder(folder: str, error: OSError) -> str:
    """Say that a folder of this program's own cannot be used, and why."""
    return f"The folder {folder} cannot be used: {_reason(error)}."


def unreadable(error: OSError) -> str:
    """Say that a file could not be read, and why."""
    return f"The file could not be read: {_reason(error)}."


def unsaved(error: OSError) -> str:
    """Say that a file could not be saved, and why."""
    return f"The file could not be saved: {_reason(error)}."


def too_large(size: int, largest: int) -> str:
    """Say that a file is over the limit."""
    return f"The file has {size / 1_048_576:,.0f} MB; the most that is read is {largest / 1_048_576:,.0f} MB."


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


NO_EDITOR = "No editor was found."
NO_EDITOR_HINT = "Set EDITOR to the one you use, as in: export EDITOR=nano"


def editor_unreadable(variable: str, setting: str) -> str:
    """Say that the editor's setting cannot be taken apart."""
    return f"{variable} cannot be understood: {setting!r}."


def editor_missing(variable: str, program: str) -> str:
    """Say that the editor's program is not there."""
    return f"{variable} names {program!r}, which is not installed."


def editor_failed(program: str, error: OSError) -> str:
    """Say that the editor did not start."""
    return f"{program!r} could not be started: {_reason(error)}."
