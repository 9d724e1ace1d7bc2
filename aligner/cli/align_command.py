"""``duizhao align``: two files, two folders or a manifest in; translation memories and a summary out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aligner.cli.jobs import Job, jobs_from_folders, jobs_from_manifest, single_job
from aligner.cli.outputs import SUFFIXES, check_outputs, write_memory, write_outputs
from aligner.cli.progress import progress_bar
from aligner.cli.summary import print_summary
from corpora import detect_lang, document_of_lines, read_document
from corpora.errors import DuizhaoError, FormatError, LanguageError
from corpora.types import EN, LANGS, ZH, Bitext, Document, Lang

if TYPE_CHECKING:
    from aligner import Encoder, Settings


def align_files(  # noqa: PLR0913 - one parameter an option
    source: Annotated[
        Path | None,
        typer.Argument(help="One version: txt, docx, html, pdf or doc; or a folder of them."),
    ] = None,
    target: Annotated[
        Path | None, typer.Argument(help="The other version, or the folder of the others.")
    ] = None,
    output: Annotated[
        list[Path] | None,
        typer.Option(
            "-o",
            "--output",
            help="Where to write: .tmx .tsv .jsonl or .html; several allowed. "
            "For many pairs: a folder, or one .tmx for all.",
        ),
    ] = None,
    manifest: Annotated[
        Path | None,
        typer.Option(help="Align many pairs: a file with source TAB target on every line."),
    ] = None,
    lines: Annotated[
        bool, typer.Option("--lines", help="Both files hold one segment a line: no layout.")
    ] = False,
    no_anchors: Annotated[
        bool, typer.Option("--no-anchors", help="Do not rely on numbers: meaning alone.")
    ] = False,
    encoder: Annotated[
        str,
        typer.Option(help="'default', or a sentence-transformers model by name or folder."),
    ] = "default",
    min_probability: Annotated[
        float,
        typer.Option(min=0.0, max=1.0, help="Leave less sure pairs out of .tmx and .tsv."),
    ] = 0.0,
    src_lang: Annotated[str | None, typer.Option(help="zh or en; else told by the script.")] = None,
    tgt_lang: Annotated[str | None, typer.Option(help="zh or en; else told by the script.")] = None,
    lang_tags: Annotated[
        str | None, typer.Option(help="Tags written to TMX, Chinese first: zh-Hant,en-GB.")
    ] = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Print errors only.")] = False,
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="List every place.")] = False,
) -> None:
    """Align two versions of a report and write a translation memory.

    duizhao align report.zh.docx report.en.docx -o report.tmx -o report.html

    duizhao align zh/ en/ -o memories/       (files are paired by name)

    Exit status: 0 done, 2 wrong usage, 3 a file cannot be read or written.
    """
    outputs = tuple(output or ())
    langs = (_lang(src_lang, "--src-lang"), _lang(tgt_lang, "--tgt-lang"))
    tags = _tags(lang_tags)
    jobs = _jobs(source, target, manifest, outputs)
    check_outputs(jobs, outputs)
    from aligner import Settings, load_encoder

    settings = Settings(anchors=not (no_anchors or lines))
    model = load_encoder(encoder)
    merged = [path for path in outputs if _is_batch(jobs) and path.suffix == ".tmx"]
    aligned: list[Bitext] = []
    failures = 0
    for job in jobs:
        try:
            bitext = _align(job, langs, model, settings, lines=lines, quiet=quiet)
        except DuizhaoError as error:
            if not _is_batch(jobs):
                raise
            failures += 1
            typer.echo(f"duizhao: {error}", err=True)
            continue
        write_outputs(job, bitext, tags, min_probability)
        if merged:
            aligned.append(bitext)
        if not quiet:
            print_summary(bitext, job, verbose=verbose)
    for path in merged:
        write_memory(path, aligned, tags, min_probability)
    if failures:
        raise FormatError(f"{failures} of {len(jobs)} pairs could not be aligned; see above")


def _is_batch(jobs: Sequence[Job]) -> bool:
    return len(jobs) != 1 or jobs[0].in_batch


def _lang(code: str | None, option: str) -> Lang | None:
    if code is None:
        return None
    known = LANGS.get(code.split("-")[0].lower())
    if known is None:
        raise typer.BadParameter(f"{code!r} is not one of {', '.join(LANGS)}", param_hint=option)
    return known


def _tags(text: str | None) -> dict[str, str]:
    tags = {lang.code: lang.tag for lang in (ZH, EN)}
    for tag in (text or "").replace("_", "-").split(","):
        code = tag.strip().split("-")[0].lower()
        if code in tags:
            tags[code] = tag.strip()
        elif tag.strip():
            raise typer.BadParameter(f"{tag!r} does not begin with zh or en", param_hint="--lang-tags")
    return tags


def _jobs(
    source: Path | None, target: Path | None, manifest: Path | None, outputs: tuple[Path, ...]
) -> list[Job]:
    if manifest is not None:
        if source or target:
            raise typer.BadParameter("give either two files or --manifest, not both")
        return jobs_from_manifest(manifest, outputs)
    if source is None or target is None:
        raise typer.BadParameter("two files are needed, or two folders, or --manifest")
    if source.is_dir() and target.is_dir():
        return jobs_from_folders(source, target, outputs)
    _check_suffixes(outputs)
    return [single_job(source, target, outputs)]


def _check_suffixes(outputs: tuple[Path, ...]) -> None:
    for path in outputs:
        if path.suffix.lower() not in SUFFIXES:
            raise typer.BadParameter(
                f"{path}: the suffix must be one of {' '.join(SUFFIXES)}", param_hint="-o"
            )


def _align(  # noqa: PLR0913
    job: Job,
    langs: tuple[Lang | None, Lang | None],
    model: Encoder,
    settings: Settings,
    *,
    lines: bool,
    quiet: bool,
) -> Bitext:
    from aligner import align_documents

    if job.source.exists() and job.target.exists() and job.source.samefile(job.target):
        raise FormatError("the same file is given twice", job.source, remedy="give two versions")
    read = _read_lines if lines else read_document
    src, tgt = read(job.source, langs[0]), read(job.target, langs[1])
    if src.lang == tgt.lang:
        raise LanguageError(
            f"{job.source} and {job.target} are both {src.lang.name}; "
            "give one Chinese and one English version, or set --src-lang and --tgt-lang"
        )
    with progress_bar(f"Aligning {job.source.name}", quiet=quiet) as progress:
        return align_documents(src, tgt, encoder=model, settings=settings, progress=progress)


def _read_lines(path: Path, lang: Lang | None) -> Document:
    from corpora.read import read_lines

    lines = read_lines(path)
    found = lang or detect_lang("\n".join(lines))
    return document_of_lines(lines, found, str(path.name))
