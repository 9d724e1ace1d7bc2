"""``duizhao terms import`` and ``export``: what comes in, what goes out, what is said of it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from tm.terms import Concept, Term, TermBase, read_concepts, write_concepts

ROOT = Path(__file__).parents[2]
CHAIR = Concept(
    (
        Term("zh-CN", "主席"),
        Term("en-US", "Chair", "preferred"),
        Term("en-US", "Chairman", "forbidden"),
    ),
    kind="title",
)
AGENDA = Concept((Term("zh-CN", "议程"), Term("en-US", "agenda")), review="candidate", score=0.9)
WRONG = Concept((Term("zh-CN", "议程"), Term("en-US", "the agenda of")), review="rejected")
CONCEPTS = [CHAIR, AGENDA, WRONG]


@pytest.fixture(autouse=True)
def base(folder, monkeypatch):
    """Name a base of this test's own, which is not there yet."""
    monkeypatch.setenv("DUIZHAO_MEMORY", "m.db")
    return folder / "m.db"


@pytest.fixture
def filled(base):
    with TermBase(base) as opened:
        opened.add(CONCEPTS, origin="made.tbx")
    return base


def texts(path):
    return [tuple(term.text for term in concept.terms) for concept in read_concepts(path)]


# --- in --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a.tbx", "a.tsv", "a.csv", "a.xlsx", "a.utf8"])
def test_files_are_imported_and_counted(duizhao, folder, name):
    write_concepts(folder / name, [CHAIR, AGENDA])
    done = duizhao("terms", "import", name)
    assert done == (0, f"{name}: 2 new, 0 completed, 0 there already\nm.db: 2 concepts\n", "")
    again = duizhao("terms", "import", name, "-m", "m.db")
    assert again.out.startswith(f"{name}: 0 new, 0 completed, 2 there already\n")
    assert duizhao("terms", "import", name, "-q") == (0, "", "")


def test_a_glossary_made_in_a_spreadsheet(duizhao, folder):
    book = openpyxl.Workbook()
    for row in [
        ["术语", "译文", "状态", "定义"],
        ["主席", "Chair", "首选", "主持会议的人"],
        ["会议", None, None, None],
    ]:
        book.active.append(row)
    book.save(folder / "a.xlsx")
    done = duizhao("terms", "import", "a.xlsx", "--origin", "agency")
    assert done.out.splitlines() == [
        "a.xlsx: 1 new, 0 completed, 0 there already",
        "  columns: zh 术语, en 译文, status_en 状态, definition 定义",
        "  1 × a term without a translation, the first at line 3",
        "m.db: 1 concept",
    ]
    with TermBase(folder / "m.db") as opened:
        (concept,) = opened.concepts()
    assert (concept.terms[1].status, concept.definition, concept.origin) == (
        "preferred",
        "主持会议的人",
        "agency",
    )


def test_what_contradicts_is_counted_and_kept(duizhao, folder):
    forbidden = Concept((Term("zh-CN", "主席"), Term("en-US", "Chair", "forbidden")))
    write_concepts(folder / "a.tbx", [CHAIR])
    write_concepts(folder / "b.tbx", [forbidden])
    done = duizhao("terms", "import", "a.tbx", "b.tbx")
    assert done.status == 0
    assert (
        "  1 new concept with another status for a term than the base has: duizhao terms check\n"
        in done.out
    )
    assert duizhao("terms", "check").status == 1


def test_the_others_are_imported_when_one_file_fails(duizhao, folder):
    write_concepts(folder / "a.tbx", [CHAIR])
    (folder / "bad.tbx").write_text("<mtf/>")
    (folder / "bad.csv").write_text("one,two\nthree,four\n")
    done = duizhao("terms", "import", "none.tbx", "bad.tbx", "bad.csv", "a.tbx", ".")
    assert done.status == 3
    assert "a.tbx: 1 new" in done.out
    assert "m.db: 1 concept\n" in done.out
    for sentence in (
        "duizhao: none.tbx: cannot read it (No such file or directory); check its name and your rights",
        "duizhao: bad.tbx: not a TBX: MultiTerm XML, with the root <mtf>; export it as TBX-Basic",
        "duizhao: bad.csv: no two columns with a text and its translation; name them in the first row",
        "duizhao: 4 of 5 files could not be imported\n",
    ):
        assert sentence in done.err
    assert "Traceback" not in done.err


def test_what_stands_before_a_fault_is_kept_and_counted(duizhao, folder):
    many = [
        Concept((Term("zh-CN", f"第{n}条"), Term("en-US", f"article {n}"))) for n in range(2500)
    ]
    write_concepts(folder / "a.tbx", many)
    text = (folder / "a.tbx").read_text("utf-8")
    (folder / "a.tbx").write_text(text[: text.index("第2400条")], "utf-8")
    done = duizhao("terms", "import", "a.tbx")
    assert done.status == 3
    kept = int(done.err.split("before it ")[1].split(" new concepts")[0].replace(",", ""))
    assert 0 < kept <= 2400
    assert done.out == f"m.db: {kept:,} concepts\n"


def test_no_base_is_made_for_nothing(duizhao, folder, base):
    done = duizhao("terms", "import", "none.tbx")
    assert done == (3, "", "duizhao: none.tbx: no such file; check the name\n")
    done = duizhao("terms", "export", "-o", "a.tbx")
    assert (done.status, base.exists()) == (3, False)
    assert "m.db: no memory there; make one with: duizhao terms import FILE\n" in done.err
    for name, text in (("a.tbx", "<mtf/>"), ("a.csv", "zh,en\n")):
        (folder / name).write_text(text)
        done = duizhao("terms", "import", name)
        assert (done.status, done.out, base.exists()) == (3, "", False)
        assert "came in" not in done.err


def test_only_two_languages_of_many(duizhao, folder):
    french = Concept((Term("fr", "président"), Term("zh-CN", "主席"), Term("en-US", "Chair")))
    write_concepts(
        folder / "a.tbx", [french, Concept((Term("fr", "séance"), Term("es", "sesión")))]
    )
    assert duizhao("terms", "import", "a.tbx", "--langs", "zh,en").out.startswith("a.tbx: 1 new")
    with TermBase(folder / "m.db") as opened:
        assert [term.text for term in next(opened.concepts()).terms] == ["主席", "Chair"]
    assert duizhao("terms", "import", "a.tbx", "-m", "all.db").out.startswith("a.tbx: 2 new")
    done = duizhao("terms", "import", "all.db", "--langs", "en,zh", "-m", "some.db")
    assert done.out.splitlines() == [
        "all.db: 1 new, 0 completed, 0 there already",
        "  1 × no term in en or zh, the first at line 2",
        "some.db: 1 concept",
    ]
    with TermBase(folder / "some.db") as opened:
        assert [term.text for term in next(opened.concepts()).terms] == ["Chair", "主席"]


def test_another_base_is_a_file_like_others(duizhao, folder, filled):
    done = duizhao("terms", "import", "m.db", "-m", "other.db")
    assert done.out == "m.db: 3 new, 0 completed, 0 there already\nother.db: 3 concepts\n"
    done = duizhao("terms", "import", "m.db")
    assert (done.status, "is one of the inputs" in done.err) == (3, True)


# --- out -------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a.tbx", "a.tsv", "a.csv", "a.xlsx"])
def test_what_is_not_rejected_is_exported(duizhao, folder, filled, name):
    done = duizhao("terms", "export", "-o", name)
    rows = "" if name == "a.tbx" else " in 3 rows"
    assert done == (0, f"written: {name}: 2 concepts{rows}; left out: 1 rejected\n", "")
    assert texts(folder / name) == [("主席", "Chair", "Chairman"), ("议程", "agenda")]


def test_a_glossary_for_omegat(duizhao, folder, filled):
    done = duizhao("terms", "export", "-o", "a.utf8", "--langs", "en,zh", "--accepted", "-q")
    assert done == (0, "", "")
    assert (folder / "a.utf8").read_text("utf-8").splitlines() == [
        "Chair\t主席\ttitle",
        "Chairman\t主席\tChairman is forbidden, better Chair; title",
    ]


def test_conditions(duizhao, folder, filled):
    for condition, expected in (
        ("kind=title", ["主席"]),
        ("status=forbidden", ["主席"]),
        ("review=candidate", ["议程"]),
        ("review=rejected", ["议程"]),
        ("origin=made.tbx", ["主席", "议程"]),
    ):
        assert duizhao("terms", "export", "-o", "a.tsv", "--where", condition).status == 0, (
            condition
        )
        assert [pair[0] for pair in texts(folder / "a.tsv")] == expected, condition


def test_nothing_accepted_yet(duizhao, folder, filled):
    options = "-o", "a.tsv", "--accepted", "--where", "kind=title"
    assert duizhao("terms", "export", *options).status == 0
    with TermBase(folder / "new.db") as opened:
        opened.add([AGENDA], origin="a.tmx")
    done = duizhao("terms", "export", "-o", "b.tsv", "--accepted", "-m", "new.db")
    assert done == (
        3,
        "",
        "duizhao: b.tsv: not written: of 1 candidate none is accepted yet; accept some with: "
        "duizhao terms review, or leave --accepted out\n",
    )


def test_both_versions_of_tbx(duizhao, folder, filled):
    for version, root in (("2", "<martif"), ("3", "<tbx")):
        assert duizhao("terms", "export", "-o", "a.tbx", "--tbx", version).status == 0
        assert root in (folder / "a.tbx").read_text("utf-8")
        assert len(texts(folder / "a.tbx")) == 2


def test_where_no_term_is_meant_what_is_there_stays(duizhao, folder, filled):
    (folder / "a.tbx").write_text("mine")
    done = duizhao("terms", "export", "-o", "a.tbx", "--where", "kind=country")
    assert done == (3, "", "duizhao: a.tbx: not written: there is no term for it\n")
    done = duizhao("terms", "export", "-o", "a.tbx", "--langs", "fr,de")
    assert done.err == "duizhao: a.tbx: not written: there is no term in fr or de for it\n"
    assert (folder / "a.tbx").read_text() == "mine"


@pytest.mark.parametrize(
    ("args", "problem"),
    [
        ("export -o a.tmx", "'.tmx' names no format; end it in one of .csv .tbx .tsv .utf8 .xlsx"),
        ("export -o a", "no format is named"),
        ("export", "Missing option '-o'"),
        ("export -o a.tsv --tbx 3", "only for a .tbx"),
        ("export -o a.tbx --tbx 4", "less than or equal to 3"),
        ("export -o a.tbx --langs zh", "'zh' is not two languages"),
        ("export -o a.tbx --where kind=verb", "'verb' is no kind; use one of name, title"),
        ("export -o a.tbx --where colour=red", "one of the keys origin, kind, status, review"),
        ("export -o a.tbx --where kind=name --where kind=title", "kind is given twice"),
        ("export -o a.tbx --accepted --where review=rejected", "do not go together"),
        ("import", "Missing argument 'FILE…'"),
    ],
)
def test_wrong_usage(duizhao, filled, args, problem):
    done = duizhao("terms", *args.split())
    assert done.status == 2
    assert problem in " ".join(done.err.split())


def test_outputs_that_cannot_be_written(duizhao, folder, filled):
    (folder / "dir.tbx").mkdir()
    for output in ("none/a.tbx", "dir.tbx", "m.tbx"):
        os.link(filled, folder / "m.tbx") if output == "m.tbx" else None
        done = duizhao("terms", "export", "-o", output)
        assert done.status == 3, output
        assert done.err.startswith(f"duizhao: {output}: "), done.err
    assert not list(folder.glob(".*.tbx.*"))


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read and write all"
)
def test_without_rights_nothing_is_read_or_written(duizhao, folder, filled):
    write_concepts(folder / "a.tbx", [CHAIR])
    (folder / "a.tbx").chmod(0)
    done = duizhao("terms", "import", "a.tbx")
    assert (done.status, "cannot read it (Permission denied)" in done.err) == (3, True)
    (folder / "shut").mkdir(mode=0o500)
    assert duizhao("terms", "export", "-o", "shut/a.tbx").status == 3


# --- there and back --------------------------------------------------------------------------


def test_a_table_changed_in_a_spreadsheet_comes_back(duizhao, folder, filled):
    duizhao("terms", "export", "-o", "a.xlsx")
    book = openpyxl.load_workbook(folder / "a.xlsx")
    sheet = book.active
    columns = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(4, columns["kind"]).value = "institutional"
    book.save(folder / "a.xlsx")
    assert duizhao("terms", "import", "a.xlsx").out.startswith(
        "a.xlsx: 0 new, 1 completed, 1 there already"
    )
    with TermBase(filled) as opened:
        assert [concept.kind for concept in opened.concepts()] == ["title", "institutional", ""]


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_what_a_table_says_counts_where_it_is_to_replace(duizhao, folder, filled, name):
    duizhao("terms", "export", "-o", name)
    chair, agenda = read_concepts(folder / name)
    zh, en, chairman = chair.terms
    edited = replace(
        chair,
        terms=(replace(zh, status="preferred"), replace(en, status="admitted"), chairman),
        kind="other",
    )
    more = replace(agenda, terms=(*agenda.terms, Term("en-US", "order of business")))
    write_concepts(folder / name, [edited, more])
    plain = duizhao("terms", "import", name, "-m", "plain.db")
    assert plain.out.startswith(f"{name}: 2 new")
    done = duizhao("terms", "import", name, "--replace")
    assert done.out.startswith(f"{name}: 0 new, 1 changed, 1 completed, 0 there already\n")
    again = duizhao("terms", "import", name, "--replace")
    assert again.out.startswith(f"{name}: 0 new, 0 completed, 2 there already\n")
    with TermBase(filled) as opened:
        assert [term.status for term in opened.concept(1).terms] == [
            "preferred",
            "admitted",
            "forbidden",
        ]
        assert opened.concept(1).kind == "other"
        (change,) = opened.history(1)
        assert (change.action, change.before.terms) == ("changed", CHAIR.terms)
        assert opened.count() == 3
    assert duizhao("terms", "check").out.endswith("Nothing found.\n")


def test_a_base_handed_on_is_the_same_base(duizhao, folder, filled):
    def known(path):
        with TermBase(path, read_only=True) as opened:
            return [(c.terms, c.kind, c.review, c.score, c.created) for c in opened.concepts()]

    for name in ("a.tbx", "a.tsv", "a.csv", "a.xlsx"):
        other = f"{name}.db"
        for review in ("candidate", "rejected"):
            duizhao("terms", "export", "-o", name, "--where", f"review={review}")
            duizhao("terms", "import", name, "-m", other)
        duizhao("terms", "export", "-o", name, "--accepted")
        duizhao("terms", "import", name, "-m", other)
        assert sorted(map(repr, known(folder / other))) == sorted(map(repr, known(filled))), name


def test_help_of_the_commands_loads_no_heavy_package():
    code = (
        "import sys; sys.argv = ['duizhao', 'terms', 'export', '--help']\n"
        "from aligner.cli import main\n"
        "try: main()\n"
        "except SystemExit as end: assert not end.code\n"
        "assert not {'openpyxl', 'numpy', 'rjieba', 'babel', 'lxml'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True)


# --- why nothing came ------------------------------------------------------------------------


def test_what_calls_itself_a_memory_and_is_none(duizhao, folder):
    (folder / "r.db").write_bytes(b"\x93no database" * 500)
    (folder / "a.csv").write_text("zh,en\n大会,General Assembly\n", "utf-8")
    done = duizhao("terms", "import", "r.db", "a.csv")  # one that is none keeps no other out
    assert done.out.startswith("a.csv: 1 new")
    assert "r.db: not a memory: no SQLite database" in done.err
    for command in ("extract", "import"):
        done = duizhao("terms", command, "r.db")
        assert (done.status, "r.db: not a memory: no SQLite database" in done.err) == (3, True)


@pytest.mark.parametrize("command", ["extract", "import"])
def test_a_memory_is_among_the_files_that_can_be_read(duizhao, folder, command):
    (folder / "a.foo").write_text("x", "utf-8")
    assert " .db " in duizhao("terms", command, "a.foo").err


def test_languages_that_a_file_has_not_are_told(duizhao, folder):
    (folder / "a.csv").write_text("zh,en\n大会,General Assembly\n主席,Chair\n", "utf-8")
    done = duizhao("terms", "import", "a.csv", "--langs", "fr,de")
    assert done.out.splitlines()[1] == "  2 × no term in fr or de, the first at line 2"
    done = duizhao("terms", "import", "a.csv", "--langs", "zh,fr")
    kept = "terms of one language alone, kept as a concept, the first at line 2"
    assert done.out.splitlines()[1] == f"  2 × {kept}"


def test_concepts_of_one_language_are_kept_and_counted(duizhao, folder):
    write_concepts(folder / "a.tbx", [CHAIR, Concept((Term("zh-CN", "议程"),))])
    done = duizhao("terms", "import", "a.tbx")
    assert "2 new" in done.out
    assert "  1 × terms of one language alone, kept as a concept" in done.out


@pytest.mark.usefixtures("filled")
def test_a_language_that_the_base_has_not_is_named(duizhao):
    done = duizhao("terms", "export", "-o", "a.csv", "--langs", "zh,fr")
    assert done.out.splitlines()[-1] == "  no term in fr"
    done = duizhao("terms", "export", "-o", "a.utf8", "--langs", "zh,fr")
    assert done == (3, "", "duizhao: a.utf8: not written: there is no term in fr for it\n")


@pytest.mark.usefixtures("filled")
def test_export_into_a_folder_that_is_not_there(duizhao):
    done = duizhao("terms", "export", "-o", "no/a.tbx")
    problem = "its folder does not exist; create no first"
    assert done == (3, "", f"duizhao: no/a.tbx: {problem}\n")


def test_rows_of_a_table_with_their_statuses_are_one_concept(duizhao, base, folder):
    rows = "主席,Chairman,forbidden\n主席,Chair,preferred\n会议,meeting,\n会议,conference,\n"
    (folder / "a.csv").write_text(f"zh,en,status\n{rows}", "utf-8")
    assert duizhao("terms", "import", "a.csv").out.startswith("a.csv: 3 new, 1 completed")
    with TermBase(base) as opened:
        found = [[term.text for term in concept.terms] for concept in opened.concepts()]
    assert found == [["主席", "Chairman", "Chair"], ["会议", "meeting"], ["会议", "conference"]]
    assert duizhao("terms", "import", "a.csv").out.startswith("a.csv: 0 new, 0 completed, 4 there")


@pytest.mark.parametrize("value", ["", "relative"])
def test_an_empty_or_relative_folder_of_settings_is_none(folder, value):
    home = {"HOME": str(folder / "home"), "XDG_CONFIG_HOME": value}
    env = {name: text for name, text in os.environ.items() if name != "DUIZHAO_MEMORY"} | home
    command = [sys.executable, "-c", "from aligner.cli import main; main()"]
    subprocess.run(
        [*command, "terms", "add", "大会", "Assembly"], cwd=folder, env=env, check=True, timeout=60
    )
    assert (folder / "home/.config/duizhao/duizhao.db").is_file()
    assert not (folder / "duizhao").exists()
    assert not (folder / "relative").exists()
