"""Every problem of a TMX, with its line and its remedy, however broken the file is.

Shows each fragment of a file to the rules that are made for it, and remembers which units came
before. Knows neither how a file is cut (``tmx_fragments``) nor what is wrong (``tmx_rules``).
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from tm.formats.clean import clean_text
from tm.formats.tmx_findings import Finding
from tm.formats.tmx_fragments import Fragment, fragments
from tm.formats.tmx_rules import RULES
from tm.formats.tmx_vocabulary import source_of

_BY_KIND = {
    kind: [code for code, rule in RULES.items() if kind in rule.kinds]
    for kind in ("start", "doctype", "root", "header", "unit", "again", "outside", "end")
}
# what seems to be missing where the parser had to guess
_ABSENT = frozenset({"no-variant", "one-variant", "no-segment", "text-outside", "header-attribute"})


class Defect(NamedTuple):
    """A problem of a file: what, where, who refuses or loses what for it, and what to do."""

    code: str
    severity: str  # "error" or "warning"
    line: int
    message: str
    remedy: str
    clients: tuple[str, ...]


def check_tmx(path: str | Path, *, encoding: str = "") -> Iterator[Defect]:
    """Yield every problem of the TMX at *path*, in the order of the file.

    *encoding* overrules what the file says of itself. A file in gzip is unpacked.

    Raises:
        TMXError: the file cannot be opened; whatever is in it is a defect.
    """
    seen: dict[int, int] = {}
    for fragment in fragments(path, encoding=encoding):
        if fragment.kind == "unit":
            found = defects(fragment._replace(repeats=repeated(fragment, seen)))
        else:
            found = defects(fragment)
        yield from sorted(found, key=lambda defect: defect.line)


def defects(fragment: Fragment) -> Iterator[Defect]:
    """Yield the problems of one fragment."""
    for mark in fragment.marks:
        yield _defect(mark.code, Finding(mark.line, mark.detail))
    broken = any(mark.code == "not-well-formed" for mark in fragment.marks)
    for code in _BY_KIND[fragment.kind]:
        if broken and code in _ABSENT:
            continue
        for finding in RULES[code].find(fragment):
            yield _defect(code, finding)


def _defect(code: str, finding: Finding) -> Defect:
    rule = RULES[code]
    first = (rule.find.__doc__ or code).split("\n")[0].rstrip(".")
    message = f"{first}: {finding.detail}" if finding.detail else first
    return Defect(code, rule.severity, finding.line, message, rule.remedy, rule.clients)


def explain(code: str) -> str:
    """Return what people should know of *code*: what is wrong, whom it harms, what to do.

    >>> explain("srclang-all").splitlines()[1:]
    ['error: Weblate', 'let srclang name the tag of the source variants']
    """
    rule = RULES[code]
    harmed = ", ".join(rule.clients) or "the standard, or people"
    text = " ".join((rule.find.__doc__ or "").split())
    return f"{text}\n{rule.severity}: {harmed}\n{rule.remedy}"


def repeated(fragment: Fragment, seen: dict[int, int]) -> str:
    """Name what the unit *fragment* repeats; else note in *seen* which targets its source has."""
    if fragment.element is None or len(fragment.views) < 2:
        return ""
    wanted = source_of(fragment.element, fragment.srclang)
    views = sorted(fragment.views, key=lambda view: view.lang.replace("_", "-").lower() != wanted)
    source, *targets = [(clean_text(view.text), view.lang.lower()) for view in views]
    keys = {_digest(*source, lang): _digest(text) for text, lang in targets}
    if any(seen.get(key, target) != target for key, target in keys.items()):
        return "other-target"
    if seen.keys() >= keys.keys():
        return "duplicate"
    seen.update(keys)
    return ""


def _digest(*texts: str) -> int:
    return int.from_bytes(blake2b("\n".join(texts).encode(), digest_size=8).digest())
