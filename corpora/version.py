"""Which version of the program this is."""

from __future__ import annotations


def version() -> str:
    """Return the version that is installed; ``unknown`` in a source tree that is not."""
    from importlib import metadata  # 10 ms, which no lookup should wait for

    try:
        return metadata.version("duizhao")
    except metadata.PackageNotFoundError:
        return "unknown"
