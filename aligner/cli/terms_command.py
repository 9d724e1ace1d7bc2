"""``duizhao terms``: the commands that find, keep and exchange terms, gathered."""

from __future__ import annotations

import typer

from aligner.cli import terms_files_command as files

HELP = """Find terms, keep them, exchange them.
"""

app = typer.Typer(
    help=HELP,
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("import", help=files.IMPORT, short_help="Add the terms of files.")(files.import_terms)
app.command("export", help=files.EXPORT, short_help="Write terms to a file.")(files.export_terms)
