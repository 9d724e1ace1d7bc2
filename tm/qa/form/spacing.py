"""Spaces too many or too few around words and marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from corpora.types import Span
from tm.folding import HAN
from tm.qa.check import Check, Knowledge
from tm.qa.finding import Family, Fault, Severity
from tm.qa.form.places import both_sides, fault_in, side_name
from tm.qa.pair import Pair, Side, Spans

_SPACE = "[ \u00a0\u3000]"
# What is rarest first, and what stands before it afterwards: that takes a quarter of the time.
_SPACED = re.compile(rf"[,;.?!，。；：、？！)\]）》](?<={_SPACE}.)(?:(?<![,;.?!])|(?=\s|$))")
_OPENED = re.compile(rf"[(\[（《]{_SPACE}{{1,8}}(?=\w)")
_DOUBLE_SPACE = re.compile(rf"{_SPACE}{{2,9}}(?=\S)")
_GAP = re.compile(
    rf"[ \u3000]+(?<=[{HAN}，、；][{HAN}，、；].)(?<![一二三四五六七八九十].)(?=[{HAN}])"
)
_ARTICLE = re.compile(rf"第[{HAN}\d]{{1,9}}[条條章节節编編款项項]$")  # set off by a space in laws
_LONGEST_ARTICLE = 12
_MANY = 2  # gaps in a text that is set with spaces on purpose: a table, a form
_ENDS_SENTENCE = frozenset(".?!:。？！：”’\"')）")  # typists once put two spaces behind it
_LOST_SPACE = re.compile(r"[,;?!.](?:(?<=[,;])(?=[A-Za-z]{2})|(?<=[?!.])(?=[A-Z][a-z]))")
_HABIT = 20  # texts with spaced marks, and
_HABITUAL = 0.02  # the share of them, that make a habit
_LONGEST_LINK = 300  # characters before a mark that are looked at for one
_IN_LINK = re.compile(r"[/@=\\]|www\.")


def spaced_mark(pairs: Sequence[Pair], _: Knowledge) -> Iterator[tuple[Pair, Fault]]:
    """A space stands before a mark of punctuation, or inside a bracket.

    Fires in either language. Silent on an ellipsis that is set off by spaces, and on a dash. Where
    it is a habit of the translation, only the first is named; see `source-spaced-mark`.
    Example: 教育部及其伙伴 | the Ministry of Education , and its partners
    """
    yield from _spaced(pairs, lambda pair: pair.target)[0]
    found, is_habit = _spaced(pairs, lambda pair: pair.source)
    yield from () if is_habit else found


def spaced_source(pairs: Sequence[Pair], _: Knowledge) -> Iterator[tuple[Pair, Fault]]:
    """Spaces before marks or inside brackets are a habit of the source.

    Fires once, where many texts have them: nobody mends a source that he translates. Silent on
    single ones, which are `spaced-mark`.
    Example: 第2140 ( 2014 )号决议 | resolution 2140 (2014)
    """
    found, is_habit = _spaced(pairs, lambda pair: pair.source)
    yield from found if is_habit else ()


def _spaced(
    pairs: Sequence[Pair], side_of: Callable[[Pair], Side]
) -> tuple[list[tuple[Pair, Fault]], bool]:
    """Return the faults of one side, the first alone where they are a habit; say whether so."""
    found = [(pair, spans) for pair in pairs if (spans := _spaces_in(side_of(pair).text))]
    is_habit = len(found) >= max(_HABIT, _HABITUAL * len(pairs))
    habit = f", as in {len(found):,} of {len(pairs):,} texts" if is_habit else ""
    faults = []
    for pair, spans in found[: 1 if is_habit else None]:
        side = side_of(pair)
        mark = side.text[spans[0].start : spans[0].end].strip()
        message = f"space beside {mark} in the {side_name(pair, side)}{habit}"
        faults.append((pair, fault_in(pair, side, message, spans)))
    return faults, is_habit


def _spaces_in(text: str) -> Spans:
    marks = (match.start() for match in _SPACED.finditer(text) if match.start() > 1)
    return (
        *(Span(place - 1, place + 1) for place in marks),
        *(Span(*match.span()) for match in _OPENED.finditer(text)),
    )


def double_space(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """Two spaces stand between words.

    Fires within a sentence. Silent behind the end of a sentence, where some authors type two, and
    at the ends of a text.
    Example: 两名证人出庭。 | Two  witnesses appeared.
    """
    for side, _other in both_sides(pair):
        if side.text.isascii() and "  " not in side.text:
            continue
        for match in _DOUBLE_SPACE.finditer(side.text):
            before = side.text[max(0, match.start() - 1) : match.start()]
            if before and before not in _ENDS_SENTENCE:
                message = f"{len(match[0])} spaces in the {side_name(pair, side)}"
                yield fault_in(pair, side, message, (Span(*match.span()),))


def chinese_gap(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A space stands between two words of a Chinese sentence.

    Fires in texts with a comma or a full stop. Silent beside Latin letters and figures, in headings
    and tables, where words are set apart, and behind the number of an item or article.
    Example: 双方同意继 续谈判，并确定了日期。 | They agreed to continue, and set a date.
    """
    text = pair.zh.text
    if "，" not in text and not text.endswith("。"):
        return
    spans = tuple(
        Span(*match.span()) for match in _GAP.finditer(text) if not _is_behind_article(match)
    )
    if 0 < len(spans) <= _MANY:
        yield pair.fault("space within a Chinese sentence", zh=spans)


def _is_behind_article(match: re.Match[str]) -> bool:
    start = match.start()
    return bool(_ARTICLE.search(match.string[max(0, start - _LONGEST_ARTICLE) : start]))


def lost_space(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """No space stands behind a mark of an English text.

    Fires on commas and semicolons before a letter, and on full stops before a capital. Silent
    within links, figures, symbols and abbreviations.
    Example: 理事会，特别是主席 | the Council,in particular its President
    """
    text = pair.en.text
    for match in _LOST_SPACE.finditer(text):
        earliest = max(0, match.start() - _LONGEST_LINK)
        begin = text.rfind(" ", earliest, match.start()) + 1 or earliest
        word = text[begin : match.start()]
        if word[-2:].isalpha() and word[-2:].islower() and not _IN_LINK.search(word):
            yield pair.fault(f"no space behind “{match[0]}”", en=(Span(*match.span()),))


def edges(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """One text begins or ends with white space and the other does not.

    Fires on spaces, tabs and ends of lines. A note: programs may need the space. Silent where both
    have it, or neither.
    Example: “议程 ” | “Agenda”
    """
    for side, other in both_sides(pair):
        text, size = side.text, len(side.text)
        if not (text.strip() and other.text.strip()):
            continue
        head, tail = size - len(text.lstrip()), len(text.rstrip())
        name = side_name(pair, side)
        if head and not other.text[0].isspace():
            yield fault_in(pair, side, f"the {name} begins with white space", (Span(0, head),))
        if tail < size and not other.text[-1].isspace():
            yield fault_in(pair, side, f"the {name} ends with white space", (Span(tail, size),))


CHECKS = (
    Check("spaced-mark", Family.FORM, "whitespace", Severity.WARNING, compare=spaced_mark),
    Check("source-spaced-mark", Family.FORM, "whitespace", Severity.NOTE, compare=spaced_source),
    Check("double-space", Family.FORM, "whitespace", Severity.WARNING, double_space),
    Check("chinese-gap", Family.FORM, "whitespace", Severity.WARNING, chinese_gap),
    Check("lost-space", Family.FORM, "whitespace", Severity.WARNING, lost_space),
    Check("edge-space", Family.FORM, "whitespace", Severity.NOTE, edges),
)
