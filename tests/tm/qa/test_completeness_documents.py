"""Completeness of two documents: what the aligner leaves alone is found and named."""

import conftest
import pytest

from aligner import align_documents, load_encoder
from corpora import read_document
from tm.qa import Knowledge, check_pairs
from tm.qa.completeness import CHECKS
from tm.qa.reading import pairs_from

ZH = conftest.ZH
EN = f"{conftest.EN.rstrip()} Handouts may be borrowed from the library.\n"
BY_CODE = {check.code: check for check in CHECKS}


@pytest.fixture
def found(tmp_path):
    """What is found when these two texts are aligned and checked, Chinese first."""
    encoder = load_encoder("default")

    def check(zh, en, *, reverse=False):
        for name, text in (("report.zh.txt", zh), ("report.en.txt", en)):
            (tmp_path / name).write_text(text, "utf-8")
        names = (
            ("report.en.txt", "report.zh.txt") if reverse else ("report.zh.txt", "report.en.txt")
        )
        documents = [read_document(tmp_path / name) for name in names]
        pairs = list(pairs_from(align_documents(*documents, encoder=encoder)))
        findings = check_pairs(pairs, Knowledge(encode=encoder.encode), checks=BY_CODE)
        return [(f.code, f.paragraph, f.message) for f in findings]

    return check


def test_a_complete_translation_is_silent(found):
    assert found(ZH, EN) == []
    assert found(ZH, EN, reverse=True) == []


def test_a_missing_sentence_is_named_by_its_paragraph(found):
    lacking = EN.replace(" Most of the stations are situated downstream.", "")
    [(code, paragraph, message)] = found(ZH, lacking)
    assert (code, paragraph) == ("segment-missing", "3")
    assert "of paragraph 3" in message
    [(code, paragraph, _)] = found(ZH, lacking, reverse=True)
    assert (code, paragraph) == ("segment-added", "3")


def test_a_missing_paragraph_is_one_finding_that_counts_its_sentences(found):
    start = EN.index("2. By its decision")
    lacking = EN[:start] + EN[EN.index("II. Monitoring") :]
    findings = found(ZH, lacking)
    assert [(code, paragraph) for code, paragraph, _ in findings] == [("segment-missing", "2")]


ITEMS_ZH = "\n\n5. 秘书处的任务如下：\n\n(a) 收集各国提交的水质数据；\n\n(b) 培训监测站的工作人员；\n\n(c) 编写年度报告。\n"
ITEMS_EN = (
    "\n\n5. The tasks of the Secretariat are as follows:\n\n(a) To collect the data on water quality "
    "submitted by States;\n\n(b) To train the staff of the monitoring stations;\n\n(c) To prepare the "
    "annual report.\n"
)


def test_a_missing_list_item_is_named_by_its_label(found):
    lacking = ITEMS_EN.replace("(b) To train the staff of the monitoring stations;\n\n", "")
    assert found(ZH + ITEMS_ZH, EN + ITEMS_EN) == []
    [(code, paragraph, message)] = found(ZH + ITEMS_ZH, EN + lacking)
    assert (code, paragraph) == ("segment-missing", "5")
    assert message.startswith("the list item (b) of paragraph 5 is not in the English text")


def test_the_language_that_a_masthead_names_is_not_missed(found):
    front_zh = "联合国\n\nA/78/123\n\nDistr.: General\n\n16 May 2023\n\nChinese\n\nOriginal: English\n\n"
    front_en = "United Nations\n\nA/78/123\n\nDistr.: General\n\n16 May 2023\n\nOriginal: English\n\n"
    assert found(front_zh + ZH, front_en + EN) == []
    assert found(front_zh + ZH, front_en + EN, reverse=True) == []
