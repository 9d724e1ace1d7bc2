"""``duizhao evaluate``: every kind of result against every kind of gold."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[2] / "corpora" / "sample"
RESULTS = ("r.tmx", "r.tsv", "r.jsonl")


def gold_of(texts):
    return "".join(json.dumps({"zh": zh, "en": en}, ensure_ascii=False) + "\n" for zh, en in texts)


@pytest.fixture
def aligned(duizhao, folder):
    """A folder that holds the small report aligned in every format that can be scored."""
    outputs = [arg for name in RESULTS for arg in ("-o", name)]
    assert duizhao("align", "report.zh.txt", "report.en.txt", *outputs).status == 0
    rows = [json.loads(line) for line in (folder / "r.jsonl").read_text("utf-8").splitlines()]
    numbers = [[row["src"], row["tgt"]] for row in rows]
    (folder / "list.gold").write_text(json.dumps(numbers))
    (folder / "lines.gold").write_text(gold_of(
        ("".join(row["src_text"]), " ".join(row["tgt_text"])) for row in rows
    ), "utf-8")  # fmt: skip
    return folder


def rate(done, name):
    assert done.status == 0, done
    return json.loads(done.out)[name]


@pytest.mark.parametrize("result", RESULTS)
def test_gold_by_text(duizhao, aligned, result):
    strict = rate(duizhao("evaluate", result, "lines.gold", "--json"), "strict")
    assert strict["f1"] == 1
    assert strict["wanted"] == 10


@pytest.mark.parametrize("gold", ["list.gold", "r.jsonl"])
def test_gold_by_number(duizhao, aligned, gold):
    done = duizhao("evaluate", "r.jsonl", gold, "--json")
    assert rate(done, "strict")["f1"] == rate(done, "null")["f1"] == 1
    assert "by segment number" in json.loads(done.out)["signature"]


def test_gold_whose_sides_stand_the_other_way(duizhao, aligned):
    duizhao("align", "report.en.txt", "report.zh.txt", "-o", "back.jsonl")
    for gold in ("list.gold", "r.jsonl", "lines.gold"):
        assert rate(duizhao("evaluate", "back.jsonl", gold, "--json"), "strict")["f1"] == 1


def test_a_wrong_result_scores_less(duizhao, aligned):
    rows = (aligned / "r.jsonl").read_text("utf-8").splitlines(keepends=True)
    (aligned / "less.jsonl").write_text("".join(rows[2:]), "utf-8")
    strict = rate(duizhao("evaluate", "less.jsonl", "list.gold", "--json"), "strict")
    assert strict["precision"] == 1
    assert strict["recall"] == pytest.approx(8 / 10)


def test_a_table_of_the_sample(duizhao, folder):
    for path in SAMPLE.glob("report.*"):
        shutil.copy(path, folder)
    duizhao("align", "report.zh.txt", "report.en.txt", "-o", "r.tmx")
    done = duizhao("evaluate", "r.tmx", SAMPLE / "gold.jsonl")
    assert done.status == 0
    header, *lines = done.out.splitlines()
    assert header.split() == ["P", "R", "F1", "right", "found", "gold"]
    assert [line.split()[0] for line in lines[:4]] == ["strict", "lax", "null", "boundary"]
    assert float(lines[0].split()[3]) > 0.98
    assert lines[4].startswith("calibration error 0.0")
    assert lines[5].startswith("r.tmx against gold.jsonl; by text")


def test_a_foreign_memory_has_no_probabilities(duizhao, aligned):
    (aligned / "r.tsv").write_text("zh\ten\n国际河流委员会\tInternational Rivers Commission\n", "utf-8")
    done = duizhao("evaluate", "r.tsv", "lines.gold")
    assert "calibration error not known: no probabilities" in done.out


@pytest.mark.parametrize(
    ("result", "gold", "problem"),
    [
        ("nix.tmx", "lines.gold", "nix.tmx: "),
        ("r.tmx", "nix.gold", "nix.gold: cannot be read"),
        ("r.tmx", "list.gold", "r.tmx: gold by segment number needs a .jsonl result"),
        ("report.zh.txt", "lines.gold", "report.zh.txt: is not .tmx, .tsv or .jsonl"),
        ("report.html", "list.gold", "report.html: is not .tmx, .tsv or .jsonl"),
        ("r.jsonl", "far.gold", "far.gold: names segment 99, but the result has 1"),
        ("r.tmx", "report.zh.txt", "report.zh.txt:1: is not gold"),
        ("r.jsonl", "deep.gold", "deep.gold: is not gold"),
        ("r.tmx", "binary.gold", "binary.gold: is not UTF-8 text"),
        ("r.tmx", "part.gold", "part.gold:2: a bead without zh or en"),
        ("r.tmx", "empty.gold", "empty.gold:1: is not gold"),
        ("columns.tsv", "lines.gold", "columns.tsv:1: has no zh and en columns"),
        ("figures.tsv", "lines.gold", "figures.tsv:2: a row that lacks a text"),
        ("broken.jsonl", "lines.gold", "broken.jsonl:1: "),
        ("broken.tmx", "lines.gold", "broken.tmx"),
    ],
)
def test_what_cannot_be_scored(duizhao, aligned, result, gold, problem):
    (aligned / "deep.gold").write_text("[" * 100_000)
    (aligned / "binary.gold").write_bytes(b"\xff\xfe\x80")
    (aligned / "part.gold").write_text(gold_of([("会议", "Meeting")]) + '{"zh": "会议"}\n', "utf-8")
    (aligned / "empty.gold").write_text("")
    (aligned / "far.gold").write_text("[[[0], [99]]]")
    (aligned / "columns.tsv").write_text("a\tb\n1\t2\n")
    (aligned / "figures.tsv").write_text("zh\ten\tprobability\n会议\tMeeting\tmuch\n", "utf-8")
    (aligned / "broken.jsonl").write_text('{"src": ')
    (aligned / "broken.tmx").write_text("<tmx><body><tu>")
    done = duizhao("evaluate", result, gold)
    assert done.status == 3
    assert not done.out
    assert done.err.startswith(f"duizhao: {problem}")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("args", [(), ("r.tmx",), ("r.tmx", "lines.gold", "more")])
def test_wrong_usage(duizhao, args):
    assert duizhao("evaluate", *args).status == 2


@pytest.mark.parametrize(
    "bead",
    ['["0", [0]]', '[["0"], [0]]', "[[-1], [0]]", "[[0, 2], [0]]", "[[1, 0], [0]]", "[[true], [0]]",
     "[[0.0], [0]]", "[[0]]", "[[0], [0], [0]]", "7", "null", '"01"', '{"a": 0, "b": 0}'],
)  # fmt: skip
def test_a_list_that_is_no_gold(duizhao, aligned, bead):
    (aligned / "odd.gold").write_text(f"[[[0], [0]], {bead}]")
    done = duizhao("evaluate", "r.jsonl", "odd.gold")
    assert done.status == 3
    assert done.err.startswith("duizhao: odd.gold: bead 2 is not gold; give lines of")


@pytest.mark.parametrize("figure", ["nan", "1.01", "-0.5", "inf"])
def test_a_probability_that_is_none(duizhao, aligned, figure):
    (aligned / "odd.tsv").write_text(f"zh\ten\tprobability\n会议\tMeeting\t{figure}\n", "utf-8")
    done = duizhao("evaluate", "odd.tsv", "lines.gold")
    assert done.status == 3
    assert done.err.startswith("duizhao: odd.tsv:2: ")
    assert "no number from 0 to 1" in done.err


def test_nulls_of_a_memory_are_not_known(duizhao, aligned):
    null = duizhao("evaluate", "r.tmx", "lines.gold").out.splitlines()[3]
    assert null.split() == ["null", "–", "–", "–", "0", "0", "1"]
    assert rate(duizhao("evaluate", "r.tmx", "lines.gold", "--json"), "null")["recall"] is None
    assert rate(duizhao("evaluate", "r.tsv", "lines.gold", "--json"), "null")["recall"] == 1
