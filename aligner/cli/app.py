"""The commands, gathered; each lives in a module of its own."""

from __future__ import annotations

from typing import Annotated

import typer

from aligner.cli.align_command import align_files
from aligner.cli.check_command import check_file
from aligner.cli.check_options import HELP as CHECK
from aligner.cli.concordance_command import HELP as CONCORDANCE
from aligner.cli.concordance_command import find_words
from aligner.cli.demo_command import demo
from aligner.cli.evaluate_command import HELP as EVALUATE
from aligner.cli.evaluate_command import evaluate_files
from aligner.cli.inspect_command import HELP as INSPECT
from aligner.cli.inspect_command import inspect_file
from aligner.cli.lookup_command import HELP as LOOKUP
from aligner.cli.lookup_command import look_up
from aligner.cli.options import HELP as ALIGN
from aligner.cli.similar_command import HELP as SIMILAR
from aligner.cli.similar_command import find_similar
from aligner.cli.term_command import HELP as TERM
from aligner.cli.term_command import find_terms
from aligner.cli.terms_command import app as terms_app
from aligner.cli.tm_command import app as tm_app
from aligner.cli.train_command import HELP as TRAIN
from aligner.cli.train_command import train_files
from corpora.version import version

app = typer.Typer(
    name="duizhao",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: legible at any width and in a pipe
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"duizhao {version()}")
        raise typer.Exit


@app.callback()
def _duizhao(
    *,
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Align the Chinese and the English version of a report; get a translation memory.

    \b
    See it work on a sample:       duizhao demo
    Align two files:               duizhao align report.zh.docx report.en.docx -o report.tmx
    Look at the pairs, marked:     duizhao align report.zh.docx report.en.docx -o report.html
    Align two folders:             duizhao align zh/ en/ -o memories/
    See how a file was read:       duizhao inspect report.zh.docx
    Learn from your own memory:    duizhao train memory.tmx -o my-encoder
    Keep everything in one place:  duizhao tm import report.tmx older.xlsx
    Look a term up:                duizhao term 安全理事会
    Look a sentence up:            duizhao lookup "会议通过了议程。"
    Find words in context:         duizhao concordance "General Assembly"
    Find the same in other words:  duizhao similar "protection of rivers"
    Check a translation:           duizhao check draft.en.docx --source report.zh.docx

    'duizhao COMMAND --help' explains the options of a command.

    \b
    Exit status: 0 done, 1 checks found something, 2 wrong usage,
    3 a file or memory cannot be read, aligned or written, 130 interrupted.
    """


app.command("align", help=ALIGN, short_help="Align two versions; write a memory.")(align_files)
app.command("inspect", help=INSPECT, short_help="Show how a file was read.")(inspect_file)
app.command("evaluate", help=EVALUATE, short_help="Score a result against gold.")(evaluate_files)
app.command("train", help=TRAIN, short_help="Adapt the encoder to your memories.")(train_files)
app.add_typer(tm_app, name="tm", short_help="Keep a translation memory.")
app.add_typer(terms_app, name="terms", short_help="Keep terminology.")
app.command("term", help=TERM, short_help="Look terms up.")(find_terms)
app.command("lookup", help=LOOKUP, short_help="Look up a text, or a file.")(look_up)
app.command("concordance", help=CONCORDANCE, short_help="Find words in context.")(find_words)
app.command("similar", help=SIMILAR, short_help="Find the same in other words.")(find_similar)
app.command("check", help=CHECK, short_help="Check a translation.")(check_file)
app.command("demo", short_help="Align and score the sample report.")(demo)
