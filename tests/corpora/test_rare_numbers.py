"""Paragraphs numbered ``[1]``, ``(1)``, ``1`` or ``1.1``, and texts where these are something else."""

import pytest

from corpora.layout import lay_out
from corpora.passages import Passage
from corpora.types import LANGS, Kind

BODIES = {
    "en": [
        "The Council met in the spring and took note of the report on the archives.",
        "It asked the towns to count their boxes again before the following winter.",
        "Three northern towns proposed a shared catalogue, and the others agreed to it.",
        "The Council thanked the host town and closed its session on the second day.",
    ],
    "zh": [
        "理事会于春季举行会议，注意到关于档案状况的报告。",
        "理事会请各城镇在下一个冬季之前重新清点箱子。",
        "北方三个城镇提议编制一份共同目录，其他城镇表示同意。",
        "理事会感谢东道城镇，并于次日结束了会议。",
    ],
}
HEADINGS = {"en": ["I. Introduction", "II. Conclusions"], "zh": ["一、导言", "二、结论"]}
STYLES = {
    "square": ["[1]", "[2]", "[3]", "[4]"],
    "round": ["(1)", "(2)", "(3)", "(4)"],
    "bare": ["1", "2", "3", "4"],
    "decimal": ["1.1", "1.2", "2.1", "2.2"],
}


def numbered(code, labels):
    """Return each number with the label and text of its paragraph."""
    first, second = HEADINGS[code]
    texts = [f"{label} {body}" for label, body in zip(labels, BODIES[code], strict=True)]
    blocks = lay_out(map(Passage, [first, *texts[:2], second, *texts[2:]]), LANGS[code])
    return [(b.paragraph, b.label, b.text) for b in blocks if b.kind is Kind.PARAGRAPH]


@pytest.mark.parametrize("code", BODIES)
@pytest.mark.parametrize("style", STYLES)
def test_only_numbering_of_long_paragraphs(code, style):
    labels = STYLES[style]
    numbers = [label.strip("[]()") for label in labels]
    assert numbered(code, labels) == list(zip(numbers, labels, BODIES[code], strict=True))


def test_numbers_of_an_annex_have_its_name():
    texts = [f"[{n}] {body}" for n, body in enumerate(BODIES["en"], 1)]
    passages = map(Passage, [*texts, "Annex I", "Rules", *texts])
    found = [b.paragraph for b in lay_out(passages, LANGS["en"]) if b.kind is Kind.PARAGRAPH]
    assert found == ["1", "2", "3", "4", "annex 1/1", "annex 1/2", "annex 1/3", "annex 1/4"]


EN = BODIES["en"]
OTHERS = {
    "sub-items of numbered paragraphs": [f"1. {EN[0]}", f"(1) {EN[1]}", f"(2) {EN[2]}", f"(3) {EN[3]}", f"2. {EN[0]}"],
    "a list in an unnumbered text": [*EN, f"(1) {EN[1]}", *EN[:1], f"(2) {EN[2]}", f"(3) {EN[3]}", *EN],
    "references": [*EN, *EN, *(f"[{n}] Smith, A History of the Archives, 2001." for n in range(1, 5))],
    "figures": [f"{n} {body}" for n, body in zip((12, 7, 30, 1), EN, strict=True)],
    "headings": [f"{n} Part of the report" for n in range(1, 5)],
    "decimal headings": ["1.1 Purpose", EN[0], "1.2 Method", EN[1], "1.3 Results", EN[2]],
    "only two": [f"(1) {EN[0]}", f"(2) {EN[1]}"],
    "a sequence that does not begin at the first": [f"[{n}] {body}" for n, body in enumerate(EN, 5)],
}  # fmt: skip


@pytest.mark.parametrize("case", OTHERS)
def test_what_is_no_numbering_of_paragraphs(case):
    blocks = lay_out(map(Passage, OTHERS[case]), LANGS["en"])
    plain = [b.paragraph for b in blocks if b.kind is Kind.PARAGRAPH]
    assert plain == (["1", "2"] if case.startswith("sub-items") else [])
