"""Sentence boundaries of Chinese and English.

Knows punctuation, abbreviations, note marks and enumerators; knows nothing of blocks
or files. Breaks where OmegaT's default rules break, so that its matches survive, except
where those rules cut an abbreviation, an enumerator or a run such as ``？！`` in two, or
leave a sentence and the next together because a closing quotation mark or a note mark
stands between them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from corpora import abbreviations as known
from corpora.errors import LanguageError
from corpora.types import EN, ZH, Lang, Span

# ¹ · ¹,² · * · [1] directly after the stop: the mark of a note on this sentence
_MARK = (
    r"[⁰¹²³⁴-⁹](?:[⁰¹²³⁴-⁹,，–]{0,12}[⁰¹²³⁴-⁹])?|[*†‡]{1,3}|[\[［〔]\d{1,3}[\]］〕]|[a-h](?=\s*\Z)"
)
_CLOSERS = r"[］”’\"＂＇'」』）》】〉〕)\]»}]*+"
_TAIL = rf"(?P<closed>{_CLOSERS})(?P<mark>{_MARK})?+{_CLOSERS}(?P<space>\s*+)"
_BLANK_LINE = r"\n[^\S\n]*+\n\s*+"

_CHINESE_STOP = re.compile(rf"(?P<stop>[。！？!?][。！？!?…]*+){_TAIL}|{_BLANK_LINE}")
_ENGLISH_STOP = re.compile(rf"(?P<stop>[.!?…]++){_TAIL}|{_BLANK_LINE}")

_BRACKETS = frozenset(")]）］")
_LONGEST = 8000  # characters; the longest sentences of treaties have some 3,000
_PAUSE = re.compile(r"[；;，,、]\s*|\s+")
_WINDOW = 40  # characters looked at on either side of a stop; keeps the work linear

Rule = Callable[[str, int, re.Match[str]], bool]


def segment(text: str, lang: Lang) -> tuple[Span, ...]:
    """Cut *text* into sentences; the spans tile it exactly.

    White space between sentences belongs to the span before it, so a segment's text is
    ``text[start:end].strip()``. A blank line always ends a segment. Empty text has no
    spans; text of white space alone has one.

    >>> [Span(*s) for s in segment("他来了。她走了。", ZH)]
    [Span(start=0, end=4), Span(start=4, end=8)]
    >>> text = "See paras. 3–5. The rest is in Rev.1."
    >>> [text[start:end] for start, end in segment(text, EN)]
    ['See paras. 3–5. ', 'The rest is in Rev.1.']

    Raises:
        LanguageError: no rules for *lang*.
    """
    if lang.code not in _RULES:
        raise LanguageError(
            f"no sentence rules for {lang.code!r}; use one of {', '.join(sorted(_RULES))}"
        )
    cuts = [0, *_boundaries(text, *_RULES[lang.code])]
    if text:
        cuts.append(len(text))
    return tuple(span for pair in pairwise(cuts) for span in _bounded(text, *pair))


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield a sentence as it is, or one longer than any sentence in pieces.

    A file that lost its punctuation would make one segment of it all, and whoever encodes
    or compares that needs memory by its length.
    """
    while end - start > _LONGEST:
        pauses = _PAUSE.finditer(text, start + _LONGEST // 2, start + _LONGEST)
        last = max((pause.end() for pause in pauses), default=start + _LONGEST)
        yield Span(start, last)
        start = last
    yield Span(start, end)


def _boundaries(text: str, stops: re.Pattern[str], ends_here: Rule) -> Iterator[int]:
    """Yield where segments end, but for the end of the text."""
    start = 0
    for stop in stops.finditer(text):
        if stop.end() == len(text) or not _has_words(text, start, stop.start()):
            continue
        if _is_paragraph_end(stop) or ends_here(text, start, stop):
            start = stop.end()
            yield start


def _has_words(text: str, start: int, end: int) -> bool:
    """Whether something other than punctuation stands there; long runs count as words."""
    return end - start > _WINDOW or any(map(str.isalnum, text[start:end]))


def _is_paragraph_end(stop: re.Match[str]) -> bool:
    return stop["stop"] is None or stop["space"].count("\n") > 1


def _is_bracketed_stop(text: str, stop: re.Match[str]) -> bool:
    """Whether the stop stands for something left out or doubted: ``[…]``, ``(?)``."""
    return text[stop.start() - 1] in "([（［" and stop["closed"][:1] in _BRACKETS


# --- Chinese ---------------------------------------------------------------------------

_HAN_START = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff“‘「『《（【〈〔]")
_NO_START = frozenset("，、；：,;:.．…～·）)】》〉」』”’。！？!?%％")
_DASHES = frozenset("—–-－")
_TITLES = frozenset("》〉")
_ASIDES = {"）": "（", ")": "(", "】": "【", "〕": "〔", "］": "［", "]": "["}
_QUOTES = frozenset("”’\"＂'」』")

# After a closing mark these carry the sentence on: “……？”的报告, “……？”她问。
_CARRIES_ON = re.compile(
    r"[的之等]|这[一个种]|一[文书章节语词句]|(?:为|作为)(?:主?题|口号)|[和与及或]"
    r"|\w{0,8}?(?:问|说|(?<!知)道|喊|答|叫|写道|表示|指出)[。，：！？,]"
)


def _ends_chinese(text: str, start: int, stop: re.Match[str]) -> bool:
    following = text[stop.end()]
    if following in _NO_START or (following in _DASHES and not stop["space"]):
        return False
    if _is_bracketed_stop(text, stop) or _is_inside_sentence(text, start, stop):
        return False
    return bool(set(stop["stop"]) & set("。！？")) or _half_width_ends(text, stop)


def _is_inside_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether the stop ends only what the marks after it close, and the sentence goes on.

    ``《何去何从？》`` is a title and ``（是否可行？）`` an aside: both stand inside a sentence.
    """
    if stop["mark"] or not stop["closed"]:
        return False
    closer = stop["closed"][-1]
    if closer in _QUOTES:
        return bool(_CARRIES_ON.match(text, stop.end()))
    is_whole_aside = text[start] == _ASIDES.get(closer)
    return stop["stop"][-1] != "。" and (closer in _TITLES or not is_whole_aside)


def _half_width_ends(text: str, stop: re.Match[str]) -> bool:
    """Whether a half-width ``!`` or ``?`` ends a sentence: not in ``?v=1`` or ``Yahoo!是``."""
    following = text[stop.end()]
    if stop["space"]:
        starts = following in "\"'([" or following.isdigit() or following.isupper()
        return starts or bool(_HAN_START.match(following))
    before = text[stop.start() - 1]
    return bool(_HAN_START.match(following)) and not (before.isascii() and before.isalpha())


# --- English ---------------------------------------------------------------------------

_WORD_BEFORE = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*\Z")
_PRECEDING_WORD = re.compile(r"([^\W_]+)(\.?)\s+\Z")
_DOTTED_LETTERS = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}\Z")
_OPENING = re.compile(r"(?:[-–—•*·▪■]\s{0,3})?(?P<quote>[\"“‘'(\[«„¡¿]{0,6})")
_NEXT_WORD = re.compile(r"[^\W\d_]{1,20}+(?![^\W\d_])")

# 3 · (4) · IV · E.19 · A/72/1 · B
_REFERENCE = re.compile(r"[(\[#§]?(?:\d|[IVXLC]+\b|[A-Z]{1,3}[./-]\S|[A-Z]\b)")
_SINGLE_WORD = re.compile(r"[AI]\b(?![./-])")

# "1." "12.3." "IV." "A." "(a)." "A. 1." and "Table 3.", alone at the start of a segment
_NUMBER = r"[(\[]?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[IVXL]{1,6}|[ivxl]{1,6}|[A-Za-z])"
_ENUMERATOR = re.compile(
    r"\s*(?:(?:Table|Figure|Box|Chart|Map|Annex|Appendix|Chapter|Part|Section|Article|Rule)\s+)?"
    rf"{_NUMBER}(?:[.)\]]{{1,2}}\s*{_NUMBER}){{0,2}}[)\]]?\Z"
)


def _ends_english(text: str, start: int, stop: re.Match[str]) -> bool:
    if not stop["space"] or _is_bracketed_stop(text, stop):
        return False
    opening = _OPENING.match(text, stop.end())
    if opening is None or not _starts_english(text, stop, opening):
        return False
    if stop["stop"] != ".":
        return True
    if stop.start() - start <= _WINDOW and _ENUMERATOR.match(text[start : stop.start()]):
        return False
    return _abbreviation_ends(text, start, stop, opening)


def _starts_english(text: str, stop: re.Match[str], opening: re.Match[str]) -> bool:
    """Whether what follows can begin a sentence; a small letter only inside quotes or brackets."""
    first = text[opening.end() : opening.end() + 1]
    if not first.isalnum():
        return False
    may_be_small = bool(opening["quote"]) and not stop["stop"].endswith(("…", ".."))
    return may_be_small or not first.islower()


def _abbreviation_ends(text: str, start: int, stop: re.Match[str], opening: re.Match[str]) -> bool:
    """Whether the full stop is more than the end of an abbreviation."""
    before = _WORD_BEFORE.search(text, max(start, stop.start() - _WINDOW), stop.start())
    word = before[0] if before else ""
    if not _is_abbreviation(word):
        return True
    if stop["closed"][:1] in (")", "]") and text[start] not in "([":
        return False
    found = _NEXT_WORD.match(text, opening.end())
    following = found[0] if found else ""
    if len(word) == 1 and word.isupper():
        return _initial_ends(text, stop, following)
    if word in known.BEFORE_NUMBER:
        return not _is_reference(text, word, stop.end())
    return _known_ends(word, following)


def _known_ends(word: str, following: str) -> bool:
    """Whether the abbreviation *word* ends a sentence before the word *following*.

    >>> _known_ends("U.S", "It"), _known_ends("U.S", "Treasury"), _known_ends("Dr", "It")
    (True, False, False)
    """
    if word in known.OPEN_LISTS:
        return following[:1].isupper()
    if word in known.HALF_DAYS:
        return following[:1].isupper() and following not in known.TIME_WORDS
    return word not in known.NEVER_FINAL and following in known.SENTENCE_OPENERS


def _is_abbreviation(word: str) -> bool:
    if len(word) == 1 and word.isupper():
        return True
    return bool(_DOTTED_LETTERS.match(word)) or any(word in words for words in _ABBREVIATIONS)


def _initial_ends(text: str, stop: re.Match[str], following: str) -> bool:
    """Whether a single capital ends a sentence (``annex I. The``) and not ``J. K. Rowling``."""
    letter = stop.start() - 1
    preceding = _PRECEDING_WORD.search(text, max(0, letter - _WINDOW), letter)
    if preceding is None:
        return False
    word, dot = preceding.groups()
    if word in known.BEFORE_NUMBER or word.lower() in known.LETTERED:
        return True
    opens = following in known.SENTENCE_OPENERS and following not in known.ALSO_SURNAMES
    return opens and not dot


def _is_reference(text: str, word: str, start: int) -> bool:
    """Whether what *word* announces stands at *start*: ``No. 7``, ``para. B``."""
    if word in known.ALSO_WORDS and _SINGLE_WORD.match(text, start):
        return False
    return bool(_REFERENCE.match(text, start))


_ABBREVIATIONS = (
    known.NEVER_FINAL,
    known.BEFORE_NUMBER,
    known.RARELY_FINAL,
    known.OPEN_LISTS,
    known.HALF_DAYS,
)
_RULES = {ZH.code: (_CHINESE_STOP, _ends_chinese), EN.code: (_ENGLISH_STOP, _ends_english)}
