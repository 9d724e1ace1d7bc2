"""Words and phrases that stand twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from operator import eq

from corpora.types import Span
from tm.qa.check import Check, Knowledge
from tm.qa.cutting import words_of
from tm.qa.finding import Family, Fault, Severity
from tm.qa.pair import Pair
from tm.wordlists import word_set

_TWICE = re.compile(r"\b([A-Za-z]+)[ \u00a0]+\1\b(?!['’-])", re.IGNORECASE)
_LONGEST_PHRASE = 4  # words
_NO_MARKS = str.maketrans("", "", ".,;:!?()[]\"“”’'*")  # that touch a word
_PHRASE_TWICE = re.compile(
    r"\b([A-Za-z]+(?:[ \u00a0][A-Za-z]+){1,3})[ \u00a0]\1\b(?!['’-])", re.IGNORECASE
)
# "The work that that entails", "they had had time", "a very very long way", "gave her her papers".
# "From time to time to", "more and more and": the words before them make the phrase.
_PHRASES = frozenset(("time to", "day to", "more and", "over and", "again and", "year after"))
_RIGHTLY_TWICE = word_set("had that very long so no more do is her many far again ha hear bye")
_PARTICLES = word_set("in on up over by as for to out off through at about")
# "Phased in in 2010", "carried on on Monday": the first particle belongs to the verb.
_VERB_BEFORE = re.compile(
    r"\b(?:phas|sett?|put|stepp?|tak|com|came|took|brought|bring|carri|mov|bas|reli|call|referr|"
    r"adher|liv|sworn|logg|signn?|fill|hand|turn|broken?|tun|engag|count|insist|depend|draw|spent|"
    r"pass|held|hold|go|went|follow)[a-z]*[ \u00a0]$",
    re.IGNORECASE,
)
_LONGEST_VERB = 12
# One range, which takes a third of the time of the exact ones; in between stand hexagrams only.
_HAN_TWICE = re.compile(r"([\u3400-\u9fff])\1")
_HAN_PHRASE_TWICE = re.compile(r"([\u3400-\u9fff]{2,6}?)\1")
_RIGHTLY_TWICE_HAN = frozenset(
    "我你您他她它南北一二三四五六七八九〇○零"
)  # 告诉我我该去做; 南南交流
_EMPHATIC = ("一", "非常", "十分", "什么")  # 一步一步, 一点一点
# A word of one character before one of these repeats its first: 其其他, 该该国, 并并且.
_NEVER_AFTER_ITS_FIRST = word_set(
    "其他 其它 其中 其余 该国 各方 各国 各种 各级 各项 并且 但是 而且 因为 因此 或者 已经 如果 由于"
    " 应当 应该 必须 可以 需要 能够 尽管 虽然 以及 仍然 曾经 即使 还是 还有"
)


def doubled_english(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """An English word or phrase stands twice in a row.

    Fires on up to four words that are repeated, whatever mark is behind them. Silent on what
    English says twice (had had, that that, phased in in 2010), and on names that the Chinese
    doubles too (Pago Pago, 帕果帕果).
    Example: 会议已闭幕。 | The meeting was was closed.
    """
    text = pair.en.text
    for pattern in _worth_trying(text):
        for match in pattern.finditer(text):
            if not _is_rightly_twice(match) and not (
                match[1].istitle() and _HAN_PHRASE_TWICE.search(pair.zh.text)
            ):
                yield pair.fault(f"“{match[0]}” in English", en=(Span(*match.span()),))


def _worth_trying(text: str) -> Iterator[re.Pattern[str]]:
    """Yield the patterns that can match in *text*: what takes 36 µs takes 6 for most texts."""
    words = text.lower().translate(_NO_MARKS).split()
    if any(map(eq, words, words[1:])):
        yield _TWICE
    if any(b"\1" * n in bytes(map(eq, words, words[n:])) for n in range(2, _LONGEST_PHRASE + 1)):
        yield _PHRASE_TWICE


def _is_rightly_twice(match: re.Match[str]) -> bool:
    word, text = match[1], match.string
    first, second = match[0][: len(word)], match[0][-len(word) :]
    if len(word) == 1 and word not in "aI":  # initials, variables
        return True
    if word.lower() in _RIGHTLY_TWICE | _PHRASES or (first.islower() and second[0].isupper()):
        return True
    before = text[max(0, match.start() - _LONGEST_VERB) : match.start()]
    return word in _PARTICLES and _VERB_BEFORE.search(before) is not None


def doubled_chinese(pair: Pair, _: Knowledge) -> Iterator[Fault]:
    """A Chinese character, word or phrase stands twice in a row.

    Fires on characters that are words, and on words and phrases. Silent on words that double a
    character (人人, 往往, 南南合作), on a character that ends one word and begins the next
    (联合国国家, 目的的, 和和平), and on names that are doubled (帕果帕果).
    Example: 这些问题的的根源 | the root of these problems
    """
    text = pair.zh.plain
    spans = (*_twice(text), *_phrases_twice(text))
    if spans:
        told = " ".join(dict.fromkeys(pair.zh.text[span.start : span.end] for span in spans))
        yield pair.fault(f"“{told}” in Chinese", zh=spans)


def _twice(text: str) -> Iterator[Span]:
    """Yield where a word of one character is doubled."""
    if _HAN_TWICE.search(text) is None:
        return
    words, starts = words_of(text)
    for start, (word, after) in zip(starts, pairwise(words), strict=False):
        if len(word) == 1 and after[0] == word and _HAN_TWICE.match(word + word):
            is_whole = after == word and word not in _RIGHTLY_TWICE_HAN
            if (is_whole and not _is_year(text, start)) or after in _NEVER_AFTER_ITS_FIRST:
                yield Span(start, start + 2)


def _is_year(text: str, place: int) -> bool:
    """Whether what is doubled at *place* is the year of a date: 2023年年会."""
    return text[place] == "年" and text[max(0, place - 2) : place].rstrip()[-1:].isdigit()


def _phrases_twice(text: str) -> Iterator[Span]:
    """Yield where words of at least two characters are doubled; 表示表示感谢 too."""
    found = [m for m in _HAN_PHRASE_TWICE.finditer(text) if not m[1].startswith(_EMPHATIC)]
    borders = set(words_of(text)[1]) if found else set()
    for match in found:
        if {match.start(), match.start() + len(match[1])} <= borders:
            yield Span(*match.span())


CHECKS = (
    Check("doubled-english-word", Family.FORM, "duplication", Severity.ERROR, doubled_english),
    Check("doubled-chinese-word", Family.FORM, "duplication", Severity.ERROR, doubled_chinese),
)
