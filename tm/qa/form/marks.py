"""Marks of punctuation of the other language, and doubled ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from corpora.types import Span
from tm.folding import HAN
from tm.qa.check import Check, Knowledge
from tm.qa.finding import Family, Fault, Severity
from tm.qa.form.places import both_sides, fault_in, side_name
from tm.qa.pair import Pair, Side, Spans

_CLAUSE_END = rf"[{HAN}”》」』）)]"
# Not “.” behind the number of a heading, 一. or 十二., nor a mark within (a; b) of a formula.
_HALF_WIDTH = re.compile(
    rf"[,;?!:.](?:(?<={_CLAUSE_END}[,;?!])(?!\w?[)\]/])|(?<={_CLAUSE_END}:)(?=[{HAN}“《])"
    rf"|(?<=[{HAN}”》」』]\.)(?<!^[一二三四五六七八九十]\.)(?<!十[一二三四五六七八九]\.)"
    rf"(?=[{HAN}“《「]|$))"
)
_FULL_WIDTH = re.compile("[，。；：？！（）、《》〈〉「」『』【】．％\u3000｡､]")
_HAN = re.compile(rf"[{HAN}]")
_RUN = re.compile("[，。；：、,;.][，。；：、,;.]+")
# Not ellipses, nor the full stop of an abbreviation before another mark: etc., and U.S.;
_DOUBLED = re.compile(r"([，。；：、])\1*(?:\1|[，。；：、])|,[,;.]|;[;,.]|\.\.")
_PATH = re.compile(r"[./\\\w]")
# From so many texts on, and where they outnumber those with the usual marks, strange marks are
# how the author writes.
_HABIT = 20
_USUAL_CHINESE = re.compile("[，；：？！]")
_USUAL_ENGLISH = re.compile("[,;:?!()]")


def half_width(pairs: Sequence[Pair], _: Knowledge) -> Iterator[tuple[Pair, Fault]]:
    """A Chinese text has the half-width mark of an English one.

    Fires on , ; : ? ! and . behind Chinese characters. Silent on half-width brackets, which the
    United Nations use in Chinese, on straight quotation marks, on marks within figures, symbols and
    Latin words, and on numbers of headings. Where texts with half-width marks are the rule in a
    file, only the first is named.
    Example: 据审计员称,账目无误。 | According to the auditors, the accounts are in order.
    """
    usual = sum(_USUAL_CHINESE.search(pair.zh.text) is not None for pair in pairs)
    yield from _strange(pairs, _half_widths, told="half-width {} in Chinese", usual=usual)


def full_width(pairs: Sequence[Pair], _: Knowledge) -> Iterator[tuple[Pair, Fault]]:
    """An English text has the full-width mark of a Chinese one.

    Fires on ， 。 ； and the like, and on 《》 around a title. Silent beside Chinese characters
    that the English quotes. Where texts with full-width marks are the rule in a file, only the
    first is named.
    Example: 为此，设立了基金。 | To that end， a fund was set up.
    """
    usual = sum(_USUAL_ENGLISH.search(pair.en.text) is not None for pair in pairs)
    yield from _strange(pairs, _full_widths, told="full-width {} in English", usual=usual)


def _strange(
    pairs: Sequence[Pair],
    read: Callable[[Pair], tuple[Side, Spans]],
    *,
    told: str,
    usual: int,
) -> Iterator[tuple[Pair, Fault]]:
    """Yield the pairs in which *read* finds marks; the first alone where they are a habit.

    *usual* is how many texts have the marks of their own language.
    """
    found = [(pair, side, spans) for pair in pairs for side, spans in [read(pair)] if spans]
    is_habit = len(found) > _HABIT and len(found) > usual
    for pair, side, spans in found[: 1 if is_habit else None]:
        marks = dict.fromkeys(side.text[span.start : span.end] for span in spans)
        message = told.format(" ".join("space" if mark.isspace() else mark for mark in marks))
        if is_habit:
            message += f", as in {len(found)} of {len(pairs)} texts"
        yield pair, fault_in(pair, side, message, spans)


def _half_widths(pair: Pair) -> tuple[Side, Spans]:
    found = _HALF_WIDTH.finditer(pair.zh.text)
    return pair.zh, tuple(Span(*match.span()) for match in found)


def _full_widths(pair: Pair) -> tuple[Side, Spans]:
    text = pair.en.text
    if text.isascii():
        return pair.en, ()
    return pair.en, tuple(
        Span(*match.span())
        for match in _FULL_WIDTH.finditer(text)
        if not _HAN.search(text[max(0, match.start() - 2) : match.end() + 2])
    )


def doubled(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A mark of punctuation stands twice, or two stand where one belongs.

    Fires on 。。 and ，， and on two commas or full stops. Silent on ellipses (…… or ...), on
    dashes (——), on ?! and !!, on the full stop of an abbreviation before another mark (etc.,), and
    where the other text has the same marks.
    Example: 报告已印发。。 | The report was issued.
    """
    for side, other in both_sides(pair):
        for match in _RUN.finditer(side.text):
            if _is_doubled(match) and match[0] not in other.text:
                message = f"{match[0]} in the {side_name(pair, side)}"
                yield fault_in(pair, side, message, (Span(*match.span()),))


def _is_doubled(match: re.Match[str]) -> bool:
    if not _DOUBLED.fullmatch(match[0]):
        return False
    start, end = match.span()
    before, after = match.string[max(0, start - 1) : start], match.string[end : end + 1]
    return match[0] != ".." or not (_PATH.match(after) or before in "./\\" or not before)


CHECKS = (
    Check("half-width-mark", Family.FORM, "typographical", Severity.ERROR, compare=half_width),
    Check("full-width-mark", Family.FORM, "typographical", Severity.ERROR, compare=full_width),
    Check("doubled-mark", Family.FORM, "typographical", Severity.ERROR, doubled),
)
