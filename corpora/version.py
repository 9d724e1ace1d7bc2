"""Which version of the program this is."""

from __future__ import annotations

from importlib import metadata


def version() -> str:
    """Return the version that is installed; ``unknown`` in a source tree that is not."""
    try:
        return metadata.version("duizhao")
    except metadata.PackageNotFoundError:
        return "unknown"
