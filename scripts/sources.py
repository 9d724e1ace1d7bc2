"""Which pairs of the sources the bundled encoder is trained on."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from aligner.training.pairs import Source

HELD_OUT: Final = "unpc_v1_devset"
# Pairs taken of a source, so that no domain outweighs the rest; the others are taken whole.
CAPS: Final = {
    "tw_laws": 60_000,
    "tw_laws_diffdate": 3_000,
    "python_docs": 25_000,
    "kubernetes": 20_000,
    "php_docs": 12_000,
    "django_docs": 15_000,
    "pgdoc": 12_000,
    "godot_docs": 10_000,
    "angular_docs": 8_000,
}
# How often a pair is seen in an epoch, where not once.
REPEATS: Final = {
    "tatoeba": 3,
    "un_corpus_demo_realigned": 3,
    "udhr": 3,
    "sdg_targets_indicators": 3,
    "tico19": 2,
}


def chosen(sources: Sequence[Source], seed: int) -> list[Source]:
    """Return all sources but the held-out one, the large ones thinned out; order stays."""
    chance = random.Random(seed)
    taken = []
    for source in sources:
        if source.name != HELD_OUT:
            count = min(len(source.pairs), CAPS.get(source.name, len(source.pairs)))
            places = sorted(chance.sample(range(len(source.pairs)), count))
            taken.append(replace(source, pairs=tuple(source.pairs[k] for k in places)))
    return taken
