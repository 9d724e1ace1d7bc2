"""``duizhao align`` on two files: its options, its outputs and what it prints."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from documents import build_docx
from lxml import etree

from aligner.static import MODEL_FOLDER
from corpora.types import EN, ZH
from tm import read_tmx

PAIR = ("report.zh.txt", "report.en.txt")
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def units(path):
    return [{v.lang: v.text for v in unit.variants} for unit in read_tmx(path)]


def rows(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def matched(path):
    return [row for row in rows(path) if row["src"] and row["tgt"]]


def test_a_memory_and_a_summary(duizhao, folder):
    done = duizhao("align", *PAIR, "-o", "r.tmx")
    assert done.status == 0
    assert not done.err
    assert {
        "zh-CN": "会议通过了第4/2号决定，其中请秘书处每年提交一份报告；本报告即根据该项请求编写。",
        "en-US": "By its decision 4/2, the Commission requested the Secretariat to submit a report every year. "
        "The present report has been prepared pursuant to that request.",
    } in units(folder / "r.tmx")
    lines = dict(line.strip().split(None, 1) for line in done.out.splitlines()[1:7])
    assert lines["paragraphs"] == "4 Chinese, 4 English; 4 anchored"
    assert "1-2 1" in lines["beads"]
    assert lines["written"] == f"r.tmx: {len(units(folder / 'r.tmx'))} pairs"


def test_the_summary_names_what_has_no_counterpart(duizhao):
    out = duizhao("align", *PAIR).out
    assert "only Chinese  1 segment: paragraph 4\n" in out
    assert "only English  nothing\n" in out
    assert "讲义可在图书馆借阅。" in out.partition("Worth a look")[2]
    assert "add -o report.tmx" in out


def test_nothing_is_written_without_an_output(duizhao, folder):
    assert duizhao("align", *PAIR).status == 0
    assert sorted(path.name for path in folder.iterdir()) == sorted(PAIR)


def test_the_first_file_is_the_source(duizhao, folder):
    duizhao("align", *PAIR, "-o", "a.tmx", "-o", "a.jsonl")
    duizhao("align", *reversed(PAIR), "-o", "b.tmx", "-o", "b.jsonl")
    for name, langs in (("a", ["zh-CN", "en-US"]), ("b", ["en-US", "zh-CN"])):
        tree = etree.parse(folder / f"{name}.tmx")
        assert tree.find("header").get("srclang") == langs[0]
        assert [v.get(LANG) for v in tree.find("body/tu").iterfind("tuv")] == langs
    assert units(folder / "a.tmx") == units(folder / "b.tmx")
    there, back = rows(folder / "a.jsonl"), rows(folder / "b.jsonl")
    assert [(row["src"], row["tgt"]) for row in there] == [(r["tgt"], r["src"]) for r in back]


def test_every_format_at_once(duizhao, folder):
    outputs = [folder / f"r{suffix}" for suffix in (".tmx", ".tsv", ".jsonl", ".HTML")]
    done = duizhao("align", *PAIR, *(arg for path in outputs for arg in ("-o", path)))
    assert done.status == 0
    assert all(f"written       {path}" in done.out for path in outputs)
    pairs = [(row["src_text"], row["tgt_text"]) for row in matched(folder / "r.jsonl")]
    joined = [(ZH.join(src), EN.join(tgt)) for src, tgt in pairs]
    assert [(unit["zh-CN"], unit["en-US"]) for unit in units(folder / "r.tmx")] == joined
    with (folder / "r.tsv").open(encoding="utf-8", newline="") as stream:
        table = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert [(row["zh"], row["en"]) for row in table if row["zh"] and row["en"]] == joined
    page = (folder / "r.HTML").read_text("utf-8")
    assert all(text in page for src, tgt in pairs for text in (*src, *tgt))


def test_jsonl_rows_are_beads_by_segment_number(duizhao, folder):
    duizhao("align", *PAIR, "-o", "r.jsonl")
    found = rows(folder / "r.jsonl")
    for side in ("src", "tgt"):
        numbers = [number for row in found for number in row[side]]
        assert numbers == list(range(len(numbers)))
        assert all(len(row[side]) == len(row[f"{side}_text"]) for row in found)
    assert all(0 <= row["probability"] <= 1 for row in found)
    assert any(row["paragraph"] == "2" and len(row["tgt"]) == 2 and row["reasons"] for row in found)


def test_an_older_output_is_replaced(duizhao, folder):
    (folder / "r.tmx").write_text("old")
    assert duizhao("align", *PAIR, "-o", "r.tmx").status == 0
    assert units(folder / "r.tmx")


def test_the_same_input_gives_the_same_bytes(duizhao, folder):
    for name in ("a", "b"):
        duizhao("align", *PAIR, "-o", f"{name}.jsonl", "-o", f"{name}.tsv")
    for suffix in ("jsonl", "tsv"):
        assert (folder / f"a.{suffix}").read_bytes() == (folder / f"b.{suffix}").read_bytes()


def test_a_word_document_and_a_text(duizhao, folder):
    build_docx(
        [
            ("heading", "一、", "导言"),
            ("paragraph", "1.", "委员会第四届会议于2023年5月8日至12日在内罗毕举行。"),
        ],
        folder / "a.docx",
        numbering="automatic",
    )
    (folder / "a.en.txt").write_text(
        "I. Introduction\n\n1. The fourth session of the Commission was held in Nairobi "
        "from 8 to 12 May 2023.\n"
    )
    done = duizhao("align", "a.docx", "a.en.txt", "-o", "a.tmx")
    assert "1 Chinese, 1 English; 1 anchored" in done.out
    assert {"zh-CN": "导言", "en-US": "Introduction"} in units(folder / "a.tmx")


def test_lines_are_segments(duizhao, folder):
    (folder / "a.zh").write_text("1. 第一句。第二句。\n\n会议于2023年5月8日开幕。\n", "utf-8")
    (folder / "a.en").write_text(
        "1. One sentence. Another one.\n\nThe meeting opened on 8 May 2023.\n", "utf-8"
    )
    assert duizhao("align", "--lines", "a.zh", "a.en", "-o", "a.jsonl").status == 0
    found = matched(folder / "a.jsonl")
    assert found[0]["src_text"] == ["1. 第一句。第二句。"]
    assert found[-1]["src"] == found[-1]["tgt"] == [2], "an empty line counts"


def test_min_probability_leaves_pairs_out(duizhao, folder):
    duizhao("align", *PAIR, "-o", "all.jsonl")
    stated = sorted(row["probability"] for row in matched(folder / "all.jsonl"))
    limit = stated[len(stated) // 2]
    sure = sum(probability >= limit for probability in stated)
    assert 0 < sure < len(stated)
    done = duizhao("align", *PAIR, "--min-probability", limit, *("-o", "r.tmx"), *("-o", "r.jsonl"))
    assert len(units(folder / "r.tmx")) == sure
    assert f"{sure} pairs; left out: {len(stated) - sure} less sure" in done.out
    assert rows(folder / "r.jsonl") == rows(folder / "all.jsonl"), "a .jsonl is always whole"


def test_encoder_from_a_folder(duizhao, folder):
    shutil.copytree(MODEL_FOLDER, folder / "model")
    assert duizhao("align", *PAIR, "-o", "a.jsonl", "--encoder", folder / "model").status == 0
    assert duizhao("align", *PAIR, "-o", "b.jsonl").status == 0
    assert (folder / "a.jsonl").read_bytes() == (folder / "b.jsonl").read_bytes()


def test_encoder_folder_without_a_model(duizhao, folder):
    (folder / "empty").mkdir()
    done = duizhao("align", *PAIR, "-o", "a.jsonl", "--encoder", "./empty")
    assert done.status == 3
    assert len(done.err.splitlines()) == 1
    assert "empty" in done.err
    assert not (folder / "a.jsonl").exists()


SLOW = ("--batch-size", "4", "--encoder-cache", "kept/vectors", "--encoder")


def test_a_slow_encoder_whose_vectors_are_kept(duizhao, folder, bert_folder):
    first = duizhao("align", *PAIR, "-o", "a.jsonl", *SLOW, bert_folder, "--device", "cpu")
    nowhere = ("--device", "no such device")  # does not matter once every vector is kept
    again = duizhao("align", *PAIR, "-o", "b.jsonl", *SLOW, bert_folder, *nowhere)
    assert first.status == again.status
    assert first.status in (0, 1), "its weights are chance: the texts may look like strangers"
    assert (folder / "a.jsonl").read_bytes() == (folder / "b.jsonl").read_bytes()
    bare = duizhao("align", *PAIR, "-o", "c.jsonl", "--encoder", bert_folder, *nowhere)
    assert bare.status == 3
    assert bare.err.startswith("duizhao: device 'no such device': not on this machine ")
    assert len(bare.err.splitlines()) == 1


def test_quiet_stays_quiet_while_a_model_is_opened(program, bert_folder):
    done = program("align", *PAIR, "--quiet", *SLOW, bert_folder, "--device", "cpu")
    assert not done.out
    assert all(line.startswith("duizhao: report.zh.txt: hardly") for line in done.err.splitlines())


def test_options_of_slow_encoders_do_not_harm_the_default(duizhao, folder):
    options = ("--device", "no such device", "--batch-size", 1, "--encoder-cache", "kept")
    assert duizhao("align", *PAIR, "-o", "a.jsonl", *options).status == 0
    assert not (folder / "kept").exists()


def test_a_cache_that_is_none(duizhao, folder, bert_folder):
    (folder / "kept").mkdir()
    (folder / "kept" / "vectors.sqlite").write_text("not a database " * 9)
    done = duizhao("align", *PAIR, "--encoder-cache", "kept", "--encoder", bert_folder)
    assert done.status == 3
    assert done.err.startswith(f"duizhao: {Path('kept', 'vectors.sqlite')}: no cache of vectors ")
    assert len(done.err.splitlines()) == 1


def test_languages_may_be_stated(duizhao, folder):
    done = duizhao("align", *PAIR, "--src-lang", "zh", "--tgt-lang", "en-GB", "-o", "r.tmx")
    assert done.status == 0
    assert not done.err
    assert set(units(folder / "r.tmx")[0]) == {"zh-CN", "en-US"}


def test_one_language_that_contradicts_the_text_is_a_warning(duizhao, folder):
    (folder / "b.txt").write_text("Rev.1 A/78/1 ISO 9001 TEU LNG\n", "utf-8")
    done = duizhao("align", "b.txt", "report.en.txt", "--src-lang", "zh")
    assert done.status == 1
    assert "b.txt: read as Chinese, but it looks English" in done.err


def test_swapped_languages_are_refused(duizhao):
    done = duizhao("align", *PAIR, "--src-lang", "en", "--tgt-lang", "zh")
    assert done.status == 3
    assert "swap --src-lang and --tgt-lang" in done.err


def test_language_tags_of_the_memory(duizhao, folder):
    assert duizhao("align", *PAIR, "--lang-tags", "en-GB,zh-Hans-CN", "-o", "r.tmx").status == 0
    assert set(units(folder / "r.tmx")[0]) == {"zh-Hans-CN", "en-GB"}
    assert etree.parse(folder / "r.tmx").find("header").get("srclang") == "zh-Hans-CN"


def test_without_anchors(duizhao, folder):
    assert "0 anchored" not in duizhao("align", *PAIR).out
    done = duizhao("align", *PAIR, "--no-anchors", "-o", "r.tmx")
    assert "4 Chinese, 4 English; 0 anchored" in done.out
    assert any("142人" in unit["zh-CN"] and "142" in unit["en-US"] for unit in units(folder / "r.tmx"))


def test_quiet_prints_nothing(duizhao, folder):
    done = duizhao("align", *PAIR, "-q", "-o", "r.tmx")
    assert done == (0, "", "")
    assert units(folder / "r.tmx")


def long_report(lang, sentence):
    head = "一、 导言" if lang is ZH else "I. Introduction"
    return head + "\n\n" + "\n\n".join(f"{n}. {sentence.format(n)}" for n in range(1, 31))


def test_two_texts_that_hardly_match_end_with_status_1(duizhao, folder):
    (folder / "b.en.txt").write_text(long_report(EN, "Violin {0} was tuned by the old luthier."), "utf-8")
    done = duizhao("align", PAIR[0], "b.en.txt", "-q", "-o", "r.tmx")
    assert done.status == 1
    assert "hardly matches b.en.txt" in done.err
    assert done.err.count("\n") == 1
    assert (folder / "r.tmx").is_file()
    assert duizhao("align", *PAIR, "-q").status == 0


def test_verbose_lists_every_place(duizhao, folder):
    zh = long_report(ZH, "第{0}号项目于2001年结束。讲义可在图书馆借阅。")
    (folder / "l.zh.txt").write_text(zh, "utf-8")
    (folder / "l.en.txt").write_text(long_report(EN, "Project No. {0} ended in 2001."), "utf-8")
    short, full = (duizhao("align", "l.zh.txt", "l.en.txt", *more).out for more in ((), ("-v",)))
    assert "the rest with --verbose" in short
    assert short.count("% sure") == 10
    assert full.count("% sure") > 20


@pytest.mark.parametrize(
    ("args", "problem"),
    [
        ((), "give two files"),
        (PAIR[:1], "TARGET"),
        ((*PAIR, "-o", "r.xlsx"), "the suffix must be one of .tmx .tsv .jsonl .html"),
        ((*PAIR, "-o", "r.tmx", "--min-probability", "1.5"), "--min-probability"),
        ((*PAIR, "--src-lang", "fr"), "'fr' is not one of zh, en"),
        ((*PAIR, "--src-lang", "zh", "--tgt-lang", "zh"), "both sides are said to be Chinese"),
        ((*PAIR, "--lang-tags", "fr-FR"), "neither zh nor en"),
        ((*PAIR, "--lang-tags", "zh-CN,zh-TW"), "a second tag of its language"),
        ((*PAIR, "--lang-tags", "e n"), "--lang-tags"),
        (("", PAIR[1]), "'SOURCE': the name is empty"),
        ((*PAIR, "-o", ""), "the name is empty"),
        ((*PAIR, "--min-probability", "0,9"), "'0,9' is not a number from 0 to 1, such as 0.9"),
        ((*PAIR, "--min-probability", "nan"), "'nan' is not a number from 0 to 1"),
        ((*PAIR, "-q", "-v", "-o", "r.tmx"), "contradicts --verbose"),
        ((*PAIR, "--format", "tmx"), "--format"),
        ((*PAIR, "--manifest", "pairs.tsv"), "not both"),
        ((*PAIR, "--batch-size", "0"), "--batch-size"),
        ((*PAIR, "--encoder-cache", ""), "the name is empty"),
        ((*PAIR, "--nonsense"), "--nonsense"),
    ],
)
def test_wrong_usage(duizhao, folder, args, problem):
    done = duizhao("align", *args)
    assert done.status == 2
    assert not done.out
    assert problem in done.err
    assert sorted(path.name for path in folder.iterdir()) == sorted(PAIR)


def test_an_output_that_is_a_link_is_written_through(duizhao, folder):
    (folder / "there").mkdir()
    (folder / "r.tmx").symlink_to("there/memory.tmx")
    assert duizhao("align", *PAIR, "-o", "r.tmx").status == 0
    assert (folder / "r.tmx").is_symlink()
    assert units(folder / "there" / "memory.tmx")


def test_a_link_to_itself_is_no_traceback(duizhao, folder):
    (folder / "r.tmx").symlink_to("r.tmx")
    assert duizhao("align", *PAIR, "-o", "r.tmx").status == 0
    assert units(folder / "r.tmx")


@pytest.mark.parametrize(
    ("pair", "option"),
    [(("odd.txt", PAIR[1]), "--src-lang"), ((PAIR[0], "odd.txt"), "--tgt-lang")],
)
@pytest.mark.parametrize("more", [(), ("--lines",)])
def test_an_unknown_language_asks_for_the_option_that_states_it(duizhao, folder, pair, option, more):
    (folder / "odd.txt").write_text("12345\n")
    done = duizhao("align", *pair, *more)
    assert done.status == 3
    assert done.err.startswith("duizhao: odd.txt: the text has no letters")
    assert done.err.endswith(f"say which language it is with {option}\n")


def test_quiet_without_an_output_is_a_check(duizhao, folder):
    assert duizhao("align", *PAIR, "-q") == (0, "", "")
    (folder / "empty.txt").write_text("")
    assert duizhao("align", "empty.txt", PAIR[1], "-q").status == 3


def test_help_says_what_a_memory_leaves_out(duizhao):
    words = " ".join(duizhao("align", "--help").out.split())
    assert "A .tmx keeps one target for each source, the surest" in words
    assert "A-77-100-C.docx" in words


TRADITIONAL_ZH = "1. 委員會第四屆會議於日內瓦舉行。\n\n2. 會議通過了關於這個機關的決議，並與各國經過協商。\n"
SIMPLIFIED_EN = (
    "1. The fourth session of the Committee was held in Geneva.\n\n"
    "2. The meeting adopted a resolution on the organ after consultation with States.\n"
)


def test_traditional_chinese_is_remarked_unless_tags_are_chosen(duizhao, folder):
    (folder / "t.zh.txt").write_text(TRADITIONAL_ZH, "utf-8")
    (folder / "t.en.txt").write_text(SIMPLIFIED_EN)
    pair = ("t.zh.txt", "t.en.txt", "-o", "r.tmx")
    remark = "! the Chinese looks traditional; --lang-tags zh-TW or zh-Hant names it so\n"
    assert duizhao("align", *pair, "-o", "again.tmx").out.count(remark) == 1
    assert "looks traditional" not in duizhao("align", *pair, "--lang-tags", "zh-TW").out
    assert "looks traditional" not in duizhao("align", *PAIR, "-o", "r.tmx").out
    (folder / "more").mkdir()
    for name in pair[:2]:
        (folder / name).rename(folder / "more" / name)
    assert remark in duizhao("align", "more", "-o", "out").out


def test_a_table_says_what_it_holds_and_what_was_too_unsure(duizhao, folder):
    out = duizhao("align", *PAIR, "-o", "r.tsv").out
    assert "r.tsv: 10 pairs, 1 without a counterpart\n" in out
    out = duizhao("align", *PAIR, "-o", "r.tsv", "--min-probability", "1").out
    rows = (folder / "r.tsv").read_text("utf-8").count("\n") - 1
    assert f"left out: {11 - rows} less sure than --min-probability" in out


def test_empty_lines_at_the_end_are_no_segments_but_inner_ones_are(duizhao, folder):
    (folder / "l.zh").write_text("会议开幕。\n\n会议闭幕。\n\n \n", "utf-8")
    (folder / "l.en").write_text("The meeting opened.\n\nThe meeting closed.\n")
    assert duizhao("align", "--lines", "l.zh", "l.en", "-o", "r.jsonl").status == 0
    numbers = [n for row in rows(folder / "r.jsonl") for n in row["src"]]
    assert numbers == [0, 1, 2]
    assert [n for row in rows(folder / "r.jsonl") for n in row["tgt"]] == [0, 1, 2]


def test_lines_need_plain_text(duizhao, folder):
    build_docx([("paragraph", "1.", "The meeting rose.")], folder / "r.docx")
    done = duizhao("align", "--lines", PAIR[0], "r.docx")
    assert done.status == 3
    assert done.err.startswith("duizhao: r.docx: not plain text, which a segment a line needs; ")


@pytest.mark.parametrize(
    ("name", "problem"), [("./nix", "./nix: no such folder; "), ("", "the encoder has an empty name; ")]
)
def test_an_encoder_that_is_not_there(duizhao, name, problem):
    done = duizhao("align", *PAIR, "--encoder", name)
    assert done.status == 3
    assert done.err.startswith(f"duizhao: {problem}")
