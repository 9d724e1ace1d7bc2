"""``duizhao inspect``: the blocks of a file, as the layout understood them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from aligner.cli.options import asking_for, lang_of
from aligner.cli.terminal import say, table
from corpora.types import Block, Document, Kind

HELP = """Print the blocks of a file: what to look at when an alignment looks odd.

A block is a heading, numbered paragraph, sub-item, note, table cell or piece of page
furniture. The table is cut to the terminal; in a pipe every text is whole.

\b
Which paragraphs were found?
  duizhao inspect report.zh.docx --kind paragraph
Where does paragraph 12 stand?
  duizhao inspect report.zh.docx --json | jq 'select(.paragraph == "12")'
"""
HEADER = ("kind", "label", "paragraph", "page", "text")


def inspect_file(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A .txt .docx .html .pdf or .doc file.")
    ],
    *,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print JSON lines: one object a block.")
    ] = False,
    kind: Annotated[
        list[Kind] | None,
        typer.Option(
            metavar="KIND", help=f"Only blocks of this kind, repeatable: {', '.join(Kind)}."
        ),
    ] = None,
    lang: Annotated[
        str | None, typer.Option(metavar="LANG", help="zh or en; else told by the script.")
    ] = None,
) -> None:
    """Print the blocks of *file* as a table or as JSON lines."""
    from corpora import read_document

    with asking_for("--lang", file):
        document = read_document(file, lang_of(lang, "--lang"))
    blocks = [block for block in document.blocks if block.kind in (kind or Kind)]
    lines = _objects(blocks) if as_json else _rows(blocks, document)
    for line in lines:
        say(line)


def _objects(blocks: Iterable[Block]) -> Iterable[str]:
    return (json.dumps(asdict(block), ensure_ascii=False) for block in blocks)


def _rows(blocks: Sequence[Block], document: Document) -> Iterable[str]:
    yield from table([HEADER, *map(_row, blocks)])
    shown = f"{len(blocks)} of " if len(blocks) < len(document.blocks) else ""
    total = f"{shown}{len(document.blocks)} blocks, {len(document.segments)} segments"
    yield f"{document.lang.name}, {total}"


def _row(block: Block) -> tuple[str, ...]:
    kind = f"{block.kind} {block.level}" if block.level else block.kind.value
    return (kind, block.label, block.paragraph, str(block.page or ""), block.text)
