"""The table that is trained: features, and the rows of tokens as sums of them.

In training a row is a sum of features (a pair of characters: itself and either character; a
word: itself and its beginning), so that rare tokens learn from frequent ones. The sums are
folded into one row per token at the end.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import torch

from aligner.training.corpus import Ints

Floats = npt.NDArray[np.float32]


class Table(torch.nn.Module):
    """Feature rows (f, d), and which of them make up each token's."""

    def __init__(self, named: Sequence[Sequence[str]], dimension: int) -> None:
        """Let token *i* be the sum of the features *named[i]*; equal names are one feature."""
        super().__init__()
        ids: dict[str, int] = {}
        flat = [ids.setdefault(name, len(ids)) for names in named for name in names]
        self.flat: Ints = np.array(flat, np.int64)
        self.start: Ints = np.cumsum([0, *(len(names) for names in named)])
        self.rows = torch.nn.Embedding(len(ids), dimension, sparse=True)

    @torch.no_grad()
    def start_by_chance(self, counts: Ints) -> None:
        """Give every feature a random direction, the shorter the more frequent it is.

        *counts* are of tokens, (v,); the weights are those of Arora et al. 2017.
        """
        frequency = np.zeros(len(self.rows.weight))
        np.add.at(frequency, self.flat, np.repeat(counts, np.diff(self.start)))
        share = torch.tensor(frequency / counts.sum(), dtype=torch.float32)
        self.rows.weight.normal_(0, self.rows.embedding_dim**-0.5)
        self.rows.weight.mul_((1e-3 / (1e-3 + share))[:, None])

    @torch.no_grad()
    def start_from(self, rows: Floats) -> None:
        """Let the first feature of each token be its row in *rows*, (v, d), the others nothing."""
        self.rows.weight.zero_()
        self.rows.weight[self.flat[self.start[:-1]]] = torch.from_numpy(rows)

    def token_rows(self, ids: Ints) -> torch.Tensor:
        """Return the rows of tokens *ids*, (t, d)."""
        sizes = self.start[ids + 1] - self.start[ids]
        ends = np.cumsum(sizes)
        places = np.repeat(self.start[ids] - (ends - sizes), sizes) + np.arange(ends[-1])
        return bags(self.rows.weight, self.flat[places], np.append(0, ends), is_sparse=True)

    @torch.no_grad()
    def folded(self) -> Floats:
        """Return one row per token; the unknown token's is zero."""
        rows: Floats = self.token_rows(np.arange(len(self.start) - 1)).cpu().numpy().copy()
        rows[0] = 0
        return rows


def bags(
    rows: torch.Tensor, places: Ints, starts: Ints, *, is_sparse: bool = False
) -> torch.Tensor:
    """Return the sums of *rows* at *places*, one for each run between two of *starts*, (n, d)."""
    on = rows.device
    return torch.nn.functional.embedding_bag(
        torch.from_numpy(places).to(on),
        rows,
        torch.from_numpy(starts[:-1]).to(on),
        mode="sum",
        sparse=is_sparse,
    )
