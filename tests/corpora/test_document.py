"""Documents: blocks cut into segments, lines taken as they are, files read from end to end."""

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora import (
    EN,
    LANGS,
    ZH,
    Block,
    Kind,
    LanguageError,
    Span,
    build_document,
    document_of_lines,
    read_document,
)

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
REPORTS = ["report.zh.txt", "report.en.txt", "report.en.pdftext.txt"]
ROWS = sorted(path.name for path in (SHARED / "bench/un-pages").glob("*.txt"))

BODIES = {
    "en": "The Board reviewed the harbour archives. It asked for a new survey of the registers.",
    "zh": "理事会审查了港口档案的状况。理事会要求进行一次新的调查，并公布其结果。",
}


def shared(path):
    if not path.exists():
        pytest.skip(f"{path.name} lies in ../shared, which this checkout does not have")
    return path


# Lines


def test_every_line_is_one_segment():
    document = document_of_lines(["One. Two.", "", "  3.  Three "], EN, "list.txt")
    assert [s.text for s in document.segments] == ["One. Two.", "", "3. Three"]
    assert [s.block for s in document.segments] == [0, 1, 2]
    assert {b.kind for b in document.blocks} == {Kind.TEXT}
    assert (document.lang, document.origin) == (EN, "list.txt")


def test_no_lines_make_an_empty_document():
    assert document_of_lines([], ZH).segments == ()


@given(st.lists(st.text()))
def test_lines_keep_their_numbers(lines):
    document = document_of_lines(lines, ZH)
    assert len(document.segments) == len(document.blocks) == len(lines)
    for line, segment in zip(lines, document.segments, strict=True):
        assert segment.text.split() == line.split()
        assert segment.span == Span(0, len(segment.text))


# Blocks


def test_headings_stay_whole_and_furniture_has_no_segments():
    blocks = [
        Block(Kind.TITLE, "Report. Second part."),
        Block(Kind.FURNITURE, "C/4/7"),
        Block(Kind.HEADING, "Courses. Where next?", "A.", 1),
        Block(Kind.PARAGRAPH, "One came. Two left.", "1.", paragraph="1"),
        Block(Kind.ITEM, "", "(a)", 1, paragraph="1"),
    ]
    document = build_document(blocks, EN)
    assert [s.text for s in document.segments] == [
        "Report. Second part.",
        "Courses. Where next?",
        "One came.",
        "Two left.",
    ]
    assert document.block_of(3).paragraph == "1"


blocks = st.builds(
    Block,
    st.sampled_from(list(Kind)),
    st.lists(st.sampled_from([*"ab。！？.” ()（）《》，,1“", "Rev.1 ", "No. 7", "调查"])).map(
        lambda parts: " ".join("".join(parts).split())
    ),
)


@given(st.lists(blocks, max_size=8), st.sampled_from([ZH, EN]))
def test_spans_tile_every_block(found, lang):
    document = build_document(found, lang)
    for index, block in enumerate(found):
        segments = [s for s in document.segments if s.block == index]
        if block.kind is Kind.FURNITURE:
            assert not segments
            continue
        pieces = [block.text[slice(*s.span)] for s in segments]
        assert "".join("".join(pieces).split()) == "".join(block.text.split())
        assert all(a.span.end <= b.span.start for a, b in pairwise(segments))
        assert [s.text for s in segments] == [piece.strip() for piece in pieces]


# Files


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("code", list(LANGS))
def test_any_line_end(tmp_path, code, end):
    path = tmp_path / "report.txt"
    lines = [f"{n}. {BODIES[code]}" for n in range(1, 4)]
    path.write_text((end * 2).join(lines), encoding="utf-8", newline="")
    document = read_document(path)
    assert (document.lang.code, document.origin) == (code, "report.txt")
    assert [b.paragraph for b in document.blocks] == ["1", "2", "3"]
    assert len(document.segments) == 6


def test_links_become_their_text(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(
        "1. The Board met (see [C/4/7](#) and [the list](https://example.org/list)).",
        encoding="utf-8",
    )
    assert read_document(path).blocks[0].text == "The Board met (see C/4/7 and the list)."


PAGES = (
    "1. The Board reviewed the state of the archives and asked for a new sur-\n\n"
    "______________\n¹ Records of the Board, vol. 3.\n\n"
    "V.19-01234                        1/2\n\f"
    "C/4/7\n\nvey of the registers.¹\n\n2. It thanked the host town.\n\nV.19-01234       2/2\n"
)


def test_word_cut_over_note_and_running_head(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(PAGES, encoding="utf-8")
    text = [b.text for b in read_document(path).blocks if b.kind is not Kind.FURNITURE]
    assert text == [
        "The Board reviewed the state of the archives and asked for a new survey of the registers.¹",
        "It thanked the host town.",
        "Records of the Board, vol. 3.",
    ]


def test_given_language_is_not_doubted(tmp_path):
    path = tmp_path / "codes.txt"
    path.write_text("12 34\n", encoding="utf-8")
    assert read_document(path, ZH).lang is ZH
    with pytest.raises(LanguageError):
        read_document(path)


# The real report, where it is at hand


@pytest.mark.parametrize("name", REPORTS)
def test_every_numbered_paragraph_of_the_report(name):
    document = read_document(shared(SHARED / "report" / name))
    found = [(b.label, b.paragraph) for b in document.blocks if b.kind is Kind.PARAGRAPH]
    assert found == [(f"{n}.", str(n)) for n in range(1, 103)]


def test_the_three_files_of_the_report_have_one_layout():
    outlines = [
        [
            (b.kind, b.level, b.paragraph)
            for b in read_document(shared(SHARED / "report" / name)).blocks
            if b.kind is not Kind.FURNITURE
        ]
        for name in REPORTS
    ]
    assert outlines[1] == outlines[2]
    assert outlines[0] == outlines[1]


def test_text_out_of_the_pdf_is_the_text_of_the_report():
    plain, pdf = (
        [
            b.text
            for b in read_document(shared(SHARED / "report" / name)).blocks
            if b.kind is not Kind.FURNITURE
        ]
        for name in REPORTS[1:]
    )
    assert plain == pdf


@pytest.mark.parametrize("name", ROWS or ["culture.en.txt"])
def test_drifting_rows_are_read_whole(name):
    path = shared(SHARED / "bench/un-pages" / name)
    document = read_document(path)
    assert document.lang.code == name.split(".")[1]
    rows = path.read_text(encoding="utf-8").split("\n")
    kept = sum(len("".join((b.label + b.text).split())) for b in document.blocks)
    assert kept >= 0.99 * sum(len("".join(row.split())) for row in rows)


# Cheap to import


def test_import_loads_no_reader():
    code = "import corpora, sys, json; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert not set(json.loads(done.stdout)) & {"lxml", "pdfplumber", "pdfminer", "docx", "numpy"}
