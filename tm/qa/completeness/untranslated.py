"""Text left in the language of the source: the whole target, or a stretch of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpora.types import ZH, Span
from tm.qa.check import Check, Knowledge
from tm.qa.completeness.lengths import HAN
from tm.qa.finding import Family, Fault, Severity
from tm.qa.pair import Pair
from tm.wordlists import word_set

# A word of prose: in small letters, or of a form that names seldom have.
_PROSE = re.compile(
    r"(?<![0-9A-Za-zÀ-ɏ_.@/\\:#&=?%’'-])"
    r"(?:[a-z]{3,}|[A-Z][a-z]+(?:tion|sion|ment|ness|ity|ance|ence|ing|ies|ary))s?"
    r"(?![0-9A-Za-zÀ-ɏ_@/\\:#&=%-]|\.[0-9A-Za-z])"
)
_FOREIGN = word_set("al and art co del des du et etc for la las le les los of the van von")
# Latin words in a row, with what may stand between them; bounded by what is no part of a word.
_LATIN = re.compile(
    r"(?<![0-9A-Za-zÀ-ɏ_./@:#&=?%\\-])[A-Za-z][A-Za-z'-]*(?:,? [A-Za-z][A-Za-z'-]*)*"
    r"(?![0-9A-Za-zÀ-ɏ_/@:#&=%\\-]|\.[0-9A-Za-z])"
)
_HAN_RUN = re.compile(
    r"[\u3400-\u4dbf\u4e00-\u9fff](?:[、，《》“”\u3400-\u4dbf\u4e00-\u9fff]*[\u3400-\u4dbf\u4e00-\u9fff])?"
)
_SMALL = re.compile(r"(?<![A-Za-z'’À-ɏ-])[a-z]{3,}(?![A-Za-zÀ-ɏ-])")
# What is kept in its own language on purpose: asides, titles, quotations, addresses, code.
_KEPT = re.compile(
    r"[(（](?:[^()（）]|[(（][^()（）]{0,60}[)）]){0,300}[)）]"
    r"|[\[［〔【][^\[\]［］〔〕【】]{0,300}[\]］〕】]|《[^《》]{0,300}》|〈[^〈〉]{0,300}〉"
    r"|“[^“”]{0,300}”|\"[^\"]{0,300}\"|「[^「」]{0,300}」|`[^`]{0,300}`|<[^<>]{0,300}>"
    r"|(?:https?:|ftp:|www ?\.)[^\s\u3000-\u9fff\uff00-\uffef]*|[\w.+-]{1,64}@[\w.-]{1,255}"
)
_QUOTES = str.maketrans("‘’", "''")
SINGLE = 5  # letters of a word that is reported by itself


def is_untranslated(pair: Pair) -> bool:
    """Whether the target as a whole is in the language of the source, and is no name or code.

    >>> from tm.qa.pair import pair_of
    >>> [is_untranslated(pair_of(text, text, langs=("en", "zh")))
    ...  for text in ("Other matters", "A/69/1 (Part II)", "Tehran")]
    [True, False, False]
    """
    source, target = pair.source.text.strip(), pair.target.text.strip()
    if not source or not target:
        return False
    if pair.target.lang is not ZH:
        return (
            not target.isascii()
            and bool(HAN.search(target))
            and (source == target or not _has_latin_word(target))
        )
    if HAN.search(target):
        return False
    return _is_prose(_blank_kept(target)) and not HAN.search(source)


def _has_latin_word(text: str) -> bool:
    return any("a" <= letter <= "z" or "A" <= letter <= "Z" for letter in text)


def _is_prose(text: str) -> bool:
    return any(word not in _FOREIGN for word in _PROSE.findall(text))


def _blank_kept(text: str) -> str:
    """Return *text* with what may stay in its own language blanked, of the same length."""
    return _KEPT.sub(lambda match: " " * len(match[0]), text)


def untranslated(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """The target is in the language of the source.

    Fires where the target repeats the source or has no word of its own language, and is prose: it
    has a word in small letters, or any Chinese character where English is wanted. Silent on what is
    equal by right: symbols, numbers, addresses, names of persons and places.
    Example: Expression of thanks to the host country | Expression of thanks to the host country
    """
    if is_untranslated(pair):
        text = pair.target.text
        same = "repeats the source" if text.strip() == pair.source.text.strip() else "has no word"
        language = "" if same.startswith("rep") else f" of {pair.target.lang.name}"
        yield Fault(
            f"the target {same}{language}: it was not translated", (), (Span(0, len(text)),)
        )


def source_left(pair: Pair, knowledge: Knowledge) -> Iterator[Fault]:
    """Words of the source were left untranslated inside the target.

    Fires on a stretch that stands in the source as well: Chinese characters in an English target,
    English words in small letters in a Chinese one (a word alone from five letters on). Silent on
    what is kept by right: in brackets, quotation marks or 《》, names in capitals, addresses, code.
    Example: approving two regional projects for young people | 核准两个regional projects
    """
    if not _may_be(pair) or is_untranslated(pair) or not pair.source.text.strip():
        return
    text = pair.target.text
    find = _latin_left if pair.target.lang is ZH else _han_left
    spans = tuple(find(_plain(pair.source.text), _blank_kept(_plain(text))))
    if spans:
        left = [text[span.start : span.end] for span in spans]
        quoted = ", ".join(f"“{words}”" for words in left)
        there = tuple(span for words in left for span in _found(pair.source.text, words))
        yield Fault(f"left untranslated: {quoted}", there, spans)


def _may_be(pair: Pair) -> bool:
    """Tell quickly whether the target has any letter of the other script."""
    text = pair.target.text
    return bool(_SMALL.search(text)) if pair.target.lang is ZH else not text.isascii()


def _plain(text: str) -> str:
    return text.translate(_QUOTES)


def _found(source: str, left: str) -> tuple[Span, ...]:
    place = _plain(source).find(_plain(left))
    return (Span(place, place + len(left)),) if place >= 0 else ()


def _han_left(source: str, target: str) -> Iterator[Span]:
    for match in _HAN_RUN.finditer(target):
        if match[0] in source:
            yield Span(*match.span())


def _latin_left(source: str, target: str) -> Iterator[Span]:
    if not HAN.search(target):
        return
    for match in _LATIN.finditer(target):
        small = [word for word in _SMALL.findall(match[0]) if word not in _FOREIGN]
        if not small or match[0] not in source:
            continue
        if " " in match[0] or len(small[0]) >= SINGLE:
            yield Span(*match.span())


CHECKS = (
    Check(
        "target-untranslated",
        Family.COMPLETENESS,
        "untranslated",
        Severity.ERROR,
        find=untranslated,
    ),
    Check("source-left", Family.COMPLETENESS, "untranslated", Severity.WARNING, find=source_left),
)
