"""Which words of the translation render the words that were searched.

Judged from the memory alone: of all word sequences in the counterparts of the hits,
the one that goes with the searched words most exclusively (Dice's coefficient,
Smadja et al. 1996) is marked in each. Nothing is marked where none stands out.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from corpora.types import Span
from tm.folding import HAN, base_of, fold, is_han, terms_of

LONGEST, LONGEST_HAN = 5, 8  # words, or Chinese characters, of a counterpart
JUDGED = 16  # sequences whose frequency in the whole memory is asked for
COUNTED = 1000  # segments counted at most
_FIRST_HAN = "㐀"
_STEM = 6  # letters that words of one family share
_FORMS = 4  # forms of a sequence that are counted
LEAST = 0.2  # Dice's coefficient of a counterpart
_UNIT = re.compile(rf"[{HAN}]|[^\W_{HAN}]+")
_WEAK = frozenset(  # words that begin and end no counterpart
    "a an the of to in and or for on at by with from as is are was be 的 和 与 在 了 是".split()  # noqa: SIM905
)


def count(connection: sqlite3.Connection, query: str) -> int:
    """Count the segments that a query of the index finds, up to ``COUNTED``."""
    (number,) = connection.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT {COUNTED})", (query,)
    ).fetchone()
    return int(number)


def renderings_of(
    targets: Sequence[str], hits: int, frequency: Callable[[str], int]
) -> dict[str, float]:
    """Return what may render the searched words, with Dice's coefficient, 0.2–1.

    *targets* are the counterparts of a sample of *hits*; *frequency* counts the
    segments of the memory that a query of the index finds.
    """
    if len(targets) < 2:
        return {}
    sequences = [dict(_sequences(text)) for text in targets]
    counts = Counter(name for found in sequences for name in found)
    likely = [name for name, times in counts.items() if times > 1]
    likely.sort(key=lambda name: (-counts[name], -len(name), name))
    dice = {}
    for name in likely[:JUDGED]:
        together = counts[name] / len(targets) * hits
        forms = {
            fold(text[slice(*found[name])])
            for text, found in zip(targets, sequences, strict=True)
            if name in found
        }
        query = _any_of(forms)
        dice[name] = min(2 * together / (hits + max(frequency(query), 1)), 1.0)
    return {name: share for name, share in dice.items() if share >= LEAST}


def marked(target: str, renderings: Iterable[dict[str, float]]) -> tuple[Span, ...]:
    """Return where the best of each of *renderings* stands in *target*, in order."""
    found = dict(_sequences(target))
    spans = set()
    for rendering in renderings:
        known = [name for name in rendering if name in found]
        if known:
            best = max(known, key=lambda name: (round(rendering[name], 2), len(name)))
            spans.add(found[best])
    return tuple(sorted(spans))


def _any_of(texts: set[str]) -> str:
    return " OR ".join(f"({query_of(text)})" for text in sorted(texts)[:_FORMS])


def _sequences(text: str) -> Iterator[tuple[str, Span]]:
    """Yield each run of up to ``LONGEST`` words of *text*, by the stems of its words.

    Words of one family count as one: *terrorism*, *terrorist* by their first letters.
    """
    places = [(match[0].casefold(), match.span()) for match in _UNIT.finditer(text)]
    stems = [word if word >= _FIRST_HAN else base_of(word)[:_STEM] for word, _ in places]
    for start in reversed(range(len(places))):
        first, (begin, _) = places[start]
        if first in _WEAK:
            continue
        han, name = first >= _FIRST_HAN, ""
        for place in range(start, min(start + (LONGEST_HAN if han else LONGEST), len(places))):
            word, (_, end) = places[place]
            if (word >= _FIRST_HAN) != han:
                break
            name += stems[place]
            if word not in _WEAK and not (han and place == start):
                yield name, Span(begin, end)


def query_of(phrase: str) -> str:
    """Return what the index is asked for *phrase*, folded: a superset of where it stands."""
    parts = list(dict.fromkeys(terms_of(phrase)))
    # The character that ends a run of Chinese stands alone in the index only at the end of one.
    telling = [part for part in parts if len(part) > 1 or not is_han(part)]
    queries = [f'"{part}"' for part in telling] or [f'"{part}"*' for part in parts]
    return " AND ".join(queries)
