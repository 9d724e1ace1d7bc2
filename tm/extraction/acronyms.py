"""The whole Chinese names of acronyms, where links alone show a part of them.

Knows that an acronym stands for one name, which other beads of the block may have in full: 毒品 in
毒品和犯罪问题办公室 is no UNODC.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from tm.extraction.phrases import Bead, Sighting
from tm.extraction.runs import Run
from tm.extraction.tokens import Role

Names = Mapping[str, Collection[tuple[str, ...]]]  # in the order in which they were seen


def names_of(beads: Iterable[tuple[Bead, Sequence[Sighting]]]) -> Names:
    """Return the Chinese names, in words, that each acronym is seen with in *beads*."""
    names: dict[str, dict[tuple[str, ...], None]] = defaultdict(dict)
    for bead, found in beads:
        for seen in _acronyms(bead, found):
            names[bead.en.words[seen.en.first]][bead.zh.words[slice(*seen.zh)]] = None
    return names


def whole_names(bead: Bead, found: Sequence[Sighting], names: Names) -> Iterator[Sighting]:
    """Yield acronyms with the whole of a name of which a part was seen in *bead*."""
    known = {(seen.zh, seen.en) for seen in found}
    for part in _acronyms(bead, found):
        for zh in _around(bead, part.zh, names[bead.en.words[part.en.first]]):
            if (zh, part.en) not in known:
                known.add((zh, part.en))
                yield part._replace(zh=zh, leak=0.0)


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
