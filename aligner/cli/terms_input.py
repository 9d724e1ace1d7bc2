"""What terms are looked for in: bilingual files, memories, or two versions of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aligner.cli.jobs import DOCUMENTS, plan_pair
from aligner.cli.memory_options import is_memory, open_memory
from aligner.cli.options import path_of
from aligner.cli.terminal import warn
from corpora.errors import FormatError
from corpora.languages import primary_of
from corpora.types import EN, ZH
from tm.folding import is_han

if TYPE_CHECKING:
    from aligner.encoder import Encoder
    from corpora.types import TranslationUnit

Files = Annotated[
    list[Path],
    typer.Argument(
        parser=path_of,
        metavar="FILE…",
        show_default=False,
        help="Files of pairs (.tmx .xlf .tsv .csv .xlsx .po …) and memories; or the two versions "
        "of one document (.docx .txt .html .pdf), which are aligned first.",
    ),
]


def units_of(
    files: Sequence[Path], encoder: Encoder, langs: tuple[str, str] | None, *, quiet: bool
) -> list[TranslationUnit]:
    """Return the units of *files*, of two documents those of their alignment.

    Raises:
        FormatError: a file cannot be read, or no unit has a Chinese and an English text.
    """
    for place, path in enumerate(files):
        if not path.exists():
            raise FormatError("no such file", path, remedy="check the name")
        if any(path.samefile(other) for other in files[:place]):
            raise FormatError("given twice", path, remedy="name it once")
    if len(files) == 2 and all(path.suffix.lower() in DOCUMENTS for path in files):
        return _aligned(files[0], files[1], encoder, quiet=quiet)
    units: list[TranslationUnit] = []
    for path in files:
        units += _righted(_pairs_of(path, langs), path)
    _check_languages(units, files)
    return units


def _pairs_of(path: Path, langs: tuple[str, str] | None) -> list[TranslationUnit]:
    """Return the pairs of a file; of what may be one version of a document say so."""
    try:
        return list(_read(path, langs))
    except FormatError as error:
        if path.suffix.lower() not in DOCUMENTS:
            raise
        problem = "no pairs of texts, but one version of a document"
        remedy = "name the other version as well, and nothing else"
        raise FormatError(problem, path, remedy=remedy) from error


def _righted(units: list[TranslationUnit], path: Path) -> list[TranslationUnit]:
    """Exchange the languages of *units* where most have each text under the other one's."""
    pairs = [texts for unit in units if len(texts := _by_language(unit)) == 2]
    swapped = sum(is_han(en) and not is_han(zh) and bool(zh.strip()) for zh, en in pairs)
    if 2 * swapped <= len(pairs):
        return units
    warn(f"{path}: Chinese and English under each other's language, put right")
    other = {"zh": EN.tag, "en": ZH.tag}
    return [
        replace(
            unit,
            variants=tuple(
                replace(one, lang=other.get(primary_of(one.lang), one.lang))
                for one in unit.variants
            ),
        )
        for unit in units
    ]


def _by_language(unit: TranslationUnit) -> tuple[str, ...]:
    """Return the Chinese and the English text of a unit, in this order; what it has not, not."""
    texts = {primary_of(variant.lang): variant.text for variant in unit.variants}
    return tuple(texts[code] for code in ("zh", "en") if code in texts)


def _aligned(source: Path, target: Path, encoder: Encoder, *, quiet: bool) -> list[TranslationUnit]:
    from aligner.cli.pairs import aligned
    from tm import units_from

    (job,) = plan_pair(source, target).jobs
    return list(units_from(aligned(job, (None, None), encoder, quiet=quiet)))


def _read(path: Path, langs: tuple[str, str] | None) -> Iterator[TranslationUnit]:
    from tm.formats import READERS, read_units

    if not is_memory(path, READERS):
        yield from read_units(path, langs=langs, skipped=_passed_over)
        return
    with open_memory(path) as memory:
        yield from (row.unit for row in memory.stored())


def _passed_over(_skipped: object) -> None:
    """Go on: a unit that cannot be used has no terms either."""


def _check_languages(units: Sequence[TranslationUnit], files: Sequence[Path]) -> None:
    """Refuse what holds no pair of a Chinese and an English text."""
    if any(_has_both(unit) for unit in units):
        return
    problem = (
        "no pair of a Chinese and an English text in it" if units else "no pair of texts in it"
    )
    path = files[0] if len(files) == 1 else None
    remedy = "align two documents, or say which languages they are with --langs zh,en"
    raise FormatError(problem, path, remedy=remedy)


def _has_both(unit: TranslationUnit) -> bool:
    langs = {variant.lang.partition("-")[0].lower() for variant in unit.variants if variant.text}
    return {"zh", "en"} <= langs


def encoder_called(name: str) -> Encoder:
    """Return the encoder of that name."""
    from aligner import load_encoder

    return load_encoder(name)
