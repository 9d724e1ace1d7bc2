"""Pairs to check: numbered as they stand in a file, null beads with an empty side."""

from __future__ import annotations

import pytest

from corpora import document_of_lines
from corpora.errors import FormatError, LanguageError
from corpora.types import EN, ZH, Bead, Bitext, Block, Document, Kind, Segment, Span
from tm.qa.reading import pairs_from, read_pairs

XLIFF = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a.docx" source-language="{}" target-language="{}" datatype="plaintext"><body>
{}</body></file></xliff>
"""


def texts(pairs):
    return [(pair.number, pair.source.text, pair.target.text) for pair in pairs]


def xliff(path, units, langs=("zh-CN", "en-US")):
    rows = (f'<trans-unit id="{n}">{unit}</trans-unit>' for n, unit in enumerate(units))
    path.write_text(XLIFF.format(*langs, "\n".join(rows)), "utf-8")
    return path


def test_untranslated_and_unconfirmed_segments_are_pairs(tmp_path):
    path = xliff(
        tmp_path / "a.xlf",
        [
            "<source>主席宣布会议开幕。</source>",
            "<source>会议通过了议程。</source><target/>",
            '<source>秘书处</source><target state="new">秘书处</target>',
            "<source>大会</source><target>General Assembly</target>",
            "<source></source><target></target>",
            "<source>决定</source><target>Decision</target>",
        ],
    )
    assert texts(read_pairs(path)) == [
        (0, "主席宣布会议开幕。", ""),
        (1, "会议通过了议程。", ""),
        (2, "秘书处", "秘书处"),
        (3, "大会", "General Assembly"),
        (5, "决定", "Decision"),
    ]


def test_codes_and_languages_come_along(tmp_path):
    units = ['<source>一<x id="1"/>二</source><target>one<x id="1"/>two</target>']
    (pair,) = read_pairs(xliff(tmp_path / "a.xlf", units, ("zh-TW", "en-GB")))
    assert (pair.source.lang, pair.target.lang) == (ZH, EN)
    assert (pair.source.text, pair.target.text) == ("一二", "onetwo")
    assert "<ph" in pair.source.inline
    assert [variant.lang for variant in pair.unit.variants] == ["zh-TW", "en-GB"]
    (pair,) = read_pairs(xliff(tmp_path / "b.xlf", ["<source>It met.</source><target>大會開會。</target>"], ("en", "zh-Hant")))
    assert (pair.zh.text, pair.en.text) == ("大會開會。", "It met.")


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        (["大会\tAssembly", "决定\t", "报告\tReport"], [(0, "大会", "Assembly"), (1, "决定", ""), (2, "报告", "Report")]),
        (["zh\ten", "大会\tAssembly"], [(0, "大会", "Assembly")]),
        (["议程项目\t议程项目", "大会\tAssembly"], [(0, "议程项目", "议程项目"), (1, "大会", "Assembly")]),
        (["A/78/123\tA/78/123", "1 270\t1,270"], [(0, "A/78/123", "A/78/123"), (1, "1 270", "1,270")]),
        ([f"{'大会审议了各项议程。' * 9}\t{'大会审议了各项议程，' * 9}", "大会\tAssembly"],
         [(0, "大会审议了各项议程。" * 9, "大会审议了各项议程，" * 9), (1, "大会", "Assembly")]),
    ],
)  # fmt: skip
def test_lines_of_source_and_target_keep_their_numbers(tmp_path, rows, wanted):
    path = tmp_path / "a.tsv"
    path.write_text("\n".join(rows) + "\n", "utf-8")
    assert texts(read_pairs(path, langs=("zh-CN", "en-US"))) == wanted


def test_texts_the_wrong_way_round(tmp_path):
    units = ["<source>It met in Geneva.</source><target>会议在日内瓦举行。</target>"] * 2
    with pytest.raises(LanguageError, match="source is English and the target is Chinese; swap"):
        list(read_pairs(xliff(tmp_path / "a.xlf", units)))


def test_a_file_without_pairs_of_our_languages(tmp_path):
    units = ["<source>Bonjour.</source><target>Guten Tag.</target>"]
    with pytest.raises(FormatError, match="no pair of a Chinese and an English text"):
        list(read_pairs(xliff(tmp_path / "a.xlf", units, ("fr", "de"))))
    with pytest.raises(FormatError, match="no pair"):
        list(read_pairs(xliff(tmp_path / "b.xlf", [])))


def test_null_beads_are_pairs_with_an_empty_side():
    src = document_of_lines(["甲句。", "乙句。"], ZH)
    tgt = document_of_lines(["First.", "Third."], EN)
    beads = (
        Bead(Span(0, 1), Span(0, 1), probability=1.0),
        Bead(Span(1, 2), Span(1, 1)),
        Bead(Span(2, 2), Span(1, 2)),
    )
    pairs = list(pairs_from(Bitext(src, tgt, beads)))
    assert texts(pairs) == [(0, "甲句。", "First."), (1, "乙句。", ""), (2, "", "Third.")]
    assert [pair.unit.bead for pair in pairs] == ["1-1", "1-0", "0-1"]


def test_labels_of_both_sides_and_the_paragraph_come_along():
    def document(lang, label, text):
        block = Block(Kind.PARAGRAPH, text, label, paragraph="12")
        return Document(lang, (block,), (Segment(text, 0, Span(0, len(text))),))

    sides = document(ZH, "12．", "大会开会。"), document(EN, "12.", "The Assembly met.")
    (pair,) = pairs_from(Bitext(*sides, (Bead(Span(0, 1), Span(0, 1)),)))
    assert (pair.source.label, pair.target.label) == ("12．", "12.")
    assert (pair.unit.paragraph, pair.unit.kind) == ("12", "paragraph")


def test_contents_come_without_the_pages_of_each_version():
    def document(lang, head, rows):
        blocks = [Block(Kind.HEADING, head, level=1), *(Block(Kind.CELL, row) for row in rows)]
        blocks += [Block(Kind.HEADING, "A", level=1), Block(Kind.CELL, "Boxes 12")]
        segments = (Segment(b.text, n, Span(0, len(b.text))) for n, b in enumerate(blocks))
        return Document(lang, tuple(blocks), tuple(segments))

    src = document(ZH, "目录", ["一. 导言 2", "附件……… 17"])
    tgt = document(EN, "Contents", ["I. Introduction 3", "Annex . . . . 19–20"])
    beads = tuple(Bead(Span(n, n + 1), Span(n, n + 1)) for n in range(5))
    assert texts(pairs_from(Bitext(src, tgt, beads)))[1:] == [
        (1, "一. 导言", "I. Introduction"),
        (2, "附件", "Annex"),
        (3, "A", "A"),
        (4, "Boxes 12", "Boxes 12"),
    ]
