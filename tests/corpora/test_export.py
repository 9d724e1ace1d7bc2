import json

import pytest

from corpora.errors import FormatError
from corpora.export import BeadRow, read_jsonl, write_jsonl, write_tsv
from corpora.types import EN, ZH, Bead, Bitext, Block, Document, Kind, Lang, Segment, Span

CHINESE = ["导言", "主席宣布会议开幕。", "她欢迎新成员。", "=SUM(A1)", "议程获得通过。"]
ENGLISH = ["Introduction", "The Chair opened the meeting and welcomed the new members.",
           "=SUM(A1)", "The agenda was\tadopted.\n", "The meeting rose at 6\u2028p.m."]  # fmt: skip


def document(lang: Lang, texts: list[str]) -> Document:
    kinds = [Kind.HEADING] + [Kind.PARAGRAPH] * (len(texts) - 1)
    blocks = tuple(
        Block(kind, text, paragraph="" if kind is Kind.HEADING else "12")
        for kind, text in zip(kinds, texts, strict=True)
    )
    segments = tuple(Segment(t, n, Span(0, len(t))) for n, t in enumerate(texts))
    return Document(lang, blocks, segments)


@pytest.fixture
def bitext() -> Bitext:
    return Bitext(
        document(ZH, CHINESE),
        document(EN, ENGLISH),
        (
            Bead(Span(0, 1), Span(0, 1), 0.9, 0.99),
            Bead(Span(1, 3), Span(1, 2), 0.7, 0.8, ("figures agree",)),
            Bead(Span(3, 4), Span(2, 3), 1.0, 1.0),
            Bead(Span(4, 5), Span(3, 4), 0.6, 0.95),
            Bead(Span(5, 5), Span(4, 5), 0.0, 0.6),
        ),
    )


def test_jsonl_holds_a_bead_a_line(bitext, tmp_path):
    path = tmp_path / "report.jsonl"
    write_jsonl(path, bitext)
    lines = path.read_text("utf-8").split("\n")
    assert len(lines) == 6
    assert lines[-1] == ""
    assert json.loads(lines[1]) == {
        "src": [1, 2], "tgt": [1], "src_text": CHINESE[1:3], "tgt_text": ENGLISH[1:2],
        "src_lang": "zh", "tgt_lang": "en", "probability": 0.8, "score": 0.7,
        "reasons": ["figures agree"], "paragraph": "12", "kind": "paragraph",
    }  # fmt: skip
    assert "主席" in lines[1]


def test_jsonl_reads_back_as_written(bitext, tmp_path):
    path = tmp_path / "report.jsonl"
    write_jsonl(path, bitext)
    rows = read_jsonl(path)
    assert rows[0] == BeadRow(
        (0,), (0,), ("导言",), ("Introduction",), "zh", "en", 0.99, 0.9, (), "", "heading"
    )
    assert [(row.src, row.tgt) for row in rows[3:]] == [((4,), (3,)), ((), (4,))]
    assert [text for row in rows for text in row.tgt_text] == ENGLISH


def test_gold_needs_only_the_numbers(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text('\ufeff{"src": [0], "tgt": [0, 1], "note": "merged"}\r\n\n', "utf-8")
    assert read_jsonl(path) == [BeadRow((0,), (0, 1))]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('{"src": [0], "tgt"', "not JSON"),
        ("[1, 2]", "not an object"),
        ('{"src": [0]}', "without “tgt”"),
        ('{"src": [0], "tgt": ["0"]}', "“tgt” is not a list of segment numbers"),
        ('{"src": [-1], "tgt": []}', "“src” is not a list of segment numbers"),
        ('{"src": [0], "tgt": [0], "src_text": "a"}', "“src_text” is not a list of strings"),
        ('{"src": [0, 2], "tgt": []}', "“src” is not a list of segment numbers in a row"),
        ('{"src": [1, 0], "tgt": []}', "“src” is not a list of segment numbers in a row"),
        ('{"src": [true], "tgt": []}', "“src” is not a list of segment numbers in a row"),
        ('{"src": [0], "tgt": [0], "probability": NaN}', "“probability” is not a number from 0"),
        ('{"src": [0], "tgt": [0], "probability": 1.5}', "“probability” is not a number from 0"),
        ('{"src": [0], "tgt": [0], "probability": -0.1}', "“probability” is not a number from 0"),
        ('{"src": [0], "tgt": [0], "probability": true}', "“probability” is not a number from 0"),
        ('{"src": [0], "tgt": [0], "score": Infinity}', "“score” is not a number"),
        ('{"src": [0], "tgt": [0], "score": true}', "“score” is not a number"),
        ('{"src": [0], "tgt": [0], "kind": 3}', "“kind” is not a string"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_a_bad_row_is_an_error_with_its_line(tmp_path, line, problem):
    path = tmp_path / "bad.jsonl"
    path.write_text('{"src": [0], "tgt": [0]}\n' + line + "\n", "utf-8")
    with pytest.raises(FormatError) as caught:
        read_jsonl(path)
    assert caught.value.line == 2
    assert problem in caught.value.problem
    assert "-o name.jsonl" in str(caught.value)


def test_a_file_that_is_absent_or_not_text_is_an_error(tmp_path):
    with pytest.raises(FormatError, match="check the name"):
        read_jsonl(tmp_path / "absent.jsonl")
    (tmp_path / "binary.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FormatError, match="not UTF-8"):
        read_jsonl(tmp_path / "binary.jsonl")


def test_tsv_is_a_header_and_a_line_per_bead(bitext, tmp_path):
    path = tmp_path / "report.tsv"
    write_tsv(path, bitext)
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    assert rows == [
        ["zh", "en", "probability", "shape", "paragraph", "kind", "reasons"],
        ["导言", "Introduction", "0.990", "1-1", "", "heading", ""],
        ["主席宣布会议开幕。她欢迎新成员。", ENGLISH[1], "0.800", "2-1", "12", "paragraph",
         "figures agree"],
        ["=SUM(A1)", "=SUM(A1)", "1.000", "1-1", "12", "paragraph", ""],
        ["议程获得通过。", "The agenda was adopted. ", "0.950", "1-1", "12", "paragraph", ""],
        ["", "The meeting rose at 6 p.m.", "0.600", "0-1", "12", "paragraph", ""],
    ]


def test_tsv_leaves_out_beads_less_sure_than_asked(bitext, tmp_path):
    path = tmp_path / "report.tsv"
    write_tsv(path, bitext, min_probability=0.95)
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    assert [row[2] for row in rows] == ["probability", "0.990", "1.000", "0.950"]


@pytest.mark.parametrize("write", [write_tsv, write_jsonl])
def test_half_a_surrogate_pair_becomes_a_question_mark(tmp_path, write):
    pair = Bitext(
        document(ZH, ["\ud83d 好"]), document(EN, ["Good"]), (Bead(Span(0, 1), Span(0, 1)),)
    )
    write(tmp_path / "out", pair)
    assert "? 好" in (tmp_path / "out").read_text("utf-8")


@pytest.mark.parametrize("write", [write_tsv, write_jsonl])
def test_a_write_that_fails_leaves_what_was_there(bitext, tmp_path, write):
    (tmp_path / "out").mkdir()
    with pytest.raises(FormatError, match="choose another output path"):
        write(tmp_path / "out", bitext)
    assert list(tmp_path.iterdir()) == [tmp_path / "out"]
