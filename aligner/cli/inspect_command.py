"""``duizhao inspect``: the blocks of a file, as the layout understood them."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from corpora import read_document
from corpora.types import LANGS, Document, Kind


def inspect_file(
    file: Annotated[Path, typer.Argument(help="A txt, docx, html, pdf or doc file.")],
    lang: Annotated[str | None, typer.Option(help="zh or en; else told by the script.")] = None,
    kind: Annotated[
        list[Kind] | None, typer.Option(help="Show blocks of this kind only; repeatable.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, one block a line.")] = False,
) -> None:
    """Print the blocks of a file: what to look at when an alignment looks odd."""
    if lang is not None and lang not in LANGS:
        raise typer.BadParameter(f"{lang!r} is not one of {', '.join(LANGS)}", param_hint="--lang")
    document = read_document(file, LANGS[lang] if lang else None)
    wanted = set(kind or Kind)
    if as_json:
        for block in document.blocks:
            if block.kind in wanted:
                typer.echo(json.dumps(asdict(block), ensure_ascii=False))
    else:
        _print_table(document, wanted)


def _print_table(document: Document, wanted: set[Kind]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    for name in ("Kind", "Label", "Para.", "Page"):
        table.add_column(name, no_wrap=True)
    table.add_column("Text", no_wrap=True, overflow="ellipsis", ratio=1)
    for block in document.blocks:
        if block.kind in wanted:
            name = f"{block.kind} {block.level}" if block.level else block.kind
            page = str(block.page) if block.page else ""
            cells = (name, block.label, block.paragraph, page, block.text)
            table.add_row(*(Text(cell) for cell in cells))
    console = Console(highlight=False)
    console.print(table)
    blocks, segments = len(document.blocks), len(document.segments)
    console.print(f"[dim]{document.lang.name}, {blocks} blocks, {segments} segments[/dim]")
