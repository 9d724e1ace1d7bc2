"""Names of a package that are imported when they are first asked for (PEP 562)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module


def imported_when_asked(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """Return a ``__getattr__`` for *package* that finds each name in the module *homes* says.

    A command that looks up a word does not wait for the readers of every format.

    >>> imported_when_asked("corpora", {"ZH": "corpora.types"})("ZH").code
    'zh'
    """

    def found(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(homes[name]), name)

    return found
