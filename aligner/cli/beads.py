"""Reading beads of any kind for scoring: TMX, our own outputs, and gold."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from aligner.evaluation import Pair
from aligner.textual import TextBead, spans_of
from corpora.errors import FormatError
from corpora.types import Span


def read_beads(result: Path, gold: Path) -> tuple[list[Pair], list[Pair], str]:
    """Return result and gold in the same units, and the name of the unit.

    Raises:
        FormatError: a file cannot be read, or the two cannot be compared.
    """
    rows = _read_gold(gold)
    if rows and isinstance(rows[0], TextBead):
        found, wanted = spans_of(_read_texts(result), [r for r in rows if isinstance(r, TextBead)])
        return found, wanted, "by text, white space and enumerators left out"
    if result.suffix.lower() != ".jsonl":
        raise FormatError(
            "gold of segment numbers needs a .jsonl result", result, remedy="align with -o x.jsonl"
        )
    return _read_numbers(result), [r for r in rows if isinstance(r, Pair)], "by segment number"


def _read_gold(path: Path) -> list[TextBead] | list[Pair]:
    text = _text(path)
    try:
        if text.lstrip().startswith("[["):
            return [_pair(src, tgt) for src, tgt in json.loads(text)]
        rows = [json.loads(line) for line in text.splitlines() if line.strip()]
        if rows and "src" in rows[0]:
            return [_pair(row["src"], row["tgt"]) for row in rows]
        return [TextBead(row["zh"], row["en"]) for row in rows]
    except (ValueError, KeyError, TypeError) as error:
        raise FormatError(
            "is not gold", path, remedy='give lines of {"zh": …, "en": …} or [[ids],[ids]]'
        ) from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise FormatError("cannot be read", path, remedy="give a UTF-8 file") from error


def _pair(src: list[int], tgt: list[int], probability: float | None = None) -> Pair:
    return Pair(_span(src), _span(tgt), probability)


def _span(numbers: list[int]) -> Span:
    return Span(numbers[0], numbers[-1] + 1) if numbers else Span(0, 0)


def _read_numbers(path: Path) -> list[Pair]:
    from corpora.export import read_jsonl

    return [_pair(list(row.src), list(row.tgt), row.probability) for row in read_jsonl(path)]


def _read_texts(path: Path) -> Iterator[TextBead]:
    match path.suffix.lower():
        case ".tmx":
            yield from _read_tmx(path)
        case ".jsonl":
            yield from _read_jsonl(path)
        case ".tsv":
            yield from _read_tsv(path)
        case _:
            raise FormatError("is not .tmx, .jsonl or .tsv", path)


def _read_tmx(path: Path) -> Iterator[TextBead]:
    from tm import read_tmx

    for unit in read_tmx(path):
        texts = {variant.lang.split("-")[0].lower(): variant.text for variant in unit.variants}
        yield TextBead(texts.get("zh", ""), texts.get("en", ""), unit.probability)


def _read_jsonl(path: Path) -> Iterator[TextBead]:
    from corpora.export import read_jsonl
    from corpora.types import LANGS

    for row in read_jsonl(path):
        sides: dict[str, Any] = {
            row.src_lang: LANGS[row.src_lang].join(row.src_text),
            row.tgt_lang: LANGS[row.tgt_lang].join(row.tgt_text),
        }
        yield TextBead(sides["zh"], sides["en"], row.probability)


def _read_tsv(path: Path) -> Iterator[TextBead]:
    header, *rows = (line.split("\t") for line in _text(path).splitlines() if line.strip())
    if not {"zh", "en"} <= set(header):
        raise FormatError("has no zh and en columns", path, line=1)
    for row in rows:
        cells = dict(zip(header, row, strict=False))
        chance = float(cells["probability"]) if cells.get("probability") else None
        yield TextBead(cells["zh"], cells["en"], chance)
