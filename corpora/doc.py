"""Old formats (.doc, .rtf, .odt) by way of LibreOffice, where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from corpora.docx import read_docx
from corpora.errors import FormatError
from corpora.passages import Passage

_SECONDS = 180


def read_doc(data: bytes, path: str | Path, kind: str) -> list[Passage]:
    """Convert a document to .docx and read that.

    Raises:
        FormatError: LibreOffice is not installed, or cannot read the file.
    """
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise FormatError(
            f"reading {kind} needs LibreOffice, which is not installed",
            path,
            remedy="install it (soffice), or save the document as .docx",
        )
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"document{kind}")
        source.write_bytes(data)
        _convert(office, source, path)
        target = source.with_suffix(".docx")
        if not target.is_file():
            raise FormatError(
                "LibreOffice cannot read it", path, remedy="save the document as .docx"
            )
        return read_docx(target.read_bytes(), path)


def _convert(office: str, source: Path, path: str | Path) -> None:
    """Run LibreOffice with a profile of its own, so that an open window does not block it."""
    profile = (source.parent / "profile").as_uri()
    command = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx"]
    command += ["--outdir", str(source.parent), str(source)]
    try:
        subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)
    except (OSError, subprocess.SubprocessError) as error:
        raise FormatError(
            "LibreOffice failed to convert it", path, remedy="save the document as .docx"
        ) from error
