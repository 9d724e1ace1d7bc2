"""Look-up keys and index terms of a text.

Knows which spellings count as one when a memory is searched: width, case, white
space, invisible characters, quotation marks, simplified and traditional
characters, and the endings of English words. Stored texts are never changed by it;
but keys and terms made by it are stored, so a change of it needs a migration.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from math import log
from operator import add

from corpora.types import Span

_HAN_RANGES = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
HAN = "".join(f"{chr(first)}-{chr(last)}" for first, last in _HAN_RANGES)  # in a character class
_HAN_RUN = re.compile(rf"[{HAN}]+")
_RUN = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+")
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"  # hyphens to be, joiners, marks
_ALIKE = str.maketrans("“”„«»‘’‚–—−‑「」『』", '"""""\'\'\'----""""', _INVISIBLE)
_WIDE = tuple(zip("，；：？！（）\u3000", ",;:?!() ", strict=True))
_CLUSTER = re.compile(r".[\u0300-\u036f\u3099\u309a]*", re.DOTALL)  # with its combining marks
_VOWEL = re.compile("[aeiouy]")
SHORT = 70  # characters of a text whose length is indexed
_STEPS = [int(log(length + 1) / log(1.25)) for length in range(SHORT + 1)]
_LENGTH, _HAN_LENGTH = 0xE000, 0xE020  # characters for private use
_SIMPLIFIABLE = (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))


def fold(text: str) -> str:
    r"""Return the look-up key of *text*: texts that differ only in form have one key.

    >>> fold("聯合國　安全理事會（Ｓ／ＲＥＳ）。"), fold("The  “Convention”\n")
    ('联合国 安全理事会(s/res)。', 'the "convention"')
    """
    if not text.isascii():
        for wide, narrow in _WIDE:  # then most texts are normal already, which is ten times faster
            text = text.replace(wide, narrow)
        text = unicodedata.normalize("NFKC", text)
        table, other_form = _other_forms()
        if other_form.search(text):
            text = text.translate(table)
    return " ".join(text.casefold().split())


@lru_cache(maxsize=1 << 14)
def _fold_one(cluster: str) -> str:
    """Fold a character; white space, which folding trims, is a space, an invisible one nothing."""
    return fold(cluster) or (" " if cluster.isspace() else "")


def folded_places(text: str) -> tuple[str, list[Span]]:
    """Fold *text* by characters with their combining marks; say where each folded one was.

    >>> folded, places = folded_places("½會")
    >>> folded, [tuple(place) for place in places]
    ('1⁄2会', [(0, 1), (0, 1), (0, 1), (1, 2)])
    """
    folded, places = [], []
    end = 0
    for cluster in _CLUSTER.findall(text):
        start, end = end, end + len(cluster)
        part = _fold_one(cluster)
        folded.append(part)
        places += [Span(start, end)] * len(part)
    return "".join(folded), places


def simplified(text: str) -> str:
    """Return *text* with simplified characters, one for one, and all else as it is.

    >>> simplified("術語（備註）"), simplified("Term")
    ('术语（备注）', 'Term')
    """
    return text.translate(_simplified_forms()) if is_han(text) else text


@lru_cache(maxsize=1)
def _simplified_forms() -> dict[int, str]:
    """Return the simplified form of each character that is not simplified."""
    from opencc import OpenCC

    characters = [chr(code) for code in _SIMPLIFIABLE]
    # A line each: 5 ms, where a call each takes 30; no phrase goes beyond its line.
    forms = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    pairs = zip(characters, forms, strict=True)
    return {ord(character): form for character, form in pairs if form != character}


@lru_cache(maxsize=1)
def _other_forms() -> tuple[dict[int, int | str | None], re.Pattern[str]]:
    """Return what each character is folded to, and a pattern that finds one of them."""
    table: dict[int, int | str | None] = {**_ALIKE, **_simplified_forms()}
    return table, re.compile(f"[{''.join(map(chr, table))}]")


def key_of(folded: str) -> int:
    """Return a 64-bit signed digest of a folded text, for an index."""
    return int.from_bytes(blake2b(folded.encode(), digest_size=8).digest(), signed=True)


def index_texts(folded: Sequence[str]) -> list[str]:
    r"""Write folded texts as the terms that are indexed; those of a short one tell its length.

    >>> index_texts(["安理会 adopted 2 项", "adopted"])
    [' 安理 理会 会  adopted 2  项  \ue02c', 'adopted \ue009']
    """
    texts = [text.replace("\0", " ") for text in folded]  # where SQLite would end
    mixed = [place for place, text in enumerate(texts) if not text.isascii()]
    for place, terms in zip(mixed, _spaced_all([texts[place] for place in mixed]), strict=True):
        texts[place] = terms
    return [
        terms if len(text) > SHORT else f"{terms} {_length_term(len(text), text)}"
        for text, terms in zip(folded, texts, strict=True)
    ]


def _spaced_all(texts: Sequence[str]) -> list[str]:
    """Do what :func:`_spaced` does to many texts at once, five times as fast.

    A Chinese character is written after a space if it begins a run, and before a
    space, with the next one of its run between.
    """
    import numpy as np

    if not any(texts):
        return list(texts)
    codes = np.frombuffer("\n".join(texts).encode("utf-32-le"), dtype="<u4")
    han = np.zeros(len(codes), dtype=bool)
    for first, last in _HAN_RANGES:
        han |= (codes >= first) & (codes <= last)
    paired = han & np.append(han[1:], False)
    begins = han & ~np.insert(han[:-1], 0, False)
    width = 1 + han + paired + begins  # of what each character becomes
    ends = np.cumsum(width)
    places = ends - width + begins
    spaced = np.full(ends[-1], ord(" "), dtype="<u4")
    spaced[places] = codes
    spaced[places[paired] + 1] = codes[1:][paired[:-1]]
    return spaced.tobytes().decode("utf-32-le").split("\n")


def length_terms(folded: str, least: int, most: int) -> list[str]:
    """Return the terms of texts like *folded* of *least* to *most* characters; none if not short.

    One term stands for lengths that differ by up to a quarter. Chinese texts have their own.
    """
    if most > SHORT:
        return []
    return sorted({_length_term(length, folded) for length in range(max(least, 0), most + 1)})


def _length_term(length: int, folded: str) -> str:
    """Return a character that no text should have."""
    return chr((_HAN_LENGTH if is_han(folded) else _LENGTH) + _STEPS[length])


def _spaced(folded: str) -> str:
    """Write a folded text as words, pairs of neighbouring Chinese characters among them.

    The last character of a Chinese run also stands alone, so that a search for what
    begins with it finds every single character. Other words SQLite cuts itself.
    """
    folded = folded.replace("\0", " ")  # where SQLite would end
    return folded if folded.isascii() else _HAN_RUN.sub(_paired, folded)


def _paired(run: re.Match[str]) -> str:
    characters = run[0]
    return f" {' '.join((*map(add, characters, characters[1:]), characters[-1]))} "


def terms_of(folded: str) -> list[str]:
    """Cut a folded text into its index terms, in order.

    >>> terms_of("安理会 adopted s/res/2")
    ['安理', '理会', '会', 'adopted', 's', 'res', '2']
    """
    return _RUN.findall(_spaced(folded))


def is_han(text: str) -> bool:
    """Tell whether *text* holds a Chinese character."""
    return bool(_HAN_RUN.search(text))


@lru_cache(maxsize=1 << 16)
def base_of(word: str) -> str:
    """Return a folded English word without the endings of number, tense and possession.

    Lighter than Porter's algorithm, which takes *organization* for *organ*.

    >>> [base_of(word) for word in ("parties", "party", "adopted", "adopting", "adopts", "stopped")]
    ['party', 'party', 'adopt', 'adopt', 'adopt', 'stop']
    >>> [base_of(word) for word in ("process", "convening", "convene", "need", "status", "bring")]
    ['process', 'conven', 'conven', 'need', 'status', 'bring']
    """
    word = word.removesuffix("'s").removesuffix("'")
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 3 and word.endswith(("sses", "shes", "ches", "xes", "zes")):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ied", "ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2 and _VOWEL.search(stem) and not stem.endswith("e"):
            return _undoubled(stem) if ending != "ied" else stem + "y"
    return word.removesuffix("e") if len(word) > 3 else word


def _undoubled(stem: str) -> str:
    doubled = len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz"
    stem = stem[:-1] if doubled else stem
    return stem.removesuffix("e") if len(stem) > 3 else stem
