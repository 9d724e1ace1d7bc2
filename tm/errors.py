"""Errors of the translation memory's file formats."""

from corpora.errors import FormatError


class TMXError(FormatError):
    """A file is not a TMX, is broken, or cannot be read safely."""
