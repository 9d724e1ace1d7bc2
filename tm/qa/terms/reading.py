"""The words of an English text and the characters of a Chinese one, as terms are compared in them.

Knows spelling and inflection, no terms. What differs only in case, number, tense, hyphens,
articles, or as British and American spelling do, reads the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from corpora.types import Span
from tm.folding import HAN, fold, simplified
from tm.terms.words import ARTICLES, stem_of

_WORD = re.compile(rf"[^\W_{HAN}]+(?:['’][^\W\d_{HAN}]{{1,3}}\b)?")
_ASCII_WORD = re.compile(r"[0-9A-Za-z]+(?:'[A-Za-z]{1,3}\b)?")  # the same, twice as fast
_HYPHEN = re.compile("[-\u00ad\u2010\u2011]\u200d?(?=[^\\W_])")
_PREFIX = re.compile(  # part of the word after it
    r"\b(?:anti|co|counter|inter|multi|non|over|post|pre|re|sub|under)$", re.IGNORECASE
)
_LONGEST_PREFIX = 8  # characters with the one before it
_JOINER = "ʼ"  # a letter that no text has, in the place of a hyphen
_NO_LETTER = re.compile(rf"[\W_{_JOINER}]")
_ISE = re.compile(r"is(?=(?:e|ed|es|ing|ation|ations|er|ers)$)")
_AMERICAN = {
    "centre": "center", "centres": "centers", "cheque": "check", "cheques": "checks",
    "defence": "defense", "licence": "license", "licences": "licenses", "offence": "offense",
    "offences": "offenses", "programme": "program", "programmes": "programs",
}  # fmt: skip
_JOINED = str.maketrans("及与", "和和", ' \u3000\u00a0\u2009《》〈〉“”"「」『』‘’·-－—、')
_LEAST_OUR = 5  # letters of a word whose -our is American -or: labour, but four


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an English text without its articles."""

    stems: tuple[str, ...]
    forms: tuple[str, ...]  # as they are printed
    matches: tuple[re.Match[str], ...]
    begins: frozenset[int]  # numbers of the words before which an article stands
    # The stems without spaces and the letter they lose at their end: peace-keeping, peacekeeping.
    joined: str

    def span(self, first: int, last: int) -> Span:
        """Return from where to where the words *first* to *last*, itself included, stand."""
        return Span(self.matches[first].start(), self.matches[last].end())


@lru_cache(maxsize=16)
def words_in(text: str) -> Words:
    """Return the words of *text*; each check asks for them, so the last texts are remembered.

    >>> words_in("the Organisations’ programmes").stems == words_in("organization program").stems
    True
    """
    glued = _with_joined_prefixes(text)
    matches = list((_ASCII_WORD if glued.isascii() else _WORD).finditer(glued))
    stems = list(map(stem_in, [match[0] for match in matches]))
    articles = [number for number, stem in enumerate(stems) if stem in ARTICLES]
    for number in reversed(articles):
        del stems[number], matches[number]
    begins = frozenset(number - before for before, number in enumerate(articles))
    forms = tuple([match[0] for match in matches])
    if glued is not text:
        forms = tuple([text[slice(*match.span())] for match in matches])
    return Words(tuple(stems), forms, tuple(matches), begins, "".join(stems).replace("e", ""))


def _with_joined_prefixes(text: str) -> str:
    """Return *text* with letters for hyphens after prefixes: co-operation, non-State; places stay.

    A name keeps its own letters: anti-Japanese names Japan.
    """
    parts: list[str] = []
    last = 0
    for match in _HYPHEN.finditer(text):
        start, end = match.span()
        if _PREFIX.search(text, max(start - _LONGEST_PREFIX, 0), start) and not (
            text[end].isupper() and text[start - 1] in "ite"  # anti-, post-, pre-
        ):
            parts += text[last:start], _JOINER * (end - start)
            last = end
    return "".join((*parts, text[last:])) if parts else text


@lru_cache(maxsize=1 << 16)
def stem_in(word: str) -> str:
    """Return what the forms and spellings of *word* have in common.

    >>> stem_in("Organisation’s") == stem_in("organization"), stem_in("Co-operation")
    (True, 'cooperation')
    """
    folded = _NO_LETTER.sub("", fold(word).removesuffix("'s"))
    folded = _AMERICAN.get(folded, folded)
    if len(folded) >= _LEAST_OUR:
        folded = _ISE.sub("iz", folded).replace("our", "or")
    return stem_of(folded)


def alike(plain: str) -> str:
    """Return a text in simplified characters with one character for *and*; places stay.

    >>> alike("联合国粮食及农业组织")
    '联合国粮食和农业组织'
    """
    return plain.replace("及", "和").replace("与", "和")


@lru_cache(maxsize=1 << 14)
def joined(text: str) -> str:
    """Return a Chinese text as designations are looked for in it: no spaces, quotes, commas.

    >>> joined("《聯合國教育、科學及文化組織》")
    '联合国教育科学和文化组织'
    """
    return simplified(text).translate(_JOINED)
