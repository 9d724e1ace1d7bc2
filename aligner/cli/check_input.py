"""What ``duizhao check`` reads: the pairs, and what is known beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from aligner.cli.align_command import STRANGERS
from aligner.cli.jobs import DOCUMENTS, plan_pair
from aligner.cli.memory_options import open_memory, open_terms
from aligner.cli.options import lang_of
from aligner.cli.pairs import aligned
from aligner.cli.progress import counter
from aligner.cli.terminal import counted, warn
from aligner.cli.terms_input import encoder_called
from corpora.errors import AlignmentError, FormatError

if TYPE_CHECKING:
    from aligner.encoder import Encoder
    from tm.formats.skipped import Skipped
    from tm.memory import Memory
    from tm.qa import Knowledge, Pair
    from tm.terms.concept import Concept

NO_ENCODER: Final = "none"
_NAMED: Final = 5  # faults of a file that are named one by one
_REVIEWED = ("", "accepted")

Langs = tuple[str | None, str | None]  # as the options say them


def pairs_of(
    file: Path, source: Path | None, langs: Langs, *, encoder: str, quiet: bool
) -> list[Pair]:
    """Return the pairs of a bilingual file, or those of two documents that are aligned first.

    Raises:
        FormatError: a file cannot be read, or has no pairs.
        LanguageError: the languages cannot be told, or stand the wrong way round.
        AlignmentError: the two documents hardly match.
    """
    for path in filter(None, (file, source)):
        if not path.exists():
            raise FormatError("no such file", path, remedy="check the name")
    if source is None:
        return _bilingual(file, _tags(langs), quiet=quiet)
    return _documents(file, source, langs, encoder=encoder, quiet=quiet)


def _documents(file: Path, source: Path, langs: Langs, *, encoder: str, quiet: bool) -> list[Pair]:
    from tm.qa.reading import pairs_from

    (job,) = plan_pair(source, file).jobs
    named = lang_of(langs[0], "--src-lang"), lang_of(langs[1], "--tgt-lang")
    model = encoder_called("default" if encoder == NO_ENCODER else encoder)
    bitext = aligned(job, named, model, quiet=quiet)
    share = max(bitext.paired)
    if share < STRANGERS:
        problem = f"{file} hardly matches {source}: {share:.0%} of its sentences have a counterpart"
        raise AlignmentError(f"{problem}; give the source that it was translated from")
    return list(pairs_from(bitext))


def _bilingual(file: Path, tags: tuple[str, str] | None, *, quiet: bool) -> list[Pair]:
    from tm.qa.reading import read_pairs

    faults: list[Skipped] = []
    try:
        with counter(f"Reading {file.name}", quiet=quiet, noun="segments") as told:
            pairs = []
            for pair in read_pairs(file, langs=tags, skipped=faults.append):
                pairs.append(pair)
                if told and not len(pairs) % 1000:
                    told(len(pairs))
    except FormatError as error:
        if file.suffix.lower() not in DOCUMENTS:
            raise
        problem = f"{error.problem}, so perhaps one version of a document"
        remedy = "name the document that it translates with --source"
        raise FormatError(problem, file, remedy=remedy) from error
    _tell(file, faults, "segment")
    if not any(pair.target.text.strip() for pair in pairs):
        warn(f"{file}: none of its {counted(len(pairs), 'segment')} is translated")
    return pairs


def _tags(langs: Langs) -> tuple[str, str] | None:
    """Return the tags of source and target; one that is not named is the other of our two."""
    from tm.formats.clean import language_tag
    from tm.formats.rows import other_tag

    if langs == (None, None):
        return None
    lang_of(langs[0], "--src-lang")
    lang_of(langs[1], "--tgt-lang")
    tags = [language_tag(name) if name else "" for name in langs]
    source, target = tags[0] or other_tag(tags[1]), tags[1] or other_tag(tags[0])
    if source.partition("-")[0] == target.partition("-")[0]:
        problem = f"{source} and {target} are one language; give a Chinese and an English text"
        raise typer.BadParameter(problem, param_hint="--tgt-lang")
    return source, target


@contextmanager
def knowledge_of(memory: Path | None, terms: Path | None, encoder: str) -> Iterator[Knowledge]:
    """Open what the checks may ask: the memory, the terms of *terms* or else its own, an encoder.

    Raises:
        FormatError: one cannot be read.
    """
    from tm.qa import Knowledge

    opened: Memory | None = open_memory(memory) if memory else None
    try:
        concepts = _concepts_of(terms) if terms else _own_terms(memory) if memory else ()
        model: Encoder | None = None if encoder == NO_ENCODER else encoder_called(encoder)
        yield Knowledge(concepts, opened, model.encode if model else None)
    finally:
        if opened:
            opened.close()


def _concepts_of(path: Path) -> tuple[Concept, ...]:
    """Return the concepts of a term base, or of a file; what a file has that is wrong is told."""
    from tm.schema import is_database
    from tm.terms import read_concepts

    if is_database(path) or path.suffix.lower() == ".db":
        concepts = _own_terms(path)
        if not concepts:
            warn(f"{path}: no concept in it is accepted, so no term is checked")
        return concepts
    faults: list[Skipped] = []
    found = read_concepts(path, skipped=faults.append)
    concepts = tuple(concept for concept in found if concept.review != "rejected")
    _tell(path, faults, "entry", "entries")
    _tell_untranslated(path, concepts)
    if not concepts:
        raise FormatError("no terms in it", path, remedy="give a term base, a TBX or a table")
    return concepts


def _tell_untranslated(path: Path, concepts: Sequence[Concept]) -> None:
    """Warn of concepts that have no term in one of our languages: nothing can be asked of them."""
    from corpora.languages import primary_of
    from corpora.types import LANGS

    alone = [c for c in concepts if not LANGS.keys() <= {primary_of(t.lang) for t in c.terms}]
    if alone:
        named = ", ".join(concept.terms[0].text for concept in alone[:_NAMED])
        many = counted(len(alone), "concept")
        warn(f"{path}: {many} not checked for lack of a term in one language: {named}")


def _own_terms(path: Path) -> tuple[Concept, ...]:
    from tm.terms import Which

    with open_terms(path) as base:
        return tuple(base.concepts(Which(reviews=_REVIEWED)))


def _tell(path: Path, faults: Sequence[Skipped], noun: str, nouns: str = "") -> None:
    """Name what of *path* could not be used, the first of it."""
    for fault in faults[:_NAMED]:
        near = f" near {fault.excerpt!r}" if fault.excerpt else ""
        warn(f"{path}:{fault.line}: {fault.problem}{near}")
    if len(faults) > _NAMED:
        warn(f"{path}: {counted(len(faults) - _NAMED, f'more {noun}', f'more {nouns or noun}')}")
