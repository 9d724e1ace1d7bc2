"""Which words of the translation render the words that were searched.

Judged from the memory alone: of all word sequences in the counterparts of the hits,
the one that goes with the searched words most exclusively (Dice's coefficient,
Smadja et al. 1996) is marked in each. Nothing is marked where none stands out.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from corpora.types import Span
from tm.folding import base_of, fold, index_text, is_han

LONGEST = 6  # words, or Chinese characters, of a counterpart
JUDGED = 40  # sequences whose frequency in the whole memory is asked for
COUNTED = 3000  # segments counted at most
LEAST = 0.2  # Dice's coefficient of a counterpart
_UNIT = re.compile(r"[㐀-鿿豈-﫿]|[^\W_㐀-鿿豈-﫿]+")
_WEAK = frozenset("the a an of to in and or for on at by with from as is are was be 的 和 与 在 了 是".split())


def count(connection: sqlite3.Connection, query: str) -> int:
    """Count the segments that a query of the index finds, up to ``COUNTED``."""
    (number,) = connection.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT {COUNTED})", (query,)
    ).fetchone()
    return int(number)


def counterparts(
    targets: Sequence[str], hits: int, frequency: Callable[[str], int]
) -> list[tuple[Span, ...]]:
    """Return the spans to mark in each of *targets*, the counterparts of a sample of *hits*.

    *frequency* counts the segments of the memory that hold a sequence.
    """
    if len(targets) < 2:
        return [()] * len(targets)
    sequences = [dict(_sequences(text)) for text in targets]
    counts = Counter(name for found in sequences for name in found)
    likely = sorted(
        (name for name, times in counts.items() if times > 1),
        key=lambda name: (-counts[name], -len(name), name),
    )[:JUDGED]
    dice = {}
    for name in likely:
        together = counts[name] / len(targets) * hits
        dice[name] = min(2 * together / (hits + max(frequency(name), 1)), 1.0)
    return [_best(found, dice) for found in sequences]


def _best(found: dict[str, Span], dice: dict[str, float]) -> tuple[Span, ...]:
    known = [name for name in found if dice.get(name, 0.0) >= LEAST]
    if not known:
        return ()
    best = max(known, key=lambda name: (round(dice[name], 2), len(name)))
    return (found[best],)


def _sequences(text: str) -> Iterator[tuple[str, Span]]:
    """Yield each run of up to ``LONGEST`` words of *text*, folded, and where it first stands."""
    units = [(fold(match[0]), match.span()) for match in _UNIT.finditer(text)]
    for start in reversed(range(len(units))):
        for end in range(start + 1, min(start + LONGEST, len(units)) + 1):
            words = [word for word, _ in units[start:end]]
            if words[0] in _WEAK or words[-1] in _WEAK or _is_split(words):
                continue
            name = "".join(words) if is_han(words[0]) else " ".join(map(base_of, words))
            yield name, Span(units[start][1][0], units[end - 1][1][1])


def _is_split(words: Sequence[str]) -> bool:
    """Tell whether *words* mix scripts, or are one Chinese character, which means little."""
    han = [is_han(word) for word in words]
    return len(set(han)) > 1 or (han[0] and len(words) < 2)


def query_of(phrase: str) -> str:
    """Return what the index is asked for *phrase*, folded: a superset of where it stands."""
    if len(phrase) == 1 and is_han(phrase):
        return f'"{phrase}"*'
    parts = re.findall(r"[^\W_]+", index_text(phrase))
    if is_han(phrase):  # the character that ends a run of Chinese stands alone only there
        parts = [part for part in parts if len(part) > 1 or not is_han(part)]
    return " AND ".join(f'"{part}"' for part in parts)
