"""A new encoder from nothing but pairs."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import torch
from tokenizers import Tokenizer

from aligner.training.corpus import Corpus, Ints, make_batches, neighbour_batches
from aligner.training.device import training_device
from aligner.training.loop import Phase, Report, train
from aligner.training.losses import as_vectors, word_by_word
from aligner.training.pairs import TextPair
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
    """Return a field of :class:`Recipe` with its help."""
    return field(default=default, metadata={"help": meaning})


@dataclass(frozen=True, slots=True)
class Recipe:
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
    last_epochs: int = setting(2, "times they are seen at the end, again as vectors")
    last_rate: float = setting(0.002, "of learning then")


def build(
    sources: Sequence[Sequence[TextPair]], recipe: Recipe, report: Report
) -> tuple[Tokenizer, Floats]:
    """Choose the vocabulary, train and fold; batches are made of one source where they can be."""
    zh, en = ([pair[side] for pairs in sources for pair in pairs] for side in (0, 1))
    tokenizer, tokens = _vocabulary(zh, en, Limits(recipe.pairs, recipe.words))
    sides = (
        Corpus(tokenizer, zh, recipe.longest),
        Corpus(tokenizer, en, recipe.longest),
    )
    report(f"{len(zh)} pairs  {len(tokens)} tokens")
    torch.manual_seed(recipe.seed)
    table = Table([features_of(token) for token in tokens], recipe.dimension)
    table.start_by_chance(sides[0].counts(len(tokens)) + sides[1].counts(len(tokens)))
    table.to(training_device())
    for phase in _phases([len(pairs) for pairs in sources], recipe):
        train(table, sides, phase, seed=recipe.seed, report=report)
    return tokenizer, table.folded()


def _vocabulary(
    zh: Sequence[str], en: Sequence[str], limits: Limits
) -> tuple[Tokenizer, list[str]]:
    tokenizer = empty_tokenizer(han_characters(zh))
    tokens = vocabulary(ranked_tokens(tokenizer, [*zh, *en], limits.least), limits)
    return full_tokenizer(tokenizer, tokens), tokens


def _phases(sizes: Sequence[int], recipe: Recipe) -> list[Phase]:
    """Return the phases: vectors, then also word by word among neighbours, then vectors again.

    The last gives back what small batches took: some texts as vectors were confused again.
    """
    chance = random.Random(recipe.seed)
    first = Phase(
        name="vectors",
        batches=make_batches(sizes, recipe.batch, chance),
        losses=(as_vectors,),
        epochs=recipe.epochs,
        rate=recipe.rate,
        temperature=recipe.temperature,
        dropout=recipe.dropout,
    )
    second = Phase(
        name="words",
        batches=_hard_batches(sizes, recipe.late_batch, chance),
        losses=(as_vectors, word_by_word),
        epochs=recipe.late_epochs,
        rate=recipe.late_rate,
        temperature=recipe.temperature,
        dropout=recipe.late_dropout,
    )
    last = replace(first, epochs=recipe.last_epochs, rate=recipe.last_rate)
    return [first, second, last]


def _hard_batches(sizes: Sequence[int], batch: int, chance: random.Random) -> list[Ints]:
    """Return batches of neighbours among batches by chance: every pair stands in one of each."""
    batches = neighbour_batches(sizes, batch, chance) + make_batches(sizes, batch, chance)
    chance.shuffle(batches)
    return batches
