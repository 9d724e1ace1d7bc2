"""``duizhao term``: terms of a word, of several, of a sentence; and what stands in for none."""

from __future__ import annotations

import io
import json
import shlex
import subprocess
import sys
from dataclasses import replace

import pytest
from rich.cells import cell_len
from test_front_door import on_terminal

from tm import Memory, TermBase
from tm.terms.concept import Concept, Term

SENTENCE = "缔约方会议审议了聯合國的报告。The Conferences of the Parties\nwelcomed UNODC."


def concept(zh, en, status="", **facts):
    return Concept((Term("zh-CN", zh), Term("en-US", en, status)), **facts)


@pytest.fixture(autouse=True)
def base(folder, monkeypatch):
    """A base of six concepts, beside a unit."""
    monkeypatch.setenv("DUIZHAO_MEMORY", "m.db")
    cop = Term(
        "zh-CN",
        "缔约方会议",
        "preferred",
        context="缔约方会议第二届会议在日内瓦举行。",
        paragraph="12",
        source="A/78/1",
    )
    with TermBase(folder / "m.db") as base:
        base.add(
            [
                Concept(
                    (cop, Term("en-US", "Conference of the Parties", "preferred")), kind="name"
                ),
                concept("联合国", "United Nations"),
                concept("主席", "Chairman", "forbidden"),
                concept("主席", "Chair", "preferred"),
                concept("毒罪办", "UNODC", review="candidate", score=0.8, paragraphs=("3", "7")),
                concept("坏的", "bad", review="rejected"),
            ],
            origin="agency.tbx",
        )
    return folder / "m.db"


@pytest.fixture
def units(duizhao):
    duizhao("tm", "add", "秘书处编写了报告。", "The Secretariat prepared the report.", "-q")


def found(duizhao, *args):
    done = duizhao("term", *args, "--json")
    assert (done.status, done.err) == (0, "")
    return [json.loads(line) for line in done.out.splitlines()]


def given(monkeypatch, data):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_a_term_with_translation_status_and_context(duizhao):
    done = duizhao("term", "conferences of the parties")
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines() == [
        "inflected  Conference of the Parties (preferred)  缔约方会议 (preferred)  #1",
        "           name · from agency.tbx",
        "           zh-CN  »缔约方会议«第二届会议在日内瓦举行。  [paragraph 12 · A/78/1]",
    ]


def test_json_has_every_fact(duizhao):
    (row,) = found(duizhao, "缔约方会议")
    assert (row["query"], row["hits"]) == ("缔约方会议", [])
    (match,) = row["matches"]
    assert (match["kind"], match["score"]) == ("exact", 100)
    assert match["term"]["paragraph"] == "12"
    assert match["translations"][0]["text"] == "Conference of the Parties"
    assert match["concept"]["id"] == 1
    assert match["concept"]["origin"] == ["agency.tbx"]


def test_both_directions_several_words_and_every_kind(duizhao):
    rows = found(
        duizhao,
        "联合国",
        "United Nations",
        "聯合國",
        "united nation",
        "缔约方",
        "Untied Nations",
        "lhg",
    )
    assert [[match["kind"] for match in row["matches"]] for row in rows] == [
        ["exact"],
        ["exact"],
        ["exact"],
        ["inflected"],
        ["longer"],
        ["near"],
        ["initials"],
    ]
    named = duizhao("term", "联合国", "UNODC").out
    assert named.startswith("联合国\nexact      联合国")
    assert "\n\nUNODC\nexact      UNODC" in named


def test_what_is_to_be_avoided_comes_last_and_says_so(duizhao):
    lines = [line for line in duizhao("term", "主席").out.splitlines() if line.startswith("exact")]
    assert lines == [
        "exact      主席  Chair (preferred)  #4",
        "exact      主席  Chairman (forbidden)  #3",
    ]


def test_candidates_say_so_and_rejected_ones_are_not_there(duizhao):
    assert "  candidate  #5\n" in duizhao("term", "毒罪办").out
    assert "score 0.80 · paragraphs 3, 7" in duizhao("term", "毒罪办").out
    assert duizhao("term", "坏的").out == "No term 坏的, and no segment that holds it.\n"


def test_columns_line_up_whatever_the_width_of_characters(duizhao, base):
    with TermBase(base) as opened:
        opened.add([concept("联合国大会", "UNGA"), concept("联合国A", "UN A")], origin="b")
    lines = [line for line in duizhao("term", "联合国").out.splitlines() if line[:1] in "el"]
    starts = {cell_len(line[: line.index("U")]) for line in lines}
    assert (len(lines), len(starts)) == (3, 1)


def test_a_terminal_gets_colours_and_lines_that_fit(folder):
    shown = on_terminal(["term", "主席", "缔约方会议"], folder)
    assert "\x1b[9;31mChairman\x1b[0m" in shown
    assert "\x1b[1m缔约方会议\x1b[0m" in shown
    assert "»" not in shown
    bare = on_terminal(["term", "缔约方会议"], folder, NO_COLOR="1")
    assert max(map(cell_len, bare.split("\r\n"))) <= 60


@pytest.mark.usefixtures("units")
def test_segments_stand_in_where_there_is_no_term(duizhao):
    done = duizhao("term", "secretariat")
    assert done.out.startswith("No term secretariat; 1 segment with it:\n")
    assert "The »Secretariat« prepared the report." in done.out
    (row,) = found(duizhao, "秘书处")
    assert row["matches"] == []
    assert [hit["target"] for hit in row["hits"]] == ["The Secretariat prepared the report."]


@pytest.mark.usefixtures("units")
def test_as_many_segments_as_are_wanted_the_newest_first(duizhao):
    for year in range(2015, 2020):
        duizhao(
            "tm", "add", f"秘书处{year}年的报告。", f"Report of the Secretariat of {year}.", "-q"
        )
    done = duizhao("term", "secretariat", "--limit", "2")
    assert done.out.startswith(
        "No term secretariat; the newest 2 segments with it; --limit shows more:\n"
    )
    assert [year for year in range(2015, 2020) if str(year) in done.out] == [2018, 2019]
    assert duizhao("term", "secretariat").out.startswith("No term secretariat; 6 segments with it:")
    (row,) = found(duizhao, "secretariat", "--limit", "3")
    assert len(row["hits"]) == 3


def test_what_to_use_instead_of_a_term_to_be_avoided(duizhao, base, monkeypatch):
    chair = Term("en-US", "Chairperson", "forbidden"), Term("en-US", "Presider")
    with TermBase(base) as opened:
        opened.change(4, replace(opened.concept(4), terms=(*opened.concept(4).terms, *chair)))
        opened.add([Concept((Term("en-US", "lone term"),))], origin="b")
    line, *_ = duizhao("term", "chairperson").out.splitlines()
    assert line == "exact      Chairperson (forbidden) [use Chair]  主席  #4"
    (row,) = found(duizhao, "chairperson")
    assert row["matches"][0]["instead"]["text"] == "Chair"
    assert found(duizhao, "chair")[0]["matches"][0]["instead"] is None
    assert "[use" not in duizhao("term", "chairman").out  # its concept has nothing else
    given(monkeypatch, b"The Chairperson spoke of a lone term.")
    assert duizhao("term", "-").out.splitlines()[2:] == [
        "Chairperson  [forbidden, use Chair] 主席",
        "lone term    no translation",
    ]


def test_articles_inside_a_term_count_for_nothing(duizhao):
    for word in ("conference of parties", "the Conference of the Party", "United the Nations"):
        (row,) = found(duizhao, word)
        assert [match["kind"] for match in row["matches"]] == ["inflected"]
    (row,) = found(duizhao, "of parties")
    assert [match["kind"] for match in row["matches"]] == ["longer"]


def test_translations_go_on_below_each_other_on_a_narrow_terminal(folder, base):
    with TermBase(base) as opened:
        long = " ".join(["a committee that meets every year"] * 3)
        opened.add([concept("年会", long)], origin="b")
    shown = on_terminal(["term", "年会"], folder, NO_COLOR="1").splitlines()
    assert shown[0].startswith("exact      年会  a committee")
    assert [line[:17].strip() for line in shown[1:3]] == ["", ""]
    assert shown[1][17] != " "


@pytest.mark.parametrize("word", ["。", "“”", " ".join(f"w{n}" for n in range(40)), "x" * 400])
def test_what_no_search_can_find_is_no_error(duizhao, word):
    done = duizhao("term", word)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("No term ")


def test_no_more_than_wanted(duizhao):
    (row,) = found(duizhao, "主席", "--limit", "1")
    assert [match["translations"][0]["text"] for match in row["matches"]] == ["Chair"]


# --- a text ----------------------------------------------------------------------------------


def test_every_term_of_a_text_is_marked_and_listed(duizhao, monkeypatch):
    given(monkeypatch, SENTENCE.encode())
    done = duizhao("term", "-")
    assert (done.status, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0].startswith("»缔约方会议«审议了»聯合國«的报告。The »Conferences of the Parties")
    assert "UNODC«." in lines[1]
    assert [line.split()[0] for line in lines[3:]] == [
        "缔约方会议",
        "聯合國",
        "Conferences",
        "UNODC",
    ]
    assert lines[-1].endswith("毒罪办 candidate")


def test_a_pipe_needs_no_dash(folder):
    command = [sys.executable, "-c", "from aligner.cli import main; main()", "term", "--json"]
    done = subprocess.run(
        command, input=SENTENCE.encode(), cwd=folder, capture_output=True, check=True, timeout=60
    )
    report = json.loads(done.stdout)
    assert report["text"] == SENTENCE
    places = [
        (SENTENCE[term["start"] : term["end"]], term["is_nested"]) for term in report["terms"]
    ]
    assert places == [
        ("缔约方会议", False),
        ("聯合國", False),
        ("Conferences of the Parties", False),
        ("UNODC", False),
    ]


def test_a_terminal_shows_marked_terms_in_bold(folder):
    (folder / "text").write_text(SENTENCE, "utf-8")
    with (folder / "text").open() as text:
        shown = on_terminal(["term", "-"], folder, stdin=text)
    assert "\x1b[1m缔约方会议\x1b[0m审议了" in shown


def test_a_text_without_terms(duizhao, monkeypatch):
    given(monkeypatch, "没有。".encode())
    assert duizhao("term", "-").out == "没有。\nNo term in it.\n"


# --- bad input -------------------------------------------------------------------------------


def test_a_memory_from_before_there_were_terms(duizhao, folder, monkeypatch):
    from tm import schema

    with monkeypatch.context() as before:
        before.setattr(schema, "MIGRATIONS", schema.MIGRATIONS[:1])
        Memory(folder / "old.db").close()
    done = duizhao("term", "大会", "-m", "old.db")
    assert (done.status, done.err) == (0, "")
    assert done.out == "No term 大会, and no segment that holds it.\n"


def test_wrong_usage_and_no_memory(duizhao, monkeypatch):
    assert duizhao("term", " ").status == 2
    assert duizhao("term", "-", "大会").status == 2
    assert duizhao("term", "大会", "--limit", "0").status == 2
    given(monkeypatch, b"")
    assert duizhao("term").status == 2
    given(monkeypatch, "会议".encode("gb18030"))
    assert duizhao("term", "-").status == 3
    done = duizhao("term", "大会", "-m", "none.db")
    assert (done.status, done.err.count("\n")) == (3, 1)
    assert duizhao("term", "大会", "-m", "report.zh.txt").status == 3


def test_examples_of_the_help_are_understood(duizhao, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    out = duizhao("term", "--help").out
    assert max(map(cell_len, out.splitlines())) <= 80
    examples = [line.partition("duizhao ")[2] for line in out.splitlines() if "  duizhao " in line]
    assert len(examples) == 4
    for example in examples:
        given(monkeypatch, b"text")
        assert duizhao(*shlex.split(example.partition(" <")[0])).status == 0
