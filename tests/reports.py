"""Small reports for the tests of the layout: a paragraph in each language, numbered, laid out."""

from __future__ import annotations

from collections.abc import Iterable

from corpora.layout import lay_out
from corpora.passages import Passage
from corpora.types import LANGS, Block

BODY = {
    "en": "It was agreed that the survey should be repeated every second year.",
    "zh": "会议商定，调查应当每两年重复一次，结果应予公布。",
}


def blocks(code: str, lines: Iterable[str | Passage]) -> tuple[Block, ...]:
    """Lay out *lines* in the language called *code*."""
    passages = [line if isinstance(line, Passage) else Passage(line) for line in lines]
    return lay_out(passages, LANGS[code])


def numbered(code: str, first: int = 1, last: int = 4) -> list[str]:
    """Write paragraphs *first* to *last*."""
    return [f"{n}. {BODY[code]}" for n in range(first, last + 1)]
