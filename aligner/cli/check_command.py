"""``duizhao check``: a translation against its source, the memory and the terms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from aligner.cli import check_options as of
from aligner.cli.check_settings import Settings, read_settings
from aligner.cli.options import Quiet
from aligner.cli.outputs import check_writable, refuse_inputs, refuse_suffix
from aligner.cli.progress import progress_bar
from aligner.cli.terminal import counted, escape_json, escape_xml, say, say_code
from tm.errors import CheckError

if TYPE_CHECKING:
    from tm.qa import Check, Finding, Pair
    from tm.qa.reports import Report


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be checked, and what becomes of the findings."""

    file: Path
    source: Path | None
    langs: tuple[str | None, str | None]
    encoder: str
    settings: Settings
    checks: Mapping[str, Check]
    outputs: Mapping[Path, str]  # each with its format
    kind: str  # format to print; empty for text
    baseline: Path | None  # to write
    quiet: bool


def check_file(  # noqa: PLR0913 - one parameter an option
    file: of.File = None,
    *,
    source: of.Source = None,
    memory: of.Memory = None,
    terms: of.Terms = None,
    src_lang: of.SrcLang = None,
    tgt_lang: of.TgtLang = None,
    encoder: of.EncoderName = "default",
    only: of.Only = None,
    skip: of.Skip = None,
    severity: of.Least = None,
    fail_on: of.FailOn = None,
    kind: of.Format = None,
    output: of.Output = None,
    baseline: of.Baseline = None,
    write_baseline: of.WriteBaseline = None,
    config: of.Config = None,
    list_checks: of.ListChecks = False,
    explain: of.Explain = "",
    quiet: Quiet = False,
) -> None:
    """Check *file* and print or write what is found, or say what is checked."""
    _check_usage(file, explain, is_list=list_checks)
    if explain:
        _explain(explain)
        return
    names, accepted = (tuple(only or ()), tuple(skip or ())), tuple(baseline or ())
    options = Settings(*names, severity, fail_on, memory, terms, accepted)
    if file is None:
        _list_checks(options)
        return
    settings, checks = _settled(options, config)
    outputs = _outputs(output or [], kind)
    _check_paths(outputs, write_baseline, [file, source, settings.memory, settings.terms])
    _check(
        Request(
            file, source, (src_lang, tgt_lang), encoder, settings, checks, outputs,
            "" if outputs else kind or "", write_baseline, quiet=quiet,
        )
    )  # fmt: skip


def _check_usage(file: Path | None, code: str, *, is_list: bool) -> None:
    if not (file or code or is_list):
        raise typer.BadParameter("give a file, --list or --explain", param_hint="FILE")
    if sum(map(bool, (file, code, is_list))) > 1:
        hint = "--explain" if code else "--list"
        other = "a file" if file else "--list"
        raise typer.BadParameter(f"it goes with no other; leave {other} out", param_hint=hint)


def _explain(name: str) -> None:
    """Print what a check means, or which checks a family has."""
    from aligner.cli.check_print import print_checks, print_explanation
    from tm.qa import CHECKS
    from tm.qa.selection import codes_of

    try:
        codes = codes_of([name])
    except CheckError as error:
        raise typer.BadParameter(str(error), param_hint="--explain") from error
    if name in CHECKS:
        print_explanation(CHECKS[name])
        return
    checks = [check for code, check in CHECKS.items() if code in codes]
    say(f"{name} is a family of {counted(len(checks), 'check')}.", "bold")
    print_checks(checks)


def _list_checks(options: Settings) -> None:
    """Print the checks that the options select, notes too; all without them."""
    from aligner.cli.check_print import print_checks
    from tm.qa.finding import Severity
    from tm.qa.selection import select

    _refuse_unknown(options)
    least = options.least or Severity.NOTE
    print_checks(list(select(options.select, options.skip, least=least).values()))


def _refuse_unknown(options: Settings) -> None:
    from tm.qa.selection import codes_of

    for names, option in ((options.select, "--only"), (options.skip, "--skip")):
        try:
            codes_of(names)
        except CheckError as error:
            raise typer.BadParameter(str(error), param_hint=option) from error


def _settled(options: Settings, config: Path | None) -> tuple[Settings, dict[str, Check]]:
    """Return what the options and ``duizhao.toml`` say together, and the checks that run."""
    settings = read_settings(config)
    _refuse_unknown(options)
    settings = settings.overridden_by(options)
    checks = settings.checks()
    if not checks:
        raise typer.BadParameter("no check is left to run", param_hint="--only, --skip, --severity")
    return settings, checks


def _outputs(paths: Sequence[Path], kind: str | None) -> dict[Path, str]:
    """Return the files to write, each with its format."""
    from tm.qa.reports import FORMATS, SUFFIXES

    if kind is not None and kind not in FORMATS:
        problem = f"{kind!r} is not one of {', '.join(FORMATS)}"
        raise typer.BadParameter(problem, param_hint="--format")
    if kind == "xlsx" and not paths:
        raise typer.BadParameter("a workbook needs a file: -o findings.xlsx", param_hint="--format")
    if kind is not None and len(paths) > 1:
        raise typer.BadParameter("with several -o the suffixes decide", param_hint="--format")
    for path in paths:
        meant = SUFFIXES.get(path.suffix.lower())
        if kind is None:
            refuse_suffix(path, SUFFIXES)
        elif meant not in (None, kind):
            problem = f"{path} is named as {meant}, not as {kind}; leave --format out, or rename it"
            raise typer.BadParameter(problem, param_hint="--format")
    return {path: kind or SUFFIXES[path.suffix.lower()] for path in paths}


def _check_paths(
    outputs: Iterable[Path], baseline: Path | None, inputs: Iterable[Path | None]
) -> None:
    """Refuse, before anything is read, what cannot be written."""
    written = [*outputs, *([baseline] if baseline else [])]
    refuse_inputs(written, [path for path in inputs if path])
    check_writable(written)


def _check(request: Request) -> None:
    """Run the checks, then tell, write and fail as was asked for.

    Raises:
        Exit: with status 1 where there are findings that count.
    """
    from tm.qa.baseline import read_baseline, write_baseline

    accepted = frozenset().union(*map(read_baseline, request.settings.baselines))
    report = _report(request, accepted)
    if request.baseline:
        write_baseline(request.baseline, {*accepted, *map(report.mark_of, report.findings)})
    _tell(report, request)
    if request.baseline is None and _fails(report, request.settings):
        raise typer.Exit(1)


def _report(request: Request, accepted: frozenset[str]) -> Report:
    from tm.qa.reports import Report

    pairs, findings = _findings(request)
    found = {pair.number: pair for pair in pairs}
    report = Report(
        request.file.name,
        tuple(findings),
        found,
        request.checks,
        request.source.name if request.source else "",
    )
    return report.without(accepted)


def _findings(request: Request) -> tuple[list[Pair], list[Finding]]:
    from aligner.cli.check_input import knowledge_of, pairs_of
    from tm.qa import check_pairs

    settings = request.settings
    with knowledge_of(settings.memory, settings.terms, request.encoder) as knowledge:
        pairs = pairs_of(
            request.file, request.source, request.langs,
            encoder=request.encoder, quiet=request.quiet,
        )  # fmt: skip
        with progress_bar("Checking", quiet=request.quiet) as progress:
            found = check_pairs(pairs, knowledge, checks=request.checks, progress=progress)
    return pairs, found


def _tell(report: Report, request: Request) -> None:
    from aligner.cli.check_print import print_findings, print_summary
    from tm.qa.reports import TEXTS, write_report

    for path, kind in request.outputs.items():
        write_report(path, report, kind)
    if request.kind:
        escape = escape_json if request.kind in ("json", "sarif") else escape_xml
        say_code(TEXTS[request.kind](report).removesuffix("\n"), escape)
        return
    if request.quiet:
        return
    if not request.outputs:
        print_findings(report)
        if report.findings:
            say()
    print_summary(report)
    for path in (*request.outputs, *([request.baseline] if request.baseline else [])):
        say(f"written: {path}", "dim")


def _fails(report: Report, settings: Settings) -> bool:
    from tm.qa.selection import is_at_least

    least = settings.fail_on
    return any(least is None or is_at_least(one.severity, least) for one in report.findings)
