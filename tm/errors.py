"""Errors of the memory and of the files that carry units."""

from corpora.errors import DuizhaoError, FormatError


class TMXError(FormatError):
    """A file is not a TMX, is broken, or cannot be read safely."""


class StoreError(FormatError):
    """A memory cannot be opened, read or written."""


class SchemaVersionError(StoreError):
    """A newer Duizhao made the memory."""


class XLIFFError(FormatError):
    """A file is not an XLIFF, is broken, or cannot be read safely."""


class TableError(FormatError):
    """A table of texts cannot be read, or has no two columns in two languages."""


class TBXError(FormatError):
    """A file is not a TBX, is broken, or cannot be read safely."""


class POError(FormatError):
    """A file is not a PO, or is broken."""


class QueryError(DuizhaoError):
    """A memory cannot be searched for this."""


class TermError(DuizhaoError):
    """A concept cannot be kept, or there is none of that number."""


class CheckError(DuizhaoError):
    """No check, family, severity or format of reports is called so, or a setting names none."""
