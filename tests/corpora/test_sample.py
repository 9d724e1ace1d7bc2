"""The sample report: its numbers, its gold, and the difficulties its README claims."""

import json
from collections import Counter
from pathlib import Path

import pytest

from aligner.cli.beads import read_beads
from aligner.evaluation import evaluate
from corpora import LANGS, Kind, read_document

SAMPLE = Path(__file__).parents[2] / "corpora" / "sample"
GOLD = SAMPLE / "gold.jsonl"
ROWS = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
DOCUMENTS = {code: read_document(SAMPLE / f"report.{code}.txt") for code in LANGS}
PARAGRAPHS = [*map(str, range(1, 42)), *(f"annex 1/{n}" for n in range(1, 7))]

both = pytest.mark.parametrize("code", list(LANGS))


def blocks(code, kind):
    return [block for block in DOCUMENTS[code].blocks if block.kind is kind]


def paragraph(code, number):
    return next(b for b in blocks(code, Kind.PARAGRAPH) if b.paragraph == number)


def shapes():
    return Counter(row["shape"] for row in ROWS)


def sides():
    """Yield the Chinese and the English segments of each row of gold, as many as it says."""
    rest = {code: iter(document.segments) for code, document in DOCUMENTS.items()}
    for row in ROWS:
        counts = map(int, row["shape"].split("-"))
        yield tuple([next(rest[code]) for _ in range(n)] for code, n in zip(LANGS, counts, strict=True))


@both
def test_language_is_told_from_the_text(code):
    assert DOCUMENTS[code].lang is LANGS[code]


@both
def test_every_numbered_paragraph_is_found(code):
    assert [block.paragraph for block in blocks(code, Kind.PARAGRAPH)] == PARAGRAPHS


@both
def test_gold_covers_every_segment_once_in_order(code):
    width = list(LANGS).index(code)
    wanted = sum(int(row["shape"].split("-")[width]) for row in ROWS)
    assert wanted == len(DOCUMENTS[code].segments)
    found = [LANGS[code].join(s.text for s in pair[width]) for pair in sides()]
    assert found == [row[code] for row in ROWS]


def test_gold_names_the_paragraph_of_each_bead():
    for row, pair in zip(ROWS, sides(), strict=True):
        found = {
            document.blocks[segment.block].paragraph
            for document, segments in zip(DOCUMENTS.values(), pair, strict=True)
            for segment in segments
        }
        assert found == {row["paragraph"]}, row["unit"]


def test_evaluate_takes_the_gold_and_finds_it_perfect(tmp_path):
    result = tmp_path / "gold.tsv"
    lines = ["zh\ten", *("\t".join((row["zh"], row["en"])) for row in ROWS)]
    result.write_text("\n".join(lines), encoding="utf-8")
    found, wanted, _ = read_beads(result, GOLD)
    scores = evaluate(found, wanted)
    assert (scores.strict.f1, scores.null.f1, scores.null.wanted) == (1.0, 1.0, 2)


def test_every_shape_is_there_as_often_as_the_readme_says():
    table = dict(
        line.split(" | ")[:2]
        for line in (SAMPLE / "README.md").read_text(encoding="utf-8").splitlines()
        if line[:3].strip("| ").isdecimal() and line[3] == "-"
    )
    stated = {shape.strip("| "): int(count) for shape, count in table.items()}
    assert stated == shapes()
    assert {"1-1", "1-2", "1-3", "2-1", "3-1", "2-2", "1-0", "0-1"} == set(stated)


def test_nothing_of_a_page_is_in_the_gold():
    texts = {row[code] for row in ROWS for code in LANGS}
    for code in LANGS:
        furniture = {block.text for block in blocks(code, Kind.FURNITURE)}
        assert len(furniture) > 7
        assert not furniture & texts


def test_cut_paragraphs_are_joined():
    assert "bilateral consultations and assistance" in paragraph("en", "12").text
    assert "is sealed and monitored may remain" in paragraph("en", "24").text
    assert "至少在另外两个区域" in paragraph("zh", "16").text
    assert "参加者对培训的评分" in paragraph("zh", "34").text


@both
def test_paragraphs_are_really_cut_in_the_file(code):
    lines = (SAMPLE / f"report.{code}.txt").read_text(encoding="utf-8").splitlines()
    head = {"zh": "对培训的评分", "en": "tations and assistance"}[code]
    at = next(i for i, line in enumerate(lines) if line.startswith(head))
    assert lines[at - 2] == "HLC/WG.2/2024/3"
    assert "24-00317" in lines[at - 4]


def test_misprints_of_the_chinese_version():
    assert [paragraph(code, "27").label for code in LANGS] == ["26.", "27."]
    training = [next(b for b in blocks(c, Kind.HEADING) if b.text in {"培训", "Training"}) for c in LANGS]
    assert [block.label for block in training] == ["C.", "D."]


@both
def test_headings_reuse_numbers(code):
    labels = Counter(block.label for block in blocks(code, Kind.HEADING))
    assert labels["A."] == 3
    assert labels["1."] == labels["2."] == 2
    assert {"zh": "与当地社区合作的试点项目", "en": "Pilot projects with local communities"}[code] in {
        block.text for block in blocks(code, Kind.HEADING) if not block.label
    }


@both
def test_sub_items_and_notes(code):
    inner = {"zh": ["㈠", "㈡"], "en": ["(i)", "(ii)"]}[code]
    labels = [b.label for b in blocks(code, Kind.ITEM) if b.paragraph == "18"]
    assert labels == ["(a)", *inner, "(b)", "(c)"]
    assert [b.label for b in blocks(code, Kind.NOTE)] == ["*", "¹", "²", "³", "⁴", "⁵", "¹"]


@both
def test_table(code):
    cells = [s.text for s in DOCUMENTS[code].segments if DOCUMENTS[code].blocks[s.block].paragraph == "31"]
    rows = [cells[i : i + 4] for i in range(2, len(cells), 4)]
    figures = [[int(cell.replace(",", "")) for cell in row[1:]] for row in rows[1:]]
    assert len(rows) == 6
    assert [sum(column) for column in zip(*figures[:-1], strict=True)] == figures[-1]


def test_punctuation_is_that_of_the_language():
    for row in ROWS:
        assert not set(row["en"]) & set("，。；：（）《》"), row["unit"]
        assert not set(row["zh"]) & set(";?!\"'"), row["unit"]
