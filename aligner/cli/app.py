"""The commands, gathered; each lives in a module of its own."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated

import typer

from aligner.cli.align_command import align_files
from aligner.cli.demo_command import demo
from aligner.cli.evaluate_command import evaluate_files
from aligner.cli.inspect_command import inspect_file

app = typer.Typer(
    name="duizhao",
    help="Align Chinese and English versions of a report and export a translation memory.",
    epilog="Start with: duizhao demo · then: duizhao align report.zh.docx report.en.docx -o report.tmx",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"duizhao {version('duizhao')}")
        raise typer.Exit


@app.callback()
def _duizhao(
    _version: Annotated[  # noqa: FBT002
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Align Chinese and English versions of a report and export a translation memory."""


app.command("align")(align_files)
app.command("inspect")(inspect_file)
app.command("evaluate")(evaluate_files)
app.command("demo")(demo)
