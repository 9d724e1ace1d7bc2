"""Search inside the segments of a memory, in either language.

Words are found by their parts in the index and then looked at: Chinese of any
length, traditional or simplified, English by word and its simple inflections.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from corpora.types import Span, TranslationUnit, Variant
from tm.counterpart import count, is_grammar, marked, query_of, renderings_of
from tm.errors import QueryError
from tm.folding import HAN, base_of, fold, folded_places, is_han, terms_of
from tm.schema import VARIANTS
from tm.stored import units_numbered
from tm.where import Where

PAGE = 200  # variants looked at a time
LONGEST, MOST = 300, 12  # characters and words of a query
EVIDENCE = 30  # hits that tell how the words are rendered
SEARCHED = 200_000  # variants looked at before a rare phrase of frequent words is given up
_QUOTES = '"“”„«»「」『』＂'
_PHRASE = re.compile(rf"[{_QUOTES}]([^{_QUOTES}]*)[{_QUOTES}]?|([^\s{_QUOTES}]+)")
_AND = "AND"  # in capitals and alone it says what holds in any case
_WORD = re.compile(rf"[^\W_{HAN}]+(?:'[a-z]+)?")
_SIGNS = re.compile(r"^\W+|\W+$")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Hit:
    """A segment that holds all searched words, its counterpart, and where they stand."""

    source: Variant  # the side that was searched
    target: Variant
    spans: tuple[Span, ...]  # of the words in the source, in characters
    counterparts: tuple[Span, ...]  # of what renders them in the target, where it can be told
    unit: TranslationUnit
    id: int


def phrases_of(words: str) -> list[str]:
    """Cut a query into what must be found: words, and phrases in quotation marks.

    >>> phrases_of('安全 AND “Law AND Order” resolution')
    ['安全', 'law and order', 'resolution']
    """
    found = [quoted or word for quoted, word in _PHRASE.findall(words) if word != _AND]
    phrases = [_SIGNS.sub("", fold(phrase)) for phrase in found]
    return list(dict.fromkeys(phrase for phrase in phrases if terms_of(phrase)))


def is_mixed(phrases: Sequence[str]) -> bool:
    """Tell whether some of *phrases* are Chinese and some not, which one text rarely holds.

    >>> is_mixed(["水质", "water"]), is_mixed(["水质", "2030"])
    (True, False)
    """
    others = [phrase for phrase in phrases if not is_han(phrase)]
    return len(others) < len(phrases) and any(map(_LETTER.search, others))


def find(connection: sqlite3.Connection, words: str, *, where: Where, limit: int) -> list[Hit]:
    """Return up to *limit* segments that hold every phrase of *words*, the newest units first.

    Raises:
        QueryError: *words* are too many to search for.
    """
    phrases = phrases_of(words)
    if len(words) > LONGEST or len(phrases) > MOST:
        raise QueryError(
            f"a query of {len(words):,} characters and {len(phrases):,} words; search for at most "
            f"{MOST} words in {LONGEST} characters, or use duizhao lookup for a whole sentence"
        )
    query = " AND ".join(filter(None, map(query_of, phrases)))
    if not query:
        return []
    hits = list(islice(_hits(connection, query, phrases, where), max(limit, EVIDENCE)))
    samples = [hits] if len(phrases) == 1 else [_sample(connection, phrase) for phrase in phrases]
    renderings = [
        rendering
        for phrase, sample in zip(phrases, samples, strict=True)
        for rendering in _renderings(connection, phrase, sample)
    ]
    return [replace(hit, counterparts=marked(hit.target.text, renderings)) for hit in hits[:limit]]


def _sample(connection: sqlite3.Connection, phrase: str) -> list[Hit]:
    """Return some segments that hold *phrase*, wherever they come from."""
    return list(islice(_hits(connection, query_of(phrase), [phrase], Where()), EVIDENCE))


def _renderings(
    connection: sqlite3.Connection, phrase: str, sample: Sequence[Hit]
) -> Iterator[dict[str, float]]:
    """Yield, for each language of the sample's targets, what renders *phrase*, and how surely."""
    if is_grammar(phrase):
        return
    targets: dict[str, list[str]] = {}
    for hit in sample:
        targets.setdefault(hit.target.lang, []).append(hit.target.text)
    hits = len(sample) if len(sample) < EVIDENCE else count(connection, query_of(phrase))
    for texts in targets.values():
        yield renderings_of(texts, hits, lambda query: count(connection, query))


def _hits(
    connection: sqlite3.Connection, query: str, phrases: Sequence[str], where: Where
) -> Iterator[Hit]:
    seen = 0
    for page in _pages(connection, query):
        numbers = list(dict.fromkeys(variant // VARIANTS for variant in page))
        units = dict(units_numbered(connection, numbers, where))
        yield from _hits_of(page, units, phrases)
        seen += len(page)
        if seen > SEARCHED:
            return


def _pages(connection: sqlite3.Connection, query: str) -> Iterator[list[int]]:
    last = 2**62
    while True:
        rows = connection.execute(
            "SELECT rowid FROM words WHERE words MATCH ? AND rowid < ? ORDER BY rowid DESC "
            f"LIMIT {PAGE}",
            (query, last),
        ).fetchall()
        if not rows:
            return
        yield [number for (number,) in rows]
        last = rows[-1][0]


def _hits_of(
    page: Sequence[int], units: dict[int, TranslationUnit], phrases: Sequence[str]
) -> Iterator[Hit]:
    for variant in page:
        number, place = divmod(variant, VARIANTS)
        unit = units.get(number)
        if unit is None or place >= len(unit.variants):
            continue
        source = unit.variants[place]
        spans = spans_of(source.text, phrases)
        if spans:
            target = next(v for v in unit.variants if v is not source)
            yield Hit(source, target, spans, (), unit, number)


def spans_of(text: str, phrases: Sequence[str]) -> tuple[Span, ...]:
    """Return where the *phrases* stand in *text*, in order; nothing unless all are there.

    >>> spans_of("The Conventions, and a convention.", ["convention"])
    (Span(start=4, end=15), Span(start=23, end=33))
    >>> spans_of("第78届会议", ["78"])
    (Span(start=1, end=3),)
    """
    folded, places = folded_places(text)
    found: set[Span] = set()
    for phrase in phrases:
        spans = list(_places(folded, phrase))
        if not spans:
            return ()
        found.update(Span(places[start].start, places[end - 1].end) for start, end in spans)
    return tuple(sorted(found))


def _places(folded: str, phrase: str) -> Iterator[tuple[int, int]]:
    """Yield where *phrase* stands: Chinese anywhere, other words whole, whatever their endings."""
    if is_han(phrase):
        pattern = re.compile(r"\s*".join(map(re.escape, phrase.replace(" ", ""))))
        yield from (match.span() for match in pattern.finditer(folded))
        return
    wanted = [base_of(word) for word in _WORD.findall(phrase)]
    words = [(match.span(), base_of(match[0])) for match in _WORD.finditer(folded)]
    for start in range(len(words) - len(wanted) + 1 if wanted else 0):
        run = words[start : start + len(wanted)]
        if [base for _, base in run] == wanted:
            yield run[0][0][0], run[-1][0][1]
