"""Sentence boundaries: cases, properties, and the beads of a real report."""

import json
import time
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.errors import LanguageError
from corpora.segmenter import segment
from corpora.types import EN, LANGS, ZH, Lang, Span

ROOT = Path(__file__).parents[2]
GOLD = ROOT / ".." / "shared" / "report" / "gold.paragraphs-1-49.jsonl"
CASES = json.loads((ROOT / "tests" / "cases" / "segment.json").read_text(encoding="utf-8"))

# Letters that matter to the rules, so that they meet far more often than by chance.
PROSE = st.text(alphabet="aAI1汉。！？.!?…”“\"')(）》¹* \n,，") | st.lists(
    st.sampled_from(["Mr", "No", "U.S", "etc", "The", "para", ". ", "。", "”", "？", " 7", "\n\n"])
).map("".join)


def texts(text: str, lang: Lang) -> list[str]:
    return [text[start:end].strip() for start, end in segment(text, lang)]


def as_parameter(case: dict) -> object:
    reason = case.get("xfail")
    marks = [pytest.mark.xfail(reason=reason)] if reason else []
    return pytest.param(case, id=f"{case['lang']}: {case['label']}", marks=marks)


@pytest.mark.parametrize("case", [as_parameter(case) for case in CASES])
def test_case(case):
    assert texts(case["text"], LANGS[case["lang"]]) == case["expected"]


def test_cases_are_many_distinct_and_of_both_languages():
    assert len({(case["lang"], case["label"]) for case in CASES}) == len(CASES) >= 120
    assert {case["source"] for case in CASES} == {"report", "wild", "synthetic"}
    for code in LANGS:
        assert sum(case["lang"] == code for case in CASES) >= 60


@pytest.mark.parametrize(
    ("text", "lang"),
    [("议程" * 20_000, ZH), ("通过了议程，" * 9_000, ZH), ("adopted the agenda " * 3_000, EN)],
    ids=["nothing to cut at", "commas", "words"],
)
def test_text_without_stops_is_cut_at_pauses(text, lang):
    spans = segment(text, lang)
    assert "".join(text[start:end] for start, end in spans) == text
    assert max(span.size for span in spans) <= 8000
    assert all(text[end - 1] in "程， " for _, end in spans)


@pytest.mark.parametrize("lang", [ZH, EN], ids=["zh", "en"])
def test_paragraph_of_thirty_thousand_sentences(lang):
    sentence = {"zh": "理事会在维也纳举行会议。", "en": "The Council met in Vienna. "}[lang.code]
    start = time.monotonic()
    assert len(segment(sentence * 30_000, lang)) == 30_000
    assert time.monotonic() - start < 10


@pytest.mark.parametrize("lang", [ZH, EN], ids=["zh", "en"])
@given(text=st.text() | PROSE)
def test_spans_tile_any_text(lang, text):
    spans = segment(text, lang)
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(span.size for span in spans)
    assert [span.start for span in spans] == [0, *(span.end for span in spans)][: len(spans)]


@pytest.mark.parametrize("lang", [ZH, EN], ids=["zh", "en"])
@given(text=PROSE)
def test_no_segment_is_blank_and_none_but_the_first_begins_with_space(lang, text):
    segments = [text[start:end] for start, end in segment(text, lang)]
    if text.strip():
        assert all(part.strip() for part in segments)
    assert not any(part[0].isspace() for part in segments[1:])


def test_white_space_belongs_to_the_span_before():
    assert segment(" One.  Two. ", EN) == (Span(0, 7), Span(7, 12))


def test_empty_and_blank_texts():
    assert segment("", ZH) == ()
    assert segment(" \n\n ", EN) == (Span(0, 4),)


def test_a_lone_surrogate_is_text():
    assert texts("A\ud800. The rest.", EN) == ["A\ud800.", "The rest."]


def test_unknown_language_lists_the_known_ones():
    with pytest.raises(LanguageError, match="'fr'; use one of en, zh"):
        segment("Oui.", replace(EN, code="fr"))


MILLION = 1_000_000
LONG = {
    "no punctuation": "a" * MILLION,
    "white space": " " * MILLION,
    "Chinese characters": "汉" * MILLION,
    "full stops": "." * MILLION,
    "stops and spaces": ". " * (MILLION // 2),
    "Chinese stops and quotation marks": "。”" * (MILLION // 2),
    "one stop, then quotation marks": "A." + '"' * MILLION,
    "superscripts and commas": "A.¹" + ",¹" * (MILLION // 2),
    "line breaks and spaces": "\n " * (MILLION // 2),
    "initials": "A. " * (MILLION // 3),
    "dotted letters": "a." * (MILLION // 2),
}


@pytest.mark.parametrize("lang", [ZH, EN], ids=["zh", "en"])
@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_a_million_characters_take_seconds(text, lang):
    began = time.process_time()
    segment(text, lang)
    assert time.process_time() - began < 20  # some 4 s at worst; quadratic work takes hours


def gold_paragraphs(lang: Lang) -> list[list[str]]:
    """The sides of the gold beads, paragraph by paragraph."""
    if not GOLD.exists():
        pytest.skip("needs ../shared/report, which lies outside the repository")
    paragraphs: defaultdict[str, list[str]] = defaultdict(list)
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        bead = json.loads(line)
        paragraphs[bead["unit"]].append(bead[lang.code])
    return [[side for side in sides if side] for sides in paragraphs.values()]


@pytest.mark.parametrize("lang", [ZH, EN], ids=["zh", "en"])
def test_every_boundary_of_a_gold_bead_is_found(lang):
    for sides in gold_paragraphs(lang):
        text = lang.join(sides)
        ends = {len(text[:end].rstrip()) for _, end in segment(text, lang)}
        wanted = {len(lang.join(sides[: count + 1])) for count in range(len(sides))}
        assert wanted <= ends, text


@pytest.mark.parametrize("lang", [ZH, EN], ids=["zh", "en"])
def test_few_gold_beads_are_cut_further(lang):
    paragraphs = gold_paragraphs(lang)
    beads = sum(len(sides) for sides in paragraphs)
    found = sum(len(segment(lang.join(sides), lang)) for sides in paragraphs)
    assert beads <= found <= 1.1 * beads  # 2-1 and 1-2 beads are real, over-splitting is not
