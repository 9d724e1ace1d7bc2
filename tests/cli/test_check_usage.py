"""``duizhao check``: which options go together, and what it says of wrong ones."""

import pytest

from tm.qa import CHECKS
from tm.qa.finding import Family

DELIVERY = "会议结束。。\tThe meeting is over.\n共有25人。\tThere were 26 people.\n"
TBX = """<martif type="TBX-Basic" xml:lang="en"><text><body>
<termEntry id="c1"><langSet xml:lang="zh-CN"><tig><term>观察员</term></tig></langSet>
<langSet xml:lang="en"><tig><term></term></tig></langSet></termEntry>
<termEntry id="c2"><langSet xml:lang="zh-CN"><tig><term>会议</term></tig></langSet>
<langSet xml:lang="en"><tig><term>meeting</term></tig></langSet></termEntry>
</body></text></martif>
"""
PLAIN = ("--encoder", "none")


@pytest.fixture
def delivery(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "delivery.tsv"
    path.write_text(DELIVERY, "utf-8")
    return path


def test_what_the_command_line_selects_runs_whatever_the_settings_skip(duizhao, delivery):
    (delivery.parent / "duizhao.toml").write_text('[check]\nskip = ["form"]\n')
    assert "doubled-mark" not in duizhao("check", delivery.name, *PLAIN).out
    assert "doubled-mark" in duizhao("check", delivery.name, "--only", "form", *PLAIN).out
    both = duizhao("check", delivery.name, "--only", "form", "--skip", "doubled-mark", *PLAIN)
    assert both.status == 0


def test_a_family_is_explained_by_its_checks(duizhao):
    done = duizhao("check", "--explain", "numbers")
    codes = [code for code, check in CHECKS.items() if check.family is Family.NUMBERS]
    assert done.out.startswith(f"numbers is a family of {len(codes)} checks.")
    assert all(code in done.out for code in codes)


def test_the_list_is_of_what_is_selected(duizhao):
    options = ("--only", "form", "--skip", "doubled-mark", "--severity", "error")
    lines = duizhao("check", "--list", *options).out.splitlines()[1:]
    expected = [
        code
        for code, check in CHECKS.items()
        if (check.family, check.severity) == ("form", "error") and code != "doubled-mark"
    ]
    assert [line.split()[0] for line in lines] == expected


@pytest.mark.parametrize(
    ("options", "hint", "problem"),
    [
        (("delivery.tsv", "--explain", "nope"), "--explain", "leave a file out"),
        (("delivery.tsv", "--list"), "--list", "leave a file out"),
        (("--explain", "nope"), "--explain", "'nope' is neither a check nor a family"),
        (("delivery.tsv", "--severity", "bad"), "--severity", "'bad' is no severity; use one of"),
        (("delivery.tsv", "--format", "json", "-o", "q.html"), "--format", "q.html is named as"),
    ],
)
def test_wrong_usage_names_the_option_that_is_wrong(duizhao, delivery, options, hint, problem):
    done = duizhao("check", *options)
    said = " ".join(done.err.split())
    assert done.status == 2
    assert hint in said
    assert problem in said
    assert not (delivery.parent / "q.html").exists()


def test_a_memory_that_is_not_there_is_one_to_import_units_into(duizhao, delivery):
    done = duizhao("check", delivery.name, "--memory", "nosuch.db", *PLAIN)
    assert done.status == 3
    assert "duizhao tm import FILE" in done.err


def test_what_a_tbx_lacks_is_told(duizhao, delivery):
    (delivery.parent / "terms.tbx").write_text(TBX, "utf-8")
    err = duizhao("check", delivery.name, "--terms", "terms.tbx", *PLAIN).err
    assert "terms.tbx:2: a term without text near '观察员'" in err
    assert "1 concept not checked for lack of a term in one language: 观察员" in err


def test_the_summary_names_families_and_severities_in_their_order(duizhao, delivery):
    out = duizhao("check", delivery.name, "--severity", "note", *PLAIN).out
    assert out.splitlines()[-1].endswith("error 2; numbers 1, form 1")
