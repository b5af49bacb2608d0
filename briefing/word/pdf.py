"""The same document as a PDF beside the .docx, made by LibreOffice where it is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from briefing.disk.reading import read_file
from briefing.errors import BriefingError, DiskFailed, Place
from briefing.model.literal import show_line
from briefing.word.beside import PDF, save_beside
from briefing.wording import word as say

PATIENCE = 180
"""Seconds a document may take: LibreOffice's first start on a slow machine takes about 20."""
_TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
"""With headings, tables and the order of reading, which LibreOffice leaves out unasked, for a screen reader."""
_NAMES = ("soffice", "libreoffice")
_ELSEWHERE = {
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
    "win32": (r"C:\Program Files\LibreOffice\program\soffice.exe",),
}
"""Where it is put without being on the path."""


def write_pdf(docx: Path, record: Path) -> Path:
    """Write a document's PDF beside it and name it in its record; return its path.

    Raises DiskFailed where LibreOffice is not there or fails, or nothing can be saved. A PDF that is
    not the last one made from this document is left alone, for somebody may have written on it.
    """
    office = find_office()
    if office is None:
        raise DiskFailed(say.NO_OFFICE, hint=say.NO_OFFICE_HINT)
    return save_beside(docx, record, PDF, _convert(office, docx))


def find_office() -> Path | None:
    """Return LibreOffice's program, where it is installed."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    elsewhere = (Path(path) for path in _ELSEWHERE.get(sys.platform, ()))
    return Path(found) if found else next((path for path in elsewhere if path.is_file()), None)


def _convert(office: Path, docx: Path) -> bytes:
    """Return what LibreOffice makes of a document, in a profile of its own: one that is open is not disturbed."""
    place = Place(show_line(docx.name))
    with tempfile.TemporaryDirectory(prefix="briefing-", ignore_cleanup_errors=True) as held:
        folder = Path(held)
        copy = folder / "document.docx"
        copy.write_bytes(read_file(docx))
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [
            str(office),
            profile,
            "--headless",
            "--norestore",
            "--convert-to",
            _TAGGED,
            "--outdir",
            held,
            str(copy),
        ]
        try:
            _run(command, held)
            return _read_pdf(copy.with_suffix(".pdf"))
        except (OSError, subprocess.SubprocessError, BriefingError) as error:
            raise DiskFailed(say.OFFICE_FAILED, place, say.OFFICE_FAILED_HINT) from error


def _read_pdf(path: Path) -> bytes:
    """Return what LibreOffice left; raises OSError or BriefingError where that is no PDF."""
    content = read_file(path)
    if not content.startswith(b"%PDF-"):
        raise OSError(path.name)
    return content


def _run(command: list[str], folder: str) -> None:
    """Run LibreOffice; where it takes too long, end it with all it has started. Raises OSError and SubprocessError."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        command, stdin=quiet, stdout=quiet, stderr=quiet, cwd=folder, start_new_session=True
    ) as office:
        try:
            code = office.wait(PATIENCE)
        except BaseException:
            _end(office)
            raise
    if code:
        raise subprocess.CalledProcessError(code, command)


def _end(office: subprocess.Popen[bytes]) -> None:
    """End a program and those it has started: its own is only a script around the one that works."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError):
            os.killpg(office.pid, signal.SIGKILL)
    office.kill()
