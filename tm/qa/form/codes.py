"""Inline codes, tags and placeholders: they come back in the target as they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from corpora.types import Span
from tm.qa.check import Check, Knowledge
from tm.qa.finding import Family, Fault, Severity
from tm.qa.form.places import both_sides, fault_in, side_name
from tm.qa.pair import Pair

# In the canonical form of tm.formats.inline: a pair is counted by its opening code, and what lost
# its other half is an <it>.
_CODE = re.compile(r"<(bpt|ph|it|hi)\b([^<>]*)>")
_NUMBER = re.compile(r'\b[xi]="(\d{1,9})"')
_NAMES = {"bpt": "pair", "ph": "placeholder", "it": "half of a pair", "hi": "highlight"}
_SIGN = re.compile("[%{<]")  # that each begins with
_PLACEHOLDER = re.compile(
    r"(?<![0-9A-Za-z])%(?:\(\w{1,40}\)|\d\$)?[sd](?![a-z])|\{[a-z_0-9]{0,40}\}|</?[a-zA-Z][^<>]{0,300}>"
)


def _codes_of(inline: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for name, rest in _CODE.findall(inline):
        number = _NUMBER.search(rest)
        found[f"{_NAMES[name]} {number[1] if number else ''}".strip()] += 1
    return found


def codes(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """An inline code of the source is missing in the target, or the target has one more.

    Fires on bold text that is plain in the translation, and on a pair of codes that closes before
    it opens. Silent on codes that stand elsewhere, because the order of words differs between
    Chinese and English, and on a target without text.
    Example: <b>会议</b> | Meeting
    """
    if not (pair.source.inline or pair.target.inline) or not pair.target.text:
        return
    source, target = _codes_of(pair.source.inline), _codes_of(pair.target.inline)
    for told, left in (("missing in", source - target), ("added in", target - source)):
        if left:
            yield Fault(f"codes {told} the target: {', '.join(left.elements())}")


def placeholders(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A tag or placeholder in the text is missing on the other side.

    Fires on %s, {count} and <strong> of programs and web pages. Silent on per cent signs and on <
    and > as signs of order.
    Example: 共{count}项 | Items in all
    """
    texts = (pair.source.text, pair.target.text)
    if not all(texts) or not any(map(_SIGN.search, texts)):
        return
    for side, other in both_sides(pair):
        left = Counter(_PLACEHOLDER.findall(other.text))
        for match in _PLACEHOLDER.finditer(side.text):
            if left[match[0]]:
                left[match[0]] -= 1
                continue
            message = f"{match[0]} only in the {side_name(pair, side)}"
            yield fault_in(pair, side, message, (Span(*match.span()),))


CHECKS = (
    Check("codes-differ", Family.FORM, "markup", Severity.ERROR, codes),
    Check("placeholder-differs", Family.FORM, "markup", Severity.ERROR, placeholders),
)
