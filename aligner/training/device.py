"""Where training runs, and how it is made to give the same result again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch


def training_device() -> str:
    """Return the GPU where there is one, else the CPU."""
    return "cuda" if torch.cuda.is_available() else "cpu"


@contextmanager
def repeatable(threads: int) -> Iterator[None]:
    """Let the same input give the same bits on a CPU; more *threads* may round differently.

    A GPU promises nothing of the kind.
    """
    before = torch.get_num_threads(), torch.are_deterministic_algorithms_enabled()
    torch.set_num_threads(threads)
    torch.use_deterministic_algorithms(training_device() == "cpu")
    try:
        yield
    finally:
        torch.set_num_threads(before[0])
        torch.use_deterministic_algorithms(before[1])
