"""``duizhao terms``: the commands that find, keep and exchange terms, gathered."""

from __future__ import annotations

import typer

HELP = """Find terms, keep them, exchange them.
"""

app = typer.Typer(
    help=HELP,
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
