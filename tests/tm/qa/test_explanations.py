"""What people read of a check: one style, and examples in which it finds something."""

from __future__ import annotations

import re

import pytest

from corpora.types import TranslationUnit, Variant
from tm import Memory
from tm.qa import CHECKS, Check, Knowledge, Pair, check_pairs, pair_of
from tm.terms.concept import Concept, Term

# What plain text does not show: labels and codes are kept apart, white space at an end is cut off,
# characters that nobody sees are written ␂ and ␣, a run over documents
# wants beads, a habit many pairs.
NOT_SHOWN = {
    "label-differs", "paragraph-order", "codes-differ", "edge-space", "segment-missing",
    "segment-added", "source-spaced-mark",
}  # fmt: skip
UNSEEN = str.maketrans("␂␣", "\x02\u200b")
TERMS = [
    (Term("zh", "观察员地位"), Term("en", "observer status")),
    (Term("zh", "会议"), Term("en", "meeting")),
    (Term("zh", "缔约国"), Term("en", "States parties"), Term("en", "contracting States", "deprecated")),
    (Term("en", "peacekeeping operations"), Term("zh", "维和行动"), Term("zh", "维持和平行动")),
]  # fmt: skip


def examples_of(check: Check) -> list[Pair]:
    lines = [line for line in check.explanation.splitlines() if line.startswith("Example: ")]
    pairs = []
    for number, line in enumerate(lines):
        source, target = line.removeprefix("Example: ").translate(UNSEEN).split(" |")
        langs = ("en", "zh") if source.isascii() else ("zh", "en")
        pairs.append(pair_of(source, target.strip(), langs=langs, number=number))
    return pairs


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_an_explanation_says_what_is_wrong_when_it_fires_and_when_not(check):
    first, blank, *rest = check.explanation.splitlines()
    assert re.fullmatch(r"[A-Z].*[.]", first)
    assert not blank
    body = " ".join(line for line in rest if not line.startswith("Example: "))
    sentences = re.split(r"(?<=[.:;,)] )", body)
    assert sentences[0].startswith("Fires ")
    assert any(one.startswith("Silent ") for one in sentences)
    assert rest[-1].startswith("Example: ")
    assert examples_of(check)


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory):
    texts = Variant("zh-CN", "会议闭幕"), Variant("en", "Closure of the session")
    with Memory(tmp_path_factory.mktemp("memory") / "tm.db") as memory:
        memory.add([TranslationUnit(texts)], origin="old.tmx")
        yield Knowledge(tuple(map(Concept, TERMS)), memory)


SHOWN = [c for c in CHECKS.values() if c.code not in NOT_SHOWN and c.needs != "encode"]


@pytest.mark.parametrize("check", SHOWN, ids=[check.code for check in SHOWN])
def test_the_example_is_one(check, knowledge):
    found = check_pairs(examples_of(check), knowledge, checks={check.code: check})
    assert [one.code for one in found] == [check.code]
