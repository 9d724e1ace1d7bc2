"""From a path to passages: tells the format by content, refuses what cannot be read.

Knows which reader reads what; each reader knows its own format.
"""

from __future__ import annotations

import re
from pathlib import Path

from corpora.characters import clean
from corpora.doc import read_doc
from corpora.docx import read_docx
from corpora.encoding import decode
from corpora.errors import FormatError
from corpora.html import read_html
from corpora.passages import Passage
from corpora.pdf import read_pdf
from corpora.text import read_text
from corpora.types import Progress
from corpora.unzip import Parts

LIMIT = 64 << 20  # bytes of one file; 50 MB are some 10,000 pages

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).){0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\b")
_HTML_SUFFIXES = (".html", ".htm", ".xhtml")
_CLAIMS = {".docx": "a Word document (.docx)", ".pdf": "a PDF", ".doc": "a Word document (.doc)"}


def read_passages(path: str | Path, *, progress: Progress | None = None) -> tuple[Passage, ...]:
    """Read the passages of a .txt, .docx, .html, .pdf, .doc, .rtf or .odt file, in order.

    The content decides on the format, not the suffix. *progress* is told of each
    page of a PDF.

    Raises:
        FormatError: the file cannot be read as a document; the message says why.
    """
    path = Path(path)
    found = _read(_bytes(path), path, progress)
    passages = tuple(_cleaned(passage) for passage in found)
    passages = tuple(passage for passage in passages if passage.text)
    if not passages:
        raise FormatError("no text in it", path, remedy="give a file that holds the document")
    return passages


def read_lines(path: str | Path) -> list[str]:
    """Read the lines of a text file, each cleaned; empty ones count, but not at the end.

    Raises:
        FormatError: the file cannot be read as text; the message says why.
    """
    path = Path(path)
    data = _bytes(path)
    if data.startswith((_OLE, b"PK\x03\x04", b"%PDF-", b"{\\rtf")):
        raise FormatError(
            "not plain text, which a segment a line needs",
            path,
            remedy="save it as .txt, or leave --lines off",
        )
    lines = [clean(line) for line in re.split("\r\n|\r|\n", decode(data, path))]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _bytes(path: Path) -> bytes:
    """Return the content of an ordinary file of sensible size."""
    try:
        if path.is_dir():
            raise FormatError("a folder, not a file", path, remedy="name one document in it")
        if path.exists() and not path.is_file():
            raise FormatError("not an ordinary file", path, remedy="name a document")
        if (size := path.stat().st_size) > LIMIT:
            raise FormatError(
                f"too large ({size >> 20} MB; at most {LIMIT >> 20} MB)",
                path,
                remedy="split the document",
            )
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise FormatError("no such file", path, remedy="check the name") from error
    except (OSError, ValueError) as error:
        why = (isinstance(error, OSError) and error.strerror) or error
        raise FormatError(
            f"cannot be read ({why})", path, remedy="check its permissions"
        ) from error
    if not data.strip():
        raise FormatError("an empty file", path, remedy="give a file that holds the document")
    return data


def _read(data: bytes, path: Path, progress: Progress | None) -> list[Passage]:
    if b"%PDF-" in data[:1024]:
        return read_pdf(data, path, progress=progress)
    if data.startswith(_OLE):
        return _read_ole(data, path)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _read_zip(data, path)
    if data.startswith(b"{\\rtf"):
        return read_doc(data, path, ".rtf")
    suffix = path.suffix.lower()
    if suffix in _CLAIMS:
        kind = "a damaged file or another format"
        raise FormatError(
            f"not {_CLAIMS[suffix]} but {kind}", path, remedy="save it again, or correct its suffix"
        )
    if suffix in _HTML_SUFFIXES or _HTML.match(data[:8192]):
        return read_html(data, path)
    if _XML.match(data[:1024]):
        raise FormatError("XML, not a document", path, remedy="give .txt, .docx, .html or .pdf")
    return read_text(data, path)


def _read_ole(data: bytes, path: Path) -> list[Passage]:
    if _ENCRYPTED in data:
        raise FormatError(
            "protected by a password", path, remedy="open it in Word and save it without one"
        )
    return read_doc(data, path, ".doc")


def _read_zip(data: bytes, path: Path) -> list[Passage]:
    parts = Parts(data, path)
    if "mimetype" in parts.names and b"opendocument.text" in parts.read("mimetype"):
        return read_doc(data, path, ".odt")
    return read_docx(data, path)


def _cleaned(passage: Passage) -> Passage:
    return Passage(
        clean(passage.text), passage.page, passage.hint, passage.level, clean(passage.label)
    )
