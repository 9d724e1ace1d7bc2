"""``duizhao concordance``: words inside the segments of a memory, with what renders them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from aligner.cli.matches import hit_object, print_hit
from aligner.cli.memory_options import (
    MOST,
    AsJsonLines,
    Conditions,
    MemoryPath,
    hint_at_origin,
    open_memory,
    text_of,
    where_of,
)
from aligner.cli.terminal import say, say_object, warn

HELP = """Find words inside the segments of a memory, in either language, in context.

Several words must all stand in one text, so all in one language; AND may be written between them.
There is no OR, and no word can be excluded. What stands in quotation marks is one phrase. Chinese
is found whatever its length, simplified or traditional; English by whole words, whatever their
endings: party finds parties. What was searched is bold, its likely counterpart underlined; where
there are no colours »so« and ›so‹. Words of grammar, as "the" or 的, are shown no counterpart.

\b
  duizhao concordance 决定
  duizhao concordance "\\"General Assembly\\" resolution"
  duizhao concordance 主席 --where document=A/78 --where date=2019..2022
  duizhao concordance 安理会 --limit 1000 --json

Exit status: 0 done, with or without hits, 2 wrong usage, 3 the memory cannot be read.
"""

Words = Annotated[
    str,
    typer.Argument(
        metavar="WORDS", show_default=False, help="What to find; - reads it from standard input."
    ),
]
Limit = Annotated[int, typer.Option(min=1, max=MOST, metavar="N", help="Most segments to print.")]


def find_words(
    words: Words,
    *,
    memory: MemoryPath = None,
    conditions: Conditions = None,
    limit: Limit = 20,
    as_json: AsJsonLines = False,
) -> None:
    """Print the segments that hold all words, newest first."""
    where = where_of(conditions)
    wanted = text_of(words, "WORDS")
    phrases = _phrases(wanted)
    with open_memory(memory) as opened:
        hits = opened.concordance(wanted, where=where, limit=limit)
        if not hits:
            hint_at_origin(opened, where)
            _hint_at_words(phrases)
    if as_json:
        for hit in hits:
            say_object(hit_object(hit))
        return
    for number, hit in enumerate(hits):
        if number:
            say()
        print_hit(hit)
    _print_end(len(hits), limit)


def _phrases(wanted: str) -> list[str]:
    from tm.concordance import phrases_of

    phrases = phrases_of(wanted)
    if not phrases:
        raise typer.BadParameter(f"there is no word in {wanted!r}", param_hint="WORDS")
    return phrases


def _hint_at_words(phrases: Sequence[str]) -> None:
    """Say why words that are there may not be found together."""
    from tm.concordance import is_mixed

    if is_mixed(phrases):
        warn("Chinese and English words rarely stand in one text; search for those of one language")


def _print_end(found: int, limit: int) -> None:
    if not found:
        say("Nothing found.", "dim")
    elif found == limit:
        say()
        say(f"The newest {limit}; --limit shows more.", "dim")
