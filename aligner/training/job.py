"""``duizhao train`` as one call: memories in, a model that is no worse out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from aligner.encoder import load_encoder
from aligner.static import StaticEncoder
from aligner.training.adapt import Adaptation, adapt, split
from aligner.training.card import adapted_card, settings_line
from aligner.training.device import repeatable
from aligner.training.figures import Figures, figures_of
from aligner.training.loop import Report
from aligner.training.model import refuse_other, reopened, write_model
from aligner.training.pairs import read_source
from corpora.errors import MissingModelError


@dataclass(frozen=True, slots=True)
class Outcome:
    """What training came to, measured on *held_out* pairs."""

    before: Figures
    after: Figures
    held_out: int
    is_forced: bool

    @property
    def is_worse(self) -> bool:
        """Whether the mean of the figures fell."""
        return self.after.mean < self.before.mean

    @property
    def is_saved(self) -> bool:
        """Whether the model was written: it is no worse, or that was asked for."""
        return self.is_forced or not self.is_worse


def adapt_files(  # noqa: PLR0913
    paths: Sequence[Path],
    folder: Path,
    *,
    base: str,
    settings: Adaptation,
    force: bool,
    report: Report,
) -> Outcome:
    """Adapt *base* to the pairs of *paths* and write it to *folder*, unless it got worse.

    Raises:
        FormatError: a file cannot be read, holds too few pairs, or *folder* cannot be written.
        MissingModelError: *base* is no static model.
    """
    refuse_other(folder)
    encoder = _static(base)
    sources = [read_source(path) for path in paths]
    learnt, kept = split([pair for source in sources for pair in source.pairs], settings)
    report(settings_line(settings))
    before = figures_of(encoder, kept, seed=settings.seed)
    with repeatable(threads=1):
        tokenizer, rows = adapt(encoder, learnt, settings, report)
    after = figures_of(reopened(tokenizer, rows), kept, seed=settings.seed)
    outcome = Outcome(before, after, len(kept), is_forced=force)
    if outcome.is_saved:
        card = adapted_card(
            folder.name,
            base,
            sources,
            held_out=len(kept),
            settings=settings,
            figures=(before, after),
        )
        write_model(folder, tokenizer, rows, card)
    return outcome


def _static(base: str) -> StaticEncoder:
    encoder = load_encoder(base)
    if not isinstance(encoder, StaticEncoder):
        raise MissingModelError(
            f"{base}: not a static model; start from 'default' or a folder 'duizhao train' wrote"
        )
    return encoder
