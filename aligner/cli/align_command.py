"""``duizhao align``: files, folders or a manifest in; memories and a summary out."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from aligner.cli import options as of
from aligner.cli.jobs import (
    Job,
    Plan,
    plan_folder,
    plan_folders,
    plan_manifest,
    plan_pair,
    with_folders,
)
from aligner.cli.outputs import (
    TRADITIONAL,
    Form,
    Report,
    check_outputs,
    refuse_inputs,
    write_merged,
    write_outputs,
)
from aligner.cli.pairs import Langs, contradictions, read_pair
from aligner.cli.progress import progress_bar
from aligner.cli.summary import print_line, print_summary, print_written
from aligner.cli.terminal import say, warn
from corpora.errors import DuizhaoError, FormatError
from corpora.files import make_folders, remove_if_empty
from corpora.types import EN, ZH, Bitext

if TYPE_CHECKING:
    from aligner import Encoder

STRANGERS = 0.4  # share of the fuller side that has a counterpart, below which two are strangers


@dataclass(frozen=True, slots=True)
class Request:
    """What the options ask of every pair."""

    langs: Langs
    form: Form
    encoder: str
    device: str | None
    batch_size: int
    encoder_cache: Path | None
    lines: bool
    anchors: bool
    quiet: bool
    verbose: bool


def align_files(  # noqa: PLR0913 - one parameter an option
    source: of.Source = None,
    target: of.Target = None,
    *,
    output: of.Output = None,
    formats: of.Format = None,
    manifest: of.Manifest = None,
    min_probability: of.MinProbability = 0.0,
    lang_tags: of.LangTags = None,
    src_lang: of.SrcLang = None,
    tgt_lang: of.TgtLang = None,
    lines: of.Lines = False,
    no_anchors: of.NoAnchors = False,
    encoder: of.EncoderName = "default",
    encoder_cache: of.EncoderCache = None,
    device: of.Device = None,
    batch_size: of.BatchSize = 32,
    quiet: of.Quiet = False,
    verbose: of.Verbose = False,
) -> None:
    """Align pairs of files, write what was asked for and print a summary."""
    request = Request(
        of.langs_of(src_lang, tgt_lang),
        Form(of.tags_of(lang_tags), min_probability, are_tags_chosen=lang_tags is not None),
        encoder,
        device,
        batch_size,
        encoder_cache,
        lines=lines,
        anchors=not (no_anchors or lines),
        quiet=quiet,
        verbose=verbose,
    )
    _check_telling(request)
    plan = _plan(source, target, manifest, request.langs, output or ())
    plan = _checked(plan, manifest, output or (), formats or ())
    if plan.is_batch:
        _align_many(plan, request)
    else:
        _align_one(plan.jobs[0], request)


def _plan(
    source: Path | None,
    target: Path | None,
    manifest: Path | None,
    langs: Langs,
    outputs: Sequence[Path],
) -> Plan:
    if manifest is not None:
        if source is not None:
            raise typer.BadParameter("give files or --manifest, not both", param_hint="--manifest")
        return plan_manifest(manifest)
    if source is None:
        raise typer.BadParameter(
            "give two files, one or two folders, or --manifest", param_hint="SOURCE"
        )
    if not source.is_dir():
        if target is None or target.is_dir():
            _check_exists(source)
            raise typer.BadParameter("give the other version's file", param_hint="TARGET")
        return plan_pair(source, target, outputs)
    if target is None or (target.is_dir() and target.samefile(source)):
        return plan_folder(source, EN if langs[0] == EN or langs[1] == ZH else ZH)
    if not target.is_dir():
        _check_exists(target)
        raise typer.BadParameter("give the folder of the other versions", param_hint="TARGET")
    return plan_folders(source, target)


def _check_exists(path: Path) -> None:
    if not path.exists():
        raise FormatError("no such file or folder", path, remedy="check the name")


def _checked(
    plan: Plan, manifest: Path | None, outputs: Sequence[Path], formats: Sequence[str]
) -> Plan:
    """Return *plan* with its outputs, none of which is an input or cannot be written."""
    inputs = (*plan.inputs, *filter(None, [manifest]))
    refuse_inputs(outputs, inputs)
    plan = _with_outputs(plan, outputs, formats)
    refuse_inputs(plan.outputs, inputs)
    check_outputs(plan)
    return plan


def _with_outputs(plan: Plan, outputs: Sequence[Path], formats: Sequence[str]) -> Plan:
    if not plan.is_batch:
        of.check_suffixes(outputs)
        folders: Sequence[Path] = ()
    else:
        folders, memories = of.sort_outputs(outputs)
        plan = with_folders(plan, folders, of.suffixes_of(formats))
        plan = replace(plan, merged=tuple(memories))
    if formats and not folders:
        raise typer.BadParameter("it is for -o FOLDER and many pairs", param_hint="--format")
    return plan


def _check_telling(request: Request) -> None:
    if request.quiet and request.verbose:
        raise typer.BadParameter("it contradicts --verbose", param_hint="--quiet")


def _align_one(job: Job, request: Request) -> None:
    bitext = _bitext(job, request)
    reports = write_outputs(job.outputs, bitext, request.form)
    if not request.quiet:
        print_summary(bitext, reports, verbose=request.verbose)
        _tell_if_unwritten(reports)
    if _are_strangers(job, bitext):
        raise typer.Exit(1)


def _are_strangers(job: Job, bitext: Bitext) -> bool:
    """Whether two texts hardly match, and say so: aligned all the same, for a look."""
    share = max(bitext.paired)
    if share >= STRANGERS:
        return False
    warn(
        f"{job.source}: hardly matches {job.target} ({share:.0%} of the sentences are likely to "
        "have a counterpart); are they versions of one document?"
    )
    return True


def _align_many(plan: Plan, request: Request) -> None:
    encoder = _encoder(request)
    kept: list[Bitext] = []
    failures: list[DuizhaoError | OSError] = []
    written: list[Report] = []
    made: list[Path] = []
    strangers = False
    for job in plan.jobs:
        try:
            bitext = _bitext(job, request, encoder)
            made += make_folders(path.parent for path in job.outputs)
            reports = write_outputs(job.outputs, bitext, request.form)
        except (DuizhaoError, OSError) as error:
            failures.append(error)
            continue
        written += reports
        if plan.merged:
            kept.append(bitext)
        _tell_of_one(job, bitext, reports, request)
        strangers |= _are_strangers(job, bitext)
    remove_if_empty(made)
    merged = write_merged(plan.merged if kept else (), kept, request.form)
    if not request.quiet:
        _tell_of_all(plan, len(plan.jobs) - len(failures), merged, written, request)
    for failure in failures:
        warn(str(failure))
    if failures:
        raise FormatError(f"{len(failures)} of {len(plan.jobs)} pairs could not be aligned")
    if strangers:
        raise typer.Exit(1)


def _encoder(request: Request) -> Encoder:
    if request.quiet or not sys.stderr.isatty():  # packages that open models draw bars
        os.environ["HF_HUB_DISABLE_PROGRESS_BARS"] = "1"
    from aligner import load_encoder

    return load_encoder(
        request.encoder,
        device=request.device,
        batch=request.batch_size,
        cache=request.encoder_cache,
    )


def _bitext(job: Job, request: Request, encoder: Encoder | None = None) -> Bitext:
    from aligner import Settings, align_documents

    with progress_bar(f"Aligning {job.name}", quiet=request.quiet) as progress:
        src, tgt = read_pair(job, request.langs, lines=request.lines, progress=progress)
        for doubt in contradictions(job, (src, tgt), request.langs):
            if not request.quiet:
                warn(doubt)
        return align_documents(
            src,
            tgt,
            encoder=encoder or _encoder(request),
            settings=Settings(anchors=request.anchors),
            progress=progress,
        )


def _tell_of_one(job: Job, bitext: Bitext, reports: Sequence[Report], request: Request) -> None:
    if request.verbose:
        print_summary(bitext, reports, verbose=True)
        say()
    elif not request.quiet:
        print_line(job.name, bitext)


def _tell_of_all(
    plan: Plan, done: int, merged: Sequence[Report], written: Sequence[Report], request: Request
) -> None:
    say(f"{done} of {len(plan.jobs)} pairs aligned", "bold")
    print_written(merged, verbose=request.verbose)
    if not plan.outputs:
        _tell_if_unwritten(())
    for folder in dict.fromkeys(report.path.parent for report in written):
        say(f"written into {folder}")
    if not request.verbose and any(TRADITIONAL in report.remarks for report in written):
        say(f"! {TRADITIONAL}", "doubt")
    if plan.alone:
        warn("without a partner: " + ", ".join(map(str, plan.alone)))


def _tell_if_unwritten(reports: Sequence[Report]) -> None:
    if not reports:
        say("Nothing was written: add -o report.tmx to keep the pairs.", "dim")
