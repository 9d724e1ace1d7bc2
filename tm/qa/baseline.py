"""Findings that somebody has looked at and accepted: they are not shown again.

A finding is known by its code and both texts, not by its place or its message: lines may move
and messages may be worded better. Whatever of that code stands in the pair is accepted with it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from corpora.errors import FormatError
from corpora.files import open_whole, read_utf8
from tm.qa.pair import Pair

TOOL: Final = "duizhao check"
VERSION: Final = 1
_MARK = re.compile(r"[a-z0-9-]+:[0-9a-f]{32}")
_REMEDY: Final = "give a file written with --write-baseline or exported from the HTML report"


def fingerprint(code: str, pair: Pair) -> str:
    """Return what a finding of *code* in *pair* is known by, whatever its place and message.

    >>> from tm.qa.pair import pair_of
    >>> fingerprint("number-differs", pair_of("5月", "June"))
    'number-differs:f031c01c5e52278505f1cbd309ff6e8d'
    """
    return f"{code}:{_digest(pair.source.text, pair.target.text)}"


@lru_cache(256)  # a long pair may have thousands of findings
def _digest(source: str, target: str) -> str:
    texts = f"{source}\0{target}".encode("utf-8", "replace")
    return blake2b(texts, digest_size=16).hexdigest()


def write_baseline(path: str | Path, accepted: Iterable[str]) -> None:
    """Write the fingerprints *accepted* to *path*, sorted, so that versions can be compared.

    Raises:
        FormatError: *path* cannot be written.
    """
    content = {"tool": TOOL, "version": VERSION, "accepted": sorted(set(accepted))}
    with open_whole(path) as stream:
        stream.write(f"{json.dumps(content, indent=1)}\n".encode())


def read_baseline(path: str | Path) -> frozenset[str]:
    """Read the fingerprints that were accepted.

    Raises:
        FormatError: it is no baseline, of another version, or broken.
    """
    try:
        content: Any = json.loads(read_utf8(path, _REMEDY))
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        raise FormatError("not a baseline: not JSON", path, line=line, remedy=_REMEDY) from error
    if not isinstance(content, dict) or content.get("tool") != TOOL:
        raise FormatError("not a baseline of duizhao check", path, remedy=_REMEDY)
    if content.get("version") != VERSION:
        problem = f"a baseline of version {content.get('version')!r}; this is version {VERSION}"
        raise FormatError(problem, path, remedy="write it anew with --write-baseline")
    accepted = content.get("accepted")
    if not isinstance(accepted, list) or not all(map(_is_mark, accepted)):
        raise FormatError("a broken baseline: an entry is no mark", path, remedy=_REMEDY)
    return frozenset(accepted)


def _is_mark(value: object) -> bool:
    return isinstance(value, str) and bool(_MARK.fullmatch(value))
