"""Zip archives and XML from strangers: bounded in size, no entities, no network."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import Path

from lxml import etree

from corpora.errors import FormatError

LIMIT = 128 << 20  # bytes of XML that one document may unpack to; a 1,000-page report has 20 MB
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_HEAD = 1 << 16  # bytes; a document type stands before the first element


class Parts:
    """The parts of an Office document, read one by one under a common limit of size."""

    def __init__(self, data: bytes, path: str | Path | None = None) -> None:
        """Open the archive.

        Raises:
            FormatError: *data* is no zip archive.
        """
        self.path = path
        self.left = LIMIT
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(data))
            self.names = frozenset(self.archive.namelist())
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
            raise FormatError(
                f"a damaged zip archive ({error})", path, remedy="save the document again in Word"
            ) from error

    def read(self, name: str) -> bytes:
        """Unpack one part; what the archive claims about sizes is not believed.

        Raises:
            FormatError: the part is damaged, encrypted or too large.
        """
        try:
            with self.archive.open(name) as stream:
                content = stream.read(self.left + 1)
        except RuntimeError as error:  # zipfile has no narrower error for encrypted members
            raise FormatError(
                "protected by a password", self.path, remedy="save it without one"
            ) from error
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
            raise FormatError(
                f"its part {name} is damaged ({error})", self.path, remedy="save it again in Word"
            ) from error
        self.left -= len(content)
        if self.left < 0:
            raise FormatError(
                f"it unpacks to more than {LIMIT >> 20} MB (a zip bomb?)",
                self.path,
                remedy="do not trust this file, or split the document",
            )
        return content

    def xml(self, name: str) -> etree._Element | None:
        """Parse one part; None where the archive has no such part."""
        return parse_xml(self.read(name), self.path) if name in self.names else None


def parse_xml(data: bytes, path: str | Path | None = None) -> etree._Element:
    """Parse XML that must not declare a document type, hence no entities.

    Raises:
        FormatError: it is not well-formed, or declares a document type.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if _DECLARES.search(data[:_HEAD].replace(b"\0", b"")):  # the parser gave up on entities
            raise _declares_entities(path) from error
        raise FormatError(
            f"its XML is broken ({error.msg})",
            path,
            line=error.lineno,
            remedy="save the document again in its own program",
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _declares_entities(path)
    return root


def _declares_entities(path: str | Path | None) -> FormatError:
    return FormatError(
        "its XML declares entities or a document type, which no word processor writes",
        path,
        remedy="do not trust this file, or save it again in Word",
    )
