"""What the records beside a file say of it, each read no further than to its first table."""

from __future__ import annotations

import contextlib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from briefing.disk.reading import read_beginning, read_file
from briefing.disk.saving import replace_file
from briefing.errors import BriefingError

ENDING = ".toml"
_TABLE = b"\n["
"""What the first table of a record begins with: all that tells of its files stands before, whatever its length."""
_FORM = re.compile(rb'^((?!template_)[a-z]+_sha256) = "[0-9a-f]{64}"$\n?', re.MULTILINE)
_RECORD = re.compile(rf"\.[0-9a-z]{{6}}{re.escape(ENDING)}")
"""What follows the name of a file in that of its record."""
_OF_ANY = re.compile(rb"^(?:on|by) = .*\n?", re.MULTILINE)
"""What differs between two exports of the same."""


def read_record(path: Path) -> bytes:
    """Return the bytes of a record whatever its size: it is as long as what was exported. Raises as `read_file`."""
    return read_file(path, largest=None)


def replace_record(path: Path, record: bytes, expected: bytes | None) -> bool:
    """Put a record, whatever its size, in the place of the expected one. Returns and raises as `replace_file`."""
    return replace_file(path, record, expected, largest=None)


def records_of(export: str, name: str, folders: Iterable[Path]) -> Iterator[Path]:
    """Yield the records of an export in some folders; where its id is not known, those of files of that name."""
    stem = Path(name).stem
    for folder in dict.fromkeys(folders):
        if folder.is_dir():
            found = sorted(folder.glob(f"*{ENDING}"), key=_newest_first)
            yield from (path for path in found if _is_of(path.name, export, stem) and _beginning(path))


def _is_of(name: str, export: str, stem: str) -> bool:
    return name.endswith(f".{export}{ENDING}") if export else _RECORD.fullmatch(name.removeprefix(stem)) is not None


def is_recorded(content_sha256: str, file: Path, outline: str) -> bool:
    """Whether a file of that hash is, by a record beside it, an export of the outline that nobody has changed."""
    return any(
        record.get("sha256") == content_sha256 and record.get("outline") == outline for record in _records_beside(file)
    )


def was_exported(file: Path, outline: str) -> bool:
    """Whether an export of the outline was once saved under that name, by a record beside it."""
    return any(record.get("path") == file.name and record.get("outline") == outline for record in _records_beside(file))


def is_recorded_form(form: str, content_sha256: str, docx: Path) -> bool:
    """Whether a file of that hash is, by a record beside it, a form made from a document, and unchanged."""
    return any(record.get(f"{form}_sha256") == content_sha256 for record in _records_beside(docx))


def is_older_form(form: str, content_sha256: str, docx: Path, export: str) -> bool:
    """Whether a file was made from an earlier document than the export of that id, by the records beside it.

    One that was written in since is known by its name alone: it is older where this export has no such form.
    """
    name = f"{form}_sha256"
    records = [record for record in _records_beside(docx) if name in record and record.get("path") == docx.name]
    own = {record[name] for record in records if record.get("export") == export}
    earlier = {record[name] for record in records if record.get("export") != export}
    return content_sha256 not in own and (content_sha256 in earlier or (bool(earlier) and not own))


def renew(record: bytes | None, now: bytes) -> bytes:
    """Return a record as it is where it tells the same as that of `now` but when and by whom, or else that of now.

    The hashes of further forms stay: they are beside the file as before.
    """
    if record is None or _tell_the_same(record, now):
        return record or now
    forms = {form[1]: form[0].rstrip() + b"\n" for form in _FORM.finditer(record.partition(_TABLE)[0])}
    return b"".join((*forms.values(), now))


def _tell_the_same(one: bytes, other: bytes) -> bool:
    """Whether two records say the same but when, by whom and in which further forms; none is copied for its length."""
    heads = [record[: record.find(_TABLE)] if _TABLE in record else record for record in (one, other)]
    first, second = (_OF_ANY.sub(b"", _FORM.sub(b"", head)).strip() for head in heads)
    tables, others = (memoryview(record)[len(head) :] for record, head in zip((one, other), heads, strict=True))
    return first == second and len(tables) == len(others) and one.endswith(others)


def _records_beside(file: Path) -> Iterator[Mapping[str, object]]:
    """Yield what each record beside a file says before its first table, the newest first, for it is likely the one."""
    before = f"{file.stem}."
    named = [found for found in file.parent.iterdir() if found.name.startswith(before) and found.suffix == ENDING]
    return (told_by(path) for path in sorted(named, key=_newest_first))


def _newest_first(path: Path) -> tuple[int, str]:
    with contextlib.suppress(OSError):
        return -path.lstat().st_mtime_ns, path.name
    return 0, path.name


def told_by(record: Path) -> Mapping[str, object]:
    """Return what a record says before its first table; nothing where it cannot be read."""
    return _read(_beginning(record))


def _beginning(path: Path) -> bytes:
    """Return what stands before a record's first table; nothing where it cannot be read."""
    try:
        return read_beginning(path, _TABLE)
    except (BriefingError, FileNotFoundError):
        return b""


def _read(record: bytes) -> Mapping[str, object]:
    """Return what a record says; nothing where it cannot be read, so that its file is left alone."""
    try:
        return tomllib.loads(record.decode())
    except (ValueError, RecursionError):
        return {}
