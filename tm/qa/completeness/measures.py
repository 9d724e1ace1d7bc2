"""What the words of many tables find on their other sides, all tables measured at once.

The cells of all tables stand in one array, row by row, and once more column by column: an
operation of numpy on a table of thirty by thirty words takes less than the call of it, and there
are forty of them. Knows cells and classes of words, no texts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, compress
from typing import TYPE_CHECKING, Any

from tm.qa.completeness.words import Weight

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tm.qa.completeness.evidence import Table

    Floats = NDArray[np.floating[Any]]
    Places = NDArray[np.intp]

SHARPNESS = 0.12  # temperature at which words share a counterpart
UNLIKE = -0.2  # what a mark of punctuation has in common with any word
NEVER = -1.0  # what keeps a mark from sharing the counterpart of a word
_LOOSE, _PLAIN = int(Weight.LOOSE), int(Weight.PLAIN)


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of many tables, one after the other: their rows, or their columns."""

    widths: Places  # cells of each line
    starts: Places  # where its cells begin
    across: Places  # for each cell the number of the line that crosses it there

    def spread(self, values: NDArray[Any]) -> NDArray[Any]:
        """Return for each cell the value of its line."""
        import numpy as np

        return np.repeat(values, self.widths)


def lines_of(counts: Places, sizes: Places) -> Lines:
    """Number the cells of tables with *counts* lines of *sizes* cells each."""
    import numpy as np

    widths = np.repeat(sizes, counts)
    starts = np.cumsum(widths) - widths
    crossing = np.repeat(np.cumsum(sizes) - sizes, counts)
    across = np.arange(int(widths.sum())) + np.repeat(crossing - starts, widths)
    return Lines(widths, starts, across)


def weights_of(texts: Sequence[Sequence[int]]) -> Places:
    """Return the classes of the words of all *texts*."""
    import numpy as np

    return np.fromiter(chain.from_iterable(texts), np.intp)


def measure(tables: Sequence[Table]) -> tuple[Floats, Floats]:
    """Return what each word finds, (n, 9), and the likeness to its best counterpart, (n,).

    The columns: the likeness of the best counterpart, it with its sign squared, the mean of the
    best two, the share of counterparts up to 1.5 and up to 0.5, the likeness less what a rival
    has more, it squared, the likeness to two neighbours, the logarithm of the size of the table.
    """
    import numpy as np

    counts = np.array([len(table.words.words) for table in tables])
    sizes = np.array([len(table.others.words) for table in tables])
    words = weights_of([table.words.weights for table in tables])
    others = weights_of([table.others.weights for table in tables])
    rows, columns = lines_of(counts, sizes), lines_of(sizes, counts)
    cells = np.concatenate([table.alike.ravel() for table in tables])
    turned = np.concatenate([table.alike.T.ravel() for table in tables])
    alike = np.where((others >= _LOOSE)[rows.across], cells, np.float32(UNLIKE))
    best = np.maximum.reduceat(alike, rows.starts)
    most, sums = _of_columns(turned, columns, words >= _LOOSE, others >= _LOOSE)
    got = _shared(alike, rows, words >= _LOOSE, (others >= _PLAIN) / sums)
    own = np.maximum.reduceat(alike - np.maximum(most[rows.across] - alike, 0), rows.starts)
    found = np.empty((len(words), 9))
    for place, column in enumerate(
        (
            best,
            best * np.abs(best),
            _second(alike, rows, best),
            np.minimum(got, 1.5),
            np.minimum(got, 0.5),
            own,
            np.maximum(own, 0) ** 2,
            _phrases(tables, cells, rows, others >= _PLAIN, best),
            np.log1p(rows.widths),
        )
    ):
        found[:, place] = column
    return found, best


def _of_columns(
    turned: Floats, columns: Lines, is_word: NDArray[np.bool_], is_other: NDArray[np.bool_]
) -> tuple[Floats, Floats]:
    """Return for each column its greatest likeness, and what its words pull in all."""
    import numpy as np

    rivals = np.where(columns.spread(is_other), turned, np.float32(UNLIKE))
    rivals = np.where(is_word[columns.across], rivals, np.float32(NEVER))
    most: Floats = np.maximum.reduceat(rivals, columns.starts)
    rivals /= np.float32(SHARPNESS)
    np.exp(rivals, out=rivals)
    return most, np.add.reduceat(rivals, columns.starts)


def _shared(
    alike: Floats, rows: Lines, is_word: NDArray[np.bool_], worth: NDArray[np.floating[Any]]
) -> Floats:
    """Return how many counterparts of content each word has, shared with those that pull too."""
    import numpy as np

    pull = np.where(rows.spread(is_word), alike, np.float32(NEVER))
    pull /= np.float32(SHARPNESS)
    np.exp(pull, out=pull)
    pull *= worth.astype(np.float32)[rows.across]
    shared: Floats = np.add.reduceat(pull, rows.starts)
    return shared


def _second(alike: Floats, rows: Lines, best: Floats) -> Floats:
    """Return the mean of the best and the second best likeness of each word."""
    import numpy as np

    places = np.flatnonzero(alike == rows.spread(best))[::-1]
    lines = rows.spread(np.arange(len(best)))[places]
    first = np.empty(len(best), np.intp)
    first[lines] = places  # the first of equal ones is written last
    others = alike.copy()
    others[first] = -np.inf
    second = np.maximum.reduceat(others, rows.starts)
    mean: Floats = np.where(rows.widths > 1, (best + second) / np.float32(2), best)
    return mean


def _phrases(
    tables: Sequence[Table],
    cells: Floats,
    rows: Lines,
    is_content: NDArray[np.bool_],
    best: Floats,
) -> Floats:
    """Return the likeness of words to the best two neighbouring words of content."""
    import numpy as np

    is_kept = is_content[rows.across]
    kept, columns = cells[is_kept], rows.across[is_kept]
    widths = np.add.reduceat(is_kept, rows.starts, dtype=np.intp)
    if not len(kept):
        return best
    last = np.cumsum(widths) - 1
    is_pair = np.ones(len(kept), bool)
    is_pair[last[widths > 0]] = False
    firsts = np.flatnonzero(is_pair)
    norms = np.empty(len(is_content), np.float32)
    norms[is_content] = _norms(tables, is_content)
    both = (kept[firsts] + kept[firsts + 1]) / norms[columns[firsts]]
    has_two = widths > 1
    pairs = widths[has_two] - 1
    found = best.copy()
    if len(pairs):
        found[has_two] = np.maximum.reduceat(both, np.cumsum(pairs) - pairs)
    return found


def _norms(tables: Sequence[Table], is_content: NDArray[np.bool_]) -> Floats:
    """Return the length of the sum of the rows of each word of content and of the next one."""
    import numpy as np

    words = chain.from_iterable(table.others.words for table in tables)
    rows = tables[0].rows.of(list(compress(words, is_content)))
    near = np.zeros(len(rows), np.float32)
    near[:-1] = np.einsum("ij,ij->i", rows[:-1], rows[1:])
    lengths: Floats = np.sqrt(2 + 2 * near + np.float32(1e-6))
    return lengths
