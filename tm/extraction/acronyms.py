"""The whole Chinese names of acronyms, where links alone show a part of them.

Knows that an acronym stands for one name, which other beads may have in full: 毒品 in
毒品和犯罪问题办公室 is no UNODC, and 毒罪 with a head behind it is a short form of it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tm.extraction.concepts import is_short_form
from tm.extraction.phrases import Bead, Sighting
from tm.extraction.runs import Run
from tm.extraction.tokens import Role

OFTEN = 2  # beads of a block in which a name stands that may have short forms

Names = Mapping[str, Mapping[tuple[str, ...], int]]


def names_of(beads: Iterable[tuple[Bead, Sequence[Sighting]]]) -> Names:
    """Count the Chinese names, in words, that each acronym is seen with in *beads*."""
    names: dict[str, Counter[tuple[str, ...]]] = defaultdict(Counter)
    for bead, found in beads:
        for seen in _acronyms(bead, found):
            names[bead.en.words[seen.en.first]][bead.zh.words[slice(*seen.zh)]] += 1
    return names


def whole_names(bead: Bead, found: Sequence[Sighting], names: Names) -> Iterator[Sighting]:
    """Yield acronyms with the whole of a name of which a part was seen in *bead*."""
    known = {(seen.zh, seen.en) for seen in found}
    for part in _acronyms(bead, found):
        others = names[bead.en.words[part.en.first]]
        whole = dict.fromkeys(_around(bead, part.zh, others), 0.0)
        if short := _short_form(bead, part.zh, others):
            whole[short] = 1.0
        for zh, sure in whole.items():
            if (zh, part.en) not in known:
                known.add((zh, part.en))
                yield part._replace(zh=zh, leak=0.0, known=max(part.known, sure))


def _acronyms(bead: Bead, found: Sequence[Sighting]) -> Iterator[Sighting]:
    for seen in found:
        if seen.en.end - seen.en.first == 1 and bead.en.roles[seen.en.first] == Role.ACRONYM:
            yield seen


def _around(bead: Bead, part: Run, names: Iterable[tuple[str, ...]]) -> Iterator[Run]:
    """Yield where one of *names* stands around *part*."""
    for name in names:
        for first in range(max(part.end - len(name), 0), part.first + 1):
            if bead.zh.words[first : first + len(name)] == name:
                yield Run(first, first + len(name))


def _short_form(bead: Bead, part: Run, names: Mapping[tuple[str, ...], int]) -> Run | None:
    """Return *part* and the word behind it if both are a short form of one of *names*."""
    run = Run(part.first, part.end + 1)
    short = "".join(bead.zh.words[slice(*run)])
    full = ["".join(name) for name, count in names.items() if count >= OFTEN]
    is_short = any(short not in name and is_short_form(short, name) for name in full)
    return run if is_short and short not in full else None
