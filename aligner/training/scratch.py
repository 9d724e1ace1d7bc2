"""A new encoder from nothing but pairs."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import torch
from tokenizers import Tokenizer

from aligner.training.corpus import Corpus, Ints, make_batches, neighbour_batches
from aligner.training.device import training_device
from aligner.training.loop import Phase, Report, train
from aligner.training.losses import as_vectors, word_by_word
from aligner.training.pairs import Pair
from aligner.training.table import Floats, Table
from aligner.training.vocabulary import (
    Limits,
    empty_tokenizer,
    features_of,
    full_tokenizer,
    han_characters,
    ranked_tokens,
    vocabulary,
)


def setting(default: Any, meaning: str) -> Any:  # noqa: ANN401 - a field takes any type
    """Return a field of :class:`Settings` with its help."""
    return field(default=default, metadata={"help": meaning})


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that could change the model."""

    seed: int = setting(1, "of every choice made by chance")
    dimension: int = setting(256, "length of a row")
    pairs: int = setting(43_000, "pairs of Chinese characters that get a row")
    words: int = setting(24_000, "English words that get a row")
    longest: int = setting(96, "tokens of a text seen in one step")
    dropout: float = setting(0.15, "share of the tokens of a text not seen in one step")
    temperature: float = setting(0.05, "of the softmax over a batch")
    epochs: int = setting(4, "times the pairs are seen, texts as vectors")
    batch: int = setting(1024, "pairs in a step then; all others are the wrong answers")
    rate: float = setting(0.01, "of learning then at its highest, Adam")
    late_epochs: int = setting(1, "times they are seen twice after that, also word by word")
    late_batch: int = setting(128, "pairs in a step then")
    late_rate: float = setting(0.003, "of learning then")
    late_dropout: float = setting(0.1, "share of tokens not seen then")


def build(
    sources: Sequence[Sequence[Pair]], settings: Settings, report: Report
) -> tuple[Tokenizer, Floats]:
    """Choose the vocabulary, train and fold; batches are made of one source where they can be."""
    zh, en = ([pair[side] for pairs in sources for pair in pairs] for side in (0, 1))
    tokenizer, tokens = _vocabulary(zh, en, Limits(settings.pairs, settings.words))
    sides = (
        Corpus(tokenizer, zh, settings.longest),
        Corpus(tokenizer, en, settings.longest),
    )
    report(f"{len(zh)} pairs  {len(tokens)} tokens")
    torch.manual_seed(settings.seed)
    table = Table([features_of(token) for token in tokens], settings.dimension)
    table.start_by_chance(sides[0].counts(len(tokens)) + sides[1].counts(len(tokens)))
    table.to(training_device())
    for phase in _phases([len(pairs) for pairs in sources], settings):
        train(table, sides, phase, seed=settings.seed, report=report)
    return tokenizer, table.folded()


def _vocabulary(
    zh: Sequence[str], en: Sequence[str], limits: Limits
) -> tuple[Tokenizer, list[str]]:
    tokenizer = empty_tokenizer(han_characters(zh))
    tokens = vocabulary(ranked_tokens(tokenizer, [*zh, *en], limits.least), limits)
    return full_tokenizer(tokenizer, tokens), tokens


def _phases(sizes: Sequence[int], settings: Settings) -> list[Phase]:
    """Return the two phases: vectors first, then also word by word, in smaller batches."""
    chance = random.Random(settings.seed)
    first = Phase(
        "vectors",
        make_batches(sizes, settings.batch, chance),
        (as_vectors,),
        settings.epochs,
        settings.rate,
        settings.temperature,
        settings.dropout,
    )
    second = Phase(
        "words",
        _hard_batches(sizes, settings.late_batch, chance),
        (as_vectors, word_by_word),
        settings.late_epochs,
        settings.late_rate,
        settings.temperature,
        settings.late_dropout,
    )
    return [first, second]


def _hard_batches(sizes: Sequence[int], batch: int, chance: random.Random) -> list[Ints]:
    """Return batches of neighbours among batches by chance: every pair stands in one of each."""
    batches = neighbour_batches(sizes, batch, chance) + make_batches(sizes, batch, chance)
    chance.shuffle(batches)
    return batches
