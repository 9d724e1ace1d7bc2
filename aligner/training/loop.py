"""The training loop: batches seen again and again, in one or more phases."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import torch

from aligner.training.corpus import Corpus, Ints
from aligner.training.losses import Similarity, contrast
from aligner.training.table import Table

REPORTED: Final = 100  # steps whose mean loss is reported
PATIENCE: Final = 5.0  # seconds between two reports
WARM_UP: Final = 30  # steps until the rate is at its highest
LEAST_RATE: Final = 0.02  # of the highest, at the end

Report = Callable[[str], None]
Sides = tuple[Corpus, Corpus]  # Chinese, English; a text and its translation at one place


@dataclass(frozen=True, slots=True)
class Phase:
    """What is seen how often, and what is made small: the sum of the losses."""

    name: str
    batches: Sequence[Ints]
    losses: tuple[Similarity, ...]
    epochs: int
    rate: float  # of learning at its highest, Adam
    temperature: float  # of the softmax over a batch
    dropout: float  # share of the tokens of a text not seen in one step

    @property
    def steps(self) -> int:
        """Steps in all."""
        return self.epochs * len(self.batches)


def train(table: Table, sides: Sides, phase: Phase, *, seed: int, report: Report) -> None:
    """Change *table* for the better; *report* gets a line now and then."""
    zh, en = sides
    optimizer = torch.optim.SparseAdam(list(table.parameters()), lr=phase.rate)
    chance = np.random.default_rng(seed)
    losses: list[list[float]] = []
    clock = last = time.perf_counter()
    for step in range(phase.steps):
        rows = phase.batches[step % len(phase.batches)]
        rows = rows[zh.known[rows] & en.known[rows]]
        if len(rows) < 2:  # nothing to be confused with
            continue
        optimizer.param_groups[0]["lr"] = phase.rate * _share(step, phase.steps)
        texts = [side.batch(rows, phase.dropout, chance) for side in sides]
        numbers = zh.numbers[rows], en.numbers[rows]
        parts = [contrast(f(table, *texts), *numbers, phase.temperature) for f in phase.losses]
        optimizer.zero_grad()
        torch.stack(parts).sum().backward()  # type: ignore[no-untyped-call]
        optimizer.step()  # type: ignore[no-untyped-call]
        losses.append([float(part.detach()) for part in parts])
        now = time.perf_counter()
        if now - last > PATIENCE or step == phase.steps - 1:
            last = now
            means = " ".join(f"{mean:.3f}" for mean in np.mean(losses[-REPORTED:], axis=0))
            report(f"{phase.name} {step + 1}/{phase.steps}  loss {means}  {now - clock:.0f} s")


def _share(step: int, steps: int) -> float:
    """Return the rate of a step as a share of the highest: a short rise, then a straight fall."""
    return min(1.0, (step + 1) / WARM_UP) * max(LEAST_RATE, 1 - step / steps)
