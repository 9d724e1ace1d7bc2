"""Where training runs, and how it is made to give the same result again."""

from __future__ import annotations

import torch


def training_device() -> str:
    """Return the GPU where there is one, else the CPU."""
    return "cuda" if torch.cuda.is_available() else "cpu"


def make_repeatable(threads: int) -> None:
    """Let the same input give the same bits on a CPU; more *threads* may round differently."""
    torch.set_num_threads(threads)
    torch.use_deterministic_algorithms(mode=True, warn_only=torch.cuda.is_available())
