"""What training makes small: confusion of texts as vectors, and word by word.

Both are InfoNCE over a batch (van den Oord et al. 2018) in both directions: each text must
find its translation among all of the batch.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np
import torch

from aligner.coverage import FLOOR
from aligner.training.corpus import Ints
from aligner.training.table import Table, bags

Batch = tuple[Ints, Ints]  # tokens of all texts in one run, and where each text starts (n + 1,)
Similarity = Callable[[Table, Batch, Batch], torch.Tensor]
LONGEST: Final = 40  # tokens of a text that others may find word by word


def as_vectors(table: Table, zh: Batch, en: Batch) -> torch.Tensor:
    """Return the cosines of all texts of two batches, (n, n)."""
    one, other = (_units(bags(*_unique(table, ids), starts)) for ids, starts in (zh, en))
    return one @ other.T


def word_by_word(table: Table, zh: Batch, en: Batch) -> torch.Tensor:
    """Return how well the tokens of each text find counterparts in each other text, (n, n).

    The late interaction of :mod:`aligner.coverage`: a token counts by the length of its row,
    similarities below the floor count nothing, and the means of both directions are averaged.
    """
    (rows, places), (others, found) = (_unique(table, ids) for ids, _ in (zh, en))
    similarity = torch.relu(_units(rows) @ _units(others).T - FLOOR)
    forth = _explained(similarity, rows, (places, zh[1]), (found, en[1]))
    back = _explained(similarity.T, others, (found, en[1]), (places, zh[1]))
    return (forth + back.T) / 2


def contrast(similarity: torch.Tensor, zh: Ints, en: Ints, temperature: float) -> torch.Tensor:
    """Return the loss of a batch; pairs that share a text (*zh*, *en*) are no wrong answers."""
    same = (zh[:, None] == zh) | (en[:, None] == en)
    np.fill_diagonal(same, val=False)
    on = similarity.device
    logits = (similarity / temperature).masked_fill(torch.from_numpy(same).to(on), -1e4)
    target = torch.arange(len(logits), device=on)
    cross_entropy = torch.nn.functional.cross_entropy
    return (cross_entropy(logits, target) + cross_entropy(logits.T, target)) / 2


def _unique(table: Table, ids: Ints) -> tuple[torch.Tensor, Ints]:
    """Return the rows of the distinct tokens of a run, and the place of each token in them."""
    unique, places = np.unique(ids, return_inverse=True)
    return table.token_rows(unique), places


def _units(rows: torch.Tensor) -> torch.Tensor:
    return torch.nn.functional.normalize(rows, eps=1e-6)


def _explained(
    similarity: torch.Tensor, rows: torch.Tensor, side: Batch, other: Batch
) -> torch.Tensor:
    """Return the mean best counterpart of the tokens of each text in each other, (n, m).

    *similarity* is between the distinct tokens of both sides, (v, u).
    """
    best = similarity.gather(1, _best_places(similarity, other))
    weights = _weights(rows, side)
    return (weights / weights.sum(dim=1, keepdim=True).clamp_min(1e-6)) @ best


@torch.no_grad()
def _best_places(similarity: torch.Tensor, other: Batch) -> torch.Tensor:
    """Return which token of each other text is the best counterpart of each token, (v, m).

    Chosen without a gradient, which then flows through the chosen ones only.
    """
    places = torch.from_numpy(_padded(*other)).to(similarity.device)
    found = similarity.T.contiguous()[places.reshape(-1)].reshape(*places.shape, -1)
    return places.gather(1, found.argmax(dim=1)).T.contiguous()


def _padded(places: Ints, starts: Ints) -> Ints:
    """Return the first tokens of each text, (n, LONGEST); a shorter one repeats its first."""
    columns = np.arange(LONGEST)[None, :]
    sizes = np.diff(starts)[:, None]
    return places[starts[:-1, None] + np.where(columns < sizes, columns, 0)]


def _weights(rows: torch.Tensor, side: Batch) -> torch.Tensor:
    """Return the summed weights of each distinct token in each text, (n, v)."""
    on, count = rows.device, len(side[1]) - 1
    places, starts = (torch.from_numpy(part).to(on) for part in side)
    lengths = rows.norm(dim=1)
    texts = torch.repeat_interleave(torch.arange(count, device=on), starts.diff())
    empty = torch.zeros(count, len(rows), device=on)
    return empty.index_put((texts, places), lengths[places], accumulate=True)
