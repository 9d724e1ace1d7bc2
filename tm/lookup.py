"""Matches of a text in a memory: context, exact and fuzzy.

A fuzzy score is 100 times the normalised Levenshtein similarity of the folded
texts, rounded down, at most 99. Candidates come from the index of words and of
pairs of Chinese characters: the rarest terms of the text are asked for first.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import chain, combinations
from math import log
from typing import NamedTuple

from corpora.languages import is_traditional, primary_of
from corpora.types import DOUBTFUL, TranslationUnit, Variant
from tm.folding import fold, key_of, length_terms, terms_of
from tm.formats.clean import clean_text
from tm.schema import VARIANTS
from tm.stored import units_numbered
from tm.where import writable

CONTEXT, EXACT = 101, 100
RARE = 400  # postings of a term that are read; a term with more is frequent
TERMS = 160  # most terms of a text that are asked for, evenly spread over it
EQUAL = 200  # equal texts that are looked at
CANDIDATES, MORE = 300, 1500  # texts compared with the query at first, and where none is good
GOOD = 80  # a score that is good enough not to look further
JOINED = 3000  # postings of two frequent terms that are read
_PAIRED, _SIZED = 5, 3  # frequent terms that are asked for with another, and with the length
_SLACK = 8  # characters that folding may add or take
# Holds for a variant whose unit has another one in a language; three times the primary subtag.
_TRANSLATED = (
    "(? = '' OR EXISTS (SELECT 1 FROM variant AS other WHERE other.id BETWEEN "
    f"variant.id - variant.id % {VARIANTS} AND variant.id - variant.id % {VARIANTS} + "
    f"{VARIANTS - 1} AND other.id <> variant.id AND (other.lang = ? OR other.lang LIKE ? || '-%')))"
)


@dataclass(frozen=True, slots=True)
class Penalties:
    """What is taken off a score, in points."""

    machine: int = 10  # machine translation that nobody confirmed
    doubtful: int = 5  # an alignment less sure than ``DOUBTFUL``
    aligned: int = 0  # any automatic alignment
    script: int = 5  # a target in traditional characters for simplified ones, or the reverse


@dataclass(frozen=True, slots=True)
class Lookup:
    """What is looked for and how many matches come back."""

    min_score: int = 70
    limit: int = 5
    target: str = ""  # language of the targets, its variety first; any where empty
    penalties: Penalties = Penalties()


class Context(NamedTuple):
    """The source texts before and after the one looked up; empty where there is none."""

    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A unit that was found: how well it fits, and the two texts in question."""

    score: int  # 101 in equal context, 100 equal, below it fuzzy; less the penalty
    kind: str  # "context", "exact", "fuzzy", or "similar" where meaning was compared
    source: Variant
    target: Variant
    unit: TranslationUnit
    id: int
    penalty: int = 0


def look_up(
    connection: sqlite3.Connection, text: str, context: Context, settings: Lookup
) -> list[Match]:
    """Return the matches of *text*, best first; of equal targets of equal sources the best one."""
    wanted = clean_text(writable(text))
    folded = fold(wanted)
    if not folded:
        return []
    near = tuple(_sources_of(connection, writable(text)) for text in context)
    target = primary_of(settings.target)
    equal = dict.fromkeys(_equal(connection, folded, near, target), EXACT)
    found = list(_matches(connection, equal, wanted, near, settings))
    is_enough = settings.limit == 1 and max((match.score for match in found), default=0) >= EXACT
    if settings.min_score < EXACT and not is_enough:
        alike = _fuzzy(connection, folded, settings, equal)
        best = nlargest(8 * settings.limit, alike, key=alike.__getitem__)
        scores = {variant: alike[variant] for variant in best}
        found += _matches(connection, scores, wanted, near, settings)
    found.sort(key=lambda match: _rank(match, settings.target))
    good = [match for match in found if match.score >= settings.min_score]
    return _distinct(good)[: settings.limit]


def _sources_of(connection: sqlite3.Connection, text: str) -> tuple[str, ...]:
    """Return *text* and the sources of the units it translates; nothing without text.

    Units know the sources of their neighbours alone, so a translated neighbour is brought
    back to its source.
    """
    folded = fold(text)
    if not folded:
        return ()
    rows = connection.execute(
        "SELECT DISTINCT source.text FROM variant JOIN variant AS source "
        f"ON source.id = variant.id - variant.id % {VARIANTS} WHERE variant.key = ? LIMIT ?",
        (key_of(folded), EQUAL),
    )
    return (text, *(source for (source,) in rows))


def _equal(
    connection: sqlite3.Connection, folded: str, near: tuple[tuple[str, ...], ...], target: str
) -> list[int]:
    """Return the variants whose folded text is the same, those in the same context first."""
    rows = connection.execute(
        f"SELECT variant.id FROM variant JOIN unit ON unit.id = variant.id / {VARIANTS} "
        f"WHERE key = ? AND {_TRANSLATED} "
        "ORDER BY (context_before IN (SELECT value FROM json_each(?))) "
        "+ (context_after IN (SELECT value FROM json_each(?))) DESC, is_machine, "
        "coalesce(probability, 1.0) DESC LIMIT ?",
        (key_of(folded), target, target, target, *map(json.dumps, near), EQUAL),
    )
    return [number for (number,) in rows]


def _fuzzy(
    connection: sqlite3.Connection, folded: str, settings: Lookup, known: Container[int]
) -> dict[int, int]:
    """Score the likeliest candidates that are not *known*; only good enough ones are returned.

    Rare terms find nearly all; frequent ones are asked for where those find nothing good.
    """
    least, target = min(max(settings.min_score, 1), EXACT), primary_of(settings.target)
    votes, frequent = _shared(connection, folded)
    first = nlargest(CANDIDATES, votes, key=votes.__getitem__)
    found = _scored(connection, first, folded, least, target)
    if not known and max(found.values(), default=0) < GOOD:
        for query in chain(_pairs(frequent), () if found else _sized(frequent, folded, least)):
            _vote(votes, _postings(connection, query, JOINED))
        seen = set(first)
        likely = nlargest(CANDIDATES + MORE, votes, key=votes.__getitem__)
        more = [number for number in likely if number not in seen]
        found |= _scored(connection, more, folded, least, target)
    return {number: score for number, score in found.items() if number not in known}


def _shared(connection: sqlite3.Connection, folded: str) -> tuple[dict[int, float], list[str]]:
    """Let each rare term of the text vote for the variants that hold it; sort the frequent ones.

    The first ``RARE`` postings of a frequent term end the sooner the more frequent it is.
    """
    votes: dict[int, float] = {}
    frequent: list[tuple[int, str]] = []
    terms = list(dict.fromkeys(terms_of(folded)))
    for term in terms[:: 1 + len(terms) // TERMS]:
        postings = _postings(connection, f'"{term}"', RARE)
        if len(postings) < RARE:
            _vote(votes, postings)
        else:
            frequent.append((-postings[-1], term))
    return votes, [term for _, term in sorted(frequent)]


def _vote(votes: dict[int, float], postings: Sequence[int]) -> None:
    weight = log(1e7 / (len(postings) + 1))
    for number in postings:
        votes[number] = votes.get(number, 0.0) + weight


def _pairs(frequent: Sequence[str]) -> Iterator[str]:
    """Yield queries for what has two of the rarest of the *frequent* terms."""
    for one, other in combinations(frequent[:_PAIRED], 2):
        yield f'"{one}" AND "{other}"'


def _sized(frequent: Sequence[str], folded: str, min_score: int) -> Iterator[str]:
    """Yield queries for short texts of a fitting length that have one of the *frequent* terms."""
    length = len(folded)
    sizes = length_terms(folded, length * min_score // 100, length * 100 // min_score + 1)
    if sizes:
        fitting = " OR ".join(f'"{size}"' for size in sizes)
        for term in frequent[:_SIZED]:
            yield f'"{term}" AND ({fitting})'


def _postings(connection: sqlite3.Connection, query: str, limit: int) -> list[int]:
    """Return the first variants that *query* finds."""
    rows = connection.execute("SELECT rowid FROM words WHERE words MATCH ? LIMIT ?", (query, limit))
    return [number for (number,) in rows]


def _scored(
    connection: sqlite3.Connection, ids: Sequence[int], folded: str, min_score: int, target: str
) -> dict[int, int]:
    """Score variants of about the length of the text; leave out those below *min_score*."""
    from rapidfuzz.distance import Levenshtein

    least = min_score / 100
    lengths = int(least * len(folded)) - _SLACK, len(folded) / least + _SLACK
    rows = connection.execute(
        "SELECT variant.id, text FROM json_each(?) AS wanted JOIN variant "
        f"ON variant.id = wanted.value WHERE length(text) BETWEEN ? AND ? AND {_TRANSLATED}",
        (json.dumps(ids), *lengths, target, target, target),
    )
    found = {}
    for number, text in rows:
        similarity = Levenshtein.normalized_similarity(folded, fold(text), score_cutoff=least)
        if similarity >= least:
            found[number] = min(int(100 * similarity + 1e-9), EXACT - 1)
    return found


def _matches(
    connection: sqlite3.Connection,
    scores: Mapping[int, int],
    wanted: str,
    near: tuple[tuple[str, ...], ...],
    settings: Lookup,
) -> Iterator[Match]:
    units = {
        row.id: row.unit for row in units_numbered(connection, [v // VARIANTS for v in scores])
    }
    folded = tuple(frozenset(map(fold, texts)) for texts in near)
    lang = primary_of(settings.target)
    for variant, alike in scores.items():
        number, place = divmod(variant, VARIANTS)
        unit = units.get(number)
        if unit is None or place >= len(unit.variants):
            continue
        source = unit.variants[place]
        kind, score = _kind(alike, source.text, wanted, is_fitting=_fits(unit, folded))
        for target in unit.variants:
            if target is not source and lang in ("", primary_of(target.lang)):
                penalty = penalty_of(unit, settings.penalties)
                penalty += _script_penalty(target.lang, settings)
                yield Match(score - penalty, kind, source, target, unit, number, penalty)


def _script_penalty(lang: str, settings: Lookup) -> int:
    is_said = "-" in lang and "-" in settings.target
    differs = is_said and is_traditional(lang) != is_traditional(settings.target)
    return settings.penalties.script if differs else 0


def _kind(score: int, source: str, wanted: str, *, is_fitting: bool) -> tuple[str, int]:
    if score < EXACT or clean_text(source) != wanted:
        return "fuzzy", min(score, EXACT - 1)
    return ("context", CONTEXT) if is_fitting else ("exact", EXACT)


def _fits(unit: TranslationUnit, near: tuple[frozenset[str], ...]) -> bool:
    """Tell whether the neighbours that are known are those of the unit."""
    pairs = [
        (mine, fold(theirs))
        for mine, theirs in zip(near, (unit.context_before, unit.context_after), strict=True)
        if mine
    ]
    return bool(pairs) and all(theirs in mine for mine, theirs in pairs)


def penalty_of(unit: TranslationUnit, penalties: Penalties) -> int:
    """Return the points that *unit* loses."""
    penalty = penalties.machine if unit.is_machine else 0
    if unit.probability is not None:
        penalty += penalties.aligned
        penalty += penalties.doubtful if unit.probability < DOUBTFUL else 0
    return penalty


def _rank(match: Match, target: str) -> tuple[int, bool, float, int, float]:
    """Sort by score, then those of the variety *target*, the surest, the most used, the newest."""
    unit = match.unit
    is_other = not match.target.lang.lower().startswith(target.lower())
    moment = unit.created.timestamp() if unit.created else 0.0
    return -match.score, is_other, -_sureness(unit), -unit.uses, -moment


def _sureness(unit: TranslationUnit) -> float:
    return 1.0 if unit.probability is None else unit.probability


def _distinct(matches: Sequence[Match]) -> list[Match]:
    """Keep the best of the matches with the same two texts; of equals one with inline codes."""
    found: dict[tuple[str, str, str], Match] = {}
    for match in matches:
        texts = match.source.text, match.target.lang, match.target.text
        best = found.setdefault(texts, match)
        if _is_coded(match) and not _is_coded(best) and _standing(match) == _standing(best):
            found[texts] = match
    return list(found.values())


def _is_coded(match: Match) -> bool:
    return bool(match.source.inline or match.target.inline)


def _standing(match: Match) -> tuple[int, int, bool, float]:
    return match.score, match.penalty, match.unit.is_machine, _sureness(match.unit)
