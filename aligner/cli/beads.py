"""Reading beads of any kind for scoring: TMX, our own outputs, and gold."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from aligner.evaluation import Pair
from aligner.textual import TextBead, spans_of
from corpora.errors import FormatError
from corpora.export import BeadRow, is_run, read_jsonl
from corpora.files import read_utf8
from corpora.types import EN, LANGS, ZH, Bitext, Span, is_probability

RESULTS = (".tmx", ".tsv", ".jsonl")
_WRITTEN = "give what align wrote"
_GOLD = 'give lines of {"zh": …, "en": …} or {"src": […], "tgt": […]}, or [[[…], […]], …]'


def read_beads(result: Path, gold: Path) -> tuple[list[Pair], list[Pair], str]:
    """Return result and gold in the same units, and the name of the unit.

    Raises:
        FormatError: a file cannot be read, or the two cannot be compared.
    """
    if result.suffix.lower() not in RESULTS:
        raise FormatError("is not .tmx, .tsv or .jsonl", result, remedy=_WRITTEN)
    text = read_utf8(gold, _GOLD).strip()
    if text.startswith("["):
        found, wanted = _read_numbers(result, swap_to=ZH.code), _listed(text, gold)
        _check_range(found, wanted, gold)
        return found, wanted, "by segment number"
    first = _parsed(text.partition("\n")[0], gold)
    if "src" in first:
        rows = read_jsonl(gold)
        found, wanted = _read_numbers(result, swap_to=rows[0].src_lang), [*map(_pair, rows)]
        _check_range(found, wanted, gold)
        return found, wanted, "by segment number"
    found, wanted = spans_of(_read_texts(result), read_text_gold(gold))
    return found, wanted, "by text, without white space and enumerators"


def _check_range(found: Sequence[Pair], wanted: Sequence[Pair], gold: Path) -> None:
    """Refuse gold whose numbers lie beyond the segments of the result: it is another text's."""
    for side in ("src", "tgt"):
        size, end = (
            max((getattr(pair, side).end for pair in pairs), default=0) for pairs in (found, wanted)
        )
        if end > size:
            raise FormatError(
                f"names segment {end - 1}, but the result has {size}, counted from 0",
                gold,
                remedy="give the gold of the same two files",
            )


def texts_of(bitext: Bitext) -> Iterator[TextBead]:
    """Yield the beads of *bitext* as text, for scoring without a file."""
    for bead in bitext.beads:
        src, tgt = bitext.texts(bead)
        zh, en = (src, tgt) if bitext.src.lang == ZH else (tgt, src)
        yield TextBead(zh, en, bead.probability)


def read_text_gold(path: Path) -> list[TextBead]:
    """Read gold that gives the two texts of each bead.

    Raises:
        FormatError: the file cannot be read, or a line is not such a bead.
    """
    beads = []
    for number, line in enumerate(read_utf8(path, _GOLD).split("\n"), 1):
        if line.strip():
            row = _parsed(line, path, number)
            zh, en = row.get(ZH.code), row.get(EN.code)
            if not (isinstance(zh, str) and isinstance(en, str)):
                raise FormatError("a bead without zh or en", path, line=number, remedy=_GOLD)
            beads.append(TextBead(zh, en))
    return beads


def _parsed(line: str, path: Path, number: int = 1) -> dict[str, object]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise FormatError("is not gold", path, line=number, remedy=_GOLD) from error
    if not isinstance(row, dict):
        raise FormatError("is not gold", path, line=number, remedy=_GOLD)
    return row


def _listed(text: str, path: Path) -> list[Pair]:
    try:
        beads = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FormatError("is not gold", path, remedy=_GOLD) from error
    for number, bead in enumerate(beads, 1):
        if not (isinstance(bead, list) and len(bead) == 2 and all(map(is_run, bead))):
            raise FormatError(f"bead {number} is not gold", path, remedy=_GOLD)
    return [Pair(_span(src), _span(tgt)) for src, tgt in beads]


def _pair(row: BeadRow) -> Pair:
    return Pair(_span(row.src), _span(row.tgt), row.probability)


def _span(run: Sequence[int]) -> Span:
    return Span(run[0], run[-1] + 1) if run else Span(0, 0)


def _read_numbers(path: Path, *, swap_to: str) -> list[Pair]:
    """Read a result by segment number, its sides swapped where gold's stand the other way."""
    if path.suffix.lower() != ".jsonl":
        raise FormatError(
            "gold by segment number needs a .jsonl result", path, remedy="align with -o x.jsonl"
        )
    rows = read_jsonl(path)
    swapped = bool(swap_to and rows and rows[0].tgt_lang == swap_to)
    pairs = map(_pair, rows)
    return [Pair(pair.tgt, pair.src, pair.probability) if swapped else pair for pair in pairs]


def _read_texts(path: Path) -> Iterator[TextBead]:
    match path.suffix.lower():
        case ".tmx":
            return _read_tmx(path)
        case ".jsonl":
            return _read_jsonl(path)
        case _:
            return _read_tsv(path)


def _read_tmx(path: Path) -> Iterator[TextBead]:
    from tm import read_tmx

    for unit in read_tmx(path):
        texts = {variant.lang.split("-")[0].lower(): variant.text for variant in unit.variants}
        yield TextBead(texts.get(ZH.code, ""), texts.get(EN.code, ""), unit.probability)


def _read_jsonl(path: Path) -> Iterator[TextBead]:
    for row in read_jsonl(path):
        if {row.src_lang, row.tgt_lang} != set(LANGS):
            raise FormatError(
                "a bead without its languages", path, remedy="align again with -o x.jsonl"
            )
        texts = {
            row.src_lang: LANGS[row.src_lang].join(row.src_text),
            row.tgt_lang: LANGS[row.tgt_lang].join(row.tgt_text),
        }
        yield TextBead(texts[ZH.code], texts[EN.code], row.probability)


def _read_tsv(path: Path) -> Iterator[TextBead]:
    header, *rows = (line.split("\t") for line in read_utf8(path, _WRITTEN).split("\n"))
    if not set(LANGS) <= set(header):
        raise FormatError("has no zh and en columns", path, line=1, remedy=_WRITTEN)
    for number, row in enumerate(rows, 2):
        if row != [""]:
            yield _cells(dict(zip(header, row, strict=False)), path, number)


def _cells(cells: dict[str, str], path: Path, number: int) -> TextBead:
    try:
        return TextBead(cells[ZH.code], cells[EN.code], _probability(cells.get("probability")))
    except (KeyError, ValueError) as error:
        problem = "a row that lacks a text, or a probability that is no number from 0 to 1"
        raise FormatError(problem, path, line=number, remedy=_WRITTEN) from error


def _probability(text: str | None) -> float | None:
    if not text:
        return None
    if not is_probability(stated := float(text)):
        raise ValueError(text)
    return stated
