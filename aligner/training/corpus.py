"""Texts as runs of token numbers, and the batches they are seen in."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

Ints = npt.NDArray[np.int64]
SLICE = 10_000  # texts cut into tokens at a time


class Corpus:
    """One side of the pairs. *numbers* tells texts apart: equal texts share one."""

    def __init__(self, tokenizer: Tokenizer, texts: Sequence[str], longest: int) -> None:
        """Cut *texts* into at most *longest* tokens each; unknown ones are left out."""
        numbers: dict[str, int] = {}
        self.numbers: Ints = np.array(
            [numbers.setdefault(text, len(numbers)) for text in texts], np.int64
        )
        self.runs: list[Ints] = []
        unique = list(numbers)
        for start in range(0, len(unique), SLICE):
            found = tokenizer.encode_batch_fast(
                unique[start : start + SLICE], add_special_tokens=False
            )
            runs = (np.array(encoding.ids[:longest], np.int64) for encoding in found)
            self.runs += [run[run > 0] for run in runs]
        self.known = np.array([len(run) > 0 for run in self.runs], bool)[self.numbers]

    def counts(self, size: int) -> Ints:
        """Return how often each of *size* tokens occurs."""
        repeated = [self.runs[number] for number in self.numbers]
        return np.bincount(np.concatenate([*repeated, []]).astype(np.int64), minlength=size)

    def batch(self, rows: Ints, dropout: float, chance: np.random.Generator) -> tuple[Ints, Ints]:
        """Return the tokens of *rows* in one run, and where each text starts (n + 1,)."""
        runs = [self.runs[number] for number in self.numbers[rows]]
        kept = [run[chance.random(len(run)) >= dropout] for run in runs]
        runs = [some if len(some) else run for some, run in zip(kept, runs, strict=True)]
        return np.concatenate(runs), np.cumsum([0, *(len(run) for run in runs)])


def neighbour_batches(sizes: Sequence[int], batch: int, chance: random.Random) -> list[Ints]:
    """Cut every source into runs of neighbours: in a text they are what is confused most."""
    batches, offset = [], 0
    for size in sizes:
        first = chance.randrange(batch) - batch
        runs = (np.arange(max(k, 0), min(k + batch, size)) for k in range(first, size, batch))
        batches += [offset + run for run in runs if len(run)]
        offset += size
    chance.shuffle(batches)
    return batches


def make_batches(sizes: Sequence[int], batch: int, chance: random.Random) -> list[Ints]:
    """Cut every source into batches of its own (harder negatives); what is left over is mixed."""
    batches, rest, offset = [], [], 0
    for size in sizes:
        order = list(range(offset, offset + size))
        offset += size
        chance.shuffle(order)
        full = size // batch * batch
        batches += [order[i : i + batch] for i in range(0, full, batch)]
        rest += order[full:]
    chance.shuffle(rest)
    batches += [rest[i : i + batch] for i in range(0, len(rest), batch)]
    chance.shuffle(batches)
    return [np.array(rows) for rows in batches]
