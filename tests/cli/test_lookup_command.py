"""``duizhao lookup``: matches of a text, the analysis of a file, and a file filled."""

from __future__ import annotations

import io
import json
import shlex
import sys

import pytest
from test_front_door import on_terminal

PAIRS = [
    ("主席宣布会议开幕。", "The Chair opened the session."),
    ("会议于10月3日通过了议程。", "The agenda was adopted on 3 October."),
    ("缔约方应在2024年之前提交报告。", "Parties shall submit reports by 2024."),
]
XLIFF = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a" source-language="zh-CN" target-language="en-US" datatype="plaintext"><body>
<trans-unit id="1"><source>主席宣布会议开幕。</source></trans-unit>
<trans-unit id="2"><source>主席宣布会议开幕。</source></trans-unit>
<trans-unit id="3"><source>缔约方应在2025年之前提交报告。</source></trans-unit>
<trans-unit id="4"><source>谁也没有这样说过。</source></trans-unit>
<trans-unit id="5"><source>已译</source><target>Done</target></trans-unit>
</body></file></xliff>
"""


@pytest.fixture(autouse=True)
def memory(duizhao, folder, monkeypatch):
    """A memory of three neighbours."""
    monkeypatch.setenv("DUIZHAO_MEMORY", "m.db")
    rows = "".join(f"{zh}\t{en}\n" for zh, en in PAIRS)
    (folder / "a.tsv").write_text(rows, "utf-8")
    assert duizhao("tm", "import", "a.tsv", "-q").status == 0


def found(duizhao, *args):
    done = duizhao("lookup", *args, "--json")
    assert done.status == 0
    return json.loads(done.out)["matches"]


def test_an_equal_text_in_either_language(duizhao):
    for one, other in (PAIRS[0], PAIRS[0][::-1]):
        (match,) = found(duizhao, one)
        assert (match["score"], match["kind"], match["target"]) == (100, "exact", other)
        assert match["origin"] == "a.tsv"
        facts = {"document", "paragraph", "date", "author", "probability", "penalty", "uses"}
        assert facts <= match.keys()


def test_what_is_alike_best_first_and_no_more_than_wanted(duizhao):
    duizhao("tm", "add", "缔约方应在2025年之前提交该报告。", "x")
    query = "缔约方应在2025年之前提交报告。"
    scores = [match["score"] for match in found(duizhao, query)]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) == 2
    assert len(found(duizhao, query, "--limit", "1")) == 1
    assert not found(duizhao, query, "--min-score", "100")


def test_the_difference_is_marked_by_character_and_by_word(duizhao):
    zh = duizhao("lookup", "缔约方应在2025年前提交报告。").out
    assert "缔约方应在[-2024-]{+2025+}年[-之-]前提交报告。" in zh
    en = duizhao("lookup", "Parties should submit a report by 2024.").out
    assert "Parties [-shall-]{+should+} submit [-reports-]{+a report+} by 2024." in en
    assert "from a.tsv · #3" in en


def test_a_terminal_gets_colours_in_place_of_marks(folder):
    shown = on_terminal(["lookup", "缔约方应在2025年之前提交报告。"], folder)
    assert "\x1b[9;31m2024\x1b[0m\x1b[32m2025\x1b[0m" in shown
    assert "[-" not in shown
    bare = on_terminal(["lookup", "缔约方应在2025年之前提交报告。"], folder, NO_COLOR="1")
    assert "[-2024-]{+2025+}" in bare


def test_context_makes_a_match_better(duizhao):
    duizhao("align", "report.zh.txt", "report.en.txt", "-o", "m.db")
    text = "会议选举了新一任主席。"
    before = "委员会第四届会议于2023年5月8日至12日在内罗毕举行。"
    assert found(duizhao, text)[0]["kind"] == "exact"
    (match,) = found(duizhao, text, "--before", before)
    assert (match["score"], match["kind"]) == (101, "context")


def test_no_match_is_no_error(duizhao):
    done = duizhao("lookup", "完全不同的另一句话")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("No match of 70 or more")
    assert found(duizhao, "完全不同的另一句话") == []


def test_a_text_from_standard_input(duizhao, monkeypatch):
    def given(data):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    given(f"{PAIRS[0][0]}\n".encode())
    assert found(duizhao, "-")[0]["score"] == 100
    given(PAIRS[0][0].encode("gb18030"))
    done = duizhao("lookup", "-")
    assert (done.status, done.err) == (
        3,
        "duizhao: standard input is not UTF-8 text; convert it, with iconv for example\n",
    )
    given(b" \n")
    assert duizhao("lookup", "-").status == 2


def test_a_memory_that_is_none(duizhao, folder):
    done = duizhao("lookup", "会议", "-m", "none.db")
    assert (done.status, done.err.count("\n")) == (3, 1)
    assert not (folder / "none.db").exists()
    assert duizhao("lookup", "会议", "-m", "report.zh.txt").status == 3


# --- files -----------------------------------------------------------------------------------


@pytest.fixture
def xliff(folder):
    path = folder / "t.xlf"
    path.write_text(XLIFF, "utf-8")
    return path


@pytest.mark.usefixtures("xliff")
def test_a_file_is_analysed_by_bands(duizhao):
    done = duizhao("lookup", "--file", "t.xlf", "--json")
    report = json.loads(done.out)
    segments = {band["name"]: band["segments"] for band in report["bands"] if band["segments"]}
    assert segments == {
        "translated already": 1,
        "repetition": 1,
        "exact": 1,
        "85–94": 1,
        "no match": 1,
    }
    assert report["total"] == {"name": "total", "segments": 5, "words": 8 + 8 + 13 + 8 + 2}
    lines = duizhao("lookup", "--file", "t.xlf").out.splitlines()
    assert lines[0].split() == ["t.xlf", "segments", "words", "or", "字"]
    assert lines[-1].split() == ["total", "5", "100%", "39"]
    least = duizhao("lookup", "--file", "t.xlf", "--min-score", "50").out
    assert "50–74" in least


def test_neighbours_in_a_file_are_context(duizhao, folder):
    duizhao("align", "report.zh.txt", "report.en.txt", "-o", "m.db")
    lines = "委员会第四届会议于2023年5月8日至12日在内罗毕举行。\n会议选举了新一任主席。\n"
    (folder / "t.txt").write_text(lines, "utf-8")
    bands = json.loads(duizhao("lookup", "--file", "t.txt", "--json").out)["bands"]
    assert {band["name"]: band["segments"] for band in bands}["context"] > 0


def test_a_file_is_filled(duizhao, xliff, folder):
    done = duizhao("lookup", "--file", "t.xlf", "--apply", "out.xlf")
    assert done.status == 0
    assert "3 of 5 segments filled; 2 left alone" in done.out
    assert "1 of them from a match below 100: review them" in done.out
    out = (folder / "out.xlf").read_text("utf-8")
    assert out.count("The Chair opened the session.") == 2
    assert "<target>Done</target>" in out
    assert xliff.read_text("utf-8") == XLIFF
    applied = json.loads(duizhao("lookup", "--file", "t.xlf", "--apply", "out.xlf", "--json").out)
    assert (applied["segments"], applied["filled"], applied["fuzzy"]) == (5, 3, 1)


@pytest.mark.parametrize(
    ("lang", "filled"), [("en-GB", "The Chair opened"), ("fr-FR", "Le Président"), ("de", None)]
)
def test_a_file_is_filled_in_the_language_it_states(duizhao, folder, xliff, lang, filled):
    (folder / "fr.tsv").write_text("主席宣布会议开幕。\tLe Président ouvre la session.\n", "utf-8")
    assert duizhao("tm", "import", "fr.tsv", "--langs", "zh-CN,fr", "-q").status == 0
    xliff.write_text(XLIFF.replace("en-US", lang), "utf-8")
    done = duizhao("lookup", "--file", xliff.name, "--apply", "out.xlf", "-q")
    assert done == (0, "", "")
    text = (folder / "out.xlf").read_text("utf-8")
    if filled is None:
        assert text.count("<target") == 1
        bands = json.loads(duizhao("lookup", "--file", xliff.name, "--json").out)["bands"]
        assert sum(band["segments"] for band in bands if band["name"] in ("exact", "context")) == 0
    else:
        assert f'<target state="translated" state-qualifier="exact-match">{filled}' in text


def test_simplified_characters_are_not_taken_for_traditional_ones(duizhao, folder, xliff):
    xliff.write_text(
        XLIFF.replace("zh-CN", "en-GB").replace('"en-US"', '"zh-TW"').replace("主席宣布会议开幕。", "The Chair opened the session."), "utf-8"
    )
    duizhao("lookup", "--file", xliff.name, "--apply", "out.xlf")
    text = (folder / "out.xlf").read_text("utf-8")
    assert "主席宣布会议开幕。" in text
    assert 'state="needs-review-translation"' in text
    assert 'state="translated"' not in text
    duizhao("tm", "add", "主席宣布會議開幕。", "The Chair opened the session.", "--langs", "zh-TW,en")
    duizhao("lookup", "--file", xliff.name, "--apply", "out.xlf")
    text = (folder / "out.xlf").read_text("utf-8")
    assert "主席宣布會議開幕。</target>" in text
    assert 'state="translated"' in text


def test_white_space_around_a_source_stays(duizhao, folder, xliff):
    xliff.write_text(XLIFF.replace("<source>主席宣布会议开幕。", '<source xml:space="preserve">  主席宣布会议开幕。\n'), "utf-8")
    duizhao("lookup", "--file", xliff.name, "--apply", "out.xlf")
    assert ">  The Chair opened the session.\n</target>" in (folder / "out.xlf").read_text("utf-8")


def test_segments_without_their_codes_are_named(duizhao, folder, xliff):
    units = "".join(f'<trans-unit id="{n}"><source><x id="1"/>主席宣布会议开幕。</source></trans-unit>\n' for n in range(7))
    head, _, tail = XLIFF.partition('<trans-unit id="1">')
    xliff.write_text(f"{head}{units}{tail.partition('</trans-unit>')[2]}", "utf-8")
    done = duizhao("lookup", "--file", "t.xlf", "--apply", "out.xlf")
    assert "7 of them lack codes of the source; marked for review: put the codes in\n" in done.out
    assert "\n  segment 1: 主席宣布会议开幕。\n" in done.out
    assert "  segment 5: " in done.out
    assert "  … 2 more; --json lists them all\n" in done.out
    assert (folder / "out.xlf").read_text("utf-8").count('state="needs-review-translation"') == 8
    applied = json.loads(duizhao("lookup", "--file", "t.xlf", "--apply", "out.xlf", "--json").out)
    assert applied["stripped"][6] == {"number": 7, "text": "主席宣布会议开幕。"}


def test_what_cannot_be_filled_is_named(duizhao):
    done = duizhao("lookup", "--file", "a.tsv", "--apply", "b.tsv")
    assert "a .tsv cannot be filled; --apply takes .docx .mqxliff .po .sdlxliff" in done.err


@pytest.mark.usefixtures("xliff")
@pytest.mark.parametrize(
    ("args", "status"),
    [
        ([], 2),
        (["会议", "--file", "t.xlf"], 2),
        (["会议", "--apply", "o.xlf"], 2),
        (["--file", "t.xlf", "--before", "x"], 2),
        (["--file", "t.xlf", "--apply", "o.po"], 2),
        (["--file", "t.xlf", "--apply", "t.xlf"], 3),
        (["--file", "none.xlf"], 3),
        (["--file", "a.tsv", "--apply", "b.tsv"], 2),
        (["会议", "--min-score", "0"], 2),
        (["会议", "--limit", "0"], 2),
        ([" "], 2),
    ],
)
def test_wrong_usage(duizhao, args, status):
    done = duizhao("lookup", *args)
    assert done.status == status
    assert done.err


def test_examples_of_the_help_are_understood(duizhao, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    out = duizhao("lookup", "--help").out
    assert max(map(len, out.splitlines())) <= 80
    examples = [line.partition("duizhao ")[2] for line in out.splitlines() if "  duizhao " in line]
    assert len(examples) == 4
    assert all(duizhao(*shlex.split(example)).status != 2 for example in examples)


def test_a_document_is_analysed_by_its_sentences(duizhao, folder):
    page = "<p>会议通过了议程。会议听取了报告。</p><p>委员会于5月8日在内罗毕举行了第四届会议。</p>"
    (folder / "a.html").write_text(f"<html><body>{page}</body></html>", "utf-8")
    duizhao("tm", "add", "会议通过了议程。", "The agenda was adopted.")
    done = json.loads(duizhao("lookup", "--file", "a.html", "--json").out)
    assert done["total"]["segments"] == 3
    assert {band["name"]: band["segments"] for band in done["bands"]}["exact"] == 1
