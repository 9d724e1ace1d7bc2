"""``duizhao terms extract``: from pairs or two versions, to every format, and what it refuses."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from tm import Memory, TermBase
from tm.extraction import THRESHOLD
from tm.terms import read_concepts

SAMPLE = Path(__file__).parents[2] / "corpora" / "sample"
PAIRS = (
    ("秘书处向主管机关提供技术援助。", "The Secretariat provides technical assistance to competent authorities."),
    ("主管机关报告了技术援助的结果。", "Competent authorities reported on the results of technical assistance."),
    ("肯尼亚的主管机关感谢秘书处。", "The competent authorities of Kenya thanked the Secretariat."),
)  # fmt: skip
COLUMNS_SHOWN = ("score", "n", "kind", "Chinese", "English", "paragraphs")
COLUMNS = [
    "zh",
    "en",
    "en_base",
    "kind",
    "count",
    "score",
    "paragraphs",
    "context_zh",
    "context_en",
    "association",
    "pairs",
]


@pytest.fixture
def pairs(folder):
    """A table of pairs."""
    path = folder / "pairs.tsv"
    path.write_text("zh-CN\ten-US\n" + "".join(f"{zh}\t{en}\n" for zh, en in PAIRS), "utf-8")
    return path


def rows_of(path, delimiter="\t"):
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=delimiter))


def test_a_table_has_the_facts_of_each_pair(duizhao, pairs, folder):
    done = duizhao("terms", "extract", pairs, "-o", "terms.tsv")
    assert done.status == 0
    rows = rows_of(folder / "terms.tsv")
    assert list(rows[0]) == COLUMNS
    (row,) = (row for row in rows if row["zh"] == "主管机关")
    assert (row["en"], row["en_base"]) == ("competent authorities", "competent authority")
    assert (row["kind"], row["count"]) == ("institutional", "3")
    assert 0.5 <= float(row["score"]) <= 1
    assert "主管机关" in row["context_zh"]
    assert (float(row["association"]), row["pairs"]) == (0.0, "1; 2; 3")  # everywhere: no news
    assert f"written: terms.tsv: {len(rows)} pairs\n" in done.out


def test_what_is_doubtful_is_left_out_but_told_and_had_with_all(duizhao, pairs, folder):
    done = duizhao("terms", "extract", pairs, "-o", "sure.tsv")
    assert "below the least score: --all has them" in done.out
    done = duizhao("terms", "extract", pairs, "--all", "-o", "all.tsv")
    assert "least score" not in done.out
    sure, every = rows_of(folder / "sure.tsv"), rows_of(folder / "all.tsv")
    assert 0 < len(sure) < len(every)
    assert every[: len(sure)] == sure
    assert float(every[-1]["score"]) < THRESHOLD <= float(sure[-1]["score"])


def test_where_all_is_doubtful_no_file_is_written_and_a_base_is_told_to_wait(
    duizhao, pairs, folder
):
    done = duizhao("terms", "extract", pairs, "--min-score", "1", "-o", "t.tbx")
    assert (done.status, done.out) == (3, "")
    assert re.search(r"t.tbx: not written: \d+ candidates below the least score; --all", done.err)
    assert not (folder / "t.tbx").exists()
    done = duizhao("terms", "extract", pairs, "--min-score", "1", "-o", "t.db")
    assert (done.status, "Decide on them" in done.out) == (0, False)
    assert "below the least score: --all has them" in done.out


def test_least_score(duizhao, pairs, folder):
    assert duizhao("terms", "extract", pairs, "--min-score", "0.8", "-o", "t.csv").status == 0
    assert all(float(row["score"]) >= 0.8 for row in rows_of(folder / "t.csv", ","))


@pytest.mark.parametrize("name", ["t.tbx", "t.csv", "t.xlsx", "t.utf8"])
def test_every_format_is_read_back(duizhao, pairs, folder, name):
    assert duizhao("terms", "extract", pairs, "-o", name).status == 0
    found = [{term.text for term in concept.terms} for concept in read_concepts(folder / name)]
    assert any({"主管机关", "competent authorities"} <= terms for terms in found)


def test_several_files_at_once(duizhao, pairs, folder):
    done = duizhao("terms", "extract", pairs, "-o", "a.tsv", "-o", "a.tbx", "-o", "a.db")
    assert done.status == 0
    concepts = list(read_concepts(folder / "a.tbx"))
    assert f"written: a.tsv: {len(rows_of(folder / 'a.tsv'))} pairs" in done.out
    assert f"written: a.tbx: {len(concepts)} concepts" in done.out
    with TermBase(folder / "a.db", read_only=True) as base:
        assert base.count() == len(concepts)


@pytest.mark.parametrize("name", ["nowhere/t.db", "nowhere/t.tsv"])
def test_what_cannot_be_written_is_refused_before_anything_is_read(duizhao, folder, name):
    (folder / "broken.tmx").write_text("no TMX", "utf-8")
    done = duizhao("terms", "extract", "broken.tmx", "-o", name)
    assert done.status == 3
    assert "its folder does not exist" in done.err


def test_one_file_is_not_written_twice(duizhao, pairs):
    done = duizhao("terms", "extract", pairs, "-o", "t.tsv", "-o", "./t.tsv")
    assert (done.status, "would be written twice" in done.err) == (2, True)


@pytest.mark.parametrize("suffix", ["txt", "docx"])
def test_of_one_version_of_a_document_the_other_is_asked_for(duizhao, folder, suffix):
    (folder / f"w.zh.{suffix}").write_text("一、引言\n\n1. 会议于10时开始。\n", "utf-8")
    done = duizhao("terms", "extract", f"w.zh.{suffix}")
    assert done.status == 3
    assert "name the other version as well" in done.err


def test_a_narrow_terminal_keeps_both_terms_whole(duizhao, pairs, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    shown = {}
    for columns in ("200", "36"):
        monkeypatch.setenv("COLUMNS", columns)
        shown[columns] = duizhao("terms", "extract", pairs, "--quiet").out
    assert shown["200"].splitlines()[0].split() == list(COLUMNS_SHOWN)
    assert shown["36"].splitlines()[0].split() == ["Chinese", "English"]
    assert re.search("主管机关 +competent authorities\n", shown["36"])
    assert "…" not in shown["36"]


def test_in_a_pipe_a_long_term_pads_no_other_line(duizhao, folder):
    name = "Convention on the Measurement and Conservation of the Water of Rivers and Lakes"
    long = ("《河流与湖泊水量测量和养护公约》已经生效。", f"The {name} is in force.")
    rows = "".join(f"{zh}\t{en}\n" for zh, en in (*PAIRS, long))
    (folder / "long.tsv").write_text(f"zh-CN\ten-US\n{rows}", "utf-8")
    lines = duizhao("terms", "extract", "long.tsv", "--quiet").out.splitlines()
    assert any(name in line for line in lines)
    others = [line for line in lines if name[:30] not in line]
    assert others
    assert all(len(line) < 120 for line in others)


def test_into_a_term_base_as_candidates(duizhao, pairs, folder):
    done = duizhao("terms", "extract", pairs, "-o", "terms.db")
    assert done.status == 0
    assert "duizhao terms review -m terms.db" in done.out
    with TermBase(folder / "terms.db", read_only=True) as base:
        concepts = list(base.concepts())
    assert {concept.review for concept in concepts} == {"candidate"}
    assert {concept.origin for concept in concepts} == {"pairs.tsv"}
    again = duizhao("terms", "extract", pairs, "-o", "terms.db")
    assert "terms.db: 0 new concepts" in again.out


def test_from_a_memory_into_the_same(duizhao, pairs, folder):
    with Memory(folder / "m.db") as memory:
        memory.import_file(pairs)
    assert duizhao("terms", "extract", "m.db", "-o", "m.db").status == 0
    with TermBase(folder / "m.db", read_only=True) as base:
        assert base.count() > 0


def test_two_versions_of_a_document_are_aligned_first(duizhao, folder):
    zh, en = SAMPLE / "report.zh.txt", SAMPLE / "report.en.txt"
    assert duizhao("terms", "extract", zh, en, "-o", "t.tsv").status == 0
    rows = {(row["zh"], row["en"]): row for row in rows_of(folder / "t.tsv")}
    one = rows["历史灯塔公约", "Convention on Historic Lighthouses"]
    assert one["kind"] == "title"
    assert one["paragraphs"].split(";")[0].strip() == "1"
    assert rows["缔约方会议", "Conference of the Parties"]["kind"] == "name"


def test_without_a_file_the_best_are_printed_in_columns(duizhao, pairs):
    done = duizhao("terms", "extract", pairs, "--limit", "2")
    lines = done.out.splitlines()
    assert lines[0].split() == ["score", "n", "kind", "Chinese", "English", "paragraphs"]
    assert "more with lower scores" in done.out
    assert "主管机关" in done.out


def test_quiet_writes_and_says_nothing(duizhao, pairs, folder):
    done = duizhao("terms", "extract", pairs, "-o", "t.tsv", "--quiet")
    assert (done.status, done.out, done.err) == (0, "", "")
    assert (folder / "t.tsv").exists()


def test_the_same_file_twice_gives_the_same_table(program, pairs, folder):
    for name, seed in (("a.tsv", "1"), ("b.tsv", "2")):  # the order of sets differs
        done = program("terms", "extract", pairs, "--all", "-o", name, PYTHONHASHSEED=seed)
        assert done.status == 0, done.err
    assert (folder / "a.tsv").read_bytes() == (folder / "b.tsv").read_bytes()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("zh-CN\ten-US\n", "no pair of texts in it"),
        ("fr-FR\ten-US\nBonjour.\tHello.\n", "no pair of a Chinese and an English text in it"),
    ],
)
def test_a_bitext_without_pairs_of_both_languages(duizhao, folder, text, problem):
    (folder / "empty.tsv").write_text(text, "utf-8")
    done = duizhao("terms", "extract", "empty.tsv", "-o", "t.tbx")
    assert done.status == 3
    assert "empty.tsv" in done.err
    assert problem in done.err
    assert not (folder / "t.tbx").exists()


def test_what_is_wrong_usage(duizhao, pairs):
    for arguments in (["-o", "terms.doc"], ["--all", "--min-score", "0.5"], ["--min-score", "2"]):
        assert duizhao("terms", "extract", pairs, *arguments).status == 2


def test_a_file_that_is_not_there_and_one_given_twice(duizhao, pairs):
    assert "no such file" in duizhao("terms", "extract", "none.tmx").err
    assert duizhao("terms", "extract", pairs, pairs).status == 3


def test_an_input_is_not_overwritten(duizhao, pairs):
    before = pairs.read_bytes()
    assert duizhao("terms", "extract", pairs, "-o", pairs).status == 3
    assert pairs.read_bytes() == before


def test_nothing_is_found_in_numbers(duizhao, folder):
    (folder / "n.tsv").write_text("zh-CN\ten-US\n第1条：2\t3\n", "utf-8")
    done = duizhao("terms", "extract", "n.tsv")
    assert (done.status, "No terms found." in done.out) == (0, True)


SWAPPED = {
    "s.tsv": "zh\ten\n" + "".join(f"{en}\t{zh}\n" for zh, en in PAIRS),
    "s.tmx": '<?xml version="1.0"?><tmx version="1.4"><header srclang="zh" segtype="sentence" '
    'o-tmf="x" adminlang="en" datatype="plaintext" creationtool="t" creationtoolversion="1"/><body>'
    + "".join(
        f'<tu><tuv xml:lang="zh"><seg>{en}</seg></tuv><tuv xml:lang="en"><seg>{zh}</seg></tuv></tu>'
        for zh, en in PAIRS
    )
    + "</body></tmx>",
}


@pytest.mark.parametrize("name", SWAPPED)
def test_a_bitext_under_swapped_languages_is_put_right_and_that_is_said(
    duizhao, pairs, folder, name
):
    (folder / name).write_text(SWAPPED[name], "utf-8")
    done = duizhao("terms", "extract", name, "-o", "swapped.tsv")
    assert done.status == 0
    told = f"{name}: Chinese and English under each other's language, put right"
    assert told in done.err
    assert duizhao("terms", "extract", pairs, "-o", "right.tsv").err == ""
    terms = {(row["zh"], row["en"]) for row in rows_of(folder / "swapped.tsv")}
    assert terms == {(row["zh"], row["en"]) for row in rows_of(folder / "right.tsv")}
    assert ("主管机关", "competent authorities") in terms


def test_without_paragraphs_the_numbers_of_pairs_are_named(duizhao, pairs):
    done = duizhao("terms", "extract", pairs)
    (line,) = (line for line in done.out.splitlines() if "主管机关" in line)
    assert line.endswith("pair 1, pair 2, pair 3")


@pytest.mark.parametrize("name", ["t.tbx", "t.csv", "t.xlsx"])
def test_evidence_outlives_a_round_trip_through_a_base(duizhao, pairs, folder, name):
    assert duizhao("terms", "extract", pairs, "-o", name).status == 0
    assert duizhao("terms", "import", name, "-m", "kept.db").status == 0
    assert duizhao("terms", "export", "-m", "kept.db", "-o", "again.tbx").status == 0
    found = [
        dict(concept.props)
        for concept in read_concepts(folder / "again.tbx")
        if "主管机关" in {term.text for term in concept.terms}
    ]
    assert [one["pairs"] for one in found] == ["1; 2; 3"]
    assert float(found[0]["association"]) == 0
    assert 'type="x-pairs"' in (folder / "again.tbx").read_text("utf-8")
