"""``duizhao check``: what it reads, what it shows, how it ends."""

import contextlib
import html
import json
import os
import pty
import shlex
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from aligner.cli.check_print import excerpt
from corpora.types import Span, TranslationUnit, Variant
from tm import Memory, TermBase
from tm.qa import CHECKS
from tm.terms import Concept, Term

ROWS = [
    ("会议通过了的的决定。", "The meeting adopted the decision."),
    ("秘书处提交了报告。", "The Secretariat submitted the report."),
    ("主席宣布会议闭幕。", ""),
    ("委员会听取了说明。", "The Committee was was briefed."),
]
FORM = ("--only", "doubled-chinese-word", "--only", "doubled-english-word")
XLIFF = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a.docx" source-language="zh-CN" target-language="en-US" datatype="plaintext"><body>
{}</body></file></xliff>
"""


def xliff(rows):
    units = (
        f'<trans-unit id="{n}"><source>{source}</source><target>{target}</target></trans-unit>\n'
        for n, (source, target) in enumerate(rows)
    )
    return XLIFF.format("".join(units))


def tmx(rows, target="en-US"):
    units = "".join(
        f'<tu><tuv xml:lang="zh-CN"><seg>{zh}</seg></tuv>'
        f'<tuv xml:lang="{target}"><seg>{en}</seg></tuv></tu>'
        for zh, en in rows
    )
    header = 'creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en"'
    return (
        f'<tmx version="1.4"><header {header} srclang="zh-CN" datatype="plaintext"/>'
        f"<body>{units}</body></tmx>"
    )


def po(rows):
    entries = "".join(f'msgid "{zh}"\nmsgstr "{en}"\n\n' for zh, en in rows)
    return (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: en\\n"\n\n' + entries
    )


def write_xlsx(path, rows):
    from openpyxl import Workbook

    book = Workbook()
    for row in [("原文", "译文"), *rows]:
        book.active.append(row)
    book.save(path)


def found(done):
    return [(one["unit"], one["code"]) for one in json.loads(done.out)["findings"]]


@pytest.fixture
def delivery(folder):
    path = folder / "delivery.tsv"
    path.write_text("".join(f"{zh}\t{en}\n" for zh, en in ROWS), "utf-8")
    return path


WANTED = [(0, "doubled-chinese-word"), (2, "target-empty"), (3, "doubled-english-word")]
ONLY = (*FORM, "--only", "target-empty", "--format", "json")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("d.tsv", "".join(f"{zh}\t{en}\n" for zh, en in ROWS)),
        ("d.csv", "".join(f"{zh},{en}\n" for zh, en in ROWS)),
        ("d.xlf", xliff(ROWS)),
        ("d.tmx", tmx(ROWS)),
        ("d.po", po(ROWS)),
    ],
)
def test_every_bilingual_file_is_checked_by_the_numbers_of_its_pairs(duizhao, folder, name, content):
    (folder / name).write_text(content, "utf-8")
    done = duizhao("check", name, *ONLY)
    assert (done.status, found(done)) == (1, WANTED)


def test_a_workbook_is_checked(duizhao, folder):
    write_xlsx(folder / "d.xlsx", ROWS)
    assert found(duizhao("check", "d.xlsx", *ONLY)) == WANTED


def test_a_memory_is_checked(duizhao, folder):
    with Memory(folder / "m.db") as memory:
        memory.add(
            [TranslationUnit((Variant("zh-CN", zh), Variant("en-US", en))) for zh, en in ROWS if en],
            origin="a",
        )
    assert found(duizhao("check", "m.db", *ONLY)) == [WANTED[0], (2, "doubled-english-word")]


@pytest.mark.parametrize("options", [(), ("--src-lang", "en", "--tgt-lang", "zh")])
def test_both_directions_and_traditional_chinese(duizhao, folder, options):
    (folder / "d.tsv").write_text("It met in Geneva.\t委員會在在日內瓦開會。\n" * 2, "utf-8")
    done = duizhao("check", "d.tsv", "--only", "doubled-chinese-word", "--format", "json", *options)
    (one, _) = json.loads(done.out)["findings"]
    assert (one["source_spans"], one["target_spans"]) == ([], [[3, 5]])


def test_a_finding_as_json(duizhao, delivery):
    done = duizhao("check", delivery.name, "--only", "doubled-chinese-word", "--format", "json")
    assert json.loads(done.out) == {
        "findings": [
            {
                "unit": 0,
                "code": "doubled-chinese-word",
                "family": "form",
                "category": "duplication",
                "severity": "error",
                "paragraph": "",
                "message": "“的的” in Chinese",
                "source_spans": [[5, 7]],
                "target_spans": [],
            }
        ]
    }


@pytest.mark.parametrize(
    ("name", "content", "lines"),
    [
        ("d.tsv", "".join(f"{zh}\t{en}\n" for zh, en in ROWS), [1, 4]),
        ("d.xlf", xliff(ROWS), [3, 6]),
        ("d.tmx", tmx(ROWS).replace("<tu>", "\n<tu>"), [2, 5]),
        ("d.po", po(ROWS), [4, 13]),
    ],
)
def test_sarif_names_the_line(duizhao, folder, name, content, lines):
    (folder / name).write_text(content, "utf-8")
    (run,) = json.loads(duizhao("check", name, *FORM, "--format", "sarif").out)["runs"]
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert [place["region"]["startLine"] for place in places] == lines


@pytest.mark.parametrize("kind", ["json", "sarif", "html", "junit"])
def test_what_is_printed_is_what_is_written(duizhao, folder, kind):
    text = "会议\u200b通过了的的决定。\tThe meeting\u202e adopted the the decision.\n"
    (folder / "d.tsv").write_text(text, "utf-8")
    printed = duizhao("check", "d.tsv", "--format", kind).out
    duizhao("check", "d.tsv", "--format", kind, "-o", "out")
    written = (folder / "out").read_text("utf-8")
    assert all(char.isprintable() or char == "\n" for char in printed)
    if kind in ("json", "sarif"):
        assert json.loads(printed) == json.loads(written)
    else:
        assert html.unescape(printed) == html.unescape(written)


def test_text_is_grouped_and_marked(duizhao, delivery):
    out = duizhao("check", delivery.name, *FORM).out
    assert out.startswith("delivery.tsv\n  segment 1: error doubled-chinese-word  “的的”")
    assert "    zh  会议通过了的的决定。\n                  ^^^^\n" in out
    assert "    en  The Committee was was briefed.\n                      ^^^^^^^\n" in out
    assert out.endswith("\n2 findings in 4 segments; error 2; form 2\n")


def test_a_draft_is_aligned_with_its_source(duizhao, folder):
    text = (folder / "report.en.txt").read_text("utf-8")
    cut = text.replace(" Most of the stations are situated downstream.", "")
    (folder / "draft.txt").write_text(cut.replace("took part", "took took part"), "utf-8")
    done = duizhao("check", "draft.txt", "--source", "report.zh.txt", "--format", "json")
    assert done.status == 1
    rows = json.loads(done.out)["findings"]
    places = {(row["code"], row["paragraph"]) for row in rows}
    assert {("segment-missing", "3"), ("doubled-english-word", "4")} <= places
    out = duizhao("check", "draft.txt", "--source", "report.zh.txt", *FORM).out
    assert out.startswith("draft.txt ← report.zh.txt\n\nParagraph 4\n")


def test_nothing_found(duizhao, folder):
    (folder / "good.tsv").write_text("秘书处提交了报告。\tThe Secretariat submitted the report.\n", "utf-8")
    done = duizhao("check", "good.tsv")
    assert (done.status, done.out) == (0, "Nothing found in 1 segment\n")
    assert duizhao("check", "good.tsv", "-q") == (0, "", "")


def test_what_is_shown_and_what_fails(duizhao, delivery):
    codes = [code for _, code in found(duizhao("check", delivery.name, "--format", "json"))]
    assert "target-empty" in codes
    skipped = duizhao("check", delivery.name, "--skip", "completeness", *FORM, "--format", "json")
    assert found(skipped) == [WANTED[0], WANTED[2]]
    Path("quiet.toml").write_text(
        '[check]\nselect = ["form"]\n[check.severity]\ndoubled-chinese-word = "note"\n'
        'doubled-english-word = "warning"\n',
        "utf-8",
    )
    done = duizhao("check", delivery.name, "--config", "quiet.toml", "--format", "json")
    assert found(done) == [(3, "doubled-english-word")]
    options = ("--config", "quiet.toml", "--fail-on", "error", "--format", "json")
    assert duizhao("check", delivery.name, *options).status == 0
    notes = duizhao("check", delivery.name, *options, "--severity", "note")
    assert (0, "doubled-chinese-word") in found(notes)
    assert duizhao("check", delivery.name, *options, "--severity", "error").status == 0


def test_settings_are_found_upwards_and_options_count_more(duizhao, folder, monkeypatch):
    (folder / "duizhao.toml").write_text(
        '[check]\nselect = "doubled-chinese-word"\nbaseline = "accepted.json"\n'
        'severity = "error"\nfail-on = "error"\n',
        "utf-8",
    )
    (folder / "d.tsv").write_text("".join(f"{zh}\t{en}\n" for zh, en in ROWS), "utf-8")
    (folder / "accepted.json").write_text(
        '{"tool": "duizhao check", "version": 1, "accepted": []}', "utf-8"
    )
    (folder / "inner").mkdir()
    monkeypatch.chdir(folder / "inner")
    assert found(duizhao("check", "../d.tsv", "--format", "json")) == [WANTED[0]]
    done = duizhao("check", "../d.tsv", "--only", "doubled-english-word", "--format", "json")
    assert found(done) == [WANTED[2]]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[check\n", "is not TOML"),
        ("[chek]\n", "unknown key 'chek' in the file; the keys are check"),
        ("check = 1\n", "'check' is no table"),
        ('[check]\nselekt = ["form"]\n', "unknown key 'selekt' in [check]; the keys are select, skip"),
        ('[check]\nskip = ["fom"]\n', "'fom' is neither a check nor a family; did you mean 'form'?"),
        ("[check]\nskip = [1]\n", "'skip' is neither a text in quotes nor a list of such"),
        ('[check]\nseverity = "high"\n', "'high' is no severity; use one of error, warning, note"),
        ("[check]\nfail-on = 1\n", "'fail-on' is no severity in quotes"),
        ('[check.severity]\nform = "loud"\n', "'loud' is no severity"),
        ('[check.severity]\nno-such-check = "note"\n', "'no-such-check' is neither"),
        ('[check]\nterms = ["a", "b"]\n', "'terms' is more than one file"),
    ],
)
def test_settings_that_are_none(duizhao, delivery, folder, content, said):
    (folder / "duizhao.toml").write_text(content, "utf-8")
    done = duizhao("check", delivery.name)
    assert done.status == 3
    assert done.err.startswith("duizhao: ")
    assert done.err.count("\n") == 1
    assert "duizhao.toml: " in done.err
    assert said in done.err


@pytest.mark.parametrize(
    "args",
    [
        [],
        ["delivery.tsv", "--list"],
        ["--explain", "no-such-check"],
        ["delivery.tsv", "--only", "no-such-check"],
        ["delivery.tsv", "--skip", "nothing"],
        ["delivery.tsv", "--only", "form", "--skip", "form"],
        ["delivery.tsv", "--severity", "loud"],
        ["delivery.tsv", "--format", "pdf"],
        ["delivery.tsv", "--format", "xlsx"],
        ["delivery.tsv", "--format", "json", "-o", "a.json", "-o", "b.json"],
        ["delivery.tsv", "-o", "a.pdf"],
        ["delivery.tsv", "--src-lang", "fr"],
        ["delivery.tsv", "--src-lang", "zh", "--tgt-lang", "zh"],
    ],
)
@pytest.mark.usefixtures("delivery")
def test_wrong_usage(duizhao, args):
    done = duizhao("check", *args)
    assert done.status == 2
    assert done.err


def test_checks_are_listed_and_explained(duizhao):
    lines = duizhao("check", "--list").out.splitlines()
    assert lines[0].split() == ["code", "family", "severity", "what"]
    assert [line.split()[0] for line in lines[1:]] == list(CHECKS)
    for code, check in CHECKS.items():
        done = duizhao("check", "--explain", code)
        assert done.out.startswith(f"{code}\n{check.family}, {check.severity}, ITS 2.0 ")
        assert check.summary in done.out


def test_examples_of_the_help_are_understood(duizhao, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    out = duizhao("check", "--help").out
    assert max(map(len, out.splitlines())) <= 84
    examples = [line.partition("duizhao ")[2] for line in out.splitlines() if "  duizhao " in line]
    assert len(examples) >= 7
    known = [example.replace("CODE", next(iter(CHECKS))) for example in examples]
    assert "[check]" in out
    assert all(duizhao(*shlex.split(example)).status != 2 for example in known)


# --- baselines -----------------------------------------------------------------------------


def test_what_was_accepted_is_not_shown_again_wherever_it_stands(duizhao, delivery, folder):
    done = duizhao("check", delivery.name, *FORM, "--write-baseline", "accepted.json")
    assert done.status == 0
    assert "written: accepted.json" in done.out
    options = (*FORM, "--baseline", "accepted.json")
    done = duizhao("check", delivery.name, *options)
    assert (done.status, done.out) == (0, "Nothing found in 4 segments; 2 hidden by the baseline\n")
    moved = [("议程", "Agenda"), *ROWS[::-1], ("决定决定了", "It it decided.")]
    (folder / "moved.tsv").write_text("".join(f"{zh}\t{en}\n" for zh, en in moved), "utf-8")
    left = found(duizhao("check", "moved.tsv", *options, "--format", "json"))
    assert {unit for unit, _ in left} == {5}


def test_a_baseline_grows(duizhao, delivery, folder):
    only = ("--only", "doubled-chinese-word")
    duizhao("check", delivery.name, *only, "--write-baseline", "one.json")
    duizhao("check", delivery.name, *FORM, "--baseline", "one.json", "--write-baseline", "two.json")
    accepted = [json.loads((folder / name).read_text("utf-8"))["accepted"] for name in ("one.json", "two.json")]
    assert set(accepted[0]) < set(accepted[1])
    assert len(accepted[1]) == 2
    both = ("--baseline", "one.json", "--baseline", "two.json")
    assert duizhao("check", delivery.name, *FORM, *both).status == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "not JSON"),
        ("[1]", "not a baseline of duizhao check"),
        ('{"tool": "pylint", "version": 1, "accepted": []}', "not a baseline of duizhao check"),
        ('{"tool": "duizhao check", "version": 2, "accepted": []}', "a baseline of version 2; this is version 1"),
        ('{"tool": "duizhao check", "version": 1, "accepted": ["x"]}', "a broken baseline"),
        ('{"tool": "duizhao check", "version": 1}', "a broken baseline"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_baselines_that_are_none(duizhao, delivery, folder, content, said):
    (folder / "b.json").write_text(content, "utf-8")
    done = duizhao("check", delivery.name, "--baseline", "b.json")
    assert (done.status, done.out) == (3, "")
    assert done.err.startswith("duizhao: b.json")
    assert said in done.err
    assert done.err.count("\n") == 1


# --- memory and terms ----------------------------------------------------------------------


def test_the_memory_is_only_read(duizhao, delivery, folder):
    with Memory(folder / "tm.db") as memory:
        pair = Variant("zh-CN", "秘书处提交了报告。"), Variant("en-US", "The Secretariat submitted the report.")
        memory.add([TranslationUnit(pair)], origin="a.tmx")
    before = (folder / "tm.db").read_bytes()
    done = duizhao("check", delivery.name, "--memory", "tm.db", *FORM, "--format", "json")
    assert found(done) == [WANTED[0], WANTED[2]]
    assert (folder / "tm.db").read_bytes() == before
    assert duizhao("check", delivery.name, "--memory", "none.db").status == 3
    assert not (folder / "none.db").exists()


@pytest.mark.parametrize("kind", ["terms.tsv", "terms.tbx", "terms.db", "memory"])
def test_terms_come_from_a_table_a_tbx_a_base_or_the_memory(duizhao, folder, kind):
    with TermBase(folder / "terms.db") as base:
        terms = Term("zh-CN", "缔约方会议"), Term("en-US", "Conference of the Parties", "preferred")
        base.add([Concept(terms)], origin="by hand")
    (folder / "terms.tsv").write_text("缔约方会议\tConference of the Parties\n", "utf-8")
    assert duizhao("terms", "export", "-m", "terms.db", "-o", "terms.tbx").status == 0
    (folder / "d.tsv").write_text(
        "缔约方会议核准了该预算草案。\tThe Assembly approved the draft budget.\n", "utf-8"
    )
    option = ("--memory", "terms.db") if kind == "memory" else ("--terms", kind)
    done = duizhao("check", "d.tsv", "--only", "terms", "--format", "json", *option)
    assert done.status == 1
    assert "Conference of the Parties" in done.out
    assert found(duizhao("check", "d.tsv", "--only", "terms", "--format", "json")) == []


def test_candidates_of_a_base_are_no_terms(duizhao, folder, delivery):
    with TermBase(folder / "terms.db") as base:
        terms = Term("zh-CN", "秘书处"), Term("en-US", "Bureau")
        base.add([Concept(terms, review="candidate")], origin="extracted")
    done = duizhao("check", delivery.name, "--terms", "terms.db", "--only", "terms")
    assert done.status == 0
    assert "no concept in it is accepted" in done.err


def test_a_term_base_with_errors(duizhao, folder, delivery):
    (folder / "broken.tbx").write_text("<martif><text><body><termEntry>", "utf-8")
    done = duizhao("check", delivery.name, "--terms", "broken.tbx")
    assert (done.status, done.err.count("\n")) == (3, 1)
    assert "broken.tbx" in done.err
    (folder / "half.tsv").write_text("zh\ten\n缔约方会议\tConference\n秘书处\t\n", "utf-8")
    done = duizhao("check", delivery.name, "--terms", "half.tsv", *FORM)
    assert done.status == 1
    assert "half.tsv:3: " in done.err
    with sqlite3.connect(folder / "other.db") as other:
        other.execute("CREATE TABLE x(y)")
    other.close()
    assert duizhao("check", delivery.name, "--terms", "other.db").status == 3


# --- on a terminal -------------------------------------------------------------------------


def on_terminal(folder, *args, **env):
    """Return what the command prints to a terminal of 60 columns."""
    ours, its = pty.openpty()
    command = [sys.executable, "-c", "from aligner.cli import main; main()", *args]
    places = {"PYTHONPATH": str(Path(__file__).parents[2]), "COLUMNS": "60", "TERM": "xterm"}
    process = subprocess.Popen(
        command, cwd=folder, stdout=its, stderr=subprocess.DEVNULL, env={"PATH": "", **places, **env}
    )
    os.close(its)
    printed = b""
    with contextlib.suppress(OSError):  # the other end is closed
        while part := os.read(ours, 1 << 16):
            printed += part
    os.close(ours)
    process.wait()
    return printed.decode("utf-8").replace("\r\n", "\n")


@pytest.fixture
def long_text(folder):
    zh = "会议审议了秘书处根据委员会第四届会议的要求编写的的报告，并决定将该项目列入下届会议的临时议程。"
    en = "The meeting considered the report prepared by the Secretariat as requested and and decided to place the item on the agenda."
    (folder / "d.tsv").write_text(f"{zh}\t{en}\n", "utf-8")


@pytest.mark.usefixtures("long_text")
def test_marks_are_styled_on_a_terminal(folder):
    printed = on_terminal(folder, "check", "d.tsv", *FORM, PYTHONIOENCODING="utf-8")
    assert "\x1b[1;4m的的\x1b[0m" in printed
    assert "\x1b[1;4mand and\x1b[0m" in printed
    assert "^" not in printed
    assert "\x1b[1;31merror doubled-chinese-word\x1b[0m" in printed


@pytest.mark.usefixtures("long_text")
def test_marks_stand_below_where_there_is_no_colour(folder):
    lines = on_terminal(folder, "check", "d.tsv", *FORM, PYTHONIOENCODING="utf-8", NO_COLOR="1").split("\n")
    assert max(map(cell_len, lines)) <= 60
    for number, line in enumerate(lines):
        if line.strip().startswith("^"):
            start, end = line.index("^"), len(line)
            above = lines[number - 1]
            place = next(n for n in range(len(above)) if cell_len(above[:n]) == start)
            marked = next(above[place:n] for n in range(place, len(above) + 1) if cell_len(above[:n]) == end)
            assert marked in ("的的", "and and", "and", "的")
    assert any("^" in line for line in lines)


def test_a_long_text_is_cut_between_words():
    text = "The Committee decided " * 40 + "in 2018 that " + "the report should be issued " * 40
    start = text.index("2018")
    shown, (span,) = excerpt(text, [Span(start, start + 4)])
    assert shown[span.start : span.end] == "2018"
    assert len(shown) < 250
    assert set(shown.replace("…", "").split()) <= set(text.split())
