"""The card of a model: what it was made of, how, how good it is, and what it cannot do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from aligner.training.figures import Figures

CARD: Final = "README.md"
_LEARNT: Final = "## Learnt from"
_SOURCE: Final = re.compile(r"^\| (.+) \| ([\d,]+) \|$", re.MULTILINE)
_HEAD = """\
---
language:
- zh
- en
library_name: sentence-transformers
pipeline_tag: sentence-similarity
tags:
- sentence-transformers
- sentence-similarity
- static-embedding
- bitext-alignment
---

# {title}

"""
_ADAPTED = """\
An encoder of Chinese and English sentences for Duizhao, adapted from `{base}`. A sentence is the
sum of the rows of its tokens, scaled to length 1.

    duizhao align report.zh.docx report.en.docx --encoder FOLDER -o report.tmx

`SentenceTransformer(FOLDER)` (sentence-transformers 6.2 or later) gives the same vectors.

{learnt}

{sources}

Runs of neighbouring pairs, {held_out} in all, were held out; no text of theirs was learnt from.

## Settings

{settings}

## Figures, on the pairs held out

{figures}

Alignment: strict F1 on texts put together from these pairs, some merged, some without a side.

## Limits

Word order does not count, and a negation moves a vector little. What is unlike the texts above
may be aligned worse than by `{base}`: compare with `duizhao evaluate` where there is gold.

## Licence

Figures fitted to the texts above, from those of `{base}`: both their terms apply.
"""


def adapted_card(  # noqa: PLR0913 - the parts of one text
    title: str,
    base: str,
    sources: Sequence[tuple[str, int]],
    *,
    held_out: int,
    settings: Any,  # noqa: ANN401 - any dataclass
    figures: Sequence[Figures],
) -> str:
    """Return the card of a model adapted from *base*; *figures* are before and after.

    *sources* are names and numbers of pairs.
    """
    counts = [(name, f"{count:,}") for name, count in sources]
    return _HEAD.format(title=title) + _ADAPTED.format(
        base=base,
        learnt=_LEARNT,
        sources=markdown_table(("source", "pairs"), counts),
        held_out=f"{held_out:,}",
        settings=settings_line(settings),
        figures=markdown_table(("", "before", "after"), figure_rows(*figures)),
    )


def learnt_before(base: str) -> list[tuple[str, int]]:
    """Return the sources that the card of *base* names, if it was adapted itself."""
    path = Path(base) / CARD
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    section = text.partition(_LEARNT)[2].partition("##")[0]
    return [(name, int(count.replace(",", ""))) for name, count in _SOURCE.findall(section)]


def figure_rows(*figures: Figures) -> list[tuple[str, ...]]:
    """Return a row of figures for each thing measured."""
    names = {
        "forth": "nearest sentence is the translation, Chinese → English",
        "back": "the same, English → Chinese",
        "alignment": "alignment, strict F1",
    }
    return [(names[key], *(f"{asdict(one)[key]:.4f}" for one in figures)) for key in names]


def settings_line(settings: Any) -> str:  # noqa: ANN401 - any dataclass
    """Return all settings, for printing beside what they led to."""
    return "  ".join(f"{name}={value}" for name, value in asdict(settings).items())


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown.

    >>> print(markdown_table(("source", "pairs"), [("memory", "1,200")]))
    | source | pairs |
    |---|---|
    | memory | 1,200 |
    """
    first, *others = (f"| {' | '.join(row)} |" for row in (head, *rows))
    return "\n".join([first, "|" + "---|" * len(head), *others])
