"""``duizhao inspect``: the blocks of a file as a table and as JSON."""

from __future__ import annotations

import json

import pytest
from documents import build_docx

from corpora.types import Kind

ZH = "report.zh.txt"


def objects(out):
    return [json.loads(line) for line in out.splitlines()]


def test_a_table(duizhao):
    done = duizhao("inspect", ZH)
    assert done.status == 0
    lines = done.out.splitlines()
    assert lines[0].split() == ["kind", "label", "paragraph", "page", "text"]
    assert "heading 1  一、    " in done.out
    assert any(
        line.split()[:3] == ["paragraph", "2.", "2"] and line.endswith("根据该项请求编写。")
        for line in lines
    )
    assert lines[-1] == "Chinese, 8 blocks, 11 segments"


def test_columns_are_aligned_by_what_a_terminal_shows(duizhao):
    from rich.cells import cell_len

    *lines, _total = duizhao("inspect", ZH).out.splitlines()
    starts = {cell_len(line[: line.index(word)]) for line, word in [
        (lines[0], "text"),
        *((line, "委员会第四届") for line in lines if "委员会第四届" in line),
        *((line, "导言") for line in lines if "导言" in line),
    ]}  # fmt: skip
    assert len(starts) == 1


def test_json_lines(duizhao):
    found = objects(duizhao("inspect", ZH, "--json").out)
    assert {"kind", "label", "level", "page", "paragraph", "text"} == set(found[0])
    assert [block["paragraph"] for block in found if block["kind"] == "paragraph"] == list("1234")


def test_kinds(duizhao):
    found = objects(duizhao("inspect", ZH, "--json", "--kind", "heading").out)
    assert [block["text"] for block in found] == ["秘书处的报告", "导言", "水质监测"]
    done = duizhao("inspect", ZH, "--kind", "heading", "--kind", "paragraph")
    assert done.out.splitlines()[-1] == "Chinese, 7 of 8 blocks, 11 segments"


def test_a_kind_without_a_block(duizhao):
    done = duizhao("inspect", ZH, "--kind", "note")
    assert done.status == 0
    assert done.out.splitlines()[-1] == "Chinese, 0 of 8 blocks, 11 segments"


def test_the_language_may_be_stated(duizhao, folder):
    (folder / "a.txt").write_text("12345\n")
    done = duizhao("inspect", "a.txt")
    assert done.status == 3
    assert done.err.startswith("duizhao: a.txt: the text has no letters")
    assert done.err.endswith("say which language it is with --lang\n")
    assert "English, 1 blocks" in duizhao("inspect", "a.txt", "--lang", "en").out


def test_a_word_document(duizhao, folder):
    build_docx([("paragraph", "7.", "会议通过了报告。")], folder / "a.docx", numbering="automatic")
    (found,) = objects(duizhao("inspect", "a.docx", "--json").out)
    assert (found["label"], found["text"]) == ("7.", "会议通过了报告。")


@pytest.mark.parametrize(
    ("args", "problem"),
    [((), "FILE"), ((ZH, "--kind", "nonsense"), "--kind"), ((ZH, "--lang", "fr"), "'fr' is not")],
)
def test_wrong_usage(duizhao, args, problem):
    done = duizhao("inspect", *args)
    assert done.status == 2
    assert problem in done.err


def test_help_lists_every_kind(duizhao):
    help_text = " ".join(duizhao("inspect", "--help").out.split())
    assert ", ".join(Kind) in help_text
