"""``duizhao train`` as one call: memories in, a model that is no worse out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from aligner.encoder import DEFAULT, load_encoder
from aligner.static import MODEL_FOLDER, StaticEncoder
from aligner.training.adapt import Adaptation, adapt, split
from aligner.training.card import adapted_card, learnt_before, settings_line
from aligner.training.device import repeatable
from aligner.training.figures import Figures, figures_of
from aligner.training.loop import Report
from aligner.training.model import refuse_other, reopened, write_model
from aligner.training.pairs import Source, read_source
from corpora.errors import FormatError, MissingModelError


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
    if folder.resolve() == MODEL_FOLDER.resolve():
        raise FormatError("is the bundled model's own folder", folder, remedy="name another one")
    refuse_other(folder)
    encoder = _static(base)
    sources = [read_source(path) for path in paths]
    for source in sources:
        report(f"{source.name}: {len(source.pairs):,} pairs{_left_out(source)}")
    learnt, kept = split([pair for source in sources for pair in source.pairs], settings)
    report(settings_line(settings))
    report(f"{len(learnt):,} pairs to learn from, {len(kept):,} held out; measuring {encoder.name}")
    before = figures_of(encoder, kept, seed=settings.seed)
    with repeatable(threads=1):
        tokenizer, rows = adapt(encoder, learnt, settings, report)
    report("measuring the new model")
    after = figures_of(reopened(tokenizer, rows), kept, seed=settings.seed)
    outcome = Outcome(before, after, len(kept), is_forced=force)
    if outcome.is_saved:
        card = adapted_card(
            folder.resolve().name,
            base,
            [*learnt_before(base), *((source.name, len(source.pairs)) for source in sources)],
            held_out=len(kept),
            settings=settings,
            figures=(before, after),
        )
        write_model(folder, tokenizer, rows, card)
    return outcome


def _left_out(source: Source) -> str:
    return f", {source.left_out:,} rows without both languages left out" if source.left_out else ""


def _static(base: str) -> StaticEncoder:
    if base != DEFAULT and not Path(base).is_dir():
        raise MissingModelError(
            f"{base}: no such folder; start from 'default' or a folder 'duizhao train' wrote"
        )
    encoder = load_encoder(base)
    if not isinstance(encoder, StaticEncoder):
        raise MissingModelError(
            f"{base}: not a static model; start from 'default' or a folder 'duizhao train' wrote"
        )
    return encoder
