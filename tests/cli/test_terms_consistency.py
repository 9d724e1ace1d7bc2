"""``duizhao terms consistency``: what a reviser reads first, and the status it ends with."""

from __future__ import annotations

import json

import pytest
from rich.cells import cell_len

from tm import TermBase
from tm.terms import Concept, Term

TWO_WAYS = (
    ("跨界地下水需要保护。", "Transboundary groundwater needs protection."),
    ("各国报告了跨界地下水的状况。", "States reported on the state of transboundary groundwater."),
    ("越境地下水的水质有所下降。", "The quality of transboundary groundwater has declined."),
)
ONE_WAY = (
    ("主管机关应当合作。", "The competent authorities shall cooperate."),
    ("主管机关提交了报告。", "A competent authority submitted a report."),
)


@pytest.fixture
def written(folder):
    def write(pairs, name="pairs.tsv"):
        path = folder / name
        path.write_text("zh-CN\ten-US\n" + "".join(f"{zh}\t{en}\n" for zh, en in pairs), "utf-8")
        return path

    return write


def test_two_renderings_are_told_with_their_counts(duizhao, written):
    done = duizhao("terms", "consistency", written(TWO_WAYS))
    assert done.status == 1
    lines = done.out.splitlines()
    place = lines.index("transboundary groundwater")
    assert lines[place + 1 : place + 3] == [
        "  2 × 跨界地下水  (pairs 1, 2)",
        "  1 × 越境地下水  (pair 3)",
    ]
    assert "rendered in more than one way" in lines[-1]


def test_one_rendering_is_no_finding(duizhao, written):
    done = duizhao("terms", "consistency", written(ONE_WAY))
    assert (done.status, done.out) == (0, "Every term is rendered in one way.\n")


def test_json_has_places(duizhao, written):
    done = duizhao("terms", "consistency", written(TWO_WAYS), "--json")
    assert done.status == 1
    (one,) = (one for one in json.loads(done.out) if one["lang"] == "en")
    assert (one["term"], one["count"]) == ("transboundary groundwater", 3)
    first = one["renderings"][0]
    assert (first["text"], first["count"], first["pairs"]) == ("跨界地下水", 2, [1, 2])
    start, end = first["occurrences"][0]["zh_span"]
    assert first["occurrences"][0]["zh"][start:end] == "跨界地下水"


def test_rare_renderings_can_be_passed_over(duizhao, written):
    path = written(TWO_WAYS)
    assert duizhao("terms", "consistency", path, "--min-count", "2").status == 0


def test_a_term_base_says_what_is_forbidden_and_what_it_has(duizhao, written, folder):
    with TermBase(folder / "base.db") as base:
        terms = (
            Term("zh-CN", "主管机关", "preferred"),
            Term("en-US", "competent authority", "forbidden"),
            Term("en-US", "appropriate authority", "preferred"),
        )
        base.add([Concept(terms, review="accepted")], origin="agency")
    done = duizhao("terms", "consistency", written(ONE_WAY), "-m", "base.db")
    assert done.status == 1
    lines = done.out.lower().splitlines()
    place = lines.index("主管机关")
    assert lines[place + 1].startswith("  2 × competent authorit")
    assert "forbidden in the term base; it has appropriate authority" in lines[place + 1]
    assert lines[-1] == "1 term has a rendering the term base refuses"
    done = duizhao("terms", "consistency", written(ONE_WAY), "-m", "base.db", "--json")
    assert {one["preferred"] for one in json.loads(done.out)} == {"appropriate authority"}


def test_paragraphs_of_two_aligned_documents(duizhao, folder):
    zh, en = [], []
    for number, (chinese, english) in enumerate(TWO_WAYS, 1):
        zh.append(f"{number}. {chinese}")
        en.append(f"{number}. {english}")
    (folder / "w.zh.txt").write_text("\n\n".join(zh), "utf-8")
    (folder / "w.en.txt").write_text("\n\n".join(en), "utf-8")
    done = duizhao("terms", "consistency", "w.zh.txt", "w.en.txt")
    assert "2 × 跨界地下水  (paragraphs 1, 2)" in done.out
    assert "1 × 越境地下水  (paragraph 3)" in done.out


def test_quiet_leaves_the_list(duizhao, written):
    done = duizhao("terms", "consistency", written(TWO_WAYS), "--quiet")
    assert "transboundary groundwater" in done.out
    assert "rendered in" not in done.out
    assert "Print what is found and errors only." in duizhao("terms", "consistency", "--help").out


def test_what_cannot_be_compared(duizhao, folder):
    (folder / "fr.tsv").write_text("fr-FR\ten-US\nBonjour.\tHello.\n", "utf-8")
    done = duizhao("terms", "consistency", "fr.tsv")
    assert (done.status, "no pair of a Chinese and an English text" in done.err) == (3, True)
    assert duizhao("terms", "consistency", "fr.tsv", "-m", "none.db").status == 3
    assert duizhao("terms", "consistency").status == 2


def test_on_a_narrow_terminal_a_line_goes_on_below(duizhao, written, monkeypatch):
    path = written(TWO_WAYS * 6)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "30")
    lines = duizhao("terms", "consistency", path, "--quiet").out.splitlines()
    assert all(cell_len(line) <= 30 for line in lines)
    assert any(line.startswith("  12 × 跨界地下水") for line in lines)
    assert any(line.startswith("       ") for line in lines)


def test_help_fits_a_terminal_of_eighty_columns(duizhao, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    for command in ("extract", "consistency"):
        lines = duizhao("terms", command, "--help").out.splitlines()
        assert [line for line in lines if len(line) > 80] == []
