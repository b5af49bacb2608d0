"""What is said of an office's own template."""

from __future__ import annotations

NOT_THERE = "The template is not there."
NOT_THERE_HINT = "Give the path of a .docx or .dotx, or take `template` out of [settings.layout] in library.toml."
NOT_WORD = "This is not a Word file, so it cannot be a template."
NOT_WORD_HINT = "Save it in Word as a Word Document (.docx) or a Word Template (.dotx)."
OLD_OR_LOCKED = "This is an old .doc or has a password, so it cannot be a template."
OLD_OR_LOCKED_HINT = "Open it in Word, take the password off, and save it as a .docx or .dotx."
BROKEN = "This Word file is broken, so it cannot be a template."
BROKEN_HINT = "Open it in Word and save it again."
STRICT = "This file is saved as “Strict Open XML”, which cannot be used as a template."
STRICT_HINT = "Save it in Word as a Word Document (.docx) or a Word Template (.dotx)."
MACROS = "This file holds macros, so it is not used as a template."
MACROS_HINT = "Save it in Word as a .dotx, which holds none."
DOCUMENT_TYPE = "A part of this file declares a document type of its own, which no Word file does, so it is not used."
TOO_MANY_PARTS = "This file has more parts than a template can need, so it is not used."
TOO_LARGE_INSIDE = "This file is far larger inside than a template can be, so it is not used."
ODD_PATHS = "A part of this file has a path that leads out of it, so it is not used."


def made(names: tuple[str, ...]) -> str:
    """Say which styles the template lacked; nothing where it has them all."""
    if not names:
        return ""
    listed = ", ".join(f"“{name}”" for name in names)
    styles = "style" if len(names) == 1 else "styles"
    return f"The template has no {styles} {listed}: made from its Normal."
