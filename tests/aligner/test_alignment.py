"""Alignment of real text with the model that comes with the package."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from documents import DAMAGES, FORMATS, rebuild
from small_models import write_bert

from aligner import align, align_documents, evaluate, load_encoder
from aligner.alignment import Settings
from aligner.cli.beads import read_text_gold, texts_of
from aligner.encoder import SLICE
from aligner.textual import TextBead, comparable, spans_of
from corpora import read_document
from corpora.errors import AlignmentError
from corpora.types import EN, ZH, Bitext, Document, Kind

SAMPLE = Path(__file__).resolve().parents[2] / "corpora" / "sample"
SHARED = Path(__file__).resolve().parents[3] / "shared" / "report"

ZH_LINES = [
    "灯塔委员会于五月三日至七日在海滨城举行第九届会议。",
    "二十六个成员国派代表出席了会议，四个国家派观察员列席。",
    "主席在开幕词中回顾了过去两年的工作。",
    "秘书处介绍了关于航标维护费用的报告。",
    "委员会赞赏地注意到该报告，并请秘书处每年更新数据。",
    "数位代表认为，小岛屿国家需要更多的技术援助。",
    "会议通过了议程。",
    "下届会议将于明年春季举行。",
]
EN_LINES = [
    "The Lighthouse Commission held its ninth session in Seaside City from 3 to 7 May.",
    "Twenty-six member States were represented, and four States attended as observers.",
    "In her opening remarks, the Chair recalled the work of the past two years.",
    "The secretariat introduced the report on the cost of maintaining aids to navigation.",
    "The Commission noted the report with appreciation.",
    "It requested the secretariat to update the data every year.",
    "Several representatives said that small island States needed more technical assistance.",
    "The agenda was adopted.",
    "The next session will take place in the spring of next year.",
]
SHAPES = [(1, 1)] * 4 + [(1, 2)] + [(1, 1)] * 3


@pytest.fixture(scope="module")
def encoder():
    return load_encoder()


def shapes(bitext: Bitext) -> list[tuple[int, int]]:
    return [bead.shape for bead in bitext.beads]


@pytest.fixture(scope="module")
def chance(tmp_path_factory):
    """A BERT that knows the words of the sample, with weights by chance."""
    words = {
        word
        for segment in (*sample("zh").segments, *sample("en").segments)
        for word in (*segment.text, *segment.text.lower().split())
    }
    shape = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 4}
    folder = tmp_path_factory.mktemp("chance")
    return load_encoder(write_bert(folder, sorted(words), {**shape, "intermediate_size": 64}))


def sample(code: str) -> Document:
    return read_document(SAMPLE / f"report.{code}.txt")


def test_a_side_of_which_the_model_knows_no_token(encoder):
    for sides in ((["法律。"], ["ཀ", "🜁"]), (["🜁"], ["The law."])):
        bitext = align(*sides, encoder=encoder)
        assert sum(bead.tgt.size for bead in bitext.beads) == len(sides[1])


@pytest.mark.parametrize("anchors", [True, False])
@pytest.mark.parametrize("name", ["encoder", "chance"])
def test_the_sample_is_aligned_with_either_kind_of_model(name, anchors, request):
    """A transformer brings no words: those of the bundled model serve, even beside chance."""
    bitext = align_documents(
        sample("zh"),
        sample("en"),
        encoder=request.getfixturevalue(name),
        settings=Settings(anchors=anchors),
    )
    found, wanted = spans_of(texts_of(bitext), read_text_gold(SAMPLE / "gold.jsonl"))
    assert evaluate(found, wanted).strict.f1 >= 0.97


def numbered(document: Document) -> list[str]:
    return [block.paragraph for block in document.blocks if block.kind is Kind.PARAGRAPH]


def test_lists_of_sentences_are_aligned(encoder):
    bitext = align(ZH_LINES, EN_LINES, encoder=encoder)
    assert shapes(bitext) == SHAPES
    assert all(bead.probability and bead.probability > 0.5 for bead in bitext.beads)


def test_languages_may_come_in_either_order(encoder):
    bitext = align(EN_LINES, ZH_LINES, src_lang=EN, tgt_lang=ZH, encoder=encoder)
    assert shapes(bitext) == [(b, a) for a, b in SHAPES]


def test_the_same_input_gives_the_same_answer(encoder):
    assert align(ZH_LINES, EN_LINES, encoder=encoder) == align(ZH_LINES, EN_LINES)


def test_a_sentence_without_counterpart_is_left_alone(encoder):
    lost = [line for k, line in enumerate(EN_LINES) if k != 6]
    bitext = align(ZH_LINES, lost, encoder=encoder)
    assert shapes(bitext) == [*SHAPES[:5], (1, 0), (1, 1), (1, 1)]
    assert "no counterpart found" in bitext.beads[5].reasons


def test_progress_counts_texts_then_windows_to_the_end(encoder):
    told: list[tuple[int, int]] = []
    times = SLICE // len(ZH_LINES) + 1
    zh, en = ZH_LINES * times, EN_LINES * times
    watched = align(zh, en, encoder=encoder, progress=lambda n, total: told.append((n, total)))
    assert watched == align(zh, en, encoder=encoder)
    texts = len(zh) + len(en)
    slices = -(-texts // SLICE)
    assert told[:slices] == [(min(SLICE * (n + 1), texts), texts) for n in range(slices)]
    assert slices > 2
    windows = told[slices:]
    assert windows == [(n + 1, len(windows)) for n in range(len(windows))]


@pytest.mark.parametrize(("one", "other"), [([], EN_LINES), (ZH_LINES, []), ([""], [""])])
def test_a_side_without_text_is_an_error(one, other):
    with pytest.raises(AlignmentError, match="no text to align"):
        align(one, other)


@pytest.mark.parametrize("one", ["你好。", [1, 2], [b"text"]])
def test_what_is_no_list_of_strings_is_an_error(one):
    with pytest.raises(AlignmentError, match="src_segments: give a list of strings"):
        align(one, EN_LINES)


def test_two_texts_in_one_language_are_an_error():
    with pytest.raises(AlignmentError, match="both documents are English"):
        align(EN_LINES, EN_LINES, src_lang=EN)


@pytest.mark.parametrize("one", [["你好。"], ["", "你好。"], ["你好。", "", "再见。"]])
def test_tiny_and_empty_lines_are_tiled(one, encoder):
    bitext = align(one, ["Hello.", ""], encoder=encoder)
    assert bitext.beads[-1].src.end == len(one)
    assert bitext.beads[-1].tgt.end == 2


class TestReport:
    """The real report, where it is at hand."""

    pytestmark = pytest.mark.skipif(
        not SHARED.is_dir(), reason="the report is not at ../shared/report"
    )

    @pytest.fixture(scope="class")
    @staticmethod
    def zh():
        return read_document(SHARED / "report.zh.txt")

    @pytest.fixture(scope="class")
    @staticmethod
    def gold():
        lines = (SHARED / "gold.paragraphs-1-49.jsonl").read_text("utf-8").splitlines()
        return [TextBead(row["zh"], row["en"]) for row in map(json.loads, lines)]

    def score(self, bitext: Bitext, gold) -> float:
        found = [TextBead(*bitext.texts(bead), bead.probability) for bead in bitext.beads]
        return evaluate(*spans_of(found, gold)).strict.f1

    @pytest.mark.parametrize("anchors", [True, False])
    @pytest.mark.parametrize("name", ["report.en.txt", "report.en.pdftext.txt"])
    def test_the_first_half_is_aligned(self, zh, gold, encoder, name, anchors):
        en = read_document(SHARED / name)
        bitext = align_documents(zh, en, encoder=encoder, settings=Settings(anchors=anchors))
        assert self.score(bitext, gold) >= 0.985

    @pytest.mark.parametrize("name", FORMATS)
    def test_every_format_gives_what_plain_text_gives(self, zh, gold, encoder, name, tmp_path):
        plain = zh, read_document(SHARED / "report.en.txt")
        read = [read_document(rebuild(d, tmp_path / f"{d.lang.code}.{name}")) for d in plain]
        for document, other in zip(plain, read, strict=True):
            assert numbered(other) == numbered(document)
        assert [len(numbered(document)) for document in read] == [102, 102]
        assert self.score(align_documents(*read, encoder=encoder), gold) >= 0.995

    @pytest.mark.parametrize("name", [name for name in DAMAGES if name.startswith("number")])
    def test_a_wrong_number_does_no_harm(self, zh, gold, encoder, name, tmp_path):
        damaged = tmp_path / "damaged.en.txt"
        text = (SHARED / "report.en.txt").read_text("utf-8")
        damaged.write_text(DAMAGES[name](text), "utf-8")
        assert damaged.read_text("utf-8") != text
        bitext = align_documents(zh, read_document(damaged), encoder=encoder)
        assert self.score(bitext, gold) >= 0.995
        assert bitext.warnings

    def test_headings_pair_with_headings_and_notes_with_notes(self, zh, encoder):
        bitext = align_documents(zh, read_document(SHARED / "report.en.txt"), encoder=encoder)
        for bead in bitext.beads:
            if not bead.is_null:
                kinds = [
                    document.block_of(number).kind
                    for document, span in ((bitext.src, bead.src), (bitext.tgt, bead.tgt))
                    for number in range(*span)
                ]
                for kind in (Kind.HEADING, Kind.NOTE):
                    assert all(k is kind for k in kinds) or kind not in kinds

    def test_removed_paragraphs_are_reported_and_the_rest_is_unchanged(
        self, zh, gold, encoder, tmp_path
    ):
        text = (SHARED / "report.en.txt").read_text("utf-8")
        cut = tmp_path / "cut.en.txt"
        cut.write_text(DAMAGES["20–24 cut"](text), "utf-8")
        bitext = align_documents(zh, read_document(cut), encoder=encoder)
        gone = {str(number) for number in range(20, 25)}
        inside = [
            bead
            for bead in bitext.beads
            for k in range(*bead.src)
            if zh.block_of(k).kind is Kind.PARAGRAPH and zh.block_of(k).paragraph in gone
        ]
        assert inside
        assert all(bead.is_null for bead in inside)
        kept = [bead for bead in gold if comparable(bead.en) in comparable(cut.read_text("utf-8"))]
        assert self.score(bitext, kept) >= 0.985
