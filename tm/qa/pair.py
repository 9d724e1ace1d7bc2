"""One pair of texts under check, and what several checks want to know of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from corpora.errors import LanguageError
from corpora.languages import primary_of
from corpora.types import EN, LANGS, ZH, Lang, Span, TranslationUnit
from tm.folding import simplified
from tm.qa.finding import Fault

Spans = tuple[Span, ...]


@dataclass(frozen=True)
class Side:
    """The text of one side; empty where the other has no counterpart.

    What several checks read out of it (``cached_property``) is read once.
    """

    text: str
    lang: Lang
    label: str = ""  # enumerator kept out of the text, as printed: "(a)", "12.", "一、"
    inline: str = ""  # the text with its codes, the content of a TMX <seg>; empty without

    @cached_property
    def plain(self) -> str:
        """The text in simplified characters; of the same length, so that spans hold."""
        return simplified(self.text)


@dataclass(frozen=True, slots=True)
class Pair:
    """A source and its translation; one of them is Chinese, the other English.

    >>> pair = pair_of("会议于2018年举行。", "The meeting was held in 2008.")
    >>> pair.zh is pair.source, pair.en.lang.code
    (True, 'en')
    """

    number: int  # of the pair in the file, from 0
    source: Side
    target: Side
    unit: TranslationUnit | None = field(default=None, compare=False)  # where it came from

    def __post_init__(self) -> None:
        """Refuse two texts of one language: each side is found by its own.

        Raises:
            LanguageError: both are Chinese, or both English.
        """
        if self.source.lang is self.target.lang:
            problem = f"both texts of pair {self.number + 1} are {self.source.lang.name}"
            raise LanguageError(f"{problem}; give one in Chinese and one in English")

    @property
    def zh(self) -> Side:
        """The Chinese side."""
        return self.source if self.source.lang is ZH else self.target

    @property
    def en(self) -> Side:
        """The English side."""
        return self.source if self.source.lang is EN else self.target

    def __hash__(self) -> int:
        """Hash by the number: checks look a pair up that they were just handed."""
        return hash(self.number)

    def fault(self, message: str, *, zh: Spans = (), en: Spans = ()) -> Fault:
        """Return a fault with the spans of either language put on the side that it is."""
        return Fault(message, zh, en) if self.source.lang is ZH else Fault(message, en, zh)


def pair_of(
    source: str, target: str, *, langs: tuple[str, str] = ("zh", "en"), number: int = 0
) -> Pair:
    """Return a pair of two plain texts, *langs* the tags of source and target.

    Raises:
        LanguageError: a tag names neither Chinese nor English, or both name one of them.

    >>> pair_of("委員會休會。", "The Committee adjourned.", langs=("zh-TW", "en-GB")).zh.text
    '委員會休會。'
    """
    source_lang, target_lang = map(_lang_of, langs)
    return Pair(number, Side(source, source_lang), Side(target, target_lang))


def segment_of(pair: Pair) -> str:
    """Return what people call *pair*: segments count from 1, pairs from 0."""
    return f"segment {pair.number + 1}"


def place_of(pair: Pair) -> str:
    """Say where *pair* stands, for people: its paragraph, where it has one, and its segment.

    >>> place_of(pair_of("大会", "Assembly", number=6))
    'segment 7'
    """
    paragraph = f"paragraph {pair.unit.paragraph}, " if pair.unit and pair.unit.paragraph else ""
    return f"{paragraph}{segment_of(pair)}"


def _lang_of(tag: str) -> Lang:
    try:
        return LANGS[primary_of(tag)]
    except KeyError as error:
        known = " or ".join(f"{code} ({lang.name})" for code, lang in LANGS.items())
        raise LanguageError(f"{tag!r} is no language of pairs; use {known}") from error
