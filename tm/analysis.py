"""How much of a file a memory knows: its segments by how well they match.

Knows the bands that CAT programs print; knows neither files nor how it is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpora.types import Progress
from tm.folding import HAN, fold
from tm.lookup import Context, Lookup

if TYPE_CHECKING:
    from tm.formats import Source
    from tm.memory import Memory

TRANSLATED, REPEATED, CONTEXT, EXACT, NONE = (
    "translated already",
    "repetition",
    "context",
    "exact",
    "no match",
)
_EDGES = (95, 85, 75)  # least scores of the bands below an exact match
_COUNTED = re.compile(rf"[{HAN}]|[^\s{HAN}]*[^\W_{HAN}][^\s{HAN}]*")


@dataclass(frozen=True, slots=True)
class Band:
    """The segments that match about equally well."""

    name: str
    segments: int = 0
    words: int = 0  # words, and characters of Chinese

    def with_text(self, text: str) -> Band:
        """Count one more segment."""
        return Band(self.name, self.segments + 1, self.words + words_in(text))


def words_in(text: str) -> int:
    """Count as word processors do: a Chinese character is one, and so is a word or a figure.

    >>> words_in("第78届会议"), words_in("The seventy-eighth session, in 2,500 words.")
    (5, 6)
    """
    return len(_COUNTED.findall(text))


def analyse(
    sources: Sequence[Source],
    memory: Memory,
    settings: Lookup,
    *,
    progress: Progress | None = None,
) -> list[Band]:
    """Sort *sources*, in the order of their file, into bands, the best first.

    A segment that stood in the file before is a repetition, unless it matches in context.
    """
    names = [TRANSLATED, CONTEXT, REPEATED, EXACT, *_fuzzy_bands(settings.min_score), NONE]
    bands = {name: Band(name) for name in names}
    for number, name in enumerate(_named(sources, memory, settings)):
        bands[name] = bands[name].with_text(sources[number].text)
        if progress:
            progress(number + 1, len(sources))
    return list(bands.values())


def _named(sources: Sequence[Source], memory: Memory, settings: Lookup) -> Iterator[str]:
    seen: set[str] = set()
    for number, source in enumerate(sources):
        before = sources[number - 1].text if number else ""
        after = sources[number + 1].text if number + 1 < len(sources) else ""
        key = fold(source.text)
        if source.target:
            yield TRANSLATED
        else:
            wanted = replace(settings, target=source.into or settings.target)
            found = memory.lookup(source.text, context=Context(before, after), settings=wanted)
            score = found[0].score if found else 0
            yield REPEATED if key in seen and score <= 100 else _band(score, settings.min_score)
        seen.add(key)


def _band(score: int, min_score: int) -> str:
    if score >= 100:
        return CONTEXT if score > 100 else EXACT
    places = (place for place, edge in enumerate(_edges(min_score)) if score >= edge)
    place = next(places, None)
    return NONE if place is None else _fuzzy_bands(min_score)[place]


def _edges(min_score: int) -> list[int]:
    return [edge for edge in _EDGES if edge > min_score] + [min_score] * (min_score < 100)


def _fuzzy_bands(min_score: int) -> list[str]:
    """Name the bands below 100, as far down as matches are looked for.

    >>> _fuzzy_bands(70), _fuzzy_bands(85), _fuzzy_bands(100)
    (['95–99', '85–94', '75–84', '70–74'], ['95–99', '85–94'], [])
    """
    edges = _edges(min_score)
    return [f"{low}–{high - 1}" for low, high in zip(edges, [100, *edges], strict=False)]
