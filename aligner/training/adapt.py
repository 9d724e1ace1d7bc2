"""The bundled encoder adapted to a memory: its rows go on learning, new words get rows.

A new token starts as the sum of the pieces that stood for it, so the model to start from gives
the same vectors as the base, and every change is learnt.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import torch
from tokenizers import Tokenizer, models

from aligner.static import StaticEncoder
from aligner.training.corpus import Corpus, make_batches
from aligner.training.device import training_device
from aligner.training.loop import Phase, Report, train
from aligner.training.losses import as_vectors, word_by_word
from aligner.training.pairs import TextPair
from aligner.training.table import Floats, Table
from aligner.training.vocabulary import (
    UNKNOWN,
    features_of,
    full_tokenizer,
    is_han,
    ranked_tokens,
)
from corpora.errors import FormatError, MissingModelError

FEWEST: Final = 300  # pairs; with fewer neither learning nor measuring makes sense
RUN: Final = 50  # neighbouring pairs that are held out together
MOST_HELD_OUT: Final = 2_000


@dataclass(frozen=True, slots=True)
class Adaptation:
    """The settings; chosen on laws, for a base that had and one that had not seen such texts."""

    seed: int = 1
    held_out: float = 0.1  # share of the pairs that only measure
    epochs: int = 3
    steps: int = 200  # at least: a small memory is seen more often
    batch: int = 128
    rate: float = 0.001
    temperature: float = 0.05
    dropout: float = 0.1
    longest: int = 96  # tokens of a text seen in one step
    least: int = 3  # occurrences of a word or pair of characters that gets a row
    most: int = 20_000  # new rows


def split(pairs: Sequence[TextPair], settings: Adaptation) -> tuple[list[TextPair], list[TextPair]]:
    """Return the pairs to learn from and those held out, runs of neighbours by chance.

    A text is never on both sides: what shares one with a pair held out is left out.

    Raises:
        FormatError: there are too few pairs.
    """
    pairs = list(dict.fromkeys(pairs))
    if len(pairs) < FEWEST:
        raise FormatError(
            f"{len(pairs)} different pairs; at least {FEWEST} are needed to learn from",
            remedy="add more memories",
        )
    starts = list(range(0, len(pairs) - RUN + 1, RUN))
    random.Random(settings.seed).shuffle(starts)
    wanted = min(int(len(pairs) * settings.held_out), MOST_HELD_OUT)
    chosen = sorted(starts[: max(1, round(wanted / RUN))])
    kept = [pair for start in chosen for pair in pairs[start : start + RUN]]
    seen = {text for pair in kept for text in pair}
    learnt = [pair for pair in pairs if seen.isdisjoint(pair)]
    if len(learnt) < FEWEST / 2:
        raise FormatError(
            f"only {len(learnt)} pairs share no text with the {len(kept)} that are held out",
            remedy="add memories with more different texts",
        )
    return learnt, kept


def adapt(
    base: StaticEncoder, pairs: Sequence[TextPair], settings: Adaptation, report: Report
) -> tuple[Tokenizer, Floats]:
    """Return the tokenizer and the rows of *base* after it has learnt from *pairs*.

    Raises:
        MissingModelError: *base* is no model of Duizhao's making.
    """
    zh, en = ([pair[side] for pair in pairs] for side in (0, 1))
    known = _tokens(base)
    new = _new_tokens(base.tokenizer, known, [*zh, *en], settings)
    tokenizer = full_tokenizer(_copy(base.tokenizer), [*known, *new])
    sides = (
        Corpus(tokenizer, zh, settings.longest),
        Corpus(tokenizer, en, settings.longest),
    )
    report(f"{len(new):,} new tokens get rows beside {len(known):,}")
    torch.manual_seed(settings.seed)
    named = [[f"={token}", *features_of(token)] for token in (*known, *new)]
    table = Table(named, base.dimension)
    table.start_from(_rows(base, len(known), new))
    table.to(training_device())
    train(table, sides, _phase(len(pairs), settings), seed=settings.seed, report=report)
    return tokenizer, table.folded()


def _phase(size: int, settings: Adaptation) -> Phase:
    batches = make_batches([size], settings.batch, random.Random(settings.seed))
    return Phase(
        name="words",
        batches=batches,
        losses=(as_vectors, word_by_word),
        epochs=max(settings.epochs, math.ceil(settings.steps / len(batches))),
        rate=settings.rate,
        temperature=settings.temperature,
        dropout=settings.dropout,
    )


def _tokens(base: StaticEncoder) -> list[str]:
    """Return the tokens of *base* in the order of their rows."""
    ids = base.tokenizer.get_vocab()
    tokens = sorted(ids, key=ids.__getitem__)
    if tokens[0] != UNKNOWN or not isinstance(base.tokenizer.model, models.WordPiece):
        raise MissingModelError(
            f"{base.name}: not a model that Duizhao made; start from 'default' or from one "
            "that 'duizhao train' wrote"
        )
    return tokens


def _copy(tokenizer: Tokenizer) -> Tokenizer:
    return Tokenizer.from_str(tokenizer.to_str())


def _new_tokens(
    tokenizer: Tokenizer, known: Iterable[str], texts: Sequence[str], settings: Adaptation
) -> list[str]:
    """Return the frequent words and pairs of characters that have no row yet."""
    whole = _copy(tokenizer)
    whole.model = models.WordLevel({UNKNOWN: 0}, unk_token=UNKNOWN)
    there = frozenset(known)
    ranked = ranked_tokens(whole, texts, settings.least)
    new = [token for token in ranked if token not in there and _is_worth_a_row(token)]
    return new[: settings.most]


def _is_worth_a_row(token: str) -> bool:
    return token.isalpha() and (not is_han(token) or len(token) == 2)


def _rows(base: StaticEncoder, count: int, new: Sequence[str]) -> Floats:
    """Return the rows of the known tokens, and for each new one the sum of its pieces'."""
    rows = base.rows(np.arange(count))
    cut = base.tokenizer.model.tokenize
    added = [rows[[piece.id for piece in cut(token)]].sum(axis=0) for token in new]
    return np.vstack([rows, *added]) if added else rows
