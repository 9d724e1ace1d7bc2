"""Links, mail addresses and note marks: what a translation takes over as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpora.types import Span
from tm.qa.check import Check, Knowledge
from tm.qa.finding import Family, Fault, Severity
from tm.qa.form.places import both_sides, fault_in, side_name
from tm.qa.pair import Pair

_LINK = re.compile(
    r"(?:https?://|www\.)[\x21-\x7e]{2,2000}|[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9][A-Za-z0-9.-]{2,250}"
)
_BEHIND = ".,;:!?)]}>'\"/"
# The language is part of many addresses: un.org/zh/ga, un.org/en/ga, chinese.doc.pdf.
_LANGUAGE = re.compile(
    r"(?<![a-z0-9])(?:zh|cn|ch|en|eng|chn|chi|chinese|english|c|e)(?:[-_](?:cn|hans|us|gb))?"
    r"(?![a-z0-9])"
)
_NOTE = re.compile("[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}")
_POWER = re.compile(r"\d$|(?:^|[^A-Za-z])[kcdm]?m$")  # before it: 10⁶, km²
_NOTE_IN_BRACKETS = re.compile(r"(?<=[\w.,;:。，；：”\"])\[\d{1,3}\]")


def _links(text: str) -> dict[str, Span]:
    """Return the links of *text*, without what differs by language, and where they stand."""
    if "@" not in text and "www" not in text and "http" not in text:
        return {}
    found: dict[str, Span] = {}
    for match in _LINK.finditer(text):
        link = match[0].rstrip(_BEHIND)
        key = link.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.")
        found.setdefault(_LANGUAGE.sub("", key), Span(match.start(), match.start() + len(link)))
    return found


def link(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A link or mail address of one text is not in the other.

    Fires on another address, and on one that is missing. Silent on the language within an address
    (un.org/zh/ga and un.org/en/ga), on http and https, and on marks behind it.
    Example: 见www.example.org/data。 | See www.example.org/date.
    """
    source, target = _links(pair.source.text), _links(pair.target.text)
    if source.keys() == target.keys():
        return
    for side, _other in both_sides(pair):
        here, there = (source, target) if side is pair.source else (target, source)
        for key, span in here.items():
            if key not in there and (side is pair.source or len(target) > len(source)):
                shown = side.text[span.start : span.end]
                missing = "target" if side is pair.source else "source"
                yield fault_in(pair, side, f"{shown} is not in the {missing}", (span,))


def _notes(text: str) -> list[re.Match[str]]:
    raised = [] if text.isascii() else [m for m in _NOTE.finditer(text) if not _is_power(m)]
    return raised + (list(_NOTE_IN_BRACKETS.finditer(text)) if "[" in text else [])


def _is_power(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 3) : match.start()]
    return _POWER.search(before) is not None


def note_mark(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A note mark is in one text only.

    Fires on ¹ and [23]. Silent on the exponents of units (m², km³) and of figures, and where the
    other text has the mark at another place.
    Example: 第一份来文¹已收到。 | The first communication has been received.
    """
    for side, other in both_sides(pair):
        found = _notes(side.text)
        if not found:
            continue
        for match in found:
            if match[0] in other.text:
                continue
            message = f"note mark {match[0]} only in the {side_name(pair, side)}"
            yield fault_in(pair, side, message, (Span(*match.span()),))


CHECKS = (
    Check("link-differs", Family.FORM, "inconsistent-entities", Severity.ERROR, link),
    Check("note-mark-differs", Family.FORM, "omission", Severity.WARNING, note_mark),
)
